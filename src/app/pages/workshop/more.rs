//! Long lists: the first of them, and more when asked; those that say something, when looked for.

use leptos::prelude::*;

use ::words::workshop as words;

/// Number of items of a list that are drawn. Copy it freely.
#[derive(Clone, Copy)]
pub struct DrawnLimit {
    shown: RwSignal<usize>,
    step: usize,
}

impl DrawnLimit {
    /// Shows `step` items, and as many more each time.
    pub fn of(step: usize) -> Self {
        Self {
            shown: RwSignal::new(step),
            step,
        }
    }

    /// Tracked: the number of items shown.
    pub fn get(self) -> usize {
        self.shown.get()
    }

    /// The first of a list.
    pub fn first<T>(self, mut all: Vec<T>) -> Vec<T> {
        all.truncate(self.get());
        all
    }
}

/// The button that shows more of a list; nothing where all of it is shown.
#[component]
pub fn More(
    limit: DrawnLimit,
    /// Number of items.
    #[prop(into)]
    count: Signal<usize>,
) -> impl IntoView {
    let rest = Memo::new(move |_| count.get().saturating_sub(limit.get()));
    let more = move || words::show_more(rest.get().min(limit.step), rest.get());
    view! {
        <Show when=move || { rest.get() > 0 }>
            <button type="button" class="btn plain small" on:click=move |_| limit.shown.update(|n| *n += limit.step)>{more}</button>
        </Show>
    }
}

/// A field in which something is looked for.
#[component]
pub fn Find(
    /// The search text.
    text: RwSignal<String>,
) -> impl IntoView {
    view! {
        <input
            type="search"
            class="input find-idea"
            aria-label=words::find_idea()
            placeholder=words::find_idea()
            bind:value=text
        />
    }
}
