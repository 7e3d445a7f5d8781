//! A publication as a folder: plain pages without scripts, data, and what tells the next publication what was there.
//!
//! ```
//! use michishirube::publish::site::Site;
//! use michishirube::strategy::{Date, Strategy};
//! use michishirube::words::{Language, Voice};
//!
//! let voices = [Voice::compiled_in(Language::Japanese)];
//! let day = Date("2026-11-23".to_owned());
//! let site = Site::new(&Strategy::default(), None, &day, &voices).expect("Japanese is spoken");
//! let files: Vec<_> = site.files().collect();
//! assert!(files.iter().any(|file| file.path == "index.html"));
//! ```
//!
//! - P10 Nothing that was not chosen is in any byte: all is made from the public subset.
//! - P11 Whatever a town writes is text: no file runs it, computes it, or is broken by it.
//! - P12 Every link within the folder leads to something in it.
//! - P13 A page keeps its address, whatever its record is called; a page that ended says since when, and where to look.
//! - P14 Each figure, count, total and rating is what `insight` says of the public subset.
//! - P15 What a publication says has changed is what differs from the one before, and nothing else.
//! - P16 The same strategy, choices, day and publication before make the same bytes.

mod address;
mod changes;
mod context;
mod described;
mod feed;
mod files;
mod frame;
mod how_to;
mod manifest;
mod pages;
mod sizes;
mod subset;
mod table;

pub use address::{SitePage, folder};
pub use changes::{Touched, Update, UpdateItem, What, changes};
pub use context::{Site, Unpublishable, languages};
pub use files::{Files, PublishedFile};
pub use manifest::{Before, GonePage, LanguageGone, MANIFEST, Manifest, NotRead, PublishedPage};
pub use pages::sentence;
pub use subset::{field_key, inner_fields, public_subset};
