//! Acts on the selected cells: ties are made, removed, copied and pasted. Each act is one step of the history.

use leptos::prelude::*;

use super::state::MatrixState;
use ::grid::{Area, Position, copies, laid};
use ::words::alignment as words;
use edit::{Field, Operation, Tie};
use format::tsv;
use recognise::Ticks;

fn selected(state: MatrixState) -> Area {
    untrack(|| state.area())
}

fn is_tied(state: MatrixState, at: Position) -> bool {
    state.cell(at).is_some_and(|cell| cell.own)
}

/// Ties all selected rows to the selected items; if all are tied, unties them.
pub fn toggle(state: MatrixState) {
    let area = selected(state);
    let on = !area.positions().all(|at| is_tied(state, at));
    let act = |count| Operation::Bulk(Field::Aligned, count);
    write(state, area.positions().map(|at| (at, on)), &[], act);
}

/// Unties all that is selected.
pub fn clear(state: MatrixState) {
    let all = selected(state).positions().map(|at| (at, false));
    write(state, all, &[], Operation::Clear);
}

/// Makes all that is selected as the cell of the keyboard.
pub fn fill_selection(state: MatrixState) {
    let on = is_tied(state, untrack(|| state.active()));
    let all = selected(state).positions().map(|at| (at, on));
    write(state, all, &[], Operation::Fill);
}

/// Copies the first selected row down, or the first selected column to the right.
pub fn fill(state: MatrixState, down: bool) {
    let pairs = copies(selected(state), down).into_iter();
    let cells = pairs.map(|(from, to)| (to, is_tied(state, from)));
    let act = match down {
        true => Operation::FillDown,
        false => Operation::FillRight,
    };
    write(state, cells, &[], act);
}

/// Writes a pasted table of ticks into the selection, or from its first cell on, and selects the cells.
pub fn paste(state: MatrixState, text: &str) {
    let ticks = Ticks::of(tsv::parse(text));
    let (area, size) = (selected(state), untrack(|| state.size()));
    let laid = laid(&ticks.cells, area, size);
    let mut left: Vec<&str> = laid.outside;
    let mut cells = Vec::new();
    let mut to = area.first;
    for (at, text) in laid.inside {
        to = Area::between(to, at).last;
        match ticks.read(text) {
            Some(on) => cells.push((at, on)),
            None => left.push(text),
        }
    }
    if write(state, cells.into_iter(), &left, Operation::Paste) {
        state.select(Area::between(area.first, to));
    }
}

/// Makes the ties that differ, and says how many; `left` are texts without a place or a meaning. False if it was refused.
fn write(
    state: MatrixState,
    cells: impl Iterator<Item = (Position, bool)>,
    left: &[&str],
    act: fn(usize) -> Operation,
) -> bool {
    let first = untrack(|| state.range()).0;
    let ties: Vec<Tie> = state.matrix.with_untracked(|matrix| {
        let items: Vec<_> = matrix.columns().map(|column| column.item).collect();
        let tie = |(at, on): (Position, bool)| {
            let (row, column) = (matrix.rows.get(at.row)?, first + at.column);
            let changes = row.cells.get(column)?.own != on;
            changes.then_some((row.of, *items.get(column)?, on))
        };
        cells.filter_map(tie).collect()
    });
    let account = words::matrix_done(ties.len(), left);
    let made = state.store.with(|s| edit::align_all(s, &ties, act));
    let said = state.store.carry_out(made, account);
    let done = said.is_some();
    state.say(said.unwrap_or_default());
    done
}
