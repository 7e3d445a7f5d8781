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

use super::plan::{NoMeasures, Tab, chosen, sheet_when_wanted};
use super::sheets::{FiscalCycle, MeasureList, TotalLine, WhyNet, YearChoice, sheet_of};
use crate::app::route::{Page, Route};
use crate::app::store::Store;
use crate::insight::money::Scope;
use crate::strategy::*;
use crate::words::{plan, review as words};

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
    let wanted = Memo::new(move |_| match Route::here().get() {
        Route::Open {
            page: Page::Review(id),
            ..
        } => id,
        _ => None,
    });
    let chosen = chosen(store, wanted);
    let closing = RwSignal::new(false);
    sheet_when_wanted(wanted, closing);
    view! {
        <div class="page-head">
            <div>
                <h1 tabindex="-1">{words::title()}</h1>
                <p class="sub">
                    {move || chosen.get().map(|_| words::subtitle(cycle.year(Side::Done), has_sheets(store, cycle)))}
                </p>
            </div>
            <YearChoice side=Side::Done />
        </div>
        <Show
            when=move || chosen.get().is_some()
            fallback=|| view! { <NoMeasures /> }
        >
            <Summary />
            <div class="tabs review-tabs" role="group" aria-label=words::title()>
                <Tab of=false now=closing word=words::tab_sheets() />
                <Tab of=true now=closing word=words::closing() />
            </div>
            <Show when=move || closing.get()>
                <YearEnd />
            </Show>
            <div
                class="sheets"
                class:detail-open=move || wanted.get().is_some()
                hidden=move || closing.get()
            >
                <MeasureList chosen page=Page::Review says=|id| view! { <Says id /> }.into_any() />
                <div class="detail">
                    <a class="btn quiet small back" href=move || Route::of_page(Page::Review(None)).to_string()>
                        {plan::back()}
                    </a>
                    {move || chosen.get().map(|id| view! { <ReviewSheet id /> })}
                </div>
            </div>
        </Show>
        <WhyNet />
    }
    .into_any()
}

/// The whole year, on top: its amounts, its marks, and its pictures for who asks.
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
    .into_any()
}

/// Whether there is a sheet of the edition shown.
fn has_sheets(store: Store, cycle: FiscalCycle) -> bool {
    let edition = cycle.edition().get();
    store.follow(|s| crate::insight::sheets::editions(s).contains_key(&edition))
}

/// 「Ａ 3、Ｂ 9、Ｃ 5」.
fn marks(store: Store, cycle: FiscalCycle) -> String {
    let edition = cycle.edition().get();
    let (counts, unrated) = store.follow(|s| crate::insight::sheets::ratings(s, edition));
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
    .into_any()
}
