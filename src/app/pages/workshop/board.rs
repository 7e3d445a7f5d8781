//! 振り返る: the tables' files come together; ideas are put together by hand, by keyboard or by dragging.

use leptos::prelude::*;

use super::about::labels;
use super::board_shown::{MORE, ShownCards};
use super::gathering::Gathering;
use super::more::Find;
use super::soon::{count_of_ideas, soon};
use super::state::WorkshopState;
use crate::parts::{Dialog, Each, MenuItem, RowMenu, read_only};
use crate::store::Store;
use ::words::{Word, model, workshop as words};
use browser::focus::focus_added;
use device::clock;
use edit::Field;
use insight::Numbers;
use insight::search::fold;
use insight::workshop::{BoardSubject, Grouping, heads, same_texts};
use strategy::*;

/// The ways to put ideas together.
const GROUPINGS: [Grouping; 4] = [
    Grouping::Theme,
    Grouping::Goal,
    Grouping::Kind,
    Grouping::Table,
];

/// Number of ideas offered for a merge; the user searches for the others.
const CHOICES: usize = 40;

/// Operation on the ideas of the board.
#[derive(Clone, Copy)]
struct Handling {
    shown: ShownCards,
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
    let shown = ShownCards::set_up(store, state);
    provide_context(Handling {
        shown,
        dragged: RwSignal::new(None),
        naming: RwSignal::new(None),
        merging: RwSignal::new(None),
    });
    let by = shown.by;
    // If a search finds nothing, there are ideas all the same.
    let count = count_of_ideas(store, state);
    let any = move || count.get() > 0;
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
    view! {
        <Gathering />
        <section aria-labelledby="board">
            <div class="row">
                <h2 id="board" class="grow">{move || words::board(shown.total())}</h2>
                <Show when=any>
                    <Find text=shown.find />
                </Show>
                <div class="segmented" hidden=move || !any() role="group" aria-label=words::grouping_label()>{GROUPINGS.map(way).collect_view()}</div>
            </div>
            <p class="hint">{move || if any() { words::board_hint() } else { words::board_empty() }}</p>
            <SameTexts />
            <div class="board" hidden=move || !any()>
                <Each of=move || 0..shown.columns() let:at>
                    <BoardColumn at />
                </Each>
            </div>
        </section>
        <Naming />
        <Merging />
    }
}

/// Number of groups of equal texts shown at a time.
const GROUPS: usize = 10;

/// Ideas of equal text, each group with a button that merges it.
#[component]
fn SameTexts() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let groups = soon(
        store,
        move || state.session.get(),
        |s, session| session.map(|id| same_texts(s, id)).unwrap_or_default(),
    );
    let row = move |group: Vec<Id<Idea>>| {
        let first = group.first().and_then(|id| store.get(*id));
        let text = first.map(|one| one.text.clone()).unwrap_or_default();
        let label = words::merge_same_of(&text, group.len());
        let button = words::merge_same(group.len());
        let merge = move |_| {
            if store.edit(|s| edit::merge_group(s, &group))
                && let Some(first) = group.first()
            {
                focus_added(menu_id(*first));
            }
        };
        view! {
            <li class="row nowrap">
                <span class="grow">{text}</span>
                <button type="button" class="btn small" disabled=read_only() aria-label=label on:click=merge>{button}</button>
            </li>
        }
    };
    let rows = move || {
        let first = groups.get().into_iter().take(GROUPS);
        first.map(row).collect_view()
    };
    view! {
        <Show when=move || groups.with(|all| !all.is_empty())>
            <section class="card same-texts" aria-labelledby="same-texts">
                <h3 id="same-texts">{move || words::same_texts(groups.with(Vec::len))}</h3>
                <p class="sub">{words::merge_note()}</p>
                <ul class="plain-list">{rows}</ul>
            </section>
        </Show>
    }
}

fn name_of(store: Store, column: &BoardSubject) -> String {
    match column {
        BoardSubject::Theme(name) if name.is_empty() => words::no_theme().to_owned(),
        BoardSubject::Theme(name) => name.clone(),
        BoardSubject::Goal(None) => words::free().to_owned(),
        BoardSubject::Goal(Some(id)) => store.with(|s| {
            let title = s
                .get(*id)
                .map(|goal| goal.title.clone())
                .unwrap_or_default();
            model::goal_coded(&Numbers::of(s).goal(*id), &title)
        }),
        BoardSubject::Kind(kind) => kind.word().to_owned(),
        BoardSubject::Table(name) if name.is_empty() => words::no_table().to_owned(),
        BoardSubject::Table(name) => words::table_named(name),
    }
}

/// The DOM id of the button with what can be done with an idea: the keyboard goes with the idea that is moved.
fn menu_id(id: Id<Idea>) -> String {
    format!("acts-on-{id}")
}

/// Puts an idea into a column.
fn put(store: Store, id: Id<Idea>, column: &BoardSubject) {
    let now = clock::now().ms as i64;
    store.edit(|s| match column {
        BoardSubject::Theme(name) => edit::move_to_theme(s, &[id], name),
        BoardSubject::Goal(goal) => {
            edit::rewrite_idea(s, id, Field::of("goal", None), now, |one| one.goal = *goal)
        }
        BoardSubject::Kind(kind) => {
            edit::rewrite_idea(s, id, Field::Kind, now, |one| one.kind = *kind)
        }
        BoardSubject::Table(name) => {
            edit::rewrite_idea(s, id, Field::of("table", None), now, |one| {
                one.table.clone_from(name)
            })
        }
    });
    focus_added(menu_id(id));
}

