//! 推移: the figures of a series as numbers in one unit, for charts and sparklines.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::expected::path;
use super::progress::{ExpectedValue, ProgressInput, Start, Target, final_target};
use crate::unit;
use strategy::*;

/// The numbers of one series over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeSeries {
    /// The unit of every value here.
    pub unit: String,
    /// The stretch of time that its figures count by, where one names it: 月 of 月1回.
    pub rhythm: Option<char>,
    /// 当初値, and the year it is drawn at: its own, or the one before the plan.
    pub baseline: Option<(FiscalYear, Start)>,
    /// 目標; `None` also where baseline or targets are not drawn.
    pub target: Option<Target>,
    /// 実績 as entered, year by year; `None`: entered, but nothing that is drawn.
    pub actuals: Vec<(FiscalYear, Option<Decimal>)>,
    /// 目標の道すじ.
    pub expected: Vec<(FiscalYear, ExpectedValue)>,
    /// 成り行き値.
    pub without_policy: Vec<(FiscalYear, Option<Decimal>)>,
    /// 定義変更: no line is drawn into these years.
    pub breaks: Vec<FiscalYear>,
}

impl TimeSeries {
    /// The value of a figure in the unit of the series; `None` for no number, and for one of another unit or another stretch
    /// of time, which is not drawn beside the others (I141).
    pub fn value(&self, figure: &Figure) -> Option<Decimal> {
        let number = figure.number()?;
        let other_rhythm = match (unit::rhythm(number), self.rhythm) {
            (Some(own), Some(of_series)) => own != of_series,
            _ => false,
        };
        match other_rhythm {
            true => None,
            false => unit::value_in(number, &self.unit),
        }
    }

    /// True if a figure says no number, or one that is drawn.
    fn meets(&self, figure: &Figure) -> bool {
        figure.number().is_none() || self.value(figure).is_some()
    }

    fn values(&self, figures: &BTreeMap<FiscalYear, Figure>) -> Vec<(FiscalYear, Option<Decimal>)> {
        let figures = figures.iter();
        figures
            .map(|(year, figure)| (*year, self.value(figure)))
            .collect()
    }
}

/// The numbers of one series.
pub fn time_series(indicator: &Indicator, series: &Series, period: Period) -> TimeSeries {
    let facts = ProgressInput::new(indicator, series, period);
    let (baseline, target) = facts.ends();
    let before = FiscalYear(period.first.0.saturating_sub(1));
    let mut drawn = TimeSeries {
        baseline: None,
        target: None,
        actuals: Vec::new(),
        expected: Vec::new(),
        without_policy: Vec::new(),
        breaks: indicator.breaks.clone(),
        rhythm: rhythm(series, period),
        unit: facts.unit.into_owned(),
    };
    drawn.actuals = drawn.values(&series.actuals);
    drawn.without_policy = drawn.values(&series.without_policy);
    let typed = series.baseline.as_ref();
    if typed.is_some_and(|typed| !drawn.meets(&typed.figure)) {
        return drawn;
    }
    drawn.baseline = baseline.map(|start| (start.year.unwrap_or(before), start));
    if series.targets.values().all(|figure| drawn.meets(figure)) {
        drawn.target = target;
        drawn.expected = path(indicator, series, period);
    }
    drawn
}

/// Returns the stretch of time that the series counts by: that of its target, its baseline or its first figure that names one.
fn rhythm(series: &Series, period: Period) -> Option<char> {
    let target = final_target(series, period).map(|(_, figure)| figure);
    let baseline = series.baseline.iter().map(|baseline| &baseline.figure);
    let mut figures = target
        .into_iter()
        .chain(baseline)
        .chain(series.actuals.values());
    figures.find_map(|figure| unit::rhythm(figure.number()?))
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
    use crate::progress::cases::{Case, case};

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

    #[test]
    fn i141_no_figure_of_another_unit_or_stretch_of_time_is_drawn() {
        let values = |c: &Case| {
            let t = time_series(&c.indicator, &c.series, c.period);
            let actuals = t.actuals.iter().map(|(_, value)| *value);
            let actuals: Vec<_> = actuals.collect();
            (
                t.baseline.is_some(),
                t.target.is_some(),
                t.expected.len(),
                actuals,
            )
        };
        let some = |value: i64| Some(Decimal::from(value));
        let c = case("増 単位=人", "100@R1", "200", "2021:110 2022:1.2km");
        assert_eq!(values(&c), (true, true, 5, vec![some(110), None]));
        let c = case("増 単位=人", "3km@R1", "200", "2021:110");
        assert_eq!(values(&c), (false, false, 0, vec![some(110)]));
        let c = case("増 単位=人", "100@R1", "2000円", "2021:110 2022:0.2千人");
        assert_eq!(values(&c), (true, false, 0, vec![some(110), some(200)]));
        let mut c = case("増 単位=回", "-", "4", "-");
        let figures = |all: &[(i32, &str)]| {
            let figure = |(year, text): &(i32, &str)| (FiscalYear(*year), Figure::read(text));
            all.iter().map(figure).collect::<BTreeMap<_, _>>()
        };
        c.series.targets = figures(&[(2024, "月4回")]);
        c.series.actuals = figures(&[(2021, "週1回"), (2022, "月2回")]);
        let (_, has_target, _, actuals) = values(&c);
        assert_eq!((has_target, actuals), (true, vec![None, some(2)]));
    }
}
