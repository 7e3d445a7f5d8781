//! The selection, drawn over the table: a box that moves, while the rows below stay as they are.

use leptos::prelude::*;

use super::state::GridState;
use crate::parts::{Edges, Scroll};
use ::grid::{Area, Position};

/// The box of a selection of several cells; of one cell, its field is the box. For the eyes alone: screen readers have
/// `aria-selected`.
#[component]
pub fn SelectionBox(grid: GridState, scroll: RwSignal<Scroll>) -> impl IntoView {
    let area = Memo::new(move |_| grid.block());
    let boxes = move || {
        let seen = scroll.get();
        let boxes = area.get().map(|area| boxes(grid, area, seen));
        let draw = |edges: Edges| view! { <div class="selection-box" aria-hidden="true" style=edges.moved()></div> };
        boxes.map(|all| all.into_iter().map(draw).collect_view())
    };
    boxes.into_any()
}

/// The parts of an area in sight: the names stay where they are, and on cards no two cells have one edge.
fn boxes(grid: GridState, area: Area, seen: Scroll) -> Vec<Edges> {
    if grid.cards.get() {
        return cells_in_sight(grid, area, seen)
            .filter_map(|at| grid.in_sight(Area::between(at, at), seen))
            .collect();
    }
    let (first, last) = (area.first, area.last);
    let names = (first.column == 0).then(|| Area::between(first, Position { column: 0, ..last }));
    let from = Position {
        column: first.column.max(1),
        ..first
    };
    let figures = (last.column > 0).then(|| Area::between(from, last));
    let parts = names.into_iter().chain(figures);
    parts.filter_map(|part| grid.in_sight(part, seen)).collect()
}

/// The cells of an area in the rows in sight.
fn cells_in_sight(grid: GridState, area: Area, seen: Scroll) -> impl Iterator<Item = Position> {
    let high = grid.row.get();
    // Never negative.
    let first = (seen.top / high) as usize;
    let last = ((seen.top + seen.height) / high) as usize;
    let rows = area.first.row.max(first)..=area.last.row.min(last);
    rows.flat_map(move |row| area.columns().map(move |column| Position { row, column }))
}