/// A column at its place of the board, with as many of its ideas as have their turn.
#[component]
fn BoardColumn(at: usize) -> impl IntoView {
    let store = Store::here();
    let handling: Handling = expect_context();
    let shown = handling.shown;
    let column = shown.column(at);
    let name = Memo::new(move |_| column.get().map(|one| name_of(store, &one)));
    let count = move || shown.count(at);
    let is_open_place = move || column.with(|one| *one == Some(BoardSubject::Theme(String::new())));
    let left_out = move || count() == 0 && !is_open_place();
    let over = RwSignal::new(false);
    let drop = move |event: web_sys::DragEvent| {
        over.set(false);
        if let (Some(id), Some(here)) = (handling.dragged.get_untracked(), column.get_untracked()) {
            event.prevent_default();
            handling.dragged.set(None);
            put(store, id, &here);
        }
    };
    view! {
        <section
            class="board-column"
            hidden=left_out
            class:over=move || over.get()
            class:tray=is_open_place
            aria-label=name
            on:dragover=move |event: web_sys::DragEvent| {
                if handling.dragged.get_untracked().is_some() {
                    event.prevent_default();
                    over.set(true);
                }
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <h3>{name} " " <span class="sub">{move || words::count(count())}</span></h3>
            <ul class="plain-list">
                <Each of=move || shown.cards(at) let:id>
                    <Card id column />
                </Each>
            </ul>
            <Show when=move || { shown.rest(at) > 0 }>
                <button type="button" class="btn plain small" on:click=move |_| shown.more(at)>
                    {move || words::show_more(shown.rest(at).min(MORE), shown.rest(at))}
                </button>
            </Show>
        </section>
    }
}

#[component]
fn Card(id: Id<Idea>, column: Memo<Option<BoardSubject>>) -> impl IntoView {
    let store = Store::here();
    let handling: Handling = expect_context();
    let text = move || {
        let idea = store.get(id);
        idea.map(|one| one.text.clone()).unwrap_or_default()
    };
    let menu = Signal::derive(move || words::acts_on(text()));
    let drawn = move || store.get(id).map(|idea| labels(store, &idea));
    let with = handling.shown.merged(id);
    let merged = move || {
        let parts = with.get();
        let rows = parts.iter().map(|part| merged_row(store, *part));
        (!parts.is_empty()).then(|| {
            view! {
                <span class="sub">{words::merged_count(parts.len() + 1)}</span>
                <ul class="plain-list merged">{rows.collect_view()}</ul>
            }
        })
    };
    let items = move |()| {
        let here = column.get_untracked();
        here.map_or_else(Vec::new, |here| menu_of(store, handling, id, &here))
    };
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
                <RowMenu label=menu items=Callback::new(items) id=menu_id(id) />
            </div>
            {drawn}
            {merged}
        </li>
    }
}

/// An idea that was merged, and the way to part it again.
fn merged_row(store: Store, part: Id<Idea>) -> AnyView {
    let text = store.with(|s| s.get(part).map(|one| one.text.clone()));
    let text = text.unwrap_or_default();
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
    .into_any()
}

/// Returns the moves of an idea by keyboard.
fn menu_of(store: Store, handling: Handling, id: Id<Idea>, here: &BoardSubject) -> Vec<MenuItem> {
    let others = handling.shown.others(here).into_iter();
    let mut items: Vec<MenuItem> = others
        .map(|column| {
            MenuItem::act(words::move_to(name_of(store, &column)), move || {
                put(store, id, &column)
            })
        })
        .collect();
    if matches!(here, BoardSubject::Theme(_)) {
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
    let open = crate::parts::open_while(handling.naming);
    let name = RwSignal::new(String::new());
    let done = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let named = handling.naming.get_untracked();
        open.set(false);
        if let Some(id) = named {
            put(store, id, &BoardSubject::Theme(name.get_untracked()));
        }
        name.set(String::new());
    };
    view! {
        <Dialog open title=words::new_theme().to_owned()>
            <form class="row" on:submit=done>
                <input
                    class="input grow"
                    aria-label=words::theme_name()
                    bind:value=name
                />
                <button type="submit" class="btn main" disabled=move || name.with(|one| one.trim().is_empty())>{words::put_there()}</button>
            </form>
        </Dialog>
    }
}

/// Asks with which idea one is to be merged.
#[component]
fn Merging() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let handling: Handling = expect_context();
    let open = crate::parts::open_while(handling.merging);
    let find = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let Some(id) = handling.merging.get() else {
            return Vec::new();
        };
        let (session, wanted) = (state.session.get(), fold(&find.get()));
        store.follow(|s| {
            let all = session.map(|one| heads(s, one)).unwrap_or_default();
            let all = all.into_iter();
            all.filter(|one| one.id != id && fold(&one.text).contains(&wanted))
                .map(|one| one.id)
                .collect()
        })
    });
    let button = move |into: Id<Idea>| {
        let text = store.with(|s| s.get(into).map(|one| one.text.clone()));
        let merge = move |_| {
            if let Some(id) = handling.merging.get_untracked() {
                store.edit(|s| edit::merge_ideas(s, id, into));
            }
            open.set(false);
            focus_added(menu_id(into));
        };
        view! { <li><button type="button" class="btn quiet" on:click=merge>{text}</button></li> }
    };
    let first = move || {
        let all = found.get().into_iter().take(CHOICES);
        all.map(button).collect_view()
    };
    let rest = move || {
        let rest = found.with(Vec::len).saturating_sub(CHOICES);
        (rest > 0).then(|| words::more_by_finding(rest))
    };
    view! {
        <Dialog open title=words::merge_with().to_owned() class="wide">
            <p class="sub">{words::merge_note()}</p>
            <Find text=find />
            <ul class="plain-list merge-choices">{first}</ul>
            <p class="sub">{rest}</p>
        </Dialog>
    }
}
