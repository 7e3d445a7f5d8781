//! Blocks of cells: copied, pasted, filled, cleared; each in one edit.

use leptos::prelude::*;

use super::state::GridState;
use ::grid::{Area, Block, Position, continued, placed};
use ::words::grid as words;
use edit::{FigureCell, Pasted};
use format::tsv;
use strategy::{Id, Series};

type Written = (Id<Series>, FigureCell, String);

fn selected(grid: GridState) -> Area {
    untrack(|| grid.area())
}

/// The selected cells as spreadsheets and word processors take them.
pub fn copy(grid: GridState) -> Block {
    Block::of(selected(grid), |position| grid.text(position))
}

/// Writes a block into the selection, or from its first cell on.
pub fn paste(grid: GridState, text: &str) {
    let (rows, area) = (tsv::parse(text), selected(grid));
    let mut cells: Vec<Written> = Vec::new();
    let (mut outside, mut last) = (0, area.first);
    for (position, text) in placed(&rows, area) {
        last = Area::between(last, position).last;
        match grid.cell(position) {
            Some((series, cell)) => cells.push((series, cell, text.trim().to_owned())),
            None => outside += usize::from(!text.trim().is_empty()),
        }
    }
    let pasted = grid.store.with(|s| edit::paste(s, &cells, outside));
    if apply(grid, pasted, words::pasted) {
        select_area(grid, Area::between(area.first, last));
    }
}

fn select_area(grid: GridState, area: Area) {
    grid.select(|selection, size| {
        selection.go(area.first, false, size);
        selection.go(area.last, true, size);
    });
}

/// Writes one text into all that is selected.
pub fn fill(grid: GridState, text: &str) {
    let cells = selected(grid).positions();
    let cells = cells.filter_map(|position| grid.cell(position));
    let cells: Vec<Written> = cells
        .map(|(series, cell)| (series, cell, text.trim().to_owned()))
        .collect();
    let filled = grid.store.with(|s| edit::paste(s, &cells, 0));
    apply(grid, filled, words::filled_all);
}

/// Goes on with the selected cells as far as an area that was drawn from their corner: down or up, 目標 with 目標 and
/// 実績 with 実績, or to the right or the left.
pub fn fill_series(grid: GridState, to: Area) {
    let from = selected(grid);
    let cells: Vec<Written> = match from.columns() == to.columns() {
        true => along_columns(grid, from, to),
        false => along_rows(grid, from, to),
    };
    let filled = grid.store.with(|s| edit::paste(s, &cells, 0));
    if apply(grid, filled, words::filled_all) {
        select_area(grid, to);
    }
}

fn along_columns(grid: GridState, from: Area, to: Area) -> Vec<Written> {
    let kind = |row: usize| {
        grid.rows
            .with_untracked(|rows| rows.get(row).map(|key| key.target))
    };
    let back = to.first.row < from.first.row;
    let mut new: Vec<usize> = to.rows().filter(|row| !from.rows().contains(row)).collect();
    if back {
        new.reverse();
    }
    let mut cells = Vec::new();
    for of_kind in [Some(true), Some(false)] {
        let is_kind = |row: &usize| kind(*row) == of_kind;
        let source: Vec<usize> = from.rows().filter(is_kind).collect();
        let new: Vec<usize> = new.iter().copied().filter(is_kind).collect();
        for column in from.columns() {
            let place = |row: &usize| Position { row: *row, column };
            let source: Vec<Position> = source.iter().map(place).collect();
            let new: Vec<Position> = new.iter().map(place).collect();
            cells.extend(gone_on(grid, &source, &new, back));
        }
    }
    cells
}

fn along_rows(grid: GridState, from: Area, to: Area) -> Vec<Written> {
    let back = to.first.column < from.first.column;
    let is_year = |column: &usize| *column > 0;
    let new = to
        .columns()
        .filter(|column| !from.columns().contains(column));
    let mut new: Vec<usize> = new.filter(is_year).collect();
    if back {
        new.reverse();
    }
    let rows = from.rows().flat_map(|row| {
        let place = |column: &usize| Position {
            row,
            column: *column,
        };
        let source: Vec<usize> = from.columns().filter(is_year).collect();
        let source: Vec<Position> = source.iter().map(place).collect();
        let new: Vec<Position> = new.iter().map(place).collect();
        gone_on(grid, &source, &new, back)
    });
    rows.collect()
}

/// The texts that go on from some cells, for others.
fn gone_on(grid: GridState, source: &[Position], new: &[Position], back: bool) -> Vec<Written> {
    let texts: Vec<String> = source.iter().map(|at| grid.text(*at)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let new = new.iter().zip(continued(&texts, new.len(), back));
    new.filter_map(|(at, text)| {
        let (series, cell) = grid.cell(*at)?;
        Some((series, cell, text))
    })
    .collect()
}

/// Copies down, 目標 into 目標 and 実績 into 実績: of several rows the first selected of each kind into those below it,
/// of a single row what stands above it.
pub fn fill_down(grid: GridState) {
    let area = selected(grid);
    let (top, bottom) = (area.first.row, area.last.row);
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
    let (left, right) = (area.first.column, area.last.column);
    // The baseline is no year.
    let first = left.max(1);
    let (from, to) = match left == right {
        true => (right.saturating_sub(1).max(1), right),
        false => (first, first + 1),
    };
    let pair = |row, column| (Position { row, column: from }, Position { row, column });
    let cells: Vec<Written> = area
        .rows()
        .flat_map(|row| (to..=right).map(move |column| pair(row, column)))
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
    let positions = selected(grid).positions();
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
