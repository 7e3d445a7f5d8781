//! Places of the cells where a series is a card: the name above, the figures below it, three in a line; below the targets
//! the actuals, if both are shown (g33).
//!
//! All rows of the table have one height. Two rows that make a card each have half of its name:
//!
//! ```text
//!   row 0  │ name            rating │
//!          │ 目標  figures          │
//!   row 1  ├─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ┤  the last line of the targets lies over the beginning of this row
//!          │ 実績  figures          │
//! ```

use crate::parts::{CardRows, Edges};
use insight::{FigureRow, RowsShown};

/// Height of a row, in CSS px; in text so many times the usual size, with so many figures.
pub fn card_height(shown: RowsShown, figures: usize, text: f64) -> f64 {
    let rows = shown.kinds().len() as f64;
    let card = CardRows {
        frame: (NAME + ROOM) / rows,
        line: LINE,
    };
    card.height(figures, text)
}

/// Height of the name and the rating.
const NAME: f64 = 28.0;
/// Room below a card.
const ROOM: f64 = 4.0;
/// Height of what lies over the beginning of the lower row of a card.
const OVER: f64 = (NAME - ROOM) / 2.0;
/// Height of the head of a figure.
const HEAD: f64 = 16.0;
/// Height of a figure.
const FIGURE: f64 = 30.0;
/// A line of figures with their heads.
const LINE: f64 = HEAD + FIGURE;
/// Width of 目標・実績 before the figures.
const KIND: f64 = 36.0;

/// A row that is a card or the lower part of one, in CSS px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CardPlaces {
    /// Its width.
    pub width: f64,
    /// Size of text, relative to the usual one.
    pub text: f64,
    /// True if it is the lower part of a card.
    is_lower: bool,
}

impl CardPlaces {
    /// The places in a row, in a table of this width.
    pub fn of(row: Option<FigureRow>, width: f64, text: f64) -> Self {
        Self {
            width,
            text,
            is_lower: row.is_some_and(|row| !row.first),
        }
    }

    /// Height above the figures. In the lower part of a card, what is above them is of the upper part.
    pub fn lead(self) -> f64 {
        self.text * if self.is_lower { OVER } else { NAME }
    }

    /// Height of what lies over the row below.
    pub fn over(self, shown: RowsShown) -> f64 {
        let has_lower = shown == RowsShown::Both && !self.is_lower;
        self.text * if has_lower { OVER } else { 0.0 }
    }

    /// Edges of a cell, from the top left of the row; the name is column 0. Without a name the word beside the figures is.
    pub fn cell(self, column: usize) -> Edges {
        let width = CardRows::field_width(self.width - self.figures());
        let Some(figure) = column.checked_sub(1) else {
            let (right, bottom) = match self.is_lower {
                true => (0.0, self.lead() + LINE * self.text),
                false => (width * 2.0, self.lead()),
            };
            return Edges {
                left: 0.0,
                top: if self.is_lower { self.lead() } else { 0.0 },
                right: self.figures() + right,
                bottom,
            };
        };
        let (line, place) = CardRows::place(figure);
        let left = self.figures() + width * place as f64;
        let top = self.lead() + (LINE * line as f64 + HEAD) * self.text;
        Edges {
            left,
            top,
            right: left + width,
            bottom: top + FIGURE * self.text,
        }
    }

    /// The column at a place of the row.
    pub fn column_at(self, along: f64, down: f64) -> usize {
        let below = (down - self.lead()) / self.text;
        if below < 0.0 {
            return 0;
        }
        let share = (along - self.figures()) / (self.width - self.figures());
        1 + CardRows::field_at((below / LINE) as usize, share)
    }

    /// Left edge of the figures.
    fn figures(self) -> f64 {
        KIND * self.text
    }
}
