//! The table by age group, and what it says of a year.

use leptos::prelude::*;

use super::state::PopulationState;
use crate::parts::{Choice, ScrollTable, column_heads};
use ::words::YearForms;
use ::words::number::grouped;
use ::words::population as words;
use insight::population::{AgeGroup, YearPopulation};
use strategy::FiscalYear;

/// The choice of the year, and sentences about it.
#[component]
pub fn Sentences() -> impl IntoView {
    let state: PopulationState = expect_context();
    let value = Signal::derive(move || state.year().0.to_string());
    let options = Signal::derive(move || {
        let option = |year: FiscalYear| (year.0.to_string(), year.short());
        state
            .offered_years()
            .into_iter()
            .map(option)
            .collect::<Vec<_>>()
    });
    let choose = move |key: String| state.chosen_year.set(key.parse().ok().map(FiscalYear));
    let said = move || {
        let said = words::sentences(&state.base.get(), &state.years(), state.year());
        said.into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view()
    };
    view! {
        <section class="population-said" aria-labelledby="look-at">
            <div class="row">
                <h2 id="look-at">{words::look_at()}</h2>
                <Choice shows=true label=words::look_at().to_owned() value options on_change=Callback::new(choose) />
            </div>
            <ul aria-live="polite">{said}</ul>
        </section>
    }
}

/// Persons by age group and year; of a 試算 with the difference from the projection.
#[component]
pub fn AgeTable() -> impl IntoView {
    let state: PopulationState = expect_context();
    let heads = move || {
        let years = state.base.get();
        let head = |year: &YearPopulation| view! { <th scope="col" class="number">{year.year.short()}</th> };
        years.iter().map(head).collect_view()
    };
    let rows = move || {
        let (base, years) = (state.base.get(), state.years());
        let is_other = state.shown.get().is_some();
        let row = |group: AgeGroup| {
            let cells = years.iter().zip(&base).map(|(year, base)| {
                let (persons, expected) = (year.group(group), base.group(group));
                let more = persons.saturating_sub(expected);
                let change = (is_other && more != 0).then(|| {
                    let sign = if more > 0 { "+" } else { "" };
                    view! { <span class="sub population-change">{[sign, &grouped(more)].concat()}</span> }
                });
                view! { <td class="number">{grouped(persons)} {change}</td> }
            });
            view! { <tr><th scope="row">{words::group(group)}</th>{cells.collect_view()}</tr> }
        };
        AgeGroup::ALL.map(row)
    };
    view! {
        <section aria-labelledby="population-table">
            <h2 id="population-table">{words::table()}</h2>
            <Show when=move || state.shown.get().is_some()>
                <p class="sub">{words::change()}</p>
            </Show>
            <ScrollTable label=words::table() class="population-table" heads=(column_heads(&[words::age()], &[]), heads).into_any()>
                {rows}
            </ScrollTable>
        </section>
    }
}
