//! The handle at the corner of the selection: drawn over cells, it fills them with what goes on.

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{FieldGrid, GridHost};
use crate::parts::follow_pointer;
use crate::store::Store;
use ::grid::Position;

/// The handle of the grid that is worked in. The style sheet puts it at the cell of the class `corner`. For the mouse and
/// for fingers; the keyboard has Ctrl+D, Ctrl+R and the menu.
#[component]
pub fn FieldFillHandle(host: GridHost) -> impl IntoView {
    let store = Store::here();
    let current = move || untrack(|| host.current());
    let begin = move |event: PointerEvent| {
        follow_pointer(&event);
        host.draws.set(true);
        // A text that is being written is sent when its field loses the keyboard.
        if let Some(field) = document().active_element()
            && let Some(field) = field.dyn_ref::<HtmlElement>()
        {
            // An element on the page loses the keyboard.
            let _ = field.blur();
        }
    };
    let draw = move |event: PointerEvent| {
        if host.draws.get_untracked()
            && let Some(grid) = current()
            && let Some(at) = grid.under(&event)
            && let Some(selected) = grid.selection.get_untracked()
        {
            grid.drawn.set(selected.area().stretched(at));
        }
    };
    let end = move |fills: bool| {
        if let Some(grid) = current() {
            if fills {
                grid.fill_drawn();
                store.seal();
            }
            grid.drawn.set(None);
            grid.focus();
        }
        host.draws.set(false);
    };
    let shown = move || {
        let is_here = host.current().is_some_and(|grid| host.is_worked_in(grid));
        is_here && !store.read_only().get()
    };
    view! {
        <Show when=shown>
            <div
                class="fill-handle of-field"
                aria-hidden="true"
                on:mousedown=|event| event.prevent_default()
                on:pointerdown=begin
                on:pointermove=draw
                on:pointerup=move |_| end(true)
                on:pointercancel=move |_| end(false)
            ></div>
        </Show>
    }
    .into_any()
}

impl FieldGrid {
    /// The cell under the pointer, if it is one of this grid.
    fn under(self, event: &PointerEvent) -> Option<Position> {
        let (x, y) = (event.client_x() as f32, event.client_y() as f32);
        let element = document().element_from_point(x, y)?;
        let place = element.get_attribute("data-place")?;
        let (row, column) = place.split_once(',')?;
        let at = Position {
            row: row.parse().ok()?,
            column: column.parse().ok()?,
        };
        let id = self.cells(|cells| cells.id(at));
        (id.as_deref() == Some(element.id().as_str())).then_some(at)
    }
}
