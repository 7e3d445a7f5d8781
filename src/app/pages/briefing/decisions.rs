//! 判断が要ること: questions with boxes to tick on paper; which are printed is chosen on the screen.

use leptos::prelude::*;

use super::section::{ROWS, heading, name};
use crate::pages::assembly_link::AssemblyLink;
use crate::store::Store;
use ::words::briefing as words;
use insight::briefing::{Briefing, Decision};
use strategy::{Id, Indicator};

/// Number of decisions printed by default.
const PRINTED: usize = 3;

/// The questions.
pub fn decisions(store: Store, facts: &Briefing) -> impl IntoView + use<> {
    let all = facts.decisions();
    let first = all.iter().take(PRINTED).map(|decision| decision.indicator);
    let chosen: RwSignal<Vec<Id<Indicator>>> = RwSignal::new(first.collect());
    let rows: Vec<_> = all
        .iter()
        .take(ROWS)
        .map(|decision| item(store, decision, chosen))
        .collect();
    let none = rows.is_empty();
    let choose =
        view! { <span class="screen-only">{(!none).then_some(words::choose_label())}</span> };
    view! {
        <section aria-labelledby="briefing-decisions">
            {heading("briefing-decisions", words::decisions(), None, choose)}
            {match none {
                true => view! { <p class="sub">{words::no_decisions()}</p> }.into_any(),
                false => view! { <ul class="decisions">{rows}</ul> }.into_any(),
            }}
        </section>
    }
}

fn item(
    store: Store,
    decision: &Decision<'_>,
    chosen: RwSignal<Vec<Id<Indicator>>>,
) -> impl IntoView + use<> {
    let id = decision.indicator;
    let series = decision.worse.map(|worse| worse.series);
    let series = series
        .or(decision.miss.map(|miss| miss.series))
        .unwrap_or(Id::new(0));
    let name = name(store, id, series);
    let printed = move || chosen.with(|chosen| chosen.contains(&id));
    let toggle = move |_| {
        chosen.update(|chosen| match chosen.iter().position(|one| *one == id) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(id),
        })
    };
    let boxes = words::answers(decision).map(|answer| view! { <span>"□ " {answer}</span> });
    view! {
        <li class:screen-only=move || !printed()>
            <input
                type="checkbox"
                class="screen-only"
                aria-label=words::choose(&name)
                prop:checked=printed
                on:change=toggle
            />
            <div class="grow">
                <b>{words::question(&name, decision)}</b>
                <p class="sub">{words::grounds(decision)}</p>
            </div>
            <span class="answers">{boxes.collect_view()}</span>
            <span class="screen-only"><AssemblyLink id /></span>
        </li>
    }
}
