//! 概況: what is true now, for the first page.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::appraisal::{Appraisal, Appraised};
use super::completeness::{Completeness, completeness_in_steps, has_actuals};
use super::evaluation_year::evaluation_year;
use super::numbering::Numbers;
use super::progress::{Elapsed, Way};
use super::rating::Rated;
use super::rollup::{GoalTally, Tally, TallyAdding};
use super::time_series::{TimeSeries, latest_actual, time_series};
use super::verdict::Verdict;
use strategy::*;

/// Everything 概況 shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The year it speaks of: the latest with actuals, or the last one gone of the period.
    pub year: FiscalYear,
    /// True if any actual has been entered up to that year.
    pub has_actuals: bool,
    /// 経過率 of the plan at the end of the year, in percent; `None`: a period without years.
    pub elapsed: Option<Decimal>,
    /// Figures entered for the year, and those awaited, by owner.
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
pub struct SeriesSummary {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// The series.
    pub series: Id<Series>,
    /// Its latest actual as printed, and of which year.
    pub latest: Option<(FiscalYear, Figure)>,
    /// Its final target as printed, and of which year.
    pub target: Option<(FiscalYear, Figure)>,
    /// Its rating, and the reason.
    pub rated: Rated,
    /// The numbers to draw.
    pub trace: TimeSeries,
}

impl SeriesSummary {
    /// True if there is a figure to draw or to judge.
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
    at_once(|pace| overview_in_steps(strategy, year, pace))
}

/// The same in steps, none of which takes long however large the strategy is.
pub async fn overview_in_steps(strategy: &Strategy, year: FiscalYear, pace: Rc<Pace>) -> Overview {
    let appraisal = Appraisal::in_steps(strategy, year, &pace).await;
    Overview::in_steps(strategy, appraisal, &pace).await
}

/// Each goal as an appraisal rates what is under it: looked at when it is asked for.
fn goals(strategy: &Strategy, appraisal: &Appraisal) -> impl Iterator<Item = GoalOverview> {
    let numbers = Numbers::of(strategy);
    let series = strategy.series.by_parent();
    let measures = strategy.measures.by_parent();
    let initiatives = strategy.initiatives.by_parent();
    strategy.goals.sorted().into_iter().map(move |goal| {
        let under = measures.under(goal.id);
        let count = |m: &&Arc<Measure>| initiatives.under(m.id).len();
        GoalOverview {
            goal: goal.id,
            number: numbers.goal(goal.id),
            measures: under.len(),
            initiatives: under.iter().map(count).sum(),
            tally: GoalTally::of(appraisal, goal, under),
            targets: listed_of(strategy, appraisal, &series, &goal.targets),
        }
    })
}

impl Overview {
    /// Returns the overview of a strategy whose indicators are rated.
    pub fn of(strategy: &Strategy, appraisal: Appraisal) -> Self {
        at_once(async |pace| Self::in_steps(strategy, appraisal, &pace).await)
    }

