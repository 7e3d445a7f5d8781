//! The assumptions of one 試算, each with a slider and a field for its number.

use leptos::prelude::*;

use super::state::PopulationState;
use crate::parts::{Choice, Field, read_only};
use ::words::YearForms;
use ::words::population as words;
use insight::population::{AGE_GROUPS, Assumption};
use strategy::FiscalYear;

/// The form of a 試算.
#[component]
pub fn Assumptions(
    /// Its place.
    at: usize,
) -> impl IntoView {
    let state: PopulationState = expect_context();
    let name = move || {
        let scenarios = state.scenarios.get();
        scenarios
            .get(at)
            .map(|one| one.name.clone())
            .unwrap_or_default()
    };
    let kept = (0..AGE_GROUPS.len()).map(|group| slider(state, Assumption::Kept(group)));
    let families = [
        Assumption::Households,
        Assumption::Infants,
        Assumption::Pupils,
    ];
    let remove = move |_| {
        if state.store.edit(|s| edit::remove_scenario(s, at)) {
            state.shown.set(None);
        }
    };
    view! {
        <div class="population-form">
            <div class="labelled whole">
                <span class="label">{words::name()}</span>
                <Field
                    label=words::name().to_owned()
                    class="boxed"
                    value=Signal::derive(name)
                    on_input=Callback::new(move |text: String| state.change(|one| one.name = text))
                />
            </div>
            <From />
            <fieldset class="whole population-sliders">
                <legend>{words::kept()}</legend>
                <p class="sub">{words::kept_note()}</p>
                {kept.collect_view()}
            </fieldset>
            <fieldset class="whole population-sliders">
                <legend>{words::births()}</legend>
                <p class="sub">{words::births_note()}</p>
                {slider(state, Assumption::Births)}
            </fieldset>
            <fieldset class="whole population-sliders">
                <legend>{words::moving_in()}</legend>
                {families.map(|one| slider(state, one))}
                <Parents />
            </fieldset>
            <button type="button" class="btn small quiet" disabled=read_only() on:click=remove>{words::remove()}</button>
        </div>
    }
}

/// A slider and a field for one number. Dragging shows what comes of it; letting go writes it.
fn slider(state: PopulationState, one: Assumption) -> AnyView {
    let wrong = RwSignal::new(false);
    let (label, unit) = (words::assumption(one), words::unit_of(one));
    let (least, most) = one.bounds();
    let value = Signal::derive(move || {
        let dragged = state.dragged.get();
        one.of(&dragged.or_else(|| state.scenario()).unwrap_or_default())
    });
    let set = move |text: String| {
        let number = one.read(&text);
        wrong.set(number.is_none());
        match number {
            Some(number) => state.change(|scenario| one.set(scenario, number)),
            None => state.dragged.set(None),
        }
    };
    let drag = move |text: String| {
        if let Some(number) = one.read(&text) {
            state.drag(|scenario| one.set(scenario, number));
        }
    };
    let locked = read_only();
    view! {
        <div class="population-slider">
            <span class="label">{label.clone()}</span>
            <input
                type="range"
                min=least
                max=most
                aria-label=label.clone()
                disabled=locked
                prop:value=move || value.get()
                on:input=move |event| drag(event_target_value(&event))
                on:change=move |event| set(event_target_value(&event))
            />
            <span class="row nowrap">
                <input
                    class="input number"
                    inputmode="numeric"
                    size="5"
                    aria-label=[&label, unit].concat()
                    aria-invalid=move || wrong.get().then_some("true")
                    readonly=locked
                    prop:value=move || value.get()
                    on:change=move |event| set(event_target_value(&event))
                />
                <span class="sub">{unit}</span>
            </span>
            <p class="bad-text" role="alert">{move || wrong.get().then(|| words::bad_number(least, most))}</p>
        </div>
    }
    .into_any()
}

/// The year from which the assumptions hold.
#[component]
fn From() -> impl IntoView {
    let state: PopulationState = expect_context();
    let value = Signal::derive(move || state.scenario().unwrap_or_default().from.0.to_string());
    let options = Signal::derive(move || {
        let years = state.base.get();
        let before = years.iter().rev().skip(1).rev();
        let option = |year: FiscalYear| (year.0.to_string(), year.short());
        before.map(|year| option(year.year)).collect::<Vec<_>>()
    });
    let choose = move |key: String| {
        if let Ok(year) = key.parse() {
            state.change(|one| one.from = FiscalYear(year));
        }
    };
    view! {
        <div class="labelled">
            <span class="label">{words::from()}</span>
            <Choice label=words::from().to_owned() value options on_change=Callback::new(choose) />
        </div>
    }
}

/// The age of the parents of families that move in.
#[component]
fn Parents() -> impl IntoView {
    let state: PopulationState = expect_context();
    let value = Signal::derive(move || state.scenario().unwrap_or_default().parents.to_string());
    let option = |first: u32| (first.to_string(), words::ages(first, first + 4));
    let options = Signal::derive(move || (4..10).map(|band| option(band * 5)).collect::<Vec<_>>());
    let choose = move |key: String| {
        if let Ok(age) = key.parse() {
            state.change(|one| one.parents = age);
        }
    };
    view! {
        <div class="population-slider">
            <span class="label">{words::parents()}</span>
            <Choice label=words::parents().to_owned() value options on_change=Callback::new(choose) />
        </div>
    }
}
