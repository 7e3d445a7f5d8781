//! The values that a cell of a form can take, by the names that a plan keeps them under.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::{IncrementLine, Increments, KpiRow, NoIncrement, increments};
use crate::unit;
use strategy::*;

/// A value of a project that a form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormValue {
    /// 事業名.
    Title,
    /// 交付金・寄附の種類.
    Kind,
    /// 事業期間.
    Period,
    /// 市町村名.
    Town,
    /// 事業の概要.
    Outline,
    /// 具体的取組, in order.
    Initiatives,
    /// 事業費・寄附の目安.
    Cost,
    /// A value of a KPI, counted from 1.
    Kpi(usize, KpiValue),
    /// 年度 that is reviewed.
    ReviewYear,
    /// 要因.
    Cause,
    /// 外部有識者の意見.
    Experts,
    /// 今後の方針.
    Next,
}

/// A value of a KPI; years are counted from 1, the first of the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KpiValue {
    /// 指標名.
    Name,
    /// 単位.
    Unit,
    /// 開始前.
    Start,
    /// 増加分 of the target of a year.
    Increment(usize),
    /// 累計 of the increments.
    Total,
    /// 目標値 of a year.
    Target(usize),
    /// 実績値 of a year.
    Actual(usize),
    /// 増加分 of the actual of a year.
    ActualIncrement(usize),
    /// 累計 of the increments of the actuals.
    ActualTotal,
}

const WITHOUT_KPI: [(&str, FormValue); 11] = [
    ("title", FormValue::Title),
    ("kind", FormValue::Kind),
    ("period", FormValue::Period),
    ("town", FormValue::Town),
    ("outline", FormValue::Outline),
    ("initiatives", FormValue::Initiatives),
    ("cost", FormValue::Cost),
    ("review_year", FormValue::ReviewYear),
    ("cause", FormValue::Cause),
    ("experts", FormValue::Experts),
    ("next", FormValue::Next),
];

const OF_KPI: [(&str, KpiValue); 5] = [
    ("name", KpiValue::Name),
    ("unit", KpiValue::Unit),
    ("start", KpiValue::Start),
    ("total", KpiValue::Total),
    ("actual_total", KpiValue::ActualTotal),
];

/// Values of a KPI that belong to a year, by name and constructor.
type OfYear = (&'static str, fn(usize) -> KpiValue);

const OF_KPI_AND_YEAR: [OfYear; 4] = [
    ("increment", KpiValue::Increment),
    ("target", KpiValue::Target),
    ("actual", KpiValue::Actual),
    ("actual_increment", KpiValue::ActualIncrement),
];

impl FormValue {
    /// Every value of a project with so many KPI rows and years, in the order in which they are offered.
    pub fn all(rows: usize, years: usize) -> Vec<Self> {
        let (before, after) = WITHOUT_KPI.split_at(7);
        let mut all: Vec<_> = before.iter().map(|(_, value)| *value).collect();
        for row in 1..=rows {
            let mut of_row = vec![KpiValue::Name, KpiValue::Unit, KpiValue::Start];
            of_row.extend((1..=years).map(KpiValue::Increment));
            of_row.push(KpiValue::Total);
            for (_, of_year) in OF_KPI_AND_YEAR.iter().skip(1) {
                of_row.extend((1..=years).map(of_year));
            }
            of_row.push(KpiValue::ActualTotal);
            all.extend(of_row.into_iter().map(|value| Self::Kpi(row, value)));
        }
        all.extend(after.iter().map(|(_, value)| *value));
        all
    }
}

impl fmt::Display for FormValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Kpi(row, value) = self else {
            let named = WITHOUT_KPI.iter().find(|(_, value)| value == self);
            return f.write_str(named.map_or("", |(name, _)| name));
        };
        write!(f, "kpi.{row}.")?;
        if let Some((name, _)) = OF_KPI.iter().find(|(_, one)| one == value) {
            return f.write_str(name);
        }
        let (name, year) = match value {
            KpiValue::Increment(year) => ("increment", year),
            KpiValue::Target(year) => ("target", year),
            KpiValue::Actual(year) => ("actual", year),
            KpiValue::ActualIncrement(year) => ("actual_increment", year),
            _ => return Ok(()),
        };
        write!(f, "{name}.{year}")
    }
}

