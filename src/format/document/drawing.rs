//! Drawings of a page; a table beside each holds the same data.

/// A drawing. Word processors leave it out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// Title.
    pub title: String,
    /// The drawing as SVG. It holds no text that a user wrote.
    pub svg: String,
    /// Width and height of its view box.
    pub size: (f64, f64),
    /// Legend of the lines.
    pub key: Vec<DrawingKey>,
    /// A text below it.
    pub note: String,
}

/// Legend entry of a line of a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawingKey {
    /// The class of the line.
    pub class: &'static str,
    /// Name.
    pub name: String,
}
