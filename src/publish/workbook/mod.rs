//! The plan as a workbook for spreadsheets: 体系, 指標一覧, 実施計画, 実績, 評価, 日程, a sheet each.
//!
//! It is the office's own file: everything is in it, 備考 and inner opinions too.
//!
//! - P20 Every figure, amount and rating of the plan stands in the workbook once, as it is printed.
//! - P21 A sum is what `insight` says; it is written as a number, so that nothing depends on who computes it again.

mod indicators;
mod outline;
mod plan;
mod reviews;
mod timetable;

use crate::format::workbook::{Cell, Column, Row, RowKind, Sheet, Shown, Workbook};
use crate::strategy::record::Field;
use crate::strategy::*;
use crate::words::workbook as words;

/// The workbook of a plan, as of a fiscal year. A sheet nothing is written of is not there.
pub fn workbook(strategy: &Strategy, today: FiscalYear) -> Workbook {
    let sheets = [
        outline::sheet(strategy),
        indicators::sheet(strategy, today),
        plan::planned(strategy),
        plan::settled(strategy),
        reviews::sheet(strategy),
        timetable::sheet(strategy),
    ];
    Workbook {
        sheets: sheets.into_iter().flatten().collect(),
    }
}

/// A sheet under the title of the plan; `None`: there is nothing on it.
struct Draft<'a> {
    plan: &'a str,
    name: &'static str,
    note: String,
    heads: Vec<(String, usize)>,
    frozen: usize,
    rows: Vec<Row>,
}

impl Draft<'_> {
    fn sheet(self) -> Option<Sheet> {
        if self.rows.is_empty() {
            return None;
        }
        let title = words::title(self.plan, self.name);
        let mut rows = vec![Row::new(RowKind::Title, [Cell::text(title)])];
        if !self.note.is_empty() {
            rows.push(Row::new(RowKind::Note, [Cell::text(self.note)]));
        }
        let heads = self.heads.iter().map(|(head, _)| Cell::text(head.as_str()));
        rows.push(Row::new(RowKind::Head, heads));
        rows.extend(self.rows);
        let column = |(_, width): &(String, usize)| Column {
            width: *width,
            choices: Vec::new(),
        };
        Some(Sheet {
            name: self.name.to_owned(),
            columns: self.heads.iter().map(column).collect(),
            rows,
            frozen_columns: self.frozen,
        })
    }
}

/// A head by the word of a field, and how wide its column is.
fn head(field: &Field, width: usize) -> (String, usize) {
    (field.word().to_owned(), width)
}

fn figure(figure: Option<&Figure>) -> Cell {
    match figure.map(|figure| (Shown::figure(figure), figure)) {
        Some((Some(shown), _)) => Cell::Number(shown),
        Some((None, figure)) => Cell::text(figure.text()),
        None => Cell::Empty,
    }
}

fn money(money: Option<&Money>) -> Cell {
    match money {
        Some(money) => Shown::money(money).map_or(Cell::text(money.to_string()), Cell::Number),
        None => Cell::Empty,
    }
}
