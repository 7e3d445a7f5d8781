//! One goal on the overview: its 数値目標 in lines.

use leptos::prelude::*;

use super::Facts;
use crate::app::charts::Sparkline;
use crate::app::pages::indicators::spark;
use crate::app::parts::{GoalBadge, Status};
use crate::app::route::{Page, Route};
use crate::app::store::Store;
use crate::insight::overview::{GoalOverview, Listed, Row};
use crate::insight::verdict::Verdict;
use crate::insight::words::{decided, shown};
use crate::locale::{overview as words, rules};
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
            {move || mine.get().map(|goal| lines(&goal))}
        </section>
    }
    .into_any()
}

fn lines(goal: &GoalOverview) -> AnyView {
    let counts = view! { <p class="sub">{words::goal_counts(goal)}</p> };
    if goal.targets.is_empty() {
        return view! {
            {counts}
            <p class="sub">{words::NO_TARGETS}</p>
        }
        .into_any();
    }
    let rows = goal.targets.iter().map(lines_of).collect_view();
    view! {
        {counts}
        <table class="table goal-rows">
            <caption class="visually-hidden">{words::TARGETS}</caption>
            <thead class="visually-hidden">
                <tr>
                    {words::ROW_COLUMNS.into_iter().map(|c| view! { <th scope="col">{c}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// An indicator: a line for each of its series, and one rating for all of them.
fn lines_of(one: &Listed) -> AnyView {
    let (unit, count) = (one.indicator.unit.clone(), one.rows.len());
    let mut rating = Some(rating(&one.verdict, count));
    let lines = one.rows.iter().map(|(series, row)| {
        let name = words::named(&one.indicator.name, &series.name);
        line(name, &unit, row, rating.take()).into_any()
    });
    lines.collect_view().into_any()
}

/// The rating of an indicator, beside all its series, the one that decides named.
fn rating(verdict: &Verdict, lines: usize) -> impl IntoView + use<> {
    let status = match verdict.band().cloned() {
        Some(band) => view! { <Status mark=band.mark word=band.word tone=band.tone /> },
        None => view! { <Status mark=words::NO_MARK word=words::NO_BAND tone=Tone::None /> },
    };
    let by_people = verdict.by_people().then(|| {
        view! {
            <span class="by-people" title=rules::BY_PEOPLE_WORD>
                <span aria-hidden="true">{rules::BY_PEOPLE}</span>
                <span class="visually-hidden">{rules::BY_PEOPLE_WORD}</span>
            </span>
        }
    });
    let decided = decided(verdict).map(|told| view! { <span class="sub decided">{told}</span> });
    view! { <td class="goal-status" rowspan=lines.to_string()>{status}{by_people}{decided}</td> }
}

fn line(name: String, unit: &str, row: &Row, rating: Option<impl IntoView>) -> impl IntoView {
    let href = Route::of_page(Page::Indicators(Some(row.indicator))).to_string();
    let latest = row.latest.as_ref().map(|(_, f)| shown(f.text()));
    let target = row
        .target
        .as_ref()
        .map_or("－".to_owned(), |(_, f)| shown(f.text()));
    let towards = words::towards(&target, unit);
    let spark = Signal::stored(spark(row));
    view! {
        <tr>
            <th scope="row"><a href=href>{name}</a></th>
            <td class="goal-spark"><Sparkline spark /></td>
            <td class="number goal-figures">
                <b>{latest.unwrap_or_else(|| words::NO_ACTUAL.to_owned())}</b>
                <span class="sub">{towards}</span>
            </td>
            {rating}
        </tr>
    }
}
