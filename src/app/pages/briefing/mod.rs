//! 首長説明: one A4 page that says what a mayor asks, and ends in what is to be decided.

mod decisions;
mod misses;
mod results;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::computed::computed;
use crate::app::pages::AsOf;
use crate::app::parts::RatingBar;
use crate::app::store::Store;
use crate::insight::briefing::{Briefing, Preparing, Worse};
use crate::keep::pace::Pace;
use crate::locale::{action, briefing as words, overview};
use crate::strategy::*;

/// The most rows of a table, so that all stays on one page of A4.
const ROWS: usize = 12;

/// The page.
#[component]
pub fn BriefingPage() -> impl IntoView {
    let store = Store::here();
    let year = AsOf::here();
    let facts = computed(move || prepared(store.follow(Strategy::clone), year.get()));
    view! {
        <div class="page-head screen-only">
            <h1 tabindex="-1">{action::BRIEFING}</h1>
            <button type="button" class="btn main" on:click=move |_| print_page()>
                {words::PRINT}
            </button>
        </div>
        {move || match facts.get() {
            None => view! { <p role="status">{overview::COUNTING}</p> }.into_any(),
            Some(facts) if facts.whole.indicators.total == 0 => {
                view! { <p class="empty">{words::NO_INDICATORS}</p> }.into_any()
            }
            Some(facts) => sheet(store, &facts),
        }}
    }
    .into_any()
}

fn print_page() {
    // A browser that cannot print has told so itself.
    let _ = window().print();
}

async fn prepared(strategy: Strategy, year: FiscalYear) -> Arc<Briefing> {
    let mut preparing = Preparing::new(&strategy, year);
    let mut pace = Pace::new();
    while preparing.step() {
        pace.breathe().await;
    }
    Arc::new(preparing.finish())
}

fn sheet(store: Store, facts: &Arc<Briefing>) -> AnyView {
    let about = store.about();
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
            {worse(store, facts)}
            {misses::misses(store, facts)}
            <div class="briefing-pair">
                {results::money(store, facts)}
                {results::owners(facts)}
            </div>
            {decisions::decisions(store, facts)}
            <footer class="sub">{words::foot(&facts.rules.name)}</footer>
        </article>
    }
    .into_any()
}

/// A heading with how many there are and what they are.
fn heading(
    id: &'static str,
    text: &'static str,
    count: Option<usize>,
    note: impl IntoView + 'static,
) -> impl IntoView {
    view! {
        <div class="briefing-section">
            <h3 id=id>
                {text}
                " "
                {count.map(|n| view! { <span class="briefing-count">{n}</span> })}
            </h3>
            <span class="sub">{note}</span>
        </div>
    }
}

/// The name of an indicator, with its series where it has a name.
fn name(store: Store, indicator: Id<Indicator>, series: Id<Series>) -> String {
    store.with(|s| {
        let indicator = s.get(indicator).map(|k| k.name.trim()).unwrap_or_default();
        let series = s.get(series).map(|r| r.name.trim()).unwrap_or_default();
        match indicator {
            "" => words::UNNAMED.to_owned(),
            name => overview::named(name, series),
        }
    })
}

fn unit(store: Store, indicator: Id<Indicator>) -> String {
    store.with(|s| s.get(indicator).map(|k| k.unit.clone()).unwrap_or_default())
}

/// What a list leaves out, in a sentence.
fn more(all: usize) -> Option<impl IntoView> {
    let left = all.saturating_sub(ROWS);
    (left > 0).then(|| view! { <p class="sub">{words::more(left)}</p> })
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
            {heading("briefing-worse", words::WORSE, Some(facts.worse.len()), words::WORSE_NOTE.to_owned())}
            {match none {
                true => view! { <p class="sub">{words::NONE_WORSE}</p> }.into_any(),
                false => view! { <table class="briefing-table briefing-worse"><tbody>{rows}</tbody></table> }.into_any(),
            }}
            {more(facts.worse.len())}
        </section>
    }
}
