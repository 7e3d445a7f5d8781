//! Opening of the menu of the selection: right click, long press, Shift+F10.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::state::GridState;
use crate::parts::{RIGHT, WindowPoint};
use ::grid::Area;

/// Opens the menu at the pointer. In a text that is being written the browser's own opens.
pub fn open_by_pointer(grid: GridState, event: &MouseEvent) {
    let target = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let is_in = |what: &str| {
        let target = target.as_ref();
        target.is_some_and(|target| target.closest(what).is_ok_and(|found| found.is_some()))
    };
    if is_in(".writing") {
        return;
    }
    event.prevent_default();
    if is_in(".grid-input") && event.button() != RIGHT {
        return open_by_key(grid);
    }
    select_under(grid, event);
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    grid.menu.set(Some(WindowPoint { x, y }));
}

/// Selects what is under the pointer, unless it is selected already.
fn select_under(grid: GridState, event: &MouseEvent) {
    let Some(position) = grid.position_at(event) else {
        return;
    };
    let area = untrack(|| grid.area());
    let over_header = grid.is_over_header(event);
    let in_rows = over_header || area.rows().contains(&position.row);
    if in_rows && area.columns().contains(&position.column) {
        return;
    }
    match over_header {
        true => grid.select(|selection, size| selection.column(position.column, false, size)),
        false => grid.go(position.row, position.column, false),
    }
}

/// Opens the menu below the active cell.
pub fn open_by_key(grid: GridState) {
    let active = untrack(|| grid.active());
    if let Some(frame) = grid.frame() {
        let seen = grid.seen();
        let edges = untrack(|| grid.edges(Area::between(active, active), seen));
        let (x, y) = (frame.x() + edges.left, frame.y() + edges.bottom);
        grid.menu.set(Some(WindowPoint { x, y }));
    }
}
