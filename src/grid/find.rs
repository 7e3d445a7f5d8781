//! Finding texts in cells, and replacing them. The width and the case of characters do not matter, nor do commas
//! between digits: `1200` finds `１，２００`.

use std::ops::Range;

use super::place::{Position, Size};

/// A text to find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    letters: Vec<char>,
    whole: bool,
}

impl Pattern {
    /// Returns the pattern of a text; with `whole` it must match a whole cell. `None` if the text is blank.
    pub fn new(text: &str, whole: bool) -> Option<Self> {
        let letters: Vec<char> = letters(text.trim())
            .into_iter()
            .map(|(letter, _)| letter)
            .collect();
        (!letters.is_empty()).then_some(Self { letters, whole })
    }

    /// True if a cell has the text.
    pub fn fits(&self, cell: &str) -> bool {
        self.next_in(&letters(cell), 0).is_some()
    }

    /// Returns the cell with every occurrence replaced; `None` if there is none.
    pub fn replaced(&self, cell: &str, new: &str) -> Option<String> {
        let all = letters(cell);
        let (mut text, mut copied, mut from) = (String::new(), 0, 0);
        while let Some(at) = self.next_in(&all, from) {
            let found = &all[at..at + self.letters.len()];
            let (first, last) = (found.first()?, found.last()?);
            text.push_str(&cell[copied..first.1.start]);
            text.push_str(new);
            (copied, from) = (last.1.end, at + self.letters.len());
        }
        (from > 0).then(|| text + &cell[copied..])
    }

    /// Returns the next index in the characters of a cell where the pattern matches.
    fn next_in(&self, all: &[(char, Range<usize>)], from: usize) -> Option<usize> {
        let sought = self.letters.len();
        if self.whole && (all.len() != sought || from > 0) {
            return None;
        }
        let here = |at: &usize| {
            let part = all[*at..*at + sought].iter();
            part.zip(&self.letters)
                .all(|((letter, _), sought)| letter == sought)
        };
        (from..(all.len() + 1).saturating_sub(sought)).find(here)
    }
}

/// Returns the characters of a text in half width and lower case, each with its range of bytes, without commas
/// between digits.
fn letters(text: &str) -> Vec<(char, Range<usize>)> {
    let all = text
        .char_indices()
        .map(|(at, letter)| (folded(letter), at..at + letter.len_utf8()));
    let all: Vec<_> = all.collect();
    let digit = |at: Option<usize>| {
        at.and_then(|at| all.get(at))
            .is_some_and(|(letter, _)| letter.is_ascii_digit())
    };
    let is_mark =
        |at: usize| all[at].0 == ',' && digit(at.checked_sub(1)) && digit(at.checked_add(1));
    let kept = (0..all.len()).filter(|at| !is_mark(*at));
    kept.map(|at| all[at].clone()).collect()
}

/// Returns a character in half width and lower case.
fn folded(letter: char) -> char {
    let half = match letter {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        other => other,
    };
    half.to_ascii_lowercase()
}

/// Returns the nearest matching place after `from`, row by row, then from the other end; `from` itself comes last.
pub fn find_next(
    from: Position,
    backward: bool,
    size: Size,
    fits: impl Fn(Position) -> bool,
) -> Option<Position> {
    let count = size
        .rows
        .checked_mul(size.columns)
        .filter(|count| *count > 0)?;
    let start = (from.row * size.columns + from.column).min(count - 1);
    let place = |step: usize| {
        let at = match backward {
            true => (start + count - step) % count,
            false => (start + step) % count,
        };
        Position {
            row: at / size.columns,
            column: at % size.columns,
        }
    };
    (1..=count).map(place).find(|position| fits(*position))
}
