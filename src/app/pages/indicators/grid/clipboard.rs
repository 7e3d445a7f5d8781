//! Blocks of cells: copied, pasted, filled, cleared; each in one edit.

use leptos::prelude::*;

use super::state::GridState;
use crate::parts::LongBlock;
use crate::workspace::fresh_id;
use ::grid::{Area, Filling, Position, copies, placed, rows_lacking};
use ::words::grid as words;
use edit::{FigureCell, IndicatorText, Pasted, TableCell};
use format::tsv;
use strategy::{Id, Indicator, Series};

type TypedCell = (TableCell, String);

fn selected(grid: GridState) -> Area {
    untrack(|| grid.area())
}

/// The selected cells as spreadsheets and word processors take them.
pub fn copy(grid: GridState) -> Vec<Vec<String>> {
    selected(grid).texts(|position| grid.text(position))
}

/// Writes a block into the selection, or from its first cell on. Of a block longer than the table a person is asked whether
/// indicators are added; where a filter leaves some out, they would not be seen, and there is no question.
pub fn paste(grid: GridState, text: &str) {
    let block = tsv::parse(text);
    let rows = rows_lacking(&block, selected(grid), grid.size());
    if rows == 0 || grid.hides_rows() || grid.store.read_only().get_untracked() {
        return write_block(grid, &block, &[]);
    }
    grid.long.set(Some(LongBlock {
        text: text.to_owned(),
        rows,
        records: rows.div_ceil(grid.rows_of_one()),
    }));
}

/// Writes such a block, after its indicators were added or into the rows that are there.
pub fn paste_long(grid: GridState, block: &LongBlock, adds: bool) {
    let count = if adds { block.records } else { 0 };
    let added: Vec<_> = (0..count)
        .map(|_| (Id::new(fresh_id()), Id::new(fresh_id())))
        .collect();
    write_block(grid, &tsv::parse(&block.text), &added);
}

/// Writes a block in one step, in which some indicators are added below the last row.
fn write_block(grid: GridState, block: &[Vec<String>], added: &[(Id<Indicator>, Id<Series>)]) {
    let area = selected(grid);
    let mut cells: Vec<(TableCell, &str)> = Vec::new();
    let (mut outside, mut last) = (0, area.first);
    grid.with_cells(|cell| {
        for (position, text) in placed(block, area) {
            last = Area::between(last, position).last;
            let cell = cell(position);
            match cell.or_else(|| grid.cell_to_come(position, added)) {
                Some(cell) => cells.push((cell, text.trim())),
                None => outside += usize::from(!text.trim().is_empty()),
            }
        }
    });
    let pasted = grid
        .store
        .with(|s| edit::paste_with_rows(s, added, &cells, outside));
    let is_partial = grid.hides_rows() && pasted.written > 1;
    if apply(grid, pasted, words::pasted) {
        let more = match added.len() {
            0 if is_partial => words::only_seen().to_owned(),
            0 => String::new(),
            count => words::indicators_added(count),
        };
        grid.announcement().update(|said| *said += &more);
        select_area(grid, Area::between(area.first, last));
    }
}

fn select_area(grid: GridState, area: Area) {
    grid.select(|selection, size| {
        selection.go(area.first, false, size);
        selection.go(area.last, true, size);
    });
}

/// The selected cells, each to hold this text.
fn all_selected(grid: GridState, text: &str) -> Vec<TypedCell> {
    let cells = selected(grid).positions();
    let cells = cells.filter_map(|position| grid.cell(position));
    cells.map(|cell| (cell, text.to_owned())).collect()
}

/// Writes one text into all that is selected.
pub fn fill(grid: GridState, text: &str) {
    let cells = all_selected(grid, text.trim());
    let filled = grid.store.with(|s| edit::fill_cells(s, &cells));
    apply(grid, filled, words::filled_all);
}

/// Goes on with the selected cells as far as an area that was drawn from their corner.
pub fn fill_drawn(grid: GridState, to: Area) {
    let filling = Filling::drawn(selected(grid), to);
    if fill_with(grid, &filling, words::no_row_alike()) {
        select_area(grid, to);
    }
}

/// Goes on with the values at the beginning of the selection over the rest of it.
pub fn fill_within(grid: GridState) {
    let filling = Filling::within(selected(grid));
    fill_with(grid, &filling, words::no_series());
}

