//! The handle at the corner of the selection: drawn over cells, it fills them with what goes on.

use leptos::ev::PointerEvent;
use leptos::html::Div;
use leptos::prelude::*;

use super::clipboard;
use super::state::GridState;
use crate::parts::{Scroll, Short};
use ::grid::{Area, Position};

/// The handle, and the area that is being drawn with it. For the mouse and for fingers; the keyboard has Ctrl+D and Ctrl+R.
#[component]
pub fn FillHandle(
    grid: GridState,
    scroller: NodeRef<Div>,
    scroll: RwSignal<Scroll>,
) -> impl IntoView {
    let drawn = RwSignal::new(None::<Area>);
    let drawing = RwSignal::new(false);
    let begin = move |event: PointerEvent| {
        event.prevent_default();
        event.stop_propagation();
        // Without it, a pointer that leaves the handle is not followed; nothing is filled then.
        let _ = event_target::<web_sys::Element>(&event).set_pointer_capture(event.pointer_id());
        drawing.set(true);
    };
    let draw = move |event: PointerEvent| {
        if drawing.get_untracked()
            && let Some(at) = position_of(&event, grid, scroller)
        {
            drawn.set(untrack(|| grid.area()).stretched(at));
        }
    };
    let end = move |fills: bool| {
        drawing.set(false);
        if let Some(area) = drawn.try_update(Option::take).flatten()
            && fills
        {
            clipboard::fill_series(grid, area);
            browser::focus::focus("grid-input");
        }
    };
    let read_only = grid.store.read_only();
    let corner = move || rectangle(grid, grid.area(), scroll.get());
    view! {
        <Show when=move || !read_only.get()>
            <div
                class="fill-handle"
                aria-hidden="true"
                style=move || corner().map_or("display:none".to_owned(), Rectangle::corner)
                on:pointerdown=begin
                on:pointermove=draw
                on:pointerup=move |_| end(true)
                on:pointercancel=move |_| end(false)
            ></div>
        </Show>
        {move || {
            let area = rectangle(grid, drawn.get()?, scroll.get())?;
            Some(view! { <div class="fill-area" aria-hidden="true" style=area.style()></div> })
        }}
    }
    .into_any()
}

/// The place of the table under the pointer.
fn position_of(event: &PointerEvent, grid: GridState, scroller: NodeRef<Div>) -> Option<Position> {
    let element = scroller.get_untracked()?;
    let frame = element.get_bounding_client_rect();
    let along = f64::from(event.client_x()) - frame.left() + f64::from(element.scroll_left());
    let down = f64::from(event.client_y()) - frame.top() + f64::from(element.scroll_top());
    let (row, header) = (grid.row.get_untracked(), grid.header.get_untracked());
    let years = grid.years.with_untracked(Vec::len);
    let last = grid.rows.with_untracked(Vec::len).saturating_sub(1);
    Some(Position {
        // A negative number becomes 0.
        row: (((down - header) / row) as usize).min(last),
        column: grid.widths.get_untracked().column_at(along, years),
    })
}

/// Part of an area that is in sight, in px from the top left of the table's frame.
#[derive(Clone, Copy)]
struct Rectangle {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    /// True if the area's last corner is in sight.
    ends: bool,
}

/// Returns the part of an area in sight; `None`: nothing of it is.
fn rectangle(grid: GridState, area: Area, seen: Scroll) -> Option<Rectangle> {
    let (high, header) = (grid.row.get(), grid.header.get());
    let sticky = grid.widths.with(|widths| widths.sticky());
    let (left, _) = grid.column(area.first.column);
    let (last, width) = grid.column(area.last.column);
    let row = |row: usize| header + row as f64 * high - seen.top;
    let (bottom, right) = (row(area.last.row + 1), last + width - seen.left);
    let shown = Rectangle {
        left: (left - seen.left).max(sticky),
        top: row(area.first.row).max(header),
        right: right.min(seen.width),
        bottom: bottom.min(seen.height),
        ends: bottom <= seen.height + 1.0 && right <= seen.width + 1.0,
    };
    (shown.left < shown.right && shown.top < shown.bottom).then_some(shown)
}

impl Rectangle {
    fn style(self) -> String {
        let [left, top, width, height] = [
            self.left,
            self.top,
            self.right - self.left,
            self.bottom - self.top,
        ]
        .map(Short);
        format!("left:{left}px;top:{top}px;width:{width}px;height:{height}px")
    }

    /// Place of the handle; nowhere if the corner is out of sight.
    fn corner(self) -> String {
        let [left, top] = [self.right, self.bottom].map(Short);
        match self.ends {
            true => format!("left:{left}px;top:{top}px"),
            false => "display:none".to_owned(),
        }
    }
}
