//! All indicators by their rating, and what the plan holds.

use leptos::prelude::*;

use super::Facts;
use crate::app::parts::RatingBar;
use crate::app::route::{Page, Route};
use crate::app::store::Store;
use crate::insight::overview::Overview;
use crate::locale::overview as words;

/// The bar of all ratings.
#[component]
pub fn Summary(facts: Facts) -> impl IntoView {
    view! {
        <section class="card summary" aria-label=words::SUMMARY>
            {move || facts.map(bar)}
        </section>
    }
    .into_any()
}

fn bar(facts: &Overview) -> impl IntoView + use<> {
    view! {
        <RatingBar rules=facts.rules.clone() counts=facts.whole.indicators.clone() />
        <p class="sub">
            <a href=Route::of_page(Page::Settings).to_string()>{words::rules(&facts.rules.name)}</a>
            " "
            {words::average(&facts.whole.average)}
        </p>
    }
}

/// How much the strategy holds, in numbers.
#[component]
pub fn Counts() -> impl IntoView {
    let store = Store::here();
    let counts = Memo::new(move |_| {
        store.follow(|s| {
            let with_number = s
                .series
                .iter()
                .filter(|r| r.targets.values().any(|f| f.value().is_some()));
            let with: std::collections::BTreeSet<_> = with_number.map(|r| r.indicator).collect();
            [
                s.goals.len(),
                s.measures.len(),
                s.initiatives.len(),
                s.indicators.len(),
                with.len(),
                s.sheets.len(),
                s.supports.len(),
                s.timetable.len(),
            ]
        })
    });
    view! {
        <ul class="counts" aria-label=words::COUNTS>
            {words::COUNT_WORDS
                .into_iter()
                .enumerate()
                .map(|(i, word)| {
                    view! {
                        <li hidden={move || i > 4 && counts.get()[i] == 0}>
                            <span class="sub">{word}</span>
                            <b>{move || counts.get()[i]}</b>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}
