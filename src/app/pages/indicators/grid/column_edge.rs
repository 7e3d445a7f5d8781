//! The border of a head: drawn, it sets the width of its column.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::state::GridState;
use super::widths::ColumnKind;

/// The border of a head: drawn with the pointer it sets the width of the column, pressed twice it fits the longest text.
#[component]
pub fn ColumnEdge(column: ColumnKind) -> impl IntoView {
    // Before the strategy is open there is nothing to draw.
    let Some(grid) = use_context::<GridState>() else {
        return ().into_any();
    };
    let settings = grid.settings;
    let drawn = StoredValue::new(None::<(f64, f64)>);
    let begin = move |event: PointerEvent| {
        event.prevent_default();
        event.stop_propagation();
        // Without it, a pointer that leaves the border is not followed; nothing is resized then.
        let _ = event_target::<web_sys::Element>(&event).set_pointer_capture(event.pointer_id());
        let width = grid.widths.with_untracked(|widths| widths.of(column));
        drawn.set_value(Some((f64::from(event.client_x()), width)));
    };
    let draw = move |event: PointerEvent| {
        if let Some((from, width)) = drawn.get_value() {
            let width = width + f64::from(event.client_x()) - from;
            settings.resize(column, width / grid.text_size());
        }
    };
    let end = move || {
        if drawn.try_update_value(Option::take).flatten().is_some() {
            settings.remember();
        }
    };
    view! {
        <span
            class="column-edge"
            aria-hidden="true"
            on:mousedown=|event| event.stop_propagation()
            on:pointerdown=begin
            on:pointermove=draw
            on:pointerup=move |_| end()
            on:pointercancel=move |_| end()
            on:dblclick=move |event| {
                event.stop_propagation();
                grid.store.with(|s| settings.fit(column, s));
            }
        ></span>
    }
    .into_any()
}
