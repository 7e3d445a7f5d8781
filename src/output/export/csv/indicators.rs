//! 指標一覧: a row for each series, a column for each year of its figures, as they are printed.

use crate::export::workbook;
use format::csv::{MARK, line};
use format::workbook::{Cell, Row, RowKind, Sheet, ShownNumber};
use strategy::{FiscalYear, Strategy};

/// Returns the table, as of a fiscal year. Without indicators it is empty.
pub fn wide(s: &Strategy, today: FiscalYear) -> String {
    let sheets = workbook::indicators(s, today).sheets;
    rows_of(sheets.into_iter().next())
}

/// Returns the head and the rows of a sheet as CSV.
pub fn rows_of(sheet: Option<Sheet>) -> String {
    let mut text = String::from(MARK);
    for row in sheet.iter().flat_map(|sheet| &sheet.rows) {
        if matches!(row.kind, RowKind::Head | RowKind::Body) {
            line(&mut text, &told(row));
        }
    }
    text
}

/// Returns the texts of a row, with numbers as printed.
fn told(row: &Row) -> Vec<String> {
    let cell = |cell: &Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(shown) | Cell::Sum(shown, _) => {
            shown.printed.clone().unwrap_or_else(|| shown.text())
        }
        Cell::Linked(to) => to
            .shown
            .as_ref()
            .map_or_else(String::new, ShownNumber::text),
    };
    row.cells.iter().map(cell).collect()
}
