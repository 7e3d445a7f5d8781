//! Choice of the measures and indicators of a part.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::parts::tick_of;
use crate::store::Store;
use ::words::{hands as words, model, plan};
use insight::Numbers;
use strategy::*;

/// Number of indicators shown at once.
const SHOWN: usize = 100;

/// One that can be given: its id, what it is called.
type OfferedRecord = (AnyId, String);

/// The lists of measures and of indicators.
#[component]
pub fn Records(chosen: RwSignal<BTreeSet<AnyId>>) -> impl IntoView {
    let store = Store::here();
    let wanted = RwSignal::new(String::new());
    let measures = Memo::new(move |_| store.follow(measures));
    let indicators = Memo::new(move |_| store.follow(|s| indicators(s, &wanted.get())));
    let ticks = move |all: Vec<OfferedRecord>| {
        let tick = |(id, name): OfferedRecord| tick_of(chosen, id, name);
        all.into_iter().map(tick).collect_view()
    };
    let many = move || indicators.with(|all| all.len() > SHOWN);
    view! {
        <fieldset class="hands-ticks">
            <legend>{words::measures()}</legend>
            {move || ticks(measures.get())}
        </fieldset>
        <fieldset class="hands-ticks">
            <legend>{words::indicators()}</legend>
            <input
                type="search"
                class="input hands-find"
                aria-label=words::find_indicator()
                placeholder=words::find_indicator()
                bind:value=wanted
            />
            {move || ticks(indicators.get().into_iter().take(SHOWN).collect())}
            <Show when=many>
                <p class="hint">{words::too_many(SHOWN)}</p>
            </Show>
        </fieldset>
    }
}

fn measures(s: &Strategy) -> Vec<OfferedRecord> {
    let numbers = Numbers::of(s);
    let all = s.measures_in_order().into_iter();
    let named = |one: &Measure| plan::coded(&numbers.code_of(one.id), model::named(&one.title));
    all.map(|one| (one.id.into(), named(one))).collect()
}

fn indicators(s: &Strategy, wanted: &str) -> Vec<OfferedRecord> {
    let is_wanted = |name: &str| {
        let (name, wanted) = (half_width(name), half_width(wanted.trim()));
        name.to_lowercase().contains(&wanted.to_lowercase())
    };
    let all = s.indicators.sorted().into_iter();
    let all = all.filter(|one| is_wanted(&one.name) || is_wanted(&one.owner));
    let all = all.take(SHOWN + 1);
    all.map(|one| (one.id.into(), model::named(&one.name).to_owned()))
        .collect()
}
