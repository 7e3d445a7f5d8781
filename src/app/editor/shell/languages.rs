//! The choice of language, each with its own name.

use leptos::prelude::*;

use crate::display::Display;
use words::Language;

/// The languages, with the current one pressed. Nothing if there is only one.
#[component]
pub fn Languages() -> impl IntoView {
    let display = Display::here();
    let button = move |language: Language| {
        view! {
            <button
                type="button"
                class="btn small"
                lang=language.of_page()
                aria-pressed=move || (display.language() == language).to_string()
                on:click=move |_| display.speak(language)
            >
                {language.name()}
            </button>
        }
    };
    (Language::ALL.len() > 1).then(|| {
        view! {
            <div class="tabs languages" role="group" aria-label="Language">
                {Language::ALL.map(button).collect_view()}
            </div>
        }
    })
}
