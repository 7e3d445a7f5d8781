//! 目標と指標: which goals are spoken about, and which indicators are shown.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::state::{WorkshopState, change};
use crate::parts::{Each, Tick, read_only};
use crate::store::Store;
use ::words::{model, workshop as words};
use insight::{Numbers, used_under};
use strategy::*;

/// The goals, and under each of them its indicators.
#[component]
pub fn Subjects() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let groups = StoredValue::new(store.with(groups));
    let group = move |goal| {
        groups.with_value(|all| {
            all.iter()
                .find(|one: &&SubjectGroup| one.goal == goal)
                .cloned()
        })
    };
    let goals = groups.with_value(|all| {
        all.iter()
            .filter_map(|one| Some((one.goal?, one.name.clone())))
            .collect::<Vec<_>>()
    });
    let speaks_of = move |goal| {
        state
            .record(store)
            .is_some_and(|one| one.goals.contains(&goal))
    };
    let goal = move |(id, name): (Id<Goal>, String)| {
        tick(name, Signal::derive(move || speaks_of(id)), move |on| {
            change(store, state, "goals", |one| mark(&mut one.goals, id, on));
        })
    };
    // Those of the goals spoken about come first.
    let in_order = move || {
        let has_any = |one: &&SubjectGroup| !one.indicators.is_empty();
        let mut all = groups.with_value(|all| {
            all.iter()
                .filter(has_any)
                .map(|one| one.goal)
                .collect::<Vec<_>>()
        });
        sort::by_key(&mut all, |goal| !goal.is_some_and(speaks_of));
        all
    };
    view! {
        <p class="sub">{words::subjects_note()}</p>
        <fieldset>
            <legend>{words::goals()}</legend>
            {match goals.is_empty() {
                true => view! { <p class="empty">{words::no_goals()}</p> }.into_any(),
                false => view! { <div class="ticks">{goals.into_iter().map(goal).collect_view()}</div> }.into_any(),
            }}
        </fieldset>
        <fieldset>
            <legend>{words::indicators()}</legend>
            <Chosen />
            <Each of=in_order let:goal>
                {group(goal).map(|one| view! { <OfGoal name=one.name indicators=one.indicators /> })}
            </Each>
        </fieldset>
    }
}

type Named = (Id<Indicator>, String);

/// The indicators of one goal; of none, those that no goal uses.
#[derive(Clone)]
struct SubjectGroup {
    goal: Option<Id<Goal>>,
    name: String,
    indicators: Vec<Named>,
}

/// Each indicator once: under the first goal that uses it.
fn groups(s: &Strategy) -> Vec<SubjectGroup> {
    let numbers = Numbers::of(s);
    let mut left = s.indicators.sorted();
    let mut taken = |is_of: &dyn Fn(Id<Indicator>) -> bool| -> Vec<Named> {
        let of_goal = left.extract_if(.., |one| is_of(one.id));
        of_goal
            .map(|one| (one.id, model::named(&one.name).to_owned()))
            .collect()
    };
    let goals = s.goals.sorted().into_iter();
    let mut all: Vec<SubjectGroup> = goals
        .map(|goal| {
            let used: BTreeSet<_> = used_under(s, goal.id);
            SubjectGroup {
                goal: Some(goal.id),
                name: model::goal_coded(&numbers.goal(goal.id), model::named(&goal.title)),
                indicators: taken(&|id| used.contains(&id)),
            }
        })
        .collect();
    all.push(SubjectGroup {
        goal: None,
        name: words::of_no_goal().to_owned(),
        indicators: taken(&|_| true),
    });
    all
}

/// The chosen subjects, with nothing unfolded.
#[component]
fn Chosen() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let chosen = move || {
        state
            .record(store)
            .map_or_else(Vec::new, |one| one.indicators.clone())
    };
    let names = move || {
        let all = chosen().into_iter().filter_map(|id| store.get(id));
        let all: Vec<String> = all.map(|one| model::named(&one.name).to_owned()).collect();
        all.join(words::list_mark())
    };
    view! {
        <p class="sub" role="status">{move || words::how_many_shown(chosen().len())}</p>
        <p class="chosen-indicators"><b>{names}</b></p>
    }
}

#[component]
fn OfGoal(name: String, indicators: Vec<Named>) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let is_shown = move |id: Id<Indicator>| {
        state
            .record(store)
            .is_some_and(|one| one.indicators.contains(&id))
    };
    let ids: Vec<_> = indicators.iter().map(|one| one.0).collect();
    let chosen = move || ids.iter().filter(|id| is_shown(**id)).count();
    let all = indicators.len();
    let indicator = move |(id, name): Named| {
        let on = Signal::derive(move || is_shown(id));
        tick(name, on, move |on| {
            change(store, state, "indicators", |one| {
                mark(&mut one.indicators, id, on)
            });
        })
    };
    view! {
        <details class="of-goal">
            <summary>{move || words::chosen_of(&name, chosen(), all)}</summary>
            <div class="ticks">{indicators.into_iter().map(indicator).collect_view()}</div>
        </details>
    }
}

fn mark<T: PartialEq>(all: &mut Vec<T>, one: T, on: bool) {
    all.retain(|other| *other != one);
    if on {
        all.push(one);
    }
}

fn tick(name: String, on: Signal<bool>, set: impl Fn(bool) + Send + Sync + 'static) -> AnyView {
    view! { <Tick class="row nowrap top tick" on set disabled=read_only()><span>{name}</span></Tick> }
        .into_any()
}
