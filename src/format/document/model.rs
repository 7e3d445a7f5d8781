//! The model of a document. Papers are built in it; the page, Word and Markdown are its writers.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use strategy::{FiscalYear, Tone};

use super::diagram::DiagramPicture;
use super::drawing::Drawing;
use crate::chart::Chart;

/// A document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Title, in the file properties.
    pub title: String,
    /// Author, in the file properties.
    pub author: String,
    /// Running head of every page.
    pub running: String,
    /// Text beside the number of every page.
    pub foot: String,
    /// True if the first page is a cover, without running head and page number.
    pub cover: bool,
    /// True for landscape.
    pub wide: bool,
    /// True for A3 instead of A4.
    pub large: bool,
    /// The margins at the sides, in mm.
    pub side: u16,
    /// Scale of the letters; 1 is the usual size.
    pub scale: f64,
    /// Content, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Paragraphs, one per line.
    Text(Style, String),
    /// A heading and its depth, from 1 to 4.
    Heading(usize, String),
    /// A table of contents with its title.
    Contents(String),
    /// A page break.
    NewPage,
    /// A bar that shows the number of each rating.
    Strip(Vec<Segment>),
    /// An address as a QR code, with its label and its text beside it.
    Code {
        /// The name of the page at the address.
        label: String,
        /// The address.
        address: String,
    },
    /// A table.
    Table(Table),
    /// A diagram as wide as the page.
    Diagram(DiagramPicture),
    /// Drawings side by side.
    Drawings(Vec<Drawing>),
    /// Charts of indicators, two side by side.
    Charts(Vec<Chart>),
}

impl Block {
    /// Body text.
    pub fn body(text: impl Into<String>) -> Self {
        Self::Text(Style::Body, text.into())
    }

    /// Returns a heading that no table of contents lists.
    pub fn label(text: impl Into<String>) -> Self {
        Self::Text(Style::Label, text.into())
    }

    /// Returns a heading of a paper.
    pub fn title(text: impl Into<String>) -> Self {
        Self::Heading(1, text.into())
    }

    /// Returns a heading of a section of a paper.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading(2, text.into())
    }

    /// Returns a table of these columns and rows.
    pub fn table(columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self::Table(Table {
            columns,
            rows,
            ..Table::default()
        })
    }

    /// Returns a table with labels at the left and texts at the right.
    pub fn labelled(rows: Vec<(String, String)>) -> Self {
        let rows = rows.into_iter();
        Self::Table(Table {
            columns: vec![Column::text("", 30), Column::text("", 0)],
            rows: rows
                .map(|(label, text)| Row::of([label.into(), text.into()]))
                .collect(),
            first: First::Label,
            ..Table::default()
        })
    }
}

/// The role of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Style {
    /// Body text.
    #[default]
    Body,
    /// The title of the cover.
    Title,
    /// A line below the title of the cover.
    Subtitle,
    /// A small line above a heading that names its section.
    Above,
    /// A heading that no table of contents lists.
    Label,
    /// The heading of a section that continues from the page before.
    Continued,
}

/// A part of a strip.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// The rating, such as 「A 達成」.
    pub word: String,
    /// The tone of the rating.
    pub tone: Tone,
    /// Number of rated things.
    pub count: usize,
}

/// A table. The head is repeated on every page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Role of the first cells of the rows.
    pub first: First,
    /// The form in which it is printed.
    pub form: TableForm,
}

/// The form of a table on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TableForm {
    /// Rows and columns with rules between them.
    #[default]
    Grid,
    /// Rows that stretch under several columns, centred in their height.
    Crossing,
    /// A row for each 旬; items that last longer run on as bars.
    Timetable,
    /// Rows with a large first cell, to be filled in by hand.
    LargeFirst,
    /// Rows with a wide drawing in the second cell.
    Pictured,
    /// Slips with large letters, to be cut apart and filled in by hand.
    Slips,
}

/// A column. A larger scale of letters makes it wider, a smaller one leaves it as it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Column {
    /// Head of the column. A table without any head has no head row.
    pub head: String,
    /// Width in mm; 0 for a share of the remaining width.
    pub width: f64,
    /// The alignment of its cells.
    pub align: Align,
}

impl Column {
    /// Makes a column of text; the width is in mm, 0 for a share of the remaining width.
    pub fn text(head: impl Into<String>, width: u16) -> Self {
        Self {
            head: head.into(),
            width: width.into(),
            align: Align::Start,
        }
    }

    /// Makes a column of figures.
    pub fn number(head: impl Into<String>, width: u16) -> Self {
        Self {
            align: Align::End,
            ..Self::text(head, width)
        }
    }

