//! 版のことば.

pub use super::text::version::*;
