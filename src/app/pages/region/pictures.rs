//! The charts of a region, each with its table: how the towns are rated, what they share, what they answer to, what they plan
//! to spend.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::Region;
use crate::charts::{BarLayout, ChartView, CountBars, CountPart, MoneyBars, MoneyPart};
use ::words::{Say, model, region as words};
use insight::region::{
    Alike, BudgetRow, Digest, FrameworkRows, ItemRow, Towns, by_trouble, largest_budgets,
};
use strategy::{Tone, sort};

/// The tones, best first.
pub const TONES: [Tone; 5] = [Tone::Best, Tone::Good, Tone::Warn, Tone::Bad, Tone::None];
/// More rows would be no picture: the table has all of them.
const MOST: usize = 20;
/// Number of towns with a colour of their own; the others are one part.
const OWN_COLOUR: usize = 5;

fn tones() -> Vec<CountPart> {
    let part = |tone| CountPart {
        name: words::tone(tone).to_owned(),
        tone,
    };
    TONES.map(part).into()
}

/// Chart of the ratings of each town's indicators.
#[component]
pub fn RatingChart(region: Region) -> impl IntoView {
    let sentence = move || region.digests.with(|digests| words::ratings_said(digests));
    let chart = move || region.digests.with(|digests| ratings(digests));
    view! {
        <ChartView title=words::chart_ratings().to_owned() sentence=Signal::derive(sentence) chart />
    }
}

fn ratings(digests: &[Arc<Digest>]) -> CountBars {
    let towns = Towns::of(digests);
    let row = |(at, digest): (usize, &Arc<Digest>)| {
        let count = |tone| digest.ratings.tones.get(&tone).copied().unwrap_or_default();
        let name = words::town_of(digest, towns.is_alone(at));
        (name, TONES.map(count).into())
    };
    let order = by_trouble(digests).into_iter();
    let plan = |at| Some((at, digests.get(at)?));
    let rated = order
        .filter_map(plan)
        .filter(|(_, one)| one.ratings.total > 0);
    let shown: Vec<_> = rated.take(MOST).collect();
    let rest = digests.len() - shown.len();
    let left_out = (rest > 0).then(|| words::plans_left_out(rest));
    CountBars {
        of: words::town_column().to_owned(),
        parts: tones(),
        rows: shown.into_iter().map(row).collect(),
        notes: std::iter::once(words::worst_first().to_owned())
            .chain(left_out)
            .collect(),
    }
}

/// Chart of the ratings of indicators that several towns have.
#[component]
pub fn AlikeChart(region: Region) -> impl IntoView {
    let chart = move || {
        let tables = region.tables;
        tables.with(|tables| alike(&tables.digests, &tables.shared))
    };
    let sentence = move || {
        region
            .tables
            .with(|tables| words::alike_said(&tables.shared))
    };
    view! {
        <ChartView title=words::chart_alike().to_owned() sentence=Signal::derive(sentence) chart />
    }
}

fn alike(digests: &[Arc<Digest>], shared: &[Alike]) -> CountBars {
    let row = |group: &Alike| {
        let of = |(town, at): &(usize, usize)| digests.get(*town)?.indicators.get(*at);
        let own = group.members.iter().filter_map(of);
        let own = own.map(|one| one.band.as_ref().map_or(Tone::None, |band| band.tone));
        let own: Vec<Tone> = own.collect();
        let count = |tone| own.iter().filter(|one| **one == tone).count();
        let title = words::with_unit(model::named(&group.name), &group.unit);
        (title, TONES.map(count).into())
    };
    let rest = shared.len().saturating_sub(MOST);
    CountBars {
        of: words::indicator().to_owned(),
        parts: tones(),
        rows: shared.iter().take(MOST).map(row).collect(),
        notes: (rest > 0)
            .then(|| words::rows_left_out(rest))
            .into_iter()
            .collect(),
    }
}

/// Chart of the number of towns that answer to each item of a framework.
#[component]
pub fn FrameworkChart(rows: FrameworkRows) -> impl IntoView {
    let title = words::chart_framework(&rows.title);
    let sentence = words::framework_said(&rows);
    let chart = move || framework(&rows);
    view! { <ChartView title sentence=Signal::stored(sentence) chart /> }.into_any()
}

fn framework(rows: &FrameworkRows) -> CountBars {
    let part = |name: &str, tone| CountPart {
        name: name.to_owned(),
        tone,
    };
    let row = |item: &ItemRow| {
        let [tied, open, without] = item.towns;
        let title = words::numbered(&item.number, &item.title);
        (title, vec![tied, open, without])
    };
    CountBars {
        of: words::item().to_owned(),
        parts: vec![
            part(words::answered(), Tone::Good),
            part(words::holes(), Tone::Warn),
            part(words::without_item(), Tone::None),
        ],
        rows: rows.items.iter().map(row).collect(),
        notes: Vec::new(),
    }
}

/// The budgets of the towns, year by year.
#[component]
pub fn BudgetChart(region: Region) -> impl IntoView {
    let tables = region.tables;
    let sentence = move || tables.with(|tables| words::budgets_said(&tables.budgets));
    let chart = move || tables.with(|tables| money(&tables.digests, &tables.budgets));
    view! {
        <ChartView title=words::chart_budgets().to_owned() sentence=Signal::derive(sentence) chart />
    }
}

fn money(digests: &[Arc<Digest>], rows: &[BudgetRow]) -> MoneyBars {
    let order = largest_budgets(rows);
    let (own, others) = order.split_at(order.len().min(OWN_COLOUR));
    let part = |name: String, towns: &[usize]| MoneyPart {
        name,
        amounts: rows.iter().map(|row| row.of(towns)).collect(),
    };
    let towns = Towns::of(digests);
    let named = own.iter().filter_map(|at| {
        let town = words::town_of(digests.get(*at)?, towns.is_alone(*at));
        Some(part(town, &[*at]))
    });
    let rest = (!others.is_empty()).then(|| part(words::other_plans(others.len()), others));
    let years = sort::set(rows.iter().map(|row| row.year));
    MoneyBars {
        columns: years.iter().map(Say::say).collect(),
        parts: named.chain(rest).collect(),
        layout: BarLayout::Stacked,
        notes: vec![words::budgets_note().to_owned()],
    }
}
