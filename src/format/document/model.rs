//! Parts of a document.

use std::ops::Range;

/// A document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Its title, among its properties.
    pub title: String,
    /// Its author, among its properties.
    pub author: String,
    /// Header of every page.
    pub running: String,
    /// True if its first page is a cover, with nothing at its head and foot.
    pub cover: bool,
    /// A4 landscape.
    pub wide: bool,
    /// Side margin, in mm.
    pub side: u16,
    /// Scale of its letters; 1: the usual size.
    pub scale: f64,
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Paragraphs, one a line.
    Text(Style, String),
    /// A heading, and how deep it stands: from 1 to 4.
    Heading(usize, String),
    /// 目次, under this title.
    Contents(String),
    /// A page break.
    NewPage,
    /// 表.
    Table(Table),
}

/// Style of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Style {
    /// 本文.
    #[default]
    Body,
    /// The title of the cover.
    Title,
    /// A line under the title of the cover.
    Subtitle,
    /// Small, above a heading: where it stands.
    Above,
    /// A heading that no table of contents lists.
    Label,
}

/// A table. Its head stands again on every page it runs over.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Emphasis of the first cell of a row.
    pub first: First,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Column {
    /// Its head; where no column has one, the table has no head.
    pub head: String,
    /// In mm; 0: what is left.
    pub width: f64,
    /// Alignment of its texts.
    pub align: Align,
}

/// Alignment of a text in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the start of lines.
    #[default]
    Start,
    /// In the middle: a mark.
    Middle,
    /// At the end of lines: a figure.
    End,
}

/// Emphasis of the first cell of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum First {
    /// Not at all.
    #[default]
    Plain,
    /// In strong letters: a name.
    Strong,
    /// In strong letters, with a colour behind: what the row is about.
    Label,
}

/// Kind of row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum RowKind {
    /// A row like most.
    #[default]
    Body,
    /// A heading over the rows that follow.
    Group,
    /// A sum.
    Total,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Its kind.
    pub kind: RowKind,
    /// Its cells: those columns are left out that a cell of a row above goes down over.
    pub cells: Vec<Cell>,
    /// It stays on a page with the row above.
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
    /// Byte ranges of its text that are underlined.
    pub marked: Vec<Range<usize>>,
    /// The colour behind it, `RRGGBB`.
    pub shade: Option<&'static str>,
}
