//! さくいん: the words in the names of the plan, row by row, each with the pages that hold it.

use super::parts::{link, list};
use crate::markup::{Element, element, text};
use crate::site::address::SitePage;
use crate::site::context::Site;
use crate::site::frame::one_line;
use ::words::{glossary as words, model};
use insight::{IndexEntry, IndexRow, NameIndex};
use strategy::*;

/// Largest number of pages listed under a word: one that is everywhere leads nowhere.
const MOST_PAGES: usize = 20;
/// Largest number of letters of an idea in the list.
const MOST_LETTERS: usize = 40;

pub fn page(site: &Site) -> Vec<Element> {
    let index = NameIndex::of(site.strategy());
    let rows = sort::set(index.entries.iter().map(|entry| entry.row));
    let links = rows.iter().map(|row| {
        let fragment = ["#", &key(*row)].concat();
        text("a", head(*row)).with("href", &fragment)
    });
    let links = element("nav")
        .class("site-rows")
        .with("aria-label", words::index_rows())
        .child(list(links));
    let mut page = vec![
        text("h1", words::index()),
        text("p", words::index_note()),
        links,
    ];
    for row in rows {
        page.push(text("h2", head(row)).with("id", &key(row)));
        let own = index.entries.iter().filter(|entry| entry.row == row);
        let own = own.flat_map(|entry| of_word(site, entry));
        page.push(element("dl").class("reader-facts site-index").all(own));
    }
    page.push(element("p").child(link(SitePage::Glossary, words::title())));
    page
}

/// The fragment of a row.
fn key(row: IndexRow) -> String {
    match row {
        IndexRow::Kana(at) => format!("row-{at}"),
        IndexRow::Latin => "row-latin".to_owned(),
        IndexRow::Unread => "row-others".to_owned(),
    }
}

fn head(row: IndexRow) -> &'static str {
    match row {
        IndexRow::Kana(at) => words::rows().get(at).copied().unwrap_or_default(),
        IndexRow::Latin => words::index_latin(),
        IndexRow::Unread => words::index_others(),
    }
}

fn of_word(site: &Site, entry: &IndexEntry) -> [Element; 2] {
    let shown = entry.of.iter().take(MOST_PAGES);
    let shown = shown.filter_map(|id| of_record(site, *id));
    let more = entry.of.len().saturating_sub(MOST_PAGES);
    let more = (more > 0).then(|| text("p", &words::more(more)).class("sub"));
    let pages = element("dd").child(list(shown)).all(more);
    [text("dt", &entry.word), pages]
}

/// A link to the page that tells of a record, by its name.
fn of_record(site: &Site, id: AnyId) -> Option<Element> {
    let s = site.strategy();
    let page = SitePage::of_record(s, id)?;
    let name = match id.kind {
        Kind::Initiative => {
            let one = s.get(Id::<Initiative>::new(id.number))?;
            model::named(&one.title).to_owned()
        }
        Kind::Idea => opening(&s.get(Id::<Idea>::new(id.number))?.text),
        _ => site.title(page),
    };
    Some(link(page, &name))
}

/// The beginning of the text of an idea, in one line.
fn opening(written: &str) -> String {
    let line = one_line(written);
    match line.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => [&line[..end], "…"].concat(),
        None => line,
    }
}
