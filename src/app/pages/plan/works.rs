//! 全事業の表: every line of the year's plan in one table, looked through by mark, goal, 担当課, 方向性 and what it lacks, sorted
//! by its columns, and edited.

use std::sync::Arc;

use leptos::prelude::*;

use super::works_columns::{WorkColumn, first_order};
use super::works_grid::WorksGrid;
use crate::pages::sheets::FiscalCycle;
use crate::parts::{
    Choice, NarrowChoices, at, filter_choice, goal_options, owner_key, owner_options, place_in,
    with_all,
};
use crate::store::Store;
use ::words::{indicators, plan as words};
use insight::money::{Ledger, ListedBy, Wanted, WorkGap, WorkKey, total_of, works};
use strategy::*;

/// The table and what it is looked through by.
#[component]
pub fn WorksTable() -> impl IntoView {
    let (store, cycle) = (Store::here(), FiscalCycle::here());
    let ledger = cycle.ledger(Side::Planned);
    let wanted = RwSignal::new(Wanted::default());
    let by = RwSignal::new(ListedBy::default());
    // On a narrow screen, the choices are folded away.
    let open = RwSignal::new(false);
    // The rows are chosen when the choice changes, not while amounts are typed.
    let rows = Memo::new(move |_| {
        let (year, wanted, by) = (cycle.edition().get(), wanted.get(), by.get());
        store.follow_shape(|s| works(s, year, &wanted, by))
    });
    let summary = move || {
        let shown = rows.with(|rows| sort::set(rows.iter().map(|row| row.planned)));
        ledger.with(|ledger| {
            let entries = ledger.entries.iter();
            let total = total_of(entries.filter(|entry| shown.contains(&entry.line.id)));
            words::works_found(&total)
        })
    };
    view! {
        <section class="card all-works" aria-label=words::all_works()>
            <div class="row works-filter" class:open=move || open.get()>
                <Toggle wanted word=words::new() part={|w| &mut w.new} />
                <Toggle wanted word=words::priority() part={|w| &mut w.priority} />
                <Toggle wanted word=words::reprise() part={|w| &mut w.reprise} />
                <NarrowChoices open made=Signal::derive(move || wanted.with(Wanted::choices)) />
                <WorkChoices wanted ledger />
                <OrderChoice by first=cycle.edition() />
            </div>
            <Show
                when=move || rows.with(|rows| !rows.is_empty())
                fallback=|| view! { <p class="empty" role="status">{words::no_works()}</p> }
            >
                <p role="status">{summary}</p>
                <WorksGrid rows by />
            </Show>
        </section>
    }
}

/// Looks for the lines that have a mark only.
#[component]
fn Toggle(
    wanted: RwSignal<Wanted>,
    word: &'static str,
    part: fn(&mut Wanted) -> &mut bool,
) -> impl IntoView {
    let is_on = move || wanted.with(|w| *part(&mut w.clone()));
    view! {
        <button
            type="button"
            class="btn small quiet"
            aria-pressed=move || is_on().to_string()
            on:click=move |_| wanted.update(|w| {
                let on = part(w);
                *on = !*on;
            })
        >
            {word}
        </button>
    }
}

/// Goal, 担当課, 方向性, and what is lacking.
#[component]
fn WorkChoices(wanted: RwSignal<Wanted>, ledger: Memo<Arc<Ledger>>) -> impl IntoView {
    let store = Store::here();
    let goals = goal_options(store);
    let owners = Memo::new(move |_| {
        let owners = ledger.with(|ledger| store.with(|s| ledger.owners(s)));
        owner_options(owners)
    });
    let courses = Memo::new(move |_| {
        let courses = ledger.with(|ledger| ledger.courses()).into_iter();
        let named = courses.map(|course| (course.0.clone(), course.0));
        with_all(words::any_course(), named)
    });
    let gaps = WorkGap::ALL.into_iter().enumerate();
    let gaps = gaps.map(|(at, gap)| (at.to_string(), words::work_lack(gap).to_owned()));
    let gaps = with_all(words::all_gaps(), gaps);
    view! {
        {filter_choice(
            wanted,
            indicators::goal(),
            goals,
            |wanted| wanted.goal.map(|id| id.to_string()).unwrap_or_default(),
            |wanted, key| wanted.goal = key.parse().ok(),
        )}
        {filter_choice(
            wanted,
            indicators::by_owner(),
            owners.into(),
            |wanted| wanted.owner.as_deref().map(owner_key).unwrap_or_default(),
            |wanted, key| wanted.owner = key.strip_prefix('=').map(str::to_owned),
        )}
        {filter_choice(
            wanted,
            words::course(),
            courses.into(),
            |wanted| wanted.course.as_ref().map_or(String::new(), |course| course.0.clone()),
            |wanted, key| wanted.course = (!key.is_empty()).then(|| Course(key.to_owned())),
        )}
        {filter_choice(
            wanted,
            words::by_gap(),
            Signal::stored(gaps),
            |wanted| wanted.lacks.map(|gap| place_in(&WorkGap::ALL, &gap)).unwrap_or_default(),
            |wanted, key| wanted.lacks = at(&WorkGap::ALL, key),
        )}
    }
}

/// Order of the lines: as the plan is read, or by a column; the heads of the table choose it, too.
#[component]
fn OrderChoice(by: RwSignal<ListedBy>, first: Memo<FiscalYear>) -> impl IntoView {
    let orders = Memo::new(move |_| {
        let now = by.get();
        let mut orders = vec![ListedBy::PlanOrder];
        let keys = WorkColumn::all(first.get())
            .into_iter()
            .map(WorkColumn::key);
        orders.extend(std::iter::once(WorkKey::Title).chain(keys).map(first_order));
        if !orders.contains(&now) {
            orders.push(now);
        }
        orders
    });
    let named = move || {
        let all = orders.get().into_iter().enumerate();
        all.map(|(at, order)| (at.to_string(), words::order_of(order, first.get())))
            .collect::<Vec<_>>()
    };
    view! {
        <Choice
            shows=true
            label=words::order().to_owned()
            value=Signal::derive(move || orders.with(|orders| place_in(orders, &by.get())))
            options=Signal::derive(named)
            on_change=Callback::new(move |key: String| {
                by.set(orders.with_untracked(|orders| at(orders, &key)).unwrap_or_default());
            })
        />
    }
}
