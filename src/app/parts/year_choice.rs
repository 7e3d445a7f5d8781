//! The choice of the year that is evaluated.

use leptos::prelude::*;

use super::field::Choice;
use crate::as_of::YearJudged;
use ::words::{Say, overview as words};
use strategy::FiscalYear;

/// The year that is evaluated, chosen for every page that shows one.
#[component]
pub fn YearChoice() -> impl IntoView {
    let (year, all) = (YearJudged::here(), YearJudged::years());
    let years = Signal::derive(move || {
        all.get()
            .into_iter()
            .map(|year| (year.0.to_string(), year.say()))
            .collect::<Vec<_>>()
    });
    view! {
        <Choice
            shows=true
            label=words::year().to_owned()
            value=Signal::derive(move || year.get().0.to_string())
            options=years
            on_change=Callback::new(move |key: String| YearJudged::choose(key.parse().ok().map(FiscalYear)))
        />
    }
}
