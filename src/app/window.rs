//! A dialog that belongs to a page, and is fetched when it is first opened.

use leptos::prelude::*;

use super::lazy::{Chunk, Chunks};
use super::route::Route;

/// Place of a dialog.
#[component]
pub fn Window(
    /// Content.
    chunk: Chunk,
    /// True while it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let asked = Memo::new(move |before| before == Some(&true) || open.get());
    move || asked.get().then(|| Chunks::here().show(chunk, Route::Home))
}
