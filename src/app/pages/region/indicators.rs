//! Indicators that several towns have, and those a person is asked about.

use std::sync::Arc;

use leptos::prelude::*;

use super::lines::{LinePart, Lines, RegionLine};
use super::pictures::AlikeChart;
use super::state::Region;
use crate::route::Page;
use ::words::{model, region as words};
use insight::region::{Alike, AlikeDoubt, AlikeKey, Digest, TableCell};
use strategy::{FiscalYear, Tone, sort};

/// Doubts shown before one asks for all.
const FIRST: usize = 10;

/// The table of indicators that count the same, and what may.
#[component]
pub fn Indicators(region: Region) -> impl IntoView {
    let year = RwSignal::new(None::<FiscalYear>);
    let lines = Memo::new(move |_| {
        region.tables.with(|tables| {
            let lines = tables.shared.iter().map(|group| match year.get() {
                None => line(&tables.digests, group),
                Some(year) => line_of(&tables.digests, group, year),
            });
            lines.collect::<Vec<_>>()
        })
    });
    let parts = Callback::new(move |at: usize| {
        region.tables.with(|tables| match tables.shared.get(at) {
            None => Vec::new(),
            Some(group) => parts(&tables.digests, group, year.get()),
        })
    });
    let doubts = move || region.tables.with(|tables| tables.doubts.clone());
    let count = move || lines.with(Vec::len);
    let columns = vec![
        words::indicator(),
        words::unit(),
        words::with_it(),
        words::going(),
    ];
    view! {
        <section aria-labelledby="region-indicators">
            <h2 id="region-indicators">{words::shared_indicators()}</h2>
            <p class="sub">{move || words::shared(count())}</p>
            <Show when=move || { count() > 0 }>
                <StandsOn region year />
                <Lines region label=words::shared_indicators() columns=columns.clone() lines parts />
                <AlikeChart region />
            </Show>
            <Doubts region doubts=Signal::derive(doubts) />
            <Joined region />
        </section>
    }
}

fn line(digests: &[Arc<Digest>], group: &Alike) -> RegionLine {
    let of = |(town, at): &(usize, usize)| digests.get(*town)?.indicators.get(*at);
    let tones = group.members.iter().filter_map(of).filter_map(|one| {
        let tone = one.band.as_ref()?.tone;
        (tone != Tone::None).then_some(tone)
    });
    let tones: Vec<Tone> = tones.collect();
    let good = tones.iter().filter(|tone| **tone <= Tone::Good).count();
    RegionLine {
        head: TableCell::text(model::named(&group.name)),
        cells: vec![
            TableCell::text(group.unit.clone()),
            TableCell::count(words::town_count(group.towns), group.towns),
            TableCell::share(
                words::share_of_rated(good, tones.len(), group.members.len()),
                good,
                tones.len(),
            ),
        ],
    }
}

/// A line of one year: only the towns that have an actual of it. Ratings are of the latest year, and left out.
fn line_of(digests: &[Arc<Digest>], group: &Alike, year: FiscalYear) -> RegionLine {
    let with_it = group.members.iter().filter(|(town, at)| {
        let indicator = digests.get(*town).and_then(|one| one.indicators.get(*at));
        indicator.is_some_and(|one| one.actuals.contains_key(&year))
    });
    let towns = sort::set(with_it.map(|(town, _)| *town)).len();
    RegionLine {
        head: TableCell::text(model::named(&group.name)),
        cells: vec![
            TableCell::text(group.unit.clone()),
            TableCell::share(words::share(towns, group.towns), towns, group.towns),
            TableCell::default(),
        ],
    }
}

