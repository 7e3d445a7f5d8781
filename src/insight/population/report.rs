//! 人口の見通し as it is printed and published: the projection, one 試算, and the figures of 総人口.

use super::ages::{AgeGroup, YearPopulation, published};
use super::aim::{at_year, total_indicators};
use super::scenario::outlook;
use strategy::{Figure, FiscalYear, Id, Indicator, Scenario, Strategy};

/// Persons by year, earliest first.
pub type PersonTotals = Vec<(FiscalYear, i64)>;

/// The projection, one 試算 and the figures of 総人口.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlookReport {
    /// The projection: 成り行き.
    pub base: Vec<YearPopulation>,
    /// The 試算 from which the aim comes, with its figures (I114).
    pub scenario: Option<(Scenario, Vec<YearPopulation>)>,
    /// The indicator that counts 総人口, and its figures.
    pub known: KnownTotals,
}

/// Figures of 総人口 that the plan has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KnownTotals {
    /// The indicator.
    pub indicator: Option<Id<Indicator>>,
    /// Its targets.
    pub targets: PersonTotals,
    /// Its actual figures.
    pub actuals: PersonTotals,
}

impl KnownTotals {
    /// The figures of the first series of the indicator.
    pub fn of(strategy: &Strategy) -> Self {
        let indicator = total_indicators(strategy).first().copied();
        let series = indicator.and_then(|id| strategy.series.under(id).first().copied().cloned());
        let Some(series) = series else {
            return Self {
                indicator,
                ..Self::default()
            };
        };
        let person = |(year, figure): (&FiscalYear, &Figure)| {
            let value = figure.value()?.trunc();
            Some((*year, i64::try_from(value).ok()?))
        };
        Self {
            indicator,
            targets: series.targets.iter().filter_map(person).collect(),
            actuals: series.actuals.iter().filter_map(person).collect(),
        }
    }

    /// The last target: the aim of the plan.
    pub fn aim(&self) -> Option<(FiscalYear, i64)> {
        self.targets.last().copied()
    }
}

impl OutlookReport {
    /// The report of a plan; `None`: it has no projection.
    pub fn of(strategy: &Strategy) -> Option<Self> {
        let population = strategy.about().population.clone()?;
        let projection = population.projection?;
        let base = published(&projection);
        if base.is_empty() {
            return None;
        }
        let known = KnownTotals::of(strategy);
        let computed = population.scenarios.into_iter().filter_map(|scenario| {
            let years = outlook(&projection, &scenario).ok()?;
            Some((scenario, years))
        });
        let mut computed: Vec<_> = computed.collect();
        let is_aimed = |years: &[YearPopulation]| {
            let aim = known.aim();
            aim.is_some_and(|(year, persons)| at_year(years, AgeGroup::All, year) == Some(persons))
        };
        let aimed = computed.iter().position(|(_, years)| is_aimed(years));
        let at = match aimed {
            Some(at) => Some(at),
            None if is_aimed(&base) => None,
            None => (!computed.is_empty()).then_some(0),
        };
        Some(Self {
            scenario: at.map(|at| computed.swap_remove(at)),
            base,
            known,
        })
    }

    /// The figures of the 試算, else those of the projection.
    pub fn shown(&self) -> &[YearPopulation] {
        let scenario = self.scenario.as_ref();
        scenario.map_or(&self.base, |(_, years)| years)
    }

    /// The first year, and the first published year that is not before the one asked for, else the last.
    pub fn pair(&self, year: FiscalYear) -> Option<(&YearPopulation, &YearPopulation)> {
        let years = self.shown();
        let later = years.iter().find(|one| one.year >= year);
        Some((years.first()?, later.or(years.last())?))
    }
}
