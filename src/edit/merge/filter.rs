//! Filter of the changes of a merge.

use super::{Act, Row};

/// Changes of one sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowFilter {
    /// All of them.
    All,
    /// Changes that a person has to look at.
    Open,
    /// Changes that both sides made.
    Conflicts,
    /// Changes outside of what was handed out.
    Outside,
    /// Values that were written, and records that were moved.
    Changed,
    /// Records that came or went.
    Added,
}

impl RowFilter {
    /// All filters.
    pub const ALL: [RowFilter; 6] = [
        RowFilter::All,
        RowFilter::Open,
        RowFilter::Conflicts,
        RowFilter::Outside,
        RowFilter::Changed,
        RowFilter::Added,
    ];

    /// True if a change is of this sort.
    pub fn holds(self, row: &Row) -> bool {
        let is_change = matches!(row.act, Act::Changed | Act::Moved);
        match self {
            RowFilter::All => true,
            RowFilter::Open => row.is_to_decide(),
            RowFilter::Conflicts => row.clashes,
            RowFilter::Outside => row.outside,
            RowFilter::Changed => is_change,
            RowFilter::Added => !is_change,
        }
    }
}
