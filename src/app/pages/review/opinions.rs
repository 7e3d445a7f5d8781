//! 意見: 一次, 二次, and those from outside.

use leptos::prelude::*;

use crate::app::parts::{Combo, Field, Icon, Mark, Words};
use crate::app::store::Store;
use crate::edit;
use crate::locale::review as words;
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
    let read = move |read: fn(&Opinion) -> &String| {
        Signal::derive(move || {
            let sheet = store.get(sheet);
            sheet
                .and_then(|y| y.opinions.get(at).map(|o| read(o).clone()))
                .unwrap_or_default()
        })
    };
    let set = move |write: fn(&mut Opinion, String)| {
        Callback::new(move |text: String| {
            store.edit(|s| {
                edit::set(s, sheet, edit::Field::Opinions, |y| {
                    if let Some(opinion) = y.opinions.get_mut(at) {
                        write(opinion, text);
                    }
                })
            });
        })
    };
    let by = read(|o| &o.by);
    let label =
        move |what: &'static str| Signal::derive(move || words::of_opinion(&by.get(), what));
    view! {
        <li class="opinion">
            <Combo
                class="opinion-by"
                label=words::OPINION_BY.to_owned()
                list="reviewers"
                value=by
                on_change=set(|o, text| o.by = text)
                locked
            />
            <span class="opinion-rating">
                <Field
                    class="boxed"
                    label=label(words::OPINION_RATING)
                    placeholder=words::OPINION_RATING
                    value=read(|o| &o.rating)
                    on_input=set(|o, text| o.rating = text)
                    locked
                />
            </span>
            <span class="opinion-text">
                <Field
                    lines=true
                    id=format!("opinion-{at}")
                    class="boxed"
                    label=label(words::OPINION_TEXT)
                    placeholder=words::OPINION_TEXT
                    value=read(|o| &o.text)
                    on_input=set(|o, text| o.text = text)
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
