//! 実施計画: what each measure does for how much money, this year and the two after.

mod changes;
mod pictures;
mod sheet;
mod summary;
mod works;
mod works_cells;
mod works_columns;
mod works_grid;

use leptos::prelude::*;

use super::sheets::{
    FirstSheets, FiscalCycle, RollButton, SheetPage, SheetTabs, Sheets, YearChoice, sheet_of,
};
use crate::route::Page;
use crate::store::Store;
use ::words::plan as words;
use insight::money::{Scope, printed_totals};
use strategy::*;

use sheet::PlanSheet;
use summary::Summary;
use works::WorksTable;

/// The page.
#[component]
pub fn PlanPage() -> impl IntoView {
    let cycle = FiscalCycle::here();
    let page = SheetPage::here(Page::Plan, |page| match page {
        Page::Plan(id) => id,
        _ => None,
    });
    view! {
        <div class="page-head">
            <div>
                <h1 tabindex="-1">{words::title()}</h1>
                <p class="sub">{move || words::subtitle(cycle.year(Side::Planned))}</p>
            </div>
            <SheetTabs page title=words::title() tabs=[words::by_measure(), words::all_works()] />
            <YearChoice side=Side::Planned />
            <RollButton from=cycle.edition() />
        </div>
        <Sheets
            page
            summary=|| view! { <Summary /> }.into_any()
            above_list=|| view! { <FirstSheets side=Side::Planned /> }.into_any()
            instead=|| view! { <WorksTable /> }.into_any()
            says=|id| view! { <Says id /> }.into_any()
            sheet=|id| view! { <PlanSheet id /> }.into_any()
        />
    }
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
}
