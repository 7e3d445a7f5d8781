//! The selected cells of the matrix, as spreadsheets take them.

use leptos::prelude::*;

use super::row::{listed, shown_text};
use super::state::MatrixState;
use ::words::{alignment as words, model};

/// Texts of the selected cells. Whole rows have their names before them, and whole columns the names of the items above
/// them.
pub fn block(state: MatrixState) -> Vec<Vec<String>> {
    let (area, (first, end)) = (state.area(), state.range());
    let size = area.size();
    let mut texts = area.texts(|at| {
        let cell = state.matrix.with(|matrix| {
            let row = matrix.rows.get(at.row)?;
            row.cells.get(first + at.column).copied()
        });
        cell.map(shown_text).unwrap_or_default()
    });
    let has_names = size.columns == end - first;
    if has_names {
        for (row, texts) in area.rows().zip(&mut texts) {
            texts.insert(0, row_name(state, row));
        }
    }
    if size.rows == state.rows() {
        let items = area
            .columns()
            .map(|column| item_name(state, first + column));
        let corner = has_names.then(String::new);
        texts.insert(0, corner.into_iter().chain(items).collect());
    }
    texts
}

/// Number and name of the goal or measure of a row.
pub fn row_name(state: MatrixState, row: usize) -> String {
    let of = state
        .matrix
        .with(|matrix| matrix.rows.get(row).map(|row| row.of));
    let listed = of.and_then(|of| listed(state, of));
    listed.map(|(name, _)| name).unwrap_or_default()
}

/// Number and name of the item of a column.
pub fn item_name(state: MatrixState, column: usize) -> String {
    let item = state
        .matrix
        .with(|matrix| matrix.columns().nth(column).map(|column| column.item));
    let item = item.and_then(|item| state.store.get(item));
    item.map(|item| words::item_named(&item.number, model::named(&item.title)))
        .unwrap_or_default()
}
