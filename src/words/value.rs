//! 項目の値のことば: a value as people write it.

use super::number::grouped;
use super::say::Say;
use super::say::Word;
use super::terms::term;
use super::text::{marks, value as text};
use super::year::YearForms;
use strategy::record::{Field, Held, Members, Names, Value, Whole};
use strategy::{FiscalYear, Jun, PlanRevision};

/// Returns a value as people write it; `None` if it has no text.
pub fn display(value: &dyn Value, names: Names<'_>) -> Option<String> {
    let text = match value.held() {
        Held::Nothing => return None,
        Held::Text(text) | Held::Exact(text) => text.into_owned(),
        Held::Word(key, of) => term(of, key).to_owned(),
        Held::Record(id) => names(id),
        Held::Year(year) => year.say(),
        Held::Whole(number) => grouped(number),
        Held::Truth(true) => text::yes().to_owned(),
        Held::Truth(false) if value.is_blank() => return None,
        Held::Truth(false) => text::no().to_owned(),
        Held::List(list) => {
            let all = list.all();
            let between = match all.first().map(|first| first.held()) {
                Some(Held::Text(_) | Held::Members(_)) => "\n",
                _ => marks::list(),
            };
            joined(all.into_iter().map(|one| display(one, names)), between)
        }
        Held::Years(years) => {
            let one = |(year, value): (FiscalYear, &dyn Value)| {
                Some([year.say(), display(value, names)?].join(" "))
            };
            joined(years.all().into_iter().map(one), "\n")
        }
        Held::Members(members) => whole_text(members, names),
        Held::Chosen(key, of, value) => {
            let parts = [Some(term(of, key).to_owned()), display(value, names)];
            joined(parts.into_iter(), " ")
        }
        Held::ChosenMembers(key, of, members) => {
            let parts = [
                Some(term(of, key).to_owned()),
                Some(whole_text(members, names)),
            ];
            joined(parts.into_iter(), " ")
        }
    };
    (!text.is_empty()).then_some(text)
}

/// Returns all fields in one line; a field that is only true or false by its name.
fn whole_text(members: &dyn Members, names: Names<'_>) -> String {
    match members.told() {
        Some(Whole::Printed(text)) => return text.to_owned(),
        Some(Whole::Years(first, last)) => return text::period(first, last),
        Some(Whole::Jun(index)) => return Jun::from_index(index).say(),
        None => {}
    }
    let fields = members.fields().iter().zip(members.values());
    let fields = fields.filter(|(field, _)| !is_version(field));
    let parts = fields.map(|(field, value)| match value.held() {
        Held::Truth(true) => Some(field.word().to_owned()),
        Held::Truth(false) if !value.is_blank() => Some(text::not(field.word())),
        _ => display(value, names),
    });
    joined(parts, " ")
}

/// True for the id of a stored version, which has no meaning for people.
fn is_version(field: &Field) -> bool {
    [PlanRevision::before.field, PlanRevision::after.field].contains(field)
}

fn joined(parts: impl Iterator<Item = Option<String>>, between: &str) -> String {
    let parts: Vec<String> = parts.flatten().filter(|part| !part.is_empty()).collect();
    parts.join(between)
}

impl Say for Jun {
    /// R1.8 上旬. Months of a calendar year: 令和元年8月.
    fn say(&self) -> String {
        let year = FiscalYear(self.year).short();
        text::jun(year, self.month.0, self.third.word())
    }
}
