//! A part goes out as a workbook, is filled in with a spreadsheet, and comes back.

mod cases;
mod chosen;
mod elsewhere;
mod files;
mod new_rows;
mod written;

use std::sync::Arc;

use edit::merge::{Act, Choice, ChoicesOf, gather};
use edit::{NotTaken, Unreadable, closed_years};
use format::workbook::{
    Cell, CellRead, NotRead, Row, RowRead, Sheet as Tab, SheetRead, ShownNumber, Workbook,
    read_workbook,
};
use output::hands::{
    ReturnedPart, hash_of, incoming, mark_of, part_of, part_workbook, read_part, returned, scope_of,
};
use proptest::prelude::{ProptestConfig, any, prop, prop_assert_eq, proptest};
use strategy::*;
use words::{Language, Voice};

use fixtures::{arbitrary, sample};

/// Returns all of a plan as a part.
pub fn whole(plan: &Strategy) -> Strategy {
    let measures = plan.measures.ids().map(AnyId::from);
    let indicators = plan.indicators.ids().map(AnyId::from);
    let mut part = HandedPart {
        id: "17".to_owned(),
        to: "産業課".to_owned(),
        records: measures
            .chain(indicators)
            .map(|id| id.to_string())
            .collect(),
        ..HandedPart::default()
    };
    part.hash = hash_of(&part_of(plan, &part));
    part_of(plan, &part)
}

/// Returns a plan with a ledger line for all of it, and that part.
pub fn handing_out(mut plan: Strategy) -> (Strategy, Strategy) {
    let part = whole(&plan);
    let mut about = About::clone(&plan.about());
    about.handed_out = part.about().handed.iter().cloned().collect();
    plan.about.insert(about);
    (plan, part)
}

/// Returns the first line with a 決算額.
fn settled_line(part: &Strategy) -> Arc<Line> {
    let mut lines = part.lines.iter();
    lines.find(|line| line.settled.is_some()).unwrap().clone()
}

fn sheets(part: &Strategy) -> Vec<SheetRead> {
    read_workbook(&part_workbook(part).unwrap()).unwrap()
}

/// Returns the sheet, the row of a record, and the column of a head.
fn place(sheets: &[SheetRead], id: &str, head: &str) -> (usize, usize, usize) {
    let found = sheets.iter().enumerate().find_map(|(at, sheet)| {
        let row = sheet
            .rows
            .iter()
            .position(|row| row.get(0).map(CellRead::text).as_deref() == Some(id));
        let heads = sheet
            .rows
            .iter()
            .find(|row| row.cells.iter().any(|(_, cell)| cell.text() == head));
        let column = heads?.cells.iter().find(|(_, cell)| cell.text() == head)?.0;
        Some((at, row?, column))
    });
    found.unwrap_or_else(|| panic!("{id} {head}"))
}

/// Writes into a cell by the id of its row and the head of its column.
pub fn write(sheets: &mut [SheetRead], id: &str, head: &str, cell: CellRead) {
    let (sheet, row, column) = place(sheets, id, head);
    let cells = &mut sheets[sheet].rows[row].cells;
    cells.retain(|(at, _)| *at != column);
    cells.push((column, cell));
    cells.sort_by_key(|(at, _)| *at);
}

/// Makes a text cell.
pub fn text(text: &str) -> CellRead {
    CellRead::Text(text.to_owned())
}

/// Returns the sheet of a name.
fn sheet<'a>(sheets: &'a mut [SheetRead], name: &str) -> &'a mut SheetRead {
    sheets.iter_mut().find(|sheet| sheet.name == name).unwrap()
}

/// Writes a row below the others, by the heads of its cells; with the number of another row, if it was copied.
fn add_row(sheets: &mut [SheetRead], name: &str, id: &str, cells: &[(&str, &str)]) -> usize {
    let sheet = sheet(sheets, name);
    let is_head = |row: &&RowRead| row.cells.iter().any(|(_, cell)| cell.text() == "名称");
    let head = sheet.rows.iter().find(is_head).unwrap().clone();
    let at = |head_of: &str| {
        let cell = head.cells.iter().find(|(_, cell)| cell.text() == head_of);
        cell.unwrap_or_else(|| panic!("{head_of}")).0
    };
    let mut row: Vec<_> = cells
        .iter()
        .map(|(head, said)| (at(head), text(said)))
        .collect();
    row.push((0, text(id)));
    row.retain(|(_, cell)| !cell.text().is_empty());
    row.sort_by_key(|(at, _)| *at);
    let number = sheet.rows.last().unwrap().number + 1;
    sheet.rows.push(RowRead {
        number,
        cells: row,
        hidden: false,
    });
    number
}

/// Reads a workbook; new records are numbered from 4711.
fn read(part: &Strategy, sheets: &[SheetRead]) -> ReturnedPart {
    let mut last = 4710;
    read_part(part, sheets, &mut || {
        last += 1;
        last
    })
}
