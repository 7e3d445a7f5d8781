//! The strategy that the page carries in itself, where somebody handed over the page with one.

use web_sys::Element;

/// Name by which it is read, as if it were a file beside the page.
pub const ASSET: &str = "strategy.json";

/// Data of the page about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The number of the handing over.
    pub id: String,
    /// When that was, as a time stamp.
    pub at: String,
    /// The languages of the publication that stands beside the file; `None`: none does.
    pub pages: Option<String>,
}

impl Carried {
    /// That of this page; `None`: it carries none.
    pub fn here() -> Option<Self> {
        let element = element()?;
        let said = |name| element.get_attribute(name).unwrap_or_default();
        Some(Self {
            id: said("data-id"),
            at: said("data-at"),
            pages: element.get_attribute("data-pages"),
        })
    }
}

/// True if the page carries a publication.
pub fn is_here() -> bool {
    element().is_some()
}

fn element() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let data = document.query_selector("script[data-asset='strategy.json']");
    data.ok().flatten()
}
