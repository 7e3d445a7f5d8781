//! Plain pages of goals and indicators that need no script: pure functions of what is published.
//!
//! ```
//! use output::pages::{Page, Publication, page};
//! use strategy::{FiscalYear, Strategy};
//!
//! let of = Publication::of(Strategy::default(), FiscalYear(2025), |_| "#".to_owned());
//! let first = page(&of, Page::Plan).expect("every plan has a first page");
//! assert!(first[0].to_string().starts_with("<h1>"));
//! ```
//!
//! - P1 Every goal and every indicator has its page, and every page is reached from the first.
//! - P2 What the town wrote stands as it is written, and is never read as markup.
//! - P3 A picture has its table beside it.
//! - P4 The pages of a plan are the same where only the records of [`SHOWN`] are read.

mod dated;
mod draft;
pub mod explore;
pub(crate) mod figures;
mod goal;
pub(crate) mod indicator;
pub(crate) mod indicators;
pub(crate) mod parts;
pub(crate) mod plan;
mod publication;

use crate::markup::Element;
pub use draft::draft_band;
pub use publication::{Page, Publication};
use strategy::record::ReadableKind;
use strategy::{About, Division, Goal, Indicator, Initiative, Measure, Series};

/// The kinds of records that these pages show.
pub const SHOWN: &[ReadableKind] = &[
    ReadableKind::of::<About>(),
    ReadableKind::of::<Goal>(),
    ReadableKind::of::<Division>(),
    ReadableKind::of::<Measure>(),
    ReadableKind::of::<Initiative>(),
    ReadableKind::of::<Indicator>(),
    ReadableKind::of::<Series>(),
];

/// Returns a page, its heading first; `None`: there is no such page.
pub fn page(of: &Publication, page: Page) -> Option<Vec<Element>> {
    match page {
        Page::Plan => Some(plan::page(of)),
        Page::Goal(id) => goal::page(of, id),
        Page::Indicators => Some(indicators::page(of)),
        Page::Indicator(id) => indicator::page(of, id),
    }
}
