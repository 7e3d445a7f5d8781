//! 財源内訳 of a line: whose money it is, and whether the parts come to the whole.

use leptos::prelude::*;

use super::FiscalCycle;
use super::grid::SheetGrid;
use super::money::MoneyField;
use crate::store::Store;
use ::words::plan as words;
use edit::MoneyCell;
use strategy::*;

/// The parts, drawn out when asked for.
#[component]
pub fn Funds(id: Id<Line>, title: Signal<String>) -> impl IntoView {
    let store = Store::here();
    let grid = SheetGrid::here();
    let open = RwSignal::new(false);
    let funds = move || store.get(id).map(|l| l.funds.clone()).unwrap_or_default();
    let rest = move || {
        let whole = FiscalCycle::here()
            .ledger(grid.side)
            .with(|ledger| ledger.entry(id).map(|entry| entry.amount()))?;
        let parts: i128 = funds().iter().map(|fund| i128::from(fund.amount)).sum();
        (!funds().is_empty()).then(|| words::funds_rest(i128::from(whole) - parts))
    };
    let fields = move || {
        FundSource::ALL
            .iter()
            .copied()
            .map(|source| {
                let label = Signal::derive(move || words::fund_of(&title.get(), source));
                view! {
                    <div class="labelled">
                        <span class="label" aria-hidden="true">{words::fund(source)}</span>
                        <MoneyField cell=MoneyCell::Fund(id, source) label locked=grid.locked />
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <div class="funds">
            <button
                type="button"
                class="btn plain small"
                id=format!("line-{id}-funds")
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {words::funds_label()}
            </button>
            <span class="sub">{move || words::funds(&funds())}</span>
            <span class="sub fund-rest">{rest}</span>
            <Show when=move || open.get()>
                <div class="fund-fields" role="group" aria-label=move || words::of_line(&title.get(), words::funds_label())>
                    {fields}
                </div>
            </Show>
        </div>
    }
}
