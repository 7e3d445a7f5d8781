//! One goal on the overview: its 数値目標 in lines.

use leptos::prelude::*;

use super::Facts;
use crate::app::charts::Sparkline;
use crate::app::pages::indicators::spark;
use crate::app::parts::{GoalBadge, Status};
use crate::app::route::{Page, Route};
use crate::app::store::Store;
use crate::insight::overview::{GoalOverview, Row};
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
            {move || mine.get().map(|goal| lines(store, &goal))}
        </section>
    }
    .into_any()
}

fn lines(store: Store, goal: &GoalOverview) -> AnyView {
    let counts = view! { <p class="sub">{words::goal_counts(goal)}</p> };
    if goal.rows.is_empty() {
        return view! {
            {counts}
            <p class="sub">{words::NO_TARGETS}</p>
        }
        .into_any();
    }
    let rows = goal.rows.iter().map(|row| line(store, row)).collect_view();
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

fn line(store: Store, row: &Row) -> impl IntoView + use<> {
    let (name, unit) = store.with(|s| {
        let indicator = s.get(row.indicator);
        let series = s
            .get(row.series)
            .map(|r| r.name.clone())
            .unwrap_or_default();
        let name = indicator.map(|k| k.name.clone()).unwrap_or_default();
        (
            words::named(&name, &series),
            indicator.map(|k| k.unit.clone()).unwrap_or_default(),
        )
    });
    let href = Route::of_page(Page::Indicators(Some(row.indicator))).to_string();
    let latest = row.latest.as_ref().map(|(_, f)| f.text().to_owned());
    let target = row
        .target
        .as_ref()
        .map_or("－".to_owned(), |(_, f)| f.text().to_owned());
    let band = row.rated.band.clone();
    let spark = Signal::stored(spark(row));
    view! {
        <tr>
            <th scope="row"><a href=href>{name}</a></th>
            <td class="goal-spark"><Sparkline spark /></td>
            <td class="number goal-figures">
                <b>{latest.unwrap_or_else(|| words::NO_ACTUAL.to_owned())}</b>
                <span class="sub">{words::towards(&target, &unit)}</span>
            </td>
            <td class="goal-status">
                {match band {
                    Some(band) => view! { <Status mark=band.mark word=band.word tone=band.tone /> },
                    None => view! { <Status mark=words::NO_MARK word=words::NO_BAND tone=Tone::None /> },
                }}
            </td>
        </tr>
    }
}
