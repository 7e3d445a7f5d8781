//! 整合: what the strategy answers to, and which of its goals and measures do.

mod from_file;
mod listed;
mod matrix;
mod published;
mod realignment;

use leptos::prelude::*;

use super::row::{self, title_id};
use crate::parts::{
    Each, Icon, IconButton, IconName, MenuItem, OneOf, RowMenu, TextOf, one_of_two, read_only,
    text_of, watch_pointer, when_left,
};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::{alignment as words, model};
use browser::focus::{focus, focus_added};
use edit::Answering;
use insight::{Coverage, ItemHeads, answered_items, coverage};
use listed::ListedItems;
use matrix::Matrix;
pub use matrix::MatrixOnDemand;
use published::PublishedFrameworks;
use strategy::*;

/// The DOM id of the button that adds a framework.
const ADD: &str = "add-framework";

/// The page.
#[component]
pub fn AlignmentPage() -> impl IntoView {
    watch_pointer();
    let store = Store::here();
    let frameworks = move || store.list::<Framework>(About::ID);
    let add = move |_| {
        let id = Id::new(fresh_id());
        if store.edit(|s| edit::add(s, edit::empty_framework(id), usize::MAX)) {
            focus_added(title_id(id));
        }
    };
    let coverage = Memo::new(move |_| store.follow(coverage));
    provide_context(AlignmentHeads(Memo::new(move |_| {
        store.follow(ItemHeads::of)
    })));
    let as_matrix = RwSignal::new(false);
    let asked = RwSignal::new(None::<Id<Framework>>);
    view! {
        <h1 tabindex="-1">{move || coverage.with(|all| words::headline(all))}</h1>
        <div class="row alignment-tools">
            <div class="segmented" role="group" aria-label=words::views()>
                {one_of_two(as_matrix, false, words::as_list())}
                {one_of_two(as_matrix, true, words::as_matrix())}
            </div>
            <button type="button" id=ADD class="btn" on:click=add>
                <Icon name=IconName::Plus />
                {words::add()}
            </button>
            <PublishedFrameworks />
            <details class="page-note">
                <summary>{words::about()}</summary>
                <p class="sub">{words::note()}</p>
            </details>
        </div>
        <Show when=move || frameworks().is_empty()>
            <p class="empty">{words::none()}</p>
        </Show>
        <Show
            when=move || as_matrix.get() && !frameworks().is_empty()
            fallback=move || view! {
                <div class="chapters">
                    <Each of=frameworks let:id>
                        <FrameworkCard id coverage asked />
                    </Each>
                </div>
            }
        >
            <Matrix />
        </Show>
        <ListedItems asked />
    }
}

/// Hierarchy of items. Copy it freely.
#[derive(Clone, Copy)]
struct AlignmentHeads(Memo<ItemHeads>);

impl AlignmentHeads {
    fn here() -> Self {
        expect_context()
    }

    /// The items of a framework that stand under one, or under none.
    fn listed(
        self,
        store: Store,
        framework: Id<Framework>,
        head: Option<Id<FrameworkItem>>,
    ) -> Vec<Id<FrameworkItem>> {
        let all = store.list::<FrameworkItem>(framework).into_iter();
        self.0
            .with(|heads| all.filter(|id| heads.above(*id) == head).collect())
    }
}

