//! HOW it looks: shell, pages, parts and charts.

mod as_of;
pub mod asset;
pub mod charts;
mod command;
mod command_table;
mod computed;
mod cover;
mod covered;
mod crash;
pub mod desk;
mod display;
mod keeping;
pub mod lazy;
pub mod notice;
mod opened;
mod page;
mod page_table;
pub mod pages;
mod panels;
pub mod parts;
mod perform;
mod print;
mod registry;
pub mod route;
mod shared;
pub mod shell;
mod shortcut;
pub mod store;
mod window;

use leptos::prelude::*;

use desk::Desk;
use display::Display;
use lazy::Part;
use pages::home::HomePage;
use panels::Panels;
use route::Route;
use shell::PanelHost;

/// Puts the app on the page.
pub fn mount() {
    crash::watch();
    leptos::mount::mount_to_body(App);
    if let Some(root) = document().document_element() {
        // The attribute's name and value are fixed and valid.
        let _ = root.set_attribute("data-ready", "true");
    }
}

/// The whole app.
#[component]
fn App() -> impl IntoView {
    let display = Display::set_up();
    let route = route::follow_address();
    let desk = Desk::set_up(registry::DESK);
    provide_context(desk);
    provide_context(Panels::default());
    let parts = registry::set_up();
    perform::set_up();
    let doc = Memo::new(move |_| match route.get() {
        Route::Home => None,
        Route::Open { doc, .. } => Some(doc),
    });
    Effect::new(move |_| desk.want(doc.get()));
    // In another language or style everything is shown anew.
    move || {
        display.track();
        view! {
            {move || match doc.get() {
                None => view! { <HomePage /> }.into_any(),
                Some(_) => {
                    let route = route.get_untracked();
                    // Its page is fetched while the strategy is being read.
                    parts.want(Part::of(route.page()));
                    parts.show(Part::Strategy, route)
                }
            }}
            <PanelHost />
        }
    }
}
