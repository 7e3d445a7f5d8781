//! The document around a page: head, navigation, languages, foot.

use std::sync::OnceLock;

use serde_json::Value;

use super::address::{EXPLORER, SitePage, at_root, folder, relative, settle};
use super::context::Site;
use super::english::mark_japanese;
use super::picture::{PICTURE_SIZE, PictureWords, PreviewPicture};
use super::sizes::sha256;
use crate::markup::{Element, element, text};
use crate::pages::parts::link_line;
use crate::pages::plan::lead;
use crate::pages::{Page, draft_band};
use crate::rating::shares;
use ::words::ruby::plain;
use ::words::{Language, Word, model, shell, site as words, time};
use strategy::*;

/// The style of every page.
pub const STYLE: &str = concat!(
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/read.css"),
    include_str!("../../../style/rating.css"),
    include_str!("../../../style/reader.css"),
    include_str!("../../../style/population_plot.css"),
    include_str!("style.css"),
);
/// Its name in the folder. Each style has its own name, so that a browser never shows a page in a cached older style.
pub fn style_name() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| format!("style-{}.css", &sha256(STYLE.as_bytes())[..12]))
}

/// One document.
pub struct SiteDocument<'a> {
    /// Its address within the folder of its language.
    pub path: &'a str,
    /// Its language.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// Its description, in a sentence.
    pub description: String,
    /// Its body.
    pub body: Element,
    /// Its metadata for machines.
    pub data: Vec<Value>,
    /// True if search engines may list it.
    pub is_found: bool,
}

impl SiteDocument<'_> {
    /// The file.
    pub fn html(mut self, site: &Site) -> String {
        let mut head = self.head(site);
        for one in &mut head {
            settle(one, self.path, self.language);
        }
        settle(&mut self.body, self.path, self.language);
        if self.language == Language::English {
            mark_japanese(&mut self.body);
        }
        let head: String = head.iter().map(|one| format!("{one}\n")).collect();
        let data: String = self.data.iter().map(script).collect();
        let language = self.language.of_page();
        let body = self.body;
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n{head}{data}</head>\n{body}\n</html>\n"
        )
    }

    fn head(&self, site: &Site) -> Vec<Element> {
        let property = |name: &str, content: &str| {
            element("meta")
                .with("property", name)
                .with("content", content)
        };
        let link = |rel: &str, href: &str| element("link").with("rel", rel).with("href", href);
        let title = words::window_title(&self.title, site.plan_name());
        let mut head = head_of(&title, &self.description);
        head.extend([
            property("og:type", "article"),
            property("og:title", &one_line(&title)),
            property("og:description", &one_line(&self.description)),
            link("stylesheet", &at_root(style_name())),
        ]);
        if !self.is_found {
            head.push(meta("robots", "noindex"));
            return head;
        }
        head.push(feed_link(site));
        head.extend(
            site.picture
                .iter()
                .flat_map(|picture| self.preview(site, picture)),
        );
        if let Some(whole) = site.whole(self.language, self.path) {
            head.push(property("og:url", &whole));
            head.push(link("canonical", &whole));
            head.extend(site.voices.iter().filter_map(|voice| {
                let language = voice.language();
                let whole = site.whole(language, self.path)?;
                let tag = hreflang(language);
                Some(link("alternate", &whole).with("hreflang", tag))
            }));
        }
        head
    }

    /// The picture for link previews. Preview services need its full address; if the town has not entered its own
    /// yet, some find it beside the page.
    fn preview(&self, site: &Site, picture: &PreviewPicture) -> [Element; 6] {
        let meta = |key: &'static str, name: &str, content: &str| {
            element("meta").with(key, name).with("content", content)
        };
        let address = match &site.base {
            Some(base) => [base, picture.path.as_str()].concat(),
            None => relative(&at_root(&picture.path), self.path, self.language)
                .unwrap_or_else(|| picture.path.clone()),
        };
        let (wide, high) = PICTURE_SIZE;
        [
            meta("property", "og:image", &address),
            meta("property", "og:image:type", "image/png"),
            meta("property", "og:image:width", &wide.to_string()),
            meta("property", "og:image:height", &high.to_string()),
            meta("property", "og:image:alt", &picture_told(site)),
            meta("name", "twitter:card", "summary_large_image"),
        ]
    }
}

