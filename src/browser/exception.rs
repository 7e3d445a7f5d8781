//! Exceptions of the browser.

use wasm_bindgen::JsValue;

use super::object;

/// Names an exception: `QuotaExceededError`, `InvalidStateError` …; empty if it has no name.
pub fn name(thrown: &JsValue) -> String {
    object::get(thrown, "name").as_string().unwrap_or_default()
}
