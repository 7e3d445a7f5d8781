//! Parts of several pages of a site.

use crate::markup::{Element, element, text};
use crate::site::address::SitePage;
use crate::site::context::Site;
use ::words::marks;

/// A link to a page.
pub fn link(page: SitePage, words: &str) -> Element {
    text("a", words).with("href", &page.link())
}

/// A list of these.
pub fn list(items: impl IntoIterator<Item = Element>) -> Element {
    let items = items.into_iter();
    element("ul").all(items.map(|item| element("li").child(item)))
}

/// Links of one paragraph, with marks between them.
pub fn link_list(links: impl Iterator<Item = Element>) -> Element {
    let mut all = element("span");
    for (at, link) in links.enumerate() {
        if at > 0 {
            all = all.text(marks::list());
        }
        all = all.child(link);
    }
    all
}

/// A table that is moved sideways where it is too wide; by the keyboard, too.
pub fn scrolled(name: &str, table: Element) -> Element {
    element("section")
        .class("site-scroll")
        .with("aria-label", name)
        .with("tabindex", "0")
        .child(table)
}

/// A heading with what stands under it; nothing where nothing does.
pub fn under(heading: &str, under: Vec<Element>) -> Vec<Element> {
    match under.is_empty() {
        true => under,
        false => [vec![text("h2", heading)], under].concat(),
    }
}

/// A row of cells, the first its head.
pub fn row(head: Element, cells: impl IntoIterator<Item = Element>) -> Element {
    let head = element("th").with("scope", "row").child(head);
    element("tr").child(head).all(cells)
}

/// A cell with a number.
pub fn number(figure: &str) -> Element {
    text("td", figure).class("number")
}

/// The heads of columns: below the first stands what a row is about, below these numbers, below the last ones words.
pub fn heads(first: &str, numbers: &[String], words: &[&str]) -> Element {
    let head = |word: &str| text("th", word).with("scope", "col");
    let row = element("tr")
        .child(head(first))
        .all(numbers.iter().map(|word| head(word).class("number")))
        .all(words.iter().map(|word| head(word)));
    element("thead").child(row)
}

/// A link to a measure, by its code and name.
pub fn to_measure(site: &Site, id: strategy::Id<strategy::Measure>) -> Element {
    let page = SitePage::Measure(id);
    link(page, &site.title(page))
}
