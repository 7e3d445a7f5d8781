//! 課へ渡す・合流のことば.

use super::say::Say;
use super::say::Word;
use super::text::hands as text;
pub use super::text::hands::*;

use super::{history, marks, model, plan, time, value, versions};
use edit::merge::{Act, Choice, ChoicesOf, Gathering, Merge, Part, Row, Spot};
use edit::{NotIncoming, NotTaken, Unreadable};
use insight::Numbers;
use insight::compare::{Ancestry, YearField, title_of};
use strategy::record::{Members, Need, called};
use strategy::*;

/// One item of a merge, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// Title of the record.
    pub title: String,
    /// Position of the record.
    pub place: String,
    /// The part of the record that was edited on both sides.
    pub part: String,
    /// Value that both sides started from.
    pub base: String,
    /// Value in this plan.
    pub mine: String,
    /// Value in the returned file.
    pub theirs: String,
}

/// Describes an item of a merge. `numbers` are those of this plan.
pub fn told(merge: &Merge, row: &Row, numbers: &Numbers) -> Told {
    let sides = [merge.mine(), merge.theirs(), merge.base()];
    let id = row.spot.record;
    let Some((strategy, record)) = sides
        .into_iter()
        .find_map(|side| id.find(side).map(|record| (side, record)))
    else {
        return Told::default();
    };
    let title = title_of(strategy, id, record);
    let title = [model::kind(id.kind), " ", &title.say()].concat();
    let ancestry = Ancestry::of(strategy, id, record);
    let measure = ancestry.measure.filter(|_| id.kind != Kind::Measure);
    let measure = measure.and_then(|id| {
        let title = strategy.get(id)?.title.clone();
        Some(plan::coded(&numbers.code_of(id), &title))
    });
    let side = |strategy: &Strategy| held(merge, strategy, row.spot);
    let mut told = Told {
        title,
        place: versions::place(measure, &ancestry),
        part: part(row.spot),
        base: side(merge.base()),
        mine: side(merge.mine()),
        theirs: side(merge.theirs()),
    };
    // If others move, too, its number may be the same: then the record before it shows the move.
    if row.spot.part == Part::Place && told.mine == told.theirs {
        let behind = |strategy| behind(strategy, id);
        [told.base, told.mine, told.theirs] =
            [merge.base(), merge.mine(), merge.theirs()].map(behind);
    }
    // The record before it may have moved to the same place, too: then the record behind it shows the move.
    if row.spot.part == Part::Place && told.mine == told.theirs {
        let ahead = |strategy| ahead(strategy, id);
        [told.base, told.mine, told.theirs] =
            [merge.base(), merge.mine(), merge.theirs()].map(ahead);
    }
    told
}

/// Name of a part of a record: a field, a year of it, a group of fields, its place, or the whole record.
pub fn part(spot: Spot) -> String {
    let fields = spot.fields();
    match (spot.part, fields.first()) {
        (Part::Whole, _) | (_, None) => text::whole().to_owned(),
        (Part::Place, _) => text::place().to_owned(),
        (Part::Year(_, year), Some(field)) => history::year_field(YearField {
            field,
            year: Some(year),
        }),
        (Part::Field(_), Some(field)) => field.word().to_owned(),
        (Part::Together(_), _) => {
            let words: Vec<&str> = fields.iter().map(|field| field.word()).collect();
            words.join(marks::list())
        }
    }
}

/// Returns the value of one side.
fn held(merge: &Merge, strategy: &Strategy, spot: Spot) -> String {
    let Some(record) = spot.record.find(strategy) else {
        return text::absent().to_owned();
    };
    let name = |id: AnyId| {
        let sides = [strategy, merge.mine(), merge.theirs()];
        let record = sides.into_iter().find_map(|side| id.find(side));
        record.map(called).unwrap_or_default()
    };
    if spot.part == Part::Whole {
        return match spot.record.kind {
            Kind::Indicator => with_figures(strategy, spot.record, whole(record, &name)),
            _ => whole(record, &name),
        };
    }
    if spot.part == Part::Place {
        return place([strategy, merge.mine()], spot.record);
    }
    let values = spot.values(record);
    let fields = spot.fields();
    let told = values
        .iter()
        .map(|value| value.and_then(|value| value::display(value, &name)));
    let told: Vec<Option<String>> = told.collect();
    let several = fields.len() > 1;
    let lines = fields.iter().zip(told).filter_map(|(field, told)| {
        let told = told?;
        Some(match several {
            true => text::labelled(field.word(), told),
            false => told,
        })
    });
    let lines: Vec<String> = lines.collect();
    match lines.is_empty() {
        true => text::blank().to_owned(),
        false => lines.join("\n"),
    }
}

