//! Edges of what stands over the table.

use crate::parts::Short;

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
    /// The same, so many px lower.
    pub fn lower(self, by: f64) -> Self {
        Self {
            top: self.top + by,
            bottom: self.bottom + by,
            ..self
        }
    }

    /// Place and size for a style, as a transform: an element that moves so lays out nothing.
    pub fn moved(self) -> String {
        let [left, top, width, height] = [
            self.left,
            self.top,
            self.right - self.left,
            self.bottom - self.top,
        ]
        .map(Short);
        format!("transform:translate({left}px,{top}px);width:{width}px;height:{height}px")
    }

    /// Place and size for a style.
    pub fn style(self) -> String {
        let [left, top, width, height] = [
            self.left,
            self.top,
            self.right - self.left,
            self.bottom - self.top,
        ]
        .map(Short);
        format!("top:{top}px;left:{left}px;width:{width}px;height:{height}px")
    }
}
