//! 変更の履歴のことば: what an edit did, as a line of the history.

use super::model::cut;
use super::text::history as text;
pub use super::text::history::*;

use crate::edit::{EditLabel, Field, Operation};
use crate::insight::compare::YearField;
use crate::strategy::{Baseline, FiscalYear, Kind, record};
use crate::words::model;

/// 「基本目標「稼ぐ産業…」の名称を変更」.
pub fn line(label: &EditLabel) -> String {
    let kind = Kind::of(&label.kind);
    let what = match (kind.map(model::kind), label.title.is_empty()) {
        (None, _) => text::line_none().to_owned(),
        (Some(kind), true) => kind.to_owned(),
        (Some(kind), false) => text::line_some_no(kind, cut(&label.title, 18)),
    };
    let called = |field| self::field(kind.unwrap_or(Kind::About), field);
    match &label.operation {
        Operation::Add => text::line_add(what),
        Operation::Remove => text::line_remove(what),
        Operation::Move => text::line_move(what),
        Operation::Copy => text::line_copy(what),
        Operation::Set(field) => text::line_set(what, called(*field)),
        Operation::Paste(cells) => text::line_paste(cells),
        Operation::Clear(cells) => text::line_clear(cells),
        Operation::FillDown(cells) => text::line_fill_down(cells),
        Operation::FillRight(cells) => text::line_fill_right(cells),
        Operation::Bulk(field, count) => text::line_bulk(count, called(*field)),
        Operation::AddOutline(count) => text::line_add_outline(count),
        Operation::AddIdeas(count) => text::line_add_ideas(count),
        Operation::AddTimetable(count) => text::line_add_timetable(count),
        Operation::AddIndicators(count) => text::line_add_indicators(count),
        Operation::ChangeTarget => text::line_change_target(what),
        Operation::Import => text::line_import().to_owned(),
        Operation::Merge => text::line_merge().to_owned(),
        Operation::Restore => text::line_restore().to_owned(),
        Operation::Roll(year) => text::line_roll(year),
        Operation::Close(year) => text::line_close(year),
        Operation::Reopen(year) => text::line_reopen(year),
        Operation::Fix => text::line_fix(what),
        Operation::Other => text::line_other(what),
    }
}

/// What a field of a kind is called; what tells of several fields has a word of its own.
pub fn field(kind: Kind, field: Field) -> String {
    let word = match field {
        Field::Mark => text::field_mark(),
        Field::When => text::field_when(),
        Field::PrintedTotal => text::field_printed_total(),
        Field::BaselineAt => Baseline::at.field.word(),
        field => {
            let others = Kind::ALL.iter().copied();
            let mut words = std::iter::once(kind).chain(others);
            words
                .find_map(|kind| field.described(kind))
                .map_or(text::field_other(), record::Field::word)
        }
    };
    of_year(word, field.year())
}

/// What a field is called that differs.
pub fn year_field(one: YearField) -> String {
    of_year(one.field.word(), one.year)
}

/// 「R6の実績値」.
fn of_year(word: &str, year: Option<FiscalYear>) -> String {
    match year {
        Some(year) => text::of_year(year.short(), word),
        None => word.to_owned(),
    }
}
