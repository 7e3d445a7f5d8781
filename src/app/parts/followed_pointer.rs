//! A pointer that is followed until it is let go.

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use web_sys::Element;

/// Follows the pointer that was pressed on an element, also where it leaves it.
pub fn follow_pointer(event: &PointerEvent) {
    event.prevent_default();
    // Without the capture, a pointer that leaves the element ends its work there; nothing is done then.
    let _ = event_target::<Element>(event).set_pointer_capture(event.pointer_id());
}
