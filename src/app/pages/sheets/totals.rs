//! 計 and 純計, and why they differ.

use leptos::prelude::*;

use super::FiscalCycle;
use super::money::MoneyField;
use crate::parts::{Dialog, ScrollTable, column_heads};
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::plan as words;
use edit::MoneyCell;
use insight::money::{LedgerEntry, Scope, printed_totals};
use strategy::*;

/// 計 and 純計 of a part, with 「なぜ？」; for a sheet also the total printed on paper.
#[component]
pub fn TotalLine(
    /// The side.
    side: Side,
    /// The part of the strategy.
    scope: Scope,
    /// True if the printed total is shown and can be entered.
    #[prop(optional)]
    printed: bool,
) -> impl IntoView {
    let cycle = FiscalCycle::here();
    let ledger = cycle.ledger(side);
    let total = Memo::new(move |_| ledger.with(|l| l.total(scope)));
    let printed = match (scope, printed) {
        (Scope::Sheet(sheet), true) => Some(view! { <PrintedTotal sheet side /> }),
        _ => None,
    };
    // Years a plan looks ahead to, where something is written of them.
    let ahead = move || {
        let years = ledger.with(|l| {
            let ahead = (l.year.0 + 1..l.year.0 + 10).map(FiscalYear);
            let totals = ahead.map(|year| (year, l.total_of(scope, year)));
            totals
                .filter(|(_, total)| total.known > 0)
                .collect::<Vec<_>>()
        });
        let is_sheet = matches!(scope, Scope::Sheet(_)) && side == Side::Planned;
        is_sheet.then(|| {
            years
                .into_iter()
                .map(|(year, total)| view! { <span class="sub">{words::sum_of_year(year, &total)}</span> })
                .collect_view()
        })
    };
    view! {
        <div class="total-line" role="group" aria-label=words::totals()>
            <span class="total-sum">
                <span class="label">{words::sum()}</span>
                <b>{move || words::amount_in_thousand(total.get().amount())}</b>
            </span>
            <span class="total-net">
                <span class="label">{words::net()}</span>
                <b>{move || words::amount_in_thousand(total.get().net_amount())}</b>
                <Show when=move || total.with(|t| t.known > 0 && t.repeats + t.outsiders > 0)>
                    <button
                        type="button"
                        class="btn plain small why-button"
                        aria-haspopup="dialog"
                        on:click=move |_| cycle.ask_why(side, scope)
                    >
                        {words::why()}
                    </button>
                </Show>
            </span>
            <span class="sub">{move || words::counted(&total.get())}</span>
            {printed}
            {ahead}
            {move || words::outside(&total.get()).map(|note| view! { <p class="sub total-outside">{note}</p> })}
        </div>
    }
}

/// 印刷された計, and whether ours agrees.
#[component]
fn PrintedTotal(sheet: Id<Sheet>, side: Side) -> impl IntoView {
    let store = Store::here();
    let compared = Memo::new(move |_| {
        let all = store.follow(printed_totals);
        all.into_iter()
            .find(|total| total.sheet == sheet && total.side == side)
    });
    let note = move || {
        let total = compared.get()?;
        let class = if total.agrees() {
            "chip agrees"
        } else {
            "chip bad differs"
        };
        Some(view! { <span class=class>{words::printed(&total)}</span> })
    };
    let locked = FiscalCycle::here().locked(side);
    view! {
        <span class="total-printed">
            <span class="label">{words::printed_label()}</span>
            <MoneyField cell=MoneyCell::Printed(sheet, side) label=words::printed_label_2().to_owned() locked />
            {note}
        </span>
    }
}

/// 「なぜ？」: the lines a 純計 leaves out, each with the line that counts for it.
#[component]
pub fn WhyNet() -> impl IntoView {
    let cycle = FiscalCycle::here();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(cycle.why.with(Option::is_some)));
    Effect::new(move |_| {
        if !open.get() && cycle.why.with_untracked(Option::is_some) {
            cycle.why.set(None);
        }
    });
    view! {
        <Dialog open title=words::why_title().to_owned() class="wide">
            {move || cycle.why.get().map(|(side, scope)| view! { <LeftOut side scope /> })}
        </Dialog>
    }
}

#[component]
fn LeftOut(side: Side, scope: Scope) -> impl IntoView {
    let cycle = FiscalCycle::here();
    let page = move |measure: Id<Measure>| link(side, measure);
    let rows = cycle.ledger(side).with(|ledger| {
        ledger
            .left_out(scope)
            .into_iter()
            .map(|(out, counted)| {
                let name = words::coded(&cycle.code(out.measure), &out.line.title);
                let by = words::coded(&cycle.code(counted.measure), &counted.line.title);
                view! {
                    <tr>
                        <th scope="row">
                            <a href=page(out.measure) on:click=move |_| cycle.why.set(None)>{name}</a>
                        </th>
                        <td class="number">{words::money(out.money.as_ref())}</td>
                        <td>
                            <a href=page(counted.measure) on:click=move |_| cycle.why.set(None)>{by}</a>
                        </td>
                        <td class="number">{words::money(counted.money.as_ref())}</td>
                    </tr>
                }
            })
            .collect_view()
    });
    let total = cycle.ledger(side).with(|ledger| ledger.total(scope));
    view! {
        <p>{words::why_net(&total)}</p>
        {(total.repeats > 0).then(|| view! {
            <ScrollTable
                label=words::why_table() caption=words::why_table()
                heads=column_heads(&[words::why_out(), words::thousand_label(), words::why_counted(), words::thousand_label()], &[1, 3])
            >
                {rows}
            </ScrollTable>
        })}
        <FromOutside side scope />
    }
}

/// The lines the 純計 counts although they repeat something: what they repeat is on no sheet of this plan.
#[component]
fn FromOutside(side: Side, scope: Scope) -> impl IntoView {
    let (store, cycle) = (Store::here(), FiscalCycle::here());
    let total = cycle.ledger(side).with(|ledger| ledger.total(scope));
    let note = words::outside(&total)?;
    let original = move |entry: &LedgerEntry| {
        let initiative = entry.line.initiative.and_then(|id| store.get(id));
        match initiative.and_then(|i| i.reprise.clone()) {
            Some(Reprise::Elsewhere(text)) if !text.trim().is_empty() => text,
            Some(Reprise::Of(id)) => store.get(id).map_or_else(String::new, |i| {
                words::coded(&cycle.code(i.measure), &i.title)
            }),
            _ => words::outside_unknown().to_owned(),
        }
    };
    let rows = cycle.ledger(side).with(|ledger| {
        ledger
            .from_outside(scope)
            .into_iter()
            .map(|entry| {
                let name = words::coded(&cycle.code(entry.measure), &entry.line.title);
                view! {
                    <tr>
                        <th scope="row">
                            <a href=link(side, entry.measure) on:click=move |_| cycle.why.set(None)>{name}</a>
                        </th>
                        <td class="number">{words::money(entry.money.as_ref())}</td>
                        <td>{original(entry)}</td>
                    </tr>
                }
            })
            .collect_view()
    });
    Some(view! {
        <p>{note}</p>
        <ScrollTable
            label=words::outside_table() caption=words::outside_table()
            heads=column_heads(&words::outside_columns(), &[1])
        >
            {rows}
        </ScrollTable>
    })
}

/// The address of a measure's sheet.
fn link(side: Side, measure: Id<Measure>) -> String {
    Route::of_page(match side {
        Side::Planned => Page::Plan(Some(measure)),
        Side::Done => Page::Review(Some(measure)),
    })
    .to_string()
}
