//! The strategy grouped once for all rules.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::as_of::AsOf;
use crate::progress::{Aim, ProgressInput, Start, Target, Way, without_side};
use crate::{Deadline, Title};
use strategy::*;

/// The strategy, grouped.
pub struct View<'a> {
    pub strategy: &'a Strategy,
    pub about: Arc<About>,
    pub period: Period,
    pub today: FiscalYear,
    pub day: Option<Date>,
    pub goals: Vec<&'a Arc<Goal>>,
    pub divisions: Groups<'a, Division>,
    pub measures: Groups<'a, Measure>,
    pub initiatives: Groups<'a, Initiative>,
    pub lines: Groups<'a, Line>,
    pub indicators: Vec<&'a Arc<Indicator>>,
    pub rows: Vec<CheckedSeries<'a>>,
    pub closed: BTreeSet<FiscalYear>,
}

/// A series with its indicator, and the ends of its way.
pub struct CheckedSeries<'a> {
    pub indicator: &'a Indicator,
    pub series: &'a Series,
    pub baseline: Option<Start>,
    pub target: Option<Target>,
    pub way: Option<Way>,
    /// 保つ at this value, of which the plan does not say whether more or less keeps it too.
    pub without_side: Option<Decimal>,
    pub unit: Cow<'a, str>,
}

impl<'a> View<'a> {
    pub fn of(strategy: &'a Strategy, now: AsOf) -> Self {
        let about = strategy.about();
        let indicators = strategy.indicators.sorted();
        let rows = rows(&indicators, &strategy.series.by_parent(), about.period);
        Self {
            strategy,
            period: about.period,
            today: now.year,
            day: now.day,
            goals: strategy.goals.sorted(),
            divisions: strategy.divisions.by_parent(),
            measures: measures(strategy),
            initiatives: strategy.initiatives.by_parent(),
            lines: strategy.lines.by_parent(),
            indicators,
            rows,
            closed: edit::closed_years(strategy),
            about,
        }
    }

    /// True if a day is over; if only the year is known, true if its year is over.
    pub fn is_past(&self, day: &Date) -> bool {
        match &self.day {
            Some(today) => day.day_number() < today.day_number() && day.day_number().is_some(),
            None => day.fiscal_year().is_some_and(|year| year < self.today),
        }
    }

    /// True if a day is today or in the next 30 days; if only the year is known, true if the day is in that year.
    pub fn is_near(&self, day: &Date) -> bool {
        match &self.day {
            Some(today) => matches!(Deadline::of(day, today), Some(Deadline::Soon(_))),
            None => day.fiscal_year() == Some(self.today),
        }
    }

    /// Every measure, goal by goal.
    pub fn all_measures(&self) -> impl Iterator<Item = &'a Arc<Measure>> {
        let of = |goal: &&Arc<Goal>| self.measures.under(goal.id).iter().copied();
        self.goals.iter().flat_map(of)
    }

    /// Returns the name of an indicator; empty if it is missing.
    pub fn indicator_name(&self, id: Id<Indicator>) -> String {
        self.strategy
            .get(id)
            .map_or(String::new(), |k| k.name.clone())
    }

    /// Returns the title of the measure of a sheet.
    pub fn measure_name(&self, id: Id<Measure>) -> String {
        self.strategy
            .get(id)
            .map_or(String::new(), |m| m.title.clone())
    }
}

/// The measures of each goal as read: those under no heading first, then heading by heading.
fn measures(strategy: &Strategy) -> Groups<'_, Measure> {
    strategy.measures.by_parent().arranged(|m| {
        let heading = m.division.and_then(|id| strategy.divisions.get(id));
        heading.map(|d| (&d.order, d.id))
    })
}

fn rows<'a>(
    indicators: &[&'a Arc<Indicator>],
    series: &Groups<'a, Series>,
    period: Period,
) -> Vec<CheckedSeries<'a>> {
    let mut rows = Vec::new();
    for indicator in indicators {
        for one in series.under(indicator.id) {
            let facts = ProgressInput::new(indicator, one, period);
            let (baseline, target) = facts.ends();
            let without_side = without_side(&facts);
            rows.push(CheckedSeries {
                way: facts.way(baseline.as_ref(), target.as_ref()).0,
                unit: facts.unit,
                indicator,
                series: one,
                baseline,
                target,
                without_side,
            });
        }
    }
    rows
}

impl<'a> CheckedSeries<'a> {
    /// Returns its title: 指標名, 系列名.
    pub fn name(&self) -> Title {
        Title::within(&self.indicator.name, self.series.name.trim())
    }

    /// The target's value and bound, where it is a number.
    pub fn target_value(&self) -> Option<(Decimal, &Bound)> {
        match &self.target.as_ref()?.aim {
            Aim::Value { value, bound, .. } => Some((*value, bound)),
            Aim::Directional(_) => None,
        }
    }
}
