//! 知るのことば.

use super::text::learn as text;
pub use super::text::learn::*;

use rust_decimal::Decimal;

use super::model;
use super::number::amount;
use insight::workshop::{Beside, Lesson};
use strategy::{FiscalYear, Indicator};

/// Name of an indicator, with its series where it has several.
pub fn name(indicator: &Indicator, lesson: Option<&Lesson>) -> String {
    let name = model::named(&indicator.name);
    match lesson.map(|one| one.series.as_str()) {
        None | Some("") => name.to_owned(),
        Some(series) => super::text::model::title_within(name, series),
    }
}

/// Returns the question, with the first and the last figure shown.
pub fn question(name: &str, lesson: &Lesson) -> String {
    let first = lesson.shown.last();
    let last = lesson.hidden.last();
    first
        .zip(last)
        .map_or_else(String::new, |((year, value), (last, _))| {
            text::question(name, year, amount(*value, &lesson.unit), last)
        })
}

/// Says the value drawn for a year.
pub fn drawn(year: FiscalYear, value: Option<Decimal>, unit: &str) -> String {
    match value {
        Some(value) => text::at_year_about(year, amount(value, unit)),
        None => text::not_drawn(year),
    }
}

/// Says the actual value.
pub fn came(lesson: &Lesson) -> String {
    let last = lesson.hidden.last();
    last.map_or_else(String::new, |(year, value)| {
        text::came(year, amount(*value, &lesson.unit))
    })
}

/// Compares a guess with the actual value.
pub fn beside(beside: &Beside, unit: &str) -> String {
    let guessed = amount(beside.guessed, unit);
    let gap = || amount(beside.gap.abs(), unit);
    match beside.gap {
        gap if gap.is_zero() => text::same(guessed),
        below if below.is_sign_negative() => text::less(guessed, gap()),
        _ => text::more(guessed, gap()),
    }
}

/// Returns the number of lines, and the distance between them at the last year.
pub fn lines(count: usize, lesson: &Lesson, spread: Option<(Decimal, Decimal)>) -> String {
    match (count, spread, lesson.hidden.last()) {
        (0, ..) => String::new(),
        (2.., Some((low, high)), Some((year, _))) => {
            let told = |value| amount(value, &lesson.unit);
            text::lines_some(count, year, told(low), told(high))
        }
        _ => text::lines_one().to_owned(),
    }
}

/// Returns the target of the town.
pub fn aim(lesson: &Lesson) -> Option<String> {
    let (year, value) = lesson.target?;
    Some(text::aim(year, amount(value, &lesson.unit)))
}
