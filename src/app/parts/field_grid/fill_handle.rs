//! The handle at the corner of the selection: drawn over cells, it fills them with what goes on.

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{FieldGrid, GridHost};
use crate::parts::{EdgeScroll, Edges, follow_pointer};
use crate::store::Store;
use ::grid::Position;

/// The handle of the grid that is worked in. The style sheet puts it at the cell of the class `corner`. For the mouse and
/// for fingers; the keyboard has Ctrl+D, Ctrl+R and the menu.
#[component]
pub fn FieldFillHandle(host: GridHost) -> impl IntoView {
    let store = Store::here();
    let current = move || untrack(|| host.current());
    // The element that scrolls the cells, while the handle is drawn.
    let scroller = StoredValue::new_local(None::<Element>);
    let seen = move || scroller.with_value(|scroller| scroller.as_ref().map(seen_cells));
    let edge = EdgeScroll::new(
        Callback::new(move |()| seen()),
        Callback::new(move |(along, down)| {
            scroller.with_value(|scroller| {
                if let Some(scroller) = scroller {
                    scroller.scroll_by_with_x_and_y(along, down);
                }
            });
        }),
        Callback::new(move |at| {
            if let Some(grid) = current()
                && let Some(seen) = seen()
                && let Some(at) = grid.at_point(seen.nearest(at))
                && let Some(selected) = grid.selection.get_untracked()
            {
                let to = selected.area().stretched(at);
                if grid.drawn.get_untracked() != to {
                    grid.drawn.set(to);
                }
            }
        }),
    );
    let begin = move |event: PointerEvent| {
        follow_pointer(&event);
        host.draws.set(true);
        scroller.set_value(current().and_then(FieldGrid::scroller));
        // A text that is being written is sent when its field loses the keyboard.
        if let Some(field) = document().active_element()
            && let Some(field) = field.dyn_ref::<HtmlElement>()
        {
            // An element on the page loses the keyboard.
            let _ = field.blur();
        }
    };
    let draw = move |event: PointerEvent| {
        if host.draws.get_untracked() {
            edge.follow(&event);
        }
    };
    let end = move |fills: bool| {
        edge.stop();
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
}

/// The frame in which an element scrolls cells, in the window.
fn seen_cells(scroller: &Element) -> Edges {
    let (width, height) = (scroller.client_width(), scroller.client_height());
    let is_page = document().scrolling_element().as_ref() == Some(scroller);
    let (left, top) = match is_page {
        true => (0.0, 0.0),
        false => {
            let frame = scroller.get_bounding_client_rect();
            (frame.left(), frame.top())
        }
    };
    Edges {
        left,
        top,
        right: left + f64::from(width),
        bottom: top + f64::from(height),
    }
}

impl FieldGrid {
    /// The element that scrolls its cells: a long table, or the page. The handle is at the last cell selected.
    fn scroller(self) -> Option<Element> {
        let last = self.selection.get_untracked()?.area().last;
        let id = self.cells(|cells| cells.id(last))?;
        let field = document().get_element_by_id(&id)?;
        // Constant selector.
        let table = field.closest(".virtual").ok().flatten();
        table.or_else(|| document().scrolling_element())
    }

    /// The cell at a point of the window, if it is one of this grid.
    fn at_point(self, (x, y): (f64, f64)) -> Option<Position> {
        let element = document().element_from_point(x as f32, y as f32)?;
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