#[component]
fn FrameworkCard(
    id: Id<Framework>,
    coverage: Memo<Vec<Coverage>>,
    /// The framework for which a list is being pasted.
    asked: RwSignal<Option<Id<Framework>>>,
) -> impl IntoView {
    let store = Store::here();
    let title = text_of(store, id, Framework::title);
    let text = text_of(store, id, Framework::text);
    let source = text_of(store, id, Framework::source);
    let add = move |kind: GoalKind| {
        let item = Id::new(fresh_id());
        if store.edit(|s| edit::add(s, edit::empty_item(item, id, kind), usize::MAX)) {
            focus_added(title_id(item));
        }
    };
    let heads = AlignmentHeads::here();
    let covered = move || coverage.with(|all| all.iter().find(|one| one.framework == id).copied());
    view! {
        <section class="card chapter">
            <div class="row">
                <OneOf of=id field=Framework::kind label=words::kind().to_owned() />
                <span class="sub grow">{move || covered().map(|one| words::covered(&one))}</span>
                <RowMenu
                    label=Signal::derive(move || words::acts_on(model::named(&title.get())))
                    items=Callback::new(move |()| vec![
                        MenuItem::act(words::up(), move || row::shift(store, id, -1)),
                        MenuItem::act(words::down(), move || row::shift(store, id, 1)),
                        MenuItem::act(words::save_framework(), move || from_file::save(store, id)),
                        MenuItem::act(words::remove(), move || row::remove(store, id, ADD)),
                    ])
                />
            </div>
            <h2 class="field-heading">
                <TextOf of=id field=Framework::title id=title_id(id) class="strong" label=words::name().to_owned() placeholder=words::name_hint() />
            </h2>
            <Show when=move || !text.get().is_empty()>
                <p class="sub pre">{text}</p>
            </Show>
            <Show when=move || !source.get().is_empty()>
                <p class="sub pre">{move || words::from_source(source.get())}</p>
            </Show>
            <ul class="plain-list">
                <Each of={move || heads.listed(store, id, None)} let:item>
                    <ItemRow id=item />
                </Each>
            </ul>
            <div class="row">
                <button type="button" id=format!("add-{id}") class="btn small quiet" on:click=move |_| add(GoalKind::Basic)>
                    <Icon name=IconName::Plus />
                    {words::add_item()}
                </button>
                <button type="button" class="btn small quiet" on:click=move |_| add(GoalKind::CrossCutting)>
                    <Icon name=IconName::Plus />
                    {words::add_cross()}
                </button>
                <button
                    type="button"
                    class="btn small quiet"
                    aria-label=move || words::paste_into(model::named(&title.get()))
                    disabled=read_only()
                    on:click=move |_| asked.set(Some(id))
                >
                    {words::paste_items()}
                </button>
            </div>
        </section>
    }
}

/// One item: what it says, and which goals and measures answer to it; a hole says so.
#[component]
fn ItemRow(id: Id<FrameworkItem>) -> impl IntoView {
    let store = Store::here();
    let item = move || store.get(id);
    let title = text_of(store, id, FrameworkItem::title);
    let answering = Memo::new(move |_| {
        store.follow(|s| {
            let initiatives = s.initiatives.sorted().into_iter();
            let initiatives = initiatives.filter(|one| one.aligned.contains(&id));
            let initiatives = initiatives.map(|i| (i.id.to_string(), words::initiative(&i.title)));
            words::goals_and_measures(s, &|aligned| aligned.contains(&id))
                .into_iter()
                .chain(initiatives)
                .collect::<Vec<_>>()
        })
    });
    let others =
        move || store.follow(|s| words::goals_and_measures(s, &|aligned| !aligned.contains(&id)));
    let set = move |key: &str, on: bool| {
        let goal = key.parse().map(Answering::Goal);
        let measure = || key.parse().map(Answering::Measure);
        let initiative = || key.parse().map(Answering::Initiative);
        if let Ok(one) = goal.or_else(|_| measure()).or_else(|_| initiative()) {
            store.edit(|s| edit::align(s, one, id, on));
        }
    };
    let under = under(store, id);
    let is_top = AlignmentHeads::here()
        .0
        .with_untracked(|heads| heads.above(id).is_none());
    let crossing = Memo::new(move |_| item().is_some_and(|a| a.kind == GoalKind::CrossCutting));
    view! {
        <li class="framework-item" on:focusout=move |event| when_left(&event, move |_| { store.drop_blank(id); })>
            <div class="row nowrap top">
                <span class="number-field">
                    <TextOf of=id field=FrameworkItem::number label=words::number().to_owned() placeholder=words::number() />
                </span>
                <span class="grow">
                    <TextOf
                        of=id
                        field=FrameworkItem::title
                        id=title_id(id)
                        label=words::item().to_owned()
                        placeholder=words::item_hint()
                        on_enter=Callback::new(move |()| enter(store, id))
                    />
                    <Show when=move || item().is_some_and(|a| !a.subtitle.is_empty())>
                        <p class="sub pre">{move || item().map(|a| a.subtitle.clone())}</p>
                    </Show>
                    {move || {
                        let points = item().map(|a| a.points.clone()).unwrap_or_default();
                        (!points.is_empty())
                            .then(|| {
                                view! {
                                    <ul class="sub">
                                        {points.into_iter().map(|p| view! { <li>{words::point()} {p}</li> }).collect_view()}
                                    </ul>
                                }
                            })
                    }}
                    <div class="row answering">
                        <Show when=move || crossing.get()>
                            <span class="chip">{words::cross()}</span>
                        </Show>
                        <Show when=move || answering.with(Vec::is_empty) && is_top && under.with(|(_, tied)| *tied == 0)>
                            <span class="chip warn">{words::hole()}</span>
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
                                            <IconButton icon=IconName::Close class="chip-button" label=label on_press=move |()| set(&key, false) />
                                        </span>
                                    }
                                })
                                .collect_view()
                        }}
                        <select
                            class="choice small"
                            disabled=read_only()
                            aria-label=move || words::align_to(model::named(&title.get()))
                            on:change=move |event| {
                                set(&event_target_value(&event), true);
                                event_target::<web_sys::HtmlSelectElement>(&event).set_value("");
                            }
                        >
                            <option value="">{words::align()}</option>
                            {move || others().into_iter().map(|(key, name)| view! { <option value=key>{name}</option> }).collect_view()}
                        </select>
                    </div>
                </span>
                <RowMenu
                    label=Signal::derive(move || words::acts_on(model::named(&title.get())))
                    items=Callback::new(move |()| acts(store, id))
                />
            </div>
            <Show when=move || under.with(|(all, _)| !all.is_empty())>
                <Under under title />
            </Show>
        </li>
    }
}

