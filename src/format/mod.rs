//! HOW a strategy travels: one file a format.
//!
//! What cannot be read says what is wrong and where; nothing else happens then.
//!
//! ```
//! use michishirube::format::json::{self, Problem};
//!
//! let fault = json::read(br#"{"format": "michishirube", "version": 99}"#).unwrap_err();
//! assert_eq!(fault.problem, Problem::Newer(99));
//! ```

mod archive;
pub mod csv;
pub mod document;
mod file_kind;
mod framework;
pub mod icalendar;
mod indicator_line;
pub mod json;
pub mod moving_qr;
mod outline_text;
pub mod paper_notes;
pub mod qr;
pub mod stratml;
mod table;
pub mod tsv;
mod unpacked;
pub mod workbook;
mod xml;

pub use archive::{Archive, NotPacked};
pub use file_kind::{FileKind, OpenedAs};
pub use framework::{FrameworkSource, NotAFramework, PublishedFramework};
pub use indicator_line::IndicatorLine;
pub use outline_text::{
    LineDoubt, LineRole, PastedLine, PastedMark, PastedOutline, SaidMarks, Skipped, read_outline,
};
pub use table::{
    ColumnKind, ColumnMapping, Doubt, PastedColumn, PastedIndicator, PastedTable, read_table,
    read_table_as,
};
