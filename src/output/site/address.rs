//! Addresses of pages, made from record ids, so that a new title does not change them.

use crate::markup::{Element, Node};
use crate::pages::Page;
use strategy::*;
use words::Language;

/// A page of a site, in any language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SitePage {
    /// A page that the reader's face has as well.
    Read(Page),
    /// The chapters of the plan.
    Chapters,
    /// 実施計画と評価, all measures.
    Measures,
    /// 実施計画と評価 of a measure.
    Measure(Id<Measure>),
    /// 人口の見通し.
    Population,
    /// ロジックモデル of a goal.
    Logic(Id<Goal>),
    /// いただいたご意見と反映.
    Ideas,
    /// An idea, with the answer and what changed.
    Idea(Id<Idea>),
    /// 用語.
    Glossary,
    /// さくいん.
    Index,
    /// 公表のようす.
    Status,
    /// 更新履歴.
    Updates,
    /// データと利用条件.
    Data,
    /// An indicator for the pages of others.
    Embed(Id<Indicator>),
}

impl SitePage {
    /// Its address within the folder of its language.
    pub fn path(self) -> String {
        match self {
            SitePage::Read(Page::Plan) => "index.html".to_owned(),
            SitePage::Read(Page::Goal(id)) => format!("goals/{id}.html"),
            SitePage::Read(Page::Indicators) => "indicators.html".to_owned(),
            SitePage::Read(Page::Indicator(id)) => format!("indicators/{id}.html"),
            SitePage::Chapters => "text.html".to_owned(),
            SitePage::Measures => "measures.html".to_owned(),
            SitePage::Measure(id) => format!("measures/{id}.html"),
            SitePage::Population => "population.html".to_owned(),
            SitePage::Logic(id) => format!("logic/{id}.html"),
            SitePage::Ideas => "ideas.html".to_owned(),
            SitePage::Idea(id) => format!("ideas/{id}.html"),
            SitePage::Glossary => "glossary.html".to_owned(),
            SitePage::Index => "words.html".to_owned(),
            SitePage::Status => "status.html".to_owned(),
            SitePage::Updates => "updates.html".to_owned(),
            SitePage::Data => "data.html".to_owned(),
            SitePage::Embed(id) => format!("embed/{id}.html"),
        }
    }

    /// The page that tells of a record; an initiative stands on that of its measure.
    pub(super) fn of_record(s: &Strategy, id: AnyId) -> Option<Self> {
        Some(match id.kind {
            Kind::Goal => Self::Read(Page::Goal(Id::new(id.number))),
            Kind::Measure => Self::Measure(Id::new(id.number)),
            Kind::Initiative => Self::Measure(s.get(Id::<Initiative>::new(id.number))?.measure),
            Kind::Indicator => Self::Read(Page::Indicator(Id::new(id.number))),
            Kind::Idea => Self::Idea(Id::new(id.number)),
            _ => return None,
        })
    }

    /// A link to it within the same language, to be made relative.
    pub(super) fn link(self) -> String {
        in_language(&self.path())
    }
}

/// The folder of a language; Japanese stands at the root.
pub fn folder(language: Language) -> String {
    match language {
        Language::Japanese => String::new(),
        other => format!("{}/", other.tag()),
    }
}

/// The name of the page that finds and compares.
pub const EXPLORER: &str = "explorer.html";

/// Before a link that begins at the folder of the language.
const OWN: &str = "own:";
/// Before a link that begins at the root of the site.
const ROOT: &str = "root:";

/// A link to what stands once, whatever the language.
pub(super) fn at_root(path: &str) -> String {
    [ROOT, path].concat()
}

/// A link to a page of the same language.
pub(super) fn in_language(path: &str) -> String {
    [OWN, path].concat()
}

/// The same link from a page at this path in this language.
pub(super) fn relative(link: &str, path: &str, language: Language) -> Option<String> {
    let up = "../".repeat(path.matches('/').count());
    if let Some(rest) = link.strip_prefix(OWN) {
        return Some(up + rest);
    }
    let rest = link.strip_prefix(ROOT)?;
    let out = if folder(language).is_empty() {
        ""
    } else {
        "../"
    };
    Some([&up, out, rest].concat())
}

/// Makes every link of ours relative to the page on which it stands.
pub(super) fn settle(element: &mut Element, path: &str, language: Language) {
    for (name, value) in &mut element.attributes {
        if matches!(*name, "href" | "src")
            && let Some(found) = relative(value, path, language)
        {
            *value = found;
        }
    }
    for child in &mut element.children {
        if let Node::Element(child) = child {
            settle(child, path, language);
        }
    }
}

/// An address as a link leads to it: of the web, and of nothing that a browser would run.
pub(super) fn of_web(address: &str) -> Option<&str> {
    let address = address.trim();
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        let head = address.get(..scheme.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(scheme)) && address.len() > scheme.len()
    });
    let is_whole = !address
        .chars()
        .any(|letter| letter.is_whitespace() || "<>\"\\^`{|}".contains(letter));
    (is_web && is_whole).then_some(address)
}

/// The address of the site, ending with a stroke; none where the town gave none that leads to the web.
pub(super) fn base(choices: &Publishing) -> Option<String> {
    let address = of_web(&choices.address)?;
    let plain = address.split(['?', '#']).next().unwrap_or_default();
    let folder = plain.strip_suffix("index.html").unwrap_or(plain);
    Some([folder.trim_end_matches('/'), "/"].concat())
}

/// Returns the public address of the publication, as the town gives it; `None` if it gives none on the web.
pub fn published_at(strategy: &Strategy) -> Option<String> {
    let about = strategy.about();
    about.publishing.as_ref().and_then(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_to_their_page() {
        for (link, path, language, told) in [
            (
                "own:index.html",
                "index.html",
                Language::Japanese,
                "index.html",
            ),
            (
                "own:index.html",
                "goals/g1.html",
                Language::Easy,
                "../index.html",
            ),
            (
                "root:style.css",
                "goals/g1.html",
                Language::Easy,
                "../../style.css",
            ),
            (
                "root:style.css",
                "index.html",
                Language::Japanese,
                "style.css",
            ),
        ] {
            assert_eq!(relative(link, path, language).as_deref(), Some(told));
        }
        assert_eq!(relative("https://a", "index.html", Language::Easy), None);
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        for address in [
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "//a",
            "ht\ntps://a",
            "https://a b",
            "https://a\"b",
        ] {
            assert_eq!(of_web(address), None, "{address}");
        }
        assert_eq!(of_web(" HTTPS://a.jp/x "), Some("HTTPS://a.jp/x"));
        let at = |address: &str| {
            base(&Publishing {
                address: address.to_owned(),
                ..Publishing::default()
            })
        };
        let told = Some("https://a.jp/x/".to_owned());
        assert_eq!(at("https://a.jp/x"), told);
        assert_eq!(at("https://a.jp/x/index.html?y#z"), told);
        assert_eq!(at("企画課へ"), None);
    }
}
