//! 開始前 | 各年度増加分 | 累計: the KPI of a project as the forms of 地方創生関係交付金 and 地域再生計画 ask for them.
//!
//! The form has the value before the project (事業開始前), what each year adds (増加分, negative where the KPI is to fall), and
//! their sum (累計): certified 地域再生計画, table of KPI.

use rust_decimal::Decimal;

use crate::progress::{Aim, ProgressInput};
use crate::unit;
use strategy::*;

/// The row of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct KpiRow {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// The series.
    pub series: Id<Series>,
    /// Its increments; `None`: 期間平均 has none. A mean over the period moves with all its years at once, so that no year adds
    /// a part of it (I109).
    pub increments: Option<Increments>,
}

/// The values of a series, and what each year adds to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Increments {
    /// The unit of its values.
    pub unit: String,
    /// True if the values are ％: what is added to a share is ポイント (I109).
    pub adds_points: bool,
    /// 開始前 (I106).
    pub start: Option<StartValue>,
    /// 目標.
    pub planned: IncrementLine,
    /// 実績.
    pub actual: IncrementLine,
}

/// 開始前: the value before the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StartValue {
    /// The value.
    pub value: Decimal,
    /// Its year, when said.
    pub year: Option<FiscalYear>,
}

/// Values, increments and 累計 of the years of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct IncrementLine {
    /// The value of each year.
    pub values: Vec<Option<Decimal>>,
    /// 増加分 of each year (I107).
    pub steps: Vec<Result<Decimal, NoIncrement>>,
    /// 累計, and the year up to which it is (I108).
    pub total: Result<(FiscalYear, Decimal), NoIncrement>,
}

/// Why an increment cannot be told (I110).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoIncrement {
    /// There is no value before the project.
    NoStart,
    /// There is no figure of this year.
    NoFigure(FiscalYear),
    /// The definition changed in this year: what lies before and after cannot be compared.
    Redefined(FiscalYear),
    /// The result has too many digits.
    TooLarge,
}

/// Returns the rows of the KPI chosen for a project, in order; an indicator with several series has a row for each.
pub fn increments(strategy: &Strategy, project: &GrantProject) -> Vec<KpiRow> {
    let period = strategy.about().period;
    let mut rows = Vec::new();
    for indicator in project.kpis.iter().filter_map(|id| strategy.get(*id)) {
        for series in strategy.series.under(indicator.id) {
            rows.push(KpiRow {
                indicator: indicator.id,
                series: series.id,
                increments: increments_of(indicator, series, period, project.period),
            });
        }
    }
    rows
}

/// Returns what a series of a plan of this period adds in the years of a project; `None`: 期間平均 (I109).
pub fn increments_of(
    indicator: &Indicator,
    series: &Series,
    plan: Period,
    project: Period,
) -> Option<Increments> {
    if indicator.counting == Counting::Average {
        return None;
    }
    let facts = ProgressInput::new(indicator, series, plan);
    let start = start(&facts, project.first);
    let years: Vec<_> = project.years().collect();
    let value = |figure: Option<&Figure>| comparable(&facts, figure?.number()?);
    let targets = years.iter().map(|year| {
        let typed = value(series.targets.get(year));
        typed.or_else(|| worked_out(&facts, *year))
    });
    let actuals = years.iter().map(|year| value(series.actuals.get(year)));
    let (targets, actuals): (Vec<_>, Vec<_>) = (targets.collect(), actuals.collect());
    let before_plan = FiscalYear(plan.first.0.saturating_sub(1));
    let line = IncrementPart {
        years: &years,
        start,
        start_year: start.and_then(|one| one.year).unwrap_or(before_plan),
        breaks: &indicator.breaks,
    };
    let until = years.last().copied();
    let latest = latest(&years, &actuals);
    Some(Increments {
        adds_points: unit::plain(&facts.unit) == "%",
        start,
        planned: line.of(targets, until),
        actual: line.of(actuals, latest),
        unit: facts.unit.into_owned(),
    })
}

