//! 人口の見通し: the projection, the 試算 that the aim comes from, and the aim with its reason.

use super::parts::{heads, link, list, number, row, scrolled, under};
use crate::chart::{PyramidWords, pyramid};
use crate::markup::{Element, element, text};
use crate::outlook;
use crate::pages::Page;
use crate::pages::parts::{entry, paragraphs};
use crate::site::address::SitePage;
use crate::site::context::Site;
use ::words::number::grouped;
use ::words::{YearForms, population as words, site};
use insight::population::{AgeGroup, OutlookReport, YearPopulation};
use strategy::*;

pub fn page(of: &Site) -> Option<Vec<Element>> {
    let s = of.strategy();
    let report = OutlookReport::of(s)?;
    let year = report
        .known
        .aim()
        .map_or(s.about().period.last, |aim| aim.0);
    let mut page = vec![text("h1", words::title())];
    let source = outlook::source(s).into_iter().flatten();
    page.extend(source.map(|line| text("p", &line).class("sub")));
    let told = words::sentences(&report.base, report.shown(), year);
    page.push(list(told.iter().map(|line| text("span", line))));
    page.extend(under(words::curve(), curve(&report).into_iter().collect()));
    page.extend(under(words::pyramid(), two_years(&report, year)));
    page.extend(under(words::table(), groups(&report)));
    page.extend(under(site::population_aim(), aim(of, &report)));
    if let Some(method) = outlook::method(&report) {
        page.push(text("h2", words::method()));
        page.extend(method.map(|line| text("p", line)));
    }
    Some(page)
}

fn curve(report: &OutlookReport) -> Option<Element> {
    let (drawn, key) = outlook::curve(report)?;
    let key = key.into_iter().map(|one| {
        let class = ["population-key ", one.class].concat();
        text("span", &one.name).class(&class)
    });
    let key = element("figcaption").class("row sub").all(key);
    Some(
        element("figure")
            .class("reader-picture")
            .child(drawn)
            .child(key),
    )
}

/// The pyramid, and its figures.
fn two_years(report: &OutlookReport, year: FiscalYear) -> Vec<Element> {
    let Some((earlier, later)) = report.pair(year) else {
        return Vec::new();
    };
    let sexes = PyramidWords {
        men: words::men(),
        women: words::women(),
    };
    let note = words::pyramid_years(earlier.year.short(), later.year.short());
    let picture = element("figure")
        .class("reader-picture")
        .child(pyramid(earlier, later, &sexes))
        .child(text("figcaption", &note).class("sub"));
    let table = element("details")
        .child(text("summary", words::pyramid_table()))
        .child(bands(earlier, later));
    vec![picture, table]
}

fn bands(earlier: &YearPopulation, later: &YearPopulation) -> Element {
    let count = earlier.men.len().max(earlier.women.len());
    let of = |people: &[i64], at: usize| grouped(people.get(at).copied().unwrap_or_default());
    let line = |at: usize| {
        let first = at as u32 * 5;
        let last = (at + 1 < count).then_some(first + 4);
        let people = [&earlier.men, &later.men, &earlier.women, &later.women];
        let cells = people.map(|people| number(&of(people, at)));
        row(text("span", &words::ages_of(first, last)), cells)
    };
    let [before, after] = [earlier, later].map(|year| year.year.short());
    let head = |sex: &str, year: &str| [sex, " ", year].concat();
    let numbers = [
        head(words::men(), &before),
        head(words::men(), &after),
        head(words::women(), &before),
        head(words::women(), &after),
    ];
    table(
        words::pyramid_table(),
        &numbers,
        (0..count).map(line).collect(),
    )
}

fn table(caption: &str, numbers: &[String], lines: Vec<Element>) -> Element {
    let table = element("table")
        .class("reader-table wide")
        .child(text("caption", caption))
        .child(heads(words::age(), numbers, &[]))
        .child(element("tbody").all(lines));
    scrolled(caption, table)
}

/// Persons by age group and year: of the projection, and of the 試算 with its assumptions.
fn groups(report: &OutlookReport) -> Vec<Element> {
    let years: Vec<String> = report.base.iter().map(|one| one.year.short()).collect();
    let of = |caption: &str, all: &[YearPopulation]| {
        let line = |group: AgeGroup| {
            let cells = all.iter().map(|year| number(&grouped(year.group(group))));
            row(text("span", words::group(group)), cells)
        };
        let lines = AgeGroup::ALL.into_iter().map(line).collect();
        table(caption, &years, lines)
    };
    let mut tables = vec![of(words::without(), &report.base)];
    if let Some((scenario, all)) = &report.scenario {
        tables.push(of(&scenario.name, all));
        let assumed = site::population_assumed(&scenario.name, words::assumed(scenario));
        tables.push(text("p", &assumed));
    }
    tables
}

/// The indicator with its target and the reason of it.
fn aim(of: &Site, report: &OutlookReport) -> Vec<Element> {
    let indicator = report.known.indicator.and_then(|id| of.strategy().get(id));
    let (Some(indicator), Some((year, persons))) = (indicator, report.known.aim()) else {
        return Vec::new();
    };
    let to = SitePage::Read(Page::Indicator(indicator.id));
    let target = site::population_target(year.short(), grouped(persons));
    let mut rows = entry(
        words::target(),
        [
            text("p", &target),
            element("p").child(link(to, &of.title(to))),
        ],
    )
    .to_vec();
    let reason = paragraphs(&indicator.rationale);
    if !reason.is_empty() {
        rows.extend(entry(site::population_reason(), reason));
    }
    vec![element("dl").class("reader-facts").all(rows)]
}
