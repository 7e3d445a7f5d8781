//! なぜ？のことば: an explanation with the numbers that were used.

use super::text::number;
use super::text::why as text;
use crate::YearForms;

mod aim;
mod band;
mod no_rate;
mod spoken;
#[cfg(test)]
mod tests;
mod verdict;

use rust_decimal::Decimal;

use super::number::{amount, at_most, figures, percent};
use insight::decimal;
use insight::progress::*;
use insight::rating::{Because, Measured, Missed, Rated};
use insight::unit::{counts_same, is_level, is_rank};
use strategy::*;

use aim::*;
pub(crate) use aim::{bounded, limited, provisional};
use band::*;
use no_rate::*;
use spoken::spoken;

pub use verdict::{decided, reasons, spoken_reasons};

/// なぜこの評価か: the target, the actual, the calculation, and the rule that applied (I14).
pub fn why(rated: &Rated) -> String {
    let s = &rated.status;
    let sentence = match &s.progress {
        Progress::Rate { rate, .. } => rate_text(s, *rate, &rated.because),
        Progress::Kept {
            limits: Limits::NotBelow(from) | Limits::NotAbove(from),
            ..
        } if is_of_last_year(s) => moved_text(s, *from, Some(s.year.previous())),
        Progress::Kept { limits, .. } => kept_text(s, *limits),
        Progress::Moved { from, since, .. } => moved_text(s, *from, *since),
        Progress::NoBaseline { reached, .. } => no_baseline_text(s, *reached),
        Progress::Softened { .. } => softened_text(s),
        Progress::Unknown(why) => unknown_text(s, *why),
    };
    sentence + &because_text(s, &rated.because)
}

fn rate_text(s: &ProgressStatus, rate: Decimal, because: &Because) -> String {
    let Some(start) = s.baseline else {
        return String::new();
    };
    let sum = match (&s.actual, s.target_value()) {
        (Ok(actual), Some(target)) => text::sum(
            figures(s.shown(actual, None)),
            figures(start.value),
            figures(target),
        ),
        _ => String::new(),
    };
    let (start, target, actual) = (start_text(s, start), target_text(s), actual_text(s));
    let (tolerance, share, elapsed) = (tolerance_text(s), percent(rate), elapsed_text(s));
    let is_against = matches!(
        s.progress,
        Progress::Rate {
            moved: Moved::Against,
            ..
        }
    );
    let mut sentence = match is_against {
        true => text::rate_against(start, target, actual, tolerance, sum, share, elapsed),
        false => text::rate(start, target, actual, tolerance, sum, share, elapsed),
    };
    if let (Some(expected), Some(pace)) = (s.expected, s.pace())
        && expected.by == By::Typed
        && s.target.as_ref().is_some_and(|t| t.year != s.year)
        && looks_at(because, Quantity::Pace)
    {
        sentence += &text::pace(
            s.year.short(),
            amount(expected.value, &s.unit),
            percent(pace),
        );
    }
    sentence
}

fn looks_at(because: &Because, quantity: Quantity) -> bool {
    let Because::Tests { held, missed } = because else {
        return false;
    };
    let missed = missed.iter().map(|missed| &missed.failed);
    held.iter().chain(missed).any(|m| m.test.of == quantity)
}
