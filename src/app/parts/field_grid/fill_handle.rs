//! The handle at the corner of the selection: drawn over cells, it fills them with what goes on.

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{FieldGrid, GridHost};
use crate::parts::{EdgeScroll, SeenFrame, follow_pointer};
use crate::store::Store;
use ::grid::Position;

/// The handle of the grid that is worked in. The style sheet puts it at the cell of the class `corner`. For the mouse and
/// for fingers; the keyboard has Ctrl+D, Ctrl+R and the menu.
#[component]
pub fn FieldFillHandle(host: GridHost) -> impl IntoView {
    let store = Store::here();
    let current = move || untrack(|| host.current());
    let edge = EdgeScroll::new(
        Callback::new(move |()| current()?.seen_cells()),
        Callback::new(move |(along, down)| {
            if let Some(scroller) = current().and_then(FieldGrid::scroller) {
                scroller.scroll_by_with_x_and_y(along, down);
            }
        }),
        Callback::new(move |at| {
            if let Some(grid) = current()
                && let Some(at) = grid.at_point(at)
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
    .into_any()
}

impl FieldGrid {
    /// The element that scrolls its cells: a long table, or the page.
    fn scroller(self) -> Option<Element> {
        let active = self.selection.get_untracked().map(|one| one.head())?;
        let row = |row: usize| {
            let at = Position { row, ..active };
            let id = self.cells(|cells| cells.id(at))?;
            document().get_element_by_id(&id)
        };
        // The row may be scrolled out of sight, and gone.
        let rows = self.cells(|cells| cells.size()).rows;
        let field = row(active.row).or_else(|| (0..rows).find_map(row))?;
        // Constant selector.
        let table = field.closest(".virtual").ok().flatten();
        table.or_else(|| document().scrolling_element())
    }

    /// The frame in which its cells are seen.
    fn seen_cells(self) -> Option<SeenFrame> {
        let scroller = self.scroller()?;
        let (width, height) = (scroller.client_width(), scroller.client_height());
        let is_page = document().scrolling_element().as_ref() == Some(&scroller);
        let (left, top) = match is_page {
            true => (0.0, 0.0),
            false => {
                let frame = scroller.get_bounding_client_rect();
                (frame.left(), frame.top())
            }
        };
        Some(SeenFrame {
            left,
            top,
            right: left + f64::from(width),
            bottom: top + f64::from(height),
        })
    }

    /// The cell at a point of the window or, of a point beyond what is seen, at its edge; if it is one of this grid.
    fn at_point(self, point: (f64, f64)) -> Option<Position> {
        let (x, y) = self.seen_cells()?.nearest(point);
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
