//! 振り返る: the tables' files come together; ideas are put together by hand, by keyboard or by dragging.

use std::sync::Arc;

use leptos::prelude::*;

use super::about::labels;
use super::gathering::Gathering;
use super::state::WorkshopState;
use crate::app::parts::{Dialog, MenuItem, RowMenu, read_only};
use crate::app::store::Store;
use crate::browser::clock;
use crate::edit::{self, Field};
use crate::insight::Numbers;
use crate::insight::workshop::{Column, Grouping, board, merged_with};
use crate::strategy::*;
use crate::words::{model, workshop as words};

/// The ways to put ideas together.
const GROUPINGS: [Grouping; 4] = [
    Grouping::Theme,
    Grouping::Goal,
    Grouping::Kind,
    Grouping::Table,
];

/// What is being done with the ideas of the board.
#[derive(Clone, Copy)]
struct Handling {
    dragged: RwSignal<Option<Id<Idea>>>,
    /// The idea for which a new heading is asked.
    naming: RwSignal<Option<Id<Idea>>>,
    /// The idea that is to be merged into another.
    merging: RwSignal<Option<Id<Idea>>>,
}

/// Gathering, and the board.
#[component]
pub fn LookBack() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let by = RwSignal::new(Grouping::Theme);
    let handling = Handling {
        dragged: RwSignal::new(None),
        naming: RwSignal::new(None),
        merging: RwSignal::new(None),
    };
    provide_context(handling);
    let columns = Memo::new(move |_| {
        let session = state.session.get();
        let by = by.get();
        store.follow(|s| session.map(|id| board(s, id, by)).unwrap_or_default())
    });
    let total = move || columns.with(|all| all.iter().map(|(_, ideas)| ideas.len()).sum::<usize>());
    let way = move |grouping: Grouping| {
        view! {
            <button
                type="button"
                class="btn"
                aria-pressed=move || (by.get() == grouping).to_string()
                on:click=move |_| by.set(grouping)
            >
                {words::grouping(grouping)}
            </button>
        }
    };
    let drawn = move || {
        let all = columns.get().into_iter();
        let shown = all
            .filter(|(column, ideas)| !ideas.is_empty() || *column == Column::Theme(String::new()));
        shown
            .map(|(column, ideas)| draw(store, &column, ideas))
            .collect_view()
    };
    view! {
        <Gathering />
        <section aria-labelledby="board">
            <div class="row">
                <h2 id="board" class="grow">{move || words::board(total())}</h2>
                <div class="segmented" role="group" aria-label=words::grouping_label()>{GROUPINGS.map(way).collect_view()}</div>
            </div>
            <p class="hint">{words::board_hint()}</p>
            <div class="board">{drawn}</div>
        </section>
        <Naming />
        <Merging />
    }
    .into_any()
}

fn name_of(store: Store, column: &Column) -> String {
    match column {
        Column::Theme(name) if name.is_empty() => words::no_theme().to_owned(),
        Column::Theme(name) => name.clone(),
        Column::Goal(None) => words::free().to_owned(),
        Column::Goal(Some(id)) => store.with(|s| {
            let title = s
                .get(*id)
                .map(|goal| goal.title.clone())
                .unwrap_or_default();
            model::goal_coded(&Numbers::of(s).goal(*id), &title)
        }),
        Column::Kind(kind) => kind.word().to_owned(),
        Column::Table(name) if name.is_empty() => words::no_table().to_owned(),
        Column::Table(name) => words::table_named(name),
    }
}

/// Puts an idea into a column.
fn put(store: Store, id: Id<Idea>, column: &Column) {
    let now = clock::now().ms as i64;
    store.edit(|s| match column {
        Column::Theme(name) => edit::move_to_theme(s, &[id], name),
        Column::Goal(goal) => {
            edit::rewrite_idea(s, id, Field::of("goal", None), now, |one| one.goal = *goal)
        }
        Column::Kind(kind) => edit::rewrite_idea(s, id, Field::Kind, now, |one| one.kind = *kind),
        Column::Table(name) => edit::rewrite_idea(s, id, Field::of("table", None), now, |one| {
            one.table.clone_from(name)
        }),
    });
}

