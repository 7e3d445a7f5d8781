//! A table of 広域 as CSV and as a workbook.

use super::workbook::of_sheets;
use ::words::{number, region as words};
use format::csv::{MARK, line};
use format::workbook::{Cell, Row, RowKind, Sheet, SheetColumn, ShownNumber, Workbook};
use insight::region::{RegionTable, SortValue, TableCell};

/// The widest column, in characters.
const WIDEST: usize = 48;

/// Returns the table as CSV: its heads, its rows, then the sums. A number has no commas.
pub fn csv(table: &RegionTable) -> String {
    let mut text = String::from(MARK);
    line(&mut text, &table.heads);
    for row in table.rows.iter().chain(&table.total) {
        let cells = row.iter().map(|cell| match number_of(cell) {
            Some(number) => number.to_string(),
            None => cell.shown.clone(),
        });
        line(&mut text, &cells.collect::<Vec<_>>());
    }
    text
}

/// Returns the table as a workbook. What each row is made of, town by town, is a sheet of its own.
pub fn workbook(table: &RegionTable) -> Workbook {
    let mut rows = vec![Row::new(RowKind::Title, [Cell::text(&table.title)])];
    if !table.scope.is_empty() {
        rows.push(Row::new(RowKind::Note, [Cell::text(&table.scope)]));
    }
    rows.push(Row::new(RowKind::Head, table.heads.iter().map(Cell::text)));
    let body = table.rows.iter();
    rows.extend(body.map(|row| Row::new(RowKind::Body, row.iter().map(cell))));
    let total = table.total.iter();
    rows.extend(total.map(|row| Row::new(RowKind::Total, row.iter().map(cell))));
    let width = |at: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(at));
        let texts = cells.map(|cell| &*cell.shown);
        let texts = texts.chain(table.heads.get(at).map(|head| &**head));
        widest(texts)
    };
    let first = Sheet {
        name: table.title.clone(),
        columns: (0..table.heads.len()).map(|at| column(width(at))).collect(),
        rows,
        frozen_columns: 1,
        filtered: true,
        ..Sheet::default()
    };
    of_sheets(std::iter::once(first).chain(parts(table)).collect())
}

fn parts(table: &RegionTable) -> Option<Sheet> {
    let first = table.heads.first().filter(|_| !table.parts.is_empty())?;
    let heads = [first.as_str(), words::town_column(), words::part_figure()];
    let body = table.parts.iter();
    let body = body.map(|part| Row::new(RowKind::Body, part.iter().map(Cell::text)));
    let width = |at: usize| widest(table.parts.iter().map(|part| &*part[at]));
    Some(Sheet {
        name: words::parts_sheet().to_owned(),
        columns: (0..3).map(|at| column(width(at))).collect(),
        rows: std::iter::once(Row::new(RowKind::Head, heads.map(Cell::text)))
            .chain(body)
            .collect(),
        frozen_columns: 1,
        filtered: true,
        ..Sheet::default()
    })
}

/// Returns the width of the widest text; a letter of Japanese is as wide as two others.
fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    let wide = |text: &str| text.chars().map(|c| 1 + usize::from(!c.is_ascii())).sum();
    texts.map(wide).max().unwrap_or(0)
}

fn column(width: usize) -> SheetColumn {
    SheetColumn {
        width: (width + 2).clamp(8, WIDEST),
        ..SheetColumn::default()
    }
}

/// Returns the number of a cell that shows only this number.
fn number_of(cell: &TableCell) -> Option<i64> {
    let SortValue::Number(number) = cell.value else {
        return None;
    };
    let is_alone = cell.shown == number.to_string() || cell.shown == number::grouped(number);
    is_alone.then_some(number)
}

fn cell(cell: &TableCell) -> Cell {
    match number_of(cell) {
        Some(number) => Cell::Number(ShownNumber::thousands(number)),
        None => Cell::text(&cell.shown),
    }
}
