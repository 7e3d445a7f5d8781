//! What a document is made of.

use std::ops::Range;

/// A document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// What it is called, among its properties.
    pub title: String,
    /// Its author, among its properties.
    pub author: String,
    /// What stands at the head of every page.
    pub running: String,
    /// True if its first page is a cover, with nothing at its head and foot.
    pub cover: bool,
    /// A4 landscape.
    pub wide: bool,
    /// What is left free at the sides, in mm.
    pub side: u16,
    /// How large its letters are; 1: as usual.
    pub scale: f64,
    /// What stands in it, from the beginning to the end.
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
    /// What follows begins on a new page.
    NewPage,
    /// 表.
    Table(Table),
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Style {
    /// 本文.
    #[default]
    Body,
    /// The title of the cover.
    Title,
    /// What stands under the title of the cover.
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
    /// How the first cell of a row stands out.
    pub first: First,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Column {
    /// Its head; where no column has one, the table has no head.
    pub head: String,
    /// In mm; 0: what is left.
    pub width: f64,
    /// Where what is in it stands.
    pub align: Align,
}

/// Where in its column a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Where lines begin.
    #[default]
    Start,
    /// In the middle: a mark.
    Middle,
    /// Where lines end: a figure.
    End,
}

/// How the first cell of a row stands out.
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

/// What a row is.
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
    /// What it is.
    pub kind: RowKind,
    /// Its cells: those columns are left out that a cell of a row above goes down over.
    pub cells: Vec<Cell>,
    /// It stays on a page with the row above.
    pub tied: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Said under it, smaller.
    pub note: String,
    /// How many columns it takes beyond its own.
    pub more: usize,
    /// How many rows it takes beyond its own.
    pub down: usize,
    /// Byte ranges of its text that are underlined.
    pub marked: Vec<Range<usize>>,
    /// The colour behind it, `RRGGBB`.
    pub shade: Option<&'static str>,
}
