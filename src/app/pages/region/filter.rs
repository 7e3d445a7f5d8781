//! The filter of the page: which towns are in sight.

use leptos::prelude::*;

use super::state::Region;
use ::words::{region as words, submissions};
use insight::region::{RegionFilter, TownGroup, TownSize, prefecture};
use strategy::sort;

/// The fields of the filter, and the number of towns that fit.
#[component]
pub fn Filter(region: Region) -> impl IntoView {
    let filter = region.filter;
    let prefectures = Memo::new(move |_| {
        let all = region
            .heads
            .with(|all| sort::set(all.iter().map(|one| prefecture(one))));
        all.into_iter()
            .filter(|one| !one.is_empty())
            .collect::<Vec<_>>()
    });
    let any_size = Memo::new(move |_| {
        region
            .heads
            .with(|all| all.iter().any(|one| one.population.is_some()))
    });
    let options = move || {
        let all = prefectures.get().into_iter();
        all.map(
            |code| view! { <option value=code.clone()>{words::prefecture_code(&code)}</option> },
        )
        .collect_view()
    };
    let size_options = move || {
        let all = TownSize::ALL.into_iter().enumerate();
        all.map(|(at, size)| view! { <option value=at.to_string()>{words::size(size)}</option> })
            .collect_view()
    };
    let set_size = move |event: leptos::ev::Event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        let size = at.and_then(|at| TownSize::ALL.get(at).copied());
        filter.update(|filter| filter.size = size);
    };
    let size_value = move || {
        let size = filter.with(|filter| filter.size);
        let at = TownSize::ALL.iter().position(|one| Some(*one) == size);
        at.map_or(String::new(), |at| at.to_string())
    };
    view! {
        <div class="row region-filter" role="search" aria-label=words::filter()>
            <label class="stack">
                <span class="sub">{words::filter_words()}</span>
                <input
                    type="search"
                    class="input"
                    prop:value=move || filter.with(|filter| filter.words.clone())
                    on:change=move |event| filter.update(|filter| filter.words = event_target_value(&event))
                />
            </label>
            <Show when=move || prefectures.with(|all| all.len() > 1)>
                <label class="stack">
                    <span class="sub">{words::filter_prefecture()}</span>
                    <select
                        class="input"
                        prop:value=move || filter.with(|filter| filter.prefecture.clone())
                        on:change=move |event| filter.update(|filter| filter.prefecture = event_target_value(&event))
                    >
                        <option value="">{words::filter_all()}</option>
                        {options}
                    </select>
                </label>
            </Show>
            <GroupChoice region />
            <Show when=move || any_size.get()>
                <label class="stack">
                    <span class="sub">{words::filter_size()}</span>
                    <select class="input" prop:value=size_value on:change=set_size>
                        <option value="">{words::filter_all()}</option>
                        {size_options}
                    </select>
                </label>
            </Show>
            <Show when=move || filter.with(|filter| !filter.is_off())>
                <button type="button" class="btn small quiet" on:click=move |_| filter.set(RegionFilter::default())>
                    {words::filter_clear()}
                </button>
            </Show>
        </div>
        <p class="sub" role="status">{move || said(region)}</p>
    }
}

/// Choice of an area; nothing where there is none.
#[component]
fn GroupChoice(region: Region) -> impl IntoView {
    let filter = region.filter;
    let options = move || {
        let all = region.groups.get().into_iter().enumerate();
        let option = |(at, group): (usize, TownGroup)| view! { <option value=at.to_string()>{group.name}</option> };
        all.map(option).collect_view()
    };
    let value = move || {
        let chosen = filter.with(|filter| filter.group.clone());
        let place = region
            .groups
            .with(|all| all.iter().position(|one| Some(one) == chosen.as_ref()));
        place.map_or(String::new(), |at| at.to_string())
    };
    let choose = move |event: leptos::ev::Event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        let group = at.and_then(|at| region.groups.with_untracked(|all| all.get(at).cloned()));
        filter.update(|filter| filter.group = group);
    };
    view! {
        <Show when=move || region.groups.with(|all| !all.is_empty())>
            <label class="stack">
                <span class="sub">{submissions::group()}</span>
                <select class="input" prop:value=value on:change=choose>
                    <option value="">{words::filter_all()}</option>
                    {options}
                </select>
            </label>
        </Show>
    }
}

fn said(region: Region) -> Option<String> {
    let is_off = region.filter.with(RegionFilter::is_off);
    (!is_off).then(|| match region.counts() {
        (0, _) => words::in_sight_none().to_owned(),
        (shown, all) => words::in_sight(words::town_count(all), words::town_count(shown)),
    })
}
