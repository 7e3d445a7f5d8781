//! 図のことば.

use super::say::Say;
use super::text::charts as text;
pub use super::text::charts::*;

use strategy::FiscalYear;

/// Button.
pub const SAVE_PNG: &str = "PNG";
/// Button.
pub const SAVE_SVG: &str = "SVG";

/// Between the targets a year had one after the other.
pub const THEN: &str = " → ";

/// 「男性 実績」, or only 「実績」 where there is one line.
pub fn of_line(line: &str, what: &str) -> String {
    match line {
        "" => what.to_owned(),
        _ => format!("{line} {what}"),
    }
}

/// 「令和6年度 実績 309人」.
pub fn point(year: FiscalYear, what: &str, printed: &str, unit: &str) -> String {
    [&year.say(), " ", what, " ", &with_unit(printed, unit)].concat()
}

pub use super::number::with_unit;

/// 「単位：人」.
pub fn unit(unit: &str) -> String {
    match unit {
        "" => String::new(),
        _ => text::unit(unit),
    }
}

/// A target change and its reason.
pub fn change_note(year: FiscalYear, what: &str) -> String {
    match what {
        "" => text::change_note_empty(year),
        _ => text::change_note_other(year, what),
    }
}

/// A baseline that does not say of which year it is.
pub fn undated_baseline(printed: &str, unit: &str) -> String {
    text::undated_baseline(baseline(), with_unit(printed, unit))
}

/// A baseline inside the column of actual figures.
pub fn as_baseline(printed: &str) -> String {
    text::as_baseline(printed, baseline())
}

/// The text beside the last point: 「実績 309」.
pub fn end(what: &str, printed: &str) -> String {
    format!("{what} {printed}")
}

/// A part of a whole and what it holds.
pub fn holds(name: &str, printed: &str) -> String {
    match printed {
        "" => name.to_owned(),
        _ => text::holds(name, printed),
    }
}

/// 「出生数 △77.5 %」.
pub fn of_row(title: &str, printed: &str) -> String {
    format!("{title} {printed}")
}

/// 「第3町 順調 5」.
pub fn counted(title: &str, part: &str, count: usize) -> String {
    format!("{title} {part} {count}")
}

/// 「令和6年度 基本目標1 12,345千円」.
pub fn amount(column: &str, part: &str, printed: &str) -> String {
    format!("{column} {part} {printed}{}", in_thousands())
}

/// Those without a bar, and why.
pub fn without_bar(why: &str, titles: &[&str]) -> String {
    let titles: String = titles.iter().map(text::without_bar).collect();
    text::without_bar_2(why, titles)
}
