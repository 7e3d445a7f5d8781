//! 再掲・関連施策のことば.

use super::super::text::plan_reprise as text;
pub use super::super::text::plan_reprise::*;

use super::thousand;

/// Says that the original is not in this strategy.
pub fn reprise_elsewhere(text: &str) -> String {
    match text.trim() {
        "" => text::reprise_elsewhere_empty().to_owned(),
        text => text::reprise_elsewhere_other(text),
    }
}

/// Says that a repeat has another amount.
pub fn reprise_differs(printed: i64, counted: i64) -> String {
    text::reprise_differs(thousand(printed), thousand(counted))
}
