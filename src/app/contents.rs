//! Views and functions of the parts of the app, one plain function each. The program (`src/parts.rs`) decides with
//! which part of the finished app each is fetched.

use leptos::prelude::*;

use crate::cover::COVERS;
use crate::editor::{AllPanels, Opened, RecentSteps, perform_on};
use crate::for_each_page;
use crate::keeping;
use crate::one_file::CarriedCard;
use crate::other_formats::OtherFormats;
use crate::pages::checks::watch;
use crate::pages::{hands, home, indicators, outline, start, workshop, year};
use crate::route::Route;
use crate::workspace::{DocumentCommand, Workspace};
use device::asset::load_styles;

pub use crate::charts::Drawers;
pub use crate::lazy::{Chunk, Chunks, Fetch, Fetching, Show};
pub use crate::pages::checks::watch::RunChecks;
pub use crate::qr::QrPen;
pub use crate::workspace::{Covers, DocumentModule, WorkspaceCode};
pub use device::asset::Unfetched;

/// Sources of the parts of an app.
#[derive(Clone, Copy)]
pub struct PartSources {
    /// Code of all views.
    pub chunks: fn(Chunk) -> Fetching<Show>,
    /// Code of the charts.
    pub drawers: Fetch<Drawers>,
    /// 点検.
    pub run_checks: Fetch<RunChecks>,
    /// QR codes.
    pub qr_pen: Fetch<QrPen>,
    /// Code of the workspace.
    pub workspace: WorkspaceCode,
}

impl PartSources {
    /// Provides the sources to the components below the caller.
    pub fn provide(self) -> Chunks {
        provide_context(self.drawers);
        provide_context(self.run_checks);
        provide_context(self.qr_pen);
        let chunks = Chunks::new(self.chunks);
        provide_context(chunks);
        chunks
    }
}

/// Commands on documents that are rarely used.
pub type SeldomCommands = fn(Workspace, DocumentCommand);

/// Waits for a part together with the style sheet of an open strategy.
pub fn styled(part: Fetching<Show>) -> Fetching<Show> {
    Box::pin(async {
        let styles = load_styles();
        let show = part.await;
        styles.await?;
        show
    })
}

macro_rules! pages {
    ($($name:ident: $page:ident $(($chosen:ty))?, $key:literal, $group:ident, $part:ident, $view:ident;)*) => {
        /// The pages.
        pub mod page {
            use leptos::prelude::*;

            use crate::route::Route;

            $(
                #[doc = concat!("Shows the page `", stringify!($name), "`.")]
                pub fn $name(_: Route) -> AnyView {
                    view! { <crate::pages::$name::$view /> }.into_any()
                }
            )*
        }
    };
}

for_each_page!(pages);

/// Shows an open strategy.
pub fn strategy(route: Route) -> AnyView {
    match route {
        Route::Open { doc, .. } => view! { <Opened doc /> }.into_any(),
        Route::Home | Route::Region => ().into_any(),
    }
}

/// Shows unreadable data, and its recovery.
pub fn rescue(route: Route) -> AnyView {
    crate::trouble::know_read_errors();
    match route {
        Route::Open { doc, .. } => view! { <keeping::Rescue doc /> }.into_any(),
        Route::Home | Route::Region => view! { <keeping::SetAside /> }.into_any(),
    }
}

/// Functions that show one component.
macro_rules! shown {
    ($($(#[$doc:meta])* $name:ident: $($component:ident)::+;)*) => {
        $(
            $(#[$doc])*
            pub fn $name(_: Route) -> AnyView {
                view! { <$($component)::+ /> }.into_any()
            }
        )*
    };
}

shown! {
    /// Shows the panels that open over a page.
    panels: AllPanels;
    /// Shows the card at the start of a new plan.
    start_card: start::StartCard;
    /// Shows the dialog for a pasted plan.
    paste_outline: crate::pages::paste_outline::PasteOutline;
    /// Shows 体系図.
    diagram: crate::pages::diagram::Diagram;
    /// Shows the views of 指標 other than its first.
    other_views: indicators::OtherView;
    /// Shows the menu of the selection in 指標の表, and its bar for find and replace.
    grid_on_demand: indicators::GridOnDemand;
    /// Shows the menu of the selection in a grid of fields, and its bar for find and replace.
    field_grid_tools: crate::parts::FieldGridOnDemand;
    /// Shows the menu of the selection in the table of 整合, and its bar that finds.
    matrix_tools: crate::pages::alignment::MatrixOnDemand;
    /// Shows the dialog for a pasted table.
    paste_table: indicators::PasteTable;
    /// Shows the dialog for many indicators at once.
    bulk: indicators::Bulk;
    /// Shows the dialog for published data.
    open_data: indicators::OpenDataWindow;
    /// Shows the dialog for the support of an initiative.
    supports_of: outline::SupportsOf;
    /// Shows the panels for stored data.
    keeping_panels: keeping::KeepingPanels;
    /// Shows other addresses of this host with plans of this browser.
    elsewhere: keeping::Elsewhere;
    /// Shows the card of the strategy that the page carries.
    carried_card: CarriedCard;
    /// Shows the panel that saves a plan in other formats.
    other_formats: OtherFormats;
    /// Shows the card of a file on はじめに that is imported into a plan.
    brought_card: home::BroughtCard;
    /// Shows 更新のお知らせ on はじめに.
    updated_notice: home::UpdatedNotice;
    /// Shows 広域.
    region: crate::pages::region::RegionPage;
    /// Shows 公表 of 広域.
    region_site: crate::pages::region::RegionPublication;
    /// Shows moving codes.
    show_codes: workshop::ShowCodes;
    /// Shows the camera that reads moving codes.
    take_codes: workshop::TakeCodes;
    /// Shows 最近の変更.
    recent: RecentSteps;
    /// Shows the progress of a part.
    part_progress: hands::PartProgress;
    /// Shows the next step of the office's year.
    next_in_year: year::NextInYear;
}

/// Returns the code that opens and changes documents.
pub fn document_module() -> DocumentModule {
    crate::trouble::know_read_errors();
    DocumentModule::new(perform_on)
}

/// Returns the code of rarely used commands.
pub fn seldom_commands() -> SeldomCommands {
    Workspace::run_seldom
}

/// Returns the code that makes and shows covers.
pub fn covers() -> Covers {
    COVERS
}

/// Returns the code that draws charts.
pub fn drawers() -> Drawers {
    Drawers::all()
}

/// Returns the code that runs 点検.
pub fn run_checks() -> RunChecks {
    |strategy, today| Box::pin(watch::run(strategy, today))
}

/// Returns the code that draws QR codes.
pub fn qr_pen() -> QrPen {
    QrPen::of_this_app()
}
