//! 実施計画: what each measure does for how much money, this year and the two after.

mod changes;
mod pictures;
mod roll;
mod sheet;
mod summary;
mod works;

use leptos::prelude::*;

use super::sheets::{FiscalCycle, MeasureList, WhyNet, YearChoice, sheet_of};
use crate::app::route::{Page, Route};
use crate::app::store::Store;
use crate::insight::money::{Scope, printed_totals};
use crate::strategy::*;
use crate::words::plan as words;

use roll::RollButton;
use sheet::PlanSheet;
use summary::Summary;
use works::WorksTable;

/// The page.
#[component]
pub fn PlanPage() -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let wanted = Memo::new(move |_| match Route::here().get() {
        Route::Open {
            page: Page::Plan(id),
            ..
        } => id,
        _ => None,
    });
    let chosen = chosen(store, wanted);
    let whole = RwSignal::new(false);
    sheet_when_wanted(wanted, whole);
    view! {
        <div class="page-head">
            <div>
                <h1 tabindex="-1">{words::title()}</h1>
                <p class="sub">{move || words::subtitle(cycle.year(Side::Planned))}</p>
            </div>
            <YearChoice side=Side::Planned />
            <RollButton />
        </div>
        <Show
            when=move || chosen.get().is_some()
            fallback=|| view! { <NoMeasures /> }
        >
            <Summary />
            <div class="tabs review-tabs" role="group" aria-label=words::title()>
                <Tab of=false now=whole word=words::by_measure() />
                <Tab of=true now=whole word=words::all_works() />
            </div>
            <Show when=move || whole.get()>
                <WorksTable />
            </Show>
            <div
                class="sheets"
                class:detail-open=move || wanted.get().is_some()
                hidden=move || whole.get()
            >
                <MeasureList chosen page=Page::Plan says=|id| view! { <Says id /> }.into_any() />
                <div class="detail">
                    <a class="btn quiet small back" href=move || Route::of_page(Page::Plan(None)).to_string()>
                        {words::back()}
                    </a>
                    {move || chosen.get().map(|id| view! { <PlanSheet id /> })}
                </div>
            </div>
        </Show>
        <WhyNet />
    }
    .into_any()
}

/// Whoever asks for a sheet sees it, and not what stands in place of the sheets.
pub fn sheet_when_wanted(wanted: Memo<Option<Id<Measure>>>, elsewhere: RwSignal<bool>) {
    Effect::new(move |_| {
        if wanted.get().is_some() {
            elsewhere.set(false);
        }
    });
}

/// One of the two things a page of sheets shows.
#[component]
pub fn Tab(
    /// Which of the two.
    of: bool,
    /// Which is shown.
    now: RwSignal<bool>,
    /// What it is called.
    word: &'static str,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="btn small"
            aria-pressed=move || (now.get() == of).to_string()
            on:click=move |_| now.set(of)
        >
            {word}
        </button>
    }
    .into_any()
}

/// Stands where there is no measure to have a sheet.
#[component]
pub fn NoMeasures() -> impl IntoView {
    view! {
        <p class="empty">
            <span class="grow">{words::no_measures()}</span>
            <a class="btn small" href=Route::of_page(Page::Outline(None)).to_string()>
                {words::to_outline()}
            </a>
        </p>
    }
    .into_any()
}

/// The measure asked for, else the first there is.
pub fn chosen(store: Store, wanted: Memo<Option<Id<Measure>>>) -> Memo<Option<Id<Measure>>> {
    Memo::new(move |_| {
        let there = wanted.get().filter(|id| store.get(*id).is_some());
        there.or_else(|| {
            let goals = store.list::<Goal>(About::ID);
            let first = |goal: &Id<Goal>| {
                store.list::<Measure>(*goal);
                store.with(|s| s.measures_of(*goal).first().map(|m| m.id))
            };
            goals.iter().find_map(first)
        })
    })
}

/// 計・純計 of a measure in the list.
#[component]
fn Says(id: Id<Measure>) -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let sheet = sheet_of(store, id);
    let total = Memo::new(move |_| {
        cycle
            .ledger(Side::Planned)
            .with(|ledger| ledger.total(Scope::Measure(id)))
    });
    let differs = Memo::new(move |_| {
        let sheet = sheet.get();
        store.follow(|s| {
            printed_totals(s)
                .into_iter()
                .any(|t| Some(t.sheet) == sheet && !t.agrees())
        })
    });
    view! {
        {move || {
            let total = total.get();
            match sheet.get() {
                None => view! { <span>{words::none_yet()}</span> }.into_any(),
                Some(_) if total.sum == total.net => {
                    view! { <span>{words::amount_in_thousand(total.amount())}</span> }.into_any()
                }
                Some(_) => {
                    view! {
                        <span>{words::thousand(total.sum)}</span>
                        <span>{words::net()} " " {words::thousand(total.net)}</span>
                    }
                    .into_any()
                }
            }
        }}
        <Show when=move || differs.get()>
            <span class="chip bad">{words::differs()}</span>
        </Show>
    }
    .into_any()
}
