//! The button below a long list that shows more of it.

use leptos::prelude::*;

use ::words::long_list as words;

/// Shows `step` more items of a list of `count`; nothing where all of them are shown.
#[component]
pub fn ShowMore(
    /// Number of items of the list.
    #[prop(into)]
    count: Signal<usize>,
    /// Number of items that are shown.
    shown: RwSignal<usize>,
    /// Number of further items that one press shows.
    step: usize,
) -> impl IntoView {
    let left = move || count.get().saturating_sub(shown.get());
    view! {
        <Show when=move || { left() > 0 }>
            <button type="button" class="btn quiet" on:click=move |_| shown.update(|shown| *shown += step)>
                {move || words::more(left())}
            </button>
        </Show>
    }
}
