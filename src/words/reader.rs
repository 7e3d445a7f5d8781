//! Words of the pages for those who read.

use super::charts::with_unit;
use super::text::reader as text;
pub use super::text::reader::*;
use crate::strategy::FiscalYear;

/// 「380人（R7）」; without a year, the figure alone.
pub fn of_year(figure: &str, unit: &str, year: Option<FiscalYear>) -> String {
    let figure = with_unit(figure, unit);
    match year {
        Some(year) => text::with_year(figure, year.short()),
        None => figure,
    }
}

/// Heading of the figures by year, with their unit where there is one.
pub fn by_year(unit: &str) -> String {
    match unit {
        "" => text::by_year_plain().to_owned(),
        _ => text::by_year(unit),
    }
}
