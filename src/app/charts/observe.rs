//! Observers of an element: its visibility, and its width.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit, ResizeObserver,
};

/// Distance before the visible area at which a chart is requested.
const AHEAD: &str = "200px";

/// Calls `seen` once, when the element first becomes visible (or nearly), or is about to be printed; at once in a
/// browser that cannot observe it. Ends with the owner.
pub(super) fn when_in_sight(element: &Element, seen: impl Fn() + Clone + 'static) {
    let on_print = seen.clone();
    let print = window_event_listener_untyped("beforeprint", move |_| on_print());
    on_cleanup(move || print.remove());

    let now = seen.clone();
    let listener = Closure::<dyn Fn(Array, IntersectionObserver)>::new(
        move |entries: Array, observer: IntersectionObserver| {
            let in_sight = |entry: wasm_bindgen::JsValue| {
                entry
                    .unchecked_into::<IntersectionObserverEntry>()
                    .is_intersecting()
            };
            if entries.iter().any(in_sight) {
                observer.disconnect();
                seen();
            }
        },
    );
    let options = IntersectionObserverInit::new();
    options.set_root_margin(AHEAD);
    let observer =
        IntersectionObserver::new_with_options(listener.as_ref().unchecked_ref(), &options);
    let Ok(observer) = observer else {
        return now();
    };
    observer.observe(element);
    keep_until_cleanup((observer.clone(), listener), move || observer.disconnect());
}

/// Calls `changed` with the width of the element in px, now and whenever it changes, once a frame at most; and at
/// once when the page takes the width of paper for printing, and when it returns, because no frame comes in time.
pub(crate) fn on_resize(element: &HtmlElement, changed: impl Fn(f64) + Clone + 'static) {
    for event in ["beforeprint", "afterprint"] {
        let (measured, changed) = (element.clone(), changed.clone());
        let printing = window_event_listener_untyped(event, move |_| {
            let width = f64::from(measured.client_width());
            if width > 0.0 && measured.is_connected() {
                changed(width);
            }
        });
        on_cleanup(move || printing.remove());
    }
    let measured = element.clone();
    let listener = Closure::<dyn Fn()>::new(move || {
        let (measured, changed) = (measured.clone(), changed.clone());
        request_animation_frame(move || {
            let width = f64::from(measured.client_width());
            if width > 0.0 && measured.is_connected() {
                changed(width);
            }
        });
    });
    let Ok(observer) = ResizeObserver::new(listener.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(element);
    keep_until_cleanup((observer.clone(), listener), move || observer.disconnect());
}

/// Keeps the data of a callback as long as its owner lives, then calls `end`.
fn keep_until_cleanup<T: 'static>(kept: T, end: impl FnOnce() + 'static) {
    let kept = StoredValue::new_local(Some((kept, end)));
    on_cleanup(move || {
        if let Some((kept, end)) = kept.try_update_value(Option::take).flatten() {
            end();
            drop(kept);
        }
    });
}

/// Lets styles scale the picture inside (in print): its size becomes its view box.
pub(super) fn make_scalable(element: &Element) {
    let Ok(Some(svg)) = element.query_selector("svg") else {
        return;
    };
    if let (Some(width), Some(height)) = (svg.get_attribute("width"), svg.get_attribute("height")) {
        // The name of the attribute is valid.
        let _ = svg.set_attribute("viewBox", &format!("0 0 {width} {height}"));
    }
}
