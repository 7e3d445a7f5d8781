//! 意見: 一次, 二次, and those from outside.

use leptos::prelude::*;

use crate::app::parts::{Combo, Icon, Mark, TextOf, Words, text_of, writing};
use crate::app::store::Store;
use crate::edit;
use crate::locale::review as words;
use crate::strategy::record::Lens;
use crate::strategy::*;

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
            crate::app::focus_added(format!("opinion-{at}"));
        }
    };
    let adding = move || {
        words::REVIEWERS
            .into_iter()
            .map(|by| {
                view! {
                    <button type="button" class="btn small plain" on:click=move |_| add(by)>
                        <Mark icon=Icon::Plus />
                        {words::add_opinion(by)}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <section>
            <h3>{words::OPINIONS}</h3>
            <Words id="reviewers" words=Signal::stored(words::REVIEWERS.map(str::to_owned).to_vec()) />
            <Show
                when=move || { count.get() > 0 }
                fallback=|| view! { <p class="sub">{words::NO_OPINIONS}</p> }
            >
                <ul class="opinions">
                    <For each=move || 0..count.get() key=|at| *at let:at>
                        <OpinionRow sheet at locked />
                    </For>
                </ul>
            </Show>
            <Show when=move || !locked.get()>
                <div class="row">{adding}</div>
            </Show>
        </section>
    }
    .into_any()
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
            <Combo
                class="opinion-by"
                label=words::OPINION_BY.to_owned()
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
                    label=label(words::OPINION_RATING)
                    placeholder=words::OPINION_RATING
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
                    label=label(words::OPINION_TEXT)
                    placeholder=words::OPINION_TEXT
                    locked
                />
            </span>
            <Show when=move || !locked.get()>
                <button
                    type="button"
                    class="btn plain small"
                    aria-label=move || words::remove_opinion(&by.get())
                    on:click=move |_| {
                        store.edit(|s| {
                            edit::set(s, sheet, edit::Field::Opinions, |y| {
                                if at < y.opinions.len() {
                                    y.opinions.remove(at);
                                }
                            })
                        });
                    }
                >
                    <Mark icon=Icon::Trash />
                </button>
            </Show>
        </li>
    }
    .into_any()
}
