//! One page for the person who puts the folder on the web.

use super::address::at_root;
use super::context::Site;
use super::frame::SiteDocument;
use crate::markup::{Element, element, text};
use crate::pages::draft_band;
use ::words::{Language, site as words};

/// Its name in the folder.
pub const HOW_TO: &str = "how-to.html";

/// The page, in Japanese.
pub fn how_to(site: &Site) -> String {
    let explorer = site.explorer.as_ref().map(|_| words::how_explorer());
    let steps = [
        words::how_1(),
        words::how_2(),
        words::how_3(),
        words::how_4(),
        words::how_5(),
        words::how_6(),
        words::how_cache(),
    ];
    let picture = site.picture.as_ref().map(|_| match site.base {
        Some(_) => words::how_picture(),
        None => words::how_picture_address(),
    });
    let steps = steps.into_iter().chain(picture).chain(explorer);
    let steps = steps.map(|step| element("li").child(text("p", step)));
    let main = element("main")
        .with("id", "main")
        .child(text("h1", words::how_title()))
        .child(text("p", &words::how_what(site.plan_name())))
        .child(element("ol").all(steps))
        .child(link());
    let band = draft_band(&site.strategy().about());
    let page = element("div").class("reader").all(band).child(main);
    let body = element("body").child(page);
    let document = SiteDocument {
        path: HOW_TO,
        language: Language::Japanese,
        title: words::how_title().to_owned(),
        description: words::how_what(site.plan_name()),
        body,
        data: Vec::new(),
        is_found: false,
    };
    document.html(site)
}

fn link() -> Element {
    element("p").child(text("a", "index.html").with("href", &at_root("index.html")))
}
