//! The text looked for in the cells, and the text that takes its place.

use leptos::prelude::*;

use ::grid::Pattern;
use browser::focus::focus_added;

/// Query of the bar, and its state.
#[derive(Clone, Copy)]
pub struct FindQuery {
    /// The DOM id of the field of the text that is looked for.
    pub id: &'static str,
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
    /// Nothing is looked for. No other bar of the page has this id.
    pub fn closed(id: &'static str) -> Self {
        Self {
            id,
            mode: RwSignal::new(None),
            text: RwSignal::new(String::new()),
            new: RwSignal::new(String::new()),
            whole: RwSignal::new(false),
        }
    }

    /// Opens it; the keyboard goes to the text that is looked for.
    pub fn open(self, replaces: bool) {
        self.mode.set(Some(replaces));
        focus_added(self.id.to_owned());
    }

    /// Tracked: true while it is open.
    pub fn is_open(self) -> bool {
        self.mode.with(Option::is_some)
    }

    /// Tracked: the pattern that is looked for.
    pub fn pattern(self) -> Option<Pattern> {
        self.text.with(|text| Pattern::new(text, self.whole.get()))
    }
}