/// The indicators of a group, each as it stands in the year, or in its own latest.
fn parts(digests: &[Arc<Digest>], group: &Alike, year: Option<FiscalYear>) -> Vec<LinePart> {
    let parts = group.members.iter().filter_map(|(town, at)| {
        let indicator = digests.get(*town)?.indicators.get(*at)?;
        let text = match year {
            None => words::standing(indicator),
            Some(year) => {
                words::standing_some(words::judged_in(year), indicator.actuals.get(&year)?.text())
            }
        };
        Some(LinePart {
            town: *town,
            text,
            page: Page::Indicators(Some(indicator.id)),
            count: None,
        })
    });
    parts.collect()
}

/// The year whose actuals are shown. Latest actuals of several years are said to be so.
#[component]
fn StandsOn(region: Region, year: RwSignal<Option<FiscalYear>>) -> impl IntoView {
    let years = Memo::new(move |_| region.tables.with(|tables| tables.years.clone()));
    let options = move || {
        let years = years.get().into_iter();
        years
            .map(|(of, towns)| {
                let word = words::stands_year(words::judged_in(of), words::town_count(towns));
                view! { <option value=of.0.to_string() selected=year.get_untracked() == Some(of)>{word}</option> }
            })
            .collect_view()
    };
    let set = move |event: leptos::ev::Event| {
        year.set(
            event_target_value(&event)
                .parse::<i32>()
                .ok()
                .map(FiscalYear),
        );
    };
    view! {
        <label class="row">
            <span class="sub">{words::stands_on()}</span>
            <select class="input" on:change=set>
                <option value="">{words::stands_latest()}</option>
                {options}
            </select>
        </label>
        <Show when=move || year.get().is_none() && years.with(|years| years.len() > 1)>
            <p class="sub">{words::years_mixed()}</p>
        </Show>
    }
}

/// Indicators that may count the same: the user decides.
#[component]
fn Doubts(region: Region, #[prop(into)] doubts: Signal<Vec<AlikeDoubt>>) -> impl IntoView {
    let all = RwSignal::new(false);
    let shown = move || {
        let mut doubts = doubts.get();
        if !all.get() {
            doubts.truncate(FIRST);
        }
        let rows = doubts.into_iter().map(|AlikeDoubt { one, other }| {
            let label = words::join_these(told(&one), told(&other));
            view! {
                <li class="row">
                    <span>{words::perhaps(told(&one), told(&other))}</span>
                    <button type="button" class="btn small" aria-label=label on:click=move |_| region.join(&one, &other, true)>
                        {words::join()}
                    </button>
                </li>
            }
        });
        rows.collect_view()
    };
    let more = move || doubts.with(|doubts| doubts.len().saturating_sub(FIRST));
    view! {
        <Show when=move || doubts.with(|doubts| !doubts.is_empty())>
            <details class="doubts">
                <summary>{move || words::doubts(doubts.with(Vec::len))}</summary>
                <ul class="plain-list">{shown}</ul>
                <Show when=move || { more() > 0 && !all.get() }>
                    <button type="button" class="btn small quiet" on:click=move |_| all.set(true)>
                        {move || words::show_all(more())}
                    </button>
                </Show>
            </details>
        </Show>
    }
}

/// Indicators that the user joined, with a button to undo.
#[component]
fn Joined(region: Region) -> impl IntoView {
    let rows = move || {
        let joins = region.joins().into_iter().map(|(one, other)| {
            let label = words::part_these(told(&one), told(&other));
            view! {
                <li class="row">
                    <span>{words::together(told(&one), told(&other))}</span>
                    <button type="button" class="btn small quiet" aria-label=label on:click=move |_| region.join(&one, &other, false)>
                        {words::part()}
                    </button>
                </li>
            }
        });
        joins.collect_view()
    };
    view! {
        <Show when=move || region.joined.with(|joined| !joined.is_empty())>
            <details class="doubts">
                <summary>{move || words::joins(region.joined.with(|joined| joined.len()))}</summary>
                <ul class="plain-list">{rows}</ul>
            </details>
        </Show>
    }
}

fn told(key: &AlikeKey) -> String {
    words::with_unit(&key.name, &key.unit)
}
