//! The whole: 計 and 純計 of the year, by goal and heading and year, in pictures, and against the year before.

use leptos::prelude::*;

use super::changes::Changes;
use super::pictures::Pictures;
use crate::pages::sheets::{FiscalCycle, TotalLine};
use crate::parts::{ScrollTable, column_heads};
use crate::store::Store;
use ::words::{Say, model, plan as words};
use insight::money::{Ledger, Scope};
use insight::sheets;
use strategy::*;

/// Drawer under the totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TotalsDrawer {
    Breakdown,
    Pictures,
    Changes,
}

/// The card on top of the page.
#[component]
pub fn Summary() -> impl IntoView {
    let cycle = FiscalCycle::here();
    let open = RwSignal::new(None::<TotalsDrawer>);
    let tab = move |drawer: TotalsDrawer, word: &'static str| {
        view! {
            <button
                type="button"
                class="btn small"
                aria-expanded=move || (open.get() == Some(drawer)).to_string()
                on:click=move |_| open.update(|now| *now = if *now == Some(drawer) { None } else { Some(drawer) })
            >
                {word}
            </button>
        }
    };
    view! {
        <section class="card plan-summary" aria-labelledby="plan-summary">
            <div class="row">
                <h2 id="plan-summary">{move || words::headline(cycle.year(Side::Planned))}</h2>
                <TotalLine side=Side::Planned scope=Scope::All />
                <div class="tabs">
                    {tab(TotalsDrawer::Breakdown, words::breakdown())}
                    {tab(TotalsDrawer::Pictures, words::pictures())}
                    {tab(TotalsDrawer::Changes, words::changes_label())}
                </div>
            </div>
            {move || match open.get() {
                None => ().into_any(),
                Some(TotalsDrawer::Breakdown) => view! { <Breakdown /> }.into_any(),
                Some(TotalsDrawer::Pictures) => view! { <Pictures /> }.into_any(),
                Some(TotalsDrawer::Changes) => view! { <Changes /> }.into_any(),
            }}
        </section>
    }
}

/// Every goal and heading in every year there are sheets of.
#[component]
fn Breakdown() -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let ledgers = Memo::new(move |_| {
        store.follow(|s| {
            let years = sheets::editions(s).into_keys();
            years
                .map(|year| Ledger::new(s, Side::Planned, year))
                .collect::<Vec<_>>()
        })
    });
    let parts = move || {
        store.follow(|s| {
            let numbers = cycle.numbers().get();
            let mut parts = vec![(Scope::All, words::whole().to_owned(), 0)];
            for goal in s.goals.sorted() {
                let name = model::goal_coded(&numbers.goal(goal.id), &goal.title);
                parts.push((Scope::Goal(goal.id), name, 1));
                for division in s.divisions.under(goal.id) {
                    let name = words::coded(&numbers.division(division.id), &division.title);
                    parts.push((Scope::Division(division.id), name, 2));
                }
            }
            parts
        })
    };
    let cells = move |scope: Scope| {
        ledgers.with(|ledgers| {
            ledgers
                .iter()
                .map(|ledger| {
                    let total = ledger.total(scope);
                    view! {
                        <td class="number">
                            <b>{words::amount(total.net_amount())}</b>
                            <span class="sub">{words::amount(total.amount())}</span>
                        </td>
                    }
                })
                .collect_view()
        })
    };
    let rows = move || {
        parts()
            .into_iter()
            .map(|(scope, name, depth)| {
                view! {
                    <tr class=format!("depth-{depth}")>
                        <th scope="row">{name}</th>
                        {cells(scope)}
                    </tr>
                }
            })
            .collect_view()
    };
    let head = move || {
        ledgers.with(|ledgers| {
            ledgers
                .iter()
                .map(|ledger| view! { <th scope="col" class="number">{ledger.year.say()}</th> })
                .collect_view()
        })
    };
    view! {
        <ScrollTable
            label=words::breakdown() caption=words::breakdown_note() class="breakdown"
            heads=(column_heads(&[words::part()], &[]), head).into_any()
        >
            {rows}
        </ScrollTable>
    }
}
