//! 資料: what is handed out at a meeting.

use leptos::prelude::*;

use super::listed::Listed;
use crate::app::parts::{Each, TextOf, text_of};
use crate::app::store::Store;
use crate::strategy::record::Lens;
use crate::strategy::*;
use crate::words::{ground, timetable as words};

/// The papers of an item, each with where it can be read.
#[component]
pub fn Handouts(item: Id<TimetableItem>) -> impl IntoView {
    let list = Listed::here(item, TimetableItem::handouts);
    let count = list.count();
    view! {
        <div class="labelled whole handouts" role="group" aria-label=words::handouts()>
            <span class="label">{words::handouts()}</span>
            <ul class="plain-list">
                <Each of=move || 0..count.get() let:at>
                    <HandoutRow list at />
                </Each>
            </ul>
            <div class="row">{list.add_button(words::add_handout(), Signal::stored(words::add_handout().to_owned()))}</div>
            <Show when=move || count.get() != 0>
                <p class="sub">{words::handouts_keys()}</p>
            </Show>
        </div>
    }
    .into_any()
}

#[component]
fn HandoutRow(list: Listed<TimetableItem, Handout>, at: usize) -> impl IntoView {
    let store = Store::here();
    let item = list.of;
    let of = |field: Lens<Handout, String>| TimetableItem::handouts.nth(at, field);
    let title = text_of(store, item, of(Handout::title));
    let link = Memo::new(move |_| {
        let item = store.get(item)?;
        item.handouts.get(at)?.link().map(str::to_owned)
    });
    let on_enter = Callback::new(move |()| list.add(at + 1));
    view! {
        <li class="handout">
            <TextOf
                of=item
                field=of(Handout::title)
                id=list.row_id(at)
                class="boxed"
                label=words::handout_title().to_owned()
                placeholder=words::handout_title()
                on_enter
                on_key=list.on_key(at)
            />
            <TextOf
                of=item
                field=of(Handout::address)
                class="boxed"
                label=Signal::derive(move || words::handout_address_of(&title.get()))
                placeholder=ground::address_hint()
                on_enter
                on_key=list.on_key(at)
            />
            {list.remove_button(at, title)}
            {move || link.get().map(|link| view! {
                <a class="handout-link" href=link target="_blank" rel="noopener noreferrer">
                    {move || words::open_handout(&title.get())}
                    <span class="visually-hidden">{ground::opens_beside()}</span>
                </a>
            })}
        </li>
    }
    .into_any()
}
