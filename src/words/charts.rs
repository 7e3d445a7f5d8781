//! 図のことば.

use super::say::Say;
use super::text::charts as text;
pub use super::text::charts::*;

use strategy::FiscalYear;

/// Button.
pub const SAVE_PNG: &str = "PNG";
/// Button.
pub const SAVE_SVG: &str = "SVG";

/// Sign between the targets that a year had one after the other.
pub const THEN: &str = " → ";

/// 「男性 実績」, or only 「実績」 if there is one line.
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

/// Returns a target change and its reason.
pub fn change_note(year: FiscalYear, what: &str) -> String {
    match what {
        "" => text::change_note_empty(year),
        _ => text::change_note_other(year, what),
    }
}

/// Returns a baseline whose year is not known.
pub fn undated_baseline(printed: &str, unit: &str) -> String {
    text::undated_baseline(baseline(), with_unit(printed, unit))
}

/// Returns a baseline inside the column of actual figures.
pub fn as_baseline(printed: &str) -> String {
    text::as_baseline(printed, baseline())
}

/// Returns the text beside the last point: 「実績 309」.
pub fn end(what: &str, printed: &str) -> String {
    format!("{what} {printed}")
}

/// Returns the name of a part of a whole, with its content if it has any.
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

/// Names the rows without a bar, and the reason.
pub fn without_bar(why: &str, titles: &[&str]) -> String {
    let titles: String = titles.iter().map(text::without_bar).collect();
    text::without_bar_2(why, titles)
}
