//! A drawing of one number.

use leptos::prelude::*;

use insight::workshop::{GuessDrawing, Lesson};
use strategy::*;

/// A drawing. Copy it freely.
#[derive(Clone, Copy)]
pub struct Drawn {
    /// The question.
    pub lesson: StoredValue<Lesson>,
    /// The line.
    pub line: RwSignal<GuessDrawing>,
    /// The hidden year the keyboard is at.
    pub at: RwSignal<usize>,
    /// The stored guess of this person; shown with the figures.
    pub own: RwSignal<Option<Id<Guess>>>,
    /// True if the figures are shown.
    pub seen: Signal<bool>,
}

impl Drawn {
    /// Nothing drawn yet.
    pub fn blank(lesson: Lesson, seen: Signal<bool>) -> Self {
        Self {
            line: RwSignal::new(GuessDrawing::blank(&lesson)),
            lesson: StoredValue::new(lesson),
            at: RwSignal::new(0),
            own: RwSignal::new(None),
            seen,
        }
    }
}
