//! Chart data of an indicator. The caller adds 見込み: it is no figure of the town's.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Datum, Trend, TrendLine, YearlyData};
use ::words::indicators as words;
use ::words::number::shown;
use insight::overview::{Glance, SeriesSummary};
use insight::progress::By;
use insight::time_series::TimeSeries;
use strategy::*;

impl Trend {
    /// Baselines, targets (and those before), actual figures and 趨勢 of an indicator, and the way to its targets.
    pub fn of(strategy: &Strategy, id: Id<Indicator>, glance: &Glance) -> Self {
        let Some(indicator) = strategy.get(id) else {
            return Self::default();
        };
        let bound = |value: Option<Decimal>| value.and_then(|value| value.to_f64());
        let lines = glance.rows.iter().map(|row| {
            let series = strategy.get(row.series);
            series.map_or_else(TrendLine::default, |series| {
                TrendLine::of(indicator, series, row)
            })
        });
        let decided = |change: &TargetChange| {
            let year = change.date.fiscal_year().unwrap_or(change.year);
            (year, words::change_line(change))
        };
        let trend = Self {
            unit: indicator.unit.clone(),
            lines: lines.collect(),
            band: match indicator.desired {
                Some(Desired::Keep { lower, upper }) if lower.or(upper).is_some() => {
                    Some((bound(lower), bound(upper)))
                }
                _ => None,
            },
            breaks: indicator.breaks.clone(),
            changes: indicator.changes.iter().map(decided).collect(),
        };
        trend.in_own_years()
    }

    /// The same of one series alone.
    pub fn of_line(&self, at: usize) -> Self {
        Self {
            lines: self.lines.get(at).cloned().into_iter().collect(),
            ..self.clone()
        }
    }

    /// Other towns are compared in the years of the indicator; older figures would only make the picture small.
    fn in_own_years(mut self) -> Self {
        let years = self.years();
        let is_own = |year: &FiscalYear| years.first() <= Some(year) && Some(year) <= years.last();
        for line in &mut self.lines {
            for (_, data) in &mut line.others {
                data.retain(|(year, _)| is_own(year));
            }
            line.others.retain(|(_, data)| !data.is_empty());
        }
        self
    }
}

impl TrendLine {
    fn of(indicator: &Indicator, series: &Series, row: &SeriesSummary) -> Self {
        let baseline = row.trace.baseline.zip(series.baseline.as_ref());
        let baseline = baseline.map(|((year, start), printed)| {
            let datum = Datum {
                value: start.value.to_f64(),
                text: shown(printed.figure.text()),
            };
            (Some(year), datum)
        });
        let path = way(row);
        let targets = series.targets.iter();
        let targets = targets.map(|(year, figure)| (*year, Datum::of(figure, &row.trace)));
        // The targets that were changed, as they were before.
        let changes = indicator.changes.iter();
        let changes = changes.filter(|change| change.series == series.id);
        let replaced = changes
            .filter_map(|change| Some((change.year, Datum::of(change.from.as_ref()?, &row.trace))));
        Self {
            name: series.name.clone(),
            tone: row.rated.band.as_ref().map(|band| band.tone),
            baseline,
            path,
            targets: targets.collect(),
            replaced: replaced.collect(),
            actuals: data(&series.actuals, &row.trace),
            without_policy: data(&series.without_policy, &row.trace),
            forecast: YearlyData::new(),
            others: others(series, &row.trace),
        }
    }
}

/// Figures of other towns beside a series.
fn others(series: &Series, trace: &TimeSeries) -> Vec<(String, YearlyData)> {
    let town = |one: &TownFigures| (shown(&one.town), data(&one.figures, trace));
    series.compared.iter().map(town).collect()
}

/// Returns the expected value of each year; a straight line begins where the figures do.
fn way(row: &SeriesSummary) -> Vec<(FiscalYear, f64)> {
    let expected = &row.trace.expected;
    let first = expected.first();
    let first = first.filter(|(_, expected)| expected.by == By::Line);
    let start = first.zip(row.trace.baseline.as_ref());
    let start = start.filter(|((year, _), (drawn, _))| drawn < year);
    let start = start.and_then(|(_, (drawn, start))| Some((*drawn, start.value.to_f64()?)));
    let years = expected.iter();
    let years = years.filter_map(|(year, expected)| Some((*year, expected.value.to_f64()?)));
    start.into_iter().chain(years).collect()
}

/// The texts as printed, at the height of the values in the chart's one unit.
fn data(figures: &BTreeMap<FiscalYear, Figure>, trace: &TimeSeries) -> YearlyData {
    let figures = figures.iter();
    figures
        .map(|(year, figure)| (*year, Datum::of(figure, trace)))
        .collect()
}
