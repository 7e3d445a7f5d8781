//! 成り行き and 試算: which one is shown, and the assumptions of it.

use leptos::prelude::*;

use super::scenario::Assumptions;
use super::state::PopulationState;
use crate::parts::{Icon, IconName, read_only};
use ::words::population as words;
use strategy::{FiscalYear, Scenario};

/// The choice of what is shown, and its assumptions.
#[component]
pub fn Scenarios() -> impl IntoView {
    let state: PopulationState = expect_context();
    let names = Memo::new(move |_| {
        let names = state.scenarios.with(|all| {
            let name = |(at, one): (usize, &Scenario)| named(at, &one.name);
            all.iter().enumerate().map(name).collect::<Vec<_>>()
        });
        // One that is gone is no longer shown.
        if untrack(|| state.shown.get()).is_some_and(|at| at >= names.len()) {
            state.shown.set(None);
        }
        names
    });
    let choice = move |place: Option<usize>, name: String| {
        view! {
            <label class="population-choice">
                <input
                    type="radio"
                    name="outlook"
                    prop:checked=move || state.shown.get() == place
                    on:change=move |_| {
                        state.dragged.set(None);
                        state.shown.set(place);
                    }
                />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <section class="card" aria-labelledby="scenarios">
            <h2 id="scenarios">{words::scenarios()}</h2>
            <div class="row">
                <fieldset class="row population-choices">
                    <legend class="visually-hidden">{words::shown()}</legend>
                    {choice(None, words::without().to_owned())}
                    {move || {
                        names.get().into_iter().enumerate().map(|(at, name)| choice(Some(at), name)).collect_view()
                    }}
                </fieldset>
                <button type="button" class="btn" disabled=read_only() on:click=move |_| add(state)>
                    <Icon name=IconName::Plus />
                    {words::add()}
                </button>
            </div>
            <p class="bad-text" role="alert">
                {move || state.figures.get().is_err().then(words::out_of_range)}
            </p>
            {move || state.shown.get().map(|at| view! { <Assumptions at /> })}
        </section>
    }
}

/// The name of a 試算; without one, its number.
fn named(at: usize, name: &str) -> String {
    match name.trim() {
        "" => words::scenario_numbered(at + 1),
        name => name.to_owned(),
    }
}

/// Adds a 試算 that holds from the last published year before the plan begins on, and shows it.
fn add(state: PopulationState) {
    let at = state.scenarios.with_untracked(Vec::len);
    let begin = state.store.with(|s| s.about().period.first);
    let years: Vec<FiscalYear> = state
        .base
        .with_untracked(|years| years.iter().map(|year| year.year).collect());
    let mut before = years.iter().rev().skip(1);
    let from = before.find(|year| **year <= begin).or(years.first());
    let Some(from) = from.copied() else { return };
    let scenario = Scenario::starting(words::scenario_numbered(at + 1), from);
    if state.store.edit(|s| edit::add_scenario(s, scenario)) {
        state.shown.set(Some(at));
        state.store.tell_done(words::added().to_owned());
    }
}
