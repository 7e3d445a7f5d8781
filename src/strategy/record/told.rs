//! What a value holds, as people write it.

use super::{Held, Members, Value};
use crate::strategy::{AnyId, grouped};

/// What a record is called, by its id.
pub type Names<'a> = &'a dyn Fn(AnyId) -> String;

/// A value as people write it; `None`: it says nothing.
pub fn told(value: &dyn Value, names: Names<'_>) -> Option<String> {
    let text = match value.held() {
        Held::Nothing => return None,
        Held::Text(text) | Held::Exact(text) => text.into_owned(),
        Held::Word(_, word) => word.to_owned(),
        Held::Record(id) => names(id),
        Held::Year(year) => year.to_string(),
        Held::Whole(number) => grouped(number),
        Held::Truth(true) => "はい".to_owned(),
        Held::Truth(false) if value.is_blank() => return None,
        Held::Truth(false) => "いいえ".to_owned(),
        Held::List(list) => {
            let all = list.all();
            let between = match all.first().map(|first| first.held()) {
                Some(Held::Text(_) | Held::Members(_)) => "\n",
                _ => "、",
            };
            joined(all.into_iter().map(|one| told(one, names)), between)
        }
        Held::Years(years) => {
            let one = |(year, value)| Some(format!("{year} {}", told(value, names)?));
            joined(years.all().into_iter().map(one), "\n")
        }
        Held::Members(members) => told_whole(members, names),
        Held::Chosen(_, word, value) => {
            let parts = [Some(word.to_owned()), told(value, names)];
            joined(parts.into_iter(), " ")
        }
        Held::ChosenMembers(_, word, members) => {
            let parts = [Some(word.to_owned()), Some(told_whole(members, names))];
            joined(parts.into_iter(), " ")
        }
    };
    (!text.is_empty()).then_some(text)
}

/// All fields in one line; of what only is so or not, the word of the field.
fn told_whole(members: &dyn Members, names: Names<'_>) -> String {
    if let Some(text) = members.told() {
        return text;
    }
    let fields = members.fields().iter().zip(members.values());
    let parts = fields.map(|(field, value)| match value.held() {
        Held::Truth(true) => Some(field.word.to_owned()),
        Held::Truth(false) if !value.is_blank() => Some(format!("{}：いいえ", field.word)),
        _ => told(value, names),
    });
    joined(parts, " ")
}

fn joined(parts: impl Iterator<Item = Option<String>>, between: &str) -> String {
    let parts: Vec<String> = parts.flatten().filter(|part| !part.is_empty()).collect();
    parts.join(between)
}

/// What a record is called, by its own fields; a sheet, by its year.
pub fn called(record: &dyn Members) -> String {
    let fields = record.fields();
    let name = ["title", "name", "text", "year"].into_iter();
    let at = name.filter_map(|name| fields.iter().position(|field| field.name == name));
    let values = record.values();
    let name = at
        .take(1)
        .filter_map(|at| told(*values.get(at)?, &|id| id.to_string()));
    name.collect()
}