    /// Makes a column of marks.
    pub fn mark(head: impl Into<String>, width: u16) -> Self {
        Self {
            align: Align::Middle,
            ..Self::text(head, width)
        }
    }

    /// Returns the width for letters of this scale, in mm; 0 for a share of the remaining width.
    pub fn scaled_width(&self, scale: f64) -> f64 {
        self.width * scale.max(1.0)
    }
}

/// The alignment of text in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the start of the line.
    #[default]
    Start,
    /// In the middle, for marks.
    Middle,
    /// At the end of the line, for figures.
    End,
}

/// The role of the first cell of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum First {
    /// A cell like any other.
    #[default]
    Plain,
    /// A name, in strong letters.
    Name,
    /// A label, on a ground of its own.
    Label,
    /// A number; the second cell is the name.
    Number,
}

/// The role of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum RowKind {
    /// A usual row.
    #[default]
    Body,
    /// A heading over the rows that follow.
    Group,
    /// A sum.
    Total,
    /// A row in place of rows that were left out.
    Omitted,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Role.
    pub kind: RowKind,
    /// Cells, without the columns that a cell of a row above stretches over.
    pub cells: Vec<Cell>,
    /// Number of leading columns that cells of a row above stretch over.
    pub skip: usize,
    /// True if it stays on the page of the row above.
    pub tied: bool,
}

impl Row {
    /// Makes a usual row.
    pub fn of<const N: usize>(cells: [Cell; N]) -> Self {
        Self::all(cells.into())
    }

    /// Makes a usual row of any number of cells.
    pub fn all(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            ..Self::default()
        }
    }

    /// True if no page ends before this row.
    pub fn is_tied(&self) -> bool {
        self.tied || self.skip > 0
    }

    /// Returns a sum.
    pub fn total(cells: Vec<Cell>) -> Self {
        Self {
            kind: RowKind::Total,
            ..Self::all(cells)
        }
    }

    /// Makes a heading over the rows that follow, across the whole table.
    pub fn group(text: String, columns: usize) -> Self {
        Self {
            kind: RowKind::Group,
            ..Self::across(text, columns)
        }
    }

    /// Makes a row of one cell across the whole table.
    pub fn across(text: String, columns: usize) -> Self {
        Self::all(vec![Cell {
            text,
            more: columns.saturating_sub(1),
            ..Cell::default()
        }])
    }

    /// Returns the cells, each with the index of its first column.
    pub fn placed(&self) -> impl Iterator<Item = (usize, &Cell)> {
        let mut next = self.skip;
        self.cells.iter().map(move |cell| {
            let at = next;
            next += cell.more + 1;
            (at, cell)
        })
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Text.
    pub text: String,
    /// A smaller text below it.
    pub note: String,
    /// Number of further columns it stretches over.
    pub more: usize,
    /// Number of further rows it stretches over.
    pub down: usize,
    /// A line drawn instead of text.
    pub spark: Option<Spark>,
    /// The tone of a rating.
    pub tone: Option<Tone>,
    /// Place in a bar over several rows.
    pub bar: Option<Bar>,
    /// The underlined parts of its text, in bytes.
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
    /// Makes a cell of a text with a smaller one below it.
    pub fn noted(text: impl Into<String>, note: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            note: note.into(),
            ..Self::default()
        }
    }

    /// Makes a cell of a small line.
    pub fn drawn(spark: Spark) -> Self {
        Self {
            spark: Some(spark),
            ..Self::default()
        }
    }

    /// Stretches the cell over the rows below.
    pub fn down(self, down: usize) -> Self {
        Self { down, ..self }
    }
}

/// The place of a cell in a bar that stretches over rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// First row.
    Begin,
    /// A row between its first and its last.
    Middle,
    /// Last row.
    End,
    /// A row with a text of its own: the only one of its bar, or its last.
    Whole,
}

/// The data of a small line: an indicator's figures in the height of a line of text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Spark {
    /// Figures by year, in order, the baseline first; a year without a figure is a gap.
    pub points: Vec<(FiscalYear, Option<f64>)>,
    /// The target and its year.
    pub target: Option<(FiscalYear, f64)>,
    /// The tone of its rating.
    pub tone: Option<Tone>,
}

/// Returns the ground behind a rating on paper, as `RRGGBB`.
pub fn tone_ground(tone: Tone) -> &'static str {
    match tone {
        Tone::Best => "BFE3CD",
        Tone::Good => "E0F2E6",
        Tone::Warn => "FBEEB9",
        Tone::Bad => "F6CDC9",
        Tone::None => "ECECEF",
    }
}