impl Site {
    /// Returns the words of the picture for link previews.
    pub fn picture_words(&self) -> PictureWords {
        self.native().says(|| {
            let facts = &self.of.overview;
            let counts = &facts.whole.indicators;
            let is_judged = facts.has_actuals && counts.total > 0;
            PictureWords {
                town: one_line(&self.town_name()),
                plan: one_line(&self.plan_name()),
                period: model::period(self.strategy().about().period),
                standing: lead(&self.of),
                shares: match is_judged {
                    true => shares(&facts.rules, counts),
                    false => Vec::new(),
                },
            }
        })
    }
}

/// Text alternative of the picture.
fn picture_told(site: &Site) -> String {
    let told = site.picture_words();
    [
        &told.town,
        " ",
        &told.plan,
        " ",
        &told.period,
        " ",
        &told.standing,
    ]
    .concat()
}

fn feed_link(site: &Site) -> Element {
    element("link")
        .with("rel", "alternate")
        .with("type", "application/atom+xml")
        .with("title", &one_line(&site.plan_name()))
        .with("href", &at_root("feed.xml"))
}

/// No script runs on a page.
const NO_SCRIPTS: &str =
    "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";

/// Returns the language tag for machines: やさしい日本語 is a variant of Japanese.
pub(super) fn hreflang(language: Language) -> &'static str {
    match language {
        Language::Japanese => "ja",
        Language::Easy => "ja-x-easy",
        Language::English => "en",
    }
}

/// Returns the beginning of the head of a published page.
pub(super) fn head_of(title: &str, description: &str) -> Vec<Element> {
    vec![
        element("meta").with("charset", "utf-8"),
        element("meta")
            .with("http-equiv", "Content-Security-Policy")
            .with("content", NO_SCRIPTS),
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("color-scheme", "light dark"),
        text("title", &one_line(title)),
        meta("description", &one_line(description)),
    ]
}

fn meta(name: &str, content: &str) -> Element {
    element("meta").with("name", name).with("content", content)
}

/// A text in one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Data for machines: no text of it can end the element it stands in.
fn script(data: &Value) -> String {
    let text = plain(&data.to_string())
        .replace('<', "\\u003c")
        .replace('>', "\\u003e");
    format!(
        "<script type=\"application/ld+json\">{}</script>\n",
        text.replace('&', "\\u0026")
    )
}

/// A page with all that stands around it.
pub fn framed(site: &Site, language: Language, page: SitePage, main: Vec<Element>) -> Element {
    let at = match page {
        SitePage::Embed(id) => SitePage::Read(Page::Indicator(id)),
        other => other,
    };
    let other = |to: Language| at_root(&[folder(to), at.path()].concat());
    around(site, language, Some(at), &other, main)
}

/// The same around what is no page of the plan; `other` leads to it in another language.
pub fn around(
    site: &Site,
    language: Language,
    at: Option<SitePage>,
    other: &dyn Fn(Language) -> String,
    main: Vec<Element>,
) -> Element {
    let about = site.strategy().about();
    let name = element("div")
        .class("reader-name")
        .child(text("span", &site.town_name()).class("town"))
        .child(text("span", &site.plan_name()))
        .child(text("span", &model::period(about.period)).class("sub"));
    let all: Vec<Language> = site.voices.iter().map(|voice| voice.language()).collect();
    let head = element("header")
        .class("reader-head")
        .child(name)
        .all(language_links(&all, language, other))
        .child(navigation(site, at));
    let only_frame =
        (language == Language::English).then(|| text("p", words::frame_only()).class("sub"));
    let main = main.into_iter().chain(only_frame);
    body_of(head, draft_band(&about), main, foot(site))
}

