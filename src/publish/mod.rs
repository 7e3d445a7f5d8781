//! HOW it is read by all: a strategy as plain pages that need no script, pure functions of what is published.
//!
//! ```
//! use michishirube::publish::{Page, Publication, page};
//! use michishirube::strategy::{FiscalYear, Strategy};
//!
//! let of = Publication::of(Strategy::default(), FiscalYear(2025), |_| "#".to_owned());
//! let first = page(&of, Page::Plan).expect("every plan has a first page");
//! assert!(first[0].to_string().starts_with("<h1>"));
//! ```
//!
//! - P1 Every goal and every indicator has its page, and every page is reached from the first.
//! - P2 What the town wrote stands as it is written, and is never read as markup.
//! - P3 A picture has its table beside it.

pub mod chart;
pub mod csv;
pub mod explore;
pub mod exporter;
mod figures;
pub mod formats;
mod goal;
pub mod hands;
mod indicator;
mod indicators;
pub mod manuscript;
pub mod markup;
pub mod one_file;
pub mod paper;
mod parts;
mod plan;
mod publication;
mod rating;
pub mod site;
pub mod stratml;
pub mod workbook;
mod writing;

pub use writing::Writing;

use markup::Element;
pub use publication::{Page, Publication};
pub use rating::{Share, Stamp, shares, tone_class};

/// What stands on a page, its heading first; none where there is no such page.
pub fn page(of: &Publication, page: Page) -> Option<Vec<Element>> {
    match page {
        Page::Plan => Some(plan::page(of)),
        Page::Goal(id) => goal::page(of, id),
        Page::Indicators => Some(indicators::page(of)),
        Page::Indicator(id) => indicator::page(of, id),
    }
}
