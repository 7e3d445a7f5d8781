//! Namespaces of a document for word processors.

pub use crate::xml::{HEAD as HEAD_OF_PART, PACKAGE, RELATIONS};

/// Namespace of contents and styles.
pub const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
