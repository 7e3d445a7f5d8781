//! One goal on the overview: its 数値目標 in lines.

use leptos::prelude::*;

use super::Facts;
use crate::app::charts::Sparkline;
use crate::app::pages::indicators::spark;
use crate::app::parts::{GoalBadge, Rating, ThinRatingBar};
use crate::app::route::{Page, Route};
use crate::app::store::Store;
use crate::insight::overview::{GoalOverview, Listed, Row};
use crate::insight::words::{decided, shown};
use crate::locale::overview as words;
use crate::strategy::*;

/// A goal's card.
#[component]
pub fn GoalCard(id: Id<Goal>, facts: Facts) -> impl IntoView {
    let store = Store::here();
    let goal = move || store.get(id);
    let mine = Memo::new(move |_| {
        facts
            .map(|f| f.goals.iter().find(|g| g.goal == id).cloned())
            .flatten()
    });
    view! {
        <section class="card goal-card">
            <h2 class="row top nowrap">
                {move || {
                    let number = mine.with(|g| g.as_ref().map(|g| g.number.clone()).unwrap_or_default());
                    view! { <GoalBadge kind=goal().map(|g| g.kind).unwrap_or_default() number /> }
                }}
                <a href=move || Route::of_page(Page::Outline(Some(id))).to_string()>
                    {move || goal().map(|g| g.title.clone())}
                </a>
            </h2>
            {move || facts.map(|f| mine.with(|goal| goal.as_ref().map(|goal| lines(&f.rules, goal)))).flatten()}
        </section>
    }
    .into_any()
}

fn lines(rules: &RuleSet, goal: &GoalOverview) -> AnyView {
    let counts = &goal.tally.all.indicators;
    let bar = (counts.total > 0)
        .then(|| view! { <ThinRatingBar rules=rules.clone() counts=counts.clone() /> });
    let targets = match goal.targets.is_empty() {
        true => view! { <p class="sub">{words::NO_TARGETS}</p> }.into_any(),
        false => {
            let rows = goal.targets.iter().map(lines_of).collect_view();
            view! { <ul class="goal-rows" aria-label=words::TARGETS>{rows}</ul> }.into_any()
        }
    };
    view! {
        <p class="sub">{words::goal_counts(goal)}</p>
        {bar}
        {targets}
    }
    .into_any()
}

/// An indicator: a line for each of its series, and one rating for all of them.
fn lines_of(one: &Listed) -> AnyView {
    let count = one.rows.len();
    // Where the rating says it, the figures need not.
    let band = one.verdict.band();
    let says_none = band.is_some_and(|band| band.word == words::NO_ACTUAL);
    let lines = one.rows.iter().map(|(series, row)| {
        line(
            words::named(&one.indicator.name, &series.name),
            &one.indicator.unit,
            row,
            says_none,
        )
    });
    let lines = lines.collect_view();
    let told = decided(&one.verdict).map(|told| view! { <span class="sub">{told}</span> });
    let leaves = (!one.verdict.leaving.is_empty())
        .then(|| view! { <span class="sub">{words::LEAVES}</span> });
    view! {
        <li>
            {lines}
            <div class="goal-status" style=format!("--lines:{count}")>
                <Rating verdict=one.verdict.clone() />
                {told}
                {leaves}
            </div>
        </li>
    }
    .into_any()
}

fn line(name: String, unit: &str, row: &Row, says_none: bool) -> impl IntoView + use<> {
    let href = Route::of_page(Page::Indicators(Some(row.indicator))).to_string();
    let latest = row.latest.as_ref().map(|(_, f)| shown(f.text()));
    let is_told = says_none && latest.is_none();
    let target = row.target.as_ref();
    let target = target.map_or("－".to_owned(), |(_, f)| shown(f.text()));
    let towards = words::towards(&target, unit);
    let spark = Signal::stored(spark(row));
    view! {
        <a class="goal-name" href=href>{name}</a>
        <div class="goal-spark"><Sparkline spark /></div>
        <div class="goal-figures">
            <b class:visually-hidden=is_told>
                {latest.unwrap_or_else(|| words::NO_ACTUAL.to_owned())}
            </b>
            <span class="sub">{towards}</span>
        </div>
    }
}
