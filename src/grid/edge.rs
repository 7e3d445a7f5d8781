//! Scrolling while a pointer draws beyond the edge of what is seen.

/// Room inside an edge in which a pointer scrolls, in px.
const NEAR: f64 = 16.0;
/// Largest step of scrolling, in px.
const FASTEST: f64 = 40.0;

/// Returns by how many px to scroll for a pointer at a place between two edges: nothing in the middle, more the further it is
/// beyond one; negative: backwards.
pub fn edge_step(at: f64, start: f64, end: f64) -> f64 {
    // Between edges that are close together there is a middle, too.
    let near = NEAR.min((end - start).max(0.0) / 4.0);
    let beyond = |by: f64| (by / 2.0).clamp(0.0, FASTEST);
    beyond(at - (end - near)) - beyond(start + near - at)
}
