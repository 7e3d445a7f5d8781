//! A window that belongs to a page, and is fetched when it is first opened.

use leptos::prelude::*;

use super::lazy::{Part, Parts};
use super::route::Route;

/// The place of a window.
#[component]
pub fn Window(
    /// What it is made of.
    part: Part,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let asked = Memo::new(move |before| before == Some(&true) || open.get());
    move || asked.get().then(|| Parts::here().show(part, Route::Home))
}
