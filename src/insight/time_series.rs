//! 推移: the figures of a series as numbers in one unit, for charts and sparklines.

use rust_decimal::Decimal;

use super::expected::path;
use super::progress::{ExpectedValue, ProgressInput, Start, Target};
use crate::unit;
use strategy::*;

/// The numbers of one series over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeSeries {
    /// The unit of every value here.
    pub unit: String,
    /// 当初値, and the year it is drawn at: its own, or the one before the plan.
    pub baseline: Option<(FiscalYear, Start)>,
    /// 目標.
    pub target: Option<Target>,
    /// 実績 as entered, year by year; `None`: entered, but no number.
    pub actuals: Vec<(FiscalYear, Option<Decimal>)>,
    /// 目標の道すじ.
    pub expected: Vec<(FiscalYear, ExpectedValue)>,
    /// 成り行き値.
    pub without_policy: Vec<(FiscalYear, Option<Decimal>)>,
    /// 定義変更: no line is drawn into these years.
    pub breaks: Vec<FiscalYear>,
}

/// The numbers of one series.
pub fn time_series(indicator: &Indicator, series: &Series, period: Period) -> TimeSeries {
    let facts = ProgressInput::new(indicator, series, period);
    let (baseline, target) = facts.ends();
    let before = FiscalYear(period.first.0.saturating_sub(1));
    let value = |figure: &Figure| unit::value_in(figure.number()?, &facts.unit);
    let row = |figures: &std::collections::BTreeMap<FiscalYear, Figure>| {
        figures
            .iter()
            .map(|(year, figure)| (*year, value(figure)))
            .collect()
    };
    TimeSeries {
        baseline: baseline.map(|start| (start.year.unwrap_or(before), start)),
        target,
        actuals: row(&series.actuals),
        expected: path(indicator, series, period),
        without_policy: row(&series.without_policy),
        breaks: indicator.breaks.clone(),
        unit: facts.unit.into_owned(),
    }
}

/// 最新の実績: the latest year, not after `until`, with a number.
pub fn latest_actual(series: &Series, until: FiscalYear) -> Option<(FiscalYear, &Figure)> {
    let entered = series.actuals.range(..=until);
    entered
        .rev()
        .find(|(_, figure)| figure.value().is_some())
        .map(|(year, figure)| (*year, figure))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::By;
    use crate::progress::cases::case;

    #[test]
    fn i21_a_trace_is_in_one_unit_and_starts_at_the_baseline() {
        let c = case(
            "増 単位=万人",
            "60@R1",
            "70",
            "2020:630000人 2021:集計中 2022:66",
        );
        let t = time_series(&c.indicator, &c.series, c.period);
        let whole = |value: i64| Some(Decimal::from(value));
        assert_eq!(
            t.baseline.map(|(year, start)| (year.0, start.value)),
            Some((2019, 60.into()))
        );
        assert_eq!(
            t.actuals,
            [(2020, whole(63)), (2021, None), (2022, whole(66))].map(|(y, v)| (FiscalYear(y), v))
        );
        let line: Vec<_> = t
            .expected
            .iter()
            .map(|(year, e)| (year.0, e.value, e.by))
            .collect();
        assert_eq!(line[1], (2021, 64.into(), By::Line));
        assert_eq!(line[4], (2024, 70.into(), By::Typed));
    }

    #[test]
    fn i21_the_latest_actual_is_a_number_and_not_in_the_future() {
        let c = case("増", "1", "2", "2020:1 2021:集計中 2023:3");
        let latest = |until| latest_actual(&c.series, FiscalYear(until)).map(|(year, _)| year.0);
        assert_eq!(latest(2022), Some(2020));
        assert_eq!(latest(2024), Some(2023));
        assert_eq!(latest(2019), None);
    }
}
