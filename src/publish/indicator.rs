//! An indicator: then, now and aim; how it is rated and why; its figures by year; what it is.

use std::collections::BTreeSet;

use super::indicators::{aim, baseline, head, latest};
use super::markup::{Element, element, text};
use super::parts::{entry, paragraphs};
use super::publication::{Page, Publication};
use super::{chart, rating};
use crate::insight::overview::{Glance, SeriesSummary, glance};
use crate::strategy::*;
use crate::words::number::shown;
use crate::words::why::reasons;
use crate::words::{indicators, marks, model, reader as words};

/// What stands on the page; none where there is no such indicator.
pub fn page(of: &Publication, id: Id<Indicator>) -> Option<Vec<Element>> {
    let s = &of.strategy;
    let (indicator, seen) = (s.get(id)?, glance(s, id, of.overview.year)?);
    let back = of.link(Page::Indicators, words::back_to_indicators());
    let mut page = vec![
        text("h1", &indicators::named(&indicator.name)),
        element("p").child(back),
        element("p").child(rating::rating(&seen.verdict)),
    ];
    for (row, series) in seen.rows.iter().zip(s.series.under(id)) {
        page.extend(figures(indicator, series, row));
    }
    page.push(why(s, &seen));
    page.push(facts(indicator));
    page.extend(used(of, &seen));
    Some(page)
}

/// What one series says: three figures, the picture, and the table of its years.
pub(super) fn figures(indicator: &Indicator, series: &Series, row: &SeriesSummary) -> Vec<Element> {
    let unit = &indicator.unit;
    let named = (!series.name.is_empty()).then(|| text("h2", &series.name));
    let three = [
        (words::baseline(), baseline(series, unit)),
        (words::latest(), latest(row, unit)),
        (words::target(), aim(row, unit)),
    ];
    let three = three.map(|(name, figure)| {
        element("div")
            .child(text("dt", name))
            .child(text("dd", &figure))
    });
    let figures = element("dl").class("reader-figures").all(three);
    named
        .into_iter()
        .chain([figures])
        .chain(chart::trend(row))
        .chain(by_year(series, unit))
        .collect()
}

fn by_year(series: &Series, unit: &str) -> Option<Element> {
    let years: BTreeSet<_> = series.targets.keys().chain(series.actuals.keys()).collect();
    let figure = |figure: Option<&Figure>| {
        let figure = figure.map_or(marks::nothing().to_owned(), |one| shown(one.text()));
        text("td", &figure).class("number")
    };
    let lines = years.iter().map(|year| {
        element("tr")
            .child(text("th", &year.to_string()).with("scope", "row"))
            .child(figure(series.targets.get(year)))
            .child(figure(series.actuals.get(year)))
    });
    (!years.is_empty()).then(|| {
        element("table")
            .class("reader-table years")
            .child(text("caption", &words::by_year(unit)))
            .child(head(&[words::year(), words::target(), words::actual()]))
            .child(element("tbody").all(lines))
    })
}

/// How it is rated, and why, in sentences with their numbers.
pub(super) fn why(s: &Strategy, seen: &Glance) -> Element {
    let (title, tone) = match seen.verdict.band() {
        Some(band) => (indicators::why(&band.mark, &band.word), band.tone),
        None => (indicators::why_not().to_owned(), Tone::None),
    };
    let series = seen.rows.iter().map(|row| {
        let name = s.get(row.series).map_or("", |one| one.name.as_str());
        (name, &row.rated)
    });
    let lines = reasons(&seen.verdict, series);
    element("aside")
        .class(&["why ", rating::tone_class(tone)].concat())
        .child(text("b", &title))
        .all(lines.iter().map(|line| text("p", line)))
}

/// What it is: definition, method, source, who answers for it.
pub(super) fn facts(indicator: &Indicator) -> Element {
    let facts = [
        (words::definition(), &indicator.definition),
        (words::method(), &indicator.method),
        (words::source(), &indicator.source),
        (words::owner(), &indicator.owner),
        (words::rationale(), &indicator.rationale),
    ];
    let facts = facts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty());
    let facts = facts.flat_map(|(name, text)| entry(name, paragraphs(text)));
    element("dl").class("reader-facts").all(facts)
}

/// The goals that use it, as links.
pub(super) fn used(of: &Publication, seen: &Glance) -> Vec<Element> {
    let goals = seen.used_by.iter().filter_map(|id| of.strategy.get(*id));
    let links: Vec<_> = goals
        .map(|goal| {
            let name = model::goal_coded(&of.numbers.goal(goal.id), &goal.title);
            element("li").child(of.link(Page::Goal(goal.id), &name))
        })
        .collect();
    match links.is_empty() {
        true => Vec::new(),
        false => vec![text("h2", words::used_in()), element("ul").all(links)],
    }
}
