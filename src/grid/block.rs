//! Pasting of blocks.

use super::place::{Area, Position, Size};

/// Returns the places into which a block of texts is pasted: all of a selection that is a whole multiple of the
/// block, or else from its first cell on. The blanks of a shorter row are not texts.
pub fn placed(block: &[Vec<String>], area: Area) -> Vec<(Position, &str)> {
    let height = block.len();
    let width = block.iter().map(Vec::len).max().unwrap_or_default();
    if height == 0 || width == 0 {
        return Vec::new();
    }
    let size = area.size();
    let repeats = size.rows.is_multiple_of(height) && size.columns.is_multiple_of(width);
    let (down, along) = match repeats {
        true => (size.rows, size.columns),
        false => (height, width),
    };
    let cells = (0..down).flat_map(|row| (0..along).map(move |column| (row, column)));
    let text = |(row, column): (usize, usize)| {
        let text = block.get(row % height)?.get(column % width)?;
        let position = Position {
            row: area.first.row + row,
            column: area.first.column + column,
        };
        Some((position, text.as_str()))
    };
    cells.filter_map(text).collect()
}

/// A block placed on a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid<'a> {
    /// Places inside the grid, each with its text.
    pub inside: Vec<(Position, &'a str)>,
    /// Texts beyond the last row or column, without blanks.
    pub outside: Vec<&'a str>,
}

/// Places a block in an area of a grid: see [`placed`]. The texts are trimmed.
pub fn laid(block: &[Vec<String>], area: Area, size: Size) -> Laid<'_> {
    let mut laid = Laid {
        inside: Vec::new(),
        outside: Vec::new(),
    };
    for (position, text) in placed(block, area) {
        let text = text.trim();
        if position.row < size.rows && position.column < size.columns {
            laid.inside.push((position, text));
        } else if !text.is_empty() {
            laid.outside.push(text);
        }
    }
    laid
}

/// Returns how many rows a grid lacks below its last one to take all texts of a block, placed as by [`placed`].
/// Blanks need no row, and a column beyond the last takes none.
pub fn rows_lacking(block: &[Vec<String>], area: Area, size: Size) -> usize {
    // A block that ends above the last row is not looked through.
    let end = area
        .last
        .row
        .max(area.first.row + block.len().saturating_sub(1));
    if end < size.rows {
        return 0;
    }
    let texts = placed(block, area).into_iter();
    let texts = texts.filter(|(at, text)| at.column < size.columns && !text.trim().is_empty());
    let last = texts.map(|(at, _)| at.row).max();
    last.map_or(0, |row| (row + 1).saturating_sub(size.rows))
}
