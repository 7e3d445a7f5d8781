//! Selection and copy in a table that is only read: by mouse, by arrows with Shift, Ctrl+A; Ctrl+C takes the cells to a
//! spreadsheet. Heads are cells like the others.

use std::iter::successors;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{Pressed, put_block};
use ::grid::{Command, Key, Position, Selection, SelectionGrid, Size};
use ::words::grid as words;

/// Rows that Page Up and Page Down go past.
const PAGE: usize = 10;

/// The class of a selected cell.
const PICKED: &str = "picked";

/// Elements in a table that take a click themselves.
const OWN: &str = "a, button, input, select, summary";

/// Calls `block` when the user copies while `is_here` holds, and puts its cells on the clipboard. Without a text field the
/// browser sends the event to the page, not to what has the focus.
pub fn when_copied(
    is_here: impl Fn() -> bool + 'static,
    block: impl Fn() -> Option<Vec<Vec<String>>> + 'static,
) {
    let copied = window_event_listener(leptos::ev::copy, move |event| {
        if is_here()
            && let Some(block) = block()
        {
            event.prevent_default();
            put_block(&event, &block);
        }
    });
    on_cleanup(move || copied.remove());
}

/// The frame of a table, with its selection.
#[component]
pub fn ReadTable(
    /// Label for screen readers.
    #[prop(into)]
    label: String,
    /// The table.
    children: Children,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let state = ReadSelection {
        frame,
        selection: RwSignal::new(None),
        marked: StoredValue::new_local(Vec::new()),
        pressed: Pressed::default(),
    };
    when_copied(move || state.has_focus(), move || state.block());
    let said = move || {
        let at = state.selection.get()?.head();
        let rows = state.rows();
        let head = text(&rows, Position { row: 0, ..at });
        Some(words::at(&head, &text(&rows, at)))
    };
    view! {
        <div
            node_ref=frame
            class="table-scroll selectable"
            tabindex="0"
            role="region"
            aria-label=label
            on:keydown=move |event| state.press(&event)
            on:mousedown=move |event| state.point(&event)
            on:mouseover=move |event| state.draw(&event)
        >
            {children()}
        </div>
        <p class="visually-hidden" aria-live="polite">{said}</p>
    }
}

#[derive(Clone, Copy)]
struct ReadSelection {
    frame: NodeRef<Div>,
    selection: RwSignal<Option<Selection>>,
    /// Cells that are marked as selected.
    marked: StoredValue<Vec<Element>, LocalStorage>,
    /// The mouse that draws a selection.
    pressed: Pressed,
}

impl ReadSelection {
    fn frame(self) -> Option<Element> {
        let frame = self.frame.try_get_untracked().flatten()?;
        Some(frame.unchecked_into())
    }

    fn has_focus(self) -> bool {
        let here = document().active_element();
        here.is_some() && here == self.frame()
    }

    /// The rows of the table, each with its cells.
    fn rows(self) -> Vec<Vec<Element>> {
        let table = self.frame().and_then(|frame| frame.first_element_child());
        let sections = table.into_iter().flat_map(|table| children(&table));
        let rows = sections.flat_map(|section| children(&section));
        let rows = rows.filter(|row| row.tag_name() == "TR");
        rows.map(|row| children(&row).collect()).collect()
    }

    /// The selected cells, as spreadsheets take them.
    fn block(self) -> Option<Vec<Vec<String>>> {
        let area = self.selection.get_untracked()?.area();
        let rows = self.rows();
        Some(area.texts(|at| text(&rows, at)))
    }

