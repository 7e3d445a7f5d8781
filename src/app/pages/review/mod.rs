//! 評価: what became of the year, measure by measure; and the closing of the year.

mod blanks;
mod closing;
mod grant;
mod kpi;
mod opinions;
mod rating;
mod sheet;
mod used;

use leptos::prelude::*;

use super::sheets::{
    FirstSheets, FiscalCycle, RollButton, SheetPage, SheetTabs, Sheets, TotalLine, YearChoice,
    sheet_of,
};
use crate::panels::Panels;
use crate::route::Page;
use crate::store::Store;
use ::words::{plan, review as words};
use insight::money::Scope;
use insight::sheets::{Blank, SheetLack, reviews_owed};
use strategy::*;

use blanks::Blanks;
use closing::YearEnd;
use sheet::ReviewSheet;
use used::Used;

/// The page.
#[component]
pub fn ReviewPage() -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    Blanks::set_up(store, cycle);
    let page = SheetPage::here(Page::Review, |page| match page {
        Page::Review(id) => id,
        _ => None,
    })
    .show_instead(Panels::here().close_year);
    let subtitle = move || {
        let any = page.chosen().is_some();
        any.then(|| {
            let owed = store.follow(|s| reviews_owed(s, cycle.year(Side::Done)));
            let open = Blanks::here().with(|all| all.len());
            words::subtitle(cycle.year(Side::Done), owed.saturating_sub(open), owed)
        })
    };
    view! {
        <div class="page-head">
            <div>
                <h1 tabindex="-1">{words::title()}</h1>
                <p class="sub">{subtitle}</p>
            </div>
            <SheetTabs page title=words::title() tabs=[words::tab_sheets(), words::closing()] />
            <YearChoice side=Side::Done />
        </div>
        <Sheets
            page
            summary=|| view! { <Summary /> }.into_any()
            above_list=|| view! { <MissingSheets /><FirstSheets side=Side::Done /> }.into_any()
            instead=|| view! { <YearEnd /> }.into_any()
            says=|id| view! { <Says id /> }.into_any()
            sheet=|id| view! { <ReviewSheet id /> }.into_any()
        />
    }
}

/// The whole year, on top: its amounts, its marks, and on request its pictures.
#[component]
fn Summary() -> impl IntoView {
    let (store, cycle) = (Store::here(), FiscalCycle::here());
    let pictures = RwSignal::new(false);
    view! {
        <section class="card plan-summary" aria-labelledby="review-summary">
            <div class="row">
                <h2 id="review-summary">{move || words::headline(cycle.year(Side::Done))}</h2>
                <TotalLine side=Side::Done scope=Scope::All />
                <span class="sub">{move || marks(store, cycle)}</span>
                <div class="tabs">
                    <button
                        type="button"
                        class="btn small"
                        aria-expanded=move || pictures.get().to_string()
                        on:click=move |_| pictures.update(|on| *on = !*on)
                    >
                        {words::pictures()}
                    </button>
                </div>
            </div>
            <Show when=move || pictures.get()>
                <Used />
            </Show>
        </section>
    }
}

/// Number of measures without a sheet of the year, and the button that makes their sheets.
#[component]
fn MissingSheets() -> impl IntoView {
    let cycle = FiscalCycle::here();
    let judged = Signal::derive(move || cycle.year(Side::Done));
    let missing = Memo::new(move |_| {
        let lacks_sheet = |blank: &&Blank| blank.lacks == [SheetLack::Sheet];
        Blanks::here().with(|all| all.iter().filter(lacks_sheet).count())
    });
    view! {
        <Show when=move || { missing.get() > 0 && !cycle.closed(Side::Done) }>
            <div class="sheets-missing">
                <p>
                    {move || plan::sheets_missing(judged.get(), missing.get(), judged.get().next())}
                </p>
                <RollButton from=judged of_all=true />
            </div>
        </Show>
    }
}

/// 「Ａ 3、Ｂ 9、Ｃ 5」.
fn marks(store: Store, cycle: FiscalCycle) -> String {
    let edition = cycle.edition().get();
    let (counts, unrated) = store.follow(|s| insight::sheets::ratings(s, edition));
    words::marks(&counts, unrated)
}

/// 評価 and what is blank, of a measure in the list.
#[component]
fn Says(id: Id<Measure>) -> impl IntoView {
    let store = Store::here();
    let sheet = sheet_of(store, id);
    let blank = Memo::new(move |_| {
        Blanks::here().with(|all| {
            all.iter()
                .find(|blank| blank.measure == id)
                .map_or(0, |blank| blank.lacks.len())
        })
    });
    let rating = move || match sheet.get().and_then(|id| store.get(id)) {
        None => words::no_sheet().to_owned(),
        Some(sheet) if sheet.rating.trim().is_empty() => words::unrated().to_owned(),
        Some(sheet) => words::rated(&sheet.rating),
    };
    view! {
        <span>{rating}</span>
        <Show when=move || { blank.get() > 0 }>
            <span class="chip warn">{move || words::blanks(blank.get())}</span>
        </Show>
    }
}
