//! 図で見る: the budget by goal and year, by 財源, by 方向性.

use leptos::prelude::*;

use crate::charts::{BarLayout, ChartView, MoneyBars, MoneyPart};
use crate::pages::sheets::FiscalCycle;
use crate::store::Store;
use ::words::{Say, model, plan as words};
use insight::money::{Amount, Ledger, Scope, Share};
use insight::sheets;
use strategy::*;

/// The pictures, each with its sentence and its table.
#[component]
pub fn Pictures() -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let ledger = cycle.ledger(Side::Planned);
    let by_year = Memo::new(move |_| {
        store.follow(|s| {
            let years = sheets::editions(s).into_keys();
            years
                .map(|year| Ledger::new(s, Side::Planned, year))
                .collect::<Vec<_>>()
        })
    });
    let goals = move || by_year.with(|ledgers| by_goal(store, cycle, ledgers));
    let goals_summary = Signal::derive(move || {
        by_year.with(|ledgers| {
            let net = |l: &Ledger| {
                let net = l.total(Scope::All).net_amount();
                (l.year, net.and_then(Amount::value))
            };
            words::by_goal_sentence(&ledgers.iter().map(net).collect::<Vec<_>>())
        })
    });
    let funds = move || ledger.with(|ledger| by_fund(ledger));
    let funds_summary = Signal::derive(move || {
        ledger.with(|l| words::by_fund_sentence(l.year, &l.by_fund(Scope::All)))
    });
    let courses = Memo::new(move |_| {
        ledger.with(|l| {
            let year = l.year.next();
            (year, l.by_course(Scope::All, year))
        })
    });
    let courses_drawn = move || courses.with(|(year, shares)| by_course(*year, shares));
    let courses_summary = Signal::derive(move || {
        courses.with(|(year, shares)| words::by_course_sentence(*year, shares))
    });
    view! {
        <div class="pictures">
            <ChartView title=words::by_goal().to_owned() sentence=goals_summary chart=goals />
            <ChartView title=words::by_fund().to_owned() sentence=funds_summary chart=funds />
            <ChartView
                title=Signal::derive(move || courses.with(|(year, _)| words::by_course(*year)))
                sentence=courses_summary
                chart=courses_drawn
            />
        </div>
    }
}

/// The budget of each goal, year by year.
fn by_goal(store: Store, cycle: FiscalCycle, ledgers: &[Ledger]) -> MoneyBars {
    let goals = store.follow(|s| {
        let numbers = cycle.numbers().get();
        let named =
            |g: &std::sync::Arc<Goal>| (g.id, model::goal_coded(&numbers.goal(g.id), &g.title));
        s.goals.sorted().into_iter().map(named).collect::<Vec<_>>()
    });
    let part = |(id, name): (Id<Goal>, String)| MoneyPart {
        name,
        amounts: ledgers
            .iter()
            .map(|l| l.total(Scope::Goal(id)).net_amount()?.value())
            .collect(),
    };
    MoneyBars {
        columns: ledgers.iter().map(|l| l.year.say()).collect(),
        parts: goals.into_iter().map(part).collect(),
        layout: BarLayout::Stacked,
        notes: vec![words::net_note().to_owned()],
    }
}

/// The budget of the year, by 財源.
fn by_fund(ledger: &Ledger) -> MoneyBars {
    let part = |(source, share): (Option<FundSource>, Share)| MoneyPart {
        name: words::fund_name(source).to_owned(),
        amounts: vec![Some(share.net)],
    };
    MoneyBars {
        columns: vec![ledger.year.say()],
        parts: ledger.by_fund(Scope::All).into_iter().map(part).collect(),
        layout: BarLayout::Stacked,
        notes: vec![words::net_note().to_owned()],
    }
}

/// The budget before a year, by the 方向性 of that year.
fn by_course(year: FiscalYear, shares: &[(Option<Course>, Share)]) -> MoneyBars {
    MoneyBars {
        columns: shares
            .iter()
            .map(|(course, _)| words::course_name(course.as_ref()))
            .collect(),
        parts: vec![MoneyPart {
            name: words::headline(year.previous()),
            amounts: shares.iter().map(|(_, share)| Some(share.net)).collect(),
        }],
        layout: BarLayout::Grouped,
        notes: vec![words::net_note().to_owned()],
    }
}
