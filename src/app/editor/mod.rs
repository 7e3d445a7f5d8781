//! The editor app: it can do everything.

mod opened;
mod perform;
pub mod shell;

use leptos::prelude::*;

use crate::contents::PartSources;
use crate::display::Display;
use crate::lazy::Chunk;
use crate::pages::home::HomePage;
use crate::panels::Panels;
use crate::route::{self, Route};
use crate::workspace::Workspace;
use device::crash;
use shell::PanelHost;

pub use opened::Opened;
pub use perform::perform_on;
pub use shell::{AllPanels, RecentSteps};

/// Mounts the app on the page.
pub fn mount(parts: PartSources) {
    crash::watch();
    leptos::mount::mount_to_body(move || view! { <Editor parts /> });
    if let Some(root) = document().document_element() {
        // The attribute's name and value are fixed and valid.
        let _ = root.set_attribute("data-ready", "true");
    }
}

/// The whole app.
#[component]
fn Editor(parts: PartSources) -> impl IntoView {
    let display = Display::set_up();
    let route = route::follow_address();
    let workspace = Workspace::set_up(parts.workspace);
    provide_context(workspace);
    provide_context(Panels::default());
    let chunks = parts.provide();
    perform::set_up();
    let doc = Memo::new(move |_| match route.get() {
        Route::Home | Route::Region => None,
        Route::Open { doc, .. } => Some(doc),
    });
    let is_region = Memo::new(move |_| route.get() == Route::Region);
    Effect::new(move |_| workspace.want(doc.get()));
    // A change of language or style redraws everything.
    move || {
        display.track();
        view! {
            {move || match doc.get() {
                None if is_region.get() => chunks.show(Chunk::Region, Route::Region),
                None => view! { <HomePage /> }.into_any(),
                Some(_) => {
                    let route = route.get_untracked();
                    // The code of the page is fetched while the strategy is read.
                    chunks.want(Chunk::of(route.page()));
                    chunks.show(Chunk::Strategy, route)
                }
            }}
            <PanelHost />
        }
    }
}
