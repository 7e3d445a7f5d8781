//! The first page: what the reader's face says first, what the last year brought, what changed lately, and the data.

use super::parts::{link, list, under};
use super::status::link_to_rules;
use super::{updates, work};
use crate::markup::{Element, element, text};
use crate::pages::Page;
use crate::pages::page as read;
use crate::pages::parts::paragraphs;
use crate::rating::tone_class;
use crate::site::address::{SitePage, at_root};
use crate::site::context::Site;
use crate::site::described::STRATEGY;
use crate::site::table::{TABLE, WORKBOOK};
use ::words::number::amount;
use ::words::{Language, indicators, overview, reader, site as words};
use insight::moves::Move;
use insight::overview::{Listed, SeriesSummary};
use insight::progress::Moved;
use strategy::{SectionKind, Tone};

/// Largest number of moves listed for each direction; the page of indicators has all.
const MOST_MOVES: usize = 4;

pub fn page(site: &Site, language: Language) -> Vec<Element> {
    let mut page = read(&site.of, Page::Plan).unwrap_or_default();
    let rated = site.of.overview.whole.indicators.total > 0;
    if let Some(standing) = page.get_mut(1).filter(|_| rated) {
        let whole = std::mem::replace(standing, element("div"));
        *standing = whole.child(element("p").child(link_to_rules()));
    }
    if language == Language::English && !page.is_empty() {
        let told = paragraphs(&site.strategy().about().english_text);
        page.splice(1..1, told);
    }
    page.extend(work::of_plan(site));
    page.extend(moves(site));
    let mut beside = vec![column(lately(site))];
    beside.push(column(data(site)));
    let s = site.strategy();
    let purpose = s.sections.sorted().into_iter();
    let purpose = purpose.filter(|one| one.kind == SectionKind::Purpose);
    let purpose: Vec<Element> = purpose
        .flat_map(|one| paragraphs(&one.text))
        .take(3)
        .collect();
    if !purpose.is_empty() {
        page.extend(under(words::purpose(), purpose));
        let all = link(SitePage::Chapters, words::all_chapters());
        page.push(element("p").child(all));
    }
    beside.retain(|one| !one.children.is_empty());
    page.push(element("div").class("reader-beside").all(beside));
    page
}

fn column(all: Vec<Element>) -> Element {
    element("div").all(all)
}

fn data(site: &Site) -> Vec<Element> {
    let to = |file: &str, words: &str| text("a", words).with("href", &at_root(file));
    let tables = [(WORKBOOK, words::get_xlsx()), (TABLE, words::get_csv())];
    let tables = tables.into_iter().filter(|_| site.has_indicators());
    let all = [
        to(STRATEGY, words::get_json()),
        link(SitePage::Data, words::data()),
    ];
    let all = tables.map(|(file, words)| to(file, words)).chain(all);
    vec![text("h2", words::use_data()), list(all)]
}

/// Lists the indicators that are better than the year before, and those that are worse.
fn moves(site: &Site) -> Vec<Element> {
    let ids = site.strategy().indicators.sorted();
    let ids: Vec<_> = ids.into_iter().map(|one| one.id).collect();
    let listed = site.of.listed(&ids);
    let year = site.of.overview.year;
    let of = |wanted: Moved| -> Vec<Element> {
        let rows = listed.iter().flat_map(|one| {
            let rows = one.rows.iter().map(move |(series, row)| {
                let told = overview::named(&indicators::named(&one.indicator.name), &series.name);
                (one, told, row)
            });
            rows.collect::<Vec<(&Listed, String, &SeriesSummary)>>()
        });
        let moved = rows.filter_map(|(one, name, row)| {
            let (told, moved) = row.in_the_year(one.indicator.counting, year)?;
            (moved == wanted).then(|| line(one, &name, &told, &row.trace.unit))
        });
        moved.collect()
    };
    let better = told(of(Moved::Wished), words::better(), Tone::Good, "↗");
    let worse = told(of(Moved::Against), words::worse(), Tone::Bad, "↘");
    let both: Vec<Element> = better.into_iter().chain(worse).collect();
    if both.is_empty() {
        return both;
    }
    vec![
        text("h2", &words::moves(year)),
        element("div").class("reader-beside").all(both),
    ]
}

fn line(one: &Listed, name: &str, told: &Move, unit: &str) -> Element {
    let name = link(SitePage::Read(Page::Indicator(one.indicator.id)), name);
    let at = |value, year| reader::of_year(&amount(value, unit), "", year);
    let figures = [
        &at(told.from, Some(told.since)),
        " → ",
        &at(told.to, Some(told.year)),
    ]
    .concat();
    element("span")
        .child(name)
        .child(text("span", &figures).class("moved"))
}

/// One way, with how many went it.
fn told(mut lines: Vec<Element>, word: &str, tone: Tone, mark: &str) -> Option<Element> {
    let count = lines.len();
    lines.truncate(MOST_MOVES);
    let more = count - lines.len();
    let more = (more > 0).then(|| {
        let all = SitePage::Read(Page::Indicators);
        element("p").child(link(all, &words::more_moves(more)))
    });
    let stamp = element("span")
        .class(&["status ", tone_class(tone)].concat())
        .child(text("span", mark).with("aria-hidden", "true"))
        .text(" ")
        .text(word);
    let heading = element("h3").child(stamp).text(&words::counted(count));
    (count > 0).then(|| {
        element("section")
            .class("reader-card")
            .child(heading)
            .child(list(lines).class("reader-moves"))
            .all(more)
    })
}

/// Lists the changes of the newest publication.
fn lately(site: &Site) -> Vec<Element> {
    let all = &site.manifest.updates;
    let newest = all.iter().zip(updates::moments(all)).take(1);
    let newest: Vec<Element> = newest
        .map(|(one, moment)| updates::entry(one, text("h3", &moment)))
        .collect();
    let mut lately = under(words::changed_lately(), newest);
    if !lately.is_empty() {
        lately.push(element("p").child(link(SitePage::Updates, words::all_updates())));
    }
    lately
}
