//! 資料: what is handed out at a meeting.

use leptos::prelude::*;

use super::listed::RecordListing;
use crate::parts::text_of;
use crate::store::Store;
use ::words::{ground, timetable as words};
use strategy::*;

/// The papers of an item, each with where it can be read.
#[component]
pub fn Handouts(item: Id<TimetableItem>) -> impl IntoView {
    let list = RecordListing::here(item, TimetableItem::handouts, Handout::title);
    let count = list.count();
    view! {
        <div class="labelled whole handouts" role="group" aria-label=words::handouts()>
            <span class="label">{words::handouts()}</span>
            {list.rows(count, |list, at| view! { <HandoutRow list at /> }.into_any())}
            <div class="row">{list.add_button(words::add_handout(), Signal::stored(words::add_handout().to_owned()))}</div>
            <Show when=move || count.get() != 0>
                <p class="sub">{words::handouts_keys()}</p>
            </Show>
        </div>
    }
}

#[component]
fn HandoutRow(list: RecordListing<TimetableItem, Handout>, at: usize) -> impl IntoView {
    let store = Store::here();
    let item = list.of;
    let title = text_of(store, item, list.list.nth(at, Handout::title));
    let address = Signal::derive(move || words::handout_address_of(&title.get()));
    let link = Memo::new(move |_| {
        let item = store.get(item)?;
        item.handouts.get(at)?.link().map(str::to_owned)
    });
    view! {
        <li class="handout">
            {list.field(at, Handout::title, Signal::stored(words::handout_title().to_owned()), words::handout_title())}
            {list.field(at, Handout::address, address, ground::address_hint())}
            {list.remove_button(at, title)}
            {move || link.get().map(|link| view! {
                <a class="handout-link" href=link target="_blank" rel="noopener noreferrer">
                    {move || words::open_handout(&title.get())}
                    <span class="visually-hidden">{ground::opens_beside()}</span>
                </a>
            })}
        </li>
    }
}
