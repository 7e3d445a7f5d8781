//! The picture: a column for 取組 and one for each stage. A chosen box marks what leads to it and what it leads to.

use leptos::prelude::*;

use super::state::ModelState;
use ::words::{Word, logic as words};
use insight::logic::{Activity, LogicModel, ModelIndicator};
use strategy::*;

/// The columns.
#[component]
pub fn Columns() -> impl IntoView {
    let state: ModelState = expect_context();
    let columns = move || {
        state.read(|model| {
            let mut columns = vec![activities(state, model)];
            let stages = LogicStage::ALL.iter();
            columns.extend(stages.filter_map(|stage| stage_column(state, model, *stage)));
            columns
        })
    };
    view! {
        <section class="logic-picture" aria-labelledby="logic-picture">
            <h2 id="logic-picture">{words::picture()}</h2>
            <p class="sub">{words::picture_note()}</p>
            <div class="logic-columns" role="region" tabindex="0" aria-label=words::picture()>{columns}</div>
        </section>
    }
    .into_any()
}

fn activities(state: ModelState, model: &LogicModel) -> AnyView {
    let drawn = |one: &Activity| {
        let source = LogicSource::Measure(one.measure);
        let note = words::activity_note(one);
        framed(state, source, note)
    };
    let boxes: Vec<_> = model.activities.iter().map(drawn).collect();
    column(words::activities(), boxes)
}

/// A stage with its indicators; the ends of the way are shown even if they are empty.
fn stage_column(state: ModelState, model: &LogicModel, stage: LogicStage) -> Option<AnyView> {
    let own = model.indicators.iter().filter(|one| one.stage == stage);
    let drawn = |one: &ModelIndicator| {
        let note = words::indicator_note(one.is_target);
        framed(state, LogicSource::Indicator(one.indicator), note)
    };
    let boxes: Vec<_> = own.map(drawn).collect();
    let is_needed = stage != LogicStage::Middle || !boxes.is_empty();
    is_needed.then(|| column(stage.word(), boxes))
}

fn column(head: &'static str, boxes: Vec<AnyView>) -> AnyView {
    let none = boxes
        .is_empty()
        .then(|| view! { <li class="sub">{words::none_here()}</li> });
    view! {
        <div class="logic-column">
            <h3>{head}</h3>
            <ul class="plain-list">{none}{boxes}</ul>
        </div>
    }
    .into_any()
}

fn framed(state: ModelState, source: LogicSource, note: String) -> AnyView {
    let name = state.store.with(|s| words::source_name(s, source));
    let is_chosen = move || state.marked.get() == Some(source);
    let is_tied = move || {
        let Some(marked) = state.marked.get() else {
            return false;
        };
        let joins = |link: &LogicLink| {
            let to = LogicSource::Indicator(link.to);
            (link.from, to) == (source, marked) || (link.from, to) == (marked, source)
        };
        state.read(|model| model.links.iter().any(|one| joins(&one.link)))
    };
    let choose = move |_| {
        state
            .marked
            .update(|now| *now = (*now != Some(source)).then_some(source));
    };
    view! {
        <li>
            <button
                type="button"
                class="logic-box"
                class:tied=is_tied
                aria-pressed=move || is_chosen().to_string()
                on:click=choose
            >
                <span>{name}</span>
                {(!note.is_empty()).then(|| view! { <span class="sub">{note}</span> })}
                <span class="visually-hidden">{move || is_tied().then(words::tied)}</span>
            </button>
        </li>
    }
    .into_any()
}
