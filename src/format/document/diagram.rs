//! A diagram: boxes in columns, and arrows that lead to later columns.

/// A diagram.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Diagram {
    /// Heads of the columns, from left to right.
    pub heads: Vec<String>,
    /// Boxes, column by column.
    pub boxes: Vec<DiagramBox>,
    /// Arrows.
    pub arrows: Vec<DiagramArrow>,
    /// The text of a column without boxes.
    pub none: String,
}

/// A box of a diagram.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DiagramBox {
    /// The index of its column.
    pub column: usize,
    /// Text.
    pub text: String,
    /// A smaller text below it.
    pub note: String,
    /// A warning below both; empty if nothing is missing.
    pub warning: String,
    /// True for a box at which the arrows end.
    pub is_end: bool,
}

/// An arrow of a diagram, to a later column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DiagramArrow {
    /// Index of the box at its start.
    pub from: usize,
    /// Index of the box at its end.
    pub to: usize,
    /// True if its reason is written.
    pub is_reasoned: bool,
}

/// A diagram with the width at which it is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DiagramPicture {
    /// The diagram.
    pub diagram: Diagram,
    /// Number of its letters side by side from edge to edge.
    pub width: f64,
}

impl Diagram {
    /// Returns the indexes of the boxes of a column, in order.
    pub fn column(&self, column: usize) -> impl Iterator<Item = usize> {
        let boxes = self.boxes.iter().enumerate();
        boxes
            .filter(move |(_, one)| one.column == column)
            .map(|(at, _)| at)
    }
}
