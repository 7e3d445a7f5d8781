//! A window that belongs to a page, and is fetched when it is first opened.

use leptos::prelude::*;

use super::lazy::{Chunk, Chunks};
use super::route::Route;

/// The place of a window.
#[component]
pub fn Window(
    /// Its content.
    chunk: Chunk,
    /// True while it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let asked = Memo::new(move |before| before == Some(&true) || open.get());
    move || asked.get().then(|| Chunks::here().show(chunk, Route::Home))
}
