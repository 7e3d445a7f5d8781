//! A button that shows one of two things.

use leptos::prelude::*;

/// The button: pressed while what is shown is `of`.
pub fn one_of_two(now: RwSignal<bool>, of: bool, word: &'static str) -> AnyView {
    view! {
        <button
            type="button"
            class="btn small"
            aria-pressed=move || (now.get() == of).to_string()
            on:click=move |_| now.set(of)
        >
            {word}
        </button>
    }
    .into_any()
}