/// A name that no value has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoFormValue;

impl FromStr for FormValue {
    type Err = NoFormValue;

    fn from_str(name: &str) -> Result<Self, NoFormValue> {
        if let Some((_, value)) = WITHOUT_KPI.iter().find(|(one, _)| *one == name) {
            return Ok(*value);
        }
        let parts: Vec<_> = name.split('.').collect();
        let counted = |text: &str| match text.parse() {
            Ok(number) if number > 0 => Ok(number),
            _ => Err(NoFormValue),
        };
        match parts.as_slice() {
            ["kpi", row, name] => {
                let found = OF_KPI.iter().find(|(one, _)| one == name);
                let (_, value) = found.ok_or(NoFormValue)?;
                Ok(Self::Kpi(counted(row)?, *value))
            }
            ["kpi", row, name, year] => {
                let found = OF_KPI_AND_YEAR.iter().find(|(one, _)| one == name);
                let (_, value) = found.ok_or(NoFormValue)?;
                Ok(Self::Kpi(counted(row)?, value(counted(year)?)))
            }
            _ => Err(NoFormValue),
        }
    }
}

/// The content that a cell takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Taken {
    /// A text.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A year.
    Year(FiscalYear),
    /// The years of the project.
    Period(Period),
    /// The grant: its kind, and its name where the kind does not say it.
    Kind(GrantKind, String),
    /// Name of a KPI: the indicator, and its series where it has several.
    Kpi(String, String),
    /// Nothing, because the plan does not say it.
    Empty,
    /// Nothing, because there is no such KPI or year.
    Outside,
    /// Nothing, because 期間平均 has no increments.
    Average,
    /// Nothing, because it cannot be told.
    Unknown(NoIncrement),
}

/// The facts of a project that forms ask for.
pub struct FormFacts<'a> {
    strategy: &'a Strategy,
    project: &'a GrantProject,
    rows: Vec<KpiRow>,
    /// The year that is reviewed.
    year: Option<FiscalYear>,
}

impl<'a> FormFacts<'a> {
    /// Collects the facts; `year` is the year that is reviewed, else the latest with a review.
    pub fn of(strategy: &'a Strategy, project: &'a GrantProject, year: Option<FiscalYear>) -> Self {
        let latest = project.reviews.keys().next_back().copied();
        Self {
            rows: increments(strategy, project),
            year: year.or(latest),
            strategy,
            project,
        }
    }

    /// The rows of its KPI.
    pub fn rows(&self) -> &[KpiRow] {
        &self.rows
    }

    /// Returns the content of a cell that takes this value.
    pub fn taken(&self, value: FormValue) -> Taken {
        let project = self.project;
        let review = self.year.and_then(|year| project.reviews.get(&year));
        let of_review = |text: fn(&GrantReview) -> &String| {
            review.map_or(Taken::Empty, |review| written(text(review)))
        };
        match value {
            FormValue::Title => written(&project.title),
            FormValue::Kind => Taken::Kind(project.kind, project.programme.clone()),
            FormValue::Period => Taken::Period(project.period),
            FormValue::Town => written(&self.strategy.about().town.name),
            FormValue::Outline => written(&project.outline),
            FormValue::Initiatives => written(&self.initiatives()),
            FormValue::Cost => written(&project.cost),
            FormValue::Kpi(row, value) => self.of_kpi(row, value),
            FormValue::ReviewYear => self.year.map_or(Taken::Empty, Taken::Year),
            FormValue::Cause => of_review(|review| &review.cause),
            FormValue::Experts => of_review(|review| &review.experts),
            FormValue::Next => of_review(|review| &review.next),
        }
    }

