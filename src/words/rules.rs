//! 評価区分のことば.

use super::say::Word;
use super::text::rules as text;
pub use super::text::rules::*;
use super::year::YearForms;
use crate::text::{marks, number};

use super::number::{figures, percent};
use strategy::{FiscalYear, Quantity, Test};

/// Label of the mark of a band.
pub fn mark_of(place: usize) -> String {
    text::mark_of(place + 1)
}

/// Label of the word of a band.
pub fn word_of(place: usize) -> String {
    text::word_of(place + 1)
}

/// Label of the tone of a band.
pub fn tone_of(place: usize) -> String {
    text::tone_of(place + 1)
}

/// Button.
pub fn add_below(place: usize) -> String {
    text::add_below(place + 1)
}

/// Button.
pub fn remove(place: usize) -> String {
    text::remove(place + 1)
}

/// Label of a bound.
pub fn bound(place: usize, label: &str) -> String {
    text::bound(place + 1, label)
}

/// Button.
pub fn compare(year: FiscalYear) -> String {
    text::compare(year.short())
}

/// 「（出生数、総人口）」: the indicators that no band fits.
pub fn not_taken(names: &[String]) -> String {
    text::not_taken(names.join(marks::list()))
}

/// Disclosure.
pub fn given(year: FiscalYear) -> String {
    text::given(year.short())
}

/// 「ペースが80％以上」: the condition of a test.
pub fn test(test: &Test) -> String {
    text::test(test.of.word(), bounds(test))
}

/// 「80％以上」: the bounds of a test.
pub fn bounds(test: &Test) -> String {
    let bound = |value| match test.of {
        Quantity::Surplus => figures(value),
        _ => percent(value),
    };
    let limits: Vec<String> = [
        test.at_least.map(|v| number::at_least(bound(v))),
        test.more_than.map(|v| number::more_than(bound(v))),
        test.less_than.map(|v| number::less_than(bound(v))),
    ]
    .into_iter()
    .flatten()
    .collect();
    limits.join(marks::and())
}
