//! 整合: what the strategy answers to, and which of its goals and measures do.

use leptos::prelude::*;

use crate::app::desk::fresh_id;
use crate::app::parts::{Choice, Field, Icon, Mark};
use crate::app::store::Store;
use crate::edit::{self, Field as Did};
use crate::insight::Numbers;
use crate::locale::{alignment as words, model};
use crate::strategy::*;

/// The kinds of framework, as offered.
const KINDS: [FrameworkKind; 8] = [
    FrameworkKind::Nation,
    FrameworkKind::Viewpoints,
    FrameworkKind::Prefecture,
    FrameworkKind::Previous,
    FrameworkKind::UpperPlan,
    FrameworkKind::Law,
    FrameworkKind::Sdgs,
    FrameworkKind::Other,
];

/// The page.
#[component]
pub fn AlignmentPage() -> impl IntoView {
    let store = Store::here();
    let frameworks = move || store.list::<Framework>(About::ID);
    let add = move |_| {
        let framework = Framework {
            id: Id::new(fresh_id()),
            order: Order::default(),
            kind: FrameworkKind::Other,
            title: words::NEW.to_owned(),
            source: String::new(),
            text: String::new(),
        };
        store.edit(|s| edit::add(s, framework, usize::MAX));
    };
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::TITLE}</h1>
            <button type="button" class="btn" on:click=add>{words::ADD}</button>
        </div>
        <p class="sub">{words::NOTE}</p>
        <Show when=move || frameworks().is_empty()>
            <p class="empty">{words::NONE}</p>
        </Show>
        <div class="chapters">
            <For each=frameworks key=|id| *id let:id>
                <FrameworkCard id />
            </For>
        </div>
    }
    .into_any()
}

#[component]
fn FrameworkCard(id: Id<Framework>) -> impl IntoView {
    let store = Store::here();
    let text = move |read: fn(&Framework) -> &String| {
        Signal::derive(move || store.get(id).map(|f| read(&f).clone()).unwrap_or_default())
    };
    let kind = Signal::derive(move || {
        let kind = store.get(id).map(|f| f.kind).unwrap_or_default();
        KINDS
            .iter()
            .position(|k| *k == kind)
            .unwrap_or_default()
            .to_string()
    });
    let kinds: Vec<_> = KINDS
        .iter()
        .enumerate()
        .map(|(i, k)| (i.to_string(), model::framework_kind(*k).to_owned()))
        .collect();
    let add = move |_| {
        let item = FrameworkItem {
            id: Id::new(fresh_id()),
            framework: id,
            order: Order::default(),
            kind: GoalKind::Basic,
            number: String::new(),
            title: words::NEW_ITEM.to_owned(),
            subtitle: String::new(),
            points: Vec::new(),
        };
        store.edit(|s| edit::add(s, item, usize::MAX));
    };
    view! {
        <section class="card chapter">
            <div class="row">
                <Choice
                    label=words::KIND.to_owned()
                    value=kind
                    options=Signal::stored(kinds)
                    on_change=Callback::new(move |key: String| {
                        let kind = key.parse().ok().and_then(|i: usize| KINDS.get(i).copied()).unwrap_or_default();
                        store.edit(|s| edit::set(s, id, Did::Kind, |f| f.kind = kind));
                    })
                />
                <span class="grow"></span>
                <button
                    type="button"
                    class="btn plain small"
                    aria-label=move || words::remove(&text(|f| &f.title).get())
                    on:click=move |_| { store.edit(|s| edit::remove(s, id)); }
                >
                    <Mark icon=Icon::Trash />
                </button>
            </div>
            <h2 class="field-heading">
                <Field class="strong" label=words::NAME.to_owned() value=text(|f| &f.title) on_input=Callback::new(move |text: String| {
                    store.edit(|s| edit::set(s, id, Did::Title, |f| f.title = text));
                }) />
            </h2>
            <Show when=move || !text(|f| &f.text).get().is_empty()>
                <p class="sub pre">{text(|f| &f.text)}</p>
            </Show>
            <ul class="plain-list">
                <For each={move || store.list::<FrameworkItem>(id)} key=|id| *id let:item>
                    <ItemRow id=item />
                </For>
            </ul>
            <button type="button" class="btn plain small" on:click=add>
                <Mark icon=Icon::Plus />
                {words::ADD_ITEM}
            </button>
        </section>
    }
    .into_any()
}

