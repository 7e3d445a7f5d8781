//! Estimates the greatest height of each block on a page. Japanese letters are squares, so the height follows from their
//! number. The lengths are those of the style sheet; the estimates were compared with the heights that a browser measures,
//! row by row, for every paper of every sample.

use std::ops::Range;

use super::layout::Paper;
use super::line_breaks::{divided, letters, lines, lines_up_to};
use crate::chart::{LEAF, lay_out};
use ::words::paper as words;
use format::document::{Block, Cell, Chart, Column, Drawing, Row, Style, Table};

/// Size of the letters of a table, of a note in it, of a paragraph, of a title and of a heading, in mm, as in the style
/// sheet.
pub(super) const LETTER: f64 = 3.18;
const SMALL: f64 = 2.83;
pub(super) const LARGE: f64 = 3.36;
const TITLE: f64 = 5.65;
const HEADING: f64 = 3.89;

/// Line height of texts, and of titles and headings, in letters.
pub(super) const LEADING: f64 = 1.55;
const HEAD_LEADING: f64 = 1.4;

/// Size of the letters in the head of a table, and its line height in letters.
const COLUMN_LETTER: f64 = 3.0;
const COLUMN_LEADING: f64 = 1.35;

/// Space above a title that does not begin its page.
const ABOVE_TITLE: f64 = 5.0;

/// Padding of a cell: at both sides, and above and below.
const SIDES: f64 = 3.6;
const ABOVE_AND_BELOW: f64 = 2.0;

/// The height of a small line.
const SPARK: f64 = 6.2;

/// The greatest height of drawings side by side.
const DRAWING: f64 = 62.0;

/// Room between drawings side by side.
const BETWEEN_DRAWINGS: f64 = 8.0;

/// Room between rows of charts.
const BETWEEN_CHARTS: f64 = 3.0;

/// The height of a code with the room around it.
const CODE: f64 = 26.0;

/// Greatest height of a section that is never divided, as a share of the page.
const WHOLE: f64 = 0.12;

/// Height from which a row may be divided, as a share of the page.
pub(super) const TALL: f64 = 0.2;

/// Returns the width and height of the printed area of A4, or of A3 if it is large, in mm. The height is reduced a little,
/// for the error of an estimate.
pub(super) fn printed_area(wide: bool, large: bool) -> (f64, f64) {
    match (wide, large) {
        (false, false) => (180.0, 260.0),
        (true, false) => (267.0, 174.0),
        (false, true) => (267.0, 383.0),
        (true, true) => (390.0, 261.0),
    }
}

/// The printed area of a page, in mm, and the scale of its letters.
pub(super) struct PageMetrics {
    pub width: f64,
    pub room: f64,
    pub scale: f64,
}

impl PageMetrics {
    pub fn new(paper: &Paper) -> Self {
        let (width, room) = printed_area(paper.wide, paper.large);
        Self {
            width,
            room,
            scale: paper.scale,
        }
    }

    /// Returns the height of a block with the space above and below it.
    pub fn block(&self, block: &Block) -> f64 {
        let (above, below) = self.margins(block);
        let height = |text: &str, letter: f64| self.text(text, self.width, letter);
        let head = |text: &str, letter: f64| {
            let letter = letter * self.scale;
            lines(text, self.width, letter) * letter * HEAD_LEADING
        };
        let own = match block {
            Block::Text(Style::Above, text) => height(text, LETTER),
            Block::Text(_, text) => height(text, LARGE),
            Block::Heading(1, text) => head(text, TITLE),
            Block::Heading(_, text) => head(text, HEADING),
            Block::Contents(_) | Block::NewPage => 0.0,
            Block::Strip(_) => 6.8,
            Block::Code { .. } => CODE - above - below,
            Block::Table(table) => self.table(table),
            Block::Drawings(all) => self.drawings(all),
            Block::Charts(all) => self.charts(all),
            Block::Diagram(one) => {
                let (width, height) = lay_out(&one.diagram, one.width).size;
                height * self.width / width
            }
        };
        above + own + below
    }

    /// Returns the height of drawings side by side, each with a title above and two lines below.
    fn drawings(&self, all: &[Drawing]) -> f64 {
        let count = all.len().max(1) as f64;
        let width = (self.width - BETWEEN_DRAWINGS * (count - 1.0)) / count;
        let heights = all.iter().map(|one| one.size.1 / one.size.0 * width);
        let heights = heights.map(|height| height.min(DRAWING));
        let lines = 3.0 * LETTER * LEADING * self.scale;
        heights.fold(0.0, f64::max) + lines
    }

