//! Pasting of blocks.

use super::place::{Area, Position};

/// The places that a block of texts is pasted into: all of a selection that is a whole multiple of the block, or else
/// from its first cell on. Blanks of a shorter row are no texts.
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
