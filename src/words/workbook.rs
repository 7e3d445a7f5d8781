//! 表計算のブックのことば: the plan as a workbook.

use super::text::workbook as text;
pub use super::text::workbook::*;
use super::year::YearForms;

use strategy::FiscalYear;

/// Returns the title of a sheet.
pub fn title(plan: &str, sheet: &str) -> String {
    match plan.trim() {
        "" => sheet.to_owned(),
        plan => text::titled(plan, sheet),
    }
}

/// Names the year of the ratings.
pub fn rated_in(year: FiscalYear) -> String {
    text::rated(year)
}

/// Column: the target of a year.
pub fn target(year: FiscalYear) -> String {
    text::target_of(year.short())
}

/// Note above charts: they follow 指標一覧; with their number, if not all are drawn.
pub fn charts_note(first: Option<usize>) -> String {
    match first {
        Some(count) => text::first_charts_follow(count.to_string(), text::indicators()),
        None => text::charts_follow(text::indicators()),
    }
}
