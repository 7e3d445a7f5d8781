//! Choice between the two layouts.

use super::layout::DiagramLayout;
use super::{across, down};
use format::document::Diagram;

/// Lays a diagram out in a width, in letters.
pub fn lay_out(diagram: &Diagram, width: f64) -> DiagramLayout {
    match across::column_width(diagram, width) {
        Some(column) => across::layout(diagram, width, column),
        None => down::layout(diagram, width),
    }
}
