//! 体系: goals, measures and initiatives, edited where they stand; and the 体系図 of the same.

mod add;
mod citing;
mod drag;
mod goal;
mod indicator_picker;
mod indicator_use;
mod initiative;
mod make;
mod measure;
mod numbered;
mod supports_of;

use leptos::prelude::*;

use super::row;
use crate::lazy::{Chunk, Chunks};
use crate::panels::Panels;
use crate::parts::{Each, GoalBadge, Icon, IconName, one_of_two, open_while, watch_pointer};
use crate::route::{Page, Route};
use crate::store::Store;
use crate::window::Window;
use ::words::{Word, model, outline as words};
use strategy::*;

pub use add::{ADD_GOAL, add_goal};
use citing::Citing;
use goal::GoalEditor;
pub use numbered::Numbered;
pub use supports_of::SupportsOf;

/// The page.
#[component]
pub fn OutlinePage() -> impl IntoView {
    let store = Store::here();
    Numbered::set_up(store);
    drag::set_up();
    let citing = open_while(Citing::set_up().0);
    watch_pointer();
    let diagram = RwSignal::new(false);
    let chosen = chosen_goal(store);
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::title()}</h1>
            <button
                type="button"
                class="btn small quiet"
                on:click=move |_| Panels::here().paste_outline.set(true)
            >
                {words::paste()}
            </button>
            <Window chunk=Chunk::PasteOutline open=Panels::here().paste_outline />
            <Window chunk=Chunk::SupportsOf open=citing />
            <div class="tabs" role="group" aria-label=words::title()>
                {one_of_two(diagram, false, words::edit())}
                {one_of_two(diagram, true, words::diagram_label())}
            </div>
        </div>
        <Show
            when=move || !diagram.get()
            fallback=|| (|| Chunks::here().show(Chunk::Diagram, Route::Home)).into_any()
        >
            <div class="outline">
                <GoalList chosen />
                <div class="outline-detail">
                    {move || match chosen.get() {
                        Some(id) => view! { <GoalEditor id /> }.into_any(),
                        None => view! { <p class="empty">{words::no_goals()}</p> }.into_any(),
                    }}
                </div>
            </div>
        </Show>
    }
}

/// The goal that the address names, else the first there is.
fn chosen_goal(store: Store) -> Memo<Option<Id<Goal>>> {
    Memo::new(move |_| {
        let goals = store.list::<Goal>(About::ID);
        let wanted = match Route::here().get() {
            Route::Open {
                page: Page::Outline(Some(id)),
                ..
            } => Some(id),
            _ => None,
        };
        wanted
            .filter(|id| goals.contains(id))
            .or_else(|| goals.first().copied())
    })
}

/// The goals at the left, each leading to its editor.
#[component]
fn GoalList(chosen: Memo<Option<Id<Goal>>>) -> impl IntoView {
    let store = Store::here();
    view! {
        <nav class="goal-list" aria-label=words::goals()>
            <ol>
                <Each of={move || store.list::<Goal>(About::ID)} let:id>
                    <GoalItem id chosen />
                </Each>
            </ol>
            <div class="row">
                <button
                    type="button"
                    id=ADD_GOAL
                    class="btn small"
                    on:click=move |_| add_goal(store, GoalKind::Basic)
                >
                    <Icon name=IconName::Plus />
                    {words::add_goal()}
                </button>
                <button
                    type="button"
                    class="btn small quiet"
                    on:click=move |_| add_goal(store, GoalKind::CrossCutting)
                >
                    <Icon name=IconName::Plus />
                    {words::add_cross()}
                </button>
            </div>
        </nav>
    }
}

#[component]
fn GoalItem(id: Id<Goal>, chosen: Memo<Option<Id<Goal>>>) -> impl IntoView {
    let store = Store::here();
    let href = move || Route::of_page(Page::Outline(Some(id))).to_string();
    let counts = Memo::new(move |_| {
        let measures = store.list::<Measure>(id);
        let initiatives: usize = measures
            .iter()
            .map(|m| store.list::<Initiative>(*m).len())
            .sum();
        let targets = store.get(id).map_or(0, |g| g.targets.len());
        (measures.len(), initiatives, targets)
    });
    view! {
        <li
            class="goal-item"
            on:dragover=move |event| drag::over(&event, drag::Over::Goal(id))
            on:drop=move |event| drag::drop(&event, store)
        >
            <a
                href=href
                id=format!("goal-{id}")
                aria-current=move || (chosen.get() == Some(id)).then_some("true")
                draggable="true"
                on:dragstart=move |_| drag::start(drag::Dragged::Goal(id))
                on:keydown=move |event| {
                    if event.alt_key() && (event.key() == "ArrowUp" || event.key() == "ArrowDown") {
                        event.prevent_default();
                        row::shift(store, id, if event.key() == "ArrowUp" { -1 } else { 1 });
                    }
                }
            >
                {move || {
                    store
                        .get(id)
                        .map(|goal| {
                            let number = Numbered::read(|n| n.goal(id));
                            view! {
                                <GoalBadge kind=goal.kind number />
                                <span class="goal-item-text">
                                    <b>{model::named(&goal.title).to_owned()}</b>
                                    <span class="sub">
                                        {move || {
                                            let (measures, initiatives, targets) = counts.get();
                                            words::counts(measures, initiatives, targets)
                                        }}
                                    </span>
                                </span>
                                <span class="visually-hidden">{goal.kind.word()}</span>
                            }
                        })
                }}
            </a>
        </li>
    }
}
