//! 本文・支援のことば.

use super::text::chapters as text;
pub use super::text::chapters::*;
use crate::words::text::marks;

/// 「使う取組：…」.
pub fn used_by(titles: &[String]) -> String {
    text::used_by(titles.join(marks::list()))
}
