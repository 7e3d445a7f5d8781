//! Drawings of a page, beside which the same stands as a table.

/// A drawing. Word processors leave it out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// Its title.
    pub title: String,
    /// The drawing as SVG. It holds no text that a user wrote.
    pub svg: String,
    /// Width and height of its view box.
    pub size: (f64, f64),
    /// The names of its lines.
    pub key: Vec<DrawingKey>,
    /// A text below it.
    pub note: String,
}

/// The name of a line of a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawingKey {
    /// The class of the line.
    pub class: &'static str,
    /// Its name.
    pub name: String,
}
