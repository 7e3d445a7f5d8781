//! 指標の表のことば.

use std::collections::BTreeMap;

use super::model::named;
use super::say::Say;
use super::text::grid as text;
pub use super::text::grid::*;
use super::year::YearForms;
use crate::text::marks;

use crate::number::figures as number;
use edit::{Field, Pasted, TableCell};
use insight::Totals;
use rust_decimal::{Decimal, RoundingStrategy};
use strategy::{FiscalYear, Id, Kind, Series, Strategy};

/// Column.
pub fn rating(year: FiscalYear) -> String {
    text::rating(year.short())
}
/// 「女性による」: the series that decides a rating, in short form.
pub fn decided_by<'a>(names: impl Iterator<Item = &'a str>) -> String {
    [
        &names.collect::<Vec<_>>().join(marks::and()),
        text::decided_by_2(),
    ]
    .concat()
}

/// 「65歳健康寿命（男性）」.
pub fn row_name(name: &str, series: &str) -> String {
    if series.is_empty() {
        name.to_owned()
    } else {
        text::row_name(name, series)
    }
}

/// Name of a series, with that of its indicator.
pub fn series_name(strategy: &Strategy, id: Id<Series>) -> String {
    let series = strategy.get(id);
    let indicator = series.and_then(|one| strategy.get(one.indicator));
    let name = indicator.map_or("", |one| one.name.as_str());
    row_name(named(name), series.map_or("", |one| one.name.trim()))
}

/// Name of a cell.
pub fn cell(name: &str, series: &str, cell: TableCell) -> String {
    let (kind, field) = match cell {
        TableCell::Text(_, column) => (Kind::Indicator, column.field()),
        TableCell::SeriesName(_) => (Kind::Series, Field::Title),
        TableCell::BaselineAt(_) => (Kind::Series, Field::BaselineAt),
        TableCell::Figure(_, cell) => (Kind::Series, cell.field()),
    };
    format!(
        "{} {}",
        row_name(name, series),
        crate::history::field(kind, field)
    )
}

/// Returns the cell of the cursor, and its text.
pub fn at(cell: &str, text: &str) -> String {
    if text.is_empty() {
        text::at_yes(cell)
    } else {
        text::at_no(cell, text)
    }
}

/// Adds the note on the cell of the cursor.
pub fn with_note(said: String, note: Option<String>) -> String {
    match note {
        Some(note) => text::at_noted(said, note),
        None => said,
    }
}

/// Command, and heading of its dialog: the note on a year.
pub fn note_of(year: FiscalYear) -> String {
    text::note(year.short())
}

fn account(done: &Pasted, act: &str) -> String {
    let mut sentence = match done.written {
        0 if !done.closed.is_empty() => String::new(),
        0 => text::told_none().to_owned(),
        n => text::told_other(n, act),
    };
    if !done.unread.is_empty() {
        sentence += &text::told_yes(done.unread.len());
    }
    if done.skipped > 0 {
        sentence += &text::told_yes_2(done.skipped);
    }
    sentence + &left_closed(&done.closed)
}

/// Says which cells were left unchanged because their year is closed.
pub fn left_closed(closed: &BTreeMap<FiscalYear, usize>) -> String {
    let years: Vec<String> = closed.keys().map(|year| year.say()).collect();
    match closed.values().sum::<usize>() {
        0 => String::new(),
        n => text::left_closed(n, years.join(marks::and())),
    }
}

/// Result of pasting.
pub fn pasted(done: &Pasted) -> String {
    account(done, text::pasted())
}

/// Result of filling down.
pub fn filled(done: &Pasted) -> String {
    account(done, text::filled())
}

/// Result of filling to the right.
pub fn filled_right(done: &Pasted) -> String {
    account(done, text::filled_right())
}

/// Result of filling a selection.
pub fn filled_all(done: &Pasted) -> String {
    account(done, text::filled_all())
}

/// Result of replacing.
pub fn replaced(done: &Pasted) -> String {
    account(done, text::replaced())
}

/// Number of cells that have the text looked for.
pub fn found(count: usize) -> String {
    match count {
        0 => text::found_none().to_owned(),
        count => text::found_some(count),
    }
}

/// Totals of the selection; empty for fewer than two cells.
pub fn totals(totals: Totals) -> String {
    let filled = totals.filled;
    match (totals.sum, totals.mean()) {
        _ if filled < 2 => String::new(),
        (Some(sum), Some(mean)) => {
            text::totals_sum(filled, number(sum), number(rounded(mean, sum)))
        }
        _ if totals.units_differ => text::totals_units(filled),
        _ => text::totals_count(filled),
    }
}

/// Returns a mean with at most two decimals more than its sum.
fn rounded(mean: Decimal, sum: Decimal) -> Decimal {
    mean.round_dp_with_strategy(sum.scale() + 2, RoundingStrategy::MidpointAwayFromZero)
        .normalize()
}

/// Result of clearing.
pub fn cleared(done: &Pasted) -> String {
    match done.written {
        0 if !done.closed.is_empty() => left_closed(&done.closed),
        0 => text::cleared_none().to_owned(),
        n => text::cleared_other(n, left_closed(&done.closed)),
    }
}
