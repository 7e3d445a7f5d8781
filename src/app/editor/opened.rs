//! View of an open strategy.

use leptos::prelude::*;

use super::shell::Frame;
use crate::covered::{Covered, Stood};
use crate::document_scope::DocumentScope;
use crate::lazy::{Chunk, Chunks};
use crate::pages::{checks, start};
use crate::parts::Short;
use crate::print::{head_of_print, take_width_of_paper};
use crate::route::{Page, Route};
use crate::session::Session;
use crate::workspace::{Opening, Workspace};
use ::words::{model, shell as words};
use browser::focus::focus;
use keep::DocId;

/// An open strategy: its frame and the page of the address.
#[component]
pub fn Opened(
    /// The strategy.
    doc: DocId,
) -> impl IntoView {
    let workspace = Workspace::here();
    // Requested again, in case the code that opens it could not be fetched at first.
    untrack(|| workspace.want(Some(doc)));
    let mut shown = None;
    move || match workspace.opening(doc) {
        Some(Opening::Ready(session)) => {
            let stood = shown.take().map(Stood::on);
            view! { <Pages session stood /> }.into_any()
        }
        None => view! { <Waiting progress=None /> }.into_any(),
        Some(Opening::Wait(_, Some(show))) => {
            shown = Some(show.clone());
            show()
        }
        Some(Opening::Wait(progress, None)) => {
            view! { <Waiting progress=Some(progress) /> }.into_any()
        }
        Some(Opening::Failed(_)) => {
            let page = Page::Overview;
            Chunks::here().show(Chunk::Rescue, Route::Open { doc, page })
        }
    }
}

#[component]
fn Waiting(progress: Option<RwSignal<f64>>) -> impl IntoView {
    view! {
        <main class="page" id="main">
            <h1>{words::opening()}</h1>
            {progress.map(|share| view! { <progress max="1" value=move || Short(share.get()).to_string() aria-label=words::opening()></progress> })}
        </main>
    }
}

#[component]
fn Pages(
    session: Session,
    /// The cover, and the position of the user on it.
    stood: Option<Stood>,
) -> impl IntoView {
    let store = session.store;
    provide_context(session);
    provide_context(store);
    let first = RwSignal::new(true);
    let cover = stood.as_ref().map(|stood| stood.cover.clone());
    Covered::set_up(cover.clone(), first);
    DocumentScope::set_up();
    checks::watch::follow(session);
    Effect::new(move |_| head_of_print(&model::brief(&store.about().title)));
    take_width_of_paper();
    start::Beginning::set_up(store);
    let route = Route::here();
    let word = Memo::new(move |_| route.get().page().name());
    Effect::new(move |before: Option<&'static str>| {
        let now = word.get();
        if before.is_some_and(|before| before != now) {
            first.set(false);
            focus("main");
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        if before.is_none() {
            stood.iter().for_each(Stood::go_on);
            // Focus the opened plan if no element has the focus.
            let nowhere = |e: web_sys::Element| e.tag_name() == "BODY";
            if document().active_element().is_none_or(nowhere) {
                focus("main");
            }
        }
        now
    });
    let chunks = Chunks::here();
    // The frame is drawn before the page is computed: two short tasks instead of a long one.
    let framed = RwSignal::new(false);
    set_timeout(move || framed.set(true), std::time::Duration::ZERO);
    view! {
        <Frame session>
            {move || {
                word.track();
                let route = route.get_untracked();
                match framed.get() {
                    true => chunks.show(Chunk::of(route.page()), route),
                    false => cover.as_ref().map(|show| show()).into_any(),
                }
            }}
        </Frame>
    }
}
