//! Data of the lines of a diagram.

use super::super::Px;
use super::super::svg::short;

/// Units of a drawing in a letter: lengths are written with one decimal.
pub const UNIT: f64 = 10.0;

/// The length of the head of an arrow, and half its height.
const HEAD: Px = (0.75, 0.4);

/// The data of a path.
pub struct PathData(String);

impl PathData {
    /// Begins at a point.
    pub fn from((x, y): Px) -> Self {
        Self(["M", &units(x), " ", &units(y)].concat())
    }

    /// Goes on to a height or a place in the width.
    pub fn straight(mut self, command: &str, to: f64) -> Self {
        self.0 += &[command, &units(to)].concat();
        self
    }

    /// Goes on to a point in a curve that leaves and arrives level.
    pub fn curved(mut self, from: Px, to: Px) -> Self {
        let half = f64::midpoint(from.0, to.0);
        let points = [(half, from.1), (half, to.1), to];
        let points = points.map(|(x, y)| [units(x), units(y)].join(" "));
        self.0 += &["C", &points.join(" ")].concat();
        self
    }

    /// Returns the line, which ends before the head of its arrow.
    pub fn line(self) -> String {
        self.0
    }
}

/// Returns the point where a line ends that leads to this one by an arrow.
pub fn before_head((x, y): Px) -> Px {
    (x - HEAD.0 / 2.0, y)
}

/// Returns the head of an arrow that ends at a point, from the left.
pub fn head(to: Px) -> String {
    let back = to.0 - HEAD.0;
    let points = [to, (back, to.1 - HEAD.1), (back, to.1 + HEAD.1)];
    let points = points.map(|(x, y)| [units(x), units(y)].join(" "));
    ["M", &points.join("L"), "Z"].concat()
}

/// A length in units of the drawing.
pub fn units(length: f64) -> String {
    short(length * UNIT)
}
