//! 変更の履歴のことば: what an edit did, as a line of the history.

use super::model::cut;
use super::text::history as text;
pub use super::text::history::*;

use crate::edit::{Act, Did, Field};
use crate::insight::compare::Told;
use crate::strategy::{Baseline, FiscalYear, Kind, record};
use crate::words::model;

/// 「基本目標「稼ぐ産業…」の名称を変更」.
pub fn line(did: &Did) -> String {
    let kind = Kind::of(&did.kind);
    let what = match (kind.map(model::kind), did.title.is_empty()) {
        (None, _) => text::line_none().to_owned(),
        (Some(kind), true) => kind.to_owned(),
        (Some(kind), false) => text::line_some_no(kind, cut(&did.title, 18)),
    };
    let called = |field| self::field(kind.unwrap_or(Kind::About), field);
    match &did.act {
        Act::Add => text::line_add(what),
        Act::Remove => text::line_remove(what),
        Act::Move => text::line_move(what),
        Act::Copy => text::line_copy(what),
        Act::Set(field) => text::line_set(what, called(*field)),
        Act::Paste(cells) => text::line_paste(cells),
        Act::Clear(cells) => text::line_clear(cells),
        Act::FillDown(cells) => text::line_fill_down(cells),
        Act::FillRight(cells) => text::line_fill_right(cells),
        Act::Bulk(field, count) => text::line_bulk(count, called(*field)),
        Act::AddOutline(count) => text::line_add_outline(count),
        Act::AddIndicators(count) => text::line_add_indicators(count),
        Act::ChangeTarget => text::line_change_target(what),
        Act::Import => text::line_import().to_owned(),
        Act::Merge => text::line_merge().to_owned(),
        Act::Restore => text::line_restore().to_owned(),
        Act::Roll(year) => text::line_roll(year),
        Act::Close(year) => text::line_close(year),
        Act::Reopen(year) => text::line_reopen(year),
        Act::Fix => text::line_fix(what),
        Act::Other => text::line_other(what),
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
pub fn told(told: Told) -> String {
    of_year(told.field.word(), told.year)
}

/// 「R6の実績値」.
fn of_year(word: &str, year: Option<FiscalYear>) -> String {
    match year {
        Some(year) => text::of_year(year.short(), word),
        None => word.to_owned(),
    }
}