/// Returns the last year with a value, else the first year.
fn latest(years: &[FiscalYear], values: &[Option<Decimal>]) -> Option<FiscalYear> {
    let known = values.iter().rposition(Option::is_some);
    years.get(known.unwrap_or_default()).copied()
}

/// I106: the latest figure of a year before the project; of 当初値 and 実績 of the same year the 実績. A 当初値 without a year
/// counts if there is no such 実績. A running total that begins with the project or later starts at zero (I6).
fn start(facts: &ProgressInput, first: FiscalYear) -> Option<StartValue> {
    let before = facts.series.actuals.range(..first).rev();
    let mut before = before.filter_map(|(year, figure)| {
        let value = comparable(facts, figure.number()?)?;
        Some(StartValue {
            value,
            year: Some(*year),
        })
    });
    let actual = before.next();
    let baseline = facts.baseline();
    let baseline = baseline.filter(|one| one.year.is_none_or(|year| year < first));
    let baseline = baseline.map(|one| StartValue {
        value: one.value,
        year: one.year,
    });
    match (actual, baseline) {
        (Some(actual), Some(baseline)) if baseline.year > actual.year => Some(baseline),
        (actual, baseline) => actual.or(baseline),
    }
}

/// The value of a number in the unit of the series; `None`: a share is not set against an amount (I3).
fn comparable(facts: &ProgressInput, number: &Number) -> Option<Decimal> {
    unit::value_in(number, &facts.unit)
}

/// The value of a target that is none by itself (1.5倍, ＋3ポイント), if it is the one of this year.
fn worked_out(facts: &ProgressInput, year: FiscalYear) -> Option<Decimal> {
    let target = facts.target(facts.baseline().as_ref())?;
    match target.aim {
        Aim::Value {
            value,
            directional: Some(_),
            ..
        } if target.year == year => Some(value),
        _ => None,
    }
}

struct IncrementPart<'a> {
    years: &'a [FiscalYear],
    start: Option<StartValue>,
    /// The year of the start; the one before the plan where it is not said.
    start_year: FiscalYear,
    breaks: &'a [FiscalYear],
}

impl IncrementPart<'_> {
    /// The increments of values, and their sum up to a year.
    fn of(&self, values: Vec<Option<Decimal>>, until: Option<FiscalYear>) -> IncrementLine {
        let step = |at: usize| {
            let year = self.years[at];
            match at.checked_sub(1) {
                None => self.since_start(&values, year),
                Some(before) => {
                    let earlier = self.years[before];
                    let value = values[before].ok_or(NoIncrement::NoFigure(earlier));
                    self.added(value, earlier, &values, year)
                }
            }
        };
        let steps = (0..self.years.len()).map(step).collect();
        let total = until.ok_or(NoIncrement::NoStart);
        let total = total.and_then(|year| Ok((year, self.since_start(&values, year)?)));
        IncrementLine {
            steps,
            total,
            values,
        }
    }

    fn since_start(
        &self,
        values: &[Option<Decimal>],
        year: FiscalYear,
    ) -> Result<Decimal, NoIncrement> {
        let value = self.start.map(|one| one.value).ok_or(NoIncrement::NoStart);
        self.added(value, self.start_year, values, year)
    }

    /// I107: value of the year − value before. None across a change of definition.
    fn added(
        &self,
        before: Result<Decimal, NoIncrement>,
        earlier: FiscalYear,
        values: &[Option<Decimal>],
        year: FiscalYear,
    ) -> Result<Decimal, NoIncrement> {
        let at = self.years.iter().position(|one| *one == year);
        let value = at.and_then(|at| values[at]);
        let value = value.ok_or(NoIncrement::NoFigure(year))?;
        let before = before?;
        let mut breaks = self.breaks.iter();
        let is_between = |one: &&FiscalYear| earlier < **one && **one <= year;
        match breaks.find(is_between) {
            Some(changed) => Err(NoIncrement::Redefined(*changed)),
            None => arithmetic::difference(value, before).ok_or(NoIncrement::TooLarge),
        }
    }
}
