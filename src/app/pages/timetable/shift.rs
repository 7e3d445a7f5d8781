//! ここから後をずらす: an item and all that comes after it, moved by some 旬.

use leptos::prelude::*;

use crate::parts::{Choice, read_only};
use crate::store::Store;
use ::words::timetable as words;
use strategy::*;

/// Longest shift: a year.
const FARTHEST: i32 = 36;

/// Asks how far, and moves them.
#[component]
pub fn ShiftFrom(id: Id<TimetableItem>, open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let by = RwSignal::new(1);
    let later = (1..=FARTHEST).map(|n| (n.to_string(), words::later(n)));
    let earlier = (1..=FARTHEST).map(|n| ((-n).to_string(), words::earlier(n)));
    let options = StoredValue::new(later.chain(earlier).collect::<Vec<_>>());
    let count = move || store.follow(|s| edit::items_from(s, id).len());
    let shift = move |_| {
        let moved = count();
        if store.edit(|s| edit::shift_items(s, id, by.get_untracked())) {
            open.set(false);
            store.tell_done(words::shifted(moved));
        }
    };
    view! {
        <div class="labelled whole">
            <span class="label">{words::shift_by()}</span>
            <div class="row">
                <Choice
                    label=words::shift_by().to_owned()
                    value=Signal::derive(move || by.get().to_string())
                    options=Signal::derive(move || options.get_value())
                    on_change=Callback::new(move |key: String| by.set(key.parse().unwrap_or(1)))
                />
                <button type="button" class="btn small" disabled=read_only() on:click=shift>
                    {words::shift_do()}
                </button>
            </div>
            <p class="sub">{move || words::shift_moves(count())}</p>
        </div>
    }
}
