//! A4 and A3 in the units of a document.

/// Measures of a sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measures {
    /// Width.
    pub across: u32,
    /// Height.
    pub down: u32,
    /// Side margin.
    pub side: u32,
    /// Scale of the letters.
    pub scale: f64,
}

/// Short side of A4, in twentieths of a point.
const SHORT: u32 = 11_906;
const LONG: u32 = 16_838;
/// The long side of A3, whose short side is the long one of A4.
const LONGEST: u32 = 23_811;

/// Converts mm to twentieths of a point.
pub fn twips(mm: f64) -> f64 {
    mm * 1440.0 / 25.4
}

impl Measures {
    /// A4, or A3 if it is large, portrait or landscape, with this many mm free at the sides.
    pub fn new((wide, large): (bool, bool), side: u16, scale: f64) -> Self {
        let (short, long) = if large {
            (LONG, LONGEST)
        } else {
            (SHORT, LONG)
        };
        let (across, down) = if wide { (long, short) } else { (short, long) };
        Self {
            across,
            down,
            side: twips(f64::from(side)) as u32,
            scale,
        }
    }

    /// Returns the width between the margins.
    pub fn inside(&self) -> u32 {
        self.across - 2 * self.side
    }

    /// Converts a font size in points to half points.
    pub fn half_points(&self, points: f64) -> u32 {
        (points * 2.0 * self.scale).round().max(2.0) as u32
    }

    /// Converts a line height in points to twentieths of a point.
    pub fn line(&self, points: f64) -> u32 {
        (points * 20.0 * self.scale).round() as u32
    }
}
