//! What is being drawn of one number.

use leptos::prelude::*;

use insight::workshop::{Drawing, Lesson};
use strategy::*;

/// What is being drawn. Copy it freely.
#[derive(Clone, Copy)]
pub struct Drawn {
    /// What is asked.
    pub lesson: StoredValue<Lesson>,
    /// The line.
    pub line: RwSignal<Drawing>,
    /// The hidden year the keyboard is at.
    pub at: RwSignal<usize>,
    /// What was put away of this person; told when the figures are seen.
    pub own: RwSignal<Option<Id<Guess>>>,
    /// True if the figures are shown.
    pub seen: Signal<bool>,
}

impl Drawn {
    /// Nothing drawn yet.
    pub fn blank(lesson: Lesson, seen: Signal<bool>) -> Self {
        Self {
            line: RwSignal::new(Drawing::blank(&lesson)),
            lesson: StoredValue::new(lesson),
            at: RwSignal::new(0),
            own: RwSignal::new(None),
            seen,
        }
    }
}
