//! 比べる自治体: the towns whose rows of the same file are kept beside ours.

use leptos::prelude::*;

use super::state::OpenDataState;
use crate::parts::{Choice, read_only};
use ::words::open_data as words;
use strategy::ComparisonTown;

/// The towns, and the choice of one more where a file is read.
#[component]
pub fn Beside() -> impl IntoView {
    let state = OpenDataState::here();
    let is_read = Memo::new(move |_| state.read.with(|read| matches!(read, Some(Ok(_)))));
    let towns = move || {
        state
            .towns
            .get()
            .into_iter()
            .map(|town| chip(state, town))
            .collect_view()
    };
    let free = Signal::derive(move || {
        let blank = (String::new(), words::choose_town().to_owned());
        let chosen = state.towns.get();
        let all = state.offered.get().into_iter().enumerate();
        let free = all.filter(|(_, town)| !chosen.contains(town));
        let free = free.map(|(at, town)| (at.to_string(), words::town_choice(&town)));
        std::iter::once(blank).chain(free).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |key: String| {
        let town = key.parse::<usize>().ok();
        let town = town.and_then(|at| state.offered.with_untracked(|all| all.get(at).cloned()));
        if let Some(town) = town {
            state.compare_with(town);
        }
    });
    view! {
        <Show when=move || is_read.get() || state.towns.with(|all| !all.is_empty())>
            <section aria-labelledby="open-data-beside">
                <h3 id="open-data-beside">{words::beside()}</h3>
                <p class="hint">{words::beside_note()}</p>
                <ul class="row open-data-towns">{towns}</ul>
                <Show when=move || is_read.get()>
                    <Choice label=words::add_town().to_owned() value=Signal::stored(String::new()) options=free on_change=choose />
                </Show>
            </section>
        </Show>
    }
}

fn chip(state: OpenDataState, town: ComparisonTown) -> AnyView {
    let (name, label) = (words::town_choice(&town), words::leave_town(&town.name));
    let is_there = {
        let town = town.clone();
        move || {
            let is_there = state
                .beside
                .with(|all| all.iter().any(|(one, _)| *one == town));
            let is_read = state.read.with(|read| matches!(read, Some(Ok(_))));
            (is_read && !is_there).then(words::town_not_in_file)
        }
    };
    view! {
        <li class="chip">
            {name}
            " "
            <span class="sub">{is_there}</span>
            <button type="button" class="chip-button" aria-label=label disabled=read_only() on:click=move |_| state.leave(&town)>"✕"</button>
        </li>
    }
    .into_any()
}
