//! 束: what the first screen does without is fetched when it is first wanted: the hands that open, keep and show a
//! strategy with the first strategy, a panel with the first panel, what a page is made of with that page.
//!
//! The feature `split` cuts the finished app at [`fetch`]; without it all is there from the start.

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::asset::{Unfetched, dressing};
use super::charts::Drawers;
use super::desk::{Desk, Errand, Hands};
use super::keeping;
use super::pages::{
    Opened, alignment, briefing, chapters, checks, diagram, findings, indicators, outline,
    overview, paper, paste_outline, plan, review, settings, start, timetable, versions,
};
use super::route::{Page, Route};
use super::shell::{AllPanels, RecentSteps};
use crate::insight::checks::Finding;
use crate::locale::{charts, shell as words};
use crate::strategy::{FiscalYear, Strategy};

/// What is fetched together, because it shares most of what it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    /// An open strategy: its frame, and all that is done with it as a whole.
    Strategy,
    /// The panels that open over a page.
    Panels,
    /// 概況.
    Overview,
    /// 首長説明.
    Briefing,
    /// The card that a plan just begun opens with.
    Start,
    /// The window for a pasted plan; of the same part as `Start`.
    PasteOutline,
    /// 体系 and 本文.
    Outline,
    /// 体系図.
    Diagram,
    /// 指標, as one screen of figures.
    Indicators,
    /// The other views of 指標.
    Views,
    /// The window for a pasted table.
    PasteTable,
    /// The window for many indicators at once; of the same part as `PasteTable`.
    Bulk,
    /// 実施計画, 評価 and 印刷.
    Yearly,
    /// The other pages.
    Desk,
    /// What could not be read, and what can be had again of it.
    Rescue,
    /// The panels that look at what is kept; of the same part as `Rescue`.
    KeepingPanels,
    /// 最近の変更.
    Recent,
}

impl Chunk {
    const ALL: usize = 17;

    /// Puts what stands in for it where it will be.
    fn frame(self, stand_in: AnyView) -> AnyView {
        match self {
            Chunk::Strategy => view! { <main class="page" id="main">{stand_in}</main> }.into_any(),
            Chunk::Panels
            | Chunk::KeepingPanels
            | Chunk::PasteOutline
            | Chunk::PasteTable
            | Chunk::Bulk => view! { <div class="toast">{stand_in}</div> }.into_any(),
            _ => stand_in,
        }
    }

    /// That of a page.
    pub fn of(page: Page) -> Self {
        match page {
            Page::Overview => Chunk::Overview,
            Page::Briefing => Chunk::Briefing,
            Page::Outline(_) | Page::Chapters => Chunk::Outline,
            Page::Indicators(_) => Chunk::Indicators,
            Page::Plan(_) | Page::Review(_) | Page::Paper(_) => Chunk::Yearly,
            Page::Settings | Page::Versions | Page::Alignment | Page::Checks | Page::Timetable => {
                Chunk::Desk
            }
        }
    }
}

/// Shows what a chunk has to show at an address.
type Show = fn(Route) -> AnyView;

#[derive(Debug, Clone, Copy)]
enum State {
    Unasked,
    Coming,
    Here(Show),
    Missing(Unfetched),
}

/// Which chunks are there.
#[derive(Clone, Copy)]
pub struct Chunks([RwSignal<State>; Chunk::ALL]);

impl Chunks {
    /// None yet.
    pub fn new() -> Self {
        Self(std::array::from_fn(|_| RwSignal::new(State::Unasked)))
    }

    /// Those of this app.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// Fetches a chunk, unless that was tried already.
    pub fn want(self, chunk: Chunk) {
        if matches!(self.0[chunk as usize].get_untracked(), State::Unasked) {
            self.fetch(chunk);
        }
    }

    fn fetch(self, chunk: Chunk) {
        let state = self.0[chunk as usize];
        state.set(State::Coming);
        spawn_local(async move {
            state.set(match fetch(chunk).await {
                Ok(show) => State::Here(show),
                Err(why) => State::Missing(why),
            });
        });
    }

