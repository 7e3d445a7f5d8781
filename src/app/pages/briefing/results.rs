//! Money beside results, and who answers for them.

use leptos::prelude::*;

use super::section::{ROWS, heading};
use crate::parts::{GoalBadge, Short, tone_class};
use crate::store::Store;
use ::words::number::figures;
use ::words::{briefing as words, marks, overview};
use insight::briefing::{Briefing, GoalResult};
use insight::rating::Given;
use strategy::*;

/// Money of each goal, a bar of it, and a square an indicator.
pub fn money(store: Store, facts: &Briefing) -> impl IntoView + use<> {
    let most = facts
        .goals
        .iter()
        .filter_map(|g| g.money)
        .map(|total| total.net)
        .max();
    let rows: Vec<_> = facts
        .goals
        .iter()
        .map(|goal| goal_row(store, goal, most))
        .collect();
    let note = match facts.money {
        Some(money) => words::money_note(money, facts.year),
        None => words::no_money().to_owned(),
    };
    view! {
        <section aria-labelledby="briefing-results">
            {heading("briefing-results", words::results(), None, note)}
            <table class="briefing-table" aria-labelledby="briefing-results">
                {head(&words::result_columns())}
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn head(columns: &[&'static str]) -> impl IntoView + use<> {
    let cells: Vec<_> = columns
        .iter()
        .map(|word| view! { <th scope="col">{*word}</th> })
        .collect();
    view! { <thead><tr>{cells}</tr></thead> }
}

fn goal_row(store: Store, goal: &GoalResult, most: Option<i64>) -> impl IntoView + use<> {
    let (title, kind) = store.with(|s| {
        s.get(goal.goal)
            .map(|g| (g.title.clone(), g.kind))
            .unwrap_or_default()
    });
    let share = |net: i64| match most {
        Some(most) if most > 0 => net.max(0) as f64 / most as f64 * 100.0,
        _ => 0.0,
    };
    view! {
        <tr>
            <th scope="row">
                <span class="row nowrap top">
                    <GoalBadge kind number=goal.number.clone() />
                    <span>{title}</span>
                </span>
            </th>
            <td class="number briefing-money">
                {match goal.money {
                    None => view! { <span class="sub">{marks::nothing()}</span> }.into_any(),
                    Some(total) => view! {
                        {figures(total.net.into())}
                        <i class="money-bar" style=format!("width:{}%", Short(share(total.net)))></i>
                    }
                    .into_any(),
                }}
            </td>
            <td>{squares(&goal.ratings)}</td>
        </tr>
    }
}

/// A square for each indicator, with a text alternative.
fn squares(ratings: &[Option<Given>]) -> impl IntoView + use<> {
    let word = |band: &Option<Given>| match band {
        Some(band) => format!("{} {}", band.mark, band.word),
        None => overview::no_band().to_owned(),
    };
    let mut counts: Vec<(String, usize)> = Vec::new();
    for band in ratings {
        let word = word(band);
        match counts.last_mut() {
            Some((last, count)) if *last == word => *count += 1,
            _ => counts.push((word, 1)),
        }
    }
    let signs: Vec<_> = ratings
        .iter()
        .map(|band| {
            let tone = band.as_ref().map_or(Tone::None, |band| band.tone);
            let mark = band
                .as_ref()
                .map_or(overview::no_mark(), |band| band.mark.as_str());
            view! { <i class=format!("square {}", tone_class(tone))>{mark.to_owned()}</i> }
        })
        .collect();
    view! {
        <span class="squares" role="img" aria-label=words::ratings(&counts)>
            {signs}
        </span>
    }
}

/// Ratings by 担当課, the most late first.
pub fn owners(facts: &Briefing) -> impl IntoView + use<> {
    let rows: Vec<_> = facts
        .owners
        .iter()
        .take(ROWS)
        .map(|owner| {
            let name = match owner.name.is_empty() {
                true => words::no_owner().to_owned(),
                false => owner.name.clone(),
            };
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="number">{owner.well}</td>
                    <td class="number" class:late=owner.late != 0>{owner.late}</td>
                    <td class="number">{owner.unrated}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <section aria-labelledby="briefing-owners">
            {heading("briefing-owners", words::owners(), None, words::owners_note().to_owned())}
            <table class="briefing-table" aria-labelledby="briefing-owners">
                {head(&words::owner_columns())}
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}
