//! How high parts will stand on the page, at the most. Japanese letters are squares, so it can be said beforehand.

use super::form::{Block, Cell, Column, Leaf, Row, Table};

/// What of A4 portrait is written on, in mm; the style sheet holds the same.
const WIDTH: f64 = 180.0;

/// What of its height is counted on; the rest is left for what an estimate misses.
const ROOM: f64 = 256.0;

/// A letter of a table, of a note in it, of a paragraph and of a title, in mm; the style sheet holds the same.
const LETTER: f64 = 3.18;
const SMALL: f64 = 2.83;
const LARGE: f64 = 3.36;
const TITLE: f64 = 5.65;

/// Lines stand so many letters apart.
const LEADING: f64 = 1.55;

/// What a cell leaves free: at both sides, and above and below.
const SIDES: f64 = 3.6;
const ABOVE_AND_BELOW: f64 = 2.0;

/// How small letters may be made for the sake of one page.
const SCALES: [f64; 4] = [1.0, 0.94, 0.88, 0.82];

/// On one page, with letters as large as they can be for that; `None`: it does not go on one.
pub fn on_one_page(blocks: &[Block]) -> Option<Leaf> {
    let fits = |scale: &f64| {
        let room = Room { scale: *scale };
        blocks.iter().map(|b| room.block(b)).sum::<f64>() <= ROOM
    };
    SCALES.into_iter().find(fits).map(|scale| Leaf {
        blocks: blocks.to_vec(),
        scale,
    })
}

/// Lines that a text takes in such a width.
fn lines(text: &str, width: f64, letter: f64) -> f64 {
    let one = |line: &str| (letters(line) * letter / width).ceil().max(1.0);
    text.split('\n').map(one).sum()
}

/// The width of a text in square letters.
pub fn letters(text: &str) -> f64 {
    text.chars()
        .map(|c| if c.is_ascii() { 0.62 } else { 1.0 })
        .sum()
}

/// How many letters of a paragraph stand in so many lines.
pub fn room(lines: usize) -> f64 {
    lines as f64 * (WIDTH / LARGE - 1.0)
}

/// The page, for letters of a size.
struct Room {
    scale: f64,
}

impl Room {
    fn block(&self, block: &Block) -> f64 {
        let told = |text: &str, letter: f64| self.text(text, WIDTH, letter);
        match block {
            Block::Above(text) => told(text, LETTER),
            Block::Title(text) => told(text, TITLE) + 3.5,
            Block::Heading(_) => 11.0 * self.scale,
            Block::Text(text) => told(text, LARGE) + 2.2,
            Block::Table(table) => self.table(table) + 3.0 * self.scale,
        }
    }

    /// The lines of a text in such a width.
    fn text(&self, text: &str, width: f64, letter: f64) -> f64 {
        let letter = letter * self.scale;
        lines(text, width, letter) * letter * LEADING
    }

    fn table(&self, table: &Table) -> f64 {
        let set: f64 = table.columns.iter().map(|c| f64::from(c.width)).sum();
        let free = table.columns.iter().filter(|c| c.width == 0).count();
        let rest = (WIDTH - set) / free.max(1) as f64;
        let width = |column: &Column| match column.width {
            0 => rest,
            width => f64::from(width),
        };
        let widths: Vec<f64> = table.columns.iter().map(width).collect();
        let heads = table.columns.iter().map(|c| Cell::from(c.head.as_str()));
        let head = Row {
            class: "",
            cells: heads.collect(),
        };
        let has_head = table.columns.iter().any(|c| !c.head.is_empty());
        let rows = has_head.then_some(&head).into_iter().chain(&table.rows);
        rows.map(|row| self.row(row, &widths)).sum()
    }

    fn row(&self, row: &Row, widths: &[f64]) -> f64 {
        let mut at = 0;
        let cells = row.cells.iter().map(|cell| {
            let end = (at + cell.more + 1).min(widths.len());
            let width: f64 = widths[at.min(end)..end].iter().sum();
            at = end;
            let width = (width - SIDES).max(LETTER);
            let note = match cell.note.as_str() {
                "" => 0.0,
                note => self.text(note, width, SMALL),
            };
            self.text(&cell.text, width, LETTER) + note
        });
        cells.fold(0.0, f64::max) + ABOVE_AND_BELOW * self.scale
    }
}
