//! The plan as a workbook for spreadsheets: 体系, 指標一覧, 実施計画, 実績, 評価, 日程, 推移図,
//! a sheet each.
//!
//! It is the office's own file: everything is in it, 備考 and inner opinions too. What is published is made of the public
//! subset.
//!
//! - P20 Every figure, amount and rating of the plan stands in the workbook once, as it is printed; 推移図 only follows it.
//! - P21 A sum is what `insight` says; it is written as a number, so that nothing depends on who computes it again.

mod charts;
mod draft;
mod grant;
mod indicators;
mod outline;
mod plan;
mod reviews;
mod timetable;

pub use grant::{grant_rows, grant_workbook};

use format::workbook::{Sheet, Workbook};
use strategy::{FiscalYear, Strategy};

/// Returns the workbook of 指標一覧 alone, without charts; its texts are whole, however long.
pub fn indicators(strategy: &Strategy, today: FiscalYear) -> Workbook {
    Workbook {
        sheets: indicators::sheet(strategy, today).into_iter().collect(),
    }
}

/// Returns the row of the heads of 指標一覧, counted from one, and the heads.
pub fn indicator_heads(strategy: &Strategy) -> (usize, Vec<String>) {
    let heads = indicators::heads(strategy).into_iter();
    (indicators::HEAD_ROW, heads.map(|(head, _)| head).collect())
}

/// Returns the sheet of 評価 alone.
pub fn reviews(strategy: &Strategy) -> Option<Sheet> {
    reviews::sheet(strategy)
}

/// Returns the workbook of a plan, as of a fiscal year. Sheets without rows are left out.
pub fn workbook(strategy: &Strategy, today: FiscalYear) -> Workbook {
    let sheets = SHEETS.iter().filter_map(|sheet| sheet(strategy, today));
    of_sheets(sheets.collect())
}

/// Returns a workbook of these sheets. A text that is too long for its cell ends by saying so.
pub(crate) fn of_sheets(sheets: Vec<Sheet>) -> Workbook {
    let mut book = Workbook { sheets };
    book.cut_long_texts(::words::workbook::cell_cut);
    book
}

/// Makes a sheet of the workbook; `None` if it has no rows.
pub type SheetOf = fn(&Strategy, FiscalYear) -> Option<Sheet>;

/// The sheets of the workbook, in order.
pub const SHEETS: [SheetOf; 7] = [
    |strategy, _| outline::sheet(strategy),
    indicators::sheet,
    |strategy, _| plan::planned(strategy),
    |strategy, _| plan::settled(strategy),
    |strategy, _| reviews::sheet(strategy),
    |strategy, _| timetable::sheet(strategy),
    charts::sheet,
];
