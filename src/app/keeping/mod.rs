//! Panels of storage: the place of the data, unreadable data, and its recovery.

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
}
