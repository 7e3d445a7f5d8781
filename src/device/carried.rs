//! The strategy inside the page itself, if somebody handed over the page with one.

use web_sys::Element;

/// Name under which it is read, like a file beside the page.
pub const ASSET: &str = "strategy.json";

/// Data that the page holds about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// Number of the handover.
    pub id: String,
    /// Time stamp of the handover.
    pub at: String,
    /// Languages of the publication beside the file; `None` if there is none.
    pub pages: Option<String>,
}

impl Carried {
    /// Returns the data of this page; `None` if it carries no strategy.
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
