//! The layout of a paper: what stands on it as plain parts, the same on the screen, on A4 and in a file.

use std::ops::Range;

use crate::chart::Spark;
use strategy::Tone;

/// A paper before it is divided into pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// A4 landscape.
    pub wide: bool,
    /// Scale of the letters; 1: the usual size.
    pub scale: f64,
    /// Parts that each begin on a new page.
    pub parts: Vec<Vec<Block>>,
    /// Largest number of its pages.
    pub most: Option<usize>,
}

impl Default for Paper {
    fn default() -> Self {
        Self::new(Vec::new(), false, 1.0)
    }
}

impl Paper {
    /// A paper of as many pages as it takes.
    pub fn new(parts: Vec<Vec<Block>>, wide: bool, scale: f64) -> Self {
        Self {
            wide,
            scale,
            parts,
            most: None,
        }
    }
}

/// Papers printed in one go.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// A4 landscape.
    pub wide: bool,
    /// Scale of the letters, the same on every page; 1: the usual size.
    pub scale: f64,
    /// Its pages.
    pub pages: Vec<Page>,
}

impl Default for Report {
    fn default() -> Self {
        Self {
            wide: false,
            scale: 1.0,
            pages: Vec::new(),
        }
    }
}

/// A page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// From the top of the page on.
    pub blocks: Vec<Block>,
}

impl Page {
    /// True if a section begins on it, and none goes on.
    pub fn begins(&self) -> bool {
        let goes_on = |block: &&Block| matches!(block, Block::Above(_) | Block::Continued(_));
        let first = self.blocks.iter().find(|block| !goes_on(block));
        matches!(first, Some(Block::Heading(_) | Block::Title(_)))
    }
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The place of a title in the plan, small, above it.
    Above(String),
    /// 表題.
    Title(String),
    /// The heading that goes on from the page before, at the head of the page.
    Continued(String),
    /// 見出し.
    Heading(String),
    /// 項目.
    Label(String),
    /// 本文; its line breaks stand.
    Text(String),
    /// Number of each rating.
    Strip(Vec<Segment>),
    /// An address, as a code to be read by a phone, and as text beside it.
    Code {
        /// Name of the linked page.
        label: String,
        /// Its address.
        address: String,
    },
    /// 表.
    Table(Table),
}

/// A part of the strip.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// 「A 達成」.
    pub word: String,
    /// Good or bad.
    pub tone: Tone,
    /// Their number.
    pub count: usize,
}

/// 表. Its head stands again on every page it runs over.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// More classes.
    pub class: &'static str,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
}

/// A column. Larger letters make it wider, smaller ones leave it as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its head; where no column has one, the table has no head.
    pub head: String,
    /// In mm; 0: what is left.
    pub width: u16,
    /// True if it holds figures.
    pub number: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// `group`, `total`, or nothing.
    pub class: &'static str,
    /// Its cells; the first is its head.
    pub cells: Vec<Cell>,
    /// Number of columns at its beginning that cells of the row above take; such a row stays with it.
    pub skip: usize,
    /// It stays with the row above.
    pub tied: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Its text.
    pub text: String,
    /// Said under it, smaller.
    pub note: String,
    /// Number of columns it takes beyond its own.
    pub more: usize,
    /// Number of rows it takes beyond its own.
    pub down: usize,
    /// Drawn instead of a text.
    pub spark: Option<Spark>,
    /// A class of its own.
    pub class: &'static str,
    /// Byte ranges of its text that are underlined.
    pub marked: Vec<Range<usize>>,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

impl Cell {
    /// With something smaller under it.
    pub fn noted(text: impl Into<String>, note: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            note: note.into(),
            ..Self::default()
        }
    }

    /// A small line.
    pub fn drawn(spark: Spark) -> Self {
        Self {
            spark: Some(spark),
            ..Self::default()
        }
    }

    /// Joined over the rows below.
    pub fn down(self, down: usize) -> Self {
        Self { down, ..self }
    }
}

impl Column {
    /// A column of text.
    pub fn text(head: impl Into<String>, width: u16) -> Self {
        Self {
            head: head.into(),
            width,
            number: false,
        }
    }

    /// Returns its width for letters of this size, in mm; 0: the rest of the line.
    pub fn wide(&self, scale: f64) -> f64 {
        f64::from(self.width) * scale.max(1.0)
    }

    /// A column of figures.
    pub fn number(head: impl Into<String>, width: u16) -> Self {
        Self {
            number: true,
            ..Self::text(head, width)
        }
    }
}

impl Row {
    /// A row like any other.
    pub fn of<const N: usize>(cells: [Cell; N]) -> Self {
        Self {
            cells: cells.into(),
            ..Self::default()
        }
    }

    /// A row of so many cells.
    pub fn all(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            ..Self::default()
        }
    }

    /// 計.
    pub fn total(cells: Vec<Cell>) -> Self {
        Self {
            class: "total",
            cells,
            ..Self::default()
        }
    }

    /// A heading over the rows that follow.
    pub fn group(text: String, columns: usize) -> Self {
        Self::across("group", text, columns)
    }

    /// A row of one cell across the whole table.
    pub fn across(class: &'static str, text: String, columns: usize) -> Self {
        Self {
            class,
            cells: vec![Cell {
                text,
                more: columns.saturating_sub(1),
                ..Cell::default()
            }],
            ..Self::default()
        }
    }
}

/// A table of labels at the left and texts at the right.
pub fn labelled(rows: Vec<(String, String)>) -> Block {
    let rows = rows.into_iter();
    Block::Table(Table {
        class: "labelled-rows",
        columns: vec![Column::text("", 30), Column::text("", 0)],
        rows: rows
            .map(|(label, text)| Row::of([label.into(), text.into()]))
            .collect(),
    })
}