/// Returns all values of a record.
fn whole(record: &dyn Members, name: &dyn Fn(AnyId) -> String) -> String {
    let fields = record.fields().iter().zip(record.values());
    let lines = fields.filter_map(|(field, value)| {
        let is_place = field.need == Need::Place || field.name == "id";
        let told = value::display(value, name).filter(|_| !is_place && !value.is_blank())?;
        Some(text::labelled(field.word(), told))
    });
    let lines: Vec<String> = lines.collect();
    match lines.is_empty() {
        true => text::blank().to_owned(),
        false => lines.join("\n"),
    }
}

/// Returns an indicator as text, and below it the figures of its series.
fn with_figures(strategy: &Strategy, id: AnyId, said: String) -> String {
    let series = strategy.series.under(Id::new(id.number)).into_iter();
    let figures = series.map(|one| whole(&**one, &|_| String::new()));
    let said = std::iter::once(said).chain(figures);
    let said: Vec<String> = said.filter(|one| one != text::blank()).collect();
    match said.is_empty() {
        true => text::blank().to_owned(),
        false => said.join("\n"),
    }
}

/// Returns the name of the record before one in its list.
fn behind(strategy: &Strategy, id: AnyId) -> String {
    let [before, _] = beside(strategy, id);
    before.map_or_else(|| text::place_first().to_owned(), text::place_behind)
}

/// Returns the name of the record behind one in its list.
fn ahead(strategy: &Strategy, id: AnyId) -> String {
    let [_, after] = beside(strategy, id);
    after.map_or_else(|| text::place_last().to_owned(), text::place_before)
}

/// Returns the names of the records before and behind one in its list.
fn beside(strategy: &Strategy, id: AnyId) -> [Option<String>; 2] {
    macro_rules! of_kind {
        ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
            match id.kind {
                $(Kind::$type => neighbours::<$type>(strategy, Id::new(id.number)),)*
                Kind::About => [None, None],
            }
        };
    }
    strategy::for_each_kind!(of_kind)
}

fn neighbours<T: Record>(strategy: &Strategy, id: Id<T>) -> [Option<String>; 2] {
    let Some(record) = strategy.get(id) else {
        return [None, None];
    };
    let key = |one: &T| (one.order().clone(), one.id());
    let others = || {
        let all = T::table(strategy).iter();
        all.filter(|one| one.id() != id && one.beside(record))
    };
    let before = others().filter(|one| key(one) < key(record));
    let after = others().filter(|one| key(one) > key(record));
    [
        before.max_by_key(|one| key(one)),
        after.min_by_key(|one| key(one)),
    ]
    .map(|one| one.map(|one| called(&**one)))
}

/// Returns the place of a record of one side in its list of this plan.
fn place([side, mine]: [&Strategy; 2], id: AnyId) -> String {
    macro_rules! of_kind {
        ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
            match id.kind {
                $(Kind::$type => nth::<$type>([side, mine], Id::new(id.number)),)*
                Kind::About => None,
            }
        };
    }
    let (above, nth) = strategy::for_each_kind!(of_kind).unwrap_or_default();
    match above.is_empty() {
        true => text::place_nth(nth),
        false => text::place_under(above, nth),
    }
}

