//! Town by town: the plan, how its indicators are rated, and what it does not hold.

use std::sync::Arc;

use leptos::prelude::*;

use super::lines::source;
use super::state::Region;
use super::town::Town;
use crate::app::parts::{Each, tone_class};
use crate::app::route::Page;
use crate::insight::region::{Digest, Ratings};
use crate::strategy::Tone;
use crate::words::{model, region as words};

/// The tones, best first.
const TONES: [Tone; 5] = [Tone::Best, Tone::Good, Tone::Warn, Tone::Bad, Tone::None];

/// The table of the towns.
#[component]
pub fn Towns(region: Region) -> impl IntoView {
    let numbers = move || {
        let drawn = region.drawn.rows();
        let number = |town: &Town| town.number;
        region
            .towns
            .with(|all| all.iter().take(drawn).map(number).collect::<Vec<_>>())
    };
    let tones = TONES.map(|tone| {
        view! { <th scope="col" class=format!("number {}", tone_class(tone))><i class="swatch"></i> {words::tone(tone)}</th> }
    });
    view! {
        <section aria-labelledby="region-towns">
            <h2 id="region-towns">{words::towns()}</h2>
            <p class="sub">{words::towns_note()}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=words::towns()>
                <table class="table towns">
                    <thead>
                        <tr>
                            <th scope="col">{words::town()}</th>
                            <th scope="col">{words::period()}</th>
                            <th scope="col">{words::year()}</th>
                            <th scope="col" class="number">{words::indicators()}</th>
                            <th scope="col" class="number">{words::as_wished()}</th>
                            {tones}
                            <th scope="col">{words::shares()}</th>
                            <th scope="col"><span class="visually-hidden">{words::remove()}</span></th>
                        </tr>
                    </thead>
                    <tbody><Each of=numbers children=move |number| row(region, number) /></tbody>
                    <tfoot>{move || region.digests.with(|all| total(all))}</tfoot>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(region: Region, number: usize) -> Option<AnyView> {
    let of = |towns: &Vec<Town>| {
        let at = towns.iter().position(|town| town.number == number)?;
        Some((at, Arc::clone(&towns[at].digest)))
    };
    let (at, digest) = region.towns.with_untracked(of)?;
    let digest: &Digest = &digest;
    let Digest { ratings, .. } = digest;
    let remove = move |_| {
        region
            .towns
            .update(|towns| towns.retain(|town| town.number != number));
    };
    let lacks = words::lacks(digest);
    Some(
    view! {
        <tr>
            <th scope="row">
                {source(region, at, Page::Overview)}
                <span class="sub">{digest.title.clone()}</span>
                {lacks.map(|lacks| view! { <span class="sub lacks">{lacks}</span> })}
            </th>
            <td class="nowrap">{model::period(digest.period)}</td>
            <td class="nowrap">{words::judged_in(digest.year)}</td>
            <td class="number">{ratings.total}</td>
            <td class="number">{words::share(ratings.as_wished, ratings.judged)}</td>
            {counts(ratings)}
            <td>{bar(ratings)}</td>
            <td>
                <button type="button" class="btn plain small" aria-label=words::remove_town(&digest.town) on:click=remove>
                    {words::remove()}
                </button>
            </td>
        </tr>
    }
    .into_any(),
    )
}

fn counts(ratings: &Ratings) -> Vec<AnyView> {
    let count = |tone| ratings.tones.get(&tone).copied().unwrap_or_default();
    let cells = TONES.map(|tone| view! { <td class="number">{count(tone)}</td> }.into_any());
    cells.into()
}

fn bar(ratings: &Ratings) -> AnyView {
    let parts = TONES.into_iter().filter_map(|tone| {
        let count = ratings.tones.get(&tone).filter(|count| **count > 0)?;
        Some(view! { <i class=tone_class(tone) style=format!("flex-grow:{count}")></i> })
    });
    // The counts stand beside it.
    view! { <div class="status-bar thin" aria-hidden="true">{parts.collect_view()}</div> }
        .into_any()
}

fn total(digests: &[Arc<Digest>]) -> AnyView {
    let mut all = Ratings::default();
    for digest in digests {
        let ratings = &digest.ratings;
        all.total += ratings.total;
        all.as_wished += ratings.as_wished;
        all.judged += ratings.judged;
        for (tone, count) in &ratings.tones {
            *all.tones.entry(*tone).or_default() += count;
        }
    }
    view! {
        <tr>
            <th scope="row">{words::all_towns(words::town_count(digests.len()))}</th>
            <td></td>
            <td></td>
            <td class="number">{all.total}</td>
            <td class="number">{words::share(all.as_wished, all.judged)}</td>
            {counts(&all)}
            <td>{bar(&all)}</td>
            <td></td>
        </tr>
    }
    .into_any()
}
