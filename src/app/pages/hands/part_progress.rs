//! Progress of the part in this file: the number of its records that are filled in.

use leptos::prelude::*;

use crate::store::Store;
use crate::workspace::Workspace;
use ::words::hands as words;
use insight::{PartItem, part_items};

/// The records of the part to be filled in; none where this file is no part.
pub fn items() -> Memo<Vec<PartItem>> {
    let (store, year) = (Store::here(), Workspace::here().this_year());
    Memo::new(move |_| {
        store.follow(|s| {
            let part = s.about().handed.clone();
            part.map_or(Vec::new(), |part| part_items(s, &part, year))
        })
    })
}

/// A bar and its words, over the navigation of a part.
#[component]
pub fn PartProgress() -> impl IntoView {
    let items = items();
    let counts = Memo::new(move |_| {
        items.with(|all| (all.iter().filter(|one| one.done).count(), all.len()))
    });
    view! {
        <Show when=move || counts.get().1 != 0>
            <div class="rail-progress">
                <span id="part-progress">{move || { let (done, all) = counts.get(); words::part_progress(all, done) }}</span>
                <progress aria-labelledby="part-progress" max=move || counts.get().1 value=move || counts.get().0></progress>
            </div>
        </Show>
    }
}
