//! Parts of the table that are fetched when they are first asked for: the menu of the selection, and the bar that finds and
//! replaces.

use leptos::prelude::*;

use super::context_menu::ContextMenu;
use super::find_bar::Bar;
use super::state::GridState;
use crate::lazy::{Chunk, Chunks};
use crate::route::Route;

/// The parts that are asked for.
#[component]
pub fn GridOnDemand() -> impl IntoView {
    view! {
        <Bar />
        <ContextMenu />
    }
    .into_any()
}

/// Place of those parts, once they are fetched.
#[component]
pub fn OnDemand(grid: GridState) -> impl IntoView {
    let wanted =
        Memo::new(move |_| grid.menu.with(Option::is_some) || grid.find.mode.with(Option::is_some));
    view! {
        <Show when=move || wanted.get()>{move || Chunks::here().show(Chunk::GridOnDemand, Route::Home)}</Show>
    }
    .into_any()
}
