//! An indicator: its question and answer, what the reader's face says of it, its history, its limits, its data.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::breakdown;
use super::parts::{link, list, to_measure, under};
use super::status::link_to_rules;
use crate::markup::{Element, element, text};
use crate::pages::indicator::{facts, head, used, why};
use crate::pages::parts::{link_line, paragraphs};
use crate::site::address::{SitePage, at_root, folder};
use crate::site::context::Site;
use crate::site::table::{TABLE, own_path};
use ::words::number::shown;
use ::words::{Language, Word, YearForms, answer, charts, indicators, marks, site as words, time};
use strategy::*;

pub fn page(site: &Site, language: Language, id: Id<Indicator>) -> Option<Vec<Element>> {
    let (of, s) = (&site.of, site.strategy());
    let (indicator, seen) = (s.get(id)?, of.glance(id)?);
    let name = indicators::named(&indicator.name);
    let mut page = head(of, indicator, &seen);
    page.extend(breakdown::section(of, indicator, &seen));
    page.push(why(s, &seen));
    let series = of.index.series(id);
    page.push(link_line(link_to_rules()));
    page.push(facts(indicator));
    page.extend(under(words::changes_heading(), changes(indicator, series)));
    page.extend(under(words::limits_heading(), limits(indicator, series)));
    let measures = seen.kpi_of.iter().map(|id| to_measure(site, *id));
    let measures: Vec<Element> = measures.collect();
    if !measures.is_empty() {
        page.push(text("h2", words::done_by()));
        page.push(list(measures));
    }
    page.extend(used(of, &seen));
    page.push(data(site, language, id, &name));
    Some(page)
}

/// Each change of an aim: what it was and became, when, on whose word, and why.
fn changes(indicator: &Indicator, series: &[Arc<Series>]) -> Vec<Element> {
    let figure = |figure: &Option<Figure>| match figure {
        Some(figure) => charts::with_unit(&shown(figure.text()), &indicator.unit),
        None => marks::nothing().to_owned(),
    };
    let line = |one: &TargetChange| {
        let own = series.iter().find(|series| series.id == one.series);
        let name = own.map_or("", |series| series.name.as_str());
        let aim = charts::of_line(name, &words::aim_of(one.year.short()));
        let what = [
            &aim,
            "\u{3000}",
            &figure(&one.from),
            " → ",
            &figure(&one.to),
        ]
        .concat();
        let when = [time::day(&one.date), one.by.trim().to_owned()].join("\u{3000}");
        element("div")
            .child(text("b", &what))
            .child(text("p", when.trim()).class("sub"))
            .all(paragraphs(&one.reason))
    };
    match indicator.changes.is_empty() {
        true => Vec::new(),
        false => vec![list(indicator.changes.iter().map(line))],
    }
}

/// Lists the limits of its figures.
fn limits(indicator: &Indicator, series: &[Arc<Series>]) -> Vec<Element> {
    let mut told = Vec::new();
    if !indicator.breaks.is_empty() {
        let years: Vec<String> = indicator.breaks.iter().map(|year| year.short()).collect();
        told.push(words::limit_breaks(years.join(marks::list())));
    }
    if let Some(tolerance) = indicator.tolerance {
        let tolerance = answer::apart(tolerance, &indicator.unit);
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
fn data(site: &Site, language: Language, id: Id<Indicator>, name: &str) -> Element {
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
    let own = text("a", words::take_own_csv()).with("href", &at_root(&own_path(id)));
    let all = text("a", words::take_csv()).with("href", &at_root(TABLE));
    let mut how = vec![
        text("summary", words::embed()),
        text("p", words::embed_how()),
        element("pre").child(text("code", &frame.to_string())),
    ];
    if known.is_none() {
        how.push(text("p", words::embed_address()));
    }
    how.push(element("p").child(link(embed, words::embed_alone())));
    element("section")
        .class("site-data")
        .child(text("h2", words::take_data()))
        .child(list([own, all]))
        .child(element("details").class("embed-code").all(how))
}

/// Stands for an address that is not known.
const UNKNOWN: &str = "https://example.jp/";
