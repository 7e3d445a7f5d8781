//! Blocks of cells: copied, pasted, filled down, cleared; each in one edit.

use leptos::prelude::*;

use super::state::{GridState, Position};
use ::words::grid as words;
use edit::{FigureCell, Pasted};
use format::tsv;
use strategy::{Id, Series};

type Written = (Id<Series>, FigureCell, String);

fn selected(grid: GridState) -> (Position, Position) {
    untrack(|| grid.selection())
}

/// The selected cells as a spreadsheet takes them.
pub fn copy(grid: GridState) -> String {
    let ((top, left), (bottom, right)) = selected(grid);
    let line = |row| {
        (left..=right)
            .map(|column| quoted(&grid.text((row, column))))
            .collect::<Vec<_>>()
            .join("\t")
    };
    (top..=bottom).map(line).collect::<Vec<_>>().join("\r\n")
}

fn quoted(text: &str) -> String {
    if text.contains(['\t', '\n', '"']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// Writes a block from the cursor on. One value over a larger selection fills it.
pub fn paste(grid: GridState, text: &str) {
    let rows = tsv::parse(text);
    let ((top, left), (bottom, right)) = selected(grid);
    let single = matches!(rows.as_slice(), [row] if row.len() == 1);
    let (height, width) = if single {
        (bottom - top + 1, right - left + 1)
    } else {
        (
            rows.len(),
            rows.iter().map(Vec::len).max().unwrap_or_default(),
        )
    };
    let mut cells: Vec<Written> = Vec::new();
    let mut outside = 0;
    for down in 0..height {
        for along in 0..width {
            let (row, column) = if single { (0, 0) } else { (down, along) };
            let Some(text) = rows.get(row).and_then(|row| row.get(column)) else {
                continue;
            };
            match grid.cell((top + down, left + along)) {
                Some((series, cell)) => cells.push((series, cell, text.trim().to_owned())),
                None => outside += usize::from(!text.trim().is_empty()),
            }
        }
    }
    let pasted = grid.store.with(|s| edit::paste(s, &cells, outside));
    if apply(grid, pasted, words::pasted) && !single {
        grid.extend(top + height - 1, left + width - 1);
    }
}

/// Copies down, 目標 into 目標 and 実績 into 実績: of several rows the first selected of each kind into those below it,
/// of a single row what stands above it.
pub fn fill_down(grid: GridState) {
    let ((top, left), (bottom, right)) = selected(grid);
    let kind = |row: usize| {
        grid.rows
            .with_untracked(|rows| rows.get(row).map(|key| key.target))
    };
    let source = |row: usize| match top == bottom {
        true => (0..row).rev().find(|above| kind(*above) == kind(row)),
        false => (top..row).find(|above| kind(*above) == kind(row)),
    };
    let rows = (top..=bottom).filter_map(|row| Some((source(row)?, row)));
    let cells: Vec<Written> = rows
        .flat_map(|(from, to)| (left..=right).map(move |column| ((from, column), (to, column))))
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
    let ((top, left), (bottom, right)) = selected(grid);
    // The baseline is no year.
    let first = left.max(1);
    let (from, to) = match left == right {
        true => (right.saturating_sub(1).max(1), right),
        false => (first, first + 1),
    };
    let cells: Vec<Written> = (top..=bottom)
        .flat_map(|row| (to..=right).map(move |column| ((row, from), (row, column))))
        .filter(|(from, to)| from != to)
        .filter_map(|(from, to)| copied(grid, from, to))
        .collect();
    let filled = grid.store.with(|s| edit::fill_right(s, &cells));
    apply(grid, filled, words::filled_right);
}

/// Returns the text of one cell, to be written into another.
fn copied(grid: GridState, from: Position, to: Position) -> Option<Written> {
    grid.cell(from)?;
    let (series, cell) = grid.cell(to)?;
    Some((series, cell, grid.text(from)))
}

/// Empties the selected cells.
pub fn clear(grid: GridState) {
    let ((top, left), (bottom, right)) = selected(grid);
    let positions = (top..=bottom).flat_map(|row| (left..=right).map(move |column| (row, column)));
    let cells: Vec<Written> = positions
        .filter_map(|position| {
            grid.cell(position)
                .map(|(series, cell)| (series, cell, String::new()))
        })
        .collect();
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