/// Returns the number of a record among those of the plan: the part that was handed out may hold only some of them.
fn nth<T: Record>([side, mine]: [&Strategy; 2], id: Id<T>) -> Option<(String, usize)> {
    let record = side.get(id)?;
    let above = AnyId::from(record.parent());
    let above = above.find(side).filter(|_| above.kind != Kind::About);
    let beside = T::table(mine)
        .iter()
        .filter(|one| one.id() != id && one.beside(record));
    let before = beside.filter(|one| (one.order(), one.id()) < (record.order(), id));
    Some((above.map(called).unwrap_or_default(), before.count() + 1))
}

/// Names the change of a record as a whole; `None` if only a part of it changed.
pub fn act(act: Act) -> Option<&'static str> {
    match act {
        Act::Changed => None,
        Act::Moved => Some(text::act_moved()),
        Act::Added => Some(text::act_added()),
        Act::Removed => Some(text::act_removed()),
        Act::WentOn => Some(text::act_went_on()),
    }
}

/// Returns why a file is not accepted.
pub fn not_incoming(file: &str, why: &NotIncoming, today: &str) -> String {
    match why {
        NotIncoming::NoPart => text::no_part(file),
        NotIncoming::OtherPlan(title) => text::other_plan(file, model::named(title)),
        NotIncoming::Before(at) => text::before(file, time::moment(at, today)),
        NotIncoming::Twice(to) => text::twice(file, to),
    }
}

/// Names the content that may be edited in a part.
pub fn work_of(part: &HandedPart) -> String {
    match part.work.is_empty() {
        true => text::everything().to_owned(),
        false => {
            let words: Vec<&str> = part.work.iter().map(|work| work.word()).collect();
            words.join(marks::list())
        }
    }
}

/// Names the years to enter.
pub fn years_of(part: &HandedPart) -> String {
    match part.years.is_empty() {
        true => text::everything().to_owned(),
        false => {
            let years: Vec<String> = part.years.iter().map(FiscalYear::say).collect();
            years.join(marks::list())
        }
    }
}

/// Mail to a section with its part, or a reminder of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// 件名.
    pub subject: String,
    /// 本文.
    pub body: String,
}

/// Returns the mail to a section with its part. `file`: the name of the file, if it is known; `how`: how to fill it
/// in.
pub fn letter(plan: &str, part: &HandedPart, file: Option<&str>, how: &str) -> Letter {
    let subject = match &part.until {
        Some(day) => text::letter_subject_until(time::day(day)),
        None => text::letter_subject().to_owned(),
    };
    let begin = text::letter_begin(&part.to, plan);
    let file = file.map(text::letter_file);
    written_letter(subject, begin, part, file, how)
}

/// Returns the reminder of a part that did not come back in time.
pub fn reminder(plan: &str, part: &HandedPart) -> Letter {
    let until = part.until.as_ref().map(time::day).unwrap_or_default();
    let subject = text::letter_subject_late(until);
    let begin = text::letter_begin_late(&part.to, plan);
    written_letter(subject, begin, part, None, text::how_any())
}

