//! 公表のようす: which actual figures are there, which are awaited, and how ratings are decided.

use super::parts::{heads, link, list, number, row, scrolled};
use crate::markup::{Element, element, text};
use crate::pages::Page;
use crate::pages::indicators::head;
use crate::rating::tone_class;
use crate::site::address::SitePage;
use crate::site::context::Site;
use ::words::{Say, overview as phrases, reader, site as words};
use insight::overview::Overview;
use insight::{Completeness, completeness, evaluation_years};
use strategy::*;

/// Fragment of the heading above the rules.
const RULES: &str = "rules";

/// A link to the rules of rating.
pub fn link_to_rules() -> Element {
    let rules = [&SitePage::Status.link(), "#", RULES].concat();
    text("a", words::rules_link()).with("href", &rules)
}

pub fn page(site: &Site) -> Vec<Element> {
    let s = site.strategy();
    let years = evaluation_years(s, site.today);
    let all: Vec<Completeness> = years
        .into_iter()
        .map(|year| completeness(s, year))
        .collect();
    let mut page = vec![
        text("h1", words::status()),
        text("p", words::status_note()),
        by_year(&all, s.series.len()),
    ];
    let facts = &site.of.overview;
    page.extend(awaited(site, &facts.entry));
    page.extend(rules(facts));
    page
}

fn by_year(all: &[Completeness], series: usize) -> Element {
    let line = |one: &Completeness| {
        let counts = [
            one.entered,
            one.expected - one.entered,
            series - one.expected,
        ];
        let cells = counts.map(|count| number(&count.to_string()));
        row(text("span", &one.year.say()), cells)
    };
    let columns = [
        words::status_published(),
        words::status_pending(),
        words::status_not_surveyed(),
    ];
    element("table")
        .class("reader-table years")
        .child(text("caption", words::status_table()))
        .child(heads(reader::year(), &columns.map(str::to_owned), &[]))
        .child(element("tbody").all(all.iter().map(line)))
}

/// Lists the figures awaited for the year judged.
fn awaited(site: &Site, entry: &Completeness) -> Vec<Element> {
    let s = site.strategy();
    let count: usize = entry.owners.iter().map(|owner| owner.awaited.len()).sum();
    if count == 0 {
        let none = (entry.expected > 0).then(|| text("p", &words::awaited_none(entry.year)));
        return none.into_iter().collect();
    }
    let lines = entry.owners.iter().flat_map(|owner| {
        owner.awaited.iter().filter_map(|one| {
            let series = s.get(one.series)?;
            let page = SitePage::Read(Page::Indicator(one.indicator));
            let name = phrases::named(&site.title(page), &series.name);
            let cells = [
                text("td", words::no_actual(one.why)),
                text("td", &owner.name),
            ];
            Some(row(link(page, &name), cells))
        })
    });
    let heading = words::awaited_heading(entry.year, count);
    let columns = [reader::indicator(), words::awaited_why(), words::owner()];
    let table = element("table")
        .class("reader-table wide")
        .child(text("caption", &heading).class("visually-hidden"))
        .child(head(&columns))
        .child(element("tbody").all(lines));
    vec![text("h2", &heading), scrolled(&heading, table)]
}

fn rules(facts: &Overview) -> Vec<Element> {
    let line = |band: &Band| {
        let stamp = element("span")
            .class(&["status ", tone_class(band.tone)].concat())
            .text(&format!("{} {}", band.mark, band.word));
        let cases = words::band_when(band);
        let cases = cases.iter().map(|case| text("span", case));
        row(stamp, [element("td").child(list(cases))])
    };
    let bands = facts.rules.bands.iter().map(line);
    let heading = words::rules_heading(&facts.rules.name);
    let table = element("table")
        .class("reader-table wide")
        .child(text("caption", &heading).class("visually-hidden"))
        .child(head(&[words::rules_band(), words::rules_when()]))
        .child(element("tbody").all(bands));
    let source = facts.rules.source.trim();
    let source = (!source.is_empty()).then(|| text("p", &words::rules_source(source)).class("sub"));
    let table = scrolled(&heading, table);
    let heading = text("h2", &heading).with("id", RULES);
    let mut told = vec![heading, text("p", words::rules_note()), table];
    told.extend(source);
    told
}
