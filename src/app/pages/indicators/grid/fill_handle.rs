//! The handle at the corner of the selection: drawn over cells, it fills them with what goes on.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::clipboard;
use super::state::{Edges, GridState};
use crate::parts::{Scroll, Short, follow_pointer};
use ::grid::Area;

/// The handle, and the area that is being drawn with it. For the mouse and for fingers; the keyboard
/// has Ctrl+D, Ctrl+R and the menu.
#[component]
pub fn FillHandle(grid: GridState, scroll: RwSignal<Scroll>) -> impl IntoView {
    let drawn = RwSignal::new(None::<Area>);
    let drawing = RwSignal::new(false);
    let begin = move |event: PointerEvent| {
        event.stop_propagation();
        follow_pointer(&event);
        drawing.set(true);
    };
    let draw = move |event: PointerEvent| {
        if drawing.get_untracked()
            && let Some(at) = grid.position_at(&event)
        {
            drawn.set(untrack(|| grid.area()).stretched(at));
        }
    };
    let end = move |fills: bool| {
        drawing.set(false);
        if let Some(area) = drawn.try_update(Option::take).flatten()
            && fills
        {
            clipboard::fill_drawn(grid, area);
            browser::focus::focus("grid-input");
        }
    };
    let read_only = grid.store.read_only();
    view! {
        <Show when=move || !read_only.get()>
            <div
                class="fill-handle"
                aria-hidden="true"
                style=move || corner(grid, scroll.get())
                on:pointerdown=begin
                on:pointermove=draw
                on:pointerup=move |_| end(true)
                on:pointercancel=move |_| end(false)
            ></div>
        </Show>
        {move || {
            let (edges, _) = in_sight(grid, drawn.get()?, scroll.get())?;
            Some(view! { <div class="fill-area" aria-hidden="true" style=edges.style()></div> })
        }}
    }
    .into_any()
}

/// Returns the part of an area in sight, and whether its last corner is; `None`: nothing of it is.
fn in_sight(grid: GridState, area: Area, seen: Scroll) -> Option<(Edges, bool)> {
    let edges = grid.edges(area, seen);
    let ends = edges.bottom <= seen.height + 1.0 && edges.right <= seen.width + 1.0;
    let sticky = grid.widths.with(|widths| widths.sticky());
    let shown = Edges {
        left: edges.left.max(sticky),
        top: edges.top.max(grid.header.get()),
        right: edges.right.min(seen.width),
        bottom: edges.bottom.min(seen.height),
    };
    (shown.left < shown.right && shown.top < shown.bottom).then_some((shown, ends))
}

/// Place of the handle: at the last corner of the selection, if that is in sight.
fn corner(grid: GridState, seen: Scroll) -> String {
    match in_sight(grid, grid.area(), seen) {
        Some((Edges { right, bottom, .. }, true)) => {
            let [left, top] = [right, bottom].map(Short);
            format!("left:{left}px;top:{top}px")
        }
        _ => "display:none".to_owned(),
    }
}
