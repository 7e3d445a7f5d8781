//! One goal on the overview: its 数値目標 in lines.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::overview_data::OverviewData;
use crate::charts::Sparkline;
use crate::parts::{GoalBadge, Stamp, ThinRatingBar, show_stamp};
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::number::shown;
use ::words::why::decided;
use ::words::{marks, overview as words};
use insight::overview::{GoalOverview, Listed, SeriesSummary};
use insight::presets::NO_ACTUAL;
use insight::rollup::Counts;
use output::chart::{Spark, spark};
use strategy::*;

/// A goal's card.
#[component]
pub fn GoalCard(id: Id<Goal>, data: OverviewData) -> impl IntoView {
    let store = Store::here();
    let goal = move || store.get(id);
    let mine = Memo::new(move |_| {
        data.map(|f| f.goals.iter().find(|g| g.goal == id).cloned())
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
            {move || data.map(|f| mine.with(|goal| goal.as_ref().map(|goal| lines(&f.rules, GoalSummary::of(goal))))).flatten()}
        </section>
    }
}

/// Summary on a goal's card below its name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GoalSummary {
    headline: String,
    counts: Counts,
    targets: Vec<TargetRow>,
}

/// An indicator: a line for each of its series, and one rating for all of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct TargetRow {
    indicator: Id<Indicator>,
    lines: Vec<SeriesLine>,
    stamp: Stamp,
    decided: Option<String>,
    leaves: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct SeriesLine {
    name: String,
    /// The latest figure, or that there is none.
    latest: String,
    /// True if the rating says it, so that the figures need not.
    is_told: bool,
    towards: String,
    spark: Spark,
}

impl GoalSummary {
    /// Returns the summary of a goal.
    pub fn of(goal: &GoalOverview) -> Self {
        Self {
            headline: words::goal_counts(goal),
            counts: goal.tally.all.indicators.clone(),
            targets: goal.targets.iter().map(TargetRow::of).collect(),
        }
    }

    /// Leaves as many lines of figures as are `left`, and takes these off; whether all are there still.
    pub fn cut(&mut self, left: &mut usize) -> bool {
        let all = self.targets.len();
        self.targets.retain(|target| {
            let rest = left.checked_sub(target.lines.len());
            *left = rest.unwrap_or_default();
            rest.is_some()
        });
        self.targets.len() == all
    }
}

impl TargetRow {
    fn of(one: &Listed) -> Self {
        let band = one.verdict.band();
        let says_none = band.is_some_and(|band| band.word == NO_ACTUAL);
        let line = |series: &Series, row| {
            let name = words::named(&one.indicator.name, &series.name);
            SeriesLine::of(name, &one.indicator.unit, (series, row), says_none)
        };
        let rows = one.rows.iter();
        Self {
            indicator: one.indicator.id,
            lines: rows.map(|(series, row)| line(series, row)).collect(),
            stamp: Stamp::of(&one.verdict),
            decided: decided(&one.verdict),
            leaves: !one.verdict.leaving.is_empty(),
        }
    }
}

impl SeriesLine {
    fn of(
        name: String,
        unit: &str,
        (series, row): (&Series, &SeriesSummary),
        says_none: bool,
    ) -> Self {
        let latest = row.latest.as_ref().map(|(_, f)| shown(f.text()));
        let unread = || {
            let unread = series.actuals.values().any(Figure::needs_check);
            unread.then(|| words::unread().to_owned())
        };
        let latest = latest.or_else(unread);
        let target = row.target.as_ref();
        let target = target.map_or(marks::nothing().to_owned(), |(_, f)| shown(f.text()));
        Self {
            name,
            is_told: says_none && latest.is_none(),
            latest: latest.unwrap_or_else(|| words::no_actual().to_owned()),
            towards: words::towards(&target, unit),
            spark: spark(row),
        }
    }
}

/// Shows what a goal's card says below its name.
pub fn lines(rules: &RuleSet, summary: GoalSummary) -> AnyView {
    let counts = summary.counts;
    let bar = (counts.total > 0).then(|| view! { <ThinRatingBar rules=rules.clone() counts /> });
    let targets = match summary.targets.is_empty() {
        true => view! { <p class="sub">{words::no_targets()}</p> }.into_any(),
        false => {
            let rows = summary.targets.into_iter().map(target).collect_view();
            view! { <ul class="goal-rows" aria-label=words::targets()>{rows}</ul> }.into_any()
        }
    };
    view! {
        <p class="sub">{summary.headline}</p>
        {bar}
        {targets}
    }
    .into_any()
}

fn target(one: TargetRow) -> AnyView {
    let count = one.lines.len();
    let href = Route::of_page(Page::Indicators(Some(one.indicator))).to_string();
    let lines = one.lines.into_iter().map(|one| line(one, href.clone()));
    let lines = lines.collect_view();
    let headline = one
        .decided
        .map(|headline| view! { <span class="sub">{headline}</span> });
    let leaves = one
        .leaves
        .then(|| view! { <span class="sub">{words::leaves()}</span> });
    view! {
        <li>
            {lines}
            <div class="goal-status" style=format!("--lines:{count}")>
                {show_stamp(one.stamp)}
                {headline}
                {leaves}
            </div>
        </li>
    }
    .into_any()
}

fn line(one: SeriesLine, href: String) -> impl IntoView {
    let spark = Signal::stored(one.spark);
    view! {
        <a class="goal-name" href=href>{one.name}</a>
        <div class="goal-spark"><Sparkline spark /></div>
        <div class="goal-figures">
            <b class:visually-hidden=one.is_told>{one.latest}</b>
            <span class="sub">{one.towards}</span>
        </div>
    }
}
