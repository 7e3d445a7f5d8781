//! Then, now and aim: the three figures that say how far an indicator has come, and the year-by-year table.

use std::collections::BTreeMap;

use super::dated::{baseline, mean};
use super::indicators::head;
use super::publication::Publication;
use crate::chart::{Trend, picture, small};
use crate::markup::{Element, element, text};
use ::words::number::shown;
use ::words::{Say, YearForms, charts, marks, reader as words};
use insight::overview::{Glance, SeriesSummary};
use insight::verdict::Verdict;
use strategy::*;

/// はじめ → いま → めざす値, each with its year.
pub fn three(series: &Series, row: &SeriesSummary, unit: &str) -> Element {
    let dated = |of: &Option<(FiscalYear, Figure)>| {
        let dated = of.clone();
        dated.map(|(year, figure)| (year.short(), figure))
    };
    let mean = mean(row).map(|(told, mean)| (told, Figure::read(&mean.to_string())));
    let figures = [
        (words::baseline(), "then", baseline(series)),
        (words::latest(), "now", mean.or(dated(&row.latest))),
        (words::target(), "aim", dated(&row.target)),
    ];
    let one = |(name, class, figure): (&str, &str, Option<(String, Figure)>)| {
        let name = match &figure {
            Some((at, _)) if !at.is_empty() => words::with_year(name, at),
            _ => name.to_owned(),
        };
        element("div")
            .class(class)
            .child(text("dt", &name))
            .child(amount(figure.as_ref().map(|(_, figure)| figure), unit))
    };
    element("dl").class("reader-figures").all(figures.map(one))
}

/// A figure, its unit smaller behind it.
fn amount(figure: Option<&Figure>, unit: &str) -> Element {
    let Some(figure) = figure else {
        return text("dd", words::no_figure());
    };
    let printed = shown(figure.text());
    let whole = charts::with_unit(&printed, unit);
    let unit = whole.strip_prefix(&printed).unwrap_or_default();
    // A text in place of a number, or one that is long, is not to be shouted.
    // A unit that stands within, before 以上 or a note, stays there.
    let bold = if unit.is_empty() { &whole } else { &printed };
    let long = bold.chars().count() > 8 || figure.value().is_none();
    let told = element("dd").child(text("b", bold));
    let told = told.all((!unit.is_empty()).then(|| text("span", unit)));
    if long { told.class("long") } else { told }
}

/// Returns, for each series of an indicator, three figures, the picture, and the table of its years.
pub fn of_series(of: &Publication, indicator: &Indicator, seen: &Glance) -> Vec<Element> {
    let trend = Trend::of(&of.strategy, indicator.id, seen);
    let all = of.index.series(indicator.id);
    let all = seen.rows.iter().zip(all).enumerate();
    all.flat_map(|(at, (row, series))| {
        let named = (!series.name.is_empty()).then(|| text("h2", &series.name));
        let picture = picture(&trend.of_line(at));
        let table = by_year(indicator, series, row);
        let both = element("div").class("reader-years").all(picture).all(table);
        let both = (!both.children.is_empty()).then_some(both);
        let three = three(series, row, &indicator.unit);
        named
            .into_iter()
            .chain([three])
            .chain(both)
            .collect::<Vec<_>>()
    })
    .collect()
}

/// The figures in little, for a card among others.
pub fn in_little(
    strategy: &Strategy,
    indicator: &Indicator,
    series: &Series,
    row: &SeriesSummary,
) -> Vec<Element> {
    let glance = Glance {
        rows: vec![row.clone()],
        verdict: Verdict::default(),
        used_by: Vec::new(),
        kpi_of: Vec::new(),
    };
    let trend = Trend::of(strategy, indicator.id, &glance);
    let figures = three(series, row, &indicator.unit);
    std::iter::once(figures).chain(small(&trend)).collect()
}

/// Returns the year of 当初値, where that is a number with a year, or the year from which a total is counted.
pub fn start_year(series: &Series, row: &SeriesSummary) -> Option<FiscalYear> {
    let start = series.baseline.as_ref();
    let start = start.filter(|start| start.figure.number().is_some());
    let counted = || row.trace.baseline.as_ref()?.1.year;
    start.and_then(Baseline::year).or_else(counted)
}

fn by_year(indicator: &Indicator, series: &Series, row: &SeriesSummary) -> Option<Element> {
    // The year before the plan has its figure: 当初値.
    let start = start_year(series, row);
    let start = start.filter(|year| !series.actuals.contains_key(year));
    let start = start.zip(series.baseline.as_ref());
    let without = !series.without_policy.is_empty();
    let noted = !series.notes.is_empty();
    let columns = [&series.targets, &series.actuals, &series.without_policy];
    let years = columns.into_iter().flat_map(BTreeMap::keys).copied();
    let years = years.chain(series.notes.keys().copied());
    let years = sort::set(years.chain(start.map(|(year, _)| year)));
    let cell = |of: Option<&Figure>| {
        let told = of.map_or(marks::nothing().to_owned(), |one| shown(one.text()));
        text("td", &told).class("number")
    };
    let line = |year: &FiscalYear| {
        let actual = match start {
            Some((first, baseline)) if first == *year => {
                let told = charts::as_baseline(&shown(baseline.figure.text()));
                text("td", &told).class("number")
            }
            _ => cell(series.actuals.get(year)),
        };
        element("tr")
            .child(text("th", &year.say()).with("scope", "row"))
            .child(actual)
            .child(cell(series.targets.get(year)))
            .all(without.then(|| cell(series.without_policy.get(year))))
            .all(noted.then(|| text("td", series.notes.get(year).map_or("", String::as_str))))
    };
    let mut heads = vec![words::year(), words::actual(), words::target()];
    heads.extend(without.then(words::without_policy));
    heads.extend(noted.then(words::year_note));
    (!years.is_empty()).then(|| {
        element("table")
            .class("reader-table years")
            .child(text("caption", &words::by_year(&indicator.unit)))
            .child(head(&heads))
            .child(element("tbody").all(years.iter().map(line)))
    })
}
