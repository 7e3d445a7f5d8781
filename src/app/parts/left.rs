//! Handler for when the keyboard leaves a part of the page.

use std::cell::Cell;

use leptos::ev::FocusEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use browser::time;

thread_local! {
    static PRESSED: Cell<bool> = const { Cell::new(false) };
}

/// Keeps an eye on the pointer while the component is there: what moves under a pressed button would be missed by it.
pub fn watch_pointer() {
    let down = window_event_listener(leptos::ev::pointerdown, |_| PRESSED.set(true));
    let up = window_event_listener(leptos::ev::pointerup, |_| PRESSED.set(false));
    let cancelled = window_event_listener(leptos::ev::pointercancel, |_| PRESSED.set(false));
    on_cleanup(move || {
        down.remove();
        up.remove();
        cancelled.remove();
        PRESSED.set(false);
    });
}

/// Runs something once the keyboard has gone from the element that listens and all that is in it, and no button of
/// the pointer is down. Another window in front is no leaving. What runs is told where the keyboard is now.
pub fn when_left(event: &FocusEvent, then: impl FnOnce(Option<web_sys::Element>) + 'static) {
    let place = event.current_target();
    let Some(place) = place.and_then(|t| t.dyn_into::<web_sys::Node>().ok()) else {
        return;
    };
    spawn_local(async move {
        time::sleep(0).await;
        while PRESSED.get() {
            time::frame().await;
        }
        let here = document().active_element();
        let inside = place.contains(here.as_ref().map(AsRef::as_ref));
        if !inside && document().has_focus().unwrap_or(true) {
            then(here);
        }
    });
}