/// One item: what it says, and which goals and measures answer to it; a hole says so.
#[component]
fn ItemRow(id: Id<FrameworkItem>) -> impl IntoView {
    let store = Store::here();
    let item = move || store.get(id);
    let title = Signal::derive(move || item().map(|a| a.title.clone()).unwrap_or_default());
    let number = Signal::derive(move || item().map(|a| a.number.clone()).unwrap_or_default());
    let answering = Memo::new(move |_| {
        store.follow(|s| {
            let numbers = Numbers::of(s);
            let goals = s
                .goals
                .sorted()
                .into_iter()
                .filter(|g| g.aligned.contains(&id));
            let goals =
                goals.map(|g| (g.id.to_string(), words::goal(&numbers.goal(g.id), &g.title)));
            let measures = s
                .measures
                .sorted()
                .into_iter()
                .filter(|m| m.aligned.contains(&id));
            let measures = measures.map(|m| {
                (
                    m.id.to_string(),
                    words::measure(&numbers.code_of(m.id), &m.title),
                )
            });
            goals.chain(measures).collect::<Vec<_>>()
        })
    });
    let others = move || {
        store.follow(|s| {
            let numbers = Numbers::of(s);
            let goals = s
                .goals
                .sorted()
                .into_iter()
                .filter(|g| !g.aligned.contains(&id));
            let goals =
                goals.map(|g| (g.id.to_string(), words::goal(&numbers.goal(g.id), &g.title)));
            let measures = s
                .measures
                .sorted()
                .into_iter()
                .filter(|m| !m.aligned.contains(&id));
            let measures = measures.map(|m| {
                (
                    m.id.to_string(),
                    words::measure(&numbers.code_of(m.id), &m.title),
                )
            });
            goals.chain(measures).collect::<Vec<_>>()
        })
    };
    let set = move |key: &str, on: bool| {
        let change = |aligned: &mut Vec<Id<FrameworkItem>>| {
            aligned.retain(|other| *other != id);
            if on {
                aligned.push(id);
            }
        };
        if let Ok(goal) = key.parse::<Id<Goal>>() {
            store.edit(|s| edit::set(s, goal, Did::Aligned, |g| change(&mut g.aligned)));
        } else if let Ok(measure) = key.parse::<Id<Measure>>() {
            store.edit(|s| edit::set(s, measure, Did::Aligned, |m| change(&mut m.aligned)));
        }
    };
    view! {
        <li class="framework-item">
            <div class="row nowrap top">
                <span class="number-field">
                    <Field label=words::NUMBER.to_owned() placeholder="#" value=number on_input=Callback::new(move |text: String| {
                        store.edit(|s| edit::set(s, id, Did::Number, |a| a.number = text));
                    }) />
                </span>
                <span class="grow">
                    <Field label=words::ITEM.to_owned() value=title on_input=Callback::new(move |text: String| {
                        store.edit(|s| edit::set(s, id, Did::Title, |a| a.title = text));
                    }) />
                    <Show when=move || item().is_some_and(|a| !a.subtitle.is_empty())>
                        <p class="sub">{move || item().map(|a| a.subtitle.clone())}</p>
                    </Show>
                    {move || {
                        let points = item().map(|a| a.points.clone()).unwrap_or_default();
                        (!points.is_empty())
                            .then(|| {
                                view! {
                                    <ul class="sub">
                                        {points.into_iter().map(|p| view! { <li>"・" {p}</li> }).collect_view()}
                                    </ul>
                                }
                            })
                    }}
                    <div class="row answering">
                        <Show when=move || answering.with(Vec::is_empty)>
                            <span class="chip warn">{words::HOLE}</span>
                        </Show>
                        {move || {
                            answering
                                .get()
                                .into_iter()
                                .map(|(key, name)| {
                                    let label = words::unalign(&name);
                                    view! {
                                        <span class="chip blue use">
                                            {name}
                                            <button type="button" class="chip-button" aria-label=label on:click=move |_| set(&key, false)>
                                                <Mark icon=Icon::Close />
                                            </button>
                                        </span>
                                    }
                                })
                                .collect_view()
                        }}
                        <select
                            class="choice small"
                            aria-label=move || words::align_to(&title.get())
                            on:change=move |event| set(&event_target_value(&event), true)
                        >
                            <option value="">{words::ALIGN}</option>
                            {move || others().into_iter().map(|(key, name)| view! { <option value=key>{name}</option> }).collect_view()}
                        </select>
                    </div>
                </span>
                <button
                    type="button"
                    class="btn plain small"
                    aria-label=move || words::remove(&title.get())
                    on:click=move |_| { store.edit(|s| edit::remove(s, id)); }
                >
                    <Mark icon=Icon::Trash />
                </button>
            </div>
        </li>
    }
    .into_any()
}