    /// The titles of its initiatives, a line each.
    fn initiatives(&self) -> String {
        let all = self.project.initiatives.iter();
        let all = all.filter_map(|id| self.strategy.get(*id));
        let titles: Vec<_> = all.map(|one| one.title.as_str()).collect();
        titles.join("\n")
    }

    fn of_kpi(&self, row: usize, value: KpiValue) -> Taken {
        let Some(row) = row.checked_sub(1).and_then(|at| self.rows.get(at)) else {
            return Taken::Outside;
        };
        match value {
            KpiValue::Name => self.name(row),
            KpiValue::Unit => self.unit(row),
            KpiValue::Target(year) => self.figure(row, year, |series| &series.targets),
            KpiValue::Actual(year) => self.figure(row, year, |series| &series.actuals),
            value => match &row.increments {
                Some(increments) => of_increments(increments, value),
                None => Taken::Average,
            },
        }
    }

    fn unit(&self, row: &KpiRow) -> Taken {
        let own = self
            .strategy
            .get(row.indicator)
            .map(|one| one.unit.as_str());
        let unit = row.increments.as_ref().map(|one| one.unit.as_str());
        written(unit.or(own).unwrap_or_default())
    }

    /// The figure of a year: its number in the unit of the row, else as it is printed (集計中).
    fn figure(
        &self,
        row: &KpiRow,
        year: usize,
        of: fn(&Series) -> &BTreeMap<FiscalYear, Figure>,
    ) -> Taken {
        let at = year.checked_sub(1);
        let Some(year) = at.and_then(|at| self.project.period.years().nth(at)) else {
            return Taken::Outside;
        };
        let (indicator, series) = (
            self.strategy.get(row.indicator),
            self.strategy.get(row.series),
        );
        let figure = series.and_then(|series| of(series).get(&year));
        let (Some(indicator), Some(figure)) = (indicator, figure) else {
            return Taken::Empty;
        };
        let unit = row.increments.as_ref().map(|one| one.unit.as_str());
        let unit = unit.unwrap_or(&indicator.unit);
        match figure
            .number()
            .and_then(|number| unit::value_in(number, unit))
        {
            Some(value) => Taken::Number(value),
            None => written(figure.text()),
        }
    }

    fn name(&self, row: &KpiRow) -> Taken {
        let (indicator, series) = (
            self.strategy.get(row.indicator),
            self.strategy.get(row.series),
        );
        let name = indicator.map(|one| one.name.clone()).unwrap_or_default();
        let series = series.map(|one| one.name.clone()).unwrap_or_default();
        match name.is_empty() && series.is_empty() {
            true => Taken::Empty,
            false => Taken::Kpi(name, series),
        }
    }
}

fn of_increments(increments: &Increments, value: KpiValue) -> Taken {
    let step = |line: &IncrementLine, year: usize| {
        let step = year.checked_sub(1).and_then(|at| line.steps.get(at));
        step.map_or(Taken::Outside, |step| told(*step))
    };
    match value {
        KpiValue::Start => {
            let start = increments.start.map(|start| start.value);
            told(start.ok_or(NoIncrement::NoStart))
        }
        KpiValue::Increment(year) => step(&increments.planned, year),
        KpiValue::Total => told(increments.planned.total.map(|(_, value)| value)),
        KpiValue::ActualIncrement(year) => step(&increments.actual, year),
        KpiValue::ActualTotal => told(increments.actual.total.map(|(_, value)| value)),
        _ => Taken::Empty,
    }
}

fn told(value: Result<Decimal, NoIncrement>) -> Taken {
    value.map_or_else(Taken::Unknown, Taken::Number)
}

fn written(text: &str) -> Taken {
    match text.trim() {
        "" => Taken::Empty,
        text => Taken::Text(text.to_owned()),
    }
}