    /// What a chunk shows, or that it is coming, or that it could not be fetched.
    pub fn show(self, chunk: Chunk, route: Route) -> AnyView {
        self.want(chunk);
        match self.0[chunk as usize].get() {
            State::Here(show) => show(route),
            State::Unasked | State::Coming => {
                chunk.frame(view! { <p role="status">{words::OPENING}</p> }.into_any())
            }
            State::Missing(why) => chunk.frame(
                view! {
                    <div role="alert">
                        <p>{sentence(why)}</p>
                        <button type="button" class="btn" on:click=move |_| self.fetch(chunk)>
                            {charts::RETRY}
                        </button>
                    </div>
                }
                .into_any(),
            ),
        }
    }
}

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Unfetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Unfetched::last()
    }
}

fn sentence(why: Unfetched) -> &'static str {
    match why {
        Unfetched::NotReached => words::PAGE_NOT_FETCHED,
        Unfetched::NotOurs => words::PAGE_NOT_OURS,
    }
}

/// The split makes these functions wait for their chunk; without it they return at once.
#[cfg(feature = "split")]
macro_rules! fetched {
    ($call:expr) => {
        $call.await
    };
}
#[cfg(not(feature = "split"))]
macro_rules! fetched {
    ($call:expr) => {
        $call
    };
}

async fn fetch(chunk: Chunk) -> Result<Show, Unfetched> {
    match chunk {
        Chunk::Strategy => {
            let dressing = dressing();
            let show = fetched!(fetch_strategy());
            dressing.await?;
            show
        }
        Chunk::Panels => fetched!(fetch_panels()),
        Chunk::Overview => fetched!(fetch_overview()),
        Chunk::Briefing => fetched!(fetch_briefing()),
        Chunk::Start => fetched!(fetch_start()),
        Chunk::PasteOutline => fetched!(fetch_paste_outline()),
        Chunk::Outline => fetched!(fetch_outline()),
        Chunk::Diagram => fetched!(fetch_diagram()),
        Chunk::Indicators => fetched!(fetch_indicators()),
        Chunk::Views => fetched!(fetch_views()),
        Chunk::PasteTable => fetched!(fetch_paste_table()),
        Chunk::Bulk => fetched!(fetch_bulk()),
        Chunk::Yearly => fetched!(fetch_yearly()),
        Chunk::Desk => fetched!(fetch_desk()),
        Chunk::Rescue => fetched!(fetch_rescue()),
        Chunk::KeepingPanels => fetched!(fetch_keeping()),
        Chunk::Recent => fetched!(fetch_recent()),
    }
}

/// What takes whole strategies in hand.
pub async fn hands() -> Result<Hands, Unfetched> {
    fetched!(fetch_hands())
}

/// Does an errand that is seldom wanted.
type Shelve = fn(Desk, Errand);

/// What does the errands that are seldom wanted.
pub async fn shelving() -> Result<Shelve, Unfetched> {
    fetched!(fetch_shelving())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(shelf, fallible))]
fn fetch_shelving() -> Result<Shelve, Unfetched> {
    Ok(Desk::shelve)
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(strategy, fallible))]
fn fetch_hands() -> Result<Hands, Unfetched> {
    Ok(Hands::new())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(strategy, fallible))]
fn fetch_strategy() -> Result<Show, Unfetched> {
    Ok(|route| match route {
        Route::Open { doc, .. } => view! { <Opened doc /> }.into_any(),
        Route::Home => ().into_any(),
    })
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(panels, fallible))]
fn fetch_panels() -> Result<Show, Unfetched> {
    Ok(|_| view! { <AllPanels /> }.into_any())
}

/// What draws charts.
pub async fn drawers() -> Result<Drawers, Unfetched> {
    fetched!(fetch_drawers())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(charts, fallible))]
fn fetch_drawers() -> Result<Drawers, Unfetched> {
    Ok(Drawers::all())
}

