//! A note on what looks like personal data in a text that is being typed.

use leptos::prelude::*;

use ::words::workshop as words;
use insight::personal_places;

/// Names the first place that looks personal; nothing is refused.
#[component]
pub fn PersonalNote(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let found = Memo::new(move |_| text.with(|text| personal_places(text).into_iter().next()));
    let told = move || {
        let (sort, excerpt) = found.get()?;
        Some(words::personal_typed(words::personal_sort(sort), excerpt))
    };
    view! { <p class="warn-text" role="status">{told}</p> }.into_any()
}
