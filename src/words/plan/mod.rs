//! 実施計画のことば, and those of the sheets that 評価 shares with it.

use super::text::plan as text;
pub use super::text::plan::*;

mod grid;
mod money;
mod pictures;
mod reprise;
mod works;
mod years;

pub use grid::*;
pub use money::*;
pub use pictures::*;
pub use reprise::*;
pub use works::*;
pub use years::*;

use strategy::*;

/// DOM id of the list of usual words for 方向性.
pub const COURSE_LIST: &str = "course-words";

/// The DOM id of the field that adds a line.
pub const ADD_FIELD: &str = "add-work";

/// The DOM id of the choice of the year.
pub const YEAR_CHOICE: &str = "sheets-year";

/// 「32-1 町内会等への加入促進」.
pub fn coded(code: &str, title: &str) -> String {
    format!("{code} {title}")
}

/// Goal and heading above a measure.
pub fn way(goal: &str, division: Option<&str>) -> String {
    match division {
        Some(division) => text::way(goal, division),
        None => goal.to_owned(),
    }
}

/// 担当課.
pub fn owner(name: &str) -> String {
    match name {
        "" => text::owner_empty().to_owned(),
        _ => text::owner_other(name),
    }
}

/// 「令和6年度（17シート）」.
pub fn year_choice(year: FiscalYear, sheets: usize) -> String {
    match sheets {
        0 => text::year_choice_none(year),
        _ => text::year_choice_other(year, sheets),
    }
}

/// Says that there is no sheet for this year.
pub fn no_sheet(year: FiscalYear, side: Side) -> String {
    match side {
        Side::Planned => text::no_sheet_planned(year),
        Side::Done => text::no_sheet_done(year),
    }
}

/// Returns the line under the heading of the page.
pub fn subtitle(year: FiscalYear) -> String {
    let last = FiscalYear(year.0 + Sheet::YEARS - 1);
    text::subtitle(year, last)
}
