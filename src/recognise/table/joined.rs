//! The figures of joined cells in the text of a workbook.

use std::collections::BTreeMap;
use std::ops::Range;

use format::workbook::{MOST_JOINED_ROWS, without_joined_mark};

/// The marked cells by line and column, each with the numbers of lines and columns that it covers.
#[derive(Debug, Default)]
pub struct Joined(BTreeMap<(usize, usize), (usize, usize)>);

impl Joined {
    /// Takes the mark off a cell.
    pub fn take<'a>(&mut self, place: (usize, usize), cell: &'a str) -> &'a str {
        let Some((bare, lines, columns)) = without_joined_mark(cell) else {
            return cell;
        };
        self.0.insert(place, (lines, columns));
        bare
    }

    /// Returns the marked cells of some columns alone.
    pub fn cut(&self, columns: &Range<usize>) -> Self {
        let within = self.0.iter().filter(|((_, at), _)| columns.contains(at));
        let moved = within.map(|((line, at), (lines, wide))| {
            let wide = (*wide).min(columns.end - at);
            ((*line, at - columns.start), (*lines, wide))
        });
        Self(moved.collect())
    }

    /// Returns the marked cells that cover a line, each with its first line and column, and the numbers of lines and columns
    /// that it covers.
    pub fn over(&self, line: usize) -> impl Iterator<Item = ((usize, usize), (usize, usize))> {
        let first = (line + 1).saturating_sub(MOST_JOINED_ROWS);
        let near = self.0.range((first, 0)..=(line, usize::MAX));
        let near = near.map(|(place, size)| (*place, *size));
        near.filter(move |((from, _), (lines, _))| line < from + lines)
    }
}