fn written_letter(
    subject: String,
    begin: String,
    part: &HandedPart,
    file: Option<String>,
    how: &str,
) -> Letter {
    let until = part.until.as_ref().map(time::day);
    let facts = [
        Some(text::letter_work(work_of(part))),
        Some(text::letter_years(years_of(part))),
        until.map(text::letter_until),
        file,
        Some(text::letter_how(how)),
        Some(text::letter_end().to_owned()),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let body = [begin, String::new(), facts.join("\n")].join("\n");
    Letter { subject, body }
}

/// Returns the edits that were not merged, to be kept beside the plan until this year is closed: the rejected value
/// of a conflict, edits out of scope or of a closed year, and undecided ones.
pub fn untaken(
    gathering: &Gathering,
    from: &[impl AsRef<str>],
    choices: &ChoicesOf,
    at: &str,
    year: FiscalYear,
) -> Vec<UntakenValue> {
    let name = |of: Option<usize>| {
        let name = of.and_then(|of| from.get(of));
        name.map(|name| name.as_ref().to_owned())
            .unwrap_or_default()
    };
    let mut all = Vec::new();
    for (of, merge) in gathering.merges().iter().enumerate() {
        let numbers = Numbers::of(merge.mine());
        for row in merge
            .rows()
            .iter()
            .filter(|row| row.is_to_decide() || row.closed.is_some())
        {
            let chosen = choices.get(&(of, row.spot));
            let choice = match row.closed {
                Some(_) => &Choice::Mine,
                None => chosen.unwrap_or(&row.default),
            };
            let told = told(merge, row, &numbers);
            let is_nothing = |text: &str| text == text::absent() || text == text::blank();
            let mut keep = |from: String, text: &String| {
                if *text != told.base {
                    all.push(UntakenValue {
                        at: at.to_owned(),
                        from,
                        record: row.spot.record.to_string(),
                        title: told.title.clone(),
                        part: told.part.clone(),
                        text: text.clone(),
                        year,
                    });
                }
            };
            let replaced = matches!(choice, Choice::Theirs | Choice::Own(_));
            if replaced && row.clashes && !is_nothing(&told.mine) {
                keep(name(gathering.writer(of, row.spot)), &told.mine);
            }
            if matches!(choice, Choice::Mine | Choice::Own(_)) {
                keep(name(Some(of)), &told.theirs);
            }
        }
    }
    all
}

/// Returns the edits of a workbook that were rejected, to be kept beside the plan until this year is closed.
pub fn unread_values(
    all: &[NotTaken],
    from: &str,
    at: &str,
    year: FiscalYear,
) -> Vec<UntakenValue> {
    let value = |what: &NotTaken| UntakenValue {
        at: at.to_owned(),
        from: from.to_owned(),
        record: AnyId::from(About::ID).to_string(),
        title: text::workbook_of_part().to_owned(),
        part: String::new(),
        text: unwritten(what),
        year,
    };
    all.iter().map(value).collect()
}

/// Note on a new record that is offered.
pub fn offered_note(kind: Kind, from: &str) -> String {
    match kind {
        Kind::Indicator => text::offered_indicator(from),
        Kind::Measure => text::offered_measure(from),
        _ => text::offered_row(from),
    }
}

/// Says which edit of a workbook was rejected.
pub fn unwritten(what: &NotTaken) -> String {
    match what {
        NotTaken::SheetGone(sheet) => text::sheet_gone(sheet),
        NotTaken::ColumnGone { sheet, head } => text::column_gone(sheet, head),
        NotTaken::Cell {
            sheet,
            row,
            head,
            text: read,
        } => text::cell_unread(sheet, row, head, read),
        NotTaken::Row { sheet, row } => text::row_unread(sheet, row),
        NotTaken::Unreadable {
            sheet,
            row,
            head,
            why: Unreadable::NoResult,
        } => text::cell_no_result(sheet, row, head),
        NotTaken::Unreadable {
            sheet,
            row,
            head,
            why: Unreadable::Cut,
        } => text::cell_too_long(sheet, row, head),
        NotTaken::Unreadable {
            sheet,
            row,
            head,
            why: Unreadable::Struck,
        } => text::cell_struck(sheet, row, head),
        NotTaken::ColumnEmpty { sheet, head } => text::column_empty(sheet, head),
        NotTaken::RowsGone { sheet, rows } => text::rows_gone(sheet, rows),
        NotTaken::OnlyRead {
            sheet,
            row,
            head,
            text: read,
        } => text::only_read(sheet, row, head, read),
        NotTaken::ColumnMore { sheet, head } => text::column_more(sheet, head),
        NotTaken::Above {
            sheet,
            row,
            text: read,
        } => text::above_heads(sheet, row, read),
        NotTaken::SheetMore(sheet) => text::sheet_more(sheet),
        NotTaken::Comment {
            sheet,
            cell,
            text: read,
        } => text::comment_unread(sheet, cell, read),
        NotTaken::Twice {
            sheet,
            rows: [first, second],
            head,
            texts,
        } => {
            let [one, other] = texts.each_ref().map(|text| match text.is_empty() {
                true => text::blank(),
                false => text,
            });
            text::row_twice(sheet, first, second, head, one, other)
        }
    }
}
