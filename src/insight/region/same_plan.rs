//! A plan that comes a second time.

use super::town::TownKey;
use super::{Head, folded};
use strategy::Period;

/// Key by which a plan is recognised that comes a second time. It is made once for each plan: to compare two keys copies
/// nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanKey {
    period: Period,
    title: String,
    town: TownKey,
}

impl PlanKey {
    /// Returns the key of the plan of a head.
    pub fn of(head: &Head) -> Self {
        Self {
            period: head.period,
            title: folded(&head.title),
            town: head.key(),
        }
    }

    /// True if two keys are of one plan: the town, the title and the period are the same (R13).
    pub fn is(&self, other: &Self) -> bool {
        self.period == other.period && self.title == other.title && self.town.is(&other.town)
    }
}
