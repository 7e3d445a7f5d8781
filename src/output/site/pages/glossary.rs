//! 用語: each term of the field that the pages use, in a sentence; and the terms of one page, as links.

use super::parts::link;
use crate::markup::{Element, Node, element, text};
use crate::site::address::SitePage;
use crate::site::context::Site;
use ::words::ruby::plain;
use ::words::{Language, glossary as words, marks};
use insight::Term;

pub fn page(site: &Site, language: Language) -> Vec<Element> {
    let entries = site.terms.iter().flat_map(|term| {
        let name = named(*term, language).with("id", term.key());
        [name, text("dd", words::meaning(*term))]
    });
    let list = element("dl")
        .class("reader-facts site-glossary")
        .all(entries);
    let index = element("p").child(link(SitePage::Index, words::index()));
    let title = text("h1", words::title());
    vec![title, text("p", words::note()), list, index]
}

/// The term, with its reading over it in Japanese; the words of やさしい日本語 carry readings of their own.
fn named(term: Term, language: Language) -> Element {
    let (word, reading) = (words::word(term), words::reading(term));
    let is_read = language == Language::Japanese && word.chars().any(is_kanji);
    match is_read {
        false => text("dt", word),
        true => {
            let ruby = element("ruby").text(word).child(text("rt", reading));
            element("dt").child(ruby)
        }
    }
}

fn is_kanji(letter: char) -> bool {
    matches!(letter, '一'..='鿿' | '々')
}

/// The terms that stand on a page, as links to their meanings; `None` on the pages of words themselves.
pub fn terms_of_page(site: &Site, at: SitePage, main: &[Element]) -> Option<Element> {
    if matches!(at, SitePage::Glossary | SitePage::Index) {
        return None;
    }
    let mut told = String::new();
    main.iter().for_each(|part| gather(part, &mut told));
    let told = plain(&told);
    let is_there = |term: &&Term| told.contains(&*plain(words::word(**term)));
    let terms: Vec<&Term> = site.terms.iter().filter(is_there).collect();
    let mut line = element("p").class("sub site-terms").text(words::of_page());
    for (at, term) in terms.iter().enumerate() {
        if at > 0 {
            line = line.text(marks::list());
        }
        let address = [&SitePage::Glossary.link(), "#", term.key()].concat();
        line = line.child(text("a", words::word(**term)).with("href", &address));
    }
    (!terms.is_empty()).then_some(line)
}

/// Adds the text of an element.
fn gather(element: &Element, told: &mut String) {
    for child in &element.children {
        match child {
            Node::Text(text) => told.push_str(text),
            Node::Element(inner) => gather(inner, told),
        }
    }
    // Words of two elements do not join.
    told.push('\n');
}
