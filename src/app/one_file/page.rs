//! The page to hand over, as it was delivered.

use leptos::prelude::*;

use device::asset::{self, Unfetched};

/// Purpose of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// For reading: the file is the readers' app.
    Reading,
    /// For editing a copy: the file is this app.
    Writing,
}

impl Purpose {
    /// Returns the name of the page beside the app or in it.
    pub fn file(self) -> &'static str {
        match self {
            Purpose::Reading => "reader.html",
            Purpose::Writing => "michishirube.html",
        }
    }
}

/// Placeholder for the packed parts in the page; `single-file.mjs` leaves it.
const SHELF: &str = "<!-- shelf -->";

/// Returns the page without a strategy, byte for byte as it was delivered.
pub async fn delivered(purpose: Purpose) -> Result<Vec<u8>, Unfetched> {
    let page = asset::load(purpose.file()).await?;
    match purpose {
        Purpose::Writing if !asset::is_folder() => whole(page).ok_or(Unfetched::NotOurs),
        _ => Ok(page),
    }
}

/// Returns this very page. A page does not carry itself: it carries its frame, and its parts are in it unchanged.
fn whole(frame: Vec<u8>) -> Option<Vec<u8>> {
    let frame = String::from_utf8(frame).ok()?;
    let (before, behind) = frame.split_once(SHELF)?;
    let mut shelf = Vec::new();
    let mut next = document()
        .query_selector("script[data-asset]")
        .ok()
        .flatten();
    while let Some(part) = next {
        if part.get_attribute("type").as_deref() == Some("application/gzip") {
            shelf.push(part.outer_html());
        }
        next = part.next_element_sibling();
    }
    Some([before, &shelf.join("\n"), behind].concat().into_bytes())
}
