//! 議会答弁資料のことば.

use super::text::assembly as text;
pub use super::text::assembly::*;
use super::year::YearForms;
use crate::text::marks;

use crate::{indicators, why};
use insight::assembly::{ActingMeasure, AssemblyReply};
use strategy::FiscalYear;

/// Name and description of the paper.
pub fn paper() -> (&'static str, &'static str) {
    (text::paper_1(), text::paper_2())
}

/// Returns the head of the row for one kind of figures of a series.
pub fn of_series(series: &str, kind: &str) -> String {
    match series.trim() {
        "" => kind.to_owned(),
        series => text::of_series(series, kind),
    }
}

/// Returns the rating with its numbers, then the forecast of each series, line by line.
pub fn explained(reply: &AssemblyReply) -> Vec<String> {
    let rows = reply.series.iter().zip(&reply.glance.rows);
    let series = rows.map(|(one, row)| (one.name.as_str(), &row.rated));
    let mut lines = why::spoken_reasons(&reply.glance.verdict, series);
    // A forecast outside the limits is among the reasons.
    let leaves = |name: &str| {
        let mut leaving = reply.glance.verdict.leaving.iter();
        leaving.any(|one| one.name == name)
    };
    let forecasts = reply.forecasts.iter().filter(|(name, _)| !leaves(name));
    lines.extend(forecasts.map(|(name, forecast)| {
        let sentence = indicators::forecast(forecast);
        match name.trim() {
            "" => sentence,
            name => text::of_series(name, sentence),
        }
    }));
    lines
}

/// Name of a measure with the year that its sheet judges.
pub fn quoted(measure: &str, year: FiscalYear) -> String {
    text::quoted(measure, year.short())
}

/// Returns the first `most` works of the next year whose 方向性 changes; `None` if there is none.
pub fn works(one: &ActingMeasure, year: FiscalYear, most: usize) -> Option<String> {
    let all = one.changing.len();
    let named = one.changing.iter().take(most);
    let mut named: Vec<_> = named
        .map(|(line, course)| text::work(&line.title, &course.0))
        .collect();
    if all > most {
        named.push(text::items_left(all - most));
    }
    (all > 0).then(|| text::works(year.short(), named.join(marks::list())))
}
