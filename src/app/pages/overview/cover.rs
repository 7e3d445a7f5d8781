//! 概況 as it is shown before the strategy is open.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::goal::{GoalSummary, lines};
use super::overview_data::looked_at;
use super::summary::{bar, counted};
use crate::command::Command;
use crate::parts::{Choice, GoalBadge};
use crate::route::{Page, Route};
use ::words::Say;
use ::words::overview as words;
use browser::TimeSlice;
use insight::contents::{RecordCounts, record_counts};
use insight::overview::{GoalOverview, Overview};
use insight::rollup::Counts;
use insight::{evaluation_year, evaluation_years, is_begun};
use strategy::*;

/// Lines of figures that are shown at most: what is first seen.
const MOST: usize = 40;

/// View of 概況 for a strategy with indicators.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OverviewCover {
    headline: String,
    standing: String,
    year: FiscalYear,
    /// True if the year takes no actuals any more.
    #[serde(default)]
    closed: bool,
    years: Vec<FiscalYear>,
    rules: RuleSet,
    counts: Counts,
    average: String,
    /// The goals, in order, as far as they are first seen.
    goals: Vec<CoverCard>,
    /// Counts below all cards.
    held: Option<RecordCounts>,
}

/// A goal's card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct CoverCard {
    goal: Id<Goal>,
    kind: GoalKind,
    number: String,
    title: String,
    summary: GoalSummary,
}

impl OverviewCover {
    /// Returns the view of the page; `None` for a plan that is just being begun.
    pub async fn of(strategy: &Strategy, today: FiscalYear) -> Option<Self> {
        if strategy.indicators.is_empty() || is_begun(strategy) {
            return None;
        }
        let year = evaluation_year(strategy, today);
        let seen = looked_at(strategy, year, TimeSlice::background()).await?;
        let (goals, all) = cards(strategy, &seen);
        Some(Self {
            headline: words::headline(&seen),
            standing: words::standing(&seen),
            year: seen.year,
            closed: edit::closed(strategy, seen.year),
            years: evaluation_years(strategy, today),
            average: words::average(&seen.whole.average),
            held: all.then(|| record_counts(strategy)),
            goals,
            counts: seen.whole.indicators,
            rules: seen.rules,
        })
    }

    /// Shows it.
    pub fn shown(&self) -> AnyView {
        let years = self.years.iter();
        let years: Vec<_> = years.map(|y| (y.0.to_string(), y.say())).collect();
        view! {
            <div class="page-head">
                <div>
                    <h1 tabindex="-1">{self.headline.clone()}</h1>
                    <p class="sub">{self.standing.clone()}</p>
                </div>
                <Choice
                    locked=Signal::stored(true)
                    label=words::year().to_owned()
                    value=self.year.0.to_string()
                    options=years
                    on_change=Callback::new(|_: String| ())
                />
                <button type="button" class="btn" disabled=true>
                    {Command::SaveVersion.words()}
                </button>
                {(!self.closed).then(|| view! {
                    <button type="button" class="btn" disabled=true>
                        {words::enter(self.year)}
                    </button>
                })}
            </div>
            <section class="card summary" aria-label=words::summary()>
                {bar(&self.rules, &self.counts, self.average.clone())}
            </section>
            <section class="card row next-in-year">
                <h2>{words::next_in_year()}</h2>
            </section>
            <div class="cards goals">
                {self.goals.iter().map(|card| card.shown(&self.rules)).collect_view()}
            </div>
            {self.held.map(|held| counted(Signal::stored(held)))}
        }
        .into_any()
    }
}

/// The cards, as far as they are first seen, and whether these are all, whole.
fn cards(strategy: &Strategy, seen: &Overview) -> (Vec<CoverCard>, bool) {
    let mut left = MOST;
    let mut cards = Vec::new();
    for goal in &seen.goals {
        let Some(mut card) = CoverCard::of(strategy, goal) else {
            continue;
        };
        let whole = card.summary.cut(&mut left);
        cards.push(card);
        if !whole || cards.len() == MOST {
            return (cards, false);
        }
    }
    (cards, true)
}

impl CoverCard {
    fn of(strategy: &Strategy, seen: &GoalOverview) -> Option<Self> {
        let goal = strategy.get(seen.goal)?;
        Some(Self {
            goal: goal.id,
            kind: goal.kind,
            number: seen.number.clone(),
            title: goal.title.clone(),
            summary: GoalSummary::of(seen),
        })
    }

    fn shown(&self, rules: &RuleSet) -> AnyView {
        view! {
            <section class="card goal-card">
                <h2 class="row top nowrap">
                    <GoalBadge kind=self.kind number=self.number.clone() />
                    <a href=Route::of_page(Page::Outline(Some(self.goal))).to_string()>
                        {self.title.clone()}
                    </a>
                </h2>
                {lines(rules, self.summary.clone())}
            </section>
        }
        .into_any()
    }
}
