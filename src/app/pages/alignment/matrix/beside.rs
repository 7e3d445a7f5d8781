//! Records tied to the item, and to the goal or measure, of the focused cell; each is a link.

use leptos::prelude::*;

use super::row::listed;
use super::state::MatrixState;
use crate::route::{Page, Route};
use ::words::{alignment as words, model};
use strategy::*;

/// The two lists.
#[component]
pub fn Beside() -> impl IntoView {
    let state = MatrixState::here();
    view! {
        <aside class="matrix-beside" aria-label=words::matrix_beside()>
            {move || of_item(state)}
            {move || of_row(state)}
        </aside>
    }
}

/// The goals, measures and initiatives tied to the item, each a link to where it is written.
fn of_item(state: MatrixState) -> Option<AnyView> {
    let (item, answering) = state.column()?;
    let item = state.store.get(item)?;
    let tied = answering.into_iter().filter_map(|one| listed(state, one));
    let tied: Vec<_> = tied
        .map(|(name, goal)| {
            let href = Route::of_page(Page::Outline(goal)).to_string();
            view! { <li><a href=href>{name}</a></li> }
        })
        .collect();
    let title = words::item_named(&item.number, model::named(&item.title));
    Some(list(
        words::matrix_of_item(model::brief(&title)),
        tied.is_empty(),
        tied.collect_view().into_any(),
    ))
}

/// The items the goal or measure is tied to, each leading to its column.
fn of_row(state: MatrixState) -> Option<AnyView> {
    let row = state.row()?;
    let (at, _) = state.cursor();
    let (name, _) = listed(state, row.of)?;
    let items = state.matrix.with(|matrix| {
        let columns = matrix.columns().zip(&row.cells).enumerate();
        let tied = columns.filter(|(_, (_, cell))| cell.own);
        tied.map(|(column, (of, _))| (column, of.item))
            .collect::<Vec<_>>()
    });
    let item = |(column, id): (usize, Id<FrameworkItem>)| {
        let item = state.store.get(id)?;
        let title = words::item_named(&item.number, model::named(&item.title));
        let go = move |_| {
            // It may be of a framework that is not shown.
            state.show(column);
            state.go(at, column);
        };
        Some(
            view! { <li><button type="button" class="btn plain small" on:click=go>{title}</button></li> },
        )
    };
    let items: Vec<_> = items.into_iter().filter_map(item).collect();
    Some(list(
        words::matrix_of_row(name),
        items.is_empty(),
        items.collect_view().into_any(),
    ))
}

fn list(title: String, is_empty: bool, items: AnyView) -> AnyView {
    view! {
        <section class="card">
            <h2>{title}</h2>
            {match is_empty {
                true => view! { <p class="sub">{words::matrix_nothing()}</p> }.into_any(),
                false => view! { <ul class="plain-list">{items}</ul> }.into_any(),
            }}
        </section>
    }
    .into_any()
}