/// The items that stand under one, and how many of them something answers to.
type UnderItem = Memo<(Vec<Id<FrameworkItem>>, usize)>;

fn under(store: Store, id: Id<FrameworkItem>) -> UnderItem {
    let heads = AlignmentHeads::here();
    Memo::new(move |_| {
        let framework = store.get(id).map(|item| item.framework);
        let all = framework.map(|framework| heads.listed(store, framework, Some(id)));
        let all = all.unwrap_or_default();
        if all.is_empty() {
            return (all, 0);
        }
        let tied = store.follow(|s| sort::set(answered_items(s)));
        let tied = all.iter().filter(|id| tied.contains(id)).count();
        (all, tied)
    })
}

/// Items under an item, drawn when they are opened.
#[component]
fn Under(under: UnderItem, title: Signal<String>) -> impl IntoView {
    let open = RwSignal::new(false);
    let count = move || under.with(|(all, tied)| words::under_items(all.len(), *tied));
    let label = move || {
        under.with(|(all, tied)| words::under_of(model::named(&title.get()), all.len(), *tied))
    };
    view! {
        <details class="under-items" on:toggle=move |_| open.set(true)>
            <summary aria-label=label>{count}</summary>
            <Show when=move || open.get()>
                <ul class="plain-list">
                    <Each of=move || under.with(|(all, _)| all.clone()) let:item>
                        {item_row(item)}
                    </Each>
                </ul>
            </Show>
        </details>
    }
}

/// A row within a row.
fn item_row(id: Id<FrameworkItem>) -> AnyView {
    view! { <ItemRow id /> }.into_any()
}

/// Returns the entries of the row's menu.
fn acts(store: Store, id: Id<FrameworkItem>) -> Vec<MenuItem> {
    let crossing = store.with(|s| s.get(id).is_some_and(|a| a.kind == GoalKind::CrossCutting));
    let other = match crossing {
        true => GoalKind::Basic,
        false => GoalKind::CrossCutting,
    };
    vec![
        MenuItem::switch(words::cross(), crossing, move || {
            store.edit(|s| edit::set(s, id, edit::Field::Kind, |a| a.kind = other));
        }),
        MenuItem::act(words::up(), move || row::shift(store, id, -1)),
        MenuItem::act(words::down(), move || row::shift(store, id, 1)),
        MenuItem::act(words::remove(), move || {
            let framework = store.with(|s| s.get(id).map(|a| a.framework));
            row::remove(store, id, framework.map_or(String::new(), title_id));
        }),
    ]
}

/// Enter goes on to the next item; in an empty one it ends the list.
fn enter(store: Store, id: Id<FrameworkItem>) {
    let Some(item) = store.with(|s| s.get(id).cloned()) else {
        return;
    };
    if item.title.trim().is_empty() {
        return focus(&format!("add-{}", item.framework));
    }
    let new = Id::new(fresh_id());
    let next = edit::empty_item(new, item.framework, item.kind);
    if store.edit(|s| edit::add_after(s, next, id)) {
        focus_added(title_id(new));
    }
}
