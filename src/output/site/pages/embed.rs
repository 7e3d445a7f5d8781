//! An indicator for the pages of others: one picture with its figures, and where it comes from.

use crate::markup::{Element, element, text};
use crate::pages::figures::of_series;
use crate::pages::indicator::{answered, question};
use crate::pages::{Page, draft_band};
use crate::rating;
use crate::site::address::SitePage;
use crate::site::context::Site;
use ::words::{answer, site as words, time};
use strategy::*;

pub fn body(site: &Site, id: Id<Indicator>) -> Option<Element> {
    let s = site.strategy();
    let (indicator, seen) = (s.get(id)?, site.of.glance(id)?);
    let answered = answered(&site.of, indicator, &seen);
    let mut main = vec![
        text("h1", &question(indicator, &answered)),
        text("p", &answer::answer(&answered)).class("lead"),
        element("p").child(rating::rating(&seen.verdict)),
    ];
    main.extend(of_series(&site.of, indicator, &seen));
    let day = time::day(&site.published);
    let source = words::embed_source(site.town_name(), site.plan_name(), day);
    let more = text("a", words::embed_more())
        .with("href", &SitePage::Read(Page::Indicator(id)).link())
        .with("target", "_top");
    main.push(text("p", &source).class("sub"));
    main.push(element("p").child(more));
    let main = element("main").class("embedded").all(main);
    let band = draft_band(&s.about());
    Some(element("body").child(element("div").class("reader").all(band).child(main)))
}
