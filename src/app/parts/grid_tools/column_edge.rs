//! The border of a head: drawn, it sets the width of its column.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::ColumnHandle;
use crate::parts::follow_pointer;
use crate::sizes::sizes;

/// The border of a head: drawn with the pointer it sets the width of the column, pressed twice it fits the longest text.
/// The keyboard has the menu.
#[component]
pub fn ColumnEdge(column: ColumnHandle) -> impl IntoView {
    let column = StoredValue::new(column);
    let text = sizes();
    let drawn = StoredValue::new(None::<(f64, f64)>);
    let begin = move |event: PointerEvent| {
        event.stop_propagation();
        follow_pointer(&event);
        let width = column.with_value(|column| column.width.run(()));
        drawn.set_value(Some((f64::from(event.client_x()), width)));
    };
    let draw = move |event: PointerEvent| {
        if let Some((from, width)) = drawn.get_value() {
            let moved = f64::from(event.client_x()) - from;
            let moved = moved / text.get_untracked().text;
            column.with_value(|column| column.resize(width + moved));
        }
    };
    let end = move || {
        if drawn.try_update_value(Option::take).flatten().is_some() {
            column.with_value(|column| column.choices.remember());
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
                column.with_value(ColumnHandle::fit);
            }
        ></span>
    }
    .into_any()
}
