//! The chart of one indicator, from the numbers insight gives.

use leptos::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::app::charts::{ChartView, Datum, Spark, Trend, TrendLine, YearlyData};
use crate::app::store::Store;
use crate::insight::forecast::{self, Forecast, effect};
use crate::insight::overview::{Glance, SeriesSummary};
use crate::strategy::*;
use crate::words::indicators as words;
use crate::words::number::shown;

/// The figures of a row as a small line.
pub fn spark(row: &SeriesSummary) -> Spark {
    let number = |value: Option<Decimal>| value.and_then(|v| v.to_f64());
    let baseline = row
        .trace
        .baseline
        .iter()
        .map(|(year, start)| (*year, number(Some(start.value))));
    let actuals = row
        .trace
        .actuals
        .iter()
        .map(|(year, value)| (*year, number(*value)));
    let year = row.target.as_ref().map(|(year, _)| *year);
    let target = row.rated.status.target_value();
    Spark {
        points: baseline.chain(actuals).collect(),
        target: year.zip(number(target)),
        tone: row.rated.band.as_ref().map(|band| band.tone),
    }
}

/// The line chart of an indicator: baseline, path to the target, targets (and those before), actuals, 見込み, 趨勢.
#[component]
pub fn TrendOf(id: Id<Indicator>, glance: Memo<Option<Glance>>) -> impl IntoView {
    let store = Store::here();
    let title = Signal::derive(move || {
        store
            .get(id)
            .map(|k| words::trend_title(&k.name, &k.unit))
            .unwrap_or_default()
    });
    let sentence = Signal::derive(move || {
        glance.with(|g| {
            let rows = g.iter().flat_map(|g| &g.rows);
            rows.map(|row| description(store, row)).collect::<String>()
        })
    });
    let chart = move || glance.with(|g| trend(store, id, g.as_ref()));
    view! { <ChartView title sentence chart /> }.into_any()
}

/// Actual and target, where the years lead, and what became of 趨勢.
fn description(store: Store, row: &SeriesSummary) -> String {
    let Some(series) = store.with(|s| s.get(row.series).cloned()) else {
        return String::new();
    };
    let gain = store.with(|s| {
        let indicator = s.get(row.indicator)?;
        effect(indicator, &series, s.about().period, row.rated.status.year)
    });
    let mut sentence = words::trend_sentence(&series.name, row);
    if let Some(gain) = gain {
        sentence += &words::effect(&gain, &row.trace.unit);
    }
    sentence
        + &match forecast_of(store, row) {
            Some(forecast) => words::forecast(&forecast),
            None => words::no_forecast(row),
        }
}

fn trend(store: Store, id: Id<Indicator>, glance: Option<&Glance>) -> Trend {
    let Some(indicator) = store.with(|s| s.get(id).cloned()) else {
        return Trend::default();
    };
    let bound = |value: Option<Decimal>| value.and_then(|v| v.to_f64());
    Trend {
        unit: indicator.unit.clone(),
        lines: glance
            .iter()
            .flat_map(|g| &g.rows)
            .map(|row| line(store, row))
            .collect(),
        band: match indicator.desired {
            Some(Desired::Keep { lower, upper }) if lower.or(upper).is_some() => {
                Some((bound(lower), bound(upper)))
            }
            _ => None,
        },
        breaks: indicator.breaks.clone(),
        changes: indicator
            .changes
            .iter()
            .map(|c| {
                (
                    c.date.fiscal_year().unwrap_or(c.year),
                    words::change_line(c),
                )
            })
            .collect(),
    }
}

fn line(store: Store, row: &SeriesSummary) -> TrendLine {
    let Some(series) = store.with(|s| s.get(row.series).cloned()) else {
        return TrendLine::default();
    };
    let number = |value: Decimal| value.to_f64();
    // The text as printed, at the height of the value in the chart's one unit.
    let data = |figures: &std::collections::BTreeMap<FiscalYear, Figure>,
                values: &[(FiscalYear, Option<Decimal>)]|
     -> YearlyData {
        let value = |year| {
            values
                .iter()
                .find(|(y, _)| *y == year)
                .and_then(|(_, v)| v.and_then(number))
        };
        figures
            .iter()
            .map(|(year, figure)| {
                (
                    *year,
                    Datum {
                        value: value(*year),
                        text: shown(figure.text()),
                    },
                )
            })
            .collect()
    };
    let baseline = row.trace.baseline.zip(series.baseline.as_ref());
    TrendLine {
        name: series.name.clone(),
        tone: row.rated.band.as_ref().map(|band| band.tone),
        baseline: baseline.map(|((year, start), printed)| {
            (
                Some(year),
                Datum {
                    value: number(start.value),
                    text: shown(printed.figure.text()),
                },
            )
        }),
        path: row
            .trace
            .expected
            .iter()
            .filter_map(|(year, e)| Some((*year, number(e.value)?)))
            .collect(),
        targets: series
            .targets
            .iter()
            .map(|(year, figure)| (*year, Datum::from(figure)))
            .collect(),
        actuals: data(&series.actuals, &row.trace.actuals),
        without_policy: data(&series.without_policy, &row.trace.without_policy),
        replaced: replaced(store, &series),
        forecast: forecast(store, row, &series),
    }
}

/// The targets that were changed, as they were before.
fn replaced(store: Store, series: &Series) -> YearlyData {
    let changes = store.with(|s| s.get(series.indicator).map(|k| k.changes.clone()));
    let mine = changes
        .into_iter()
        .flatten()
        .filter(|c| c.series == series.id);
    mine.filter_map(|c| Some((c.year, Datum::from(c.from.as_ref()?))))
        .collect()
}

/// 見込み: from the last actual figure to the year of the target.
fn forecast(store: Store, row: &SeriesSummary, series: &Series) -> YearlyData {
    let Some(forecast) = forecast_of(store, row) else {
        return YearlyData::new();
    };
    let (_, last) = forecast.through;
    let value =
        |(year, value): &(FiscalYear, Option<Decimal>)| (*year == last).then_some(*value)?;
    let from = row
        .trace
        .actuals
        .iter()
        .find_map(value)
        .and_then(|v| v.to_f64());
    let text = series.actuals.get(&last).map(|f| shown(f.text()));
    let start = Datum {
        value: from,
        text: text.unwrap_or_default(),
    };
    let end = Datum {
        value: forecast.value.exact.to_f64(),
        text: words::forecast_figure(&forecast),
    };
    vec![(last, start), (forecast.year, end)]
}

/// 見込み of a row, as of the year judged.
pub fn forecast_of(store: Store, row: &SeriesSummary) -> Option<Forecast> {
    store.with(|s| {
        let (indicator, series) = (s.get(row.indicator)?, s.get(row.series)?);
        forecast::forecast(indicator, series, s.about().period, row.rated.status.year)
    })
}
