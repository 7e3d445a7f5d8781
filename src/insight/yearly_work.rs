//! 年度の報告: what was done in the year that the newest sheets judge, what it cost, and what the town does about the figures that
//! got worse, goal by goal.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::appraisal::Appraisal;
use super::money::{Ledger, LedgerEntry, Scope, Total};
use super::moves::Move;
use super::overview::IndicatorIndex;
use super::progress::Moved;
use strategy::*;

/// Largest number of works named of a goal.
const MOST_WORKS: usize = 3;

/// The works of one year, and what got worse (I79).
#[derive(Debug, Clone, PartialEq)]
pub struct YearlyWork {
    /// The year that the sheets judge; `None`: no sheet tells of a year.
    pub year: Option<FiscalYear>,
    /// 計・純計 of the whole plan.
    pub whole: Total,
    /// Goal by goal.
    pub goals: Vec<GoalWork>,
}

/// The works of a goal in one year, and what got worse.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalWork {
    /// The goal.
    pub goal: Id<Goal>,
    /// 計・純計 of its sheets; a work that repeats one of another goal counts there.
    pub total: Total,
    /// The works that cost most, with their 決算額 in 千円.
    pub largest: Vec<(Arc<Line>, i64)>,
    /// Number of its indicators that can be compared with the year before.
    pub compared: usize,
    /// Figures that got worse, in the order of the plan.
    pub worse: Vec<WorseFigure>,
    /// 担当課 of its measures, each once, in reading order.
    pub owners: Vec<String>,
}

/// A figure that moved against the wanted direction since the year before (I64), and what the town does about it (I80).
#[derive(Debug, Clone, PartialEq)]
pub struct WorseFigure {
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// The first of its series that got worse.
    pub series: Arc<Series>,
    /// The movement.
    pub moved: Move,
    /// Unit of the movement.
    pub unit: String,
    /// The measures of which it is a KPI, else those of the goal of which it is a target.
    pub measures: Vec<Response>,
}

/// A measure that acts on a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The measure.
    pub measure: Id<Measure>,
    /// 改善点及び方向性 of its sheet that judges the year; empty if there is none, or if the figure is no KPI of the measure.
    pub improvements: String,
}

impl YearlyWork {
    /// Reads the sheets of a strategy. `appraisal` and `index` are of the same strategy; the figures are those of the year of
    /// the appraisal.
    pub fn of(strategy: &Strategy, appraisal: &Appraisal, index: &IndicatorIndex) -> Self {
        let year = reported_year(strategy);
        let ledger = year.map(|year| Ledger::new(strategy, Side::Done, year));
        let total = |scope| ledger.as_ref().map(|ledger| ledger.total(scope));
        let acting = Acting::of(strategy, appraisal.year);
        let goal = |goal: &Arc<Goal>| {
            let (compared, worse) = worse(&acting, appraisal, index, goal);
            let works = ledger.as_ref();
            GoalWork {
                goal: goal.id,
                total: total(Scope::Goal(goal.id)).unwrap_or_default(),
                largest: works.map_or(Vec::new(), |ledger| largest(ledger, goal.id)),
                compared,
                worse,
                owners: owners(acting.measures(goal.id)),
            }
        };
        Self {
            year,
            whole: total(Scope::All).unwrap_or_default(),
            goals: strategy.goals.sorted().into_iter().map(goal).collect(),
        }
    }
}

/// Returns the last year of which a sheet says a result or a 決算額: a sheet that was only begun tells of none.
fn reported_year(strategy: &Strategy) -> Option<FiscalYear> {
    let told = strategy.sheets.iter();
    let told = told.filter(|sheet| !sheet.results.trim().is_empty());
    let told = told.map(|sheet| sheet.year.previous());
    let settled = strategy.lines.iter();
    let settled = settled.filter(|line| line.side == Side::Done && line.settled.is_some());
    let settled = settled.filter_map(|line| Some(strategy.get(line.sheet)?.year.previous()));
    told.chain(settled).max()
}

fn largest(ledger: &Ledger, goal: Id<Goal>) -> Vec<(Arc<Line>, i64)> {
    let counted = ledger.within(Scope::Goal(goal));
    let counted = counted.filter(|entry| entry.counts() && entry.amount() > 0);
    let mut counted: Vec<&LedgerEntry> = counted.collect();
    sort::by_key(&mut counted, |entry| Reverse(entry.amount()));
    let first = counted.into_iter().take(MOST_WORKS);
    first
        .map(|entry| (Arc::clone(&entry.line), entry.amount()))
        .collect()
}

