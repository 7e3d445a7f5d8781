//! Indicators that several towns have, and those a person is asked about.

use std::sync::Arc;

use leptos::prelude::*;

use super::lines::{Line, Lines, Part};
use super::pictures::AlikeChart;
use super::state::Region;
use crate::route::Page;
use ::words::{model, region as words};
use insight::region::{Alike, AlikeKey, Digest, Doubt, alike};
use strategy::Tone;

/// Doubts shown before one asks for all.
const FIRST: usize = 10;

/// The table of indicators that count the same, and what may.
#[component]
pub fn Indicators(region: Region) -> impl IntoView {
    let found = Memo::new(move |_| {
        let joins = region.joins();
        region.digests.with(|digests| alike(digests, &joins))
    });
    let shared = Memo::new(move |_| {
        found.with(|(groups, _)| {
            let shared = groups.iter().filter(|group| group.towns > 1);
            shared.cloned().collect::<Vec<_>>()
        })
    });
    let lines = Memo::new(move |_| {
        let lines = |digests: &Vec<_>, shared: &Vec<_>| {
            let lines = shared.iter().map(|group| line(digests, group));
            lines.collect::<Vec<_>>()
        };
        region
            .digests
            .with(|digests| shared.with(|shared| lines(digests, shared)))
    });
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
                <Lines region label=words::shared_indicators() columns=columns.clone() lines />
                <AlikeChart region shared />
            </Show>
            <Doubts region doubts=Signal::derive(move || found.with(|(_, doubts)| doubts.clone())) />
            <Joined region />
        </section>
    }
    .into_any()
}

fn line(digests: &[Arc<Digest>], group: &Alike) -> Line {
    let of = |(town, at): &(usize, usize)| digests.get(*town)?.indicators.get(*at);
    let tones = group.members.iter().filter_map(of).filter_map(|one| {
        let tone = one.band.as_ref()?.tone;
        (tone != Tone::None).then_some(tone)
    });
    let tones: Vec<Tone> = tones.collect();
    let good = tones.iter().filter(|tone| **tone <= Tone::Good);
    let parts = group.members.iter().filter_map(|member| {
        let indicator = of(member)?;
        Some(Part {
            town: member.0,
            text: words::standing(indicator),
            page: Page::Indicators(Some(indicator.id)),
            count: None,
        })
    });
    Line {
        head: model::named(&group.name).to_owned(),
        cells: vec![
            group.unit.clone(),
            words::town_count(group.towns),
            words::share_of_rated(good.count(), tones.len(), group.members.len()),
        ],
        parts: parts.collect(),
    }
}

/// Indicators that may count the same: the user decides.
#[component]
fn Doubts(region: Region, #[prop(into)] doubts: Signal<Vec<Doubt>>) -> impl IntoView {
    let all = RwSignal::new(false);
    let shown = move || {
        let mut doubts = doubts.get();
        if !all.get() {
            doubts.truncate(FIRST);
        }
        let rows = doubts.into_iter().map(|Doubt { one, other }| {
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
    .into_any()
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
    .into_any()
}

fn told(key: &AlikeKey) -> String {
    words::with_unit(&key.name, &key.unit)
}
