//! 体系: goals, measures and initiatives, edited where they stand; and the 体系図 of the same.

mod drag;
mod goal;
mod initiative;
mod measure;
mod uses;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::desk::fresh_id;
use crate::app::parts::GoalBadge;
use crate::app::route::{Page, Route};
use crate::app::store::Store;
use crate::edit;
use crate::insight::Numbers;
use crate::locale::{model, outline as words};
use crate::strategy::*;

use goal::GoalEditor;

/// The printed numbers of everything in the outline, for the rows below.
#[derive(Clone, Copy)]
pub struct Numbered(Memo<Arc<Numbers>>);

impl Numbered {
    fn set_up(store: Store) {
        provide_context(Self(Memo::new(move |_| {
            Arc::new(store.follow(Numbers::of))
        })));
    }

    /// Reads the numbers, now and whenever one changes.
    pub fn read<R>(read: impl FnOnce(&Numbers) -> R) -> R {
        expect_context::<Self>().0.with(|numbers| read(numbers))
    }
}

/// The page.
#[component]
pub fn OutlinePage() -> impl IntoView {
    let store = Store::here();
    Numbered::set_up(store);
    drag::set_up();
    let diagram = RwSignal::new(false);
    let chosen = Memo::new(move |_| {
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
    });
    let tab = move |label: &'static str, on: bool| {
        view! {
            <button
                type="button"
                class="btn small"
                aria-pressed=move || (diagram.get() == on).to_string()
                on:click=move |_| diagram.set(on)
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::TITLE}</h1>
            <div class="tabs" role="group" aria-label=words::TITLE>
                {tab(words::EDIT, false)}
                {tab(words::DIAGRAM, true)}
            </div>
        </div>
        <Show
            when=move || !diagram.get()
            fallback=|| view! { <super::diagram::Diagram /> }
        >
            <div class="outline">
                <GoalList chosen />
                <div class="outline-detail">
                    {move || match chosen.get() {
                        Some(id) => view! { <GoalEditor id /> }.into_any(),
                        None => view! { <p class="empty">{words::NO_GOALS}</p> }.into_any(),
                    }}
                </div>
            </div>
        </Show>
    }
    .into_any()
}

/// The goals at the left, each leading to its editor.
#[component]
fn GoalList(chosen: Memo<Option<Id<Goal>>>) -> impl IntoView {
    let store = Store::here();
    let add = move |kind: GoalKind| {
        let id = Id::new(fresh_id());
        let goal = Goal {
            id,
            order: Order::default(),
            kind,
            number: String::new(),
            title: words::new_goal(kind).to_owned(),
            subtitle: String::new(),
            direction: String::new(),
            targets: Vec::new(),
            aligned: Vec::new(),
            note: String::new(),
        };
        let index = store.with(|s| {
            let last = s.goals.sorted().iter().rposition(|g| g.kind == kind);
            last.map_or(
                if kind == GoalKind::Basic {
                    0
                } else {
                    s.goals.len()
                },
                |i| i + 1,
            )
        });
        if store.edit(|s| edit::add(s, goal, index)) {
            Route::of_page(Page::Outline(Some(id))).go();
            request_animation_frame(|| crate::app::focus("goal-title"));
        }
    };
    view! {
        <nav class="goal-list" aria-label=words::GOALS>
            <ol>
                <For each={move || store.list::<Goal>(About::ID)} key=|id| *id let:id>
                    <GoalItem id chosen />
                </For>
            </ol>
            <div class="row">
                <button type="button" class="btn small quiet" on:click=move |_| add(GoalKind::Basic)>
                    {words::ADD_GOAL}
                </button>
                <button type="button" class="btn small quiet" on:click=move |_| add(GoalKind::CrossCutting)>
                    {words::ADD_CROSS}
                </button>
            </div>
        </nav>
    }
    .into_any()
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
                aria-current=move || (chosen.get() == Some(id)).then_some("true")
                draggable="true"
                on:dragstart=move |_| drag::start(drag::Held::Goal(id))
                on:keydown=move |event| {
                    if event.alt_key() && (event.key() == "ArrowUp" || event.key() == "ArrowDown") {
                        event.prevent_default();
                        shift_goal(store, id, event.key() == "ArrowUp");
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
                                    <b>{goal.title.clone()}</b>
                                    <span class="sub">
                                        {move || {
                                            let (measures, initiatives, targets) = counts.get();
                                            words::counts(measures, initiatives, targets)
                                        }}
                                    </span>
                                </span>
                                <span class="visually-hidden">{model::goal_kind(goal.kind)}</span>
                            }
                        })
                }}
            </a>
        </li>
    }
    .into_any()
}

/// Moves a goal one place up or down.
fn shift_goal(store: Store, id: Id<Goal>, up: bool) {
    let index = store.with(|s| s.goals.sorted().iter().position(|g| g.id == id));
    if let Some(index) = step(index, up) {
        store.edit(|s| edit::shift(s, id, index));
    }
}

/// The place one up or one down; `None` above the top.
fn step(index: Option<usize>, up: bool) -> Option<usize> {
    index.and_then(|i| if up { i.checked_sub(1) } else { Some(i + 1) })
}
