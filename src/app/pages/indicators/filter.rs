//! Filter and order of indicators.

use leptos::prelude::*;

use crate::as_of::YearJudged;
use crate::parts::{
    Choice, NarrowChoices, Options, at, filter_choice, goal_options, owner_key, owner_options,
    place_in, with_all,
};
use crate::settled::settled;
use crate::store::Store;
use ::words::indicators as words;
use insight::{Gap, IndicatorOrder, IndicatorQuery, appraisal::rules_of};
use strategy::*;

/// The result of a query. As in a spreadsheet, a figure typed does not take its row away or move it; the query is applied
/// again when a person asks for it.
#[derive(Clone, Copy)]
pub struct QueryResult {
    /// The indicators found, in order.
    pub ids: Memo<Vec<Id<Indicator>>>,
    /// True if the query would find others now, or in another order.
    is_old: Memo<bool>,
    again: RwSignal<u32>,
}

impl QueryResult {
    /// Follows the query, and what is added and removed.
    pub fn by(store: Store, query: RwSignal<IndicatorQuery>) -> Self {
        let again = RwSignal::new(0);
        let year = YearJudged::here();
        let run = move |all: Vec<_>| {
            let query = query.get();
            if query == IndicatorQuery::default() {
                return all;
            }
            store.with(|s| query.run(s, year.get()))
        };
        let ids = Memo::new(move |_| {
            again.track();
            run(store.list::<Indicator>(About::ID))
        });
        let beat = settled(move || store.revision());
        let is_old = Memo::new(move |_| {
            beat.track();
            ids.with(|ids| *ids != run(untrack(|| store.list::<Indicator>(About::ID))))
        });
        Self { ids, is_old, again }
    }

    fn apply_again(self) {
        self.again.update(|count| *count += 1);
    }
}

fn ratings(s: &Strategy) -> Options {
    let bands = rules_of(s).bands.into_iter().enumerate();
    let named = |(place, band): (usize, Band)| {
        let name = format!("{} {}", band.mark, band.word);
        (place.to_string(), name)
    };
    with_all(words::all_ratings(), bands.map(named))
}

fn gaps() -> Options {
    let gaps = Gap::ALL.into_iter().enumerate();
    let named = |(at, gap): (usize, Gap)| (at.to_string(), words::lack(gap).to_owned());
    with_all(words::all_gaps(), gaps.map(named))
}

fn orders() -> Options {
    let orders = IndicatorOrder::ALL.into_iter().enumerate();
    let named = |(at, order): (usize, IndicatorOrder)| {
        (at.to_string(), words::order_choice(order).to_owned())
    };
    orders.map(named).collect()
}

/// The fields of the query, and how many were found.
#[component]
pub fn FilterBar(query: RwSignal<IndicatorQuery>, found: QueryResult) -> impl IntoView {
    let store = Store::here();
    // On a narrow screen, the choices are folded away.
    let open = RwSignal::new(false);
    view! {
        <div class="row filter" role="search" class:open=move || open.get()>
            <input
                type="search"
                class="input"
                aria-label=words::search()
                placeholder=words::search()
                prop:value=move || query.with(|f| f.text.clone())
                on:input=move |event| query.update(|f| f.text = event_target_value(&event))
            />
            <NarrowChoices open made=Signal::derive(move || query.with(IndicatorQuery::choices)) />
            {choices(store, query)}
            <span class="sub" role="status">
                {move || words::found(found.ids.with(Vec::len), store.list::<Indicator>(About::ID).len())}
            </span>
            <Show when=move || found.is_old.get()>
                <button type="button" class="btn small quiet" on:click=move |_| found.apply_again()>
                    {words::apply_again()}
                </button>
            </Show>
        </div>
    }
}

/// Goal, owner, rating, what is lacking, order.
fn choices(store: Store, query: RwSignal<IndicatorQuery>) -> AnyView {
    let beat = settled(move || store.revision());
    let goals = goal_options(store);
    let owners = Memo::new(move |_| {
        beat.track();
        owner_options(store.with(insight::owners))
    });
    let ratings = Memo::new(move |_| {
        store.about();
        store.with(ratings)
    });
    let goal = filter_choice(
        query,
        words::goal(),
        goals,
        |query| query.goal.map(|id| id.to_string()).unwrap_or_default(),
        |query, key| query.goal = key.parse().ok(),
    );
    let owner = filter_choice(
        query,
        words::by_owner(),
        owners.into(),
        |query| query.owner.as_deref().map(owner_key).unwrap_or_default(),
        |query, key| query.owner = key.strip_prefix('=').map(str::to_owned),
    );
    let rating = filter_choice(
        query,
        words::by_rating(),
        ratings.into(),
        |query| query.rating.map(|at| at.to_string()).unwrap_or_default(),
        |query, key| query.rating = key.parse().ok(),
    );
    let lacks = filter_choice(
        query,
        words::by_gap(),
        Signal::stored(gaps()),
        |query| {
            query
                .lacks
                .map(|gap| place_in(&Gap::ALL, &gap))
                .unwrap_or_default()
        },
        |query, key| query.lacks = at(&Gap::ALL, key),
    );
    let order = filter_choice(
        query,
        words::order(),
        Signal::stored(orders()),
        |query| place_in(&IndicatorOrder::ALL, &query.order),
        |query, key| query.order = at(&IndicatorOrder::ALL, key).unwrap_or_default(),
    );
    (goal, owner, rating, lacks, order).into_any()
}

/// The same, with nothing to choose yet.
pub fn filter_cover(count: usize) -> AnyView {
    let locked = |label: &'static str, first: &'static str| {
        view! {
            <Choice
                locked=Signal::stored(true)
                label
                value=String::new()
                options=vec![(String::new(), first.to_owned())]
                on_change=Callback::new(|_: String| ())
            />
        }
    };
    view! {
        <div class="row filter" role="search">
            <input
                type="search"
                class="input"
                aria-label=words::search()
                placeholder=words::search()
                disabled=true
            />
            <button type="button" class="btn small quiet narrow-only" disabled=true>
                {words::narrow_by(0)}
            </button>
            {locked(words::goal(), words::all_goals())}
            {locked(words::by_owner(), words::all_owners())}
            {locked(words::by_rating(), words::all_ratings())}
            {locked(words::by_gap(), words::all_gaps())}
            {locked(words::order(), words::order_choice(IndicatorOrder::Plan))}
            <span class="sub">{words::found(count, count)}</span>
        </div>
    }
    .into_any()
}
