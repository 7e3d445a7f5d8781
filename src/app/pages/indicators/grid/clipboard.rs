//! Blocks of cells: copied, pasted, filled down, cleared; each in one edit.

use leptos::prelude::*;

use super::board::{Board, Place};
use crate::edit::{self, Cell, Pasted};
use crate::format::block;
use crate::locale::grid as words;
use crate::strategy::{Id, Series};

type Written = (Id<Series>, Cell, String);

fn selected(board: Board) -> (Place, Place) {
    untrack(|| board.selection())
}

/// The selected cells as a spreadsheet takes them.
pub fn copy(board: Board) -> String {
    let ((top, left), (bottom, right)) = selected(board);
    let line = |row| {
        (left..=right)
            .map(|column| quoted(&board.text((row, column))))
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
pub fn paste(board: Board, text: &str) {
    let rows = block(text);
    let ((top, left), (bottom, right)) = selected(board);
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
            match board.cell((top + down, left + along)) {
                Some((series, cell)) => cells.push((series, cell, text.trim().to_owned())),
                None => outside += usize::from(!text.trim().is_empty()),
            }
        }
    }
    let pasted = board.store.with(|s| edit::paste(s, &cells, outside));
    let said = words::pasted(&pasted);
    if apply(board, pasted) && !single {
        board.extend(top + height - 1, left + width - 1);
    }
    board.said().set(said);
}

/// Copies the top row of the selection into the rows below it.
pub fn fill_down(board: Board) {
    let ((top, left), (bottom, right)) = selected(board);
    let mut cells: Vec<Written> = Vec::new();
    for row in top + 1..=bottom {
        for column in left..=right {
            if let Some((series, cell)) = board.cell((row, column)) {
                cells.push((series, cell, board.text((top, column))));
            }
        }
    }
    let filled = board.store.with(|s| edit::fill_down(s, &cells));
    board.said().set(words::filled(&filled));
    apply(board, filled);
}

/// Empties the selected cells.
pub fn clear(board: Board) {
    let ((top, left), (bottom, right)) = selected(board);
    let places = (top..=bottom).flat_map(|row| (left..=right).map(move |column| (row, column)));
    let cells: Vec<Written> = places
        .filter_map(|place| {
            board
                .cell(place)
                .map(|(series, cell)| (series, cell, String::new()))
        })
        .collect();
    let cleared = board.store.with(|s| edit::clear_cells(s, &cells));
    board.said().set(words::cleared(&cleared));
    apply(board, cleared);
}

fn apply(board: Board, done: Pasted) -> bool {
    done.edit.is_some_and(|edit| board.store.commit(edit))
}
