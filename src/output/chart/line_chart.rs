//! The figures of a series as a chart that spreadsheets and word processors draw.

use std::collections::BTreeMap;

use super::svg::{LEAF, drawn};
use super::text_metrics::number;
use super::{Datum, Trend, TrendLine, YearlyData};
use crate::markup::Element;
use ::words::{YearForms, charts as words, overview, review};
use format::document::{Chart, ChartLine};
use insight::time_series::time_series;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use strategy::{FiscalYear, Indicator, Period, Series, Tone};

/// The most years of a chart: the last of them.
const YEARS: i32 = 30;

/// 実績, beginning with the baseline, and 目標 of each year, in the unit of the indicator.
pub fn line_chart(
    indicator: &Indicator,
    series: &Series,
    period: Period,
    tone: Option<Tone>,
) -> Chart {
    let trace = time_series(indicator, series, period);
    let mut actuals: BTreeMap<FiscalYear, Decimal> = trace
        .baseline
        .iter()
        .map(|(year, start)| (*year, start.value))
        .collect();
    let known = trace.actuals.iter();
    actuals.extend(known.filter_map(|(year, value)| Some((*year, (*value)?))));
    let aims = series.targets.iter();
    let aims: BTreeMap<FiscalYear, Decimal> = aims
        .filter_map(|(year, figure)| Some((*year, trace.value(figure)?)))
        .collect();
    let years = years(actuals.keys().chain(aims.keys()).copied());
    let line = |name: &str, of: &BTreeMap<FiscalYear, Decimal>, is_aim| ChartLine {
        name: name.to_owned(),
        values: years.iter().map(|year| of.get(year).copied()).collect(),
        form: form(of.values()),
        is_aim,
    };
    let name = overview::named(&indicator.name, &series.name);
    Chart {
        title: review::kpi(&name, &indicator.unit),
        lines: vec![
            line(words::actual(), &actuals, false),
            line(words::target(), &aims, true),
        ],
        breaks: trace.breaks,
        bad: tone == Some(Tone::Bad),
        years: years.into_iter().map(|year| (year, year.short())).collect(),
    }
}

/// The same as a picture on a leaf of paper.
pub fn leaf_chart(chart: &Chart) -> Option<Element> {
    let data = |line: &ChartLine| -> YearlyData {
        let years = chart.years.iter().zip(&line.values);
        let known = years.filter_map(|((year, _), value)| Some((*year, (*value)?)));
        known.map(|(year, value)| (year, datum(value))).collect()
    };
    let of = |is_aim: bool| {
        let line = chart.lines.iter().find(|line| line.is_aim == is_aim);
        line.map(data).unwrap_or_default()
    };
    let line = TrendLine {
        tone: chart.bad.then_some(Tone::Bad),
        targets: of(true),
        actuals: of(false),
        ..TrendLine::default()
    };
    let trend = Trend {
        lines: vec![line],
        breaks: chart.breaks.clone(),
        ..Trend::default()
    };
    drawn(&trend, LEAF)
}

fn datum(value: Decimal) -> Datum {
    let value = value.to_f64();
    Datum {
        text: value.map(number).unwrap_or_default(),
        value,
    }
}

/// Every year from the first to the last, so that distances are true.
fn years(of: impl Iterator<Item = FiscalYear> + Clone) -> Vec<FiscalYear> {
    let (Some(first), Some(last)) = (of.clone().min(), of.max()) else {
        return Vec::new();
    };
    let first = first.0.max(last.0.saturating_sub(YEARS - 1));
    (first..=last.0).map(FiscalYear).collect()
}

/// Numbers in groups of three, with as many decimals as the longest has, and △ below zero.
fn form<'a>(of: impl Iterator<Item = &'a Decimal>) -> String {
    let decimals = of.map(|value| value.normalize().scale()).max().unwrap_or(0);
    let digits = match decimals {
        0 => "#,##0".to_owned(),
        some => format!("#,##0.{}", "0".repeat(some.min(6) as usize)),
    };
    format!("{digits};\"△\"{digits}")
}
