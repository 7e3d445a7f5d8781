//! Scrolling while a pointer drags beyond the visible edge.

/// Distance inside an edge at which a pointer scrolls, in px.
const NEAR: f64 = 16.0;
/// Largest step of scrolling, in px.
const FASTEST: f64 = 40.0;

/// Returns the step of scrolling, in px, for a pointer at a place between two edges: zero in the middle, larger the
/// further it is beyond one; negative for backwards.
pub fn edge_step(at: f64, start: f64, end: f64) -> f64 {
    // Even close edges have a middle between them.
    let near = NEAR.min((end - start).max(0.0) / 4.0);
    let beyond = |by: f64| (by / 2.0).clamp(0.0, FASTEST);
    beyond(at - (end - near)) - beyond(start + near - at)
}
