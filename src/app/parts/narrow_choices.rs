//! Choices that a narrow screen folds away behind a button.

use leptos::prelude::*;

use ::words::indicators as words;

/// The button that folds the choices out and in.
#[component]
pub fn NarrowChoices(
    /// True while the choices are shown on a narrow screen.
    open: RwSignal<bool>,
    /// Number of choices made.
    #[prop(into)]
    made: Signal<usize>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="btn small quiet narrow-only"
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {move || words::narrow_by(made.get())}
        </button>
    }
}
