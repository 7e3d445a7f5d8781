//! Edges of a rectangle: of what is seen of a table, and of what is drawn over it.

use super::Short;

/// Edges of a rectangle, in CSS px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edges {
    /// Left.
    pub left: f64,
    /// Top.
    pub top: f64,
    /// Right.
    pub right: f64,
    /// Bottom.
    pub bottom: f64,
}

impl Edges {
    /// The same, lower by a number of px.
    pub fn lower(self, by: f64) -> Self {
        Self {
            top: self.top + by,
            bottom: self.bottom + by,
            ..self
        }
    }

    /// The nearest place inside.
    pub fn nearest(self, (x, y): (f64, f64)) -> (f64, f64) {
        let inside = |at: f64, start: f64, end: f64| at.min(end - 1.0).max(start + 1.0);
        (
            inside(x, self.left, self.right),
            inside(y, self.top, self.bottom),
        )
    }

    /// Place and size for a style, as a transform: an element that moves so lays out nothing.
    pub fn moved(self) -> String {
        let [left, top] = [self.left, self.top].map(Short);
        format!("transform:translate({left}px,{top}px);{}", self.size())
    }

    /// Place and size for a style.
    pub fn style(self) -> String {
        let [left, top] = [self.left, self.top].map(Short);
        format!("top:{top}px;left:{left}px;{}", self.size())
    }

    fn size(self) -> String {
        let [width, height] = [self.right - self.left, self.bottom - self.top].map(Short);
        format!("width:{width}px;height:{height}px")
    }
}
