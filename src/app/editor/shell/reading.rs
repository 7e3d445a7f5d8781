//! A reader's page: no field takes input that would not be kept.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement};

/// Marks the fields that this tab must not type in, to free them again.
const HELD: &str = "data-reading";

fn set_read_only(element: &Element, held: bool) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_read_only(held);
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.set_read_only(held);
    }
}

/// The keyboard is in a field of a page that can only be read: it takes no input. Searching and filtering go on.
fn hold(field: &Element) {
    let free = "[type=search], [type=checkbox], [type=radio], [readonly], dialog *";
    if field.matches("input, textarea") == Ok(true) && field.matches(free) == Ok(false) {
        set_read_only(field, true);
        // The name and the value are fixed and valid.
        let _ = field.set_attribute(HELD, "");
    }
}

/// The keyboard comes into an element.
pub fn hold_target(event: &Event) {
    if let Some(field) = event.target().and_then(|t| t.dyn_into().ok()) {
        hold(&field);
    }
}

/// From now on the page can, or cannot, be written.
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