    /// Returns the height of charts, two side by side, each with a title above.
    fn charts(&self, all: &[Chart]) -> f64 {
        let width = (self.width - BETWEEN_DRAWINGS) / 2.0;
        let one = LEAF.1 / LEAF.0 * width + LETTER * LEADING * self.scale + BETWEEN_CHARTS;
        all.len().div_ceil(2) as f64 * one
    }

    /// Returns the space above and below a block; where two meet, the larger counts.
    pub fn margins(&self, block: &Block) -> (f64, f64) {
        match block {
            Block::Text(Style::Above, _) | Block::Contents(_) | Block::NewPage => (0.0, 0.0),
            Block::Text(Style::Label, _) => (1.0, 0.0),
            Block::Text(..) => (0.0, 2.0),
            Block::Heading(1, _) => (ABOVE_TITLE, 3.0),
            Block::Heading(..) => (4.0 * self.scale, 1.5 * self.scale),
            Block::Strip(_) => (1.0, 4.0),
            Block::Code { .. } => (1.0, 3.0),
            Block::Table(_) => (0.0, 3.0 * self.scale),
            Block::Diagram(_) | Block::Drawings(_) | Block::Charts(_) => (0.0, 3.0),
        }
    }

    /// Returns the height of blocks below another block. `before`: the space that this block leaves below it.
    pub fn run(&self, before: f64, blocks: &[&Block]) -> f64 {
        let mut free = before;
        let heights = blocks.iter().map(|block| {
            let (above, below) = self.margins(block);
            let shared = above.min(free);
            free = below;
            self.block(block) - shared
        });
        heights.sum()
    }

    /// Returns the height of a text in a column of this width.
    fn text(&self, text: &str, width: f64, letter: f64) -> f64 {
        let letter = letter * self.scale;
        lines(text, width, letter) * letter * LEADING
    }

    fn table(&self, table: &Table) -> f64 {
        let widths = self.widths(table);
        let rows = table.rows.iter().map(|row| self.row(row, &widths));
        self.head(table, &widths) + rows.sum::<f64>()
    }

    pub fn widths(&self, table: &Table) -> Vec<f64> {
        let set: f64 = table
            .columns
            .iter()
            .map(|c| c.scaled_width(self.scale))
            .sum();
        let free = table.columns.iter().filter(|c| c.width == 0.0).count();
        let rest = (self.width - set) / free.max(1) as f64;
        let width = |column: &Column| match column.width {
            0.0 => rest,
            _ => column.scaled_width(self.scale),
        };
        table.columns.iter().map(width).collect()
    }

    pub fn head(&self, table: &Table, widths: &[f64]) -> f64 {
        if table.columns.iter().all(|c| c.head.is_empty()) {
            return 0.0;
        }
        let letter = COLUMN_LETTER * self.scale;
        let heads = table.columns.iter().zip(widths).map(|(column, width)| {
            // A head is broken before a bracket or at a space, not within a word.
            let room = (width - SIDES).max(letter) / letter;
            let mut used = f64::INFINITY;
            let words = column.head.split_inclusive([' ', '\u{3000}']);
            let words = words.flat_map(|word| match word.find('（') {
                Some(at) => vec![&word[..at], &word[at..]],
                None => vec![word],
            });
            words
                .filter(|word| !word.is_empty())
                .fold(0.0, |count, word| {
                    let own = letters(word.trim_end());
                    let fits = used + own <= room;
                    used = if fits { used + own } else { own };
                    if fits { count } else { count + 1.0 }
                })
        });
        heads.fold(1.0, f64::max) * letter * COLUMN_LEADING + ABOVE_AND_BELOW * self.scale
    }

    pub fn row(&self, row: &Row, widths: &[f64]) -> f64 {
        let cells = self.cells(row, widths);
        let cells = cells.map(|(cell, width)| self.cell(cell, width) / (cell.down + 1) as f64);
        cells.fold(0.0, f64::max) + ABOVE_AND_BELOW * self.scale
    }

