//! The pages, each named for what its user calls it.

pub(super) mod alignment;
pub(super) mod briefing;
pub(super) mod chapters;
pub(super) mod checks;
pub(super) mod diagram;
pub(super) mod findings;
mod goto;
pub mod home;
pub(super) mod indicators;
pub(super) mod outline;
pub(super) mod overview;
pub(super) mod paper;
mod paste_form;
pub(super) mod paste_outline;
pub(super) mod plan;
pub(super) mod review;
mod row;
mod rules;
pub(super) mod settings;
mod sheets;
pub(super) mod start;
pub(super) mod timetable;
pub(super) mod versions;

use leptos::prelude::*;

pub use goto::route_to;

use super::chunk::{Chunk, Chunks};
use super::desk::{Desk, Opening};
use super::parts::Short;
use super::route::{Page, Route};
use super::shared::Shared;
use super::shell::Frame;
use super::store::Store;
use crate::insight;
use crate::keep::DocId;
use crate::locale::{model, shell as words};
use crate::strategy::FiscalYear;

/// An open strategy: its frame and the page the address names.
#[component]
pub fn Opened(
    /// Which strategy.
    doc: DocId,
) -> impl IntoView {
    let desk = Desk::here();
    // Asked again, where what opens it could not be fetched at first.
    untrack(|| desk.want(Some(doc)));
    move || match desk.opening(doc) {
        Some(Opening::Ready(store)) => view! { <Pages store /> }.into_any(),
        None => view! { <Waiting progress=None /> }.into_any(),
        Some(Opening::Wait(progress)) => view! { <Waiting progress=Some(progress) /> }.into_any(),
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
            <h1>{words::OPENING}</h1>
            {progress.map(|share| view! { <progress max="1" value=move || Short(share.get()).to_string() aria-label=words::OPENING></progress> })}
        </main>
    }
    .into_any()
}

/// The year judged: chosen, or else the one insight proposes.
#[derive(Clone, Copy)]
pub struct AsOf {
    year: Memo<FiscalYear>,
    chosen: RwSignal<Option<FiscalYear>>,
}

impl AsOf {
    /// The year, for the components of the open strategy.
    pub fn here() -> Memo<FiscalYear> {
        Shared::of(Self::new).year
    }

    /// Judges another year, in this tab.
    pub fn choose(year: Option<FiscalYear>) {
        Shared::of(Self::new).chosen.set(year);
    }

    fn new() -> Self {
        let (store, today) = (Store::here(), Desk::here().this_year());
        let chosen = RwSignal::new(None);
        let year = Memo::new(move |_| {
            chosen
                .get()
                .unwrap_or_else(|| store.follow(|s| insight::judged_year(s, today)))
        });
        Self { year, chosen }
    }
}

/// While it is printed, the page has the width of paper, so that what measures itself, as charts do, fits on it.
fn take_width_of_paper() {
    const PRINTING: &str = "data-printing";
    let root = || document().document_element();
    let before = window_event_listener_untyped("beforeprint", move |_| {
        // The attribute's name is fixed and valid.
        let _ = root().map(|root| root.set_attribute(PRINTING, ""));
    });
    let after = window_event_listener_untyped("afterprint", move |_| {
        let _ = root().map(|root| root.remove_attribute(PRINTING));
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// Says what stands at the head of every page that is printed; the style sheet places it.
fn head_of_print(text: &str) {
    let plain = text.chars().filter(|c| !c.is_control());
    let text: String = plain
        .flat_map(|c| {
            matches!(c, '"' | '\\')
                .then_some('\\')
                .into_iter()
                .chain([c])
        })
        .collect();
    if let Some(root) = document().document_element() {
        // The attribute's name is fixed and valid; a quoted text is a valid value.
        let _ = root.set_attribute("style", &format!("--print-head:\"{text}\""));
    }
}

#[component]
fn Pages(store: Store) -> impl IntoView {
    provide_context(store);
    Shared::set_up();
    findings::follow(store);
    Effect::new(move |_| head_of_print(&model::brief(&store.about().title)));
    take_width_of_paper();
    start::Beginning::set_up(store);
    let route = Route::here();
    let word = Memo::new(move |_| route.get().page().word());
    Effect::new(move |before: Option<&'static str>| {
        let now = word.get();
        if before.is_some_and(|before| before != now) {
            super::focus("main");
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        // A plan that opens takes the keyboard in: it is nowhere else.
        let nowhere = |e: web_sys::Element| e.tag_name() == "BODY";
        if before.is_none() && document().active_element().is_none_or(nowhere) {
            super::focus("main");
        }
        now
    });
    let chunks = Chunks::here();
    // The frame stands before the page is computed: two short tasks instead of a long one.
    let framed = RwSignal::new(false);
    set_timeout(move || framed.set(true), std::time::Duration::ZERO);
    view! {
        <Frame store>
            {move || {
                word.track();
                if !framed.get() {
                    return ().into_any();
                }
                let route = route.get_untracked();
                chunks.show(Chunk::of(route.page()), route)
            }}
        </Frame>
    }
    .into_any()
}
