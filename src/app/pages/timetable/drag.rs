//! Dragging an item over the calendar: by whole 旬 and lanes, however tall the cells are that it is taken from and put on.

use leptos::ev::DragEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::range::say_when;
use crate::store::Store;
use strategy::*;

/// An item that is held.
#[derive(Clone, Copy)]
struct HeldItem {
    item: Id<TimetableItem>,
    /// Number of 旬 from its first to the one where the pointer took it.
    grip: i32,
}

/// Item that is being dragged over the timetable, and its target.
#[derive(Clone, Copy)]
pub struct Dragging {
    held: RwSignal<Option<HeldItem>>,
    /// The lane, and the 旬 it would begin in, as an index.
    over: RwSignal<Option<(Id<Lane>, i32)>>,
}

impl Dragging {
    /// Nothing is held; for the parts of the page.
    pub fn set_up() {
        let (held, over) = (RwSignal::new(None), RwSignal::new(None));
        provide_context(Self { held, over });
    }

    /// That of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Takes an item up; `row` is the 旬 of the first row of its cell.
    pub fn start(self, event: &DragEvent, item: Id<TimetableItem>, row: i32) {
        if let Some(data) = event.data_transfer() {
            // Firefox drags only what carries something.
            let _ = data.set_data("text/plain", &item.to_string());
        }
        let from = Store::here().with(|s| s.get(item).map(|one| one.from.index()));
        let grip = from.map_or(0, |from| row + rows_down(event) - from);
        self.held.set(Some(HeldItem { item, grip }));
    }

    /// Lets go.
    pub fn stop(self) {
        self.held.set(None);
        self.over.set(None);
    }

    /// Over a cell of a lane, whose first row is this 旬: whether it may be dropped here.
    pub fn pass(self, event: &DragEvent, lane: Id<Lane>, row: i32) {
        if let Some(held) = self.held.get_untracked() {
            event.prevent_default();
            let to = Some((lane, row + rows_down(event) - held.grip));
            if self.over.get_untracked() != to {
                self.over.set(to);
            }
        }
    }

    /// Puts it down on a cell of a lane.
    pub fn put_down(self, event: &DragEvent, lane: Id<Lane>, row: i32) {
        let store = Store::here();
        let Some(HeldItem { item, grip }) = self.held.get_untracked() else {
            return;
        };
        event.prevent_default();
        self.stop();
        let to = row + rows_down(event) - grip;
        let stays = |one: &TimetableItem| one.lane == lane && one.from.index() == to;
        if store.with(|s| s.get(item).is_none_or(|one| stays(one))) {
            return;
        }
        if store.edit(|s| edit::put_item(s, item, lane, to)) {
            say_when(store, item);
        }
    }

    /// True if the dragged item would begin in this 旬.
    pub fn begins(self, index: i32) -> bool {
        self.over.get().is_some_and(|(_, at)| at == index)
    }

    /// True if the dragged item would go into this lane, within these 旬.
    pub fn goes_to(self, lane: Id<Lane>, from: i32, to: i32) -> bool {
        let here = |(over, at)| over == lane && (from..=to).contains(&at);
        self.over.get().is_some_and(here)
    }
}

/// Returns the number of rows between the first row of its cell and the pointer.
fn rows_down(event: &DragEvent) -> i32 {
    let element = |target: Option<web_sys::EventTarget>| target?.dyn_into::<HtmlElement>().ok();
    let cell = element(event.current_target())
        .and_then(|heard| heard.closest("td").ok().flatten())
        .and_then(|cell| cell.dyn_into::<HtmlElement>().ok());
    // Position of the pointer in its element, and of this in the cell.
    let mut y = event.offset_y();
    let mut on = element(event.target());
    while let Some(one) = on.filter(|one| Some(one) != cell.as_ref()) {
        y += one.offset_top();
        on = one
            .offset_parent()
            .and_then(|parent| parent.dyn_into().ok());
    }
    let mut row = cell.and_then(|cell| cell.parent_element());
    let mut down = 0;
    while let Some(one) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) {
        y -= one.offset_height();
        row = one.next_element_sibling();
        if y < 0 || row.is_none() {
            break;
        }
        down += 1;
    }
    down
}
