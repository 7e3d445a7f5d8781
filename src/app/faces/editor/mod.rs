//! The face of those who write the strategy: everything can be done here.

mod opened;
mod perform;
mod registry;
pub mod shell;

use leptos::prelude::*;

use crate::app::crash;
use crate::app::display::Display;
use crate::app::lazy::Chunk;
use crate::app::pages::home::HomePage;
use crate::app::panels::Panels;
use crate::app::route::{self, Route};
use crate::app::workspace::Workspace;
use shell::PanelHost;

/// Puts it on the page.
pub fn mount() {
    crash::watch();
    leptos::mount::mount_to_body(Editor);
    if let Some(root) = document().document_element() {
        // The attribute's name and value are fixed and valid.
        let _ = root.set_attribute("data-ready", "true");
    }
}

/// The whole face.
#[component]
fn Editor() -> impl IntoView {
    let display = Display::set_up();
    let route = route::follow_address();
    let workspace = Workspace::set_up(registry::WORKSPACE);
    provide_context(workspace);
    provide_context(Panels::default());
    let chunks = registry::set_up();
    perform::set_up();
    let doc = Memo::new(move |_| match route.get() {
        Route::Home | Route::Region => None,
        Route::Open { doc, .. } => Some(doc),
    });
    let is_region = Memo::new(move |_| route.get() == Route::Region);
    Effect::new(move |_| workspace.want(doc.get()));
    // In another language or style everything is shown anew.
    move || {
        display.track();
        view! {
            {move || match doc.get() {
                None if is_region.get() => chunks.show(Chunk::Region, Route::Region),
                None => view! { <HomePage /> }.into_any(),
                Some(_) => {
                    let route = route.get_untracked();
                    // Its page is fetched while the strategy is being read.
                    chunks.want(Chunk::of(route.page()));
                    chunks.show(Chunk::Strategy, route)
                }
            }}
            <PanelHost />
        }
    }
}
