//! Chunks that the first screen does not need: fetched on first use. This module lists them and tracks their state;
//! the registry knows their code.

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

/// Function that fetches code of another chunk. Copy it freely.
pub struct Fetch<T: 'static>(pub fn() -> Fetching<T>);

impl<T> Clone for Fetch<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Fetch<T> {}

impl<T> Fetch<T> {
    /// Returns the one of this app.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// Fetches it; at once, if it was fetched before.
    pub fn get(self) -> Fetching<T> {
        (self.0)()
    }
}

macro_rules! chunks {
    ($($name:ident: $page:ident $(($chosen:ty))?, $key:literal, $group:ident, $part:ident, $view:ident;)*) => {
        /// A chunk that is fetched when it is first shown.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Chunk {
            /// An open strategy: its frame, and the commands on it as a whole.
            Strategy,
            /// The panels that open over a page.
            Panels,
            /// Card at the start of a new plan.
            Start,
            /// Dialog for a pasted plan.
            PasteOutline,
            /// 体系図.
            Diagram,
            /// Views of 指標 other than its first.
            Views,
            /// Menu of the selection in 指標の表, and its bar for find and replace.
            GridOnDemand,
            /// The same for grids of fields.
            FieldGridTools,
            /// Menu of the selection in the table of 整合, and its bar that finds.
            MatrixTools,
            /// Dialog for a pasted table.
            PasteTable,
            /// Dialog for many indicators at once.
            Bulk,
            /// Dialog for published data.
            OpenData,
            /// Unreadable data, and its recovery.
            Rescue,
            /// Panels for stored data.
            KeepingPanels,
            /// Dialog for the support of an initiative.
            SupportsOf,
            /// Panel that saves a plan in other formats.
            OtherFormats,
            /// Other addresses of this host with plans of this browser, on はじめに.
            Elsewhere,
            /// Card of the strategy inside the page, on はじめに.
            Carried,
            /// Card of a file on はじめに that is imported into a plan.
            Brought,
            /// 更新のお知らせ, on はじめに.
            Updated,
            /// Display of moving codes.
            ShowCodes,
            /// Camera that reads moving codes.
            TakeCodes,
            /// 広域.
            Region,
            /// 公表 of 広域.
            RegionSite,
            /// Progress of the part that this file is, over the navigation.
            PartProgress,
            /// 次にすること of the office's year, on 概況.
            NextInYear,
            /// 最近の変更. The last one before the pages.
            Recent,
            $(
                #[doc = stringify!($name)]
                $page,
            )*
        }

        impl Chunk {
            /// Number of chunks.
            const COUNT: usize = Chunk::Recent as usize + 1 + Page::ALL.len();

            /// Returns the chunk of a page.
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

/// Shows the content of a chunk for an address.
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
    /// Starts with no chunk fetched; `fetch` fetches each.
    pub fn new(fetch: fn(Chunk) -> Fetching<Show>) -> Self {
        let states = (0..Chunk::COUNT).map(|_| RwSignal::new(ChunkState::Unasked));
        Self {
            states: StoredValue::new(states.collect()),
            fetch,
        }
    }

    /// Returns the state of this app.
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

    /// Fetches a chunk, unless that was tried before.
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
