//! Blocks of cells: copied, pasted, filled, cleared; each in one edit.

use leptos::prelude::*;

use super::state::GridState;
use ::grid::{Area, Position, continued, copies, placed};
use ::words::grid as words;
use edit::{Pasted, TableCell};
use format::tsv;

type Written = (TableCell, String);

fn selected(grid: GridState) -> Area {
    untrack(|| grid.area())
}

/// The selected cells as spreadsheets and word processors take them.
pub fn copy(grid: GridState) -> Vec<Vec<String>> {
    selected(grid).texts(|position| grid.text(position))
}

/// Writes a block into the selection, or from its first cell on.
pub fn paste(grid: GridState, text: &str) {
    let (rows, area) = (tsv::parse(text), selected(grid));
    let mut cells: Vec<Written> = Vec::new();
    let (mut outside, mut last) = (0, area.first);
    for (position, text) in placed(&rows, area) {
        last = Area::between(last, position).last;
        match grid.cell(position) {
            Some(cell) => cells.push((cell, text.trim().to_owned())),
            None => outside += usize::from(!text.trim().is_empty()),
        }
    }
    let pasted = grid.store.with(|s| edit::paste(s, &cells, outside));
    let is_partial = grid.hides_rows() && pasted.written > 1;
    if apply(grid, pasted, words::pasted) {
        if is_partial {
            grid.announcement()
                .update(|said| *said += words::only_seen());
        }
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
fn all_selected(grid: GridState, text: &str) -> Vec<Written> {
    let cells = selected(grid).positions();
    let cells = cells.filter_map(|position| grid.cell(position));
    cells.map(|cell| (cell, text.to_owned())).collect()
}

/// Writes one text into all that is selected.
pub fn fill(grid: GridState, text: &str) {
    let cells = all_selected(grid, text.trim());
    let filled = grid.store.with(|s| edit::paste(s, &cells, 0));
    apply(grid, filled, words::filled_all);
}

/// Goes on with the selected cells as far as an area that was drawn from their corner, 目標 with 目標 and 実績 with 実績. The
/// baseline is no year, and no text either.
pub fn fill_series(grid: GridState, to: Area) {
    let from = selected(grid);
    let down = from.columns() == to.columns();
    let baseline = grid.baseline();
    let (lines, back) = from.drawn(to);
    let mut cells = Vec::new();
    for (line, is_target) in lines.iter().flat_map(|line| [(line, true), (line, false)]) {
        let fits = |at: &&Position| {
            grid.is_target(at.row) == Some(is_target) && (down || at.column > baseline)
        };
        let source: Vec<String> = line
            .from
            .iter()
            .filter(fits)
            .map(|at| grid.text(*at))
            .collect();
        let source: Vec<&str> = source.iter().map(String::as_str).collect();
        let new: Vec<Position> = line.to.iter().filter(fits).copied().collect();
        let texts = continued(&source, new.len(), back);
        cells.extend(
            new.into_iter()
                .zip(texts)
                .filter_map(|(at, text)| Some((grid.cell(at)?, text))),
        );
    }
    let filled = grid.store.with(|s| edit::paste(s, &cells, 0));
    if apply(grid, filled, words::filled_all) {
        select_area(grid, to);
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
    let cells: Vec<Written> = rows
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
    let cells: Vec<Written> = pairs
        .filter(is_year)
        .filter_map(|(from, to)| copied(grid, from, to))
        .collect();
    let filled = grid.store.with(|s| edit::fill_right(s, &cells));
    apply(grid, filled, words::filled_right);
}

/// Returns the text of one cell, to be written into another.
fn copied(grid: GridState, from: Position, to: Position) -> Option<Written> {
    grid.cell(from)?;
    Some((grid.cell(to)?, grid.text(from)))
}

/// Writes the texts of cells in which something was replaced.
pub fn replace(grid: GridState, texts: Vec<(Position, String)>) -> bool {
    let cells: Vec<Written> = texts
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
