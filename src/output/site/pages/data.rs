//! データと利用条件: the files, the columns of the table, the terms, and the documents the plan was taken from.

use super::parts::{heads, link, list, number, row, scrolled};
use crate::markup::{Element, element, text};
use crate::pages::Page;
use crate::pages::indicators::head;
use crate::site::address::{SitePage, at_root, of_web};
use crate::site::context::Site;
use crate::site::described::{PACKAGE, STRATEGY};
use crate::site::feed::FEED;
use crate::site::frame::licence_address;
use crate::site::manifest::MANIFEST;
use crate::site::sizes::MadeFiles;
use crate::site::table::{TABLE, WORKBOOK, columns};
use ::words::{Word, model, reader, site as words, time};
use strategy::Source;

pub fn page(site: &Site, sizes: &MadeFiles) -> Vec<Element> {
    let day = time::day(&site.published);
    let terms = text("a", words::terms_link()).with("href", licence_address(site.choices.licence));
    let mut page = vec![
        text("h1", words::data()),
        text("p", words::data_note()),
        files(site, sizes),
    ];
    page.extend(site.has_indicators().then(own_tables));
    page.extend([
        text("h2", words::terms_heading()),
        text("p", site.choices.licence.word()).class("lead"),
        text("p", words::terms_cc()),
        text(
            "p",
            &words::terms_attribution(site.town_name(), site.plan_name(), day),
        ),
        element("p").child(terms),
    ]);
    if site.has_indicators() {
        page.extend([text("h2", words::data_columns()), columns_table()]);
    }
    let about = site.strategy().about();
    if !about.sources.is_empty() {
        page.push(text("h2", words::sources_heading()));
        page.push(list(about.sources.iter().map(source)));
    }
    page
}

fn files(site: &Site, sizes: &MadeFiles) -> Element {
    let mut all = vec![
        (TABLE, words::data_csv()),
        (WORKBOOK, words::data_xlsx()),
        (STRATEGY, words::data_json()),
        (PACKAGE, words::data_package()),
        (FEED, words::data_feed()),
        (MANIFEST, words::data_publication()),
    ];
    all.retain(|(name, _)| ![TABLE, WORKBOOK].contains(name) || site.has_indicators());
    let line = |(name, what): (&str, &str)| {
        let size = sizes.get(name).map(|file| words::size(file.bytes));
        let cells = [number(&size.unwrap_or_default()), text("td", what)];
        row(text("a", name).with("href", &at_root(name)), cells)
    };
    let table = element("table")
        .class("reader-table wide")
        .child(text("caption", words::data_table()).class("visually-hidden"))
        .child(heads(
            words::data_file(),
            &[words::data_size().to_owned()],
            &[words::data_what()],
        ))
        .child(element("tbody").all(all.into_iter().map(line)));
    scrolled(words::data_table(), table)
}

/// The way to the table of each indicator.
fn own_tables() -> Element {
    let indicators = SitePage::Read(Page::Indicators);
    element("p")
        .text(words::data_own_csv())
        .child(link(indicators, reader::indicators()))
}

fn columns_table() -> Element {
    let lines = columns().map(|(name, told)| row(text("span", name), [text("td", told)]));
    let table = element("table")
        .class("reader-table wide")
        .child(text("caption", words::data_columns()).class("visually-hidden"))
        .child(head(&[words::data_column(), words::data_meaning()]))
        .child(element("tbody").all(lines));
    scrolled(words::data_columns(), table)
}

/// A document, linked where it stands on the web.
fn source(source: &Source) -> Element {
    let title = model::named(&source.title);
    match of_web(&source.url) {
        Some(address) => text("a", title).with("href", address),
        None => text("span", title),
    }
}
