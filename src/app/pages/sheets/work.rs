//! Adding a line: for an initiative of the measure that has none yet, or for a new one.

use leptos::prelude::*;

use super::grid::SheetGrid;
use crate::parts::{Icon, IconName};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::plan as words;
use browser::focus::focus;
use insight::sheets;
use strategy::*;

/// A name and a button; the measure's initiatives without a line are offered.
#[component]
pub fn AddWork(grid: SheetGrid) -> impl IntoView {
    let store = Store::here();
    let name = RwSignal::new(String::new());
    let left =
        Memo::new(move |_| store.follow(|s| sheets::initiatives_left(s, grid.sheet, grid.side)));
    let add = move |title: String| {
        let title = title.trim().to_owned();
        if title.is_empty() {
            return focus(words::ADD_FIELD);
        }
        let there = left.with_untracked(|all| all.iter().find(|(_, t)| *t == title).map(|l| l.0));
        let id = Id::new(fresh_id());
        let line = edit::empty_line(id, grid.sheet, grid.side, &title);
        let added = store.edit(|s| match there {
            Some(_) => edit::add_line(s, line, there, usize::MAX),
            None => edit::add_work(s, Id::new(fresh_id()), line),
        });
        if added {
            name.set(String::new());
            let first = first_cell(grid, id);
            request_animation_frame(move || focus(&first));
        }
    };
    view! {
        <form
            class="add-work row"
            on:submit=move |event| {
                event.prevent_default();
                add(name.get_untracked());
            }
        >
            <input
                id=words::ADD_FIELD
                class="input grow"
                aria-label=words::add_name()
                placeholder=words::add_name()
                autocomplete="off"
                bind:value=name
            />
            <button type="submit" class="btn small">{words::add_line()}</button>
        </form>
        <Offers left add=Callback::new(add) />
    }
}

/// The DOM id of the first amount of a line.
fn first_cell(grid: SheetGrid, id: Id<Line>) -> String {
    match grid.side {
        Side::Done => format!("cell-{id}-settled"),
        Side::Planned => {
            let first = grid.years.with_untracked(|y| y.first().map_or(0, |y| y.0));
            format!("cell-{id}-{first}")
        }
    }
}

/// The initiatives without a line, each as a button that adds one.
#[component]
fn Offers(left: Memo<Vec<(Id<Initiative>, String)>>, add: Callback<String>) -> impl IntoView {
    let offered = move || {
        left.get()
            .into_iter()
            .map(|(_, title)| {
                let name = title.clone();
                view! {
                    <button type="button" class="btn small plain offer" on:click=move |_| add.run(name.clone())>
                        <Icon name=IconName::Plus />
                        {title}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || left.with(|all| !all.is_empty())>
            <div class="row offers">
                <span class="sub">{words::left()}</span>
                {offered}
            </div>
        </Show>
    }
}