    /// Returns the cells of a row, each with its width.
    fn cells<'a>(
        &self,
        row: &'a Row,
        widths: &'a [f64],
    ) -> impl Iterator<Item = (&'a Cell, f64)> + 'a {
        let mut at = row.skip.min(widths.len());
        row.cells.iter().map(move |cell| {
            let end = (at + cell.more + 1).min(widths.len());
            let width: f64 = widths[at.min(end)..end].iter().sum();
            at = end;
            (cell, (width - SIDES).max(LETTER))
        })
    }

    fn cell(&self, cell: &Cell, width: f64) -> f64 {
        let note = match cell.note.as_str() {
            "" => 0.0,
            note => self.text(note, width, SMALL),
        };
        let spark = if cell.spark.is_some() { SPARK } else { 0.0 };
        (self.text(&cell.text, width, LETTER) + note).max(spark)
    }

    /// Divides a row into two, the first at most this high.
    pub fn divide(&self, row: &Row, widths: &[f64], high: f64) -> Option<(Row, Row)> {
        let high = high - ABOVE_AND_BELOW * self.scale;
        let (mut first, mut second) = (row.clone(), row.clone());
        for (at, (cell, width)) in self.cells(row, widths).enumerate() {
            let of = |letter: f64| letter * self.scale;
            if cell.note.is_empty() {
                let room = (high / (of(LETTER) * LEADING)).floor();
                let (here, there) = divided(&cell.text, width, of(LETTER), room);
                let cut = cell.text.len() - there.len();
                first.cells[at].marked = clipped(&cell.marked, 0, here.len());
                second.cells[at].marked = clipped(&cell.marked, cut, cell.text.len());
                (first.cells[at].text, second.cells[at].text) = (here, there);
            } else {
                let room = high - self.text(&cell.text, width, LETTER);
                let room = (room / (of(SMALL) * LEADING)).floor();
                let (here, there) = divided(&cell.note, width, of(SMALL), room);
                (first.cells[at].note, second.cells[at].note) = (here, there);
                second.cells[at].text = match at {
                    0 => words::continued(&cell.text),
                    _ => String::new(),
                };
            }
            if at == 0 && cell.note.is_empty() {
                first.cells[at].text = cell.text.clone();
                second.cells[at].text = words::continued(&cell.text);
            }
        }
        let says = |row: &Row| {
            let cells = row.cells.iter().enumerate();
            let mut texts = cells.map(|(at, cell)| match (at, cell.note.is_empty()) {
                (0, true) => "",
                (_, true) => cell.text.as_str(),
                (_, false) => cell.note.as_str(),
            });
            texts.any(|text| !text.trim().is_empty())
        };
        (says(&first) && says(&second)).then_some((first, second))
    }

    /// Returns the least height that must fit on the page where these blocks begin.
    pub fn lead(&self, blocks: &[Block]) -> f64 {
        let Some((first, rest)) = blocks.split_first() else {
            return 0.0;
        };
        match first {
            Block::Heading(..) | Block::Text(Style::Above | Style::Label, _) => {
                self.block(first) + self.lead(rest)
            }
            // The text that introduces a table stays with it.
            Block::Text(Style::Body, _) if introduces(blocks) => {
                self.block(first) + self.lead(rest)
            }
            Block::Text(Style::Body, text) => {
                let (above, below) = self.margins(first);
                let letter = LARGE * self.scale;
                let own = lines_up_to(text, self.width, letter, 5.0) * letter * LEADING;
                (above + own + below).min(4.0 * LARGE * LEADING)
            }
            Block::Table(table) => {
                let widths = self.widths(table);
                let first = table.rows.iter().enumerate();
                let first = first.take_while(|(at, row)| *at < 2 || row.is_tied());
                let first = first.map(|(_, row)| self.row(row, &widths).min(TALL * self.room));
                self.head(table, &widths) + first.sum::<f64>()
            }
            _ => self.block(first),
        }
    }

    /// Returns the height that must be free for these blocks to begin: a short section whole, and a title with the
    /// section under it.
    pub fn need(&self, blocks: &[Block]) -> f64 {
        match blocks {
            [
                title @ (Block::Text(Style::Above, _) | Block::Heading(1, _)),
                rest @ ..,
            ] => self.block(title) + self.need(rest),
            [Block::Heading(..), ..] => {
                let section = self.section(blocks);
                let whole = Some(section).filter(|high| *high < WHOLE * self.room);
                whole.unwrap_or_else(|| self.lead(blocks))
            }
            _ => self.lead(blocks),
        }
    }

    /// Returns the height of a heading with everything below it.
    fn section(&self, blocks: &[Block]) -> f64 {
        let begins = |block: &Block| matches!(block, Block::Heading(..));
        let under = blocks.iter().skip(1).take_while(|block| !begins(block));
        let all: Vec<&Block> = blocks.first().into_iter().chain(under).collect();
        self.run(0.0, &all)
    }
}

/// Returns the parts of these ranges between `from` and `to`, counted from `from`.
fn clipped(all: &[Range<usize>], from: usize, to: usize) -> Vec<Range<usize>> {
    let inside = all
        .iter()
        .map(|one| one.start.max(from)..one.end.min(to))
        .filter(|one| !one.is_empty());
    inside.map(|one| one.start - from..one.end - from).collect()
}

/// True if the blocks begin with one to three short texts and then a table.
fn introduces(blocks: &[Block]) -> bool {
    let is_short =
        |block: &&Block| matches!(block, Block::Text(Style::Body, text) if letters(text) < 320.0);
    let words = blocks.iter().take_while(is_short).count();
    words > 0 && words < 4 && matches!(blocks.get(words), Some(Block::Table(_)))
}
