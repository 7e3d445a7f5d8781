//! What each chunk of the app is made of: the one place that names every page. The feature `split` cuts the finished app at
//! the functions marked here; without it all is there from the start.

use leptos::prelude::*;

use super::opened::Opened;
use super::perform::perform_on;
use super::shell::{AllPanels, RecentSteps};
use crate::app::asset::{Unfetched, dressing};
use crate::app::charts::Drawers;
use crate::app::cover::COVERS;
use crate::app::foreign_file::{self, ReadForeign};
use crate::app::keeping;
use crate::app::lazy::{Chunk, Chunks, Fetch, Fetching, Show};
use crate::app::one_file::CarriedCard;
use crate::app::other_formats::OtherFormats;
use crate::app::page_table::for_each_page;
use crate::app::pages::checks::watch::{self, RunChecks};
use crate::app::pages::{
    diagram, home, indicators, outline, paste_outline, region, start, workshop,
};
use crate::app::qr::QrPen;
use crate::app::route::Route;
use crate::app::workspace::{Covers, DocumentCommand, DocumentModule, Workspace, WorkspaceCode};

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Unfetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Unfetched::last()
    }
}

/// A function whose code is fetched with its chunk: `part fn name() -> Type { value }` gives `name() -> Fetching<Type>`.
macro_rules! split_off {
    ($($part:ident fn $name:ident() -> $type:ty { $value:expr })*) => {
        $(
            fn $name() -> Fetching<$type> {
                #[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($part, fallible))]
                fn $name() -> Result<$type, Unfetched> {
                    Ok($value)
                }
                #[cfg(feature = "split")]
                return Box::pin($name());
                #[cfg(not(feature = "split"))]
                Box::pin(std::future::ready($name()))
            }
        )*
    };
}

macro_rules! pages {
    ($($name:ident: $page:ident $(($chosen:ty))?, $key:literal, $group:ident, $part:ident, $view:ident;)*) => {
        split_off! {
            $($part fn $name() -> Show { |_| view! { <crate::app::pages::$name::$view /> }.into_any() })*
        }

        fn fetch(chunk: Chunk) -> Fetching<Show> {
            match chunk {
                Chunk::Strategy => Box::pin(dressed(opened())),
                Chunk::Panels => panels(),
                Chunk::Start => start_card(),
                Chunk::PasteOutline => pasted_outline(),
                Chunk::Diagram => outline_diagram(),
                Chunk::Views => other_views(),
                Chunk::PasteTable => pasted_table(),
                Chunk::Bulk => bulk(),
                Chunk::SupportsOf => supports_of(),
                Chunk::Rescue => rescue(),
                Chunk::KeepingPanels => keeping_panels(),
                Chunk::OtherFormats => other_formats(),
                Chunk::Carried => carried_card(),
                Chunk::Brought => brought_card(),
                Chunk::ShowCodes => show_codes(),
                Chunk::TakeCodes => take_codes(),
                Chunk::Region => Box::pin(dressed(region_page())),
                Chunk::Recent => recent(),
                $(Chunk::$page => $name(),)*
            }
        }
    };
}

for_each_page!(pages);

split_off! {
    strategy fn opened() -> Show {
        |route| match route {
            Route::Open { doc, .. } => view! { <Opened doc /> }.into_any(),
            Route::Home | Route::Region => ().into_any(),
        }
    }
    strategy fn module() -> DocumentModule { DocumentModule::new(perform_on) }
    documents fn seldom_commands() -> fn(Workspace, DocumentCommand) { Workspace::run_seldom }
    cover fn covers() -> Covers { COVERS }
    panels fn panels() -> Show { |_| view! { <AllPanels /> }.into_any() }
    charts fn drawers() -> Drawers { Drawers::all() }
    checks fn run_checks() -> RunChecks { |strategy, today| Box::pin(watch::run(strategy, today)) }
    start fn start_card() -> Show { |_| view! { <start::StartCard /> }.into_any() }
    start fn pasted_outline() -> Show { |_| view! { <paste_outline::PasteOutline /> }.into_any() }
    diagram fn outline_diagram() -> Show { |_| view! { <diagram::Diagram /> }.into_any() }
    views fn other_views() -> Show { |_| view! { <indicators::OtherView /> }.into_any() }
    windows fn pasted_table() -> Show { |_| view! { <indicators::PasteTable /> }.into_any() }
    windows fn supports_of() -> Show { |_| view! { <outline::SupportsOf /> }.into_any() }
    windows fn bulk() -> Show { |_| view! { <indicators::Bulk /> }.into_any() }
    keeping fn rescue() -> Show {
        |route| match route {
            Route::Open { doc, .. } => view! { <keeping::Rescue doc /> }.into_any(),
            Route::Home | Route::Region => view! { <keeping::SetAside /> }.into_any(),
        }
    }
    keeping fn keeping_panels() -> Show { |_| view! { <keeping::KeepingPanels /> }.into_any() }
    keeping fn carried_card() -> Show { |_| view! { <CarriedCard /> }.into_any() }
    formats fn foreign_files() -> ReadForeign { foreign_file::read }
    formats fn other_formats() -> Show { |_| view! { <OtherFormats /> }.into_any() }
    brought fn brought_card() -> Show { |_| view! { <home::BroughtCard /> }.into_any() }
    region fn region_page() -> Show { |_| view! { <region::RegionPage /> }.into_any() }
    qr fn qr_pen() -> QrPen { QrPen::of_this_app() }
    codes fn show_codes() -> Show { |_| view! { <workshop::ShowCodes /> }.into_any() }
    codes fn take_codes() -> Show { |_| view! { <workshop::TakeCodes /> }.into_any() }
    recent fn recent() -> Show { |_| view! { <RecentSteps /> }.into_any() }
}

/// What shows an open strategy, and its style.
async fn dressed(showing: Fetching<Show>) -> Result<Show, Unfetched> {
    let dressing = dressing();
    let show = showing.await;
    dressing.await?;
    show
}

/// Tells this app where its chunks come from.
pub fn set_up() -> Chunks {
    provide_context(Fetch(drawers));
    provide_context(Fetch(run_checks));
    provide_context(Fetch(qr_pen));
    let chunks = Chunks::new(fetch);
    provide_context(chunks);
    chunks
}

/// Where the workspace has its code from.
pub const WORKSPACE: WorkspaceCode = WorkspaceCode {
    module: Fetch(module),
    seldom: Fetch(seldom_commands),
    covers: Fetch(covers),
    foreign: Fetch(foreign_files),
};
