//! What the parts of the page share: the 旬 it shows, and where the keyboard goes back to.

use crate::strategy::*;

/// The DOM id of the button that adds a lane.
pub const ADD_LANE: &str = "add-lane";
/// The 旬 from the first to the last item, as indices.
pub fn span(s: &Strategy) -> Option<(i32, i32)> {
    let first = s.timetable.iter().map(|j| j.from.index()).min()?;
    let last = s.timetable.iter().map(|j| j.to.index()).max()?;
    Some((
        first.div_euclid(3) * 3,
        (last.div_euclid(3) * 3 + 2).min(first + 36 * 6),
    ))
}
