//! What is kept, looked at by a person: where it is, what could not be read, and what can be had again of it.

mod aside;
mod edits;
mod elsewhere;
mod linked_file;
mod panel;
mod rescue;

use leptos::prelude::*;

use crate::editor::shell::HistoryPanel;
use crate::one_file::OneFilePanel;

pub use aside::SetAside;
pub use elsewhere::Elsewhere;
pub use rescue::Rescue;

/// The panels that open over a page.
#[component]
pub fn KeepingPanels() -> impl IntoView {
    view! {
        <HistoryPanel />
        <panel::KeepingPanel />
        <OneFilePanel />
    }
    .into_any()
}
