//! The names of what stands in a document for word processors.

pub use crate::xml::HEAD as HEAD_OF_PART;

/// Namespace of contents and styles.
pub const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Namespace of relations between parts.
pub const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The file that holds the parts.
pub const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
