//! The chart of one indicator, from the numbers insight gives.

use leptos::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::charts::{ChartView, Datum, Trend, YearlyData};
use crate::store::Store;
use ::words::indicators as words;
use ::words::number::shown;
use insight::forecast::{self, Forecast, effect};
use insight::overview::{Glance, SeriesSummary};
use strategy::*;

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

/// Returns the data to draw, with 見込み.
fn trend(store: Store, id: Id<Indicator>, glance: Option<&Glance>) -> Trend {
    let Some(glance) = glance else {
        return Trend::default();
    };
    let mut trend = store.with(|s| Trend::of(s, id, glance));
    for (line, row) in trend.lines.iter_mut().zip(&glance.rows) {
        if let Some(series) = store.with(|s| s.get(row.series).cloned()) {
            line.forecast = forecast(store, row, &series);
        }
    }
    trend
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
