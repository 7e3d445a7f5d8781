//! Reasons why there is no chart.

use std::fmt;

use wasm_bindgen::{JsCast, JsValue};

use ::words::charts as words;

/// Reason why there is no chart, with the message of the browser. Displays as a sentence for the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartError {
    /// The chart library could not be loaded.
    NotLoaded(String),
    /// The chart library refused the data.
    NotDrawn(String),
    /// The picture could not be made into a file.
    NotSaved(String),
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ChartError::NotLoaded(_) => words::not_loaded(),
            ChartError::NotDrawn(_) => words::not_drawn(),
            ChartError::NotSaved(_) => words::not_saved(),
        })
    }
}

impl ChartError {
    pub(super) fn not_drawn(thrown: JsValue) -> Self {
        ChartError::NotDrawn(reason(&thrown))
    }

    pub(super) fn not_saved(thrown: JsValue) -> Self {
        ChartError::NotSaved(reason(&thrown))
    }
}

/// Returns the browser's own message of a thrown value.
pub(super) fn reason(thrown: &JsValue) -> String {
    thrown
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| thrown.as_string())
        .unwrap_or_default()
}