    async fn in_steps(strategy: &Strategy, appraisal: Appraisal, pace: &Pace) -> Self {
        let mut seen = Vec::new();
        for goal in goals(strategy, &appraisal) {
            seen.push(goal);
            pace.step().await;
        }
        let Appraisal {
            year,
            rules,
            indicators,
        } = appraisal;
        let mut whole = TallyAdding::new(&rules);
        // Each is freed once it is counted: ten thousand at once would take as long as to rate them.
        for one in indicators.into_values() {
            whole.add(&one);
            pace.step().await;
        }
        Self {
            year,
            has_actuals: has_actuals(strategy, year),
            elapsed: Elapsed::of_period(strategy.about().period, year).map(Elapsed::percent),
            entry: completeness_in_steps(strategy, year, pace).await,
            goals: seen,
            whole: whole.tally(),
            rules,
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
    pub rows: Vec<(Arc<Series>, SeriesSummary)>,
}

/// Some indicators in the order given, as rated in the year of an appraisal.
pub fn listed(strategy: &Strategy, appraisal: &Appraisal, ids: &[Id<Indicator>]) -> Vec<Listed> {
    listed_of(strategy, appraisal, &strategy.series.by_parent(), ids)
}

/// Index of records that are looked up for many indicators, built in one pass.
#[derive(Debug, Clone, Default)]
pub struct IndicatorIndex {
    series: BTreeMap<Id<Indicator>, Vec<Arc<Series>>>,
    goals: BTreeMap<Id<Indicator>, Vec<Id<Goal>>>,
    measures: BTreeMap<Id<Indicator>, Vec<Id<Measure>>>,
}

impl IndicatorIndex {
    /// That of a strategy.
    pub fn of(strategy: &Strategy) -> Self {
        let mut index = Self::default();
        let groups = strategy.series.by_parent();
        for indicator in strategy.indicators.iter() {
            let under = groups.under(indicator.id).iter();
            let under = under.map(|one| Arc::clone(one)).collect();
            index.series.insert(indicator.id, under);
        }
        for measure in strategy.measures.iter() {
            for id in &measure.kpis {
                index.measures.entry(*id).or_default().push(measure.id);
            }
        }
        let measures = strategy.measures.by_parent();
        for goal in strategy.goals.sorted() {
            let kpis = measures.under(goal.id).iter().flat_map(|one| &one.kpis);
            let used = sort::set(goal.targets.iter().chain(kpis).copied());
            for id in used {
                index.goals.entry(id).or_default().push(goal.id);
            }
        }
        index
    }

    /// The series of an indicator, in order.
    pub fn series(&self, id: Id<Indicator>) -> &[Arc<Series>] {
        self.series.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Some indicators in the order given, as rated in the year of an appraisal of the same strategy.
    pub fn listed(
        &self,
        strategy: &Strategy,
        appraisal: &Appraisal,
        ids: &[Id<Indicator>],
    ) -> Vec<Listed> {
        let period = strategy.about().period;
        let one = |id: &Id<Indicator>| {
            let (indicator, appraised) = (strategy.get(*id)?, appraisal.get(*id)?);
            Some(Listed {
                indicator: Arc::clone(indicator),
                verdict: appraised.verdict.clone(),
                rows: rows(indicator, self.series(*id), appraised, period),
            })
        };
        ids.iter().filter_map(one).collect()
    }

    /// The same as [`glance`] in the year of an appraisal of the same strategy.
    pub fn glance(
        &self,
        strategy: &Strategy,
        appraisal: &Appraisal,
        id: Id<Indicator>,
    ) -> Option<Glance> {
        let (indicator, appraised) = (strategy.get(id)?, appraisal.get(id)?);
        let period = strategy.about().period;
        let rows = rows(indicator, self.series(id), appraised, period);
        Some(Glance {
            rows: rows.into_iter().map(|(_, row)| row).collect(),
            verdict: appraised.verdict.clone(),
            used_by: self.goals.get(&id).cloned().unwrap_or_default(),
            kpi_of: self.measures.get(&id).cloned().unwrap_or_default(),
        })
    }
}

fn rows(
    indicator: &Indicator,
    series: &[Arc<Series>],
    appraised: &Appraised,
    period: Period,
) -> Vec<(Arc<Series>, SeriesSummary)> {
    let rows = series.iter().zip(&appraised.series);
    let rows = rows.map(|(one, (_, rated))| {
        let row = row(indicator, one, period, rated.clone());
        (Arc::clone(one), row)
    });
    rows.collect()
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

fn row(indicator: &Indicator, series: &Series, period: Period, rated: Rated) -> SeriesSummary {
    let printed = |(year, figure): (FiscalYear, &Figure)| (year, figure.clone());
    SeriesSummary {
        indicator: indicator.id,
        series: series.id,
        latest: latest_actual(series, rated.status.year).map(printed),
        target: super::progress::final_target(series, period).map(printed),
        trace: time_series(indicator, series, period),
        rated,
    }
}

/// One indicator at a glance: each of its series, its band, and the goals that use it.
#[derive(Debug, Clone, PartialEq)]
pub struct Glance {
    /// Each series.
    pub rows: Vec<SeriesSummary>,
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
        self.rows.iter().find_map(|row| row.rated.status.way)
    }
}

/// Returns the summary of one indicator in a year.
pub fn glance(strategy: &Strategy, id: Id<Indicator>, year: FiscalYear) -> Option<Glance> {
    glance_with(strategy, id, &strategy.series.under(id), year)
}

/// Returns the same for a caller that knows the series of the indicator: without it, every series of the plan is read.
pub fn glance_with(
    strategy: &Strategy,
    id: Id<Indicator>,
    series: &[&Arc<Series>],
    year: FiscalYear,
) -> Option<Glance> {
    let indicator = strategy.get(id)?;
    let period = strategy.about().period;
    let rules = super::appraisal::rules_of(strategy);
    let appraised = super::appraisal::appraise(indicator, series, period, year, &rules);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_up_at_once_is_what_is_looked_up_one_by_one() {
        let bytes = include_bytes!("../../public/samples/mihon.json");
        let s = format::json::read(bytes).expect("the sample is readable");
        let index = IndicatorIndex::of(&s);
        let appraisal = Appraisal::of(&s, FiscalYear(2024));
        let ids: Vec<_> = s.indicators.sorted().iter().map(|one| one.id).collect();
        for id in &ids {
            let one = glance(&s, *id, appraisal.year);
            assert_eq!(index.glance(&s, &appraisal, *id), one);
        }
        assert_eq!(
            index.listed(&s, &appraisal, &ids),
            listed(&s, &appraisal, &ids)
        );
    }
}
