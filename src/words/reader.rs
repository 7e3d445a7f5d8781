//! Texts of the pages for readers.

use super::charts::with_unit;
use super::number::percent;
pub use super::text::reader::*;
use super::text::{file, reader as text};
use super::year::YearForms;
use format::json::{Problem, ReadError};
use insight::rollup::Median;
use strategy::FiscalYear;

/// 「380人（R7）」; without a year, the figure alone.
pub fn of_year(figure: &str, unit: &str, year: Option<FiscalYear>) -> String {
    let figure = with_unit(figure, unit);
    match year {
        Some(year) => text::with_year(figure, year.short()),
        None => figure,
    }
}

/// Heading of the figures by year, with their unit if there is one.
pub fn by_year(unit: &str) -> String {
    match unit {
        "" => text::by_year_plain().to_owned(),
        _ => text::by_year(unit),
    }
}

/// 「進捗率のまん中の値は62％です」, and why it is not an average; empty if no indicator has a 進捗率.
pub fn median(median: &Median) -> String {
    match median.value {
        _ if median.of == 0 => String::new(),
        None => text::median_of_few(median.of),
        Some(value) if median.of_several > 0 => [
            text::median(percent(value), median.of),
            text::median_of_several().to_owned(),
        ]
        .concat(),
        Some(value) => text::median(percent(value), median.of),
    }
}

/// Returns why a file cannot be read, for a person who did not make it and cannot repair it. Advice on the file
/// itself is for offices only.
pub fn why_unread(error: &ReadError) -> String {
    let why = match error.problem {
        Problem::Empty => text::why_empty(),
        Problem::TooLarge(_) => text::why_too_large(),
        Problem::Truncated => text::why_truncated(),
        Problem::Newer(_) => text::why_newer(),
        Problem::Encoding(_) | Problem::Foreign | Problem::TooDeep | Problem::NotOurs(_) => {
            text::why_not_ours()
        }
        _ => text::why_damaged(),
    };
    match &error.place {
        Some(place) => file::at_place(place, why),
        None => why.to_owned(),
    }
}
