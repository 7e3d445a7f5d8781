//! The handle at the corner of the selection: drawn over cells, it fills them with what goes on.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::clipboard;
use super::state::GridState;
use crate::parts::{EdgeScroll, Edges, Scroll, Short, follow_pointer};
use ::grid::Area;

/// The handle, and the area that is being drawn with it. For the mouse and for fingers; the keyboard
/// has Ctrl+D, Ctrl+R and the menu.
#[component]
pub fn FillHandle(grid: GridState, scroll: RwSignal<Scroll>) -> impl IntoView {
    let drawn = RwSignal::new(None::<Area>);
    let drawing = RwSignal::new(false);
    let edge = EdgeScroll::new(
        Callback::new(move |()| grid.seen_cells()),
        Callback::new(move |by| grid.scroll_by(by)),
        Callback::new(move |at| {
            if let Some(at) = grid.position_at_point(at) {
                let to = untrack(|| grid.area()).stretched(at);
                if drawn.get_untracked() != to {
                    drawn.set(to);
                }
            }
        }),
    );
    let begin = move |event: PointerEvent| {
        event.stop_propagation();
        follow_pointer(&event);
        drawing.set(true);
    };
    let draw = move |event: PointerEvent| {
        if drawing.get_untracked() {
            edge.follow(&event);
        }
    };
    let end = move |fills: bool| {
        drawing.set(false);
        edge.stop();
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
            let edges = grid.in_sight(drawn.get()?, scroll.get())?;
            Some(view! { <div class="fill-area" aria-hidden="true" style=edges.moved()></div> })
        }}
    }
}

/// Place of the handle: at the last corner of the selection, if that is in sight.
fn corner(grid: GridState, seen: Scroll) -> String {
    let area = grid.area();
    let edges = grid.edges(area, seen);
    let ends = edges.bottom <= seen.height + 1.0 && edges.right <= seen.width + 1.0;
    match grid.in_sight(area, seen) {
        Some(Edges { right, bottom, .. }) if ends => {
            let [left, top] = [right, bottom].map(Short);
            format!("transform:translate({left}px,{top}px)")
        }
        _ => "display:none".to_owned(),
    }
}
