//! File formats of a strategy, one file per format.
//!
//! Unreadable data is reported with the fault and its place; it has no other effect.
//!
//! ```
//! use format::json::{self, Problem};
//!
//! let fault = json::read(br#"{"format": "michishirube", "version": 99}"#).unwrap_err();
//! assert_eq!(fault.problem, Problem::Newer(99));
//! ```

// Test-only code does not count towards size.
#![cfg_attr(test, allow(clippy::disallowed_methods))]

mod archive;
mod chart;
pub mod csv;
pub mod document;
mod file_kind;
mod framework;
pub mod icalendar;
pub mod json;
pub mod moving_qr;
pub mod qr;
pub mod request;
pub mod review;
pub mod stratml;
mod text_encoding;
pub mod tsv;
mod unpacked;
pub mod workbook;
mod xml;

pub use archive::{Archive, NotPacked};
pub use file_kind::{FileKind, OpenedAs};
pub use framework::{FrameworkSource, NotAFramework, PublishedFramework};
pub use text_encoding::text_encoding;