/// Looks for what 点検 finds in a strategy, judged in a year.
type Look = fn(Strategy, FiscalYear) -> Pin<Box<dyn Future<Output = Arc<Vec<Finding>>>>>;

/// What looks for findings.
pub async fn looking() -> Result<Look, Unfetched> {
    fetched!(fetch_looking())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(checks, fallible))]
fn fetch_looking() -> Result<Look, Unfetched> {
    Ok(|strategy, today| Box::pin(findings::found(strategy, today)))
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(overview, fallible))]
fn fetch_overview() -> Result<Show, Unfetched> {
    Ok(|_| view! { <overview::OverviewPage /> }.into_any())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(briefing, fallible))]
fn fetch_briefing() -> Result<Show, Unfetched> {
    Ok(|_| view! { <briefing::BriefingPage /> }.into_any())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(start, fallible))]
fn fetch_start() -> Result<Show, Unfetched> {
    Ok(|_| view! { <start::StartCard /> }.into_any())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(start, fallible))]
fn fetch_paste_outline() -> Result<Show, Unfetched> {
    Ok(|_| view! { <paste_outline::PasteOutline /> }.into_any())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(outline, fallible))]
fn fetch_outline() -> Result<Show, Unfetched> {
    Ok(|route| match route.page() {
        Page::Chapters => view! { <chapters::ChaptersPage /> }.into_any(),
        _ => view! { <outline::OutlinePage /> }.into_any(),
    })
}

#[cfg_attr(
    feature = "split",
    wasm_split_helpers::wasm_split(indicators, fallible)
)]
fn fetch_indicators() -> Result<Show, Unfetched> {
    Ok(|_| view! { <indicators::IndicatorsPage /> }.into_any())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(views, fallible))]
fn fetch_views() -> Result<Show, Unfetched> {
    Ok(|_| view! { <indicators::OtherView /> }.into_any())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(windows, fallible))]
fn fetch_paste_table() -> Result<Show, Unfetched> {
    Ok(|_| view! { <indicators::PasteTable /> }.into_any())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(windows, fallible))]
fn fetch_bulk() -> Result<Show, Unfetched> {
    Ok(|_| view! { <indicators::Bulk /> }.into_any())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(diagram, fallible))]
fn fetch_diagram() -> Result<Show, Unfetched> {
    Ok(|_| view! { <diagram::Diagram /> }.into_any())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(yearly, fallible))]
fn fetch_yearly() -> Result<Show, Unfetched> {
    Ok(|route| match route.page() {
        Page::Review(_) => view! { <review::ReviewPage /> }.into_any(),
        Page::Paper(_) => view! { <paper::PaperPage /> }.into_any(),
        _ => view! { <plan::PlanPage /> }.into_any(),
    })
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(desk, fallible))]
fn fetch_desk() -> Result<Show, Unfetched> {
    Ok(|route| match route.page() {
        Page::Versions => view! { <versions::VersionsPage /> }.into_any(),
        Page::Alignment => view! { <alignment::AlignmentPage /> }.into_any(),
        Page::Checks => view! { <checks::ChecksPage /> }.into_any(),
        Page::Timetable => view! { <timetable::TimetablePage /> }.into_any(),
        _ => view! { <settings::SettingsPage /> }.into_any(),
    })
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(keeping, fallible))]
fn fetch_rescue() -> Result<Show, Unfetched> {
    Ok(|route| match route {
        Route::Open { doc, .. } => view! { <keeping::Rescue doc /> }.into_any(),
        Route::Home => view! { <keeping::SetAside /> }.into_any(),
    })
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(keeping, fallible))]
fn fetch_keeping() -> Result<Show, Unfetched> {
    Ok(|_| view! { <keeping::KeepingPanels /> }.into_any())
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(recent, fallible))]
fn fetch_recent() -> Result<Show, Unfetched> {
    Ok(|_| view! { <RecentSteps /> }.into_any())
}
