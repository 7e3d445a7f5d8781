//! Parts of the finished app, each fetched on first use: the one place that names the part of every page.
//! The feature `split` cuts the app at the functions marked here; without it everything is there from the start.

use app::contents::{self, *};
use app::for_each_page;

/// Makes functions whose code is fetched with its part: `part fn name() -> Type { value }` gives `name() -> Fetching<Type>`.
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
            $($part fn $name() -> Show { contents::page::$name })*
        }

        fn fetch(chunk: Chunk) -> Fetching<Show> {
            match chunk {
                Chunk::Strategy => contents::styled(strategy()),
                Chunk::Panels => panels(),
                Chunk::Start => start_card(),
                Chunk::PasteOutline => paste_outline(),
                Chunk::Diagram => diagram(),
                Chunk::Views => other_views(),
                Chunk::GridOnDemand => grid_on_demand(),
                Chunk::FieldGridTools => field_grid_tools(),
                Chunk::MatrixTools => matrix_tools(),
                Chunk::PasteTable => paste_table(),
                Chunk::Bulk => bulk(),
                Chunk::OpenData => open_data(),
                Chunk::SupportsOf => supports_of(),
                Chunk::Rescue => rescue(),
                Chunk::KeepingPanels => keeping_panels(),
                Chunk::OtherFormats => other_formats(),
                Chunk::Elsewhere => elsewhere(),
                Chunk::Carried => carried_card(),
                Chunk::Brought => brought_card(),
                Chunk::Updated => updated_notice(),
                Chunk::ShowCodes => show_codes(),
                Chunk::TakeCodes => take_codes(),
                Chunk::Region => contents::styled(region()),
                Chunk::RegionSite => region_site(),
                Chunk::Recent => recent(),
                Chunk::PartProgress => part_progress(),
                Chunk::NextInYear => next_in_year(),
                $(Chunk::$page => $name(),)*
            }
        }
    };
}

for_each_page!(pages);

split_off! {
    strategy fn strategy() -> Show { contents::strategy }
    strategy fn document_module() -> DocumentModule { contents::document_module() }
    documents fn seldom_commands() -> SeldomCommands { contents::seldom_commands() }
    cover fn covers() -> Covers { contents::covers() }
    panels fn panels() -> Show { contents::panels }
    panels fn updated_notice() -> Show { contents::updated_notice }
    charts fn drawers() -> Drawers { contents::drawers() }
    checks fn run_checks() -> RunChecks { contents::run_checks() }
    start fn start_card() -> Show { contents::start_card }
    start fn paste_outline() -> Show { contents::paste_outline }
    diagram fn diagram() -> Show { contents::diagram }
    views fn other_views() -> Show { contents::other_views }
    windows fn grid_on_demand() -> Show { contents::grid_on_demand }
    grid_tools fn field_grid_tools() -> Show { contents::field_grid_tools }
    grid_tools fn matrix_tools() -> Show { contents::matrix_tools }
    windows fn paste_table() -> Show { contents::paste_table }
    windows fn supports_of() -> Show { contents::supports_of }
    windows fn bulk() -> Show { contents::bulk }
    windows fn open_data() -> Show { contents::open_data }
    keeping fn rescue() -> Show { contents::rescue }
    keeping fn keeping_panels() -> Show { contents::keeping_panels }
    keeping fn elsewhere() -> Show { contents::elsewhere }
    keeping fn carried_card() -> Show { contents::carried_card }
    formats fn other_formats() -> Show { contents::other_formats }
    brought fn brought_card() -> Show { contents::brought_card }
    region fn region() -> Show { contents::region }
    region_site fn region_site() -> Show { contents::region_site }
    qr fn qr_pen() -> QrPen { contents::qr_pen() }
    codes fn show_codes() -> Show { contents::show_codes }
    codes fn take_codes() -> Show { contents::take_codes }
    hands fn part_progress() -> Show { contents::part_progress }
    overview fn next_in_year() -> Show { contents::next_in_year }
    recent fn recent() -> Show { contents::recent }
}

/// Returns where the parts of this app come from.
pub fn parts() -> PartSources {
    PartSources {
        chunks: fetch,
        drawers: Fetch(drawers),
        run_checks: Fetch(run_checks),
        qr_pen: Fetch(qr_pen),
        workspace: WorkspaceCode {
            module: Fetch(document_module),
            seldom: Fetch(seldom_commands),
            covers: Fetch(covers),
        },
    }
}