fn draw(store: Store, column: &Column, ideas: Vec<Id<Idea>>) -> AnyView {
    let handling: Handling = expect_context();
    let name = name_of(store, column);
    let label = name.clone();
    let over = RwSignal::new(false);
    let here = column.clone();
    let drop = move |event: web_sys::DragEvent| {
        over.set(false);
        if let Some(id) = handling.dragged.get_untracked() {
            event.prevent_default();
            handling.dragged.set(None);
            put(store, id, &here);
        }
    };
    let count = ideas.len();
    let cards = ideas
        .into_iter()
        .filter_map(|id| store.with(|s| s.get(id).cloned()));
    let cards = cards.map(|idea| card(store, &idea, column)).collect_view();
    view! {
        <section
            class="board-column"
            class:over=move || over.get()
            aria-label=label
            on:dragover=move |event: web_sys::DragEvent| {
                if handling.dragged.get_untracked().is_some() {
                    event.prevent_default();
                    over.set(true);
                }
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <h3>{name} " " <span class="sub">{words::count(count)}</span></h3>
            <ul class="plain-list">{cards}</ul>
        </section>
    }
    .into_any()
}

fn card(store: Store, idea: &Arc<Idea>, column: &Column) -> AnyView {
    let handling: Handling = expect_context();
    let id = idea.id;
    let with = store.with(|s| {
        let with = merged_with(s, id).into_iter();
        with.map(|one| (one.id, one.text.clone()))
            .collect::<Vec<_>>()
    });
    let merged = with.into_iter().map(|(part, text)| {
        let label = words::part(&text);
        view! {
            <li class="row nowrap top">
                <span class="grow sub">{text}</span>
                <button
                    type="button"
                    class="btn plain small"
                    disabled=read_only()
                    aria-label=label
                    on:click=move |_| { store.edit(|s| edit::part_idea(s, part)); }
                >
                    {words::part_short()}
                </button>
            </li>
        }
    });
    let merged = merged.collect::<Vec<_>>();
    let merged = (!merged.is_empty()).then(|| {
        let count = merged.len() + 1;
        view! { <span class="sub">{words::merged_count(count)}</span><ul class="plain-list merged">{merged}</ul> }
    });
    let column = column.clone();
    let text = idea.text.clone();
    let menu = words::acts_on(&text);
    view! {
        <li
            class="board-card"
            draggable="true"
            on:dragstart=move |event: web_sys::DragEvent| {
                if let Some(data) = event.data_transfer() {
                    // Firefox drags nothing that carries nothing; a refusal only leaves it undragged.
                    let _ = data.set_data("text/plain", &id.to_string());
                }
                handling.dragged.set(Some(id));
            }
            on:dragend=move |_| handling.dragged.set(None)
        >
            <div class="row nowrap top">
                <b class="grow">{text}</b>
                <RowMenu label=Signal::stored(menu) items=Callback::new(move |()| menu_of(store, handling, id, &column)) />
            </div>
            {labels(store, idea)}
            {merged}
        </li>
    }
    .into_any()
}

/// Where an idea can go by keyboard.
fn menu_of(store: Store, handling: Handling, id: Id<Idea>, here: &Column) -> Vec<MenuItem> {
    let state_session = store.with(|s| s.get(id).and_then(|one| one.session));
    let by = match here {
        Column::Theme(_) => Grouping::Theme,
        Column::Goal(_) => Grouping::Goal,
        Column::Kind(_) => Grouping::Kind,
        Column::Table(_) => Grouping::Table,
    };
    let columns = state_session.map(|session| store.with(|s| board(s, session, by)));
    let others = columns
        .unwrap_or_default()
        .into_iter()
        .map(|(column, _)| column);
    let others = others.filter(|column| column != here);
    let mut items: Vec<MenuItem> = others
        .map(|column| {
            MenuItem::act(words::move_to(name_of(store, &column)), move || {
                put(store, id, &column)
            })
        })
        .collect();
    if by == Grouping::Theme {
        items.push(MenuItem::act(words::new_theme(), move || {
            handling.naming.set(Some(id))
        }));
    }
    items.push(MenuItem::act(words::merge(), move || {
        handling.merging.set(Some(id))
    }));
    items
}

/// Asks for the name of a new heading.
#[component]
fn Naming() -> impl IntoView {
    let store = Store::here();
    let handling: Handling = expect_context();
    let open = crate::app::parts::open_while(handling.naming);
    let name = RwSignal::new(String::new());
    let done = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(id) = handling.naming.get_untracked() {
            put(store, id, &Column::Theme(name.get_untracked()));
        }
        name.set(String::new());
        open.set(false);
    };
    view! {
        <Dialog open title=words::new_theme().to_owned()>
            <form class="row" on:submit=done>
                <input
                    class="input grow"
                    aria-label=words::theme_name()
                    prop:value=move || name.get()
                    on:input=move |event| name.set(event_target_value(&event))
                />
                <button type="submit" class="btn main" disabled=move || name.with(|one| one.trim().is_empty())>{words::put_there()}</button>
            </form>
        </Dialog>
    }
    .into_any()
}

/// Asks with which idea one is to be merged.
#[component]
fn Merging() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let handling: Handling = expect_context();
    let open = crate::app::parts::open_while(handling.merging);
    let others = move || {
        let id = handling.merging.get();
        let session = state.session.get();
        let heads = store.follow(|s| {
            let all = session.map(|one| crate::insight::workshop::heads(s, one));
            let all = all.unwrap_or_default().into_iter();
            all.filter(|one| Some(one.id) != id)
                .map(|one| (one.id, one.text.clone()))
                .collect::<Vec<_>>()
        });
        let button = move |(into, text): (Id<Idea>, String)| {
            let merge = move |_| {
                if let Some(id) = handling.merging.get_untracked() {
                    store.edit(|s| edit::merge_ideas(s, id, into));
                }
                open.set(false);
            };
            view! { <li><button type="button" class="btn quiet" on:click=merge>{text}</button></li> }
        };
        heads.into_iter().map(button).collect_view()
    };
    view! {
        <Dialog open title=words::merge_with().to_owned() class="wide">
            <p class="sub">{words::merge_note()}</p>
            <ul class="plain-list merge-choices">{others}</ul>
        </Dialog>
    }
    .into_any()
}
