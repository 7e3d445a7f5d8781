//! The text looked for in the cells, and the text that takes its place.

use leptos::prelude::*;

use ::grid::Pattern;
use browser::focus::{focus, focus_added};

/// Id of the field of the text that is looked for.
pub const FIELD: &str = "grid-find";

/// Query of the bar, and its state.
#[derive(Clone, Copy)]
pub struct FindQuery {
    /// `None`: it is closed; true: texts are to be replaced.
    pub mode: RwSignal<Option<bool>>,
    /// Text that is looked for.
    pub text: RwSignal<String>,
    /// Text that takes its place.
    pub new: RwSignal<String>,
    /// True if it must be all of a cell.
    pub whole: RwSignal<bool>,
}

impl FindQuery {
    /// Nothing is looked for.
    pub fn closed() -> Self {
        Self {
            mode: RwSignal::new(None),
            text: RwSignal::new(String::new()),
            new: RwSignal::new(String::new()),
            whole: RwSignal::new(false),
        }
    }

    /// Opens it; the keyboard goes to the text that is looked for.
    pub fn open(self, replaces: bool) {
        self.mode.set(Some(replaces));
        focus_added(FIELD.to_owned());
    }

    /// Closes it, and gives the keyboard back to the table.
    pub fn close(self) {
        self.mode.set(None);
        focus("grid-input");
    }

    /// Tracked: the pattern that is looked for.
    pub fn pattern(self) -> Option<Pattern> {
        self.text.with(|text| Pattern::new(text, self.whole.get()))
    }
}