/// Returns the number of indicators of a goal that can be compared, and those that got worse.
fn worse(
    acting: &Acting,
    appraisal: &Appraisal,
    index: &IndicatorIndex,
    goal: &Goal,
) -> (usize, Vec<WorseFigure>) {
    let kpis = acting.measures(goal.id).iter().flat_map(|one| &one.kpis);
    let mut seen = BTreeSet::new();
    let ids = goal.targets.iter().chain(kpis).copied();
    let ids: Vec<_> = ids.filter(|id| seen.insert(*id)).collect();
    let (mut compared, mut worse) = (0, Vec::new());
    for one in index.listed(acting.strategy, appraisal, &ids) {
        let moves = one.rows.iter().filter_map(|(series, row)| {
            let (told, moved) = row.in_the_year(one.indicator.counting, appraisal.year)?;
            Some((series, told, moved, &row.trace.unit))
        });
        let moves: Vec<_> = moves.collect();
        compared += usize::from(!moves.is_empty());
        let mut against = moves
            .iter()
            .filter(|(_, _, moved, _)| *moved == Moved::Against);
        if let Some((series, moved, _, unit)) = against.next() {
            worse.push(WorseFigure {
                indicator: Arc::clone(&one.indicator),
                series: Arc::clone(series),
                moved: *moved,
                unit: (*unit).clone(),
                measures: acting.responses(one.indicator.id),
            });
        }
    }
    (compared, worse)
}

/// 担当課 of measures, each once.
fn owners(measures: &[&Arc<Measure>]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let owners = measures.iter().map(|measure| measure.owner.trim());
    let owners = owners.filter(|owner| !owner.is_empty() && seen.insert(*owner));
    owners.map(str::to_owned).collect()
}

/// Measures and their sheets, looked up for many figures.
struct Acting<'a> {
    strategy: &'a Strategy,
    /// The measures of each goal, in reading order.
    of_goals: BTreeMap<Id<Goal>, Vec<&'a Arc<Measure>>>,
    /// The measures of which an indicator is a KPI.
    by_kpi: BTreeMap<Id<Indicator>, Vec<Id<Measure>>>,
    /// The measures of the goals of which it is a target.
    by_target: BTreeMap<Id<Indicator>, Vec<Id<Measure>>>,
    /// 改善点及び方向性 of the sheets that judge the year.
    improvements: BTreeMap<Id<Measure>, &'a str>,
}

impl<'a> Acting<'a> {
    fn of(strategy: &'a Strategy, year: FiscalYear) -> Self {
        let mut acting = Self {
            strategy,
            of_goals: BTreeMap::new(),
            by_kpi: BTreeMap::new(),
            by_target: BTreeMap::new(),
            improvements: BTreeMap::new(),
        };
        for goal in strategy.goals.sorted() {
            let measures = strategy.measures_of(goal.id);
            let ids = measures.iter().map(|measure| measure.id);
            for target in &goal.targets {
                let of_target = acting.by_target.entry(*target).or_default();
                of_target.extend(ids.clone());
            }
            for measure in &measures {
                for kpi in &measure.kpis {
                    acting.by_kpi.entry(*kpi).or_default().push(measure.id);
                }
            }
            acting.of_goals.insert(goal.id, measures);
        }
        let judging = strategy.sheets.iter();
        for sheet in judging.filter(|sheet| sheet.year.previous() == year) {
            let said = sheet.improvements.trim();
            acting.improvements.insert(sheet.measure, said);
        }
        acting
    }

    fn measures(&self, goal: Id<Goal>) -> &[&'a Arc<Measure>] {
        self.of_goals.get(&goal).map_or(&[], Vec::as_slice)
    }

    fn responses(&self, indicator: Id<Indicator>) -> Vec<Response> {
        let said = |id: &Id<Measure>| self.improvements.get(id).copied().unwrap_or_default();
        let response = |id: &Id<Measure>, improvements: &str| Response {
            measure: *id,
            improvements: improvements.to_owned(),
        };
        match (self.by_kpi.get(&indicator), self.by_target.get(&indicator)) {
            (Some(own), _) => own.iter().map(|id| response(id, said(id))).collect(),
            (None, Some(near)) => near.iter().map(|id| response(id, "")).collect(),
            (None, None) => Vec::new(),
        }
    }
}
