//! Rows of a table that become cards on a phone: some lines, and below them fields, three in a line, each below its head.

use super::Scroll;

/// Room in which a row becomes a card, in CSS px in text of the usual size: that of a phone.
const NARROW: f64 = 560.0;

/// Fields in a line of a card.
const FIELDS: usize = 3;

/// Heights in a card, in CSS px in text of the usual size; the style sheet of the page holds the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CardRows {
    /// Height of all that is no field: the lines above, and the room around.
    pub frame: f64,
    /// A line of fields with their heads.
    pub line: f64,
}

impl CardRows {
    /// True if a table of this width, in text so many times the usual size, has cards instead of rows. Before the table is
    /// measured it has rows.
    pub fn fit(seen: Scroll, text: f64) -> bool {
        seen.width > 0.0 && seen.width / text < NARROW
    }

    /// Height of a card with so many fields, in whole CSS px.
    pub fn height(self, fields: usize, text: f64) -> f64 {
        let lines = fields.div_ceil(FIELDS) as f64;
        ((self.frame + self.line * lines) * text).round()
    }

    /// The line of a field, and its place there.
    pub fn place(field: usize) -> (usize, usize) {
        (field / FIELDS, field % FIELDS)
    }

    /// The field at a place of a line, in shares of its width.
    pub fn field_at(line: usize, share: f64) -> usize {
        // A negative number becomes 0.
        let place = (share * FIELDS as f64) as usize;
        line * FIELDS + place.min(FIELDS - 1)
    }

    /// Width of a field in a line of this width.
    pub fn field_width(line: f64) -> f64 {
        line / FIELDS as f64
    }
}
