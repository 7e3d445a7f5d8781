//! All indicators by their rating, and what the plan holds.

use leptos::prelude::*;

use super::overview_data::OverviewData;
use crate::parts::RatingBar;
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::overview as words;
use insight::contents::{RecordCounts, record_counts};
use insight::rollup;
use strategy::RuleSet;

/// The bar of all ratings.
#[component]
pub fn Summary(data: OverviewData) -> impl IntoView {
    view! {
        <section class="card summary" aria-label=words::summary()>
            {move || data.map(|f| bar(&f.rules, &f.whole.indicators, words::average(&f.whole.average)))}
        </section>
    }
}

/// The bar with its legend.
pub fn bar(rules: &RuleSet, counts: &rollup::Counts, average: String) -> AnyView {
    view! {
        <RatingBar rules=rules.clone() counts=counts.clone() />
        <p class="sub">
            <a href=Route::of_page(Page::Settings).to_string()>{words::rules(&rules.name)}</a>
            " "
            {average}
        </p>
    }
    .into_any()
}

/// Numbers of records of the strategy.
#[component]
pub fn Counts() -> impl IntoView {
    let store = Store::here();
    counted(Memo::new(move |_| store.follow(record_counts)).into())
}

/// The numbers, each with its word.
pub fn counted(counts: Signal<RecordCounts>) -> AnyView {
    view! {
        <ul class="counts" aria-label=words::counts()>
            {words::count_words()
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