/// Body of a page: its head and a band below it, the page itself, and its foot.
pub fn body_of(
    head: Element,
    band: impl IntoIterator<Item = Element>,
    main: impl IntoIterator<Item = Element>,
    foot: Element,
) -> Element {
    let skip = text("a", shell::skip()).class("skip").with("href", "#main");
    let main = element("main")
        .with("id", "main")
        .with("tabindex", "-1")
        .all(main);
    let page = element("div")
        .class("reader")
        .child(skip)
        .child(head)
        .all(band)
        .child(main)
        .child(foot);
    element("body").child(page)
}

/// The links to the same page in other languages; `None`: there is one language.
pub(super) fn language_links(
    all: &[Language],
    now: Language,
    other: &dyn Fn(Language) -> String,
) -> Option<Element> {
    let link = |language: Language| {
        let link = text("a", language.name())
            .with("href", &other(language))
            .with("lang", language.of_page())
            .with("hreflang", hreflang(language));
        let link = match language == now {
            true => link.with("aria-current", "true"),
            false => link,
        };
        element("li").child(link)
    };
    (all.len() > 1).then(|| {
        element("nav")
            .class("site-languages")
            .with("aria-label", words::languages())
            .child(element("ul").all(all.iter().copied().map(link)))
    })
}

fn navigation(site: &Site, at: Option<SitePage>) -> Element {
    let s = site.strategy();
    let chapters = (!s.sections.is_empty()).then_some(SitePage::Chapters);
    let measures = (!s.measures.is_empty()).then_some(SitePage::Measures);
    let ideas = (!s.ideas.is_empty()).then_some(SitePage::Ideas);
    let indicators = site.has_indicators();
    let indicators = indicators.then_some(SitePage::Read(Page::Indicators));
    let pages = [SitePage::Read(Page::Plan)]
        .into_iter()
        .chain(indicators)
        .chain(measures)
        .chain(site.has_population().then_some(SitePage::Population))
        .chain(chapters)
        .chain(ideas)
        .chain([SitePage::Status, SitePage::Updates, SitePage::Data]);
    let own = at.map(|page| match page {
        SitePage::Read(Page::Goal(_)) | SitePage::Logic(_) => SitePage::Read(Page::Plan),
        SitePage::Read(Page::Indicator(_)) => SitePage::Read(Page::Indicators),
        SitePage::Measure(_) => SitePage::Measures,
        SitePage::Idea(_) => SitePage::Ideas,
        other => other,
    });
    let links = pages.map(|page| {
        let link = text("a", &site.title(page)).with("href", &page.link());
        match own == Some(page) {
            true if at == own => link.with("aria-current", "page"),
            true => link.with("aria-current", "true"),
            false => link,
        }
    });
    let explorer = text("a", words::explorer()).with("href", &at_root(EXPLORER));
    element("nav")
        .with("aria-label", words::pages())
        .all(links)
        .all(site.explorer.as_ref().map(|_| explorer))
}

fn foot(site: &Site) -> Element {
    let contact = site.choices.contact.trim();
    let contact = (!contact.is_empty()).then(|| text("p", &words::contact(contact)));
    let licence = element("p").text(words::licence()).child(
        text("a", site.choices.licence.word()).with("href", licence_address(site.choices.licence)),
    );
    let lists = [SitePage::Glossary, SitePage::Index].map(|page| {
        let link = text("a", &site.title(page)).with("href", &page.link());
        link_line(link)
    });
    element("footer")
        .class("reader-foot")
        .child(text("p", &words::published_on(time::day(&site.published))))
        .all(lists)
        .all(contact)
        .child(licence)
}

/// Returns the address of the full text of a licence.
pub fn licence_address(licence: Licence) -> &'static str {
    match licence {
        Licence::CcBy => "https://creativecommons.org/licenses/by/4.0/",
        Licence::PublicData => {
            "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0"
        }
    }
}