    /// Changes the selection as a key asks.
    fn press(self, event: &KeyboardEvent) {
        if event.alt_key() || !self.has_focus() {
            return;
        }
        let name = event.key();
        let command = Command::of(Key {
            name: &name,
            ctrl: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            writing: false,
            in_text: false,
        });
        let selects = |one: &Command| {
            one.goes_on() || matches!(one, Command::Rows | Command::Columns | Command::All)
        };
        let Some(command) = command.filter(selects) else {
            return;
        };
        event.prevent_default();
        let rows = self.rows();
        let is_filled = |at| !text(&rows, at).is_empty();
        let field = SelectionGrid {
            size: size(&rows),
            page: PAGE,
            is_filled: &is_filled,
        };
        let before = self.selection.get_untracked();
        let mut selection = before.unwrap_or(Selection::at(Position::default()));
        // The first arrow shows where the selection begins.
        if before.is_some() || !command.goes_on() {
            selection.obey(command, field);
        }
        self.select(selection, &rows);
        let head = selection.head();
        if command.goes_on()
            && let Some(cell) = rows.get(head.row).and_then(|row| row.get(head.column))
        {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            options.set_inline(ScrollLogicalPosition::Nearest);
            cell.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Selects the cell under the pointer.
    fn point(self, event: &MouseEvent) {
        let rows = self.rows();
        let Some(at) = place(&rows, event).filter(|_| event.button() == 0) else {
            return;
        };
        event.prevent_default();
        self.pressed.at(event);
        if let Some(frame) = self.frame.get_untracked() {
            // A frame on the page takes the keyboard.
            let _ = frame.focus();
        }
        let before = self.selection.get_untracked();
        let mut selection = before
            .filter(|_| event.shift_key())
            .unwrap_or(Selection::at(at));
        selection.go(at, event.shift_key(), size(&rows));
        self.select(selection, &rows);
    }

    /// Extends the selection to the cell that the mouse is drawn over.
    fn draw(self, event: &MouseEvent) {
        if !self.pressed.draws(event) || !self.has_focus() {
            return;
        }
        let rows = self.rows();
        if let (Some(at), Some(mut selection)) =
            (place(&rows, event), self.selection.get_untracked())
        {
            selection.go(at, true, size(&rows));
            self.select(selection, &rows);
        }
    }

    fn select(self, selection: Selection, rows: &[Vec<Element>]) {
        let positions = selection.area().positions();
        let cells = positions.filter_map(|at| rows.get(at.row)?.get(at.column).cloned());
        let cells: Vec<Element> = cells.collect();
        let mark = |cells: &[Element], on: bool| {
            for cell in cells {
                // A class without spaces is always one.
                let _ = cell.class_list().toggle_with_force(PICKED, on);
            }
        };
        self.marked.update_value(|marked| {
            mark(marked, false);
            mark(&cells, true);
            *marked = cells;
        });
        self.selection.set(Some(selection));
    }
}

fn children(of: &Element) -> impl Iterator<Item = Element> + use<> {
    successors(of.first_element_child(), Element::next_element_sibling)
}

fn size(rows: &[Vec<Element>]) -> Size {
    Size {
        rows: rows.len(),
        columns: rows.first().map_or(0, Vec::len),
    }
}

/// The text that is seen in a cell, in one line.
fn text(rows: &[Vec<Element>], at: Position) -> String {
    let cell = rows.get(at.row).and_then(|row| row.get(at.column));
    let cell = cell.and_then(|cell| cell.dyn_ref::<HtmlElement>());
    let text = cell.map(HtmlElement::inner_text).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The cell under the pointer, unless something in it takes the click.
fn place(rows: &[Vec<Element>], event: &MouseEvent) -> Option<Position> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    if event.buttons() == 1 && target.closest(OWN).ok()?.is_some() {
        return None;
    }
    let cell = target.closest("td, th").ok()??;
    let row = cell.parent_element()?;
    let is_row = |cells: &Vec<Element>| {
        cells
            .first()
            .is_some_and(|one| one.parent_element().as_ref() == Some(&row))
    };
    let at = rows.iter().position(is_row)?;
    let column = rows.get(at)?.iter().position(|one| *one == cell)?;
    Some(Position { row: at, column })
}
