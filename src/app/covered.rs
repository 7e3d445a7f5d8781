//! From the cover of a strategy to its first page: the cover stays until the page has the same content.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::store::Store;
use super::workspace::ShowCover;

/// Position of the user on the cover, to continue there on the page that takes its place.
pub struct Stood {
    /// The cover.
    pub cover: ShowCover,
    scrolled: f64,
    /// Address of the link that has the focus.
    link: Option<String>,
}

impl Stood {
    /// Records the present position of the user.
    pub fn on(cover: ShowCover) -> Self {
        let element = document().active_element();
        Self {
            cover,
            scrolled: window().scroll_y().unwrap_or_default(),
            link: element.and_then(|element| element.get_attribute("href")),
        }
    }

    /// Focuses the same link, and scrolls to the same part of the page.
    pub fn go_on(&self) {
        let link = self.link.as_ref();
        let link = link.map(|link| document().query_selector(&format!("a[href=\"{link}\"]")));
        if let Some(Ok(Some(link))) = link {
            // A link on the page can take the focus.
            let _ = link.unchecked_into::<web_sys::HtmlElement>().focus();
        }
        window().scroll_to_with_x_and_y(0.0, self.scrolled);
    }
}

/// The cover shown before the strategy was open: it stays until its first page is computed.
#[derive(Clone)]
pub struct Covered {
    cover: Option<ShowCover>,
    /// True until another page is opened.
    first: RwSignal<bool>,
}

impl Covered {
    /// Provides the cover for the pages below.
    pub fn set_up(cover: Option<ShowCover>, first: RwSignal<bool>) {
        provide_context(Self { cover, first });
    }

    /// Returns the cover, until the user opens another page or edits.
    pub fn here() -> Option<ShowCover> {
        let covered = expect_context::<Self>();
        let edited = untrack(|| Store::here().revision()) != 0;
        covered
            .cover
            .filter(|_| covered.first.get_untracked() && !edited)
    }
}