/// Writes a filling, or says that it has no cells; false if it was refused.
fn fill_with(grid: GridState, filling: &Filling, none: &str) -> bool {
    let kind = |at| grid.cell(at).map(kind_of);
    let texts = filling.texts(kind, |at| grid.text(at)).into_iter();
    let cells: Vec<TypedCell> = texts
        .filter_map(|(at, text)| Some((grid.cell(at)?, text)))
        .collect();
    if cells.is_empty() {
        grid.announcement().set(none.to_owned());
        return false;
    }
    let filled = grid.store.with(|s| edit::fill_cells(s, &cells));
    apply(grid, filled, words::filled_all)
}

/// The kind of a cell: 目標 goes on with 目標, 実績 with 実績, a text with the same text. The baseline is no year.
fn kind_of(cell: TableCell) -> (u8, Option<IndicatorText>) {
    match cell {
        TableCell::Text(_, column) => (0, Some(column)),
        TableCell::SeriesName(_) => (1, None),
        TableCell::BaselineAt(_) => (2, None),
        TableCell::Figure(_, FigureCell::Baseline) => (3, None),
        TableCell::Figure(_, FigureCell::Target(_)) => (4, None),
        TableCell::Figure(_, FigureCell::Actual(_)) => (5, None),
        TableCell::Figure(_, FigureCell::WithoutPolicy(_)) => (6, None),
    }
}

/// Copies down, 目標 into 目標 and 実績 into 実績: of several rows the first selected of each kind into those below it,
/// of a single row what stands above it.
pub fn fill_down(grid: GridState) {
    let area = selected(grid);
    let (top, bottom) = (area.first.row, area.last.row);
    let alike = |row: usize| move |above: &usize| grid.is_target(*above) == grid.is_target(row);
    let source = |row: usize| match top == bottom {
        true => (0..row).rev().find(alike(row)),
        false => (top..row).find(alike(row)),
    };
    let rows = (top..=bottom).filter_map(|row| Some((source(row)?, row)));
    let cells: Vec<TypedCell> = rows
        .flat_map(|(from, to)| {
            let pair = move |column| (Position { row: from, column }, Position { row: to, column });
            area.columns().map(pair)
        })
        .filter_map(|(from, to)| copied(grid, from, to))
        .collect();
    if cells.is_empty() {
        return grid.announcement().set(words::no_row_alike().to_owned());
    }
    let filled = grid.store.with(|s| edit::fill_down(s, &cells));
    apply(grid, filled, words::filled);
}

/// Copies the first selected year into those after it; of a single column, what stands before it.
pub fn fill_right(grid: GridState) {
    let area = selected(grid);
    // The baseline is no year.
    let baseline = grid.baseline();
    let is_year = |(from, _): &(Position, Position)| from.column > baseline;
    let first = Position {
        column: area.first.column.max(baseline + 1),
        ..area.first
    };
    let pairs = copies(Area::between(first, area.last), false).into_iter();
    let cells: Vec<TypedCell> = pairs
        .filter(is_year)
        .filter_map(|(from, to)| copied(grid, from, to))
        .collect();
    let filled = grid.store.with(|s| edit::fill_right(s, &cells));
    apply(grid, filled, words::filled_right);
}

/// Returns the text of one cell, to be written into another.
fn copied(grid: GridState, from: Position, to: Position) -> Option<TypedCell> {
    grid.cell(from)?;
    Some((grid.cell(to)?, grid.text(from)))
}

/// Writes the texts of cells in which something was replaced.
pub fn replace(grid: GridState, texts: Vec<(Position, String)>) -> bool {
    let cells: Vec<TypedCell> = texts
        .into_iter()
        .filter_map(|(position, text)| Some((grid.cell(position)?, text)))
        .collect();
    let replaced = grid.store.with(|s| edit::replace_in_cells(s, &cells));
    apply(grid, replaced, words::replaced)
}

/// Empties the selected cells.
pub fn clear(grid: GridState) {
    let cells = all_selected(grid, "");
    let cleared = grid.store.with(|s| edit::clear_cells(s, &cells));
    apply(grid, cleared, words::cleared);
}

/// Makes the change, and says what it did once it is done; a closed year it left alone says so itself.
fn apply(grid: GridState, made: Pasted, words: fn(&Pasted) -> String) -> bool {
    let account = words(&made);
    let closed = made.closed.keys().next().copied();
    let announcement = grid.store.carry_out(made.edit, account);
    let done = announcement.is_some();
    grid.announcement().set(announcement.unwrap_or_default());
    if let Some(year) = closed {
        grid.store.refuse_closed(year);
    }
    done
}
