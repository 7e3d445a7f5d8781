//! The pages of a site: those of the reader's face with what only a site says, and its own.

mod breakdown;
mod chapters;
mod data;
mod embed;
mod first;
mod glossary;
mod gone;
mod ideas;
mod index;
mod indicator;
mod logic;
mod measure;
mod measures;
mod parts;
mod population;
mod status;
mod updates;
mod work;

use super::address::SitePage;
use super::context::Site;
use super::frame::framed;
use super::sizes::MadeFiles;
use crate::markup::Element;
use crate::pages::{Page, page};
use words::Language;

pub use gone::{gone_language, gone_page};
pub(super) use parts::{heads, link_list, number, row, scrolled};
pub use updates::{figure_lines, moments, sentence};

/// Everything in the body of a page; none where there is no such page.
pub fn body(site: &Site, language: Language, at: SitePage, sizes: &MadeFiles) -> Option<Element> {
    let main = match at {
        SitePage::Read(Page::Plan) => first::page(site, language),
        SitePage::Read(Page::Goal(id)) => measures::goal(site, id)?,
        SitePage::Read(Page::Indicator(id)) => indicator::page(site, language, id)?,
        SitePage::Read(Page::Indicators) => page(&site.of, Page::Indicators)?,
        SitePage::Chapters => chapters::page(site),
        SitePage::Measures => measures::page(site),
        SitePage::Measure(id) => measure::page(site, id)?,
        SitePage::Population => population::page(site)?,
        SitePage::Logic(id) => logic::page(site, id)?,
        SitePage::Ideas => ideas::page(site),
        SitePage::Idea(id) => ideas::of_one(site, id)?,
        SitePage::Glossary => glossary::page(site, language),
        SitePage::Index => index::page(site),
        SitePage::Status => status::page(site),
        SitePage::Updates => updates::page(site),
        SitePage::Data => data::page(site, sizes),
        SitePage::Embed(id) => return embed::body(site, id),
    };
    let terms = glossary::terms_of_page(site, at, &main);
    let main = main.into_iter().chain(terms).collect();
    Some(framed(site, language, at, main))
}
