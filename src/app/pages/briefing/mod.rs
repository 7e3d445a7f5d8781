//! 首長説明: one A4 page that says what a mayor asks, and ends in what is to be decided.

mod changes;
mod decisions;
mod misses;
mod results;
mod section;

use std::sync::Arc;

use leptos::prelude::*;

use changes::ChangesSince;
use section::{ROWS, heading, more, name};

use crate::as_of::YearJudged;
use crate::async_memo::async_memo;
use crate::parts::{RatingBar, YearChoice};
use crate::print::print_page;
use crate::state_number::state_number;
use crate::store::Store;
use ::words::{action, briefing as words, overview, paper};
use browser::TimeSlice;
use insight::briefing::{Briefing, Worse, looks};
use strategy::*;

/// The page.
#[component]
pub fn BriefingPage() -> impl IntoView {
    let store = Store::here();
    let year = YearJudged::here();
    let facts = async_memo(move || prepared(store.follow(Strategy::clone), year.get()));
    view! {
        <div class="page-head screen-only">
            <h1 tabindex="-1">{action::briefing()}</h1>
            <YearChoice />
            <button type="button" class="btn main" on:click=move |_| print_page()>
                {words::print()}
            </button>
        </div>
        {move || match facts.get() {
            None => view! { <p role="status">{overview::counting()}</p> }.into_any(),
            Some((facts, _)) if facts.whole.indicators.total == 0 => {
                view! { <p class="empty">{words::no_indicators()}</p> }.into_any()
            }
            Some((facts, number)) => sheet(store, &facts, number),
        }}
    }
}

/// The facts, and the number of the plan that they are of.
async fn prepared(strategy: Strategy, year: FiscalYear) -> (Arc<Briefing>, String) {
    let looks = TimeSlice::new().collect(looks(&strategy, year)).await;
    let facts = Arc::new(Briefing::of(&strategy, year, looks));
    (facts, state_number(strategy).await)
}

fn sheet(store: Store, facts: &Arc<Briefing>, number: String) -> AnyView {
    let about = store.about();
    let state = paper::fingerprint(number);
    view! {
        <article class="briefing" aria-labelledby="briefing-headline">
            <header class="briefing-head">
                <b>{words::title(&about.town.name)}</b>
                <span class="grow">{words::about(&about.title, facts.year)}</span>
                <span>{words::elapsed(facts)}</span>
            </header>
            <h2 id="briefing-headline" class="briefing-headline">{words::headline(facts)}</h2>
            <p>{words::subline(facts)}</p>
            <RatingBar rules=facts.rules.clone() counts=facts.whole.indicators.clone() />
            <ChangesSince year=facts.year />
            {worse(store, facts)}
            {misses::misses(store, facts)}
            <div class="briefing-pair">
                {results::money(store, facts)}
                {results::owners(facts)}
            </div>
            {decisions::decisions(store, facts)}
            <footer class="sub">{words::foot(&facts.rules.name)} " " {state}</footer>
        </article>
    }
    .into_any()
}

fn unit(store: Store, indicator: Id<Indicator>) -> String {
    store.with(|s| s.get(indicator).map(|k| k.unit.clone()).unwrap_or_default())
}

fn worse(store: Store, facts: &Briefing) -> impl IntoView + use<> {
    let row = |worse: &Worse| {
        view! {
            <tr>
                <th scope="row">{name(store, worse.indicator, worse.series)}</th>
                <td class="nowrap-text">{words::run(worse, &unit(store, worse.indicator))}</td>
                <td>{words::fell(worse)}</td>
            </tr>
        }
    };
    let rows: Vec<_> = facts.worse.iter().take(ROWS).map(row).collect();
    let none = rows.is_empty();
    view! {
        <section aria-labelledby="briefing-worse">
            {heading("briefing-worse", words::worse(), Some(facts.worse.len()), words::worse_note().to_owned())}
            {match none {
                true => view! { <p class="sub">{words::none_worse()}</p> }.into_any(),
                false => view! { <table class="briefing-table briefing-worse" aria-labelledby="briefing-worse"><tbody>{rows}</tbody></table> }.into_any(),
            }}
            {more(facts.worse.len())}
        </section>
    }
}
