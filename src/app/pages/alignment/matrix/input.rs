//! The keys, the mouse and the clipboard of the matrix.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::copied;
use super::state::{MatrixState, TABLE, cell_id};
use super::ties;
use crate::parts::{RIGHT, WindowPoint, pasted, when_copied};
use ::grid::{Command, Key, Position};
use browser::clipboard::{self, ClipboardCommand};

/// Handles a key. Tab leaves the table: it is one stop.
pub fn press(state: MatrixState, event: &KeyboardEvent) {
    if event.alt_key() {
        return;
    }
    let (name, ctrl) = (event.key(), event.ctrl_key() || event.meta_key());
    let is_alone = !ctrl && !event.shift_key();
    let command = Command::of(Key {
        name: &name,
        ctrl,
        shift: event.shift_key(),
        writing: false,
        in_text: false,
    });
    let done = match (name.as_str(), command) {
        (" ", _) if is_alone => toggle(state),
        ("x" | "X", _) if ctrl => cut(state),
        (_, Some(command)) => obey(state, command),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}

fn toggle(state: MatrixState) -> bool {
    match state.is_block() {
        true => ties::toggle(state),
        false => state.toggle(),
    }
    true
}

/// Copies the selected cells and empties them. Where nothing can be written, the browser has no event for this key.
pub fn cut(state: MatrixState) -> bool {
    if clipboard::send(ClipboardCommand::Copy) {
        ties::clear(state);
    }
    true
}

/// Does what a key asks for; false if the browser is to do what it does.
fn obey(state: MatrixState, command: Command) -> bool {
    match command {
        Command::Clear | Command::Rewrite => ties::clear(state),
        Command::FillDown => ties::fill(state, true),
        Command::FillRight => ties::fill(state, false),
        Command::FillSelection => ties::fill_selection(state),
        Command::Find(_) => state.find.open(false),
        Command::Menu => open_menu_by_key(state),
        Command::Nothing => {}
        Command::Tab(_) | Command::Edit | Command::Note | Command::Cancel => return false,
        moves => return state.obey(moves),
    }
    true
}

fn open_menu_by_key(state: MatrixState) {
    let (row, column) = untrack(|| state.cursor());
    if let Some(cell) = document().get_element_by_id(&cell_id(row, column)) {
        let frame = cell.get_bounding_client_rect();
        let (x, y) = (frame.left(), frame.bottom());
        state.menu.set(Some(WindowPoint { x, y }));
    }
}

/// The cell under the mouse, among all rows and columns.
fn cell_at(event: &MouseEvent) -> Option<(usize, usize)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    // Constant selector.
    let place = target.closest("[data-cell]").ok().flatten()?;
    let place = place.get_attribute("data-cell")?;
    let (row, column) = place.split_once(' ')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

fn shown(state: MatrixState, (row, column): (usize, usize)) -> Position {
    let first = untrack(|| state.range()).0;
    Position {
        row,
        column: column - first,
    }
}

/// Puts the keyboard into the cell that is pressed, or with Shift extends the selection to it.
pub fn press_mouse(state: MatrixState, event: &MouseEvent) {
    let Some(cell) = cell_at(event) else { return };
    let at = shown(state, cell);
    if event.button() == RIGHT && untrack(|| state.area()).contains(at) {
        return;
    }
    state.pressed.at(event);
    match event.shift_key() {
        true => state.extend_to(at),
        false => state.go(cell.0, cell.1),
    }
}

/// Selects cells over which the mouse is drawn.
pub fn draw_mouse(state: MatrixState, event: &MouseEvent) {
    if let Some(cell) = cell_at(event)
        && state.pressed.draws(event)
    {
        state.extend_to(shown(state, cell));
    }
}

/// Ties the cell that is pressed, or unties it. A mouse that selected several changes none.
pub fn click(state: MatrixState, event: &MouseEvent) {
    if cell_at(event).is_some() && !state.is_block() && !event.shift_key() {
        state.toggle();
    }
}

/// Opens the menu of the selection at the mouse.
pub fn open_menu(state: MatrixState, event: &MouseEvent) {
    let Some(cell) = cell_at(event) else { return };
    event.prevent_default();
    if event.button() != RIGHT {
        return open_menu_by_key(state);
    }
    if !untrack(|| state.area()).contains(shown(state, cell)) {
        state.go(cell.0, cell.1);
    }
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    state.menu.set(Some(WindowPoint { x, y }));
}

/// Copies and pastes while the table has the keyboard: without a text field the browser sends these events to the page.
pub fn use_clipboard(state: MatrixState) {
    let is_here = || {
        let here = document().active_element();
        here.is_some_and(|here| here.id() == TABLE)
    };
    when_copied(is_here, move || Some(untrack(|| copied::block(state))));
    let pasted = window_event_listener(leptos::ev::paste, move |event| {
        if is_here() {
            event.prevent_default();
            ties::paste(state, &pasted(&event));
        }
    });
    on_cleanup(move || pasted.remove());
}
