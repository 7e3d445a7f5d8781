//! Pages that ended: since when, and where to look now.

use crate::markup::{Element, element, text};
use crate::pages::{Page, draft_band};
use crate::site::address::{SitePage, at_root, folder};
use crate::site::context::Site;
use crate::site::frame::around;
use crate::site::manifest::{GonePage, LanguageGone};
use ::words::{Language, model, site as words, time};
use strategy::Date;

/// The title and body of a page that ended.
pub fn gone_page(site: &Site, language: Language, page: &GonePage) -> (String, Element) {
    let title = words::gone_title(model::named(&page.title));
    let since = time::day(&Date(page.since.clone()));
    let now = nearest(site, &page.path);
    let main = vec![
        text("h1", &title),
        text("p", &words::gone_since(since)),
        text("p", words::gone_now()),
        element("p").child(text("a", &site.title(now)).with("href", &now.link())),
    ];
    let other = |to: Language| at_root(&[folder(to), page.path.clone()].concat());
    (title.clone(), around(site, language, None, &other, main))
}

/// The title and body of a page of a language that ended. It says so in Japanese, which is always there.
pub fn gone_language(site: &Site, ended: &LanguageGone, path: &str) -> (String, Element) {
    let title = Language::of_tag(&ended.language).name().to_owned();
    let since = time::day(&Date(ended.since.clone()));
    let here = text("a", &site.plan_name()).with("href", &at_root(path));
    let main = vec![
        text("h1", &title),
        text("p", &words::gone_language(since)),
        element("p").child(here),
    ];
    let body = element("main").with("id", "main").all(main);
    let band = draft_band(&site.strategy().about());
    let page = element("div").class("reader").all(band).child(body);
    (title, element("body").child(page))
}

/// Returns the page to offer instead: the list that had it.
fn nearest(site: &Site, path: &str) -> SitePage {
    let has_measures = !site.strategy().measures.is_empty();
    let has_ideas = !site.strategy().ideas.is_empty();
    match path.split('/').next() {
        Some("indicators" | "embed") if site.has_indicators() => SitePage::Read(Page::Indicators),
        Some("measures") if has_measures => SitePage::Measures,
        Some("ideas") if has_ideas => SitePage::Ideas,
        _ => SitePage::Read(Page::Plan),
    }
}
