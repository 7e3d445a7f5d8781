//! 概況: what is true now, for the first page.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::appraisal::{Appraisal, rules_of};
use super::completeness::{Completeness, completeness, latest_year};
use super::evaluation_year::evaluation_year;
use super::numbering::Numbers;
use super::progress::{Elapsed, Way};
use super::rating::Rated;
use super::rollup::{Counting, GoalTally, Tally};
use super::time_series::{TimeSeries, latest_actual, time_series};
use super::verdict::Verdict;
use crate::strategy::*;

/// Everything 概況 shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The year it speaks of: the latest with actuals, or the last one gone of the period.
    pub year: FiscalYear,
    /// Whether any actual has been entered up to that year.
    pub has_actuals: bool,
    /// 経過率 of the plan at the end of the year, in percent; `None`: a period without years.
    pub elapsed: Option<Decimal>,
    /// What has been entered for the year, and by whom not yet.
    pub entry: Completeness,
    /// The rule set used.
    pub rules: RuleSet,
    /// Every indicator, each once: 「16の指標のうち10がめざす向きに進んでいます」 is
    /// `whole.indicators.total` and `whole.as_wished`.
    pub whole: Tally,
    /// Goal by goal.
    pub goals: Vec<GoalOverview>,
}

/// One goal in the overview.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalOverview {
    /// The goal.
    pub goal: Id<Goal>,
    /// Its printed number.
    pub number: String,
    /// 施策.
    pub measures: usize,
    /// 具体的取組.
    pub initiatives: usize,
    /// Counted by 数値目標, KPI and both.
    pub tally: GoalTally,
    /// 数値目標, each with its rating and its series.
    pub targets: Vec<Listed>,
}

/// One series at a glance.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// The series.
    pub series: Id<Series>,
    /// Its latest actual as printed, and of which year.
    pub latest: Option<(FiscalYear, Figure)>,
    /// Its final target as printed, and of which year.
    pub target: Option<(FiscalYear, Figure)>,
    /// How it is rated, and why.
    pub rated: Rated,
    /// The numbers to draw.
    pub trace: TimeSeries,
}

impl Row {
    /// Whether there is a figure to draw or to judge.
    pub fn says_something(&self) -> bool {
        self.latest.is_some() || self.target.is_some() || self.trace.baseline.is_some()
    }
}

/// 概況 as of today.
pub fn overview(strategy: &Strategy, today: FiscalYear) -> Overview {
    overview_of(strategy, evaluation_year(strategy, today))
}

/// 概況 of a year.
pub fn overview_of(strategy: &Strategy, year: FiscalYear) -> Overview {
    let mut looking = Looking::new(strategy, year);
    while looking.step() {}
    looking.finish()
}

/// How many indicators are rated in one step.
const BLOCK: usize = 200;

/// 概況 in the making, so that who looks at a large strategy can take breath between the steps.
pub struct Looking<'a> {
    strategy: &'a Strategy,
    numbers: Numbers,
    series: Groups<'a, Series>,
    measures: Groups<'a, Measure>,
    initiatives: Groups<'a, Initiative>,
    indicators: std::vec::IntoIter<&'a Arc<Indicator>>,
    goals: std::vec::IntoIter<&'a Arc<Goal>>,
    appraisal: Appraisal,
    whole: Counting,
    seen: Vec<GoalOverview>,
    entry: Option<Completeness>,
}

impl<'a> Looking<'a> {
    /// Ready to look at a strategy in a year.
    pub fn new(strategy: &'a Strategy, year: FiscalYear) -> Self {
        let rules = rules_of(strategy);
        Self {
            strategy,
            numbers: Numbers::of(strategy),
            series: strategy.series.by_parent(),
            measures: strategy.measures.by_parent(),
            initiatives: strategy.initiatives.by_parent(),
            indicators: strategy.indicators.sorted().into_iter(),
            goals: strategy.goals.sorted().into_iter(),
            whole: Counting::new(&rules),
            appraisal: Appraisal::begun(year, rules),
            seen: Vec::new(),
            entry: None,
        }
    }

    /// Does the next piece of work; false when there is none left.
    pub fn step(&mut self) -> bool {
        if self.indicators.len() > 0 {
            self.rate_some();
        } else if let Some(goal) = self.goals.next() {
            self.see(goal);
        } else if self.entry.is_none() {
            self.entry = Some(completeness(self.strategy, self.appraisal.year));
        } else {
            return false;
        }
        true
    }

    fn rate_some(&mut self) {
        let period = self.strategy.about().period;
        for indicator in self.indicators.by_ref().take(BLOCK) {
            let series = self.series.under(indicator.id);
            self.whole
                .add(self.appraisal.add(indicator, series, period));
        }
    }

