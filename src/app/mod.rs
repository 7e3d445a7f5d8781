//! HOW it looks: shell, pages, parts and charts.

pub mod action;
pub mod asset;
pub mod charts;
mod chunk;
mod computed;
mod crash;
pub mod desk;
mod keeping;
pub mod notice;
pub mod pages;
pub mod parts;
pub mod route;
mod shared;
pub mod shell;
pub mod store;
mod window;

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use chunk::{Chunk, Chunks};
use desk::Desk;
use pages::home::HomePage;
use route::Route;
use shell::{PanelHost, Panels};

/// Puts the app on the page.
pub fn mount() {
    crash::watch();
    leptos::mount::mount_to_body(App);
    if let Some(root) = document().document_element() {
        // The attribute's name and value are fixed and valid.
        let _ = root.set_attribute("data-ready", "true");
    }
}

/// Moves the keyboard to the element with this id.
pub fn focus(id: &str) {
    use wasm_bindgen::JsCast;
    let element = document()
        .get_element_by_id(id)
        .and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // An element that cannot take focus leaves it where it was.
        let _ = element.focus();
    }
}

/// How long an element on its way is waited for, in pictures.
const WAIT: usize = 300;

/// Moves the keyboard to an element that is just being added, with an id that no other has: before the next key
/// arrives, which would otherwise still be typed where the keyboard was. What takes longer to appear (its page is
/// fetched first) has it as soon as it is there, unless the keyboard was taken elsewhere meanwhile.
pub fn focus_added(id: String) {
    use crate::keep::pace;
    let here = || document().active_element();
    let is_place =
        |element: &web_sys::Element| !matches!(element.tag_name().as_str(), "BODY" | "MAIN");
    let before = here();
    spawn_local(async move {
        tick().await;
        for _ in 0..WAIT {
            if document().get_element_by_id(&id).is_some() {
                return focus(&id);
            }
            pace::frame().await;
            let now = here();
            if now != before && now.as_ref().is_some_and(is_place) {
                return;
            }
        }
    });
}

/// The whole app.
#[component]
fn App() -> impl IntoView {
    let route = route::follow_address();
    let desk = Desk::set_up();
    provide_context(desk);
    provide_context(Panels::new());
    let chunks = Chunks::new();
    provide_context(chunks);
    action::listen();
    let doc = Memo::new(move |_| match route.get() {
        Route::Home => None,
        Route::Open { doc, .. } => Some(doc),
    });
    Effect::new(move |_| desk.want(doc.get()));
    view! {
        {move || match doc.get() {
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
