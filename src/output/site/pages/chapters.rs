//! The chapters of the plan, as they are written.

use crate::markup::{Element, element, text};
use crate::pages::parts::paragraphs;
use crate::site::context::Site;
use ::words::{Word, model, site as words};
use strategy::{Point, Section};

pub fn page(site: &Site) -> Vec<Element> {
    let sections = site.strategy().sections.sorted();
    let mut page = vec![text("h1", words::chapters())];
    if sections.is_empty() {
        page.push(text("p", words::no_text()));
    }
    page.extend(sections.into_iter().map(|one| section(one)));
    page
}

fn section(section: &Section) -> Element {
    let title = match section.title.trim() {
        "" => section.kind.word(),
        title => title,
    };
    element("section")
        .class("reader-card")
        .child(text("h2", &numbered(&section.number, title)))
        .all(paragraphs(&section.text))
        .all(section.points.iter().flat_map(point))
}

fn point(point: &Point) -> Vec<Element> {
    let title = numbered(&point.number, model::named(&point.title));
    let mut told = vec![text("h3", &title)];
    told.extend(paragraphs(&point.text));
    told
}

fn numbered(number: &str, title: &str) -> String {
    [number.trim(), title].join(" ").trim().to_owned()
}
