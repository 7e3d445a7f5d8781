//! The document around a page of a region.

use super::facts::Facts;
use super::pages::RegionPage;
use crate::markup::{Element, element, text};
use crate::site::address::{at_root, settle};
use crate::site::frame::{head_of, style_name};
use ::words::{Language, region_site as words, shell, site, time};

/// Returns the document of a page.
pub fn html(facts: &Facts, page: RegionPage, main: Vec<Element>) -> String {
    let path = page.path(facts);
    let mut head = head(facts, &page.title(facts));
    let mut body = body(facts, page, main);
    for one in &mut head {
        settle(one, &path, Language::Japanese);
    }
    settle(&mut body, &path, Language::Japanese);
    let head: String = head.iter().map(|one| format!("{one}\n")).collect();
    let language = Language::Japanese.of_page();
    format!("<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n{head}</head>\n{body}\n</html>\n")
}

/// Name of the region.
fn name(facts: &Facts) -> &str {
    match facts.order.name.as_str() {
        "" => words::nameless(),
        name => name,
    }
}

fn head(facts: &Facts, title: &str) -> Vec<Element> {
    let title = words::window(title, name(facts));
    let counted = words::counted(facts.towns, facts.plans.len());
    let style = element("link")
        .with("rel", "stylesheet")
        .with("href", &at_root(style_name()));
    let mut head = head_of(&title, &counted);
    head.push(style);
    head
}

fn body(facts: &Facts, page: RegionPage, main: Vec<Element>) -> Element {
    let named = element("div")
        .class("reader-name")
        .child(text("span", name(facts)).class("town"))
        .child(text("span", &words::counted(facts.towns, facts.plans.len())).class("sub"));
    let links = RegionPage::LISTED.map(|one| {
        let link = text("a", &one.title(facts)).with("href", &at_root(&one.path(facts)));
        match page {
            _ if one == page => link.with("aria-current", "page"),
            RegionPage::Indicator(_) if one == RegionPage::Indicators => {
                link.with("aria-current", "true")
            }
            _ => link,
        }
    });
    let navigation = element("nav").with("aria-label", site::pages()).all(links);
    let head = element("header")
        .class("reader-head")
        .child(named)
        .child(navigation);
    let skip = text("a", shell::skip()).class("skip").with("href", "#main");
    let main = element("main")
        .with("id", "main")
        .with("tabindex", "-1")
        .all(main);
    let page = element("div")
        .class("reader")
        .child(skip)
        .child(head)
        .child(main)
        .child(foot(facts));
    element("body").child(page)
}

fn foot(facts: &Facts) -> Element {
    let order = &facts.order;
    let some = |text: &str, say: fn(&str) -> String| (!text.is_empty()).then(|| say(text));
    let lines = [
        some(&order.publisher, |name| words::publisher(name)),
        some(&order.contact, |contact| site::contact(contact)),
    ];
    element("footer")
        .class("reader-foot")
        .child(text("p", &site::published_on(time::day(&order.published))))
        .all(lines.into_iter().flatten().map(|line| text("p", &line)))
}
