//! A plan that comes a second time.

use super::{Head, folded};

/// True if two heads are of one plan: the town, the title and the period are the same (R13).
pub fn is_same_plan(one: &Head, other: &Head) -> bool {
    one.period == other.period
        && folded(&one.title) == folded(&other.title)
        && (one.key().is(&other.key()))
}
