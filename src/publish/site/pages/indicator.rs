//! An indicator: its question and answer, what the reader's face says of it, its history, its limits, its data.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::parts::{link, list, scrolled, to_measure, under};
use crate::insight::overview::{Glance, glance};
use crate::publish::indicator::{facts, figures, used, why};
use crate::publish::indicators::head;
use crate::publish::markup::{Element, element, text};
use crate::publish::site::address::{SitePage, at_root, folder};
use crate::publish::site::context::Site;
use crate::publish::{Page, rating};
use crate::strategy::*;
use crate::words::number::{figures as plain, shown};
use crate::words::{Language, charts, indicators, marks, reader, site as words, time};

pub fn page(site: &Site, language: Language, id: Id<Indicator>) -> Option<Vec<Element>> {
    let (of, s) = (&site.of, site.strategy());
    let (indicator, seen) = (s.get(id)?, glance(s, id, of.overview.year)?);
    let name = indicators::named(&indicator.name);
    let back = link(
        SitePage::Read(Page::Indicators),
        reader::back_to_indicators(),
    );
    let mut page = vec![
        text("h1", &name),
        element("p").child(back),
        text("p", &question(indicator, &seen)).class("lead"),
        text("p", &answer(site, id)),
        element("p").child(rating::rating(&seen.verdict)),
    ];
    let series = s.series.under(id);
    for (row, series) in seen.rows.iter().zip(&series) {
        page.extend(figures(indicator, series, row));
    }
    page.push(why(s, &seen));
    page.push(element("p").child(link(SitePage::Status, words::rules_link())));
    page.push(facts(indicator));
    page.extend(under(words::changes_heading(), changes(indicator, &series)));
    page.extend(under(words::limits_heading(), limits(indicator, &series)));
    let measures = seen.kpi_of.iter().map(|id| to_measure(site, *id));
    let measures: Vec<Element> = measures.collect();
    if !measures.is_empty() {
        page.push(text("h2", words::done_by()));
        page.push(list(measures));
    }
    page.extend(used(of, &seen));
    page.extend(data(site, language, id, &name));
    Some(page)
}

/// What the indicator asks.
pub fn question(indicator: &Indicator, seen: &Glance) -> String {
    let name = indicators::named(&indicator.name);
    words::question(&name, seen.way(), indicator.counting == Counting::Rank)
}

/// Whether it goes as wished, as the counts of the first page have it.
fn answer(site: &Site, id: Id<Indicator>) -> String {
    let appraised = site.of.appraisal.get(id);
    let wished = appraised.and_then(|one| one.as_wished());
    words::answer(wished, site.of.overview.year)
}

fn changes(indicator: &Indicator, series: &[&Arc<Series>]) -> Vec<Element> {
    let has_by = indicator.changes.iter().any(|one| !one.by.is_empty());
    let is_one = series.len() < 2;
    let figure = |figure: &Option<Figure>| match figure {
        Some(figure) => shown(figure.text()),
        None => marks::nothing().to_owned(),
    };
    let line = |one: &TargetChange| {
        let name = series.iter().find(|series| series.id == one.series);
        let name = name.map_or("", |series| series.name.as_str());
        element("tr")
            .child(text("th", &time::day(&one.date)).with("scope", "row"))
            .all((!is_one).then(|| text("td", name)))
            .child(text("td", &one.year.short()))
            .child(text("td", &figure(&one.from)))
            .child(text("td", &figure(&one.to)))
            .all(has_by.then(|| text("td", &one.by)))
            .child(text("td", &one.reason))
    };
    let mut heads = vec![words::change_date()];
    heads.extend((!is_one).then(words::change_series));
    heads.extend([
        words::change_year(),
        words::change_from(),
        words::change_to(),
    ]);
    heads.extend(has_by.then(words::change_by));
    heads.push(words::change_reason());
    let table = element("table")
        .class("reader-table wide")
        .child(text("caption", words::changes_heading()).class("visually-hidden"))
        .child(head(&heads))
        .child(element("tbody").all(indicator.changes.iter().map(line)));
    match indicator.changes.is_empty() {
        true => Vec::new(),
        false => vec![scrolled(words::changes_heading(), table)],
    }
}

/// What one should bear in mind with its figures.
fn limits(indicator: &Indicator, series: &[&Arc<Series>]) -> Vec<Element> {
    let mut told = Vec::new();
    if !indicator.breaks.is_empty() {
        let years: Vec<String> = indicator.breaks.iter().map(|year| year.short()).collect();
        told.push(words::limit_breaks(years.join(marks::list())));
    }
    if let Some(tolerance) = indicator.tolerance {
        let tolerance = charts::with_unit(&plain(tolerance), &indicator.unit);
        told.push(words::limit_tolerance(tolerance));
    }
    let missing = series.iter().flat_map(|one| &one.actuals);
    let missing = missing.filter_map(|(year, figure)| Some((*year, figure.missing()?)));
    let missing: BTreeSet<(FiscalYear, Missing)> = missing.collect();
    if !missing.is_empty() {
        let years = missing.into_iter();
        let years = years.map(|(year, why)| words::year_why(year.short(), why.word()));
        told.push(words::limit_missing(
            years.collect::<Vec<_>>().join(marks::list()),
        ));
    }
    if series
        .iter()
        .any(|one| one.figures().any(Figure::needs_check))
    {
        told.push(words::limit_words().to_owned());
    }
    match told.is_empty() {
        true => Vec::new(),
        false => vec![list(told.iter().map(|one| text("span", one)))],
    }
}

/// Its data, and what shows it on the page of another.
fn data(site: &Site, language: Language, id: Id<Indicator>, name: &str) -> Vec<Element> {
    let embed = SitePage::Embed(id);
    let path = [folder(language), embed.path()].concat();
    let known = site.base.as_deref();
    let address = [known.unwrap_or(UNKNOWN), &path].concat();
    let frame = element("iframe")
        .with("src", &address)
        .with("title", name)
        .with("width", "100%")
        .with("height", "640")
        .with("loading", "lazy");
    let csv = text("a", words::take_csv()).with("href", &at_root("indicators.csv"));
    let mut page = vec![
        text("h2", words::take_data()),
        element("p").child(csv),
        text("h2", words::embed()),
        text("p", words::embed_how()),
        element("pre").child(text("code", &frame.to_string())),
    ];
    if known.is_none() {
        page.push(text("p", words::embed_address()));
    }
    page.push(element("p").child(link(embed, words::embed_alone())));
    page
}

/// Stands for an address that is not known.
const UNKNOWN: &str = "https://example.jp/";
