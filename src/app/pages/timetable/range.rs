//! What the parts of the page share: where the keyboard goes back to.

/// The DOM id of the button that adds a lane.
pub const ADD_LANE: &str = "add-lane";
