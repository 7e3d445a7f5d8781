//! The document around a page of a region.

use super::facts::Facts;
use super::pages::RegionPage;
use crate::markup::{Element, element, text};
use crate::site::address::{at_root, folder, in_language, settle};
use crate::site::english::mark_japanese;
use crate::site::frame::{body_of, head_of, language_links, style_name};
use ::words::{Language, region_site as words, site, time};

/// A page in a language, and the languages it stands in.
pub struct RegionFrame<'a> {
    pub facts: &'a Facts,
    pub page: RegionPage,
    pub language: Language,
    pub languages: &'a [Language],
}

impl RegionFrame<'_> {
    /// Returns the document.
    pub fn html(&self, main: Vec<Element>) -> String {
        let path = self.page.path(self.facts);
        let mut head = self.head();
        let mut body = self.body(main);
        for one in &mut head {
            settle(one, &path, self.language);
        }
        settle(&mut body, &path, self.language);
        if self.language == Language::English {
            mark_japanese(&mut body);
        }
        let head: String = head.iter().map(|one| format!("{one}\n")).collect();
        let language = self.language.of_page();
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n{head}</head>\n{body}\n</html>\n"
        )
    }

    /// Name of the region.
    fn name(&self) -> &str {
        match self.facts.order.name.as_str() {
            "" => words::nameless(),
            name => name,
        }
    }

    fn counted(&self) -> String {
        words::counted(self.facts.towns, self.facts.plans.len())
    }

    fn head(&self) -> Vec<Element> {
        let title = words::window(self.page.title(self.facts), self.name());
        let style = element("link")
            .with("rel", "stylesheet")
            .with("href", &at_root(style_name()));
        let mut head = head_of(&title, &self.counted());
        head.push(style);
        head
    }

    fn body(&self, main: Vec<Element>) -> Element {
        let facts = self.facts;
        let named = element("div")
            .class("reader-name")
            .child(text("span", self.name()).class("town"))
            .child(text("span", &self.counted()).class("sub"));
        let other = |to: Language| at_root(&(folder(to) + &self.page.path(facts)));
        let head = element("header")
            .class("reader-head")
            .child(named)
            .all(language_links(self.languages, self.language, &other))
            .child(self.navigation());
        // A town's names and texts are published as the town wrote them.
        let is_other = self.language != Language::Japanese;
        let own_texts = is_other.then(|| text("p", words::own_texts()).class("sub"));
        body_of(head, None, main.into_iter().chain(own_texts), foot(facts))
    }

    fn navigation(&self) -> Element {
        let links = RegionPage::LISTED.map(|one| {
            let path = in_language(&one.path(self.facts));
            let link = text("a", &one.title(self.facts)).with("href", &path);
            match self.page {
                page if one == page => link.with("aria-current", "page"),
                RegionPage::Indicator(_) if one == RegionPage::Indicators => {
                    link.with("aria-current", "true")
                }
                _ => link,
            }
        });
        element("nav").with("aria-label", site::pages()).all(links)
    }
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
