//! The menu, the bar and the handle of the grids of a place.

use leptos::prelude::*;

use super::GridHost;
use super::fill_handle::FieldFillHandle;
use crate::lazy::{Chunk, Chunks};
use crate::route::Route;

/// Place of the menu, the bar and the handle. The first two are fetched when they are first asked for.
#[component]
pub fn FieldGridTools(host: GridHost) -> impl IntoView {
    provide_context(host);
    let wanted = Memo::new(move |_| {
        let asks = host.menu.with(Option::is_some) || host.long.with(Option::is_some);
        asks || host.find.is_open()
    });
    view! {
        <Show when=move || wanted.get()>{move || Chunks::here().show(Chunk::FieldGridTools, Route::Home)}</Show>
        <FieldFillHandle host />
    }
}
