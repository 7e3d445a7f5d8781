//! A read-only page: no field accepts input that would not be stored.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement};

/// Attribute of fields that this tab blocked, to free them again.
const HELD: &str = "data-reading";

fn set_read_only(element: &Element, held: bool) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_read_only(held);
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.set_read_only(held);
    }
}

/// Blocks the focused field of a read-only page. Search and filter fields stay usable.
fn hold(field: &Element) {
    let free = "[type=search], [type=checkbox], [type=radio], [readonly], dialog *";
    if field.matches("input, textarea") == Ok(true) && field.matches(free) == Ok(false) {
        set_read_only(field, true);
        // The name and the value are fixed and valid.
        let _ = field.set_attribute(HELD, "");
    }
}

/// Blocks the element that gets the focus.
pub fn hold_target(event: &Event) {
    if let Some(field) = event.target().and_then(|t| t.dyn_into().ok()) {
        hold(&field);
    }
}

/// Makes the page read-only or writable from now on.
pub fn set(reading: bool) {
    if reading {
        if let Some(field) = document().active_element() {
            hold(&field);
        }
        return;
    }
    while let Ok(Some(field)) = document().query_selector(&format!("[{HELD}]")) {
        set_read_only(&field, false);
        if field.remove_attribute(HELD).is_err() {
            return;
        }
    }
}
