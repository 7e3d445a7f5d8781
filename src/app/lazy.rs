//! Chunks that the first screen does without: fetched when they are first needed. This module lists them and tracks
//! their state; the registry knows their code.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::page::Page;
use super::route::Route;
use crate::for_each_page;
use ::words::shell as words;
use device::asset::Unfetched;

/// A value that is being fetched.
pub type Fetching<T> = Pin<Box<dyn Future<Output = Result<T, Unfetched>>>>;

/// Function that fetches code that is split off. Copy it freely.
pub struct Fetch<T: 'static>(pub fn() -> Fetching<T>);

impl<T> Clone for Fetch<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Fetch<T> {}

impl<T> Fetch<T> {
    /// That of this app.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// Fetches it; at once, if it is there.
    pub fn get(self) -> Fetching<T> {
        (self.0)()
    }
}

macro_rules! chunks {
    ($($name:ident: $page:ident $(($chosen:ty))?, $key:literal, $group:ident, $part:ident, $view:ident;)*) => {
        /// A chunk that is fetched when it is first shown.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Chunk {
            /// An open strategy: its frame, and all that is done with it as a whole.
            Strategy,
            /// The panels that open over a page.
            Panels,
            /// The card that a plan just begun opens with.
            Start,
            /// The window for a pasted plan.
            PasteOutline,
            /// 体系図.
            Diagram,
            /// The views of 指標 other than its first.
            Views,
            /// The menu of the selection in 指標の表, and its bar that finds and replaces.
            GridOnDemand,
            /// The same for grids of fields.
            FieldGridTools,
            /// The window for a pasted table.
            PasteTable,
            /// The window for many indicators at once.
            Bulk,
            /// The window for published data.
            OpenData,
            /// Unreadable data, and its recovery.
            Rescue,
            /// The panels that look at what is kept.
            KeepingPanels,
            /// The window for the support of an initiative.
            SupportsOf,
            /// The panel that saves a plan in other formats.
            OtherFormats,
            /// Address of the plans of this browser elsewhere on this host, on はじめに.
            Elsewhere,
            /// The strategy that the page carries, on はじめに.
            Carried,
            /// A file on はじめに that is taken into a plan.
            Brought,
            /// 更新のお知らせ, on はじめに.
            Updated,
            /// Moving codes, shown.
            ShowCodes,
            /// Moving codes that the camera reads.
            TakeCodes,
            /// 広域.
            Region,
            /// 公表 of 広域.
            RegionSite,
            /// Progress of the part that this file is, over the navigation.
            PartProgress,
            /// 次にすること of the office's year, on 概況.
            NextInYear,
            /// 最近の変更. The last but the pages.
            Recent,
            $(
                #[doc = stringify!($name)]
                $page,
            )*
        }

        impl Chunk {
            /// Number of chunks.
            const COUNT: usize = Chunk::Recent as usize + 1 + Page::ALL.len();

            /// That of a page.
            pub fn of(page: Page) -> Self {
                match page {
                    $(Page::$page { .. } => Chunk::$page,)*
                }
            }
        }
    };
}

for_each_page!(chunks);

impl Chunk {
    /// Shows a placeholder in the place of the chunk.
    fn frame(self, stand_in: AnyView) -> AnyView {
        match self {
            Chunk::Strategy | Chunk::Region => {
                view! { <main class="page" id="main">{stand_in}</main> }.into_any()
            }
            Chunk::Panels
            | Chunk::KeepingPanels
            | Chunk::OtherFormats
            | Chunk::PasteOutline
            | Chunk::PasteTable
            | Chunk::SupportsOf
            | Chunk::OpenData
            | Chunk::Bulk => view! { <div class="toast">{stand_in}</div> }.into_any(),
            _ => stand_in,
        }
    }
}

/// Shows what a chunk has to show at an address.
pub type Show = fn(Route) -> AnyView;

#[derive(Debug, Clone, Copy)]
enum ChunkState {
    Unasked,
    Coming,
    Here(Show),
    Missing(Unfetched),
}

/// State of all chunks. Copy it freely.
#[derive(Clone, Copy)]
pub struct Chunks {
    states: StoredValue<Vec<RwSignal<ChunkState>>>,
    fetch: fn(Chunk) -> Fetching<Show>,
}

impl Chunks {
    /// None yet; each is fetched by `fetch`.
    pub fn new(fetch: fn(Chunk) -> Fetching<Show>) -> Self {
        let states = (0..Chunk::COUNT).map(|_| RwSignal::new(ChunkState::Unasked));
        Self {
            states: StoredValue::new(states.collect()),
            fetch,
        }
    }

    /// Those of this app.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    fn state(self, chunk: Chunk) -> RwSignal<ChunkState> {
        self.states.with_value(|states| states[chunk as usize])
    }

    /// Tracked: true once a chunk is fetched.
    pub fn is_here(self, chunk: Chunk) -> bool {
        matches!(self.state(chunk).get(), ChunkState::Here(_))
    }

    /// Fetches a chunk, unless that was tried already.
    pub fn want(self, chunk: Chunk) {
        if matches!(self.state(chunk).get_untracked(), ChunkState::Unasked) {
            self.fetch(chunk);
        }
    }

    fn fetch(self, chunk: Chunk) {
        let state = self.state(chunk);
        state.set(ChunkState::Coming);
        spawn_local(async move {
            state.set(match (self.fetch)(chunk).await {
                Ok(show) => ChunkState::Here(show),
                Err(why) => ChunkState::Missing(why),
            });
        });
    }

    /// Shows a chunk, or that it is being fetched, or that it could not be fetched.
    pub fn show(self, chunk: Chunk, route: Route) -> AnyView {
        self.want(chunk);
        match self.state(chunk).get() {
            ChunkState::Here(show) => show(route),
            ChunkState::Unasked | ChunkState::Coming => {
                chunk.frame(view! { <p role="status">{words::opening()}</p> }.into_any())
            }
            ChunkState::Missing(why) => chunk.frame(
                view! {
                    <div role="alert">
                        <p>{sentence(why)}</p>
                        <button type="button" class="btn" on:click=move |_| self.fetch(chunk)>
                            {words::retry()}
                        </button>
                    </div>
                }
                .into_any(),
            ),
        }
    }
}

fn sentence(why: Unfetched) -> &'static str {
    match why {
        Unfetched::NotReached => words::page_not_fetched(),
        Unfetched::NotOurs => words::page_not_ours(),
    }
}
