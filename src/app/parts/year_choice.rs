//! The choice of the year that is evaluated.

use leptos::prelude::*;

use super::field::Choice;
use crate::as_of::AsOf;
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::{Say, overview as words};
use insight::evaluation_years;
use strategy::FiscalYear;

/// The year that is evaluated, chosen for every page that shows one.
#[component]
pub fn YearChoice() -> impl IntoView {
    let store = Store::here();
    let today = Workspace::here().this_year();
    let year = AsOf::here();
    let years = Signal::derive(move || {
        let all = store.follow(|s| evaluation_years(s, today));
        all.into_iter()
            .map(|year| (year.0.to_string(), year.say()))
            .collect::<Vec<_>>()
    });
    view! {
        <Choice
            shows=true
            label=words::year().to_owned()
            value=Signal::derive(move || year.get().0.to_string())
            options=years
            on_change=Callback::new(move |key: String| AsOf::choose(key.parse().ok().map(FiscalYear)))
        />
    }
    .into_any()
}
