//! The first page: what the reader's face says first, what changed lately, and the data.

use super::parts::{link, under};
use super::updates;
use crate::publish::markup::{Element, text};
use crate::publish::parts::paragraphs;
use crate::publish::site::address::SitePage;
use crate::publish::site::context::Site;
use crate::publish::{Page, page as read};
use crate::strategy::SectionKind;
use crate::words::{overview, site as words};

pub fn page(site: &Site) -> Vec<Element> {
    let mut page = read(&site.of, Page::Plan).unwrap_or_default();
    let average = overview::average(&site.of.overview.whole.average);
    if !average.is_empty() {
        page.push(text("p", &average).class("sub"));
    }
    let s = site.strategy();
    let purpose = s.sections.sorted().into_iter();
    let purpose = purpose.filter(|one| one.kind == SectionKind::Purpose);
    let purpose: Vec<Element> = purpose
        .flat_map(|one| paragraphs(&one.text))
        .take(3)
        .collect();
    page.extend(under(words::chapters(), purpose));
    page.extend(lately(site));
    page.push(text("h2", words::use_data()));
    page.push(link(SitePage::Data, words::data()));
    page
}

/// What the newest publication changed.
fn lately(site: &Site) -> Vec<Element> {
    let newest = site.manifest.updates.first();
    let newest: Vec<Element> = newest
        .map(|one| updates::entry(one, "h3"))
        .into_iter()
        .collect();
    let mut lately = under(words::changed_lately(), newest);
    if !lately.is_empty() {
        lately.push(link(SitePage::Updates, words::all_updates()));
    }
    lately
}
