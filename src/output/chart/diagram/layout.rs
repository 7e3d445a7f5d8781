//! Places of the boxes and arrows of a diagram. Lengths are in letters of its text.

use super::super::Px;
use super::super::text_metrics::folded;
use format::document::DiagramBox;

/// The height of a line of text, and of a line of a smaller text.
pub const LINE: f64 = 1.45;
pub const SMALL_LINE: f64 = 1.25;
/// The size of the smaller text.
const SMALL: f64 = 0.85;
/// Room in a box at both sides, and above and below its texts.
pub const SIDES: f64 = 1.5;
pub const ABOVE_AND_BELOW: f64 = 1.0;
/// Room between boxes of a column.
pub const GAP: f64 = 0.75;
/// The height of the head of a column.
pub const HEAD: f64 = 2.25;
/// The most lines of a text.
const MOST_LINES: usize = 9;

/// A diagram laid out in a width.
#[derive(Debug, Clone, PartialEq)]
pub struct DiagramLayout {
    /// Its width and height.
    pub size: Px,
    /// True if its columns are below each other.
    pub is_down: bool,
    /// The corner and the width of the head of each column.
    pub heads: Vec<(Px, f64)>,
    /// The boxes, by their index.
    pub boxes: Vec<PlacedBox>,
    /// Indexes of the boxes of each column, from the top.
    pub columns: Vec<Vec<usize>>,
    /// The arrows, by their index.
    pub arrows: Vec<PlacedArrow>,
}

/// A box with its place and its lines of text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlacedBox {
    /// Its upper left corner.
    pub at: Px,
    /// Its width and height.
    pub size: Px,
    /// The lines of its text, its note and its warning.
    pub lines: [Vec<String>; 3],
}

/// An arrow with its place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlacedArrow {
    /// Its line, as the data of a path in tenths of a letter.
    pub line: String,
    /// Its head, likewise.
    pub head: String,
    /// The point where it leaves its source for a line that it shares; `None`: its line is its own.
    pub joint: Option<Px>,
}

/// Returns a box of this width, at no place yet.
pub fn sized(of: &DiagramBox, width: f64) -> PlacedBox {
    // One letter is left for signs that a browser does not let begin a line.
    let room = (width - SIDES - 1.0).max(3.0);
    let fold = |text: &str, size: f64| match text {
        "" => Vec::new(),
        text => folded(text, room / size, MOST_LINES),
    };
    let lines = [
        fold(&of.text, 1.0),
        fold(&of.note, SMALL),
        fold(&of.warning, SMALL),
    ];
    let small = lines[1].len() + lines[2].len();
    let height = lines[0].len() as f64 * LINE + small as f64 * SMALL_LINE + ABOVE_AND_BELOW;
    PlacedBox {
        at: (0.0, 0.0),
        size: (width, height),
        lines,
    }
}
