//! Places of the cells where a row is a card: the name above, the figures below it, three in a line.

use crate::parts::{CardRows, Edges};

/// Heights in a card, in CSS px in text of the usual size; the style sheet holds the same.
pub const CARD: CardRows = CardRows {
    frame: NAME + 4.0,
    line: HEAD + FIGURE,
};

/// Height of the name and the rating.
const NAME: f64 = 28.0;
/// Height of the head of a figure.
const HEAD: f64 = 16.0;
/// Height of a figure.
const FIGURE: f64 = 30.0;
/// Width of 目標・実績 before the figures.
const KIND: f64 = 36.0;

/// A card, in CSS px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CardPlaces {
    /// Its width.
    pub width: f64,
    /// Size of text, relative to the usual one.
    pub text: f64,
}

impl CardPlaces {
    /// Edges of a cell, from the top left of the card; the name is column 0.
    pub fn cell(self, column: usize) -> Edges {
        let Some(figure) = column.checked_sub(1) else {
            return Edges {
                left: 0.0,
                top: 0.0,
                right: self.figures() + CardRows::field_width(self.width - self.figures()) * 2.0,
                bottom: NAME * self.text,
            };
        };
        let (line, place) = CardRows::place(figure);
        let width = CardRows::field_width(self.width - self.figures());
        let left = self.figures() + width * place as f64;
        let top = (NAME + CARD.line * line as f64 + HEAD) * self.text;
        Edges {
            left,
            top,
            right: left + width,
            bottom: top + FIGURE * self.text,
        }
    }

    /// The column at a place of the card.
    pub fn column_at(self, along: f64, down: f64) -> usize {
        let below = down / self.text - NAME;
        if below < 0.0 {
            return 0;
        }
        let share = (along - self.figures()) / (self.width - self.figures());
        1 + CardRows::field_at((below / CARD.line) as usize, share)
    }

    /// Left edge of the figures.
    fn figures(self) -> f64 {
        KIND * self.text
    }
}
