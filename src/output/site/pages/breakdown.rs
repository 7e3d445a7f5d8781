//! 内訳: the series of an indicator in one table, a column each, and in one picture.

use std::sync::Arc;

use super::parts::{heads, number, row, scrolled, under};
use crate::chart::{Trend, breakdown};
use crate::markup::{Element, element, text};
use crate::pages::Publication;
use crate::pages::figures::start_year;
use ::words::number::shown;
use ::words::{Say, answer, charts, marks, reader, site as words};
use insight::overview::Glance;
use strategy::*;

/// Returns the section; empty for an indicator of one series, or without figures.
pub fn section(of: &Publication, indicator: &Indicator, seen: &Glance) -> Vec<Element> {
    let series = of.index.series(indicator.id);
    let table = (series.len() > 1).then(|| table(indicator, series, seen));
    let Some(table) = table.flatten() else {
        return Vec::new();
    };
    let picture = breakdown(&Trend::of(&of.strategy, indicator.id, seen));
    let both = element("div")
        .class("reader-years")
        .all(picture)
        .child(table);
    under(words::breakdown(), vec![both])
}

/// A row for each year, a column for each series; `None` if nothing was measured.
fn table(indicator: &Indicator, series: &[Arc<Series>], seen: &Glance) -> Option<Element> {
    let starts = series.iter().zip(&seen.rows);
    let starts: Vec<_> = starts.map(|(one, row)| start_year(one, row)).collect();
    let measured = series.iter().flat_map(|one| one.actuals.keys().copied());
    let years = sort::set(measured.chain(starts.iter().flatten().copied()));
    let cell = |year: FiscalYear, one: &Series, start: Option<FiscalYear>| {
        let baseline = one.baseline.as_ref().filter(|_| start == Some(year));
        let told = match (one.actuals.get(&year), baseline) {
            (Some(figure), _) => shown(figure.text()),
            (None, Some(baseline)) => charts::as_baseline(&shown(baseline.figure.text())),
            (None, None) => marks::nothing().to_owned(),
        };
        number(&told)
    };
    let line = |year: &FiscalYear| {
        let cells = series.iter().zip(&starts);
        let cells = cells.map(|(one, start)| cell(*year, one, *start));
        row(text("span", &year.say()), cells)
    };
    let names = series.iter().map(|one| answer::series_name(&one.name));
    let names: Vec<String> = names.map(str::to_owned).collect();
    let caption = match indicator.unit.as_str() {
        "" => words::breakdown_table_plain().to_owned(),
        unit => words::breakdown_table(unit),
    };
    (!years.is_empty()).then(|| {
        let table = element("table")
            .class("reader-table years")
            .child(text("caption", &caption))
            .child(heads(reader::year(), &names, &[]))
            .child(element("tbody").all(years.iter().map(line)));
        scrolled(&caption, table)
    })
}
