//! 総人口の目標: the figure that is looked at becomes the target of an indicator, with its reason.

use leptos::prelude::*;

use super::state::PopulationState;
use crate::parts::{Choice, read_only};
use crate::workspace::fresh_id;
use ::words::YearForms;
use ::words::number::grouped;
use ::words::{model, population as words};
use edit::PopulationAim;
use insight::population::{AgeGroup, at_year, total_indicators};
use strategy::{Counting, Id, Indicator, Series};

/// The indicator, and the button.
#[component]
pub fn Aim() -> impl IntoView {
    let state: PopulationState = expect_context();
    let offered = Memo::new(move |_| {
        state.store.follow(|s| {
            let named = |id: Id<Indicator>| Some((id, model::named(&s.get(id)?.name).to_owned()));
            total_indicators(s)
                .into_iter()
                .filter_map(named)
                .collect::<Vec<_>>()
        })
    });
    let chosen = RwSignal::new(None::<String>);
    // Without a choice the first one; an empty key is a new indicator.
    let value = Signal::derive(move || {
        let first = || offered.with(|all| all.first().map(|(id, _)| id.to_string()));
        chosen.get().or_else(first).unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let all = offered.get().into_iter();
        let all = all.map(|(id, name)| (id.to_string(), name));
        all.chain([(String::new(), words::aim_new().to_owned())])
            .collect::<Vec<_>>()
    });
    let persons = move || at_year(&state.years(), AgeGroup::All, state.year());
    let write = move |_| {
        let indicator = untrack(|| value.get());
        let indicator = indicator.parse::<Id<Indicator>>().ok();
        if untrack(|| aim_of(state)).is_some_and(|aim| write_aim(state, indicator, &aim)) {
            chosen.set(None);
        }
    };
    view! {
        <section class="card" aria-labelledby="population-aim">
            <h2 id="population-aim">{words::aim()}</h2>
            <p>
                {move || persons().map(|persons| words::aim_note(state.year().short(), grouped(persons)))}
            </p>
            <div class="row">
                <span class="label">{words::aim_indicator()}</span>
                <Choice label=words::aim_indicator().to_owned() value options on_change=Callback::new(move |key| chosen.set(Some(key))) />
                <button type="button" class="btn main" disabled=read_only() on:click=write>{words::aim()}</button>
            </div>
        </section>
    }
}

fn aim_of(state: PopulationState) -> Option<PopulationAim> {
    let (projection, year) = (state.projection.get()?, state.year());
    let base = state.base.get();
    let expected = base.iter().map(|one| (one.year, one.group(AgeGroup::All)));
    let mut without_policy: Vec<_> = expected.skip(1).collect();
    if !without_policy.iter().any(|(own, _)| *own == year) {
        without_policy.push((year, at_year(&base, AgeGroup::All, year)?));
    }
    Some(PopulationAim {
        year,
        persons: at_year(&state.years(), AgeGroup::All, year)?,
        without_policy,
        reason: words::aim_reason(&projection, state.scenario().as_ref(), year),
    })
}

fn write_aim(
    state: PopulationState,
    indicator: Option<Id<Indicator>>,
    aim: &PopulationAim,
) -> bool {
    let store = state.store;
    let (name, done) = match indicator {
        Some(id) => {
            let name = store.with(|s| s.get(id).map(|one| one.name.clone()));
            (
                name.unwrap_or_default(),
                store.edit(|s| edit::aim_at(s, id, aim)),
            )
        }
        None => {
            let (id, series) = (Id::new(fresh_id()), Id::<Series>::new(fresh_id()));
            let indicator = Indicator {
                unit: words::aim_unit().to_owned(),
                counting: Counting::YearEnd,
                ..edit::empty_indicator(id, words::aim_name())
            };
            let series = edit::empty_series(series, id, "");
            (
                words::aim_name().to_owned(),
                store.edit(|s| edit::add_aim(s, indicator, series, aim)),
            )
        }
    };
    if done {
        let persons = grouped(aim.persons);
        store.tell_done(words::aimed(model::named(&name), aim.year.short(), persons));
    }
    done
}
