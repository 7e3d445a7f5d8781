//! 広域の施策: measures of an area, and the measures of its municipalities that they are tied to.
//!
//! - R33 A tie names a municipality by its code and a measure by its title, compared as in R6. It stays whatever plans are
//!   at hand: a plan that is handed in again carries it on, and a tie without its measure is reported, never dropped.

use super::folded;

/// A measure of an area, over several municipalities.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AreaMeasure {
    /// 名称.
    pub title: String,
    /// The measures of municipalities that carry it, in the order in which they were tied.
    pub ties: Vec<MeasureTie>,
}

/// Tie of a measure of an area to a measure of a municipality.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MeasureTie {
    /// 全国地方公共団体コード: six digits.
    pub code: String,
    /// Title of the measure, as the plan had it when it was tied.
    pub title: String,
}

impl MeasureTie {
    /// True if both are of one measure of one municipality.
    pub fn is(&self, other: &Self) -> bool {
        self.code == other.code && folded(&self.title) == folded(&other.title)
    }
}
