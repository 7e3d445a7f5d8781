//! Blocks of cells on the clipboard.

use super::place::{Area, Position};

/// The texts of a block of cells, row by row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block(pub Vec<Vec<String>>);

impl Block {
    /// The texts of an area.
    pub fn of(area: Area, text: impl Fn(Position) -> String) -> Self {
        let row = |row| {
            area.columns()
                .map(|column| text(Position { row, column }))
                .collect()
        };
        Self(area.rows().map(row).collect())
    }

    /// As text: tabs between cells, line ends between rows, quotes around a cell that holds either.
    pub fn tsv(&self) -> String {
        let quoted = |text: &String| match text.contains(['\t', '\n', '\r', '"']) {
            true => format!("\"{}\"", text.replace('"', "\"\"")),
            false => text.clone(),
        };
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join("\t");
        let lines: Vec<_> = self.0.iter().map(line).collect();
        lines.join("\r\n")
    }

    /// As a table in HTML, which word processors keep as one.
    pub fn html(&self) -> String {
        let mut html = "<table>".to_owned();
        for row in &self.0 {
            html.push_str("<tr>");
            for cell in row {
                html.push_str("<td>");
                escape(cell, &mut html);
                html.push_str("</td>");
            }
            html.push_str("</tr>");
        }
        html.push_str("</table>");
        html
    }
}

fn escape(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\n' => html.push_str("<br>"),
            '\r' => {}
            other => html.push(other),
        }
    }
}

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
