//! Work that a user starts and that may fail with a sentence.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

/// State of the work. Copy it freely.
#[derive(Clone, Copy, Default)]
pub struct Attempt {
    is_busy: RwSignal<bool>,
    failed: RwSignal<Option<String>>,
}

impl Attempt {
    /// True while the work runs. Tracked.
    pub fn is_busy(self) -> bool {
        self.is_busy.get()
    }

    /// Starts the work, and keeps the sentence with which it fails.
    pub fn start(self, work: impl Future<Output = Result<(), String>> + 'static) {
        self.start_boxed(Box::pin(work));
    }

    fn start_boxed(self, work: Pin<Box<dyn Future<Output = Result<(), String>>>>) {
        self.is_busy.set(true);
        self.failed.set(None);
        spawn_local(async move {
            let ended = work.await;
            // The page may have been left.
            self.failed.try_set(ended.err());
            self.is_busy.try_set(false);
        });
    }

    /// Keeps the end of work that took no time.
    pub fn end(self, ended: Result<(), String>) {
        self.failed.set(ended.err());
    }
}

/// The sentence with which the work failed; screen readers read it out.
#[component]
pub fn Failure(of: Attempt) -> impl IntoView {
    view! { <p class="bad-text" role="alert">{move || of.failed.get()}</p> }.into_any()
}
