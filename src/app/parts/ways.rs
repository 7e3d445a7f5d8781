//! One of a few ways, each with what it means.

use leptos::prelude::*;

/// A way to be chosen: a radio button of the group `name`, its title, and what it means in a sentence or two.
pub fn way(
    name: &'static str,
    title: &'static str,
    notes: impl IntoIterator<Item = &'static str>,
    is_chosen: impl Fn() -> bool + Send + 'static,
    choose: impl Fn() + 'static,
) -> AnyView {
    let note = |note| view! { <span class="sub">{note}</span> };
    view! {
        <label>
            <input type="radio" name=name prop:checked=is_chosen on:change=move |_| choose() />
            <span>
                <b>{title}</b>
                {notes.into_iter().map(note).collect_view()}
            </span>
        </label>
    }
    .into_any()
}