    fn see(&mut self, goal: &Goal) {
        let under = self.measures.under(goal.id);
        let count = |m: &&Arc<Measure>| self.initiatives.under(m.id).len();
        self.seen.push(GoalOverview {
            goal: goal.id,
            number: self.numbers.goal(goal.id),
            measures: under.len(),
            initiatives: under.iter().map(count).sum(),
            tally: GoalTally::of(&self.appraisal, goal, under),
            targets: listed_of(self.strategy, &self.appraisal, &self.series, &goal.targets),
        });
    }

    /// What was seen.
    pub fn finish(self) -> Overview {
        let (strategy, year) = (self.strategy, self.appraisal.year);
        Overview {
            year,
            has_actuals: latest_year(strategy, year).is_some(),
            elapsed: Elapsed::of_period(strategy.about().period, year).map(Elapsed::percent),
            entry: self.entry.unwrap_or_else(|| completeness(strategy, year)),
            goals: self.seen,
            whole: self.whole.tally(),
            rules: self.appraisal.rules,
        }
    }
}

/// An indicator in a list of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// Its rating, one for all its series.
    pub verdict: Verdict,
    /// Each of its series.
    pub rows: Vec<(Arc<Series>, Row)>,
}

/// Some indicators in the order given, as rated in the year of an appraisal.
pub fn listed(strategy: &Strategy, appraisal: &Appraisal, ids: &[Id<Indicator>]) -> Vec<Listed> {
    listed_of(strategy, appraisal, &strategy.series.by_parent(), ids)
}

fn listed_of(
    strategy: &Strategy,
    appraisal: &Appraisal,
    series: &Groups<'_, Series>,
    ids: &[Id<Indicator>],
) -> Vec<Listed> {
    let period = strategy.about().period;
    let one = |id: &Id<Indicator>| {
        let (indicator, appraised) = (strategy.get(*id)?, appraisal.get(*id)?);
        let under = series.under(*id).iter();
        let rows = under.zip(&appraised.series).map(|(one, (_, rated))| {
            let row = row(indicator, one, period, rated.clone());
            (Arc::clone(one), row)
        });
        Some(Listed {
            indicator: Arc::clone(indicator),
            verdict: appraised.verdict.clone(),
            rows: rows.collect(),
        })
    };
    ids.iter().filter_map(one).collect()
}

fn row(indicator: &Indicator, series: &Series, period: Period, rated: Rated) -> Row {
    let printed = |(year, figure): (FiscalYear, &Figure)| (year, figure.clone());
    Row {
        indicator: indicator.id,
        series: series.id,
        latest: latest_actual(series, rated.standing.year).map(printed),
        target: super::progress::final_target(series, period).map(printed),
        trace: time_series(indicator, series, period),
        rated,
    }
}

/// One indicator at a glance: each of its series, its band, and the goals that use it.
#[derive(Debug, Clone, PartialEq)]
pub struct Glance {
    /// Each series.
    pub rows: Vec<Row>,
    /// The rating of the indicator, one for all its series.
    pub verdict: Verdict,
    /// The goals that use it, themselves or through a measure, in order.
    pub used_by: Vec<Id<Goal>>,
    /// The measures that use it as KPI.
    pub kpi_of: Vec<Id<Measure>>,
}

impl Glance {
    /// めざす向き as it is judged by, decided or not.
    pub fn way(&self) -> Option<Way> {
        self.rows.iter().find_map(|row| row.rated.standing.way)
    }
}

/// What one indicator says in a year.
pub fn glance(strategy: &Strategy, id: Id<Indicator>, year: FiscalYear) -> Option<Glance> {
    let indicator = strategy.get(id)?;
    let period = strategy.about().period;
    let series = strategy.series.under(id);
    let rules = super::appraisal::rules_of(strategy);
    let appraised = super::appraisal::appraise(indicator, &series, period, year, &rules);
    let kpi_of: Vec<&Arc<Measure>> = strategy
        .measures
        .iter()
        .filter(|m| m.kpis.contains(&id))
        .collect();
    let uses = |g: &&Arc<Goal>| g.targets.contains(&id) || kpi_of.iter().any(|m| m.goal == g.id);
    Some(Glance {
        rows: series
            .iter()
            .zip(appraised.series)
            .map(|(one, (_, rated))| row(indicator, one, period, rated))
            .collect(),
        verdict: appraised.verdict,
        used_by: strategy
            .goals
            .sorted()
            .into_iter()
            .filter(uses)
            .map(|g| g.id)
            .collect(),
        kpi_of: kpi_of.iter().map(|m| m.id).collect(),
    })
}
