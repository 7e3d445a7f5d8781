//! 予算と決算: what was planned for the year against what was settled, in pictures.

use leptos::prelude::*;

use crate::charts::{BarLayout, ChartView, MoneyBars, MoneyPart};
use crate::pages::sheets::FiscalCycle;
use crate::store::Store;
use ::words::{Say, model, plan, review as words};
use insight::money::{Ledger, Scope, Share};
use strategy::*;

/// Planned against settled by goal, and the settled by 財源.
#[component]
pub fn Used() -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let done = cycle.ledger(Side::Done);
    let planned = Memo::new(move |_| {
        let year = cycle.year(Side::Done);
        store.follow(|s| Ledger::new(s, Side::Planned, year))
    });
    let chart = move || budget_and_settled(store, cycle, planned, done);
    let sentence = Signal::derive(move || {
        let planned = planned.with(|l| l.total(Scope::All));
        done.with(|l| words::used(l.year, planned, l.total(Scope::All)))
    });
    let funds = move || done.with(|ledger| by_fund(ledger));
    let funds_summary = Signal::derive(move || {
        done.with(|l| words::settled_by_fund(l.year, &l.by_fund(Scope::All)))
    });
    view! {
        <div class="pictures">
            <ChartView title=words::used_title().to_owned() sentence chart />
            <ChartView title=words::settled_fund_title().to_owned() sentence=funds_summary chart=funds />
        </div>
    }
}

/// Planned beside settled, goal by goal.
fn budget_and_settled(
    store: Store,
    cycle: FiscalCycle,
    planned: Memo<Ledger>,
    done: Memo<std::sync::Arc<Ledger>>,
) -> MoneyBars {
    let goals: Vec<(Id<Goal>, String)> = store.follow(|s| {
        let numbers = cycle.numbers().get();
        let goals = s.goals.sorted().into_iter();
        goals
            .map(|g| (g.id, model::goal_coded(&numbers.goal(g.id), &g.title)))
            .collect()
    });
    let amounts = |ledger: &Ledger| {
        let net = |(id, _): &(Id<Goal>, String)| {
            let total = ledger.total(Scope::Goal(*id));
            total.net_amount()?.value()
        };
        goals.iter().map(net).collect()
    };
    MoneyBars {
        parts: vec![
            MoneyPart {
                name: words::budget().to_owned(),
                amounts: planned.with(amounts),
            },
            MoneyPart {
                name: words::settled().to_owned(),
                amounts: done.with(|ledger| amounts(ledger)),
            },
        ],
        columns: goals.into_iter().map(|(_, name)| name).collect(),
        layout: BarLayout::Grouped,
        notes: vec![plan::net_note().to_owned()],
    }
}

/// 決算額, by 財源.
fn by_fund(ledger: &Ledger) -> MoneyBars {
    let part = |(source, share): (Option<FundSource>, Share)| MoneyPart {
        name: plan::fund_name(source).to_owned(),
        amounts: vec![Some(share.net)],
    };
    MoneyBars {
        columns: vec![ledger.year.say()],
        parts: ledger.by_fund(Scope::All).into_iter().map(part).collect(),
        layout: BarLayout::Stacked,
        notes: vec![plan::net_note().to_owned()],
    }
}
