//! 意見: 一次, 二次, and those from outside.

use leptos::prelude::*;

use crate::parts::{
    ComboBox, DataList, Each, Icon, IconButton, IconName, TextOf, text_of, writing,
};
use crate::store::Store;
use ::words::review as words;
use browser::focus::focus_added;
use strategy::record::Lens;
use strategy::*;

/// The opinions of a sheet, in order.
#[component]
pub fn Opinions(sheet: Id<Sheet>, locked: Signal<bool>) -> impl IntoView {
    let store = Store::here();
    let count = Memo::new(move |_| store.get(sheet).map_or(0, |y| y.opinions.len()));
    let add = move |by: &str| {
        let opinion = Opinion {
            by: by.to_owned(),
            ..Opinion::default()
        };
        let at = count.get_untracked();
        let set = |y: &mut Sheet| y.opinions.push(opinion);
        if store.edit(|s| edit::set(s, sheet, edit::Field::Opinions, set)) {
            focus_added(format!("opinion-{at}"));
        }
    };
    let adding = move || {
        words::reviewers()
            .into_iter()
            .map(|by| {
                view! {
                    <button type="button" class="btn small plain" on:click=move |_| add(by)>
                        <Icon name=IconName::Plus />
                        {words::add_opinion(by)}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <section>
            <h3>{words::opinions()}</h3>
            <DataList id="reviewers" words=Signal::stored(words::reviewers().map(str::to_owned).to_vec()) />
            <Show
                when=move || { count.get() > 0 }
                fallback=|| view! { <p class="sub">{words::no_opinions()}</p> }
            >
                <ul class="opinions">
                    <Each of=move || 0..count.get() let:at>
                        <OpinionRow sheet at locked />
                    </Each>
                </ul>
            </Show>
            <Show when=move || !locked.get()>
                <div class="row">{adding}</div>
            </Show>
        </section>
    }
}

/// One opinion, by its place.
#[component]
fn OpinionRow(sheet: Id<Sheet>, at: usize, locked: Signal<bool>) -> impl IntoView {
    let store = Store::here();
    let of = |field: Lens<Opinion, String>| Sheet::opinions.nth(at, field);
    let by = text_of(store, sheet, of(Opinion::by));
    let label =
        move |what: &'static str| Signal::derive(move || words::of_opinion(&by.get(), what));
    view! {
        <li class="opinion">
            <ComboBox
                class="opinion-by"
                label=words::opinion_by().to_owned()
                list="reviewers"
                value=by
                on_change=writing(store, sheet, of(Opinion::by))
                locked
            />
            <span class="opinion-rating">
                <TextOf
                    of=sheet
                    field=of(Opinion::rating)
                    class="boxed"
                    label=label(words::opinion_rating())
                    placeholder=words::opinion_rating()
                    locked
                />
            </span>
            <span class="opinion-text">
                <TextOf
                    of=sheet
                    field=of(Opinion::text)
                    lines=true
                    id=format!("opinion-{at}")
                    class="boxed"
                    label=label(words::opinion_text())
                    placeholder=words::opinion_text()
                    locked
                />
            </span>
            <Show when=move || !locked.get()>
                <IconButton
                    icon=IconName::Trash
                    label=Signal::derive(move || words::remove_opinion(by.get()))
                    on_press=move |()| {
                        store.edit(|s| {
                            edit::set(s, sheet, edit::Field::Opinions, |y| {
                                if at < y.opinions.len() {
                                    y.opinions.remove(at);
                                }
                            })
                        });
                    }
                />
            </Show>
        </li>
    }
}
