//! Parts of a workbook.

use super::form::ShownNumber;
use crate::chart::{Chart, ChartCells};

/// A workbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workbook {
    /// Sheets, in order.
    pub sheets: Vec<Sheet>,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Title of its tab; shortened if it is too long.
    pub name: String,
    /// Columns, from the left.
    pub columns: Vec<SheetColumn>,
    /// Rows, from the top: those above the heads, the heads, and those under them.
    pub rows: Vec<Row>,
    /// Number of columns that stay visible when the others are scrolled.
    pub frozen_columns: usize,
    /// True if its tab is hidden.
    pub hidden: bool,
    /// True if only the cells to fill in can be edited. There is no password.
    pub protected: bool,
    /// True if its heads carry the buttons of a filter.
    pub filtered: bool,
    /// Charts.
    pub charts: Vec<PlacedChart>,
}

/// A chart on a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlacedChart {
    /// The chart.
    pub chart: Chart,
    /// Cells that hold its data.
    pub cells: ChartCells,
    /// Upper left corner: row and column, counted from 0.
    pub from: (usize, usize),
    /// Lower right corner: row and column, counted from 0, exclusive.
    pub to: (usize, usize),
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetColumn {
    /// Width, in characters.
    pub width: usize,
    /// Choices offered as a list in its cells; other values may be entered too. Empty: no list.
    pub choices: Vec<String>,
    /// True if it is hidden.
    pub hidden: bool,
}

/// Kind of row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum RowKind {
    /// The title of the sheet.
    Title,
    /// A note under the title.
    Note,
    /// Heads of the columns. The last of them stays visible.
    Head,
    /// A heading over the rows that follow.
    Group,
    /// A usual row.
    #[default]
    Body,
    /// A sum.
    Total,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Kind.
    pub kind: RowKind,
    /// Cells, from the left.
    pub cells: Vec<Cell>,
    /// Indices of the cells to fill in, counted from 0: coloured, and open on a protected sheet.
    pub inputs: Vec<usize>,
    /// Comments on the cells, each with the index of its cell, counted from 0.
    pub comments: Vec<(usize, String)>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, never computed.
    Text(String),
    /// A number, and its number format.
    Number(ShownNumber),
    /// The sum of rows of its column, in its number format, with the first and last row of each run of them, counted
    /// from 1. A spreadsheet computes it again.
    Sum(ShownNumber, Vec<(usize, usize)>),
    /// The number of a cell of another sheet, which it follows; a hidden `#N/A` if that cell has none.
    Linked(LinkedCell),
}

/// A cell of another sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LinkedCell {
    /// The name of the sheet.
    pub sheet: String,
    /// The row, counted from 1.
    pub row: usize,
    /// The column, counted from 0.
    pub column: usize,
    /// Number of the cell, and its number format.
    pub shown: Option<ShownNumber>,
}

impl Cell {
    /// Makes a text cell; an empty cell if the text is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        match text.is_empty() {
            true => Cell::Empty,
            false => Cell::Text(text),
        }
    }
}

impl Row {
    /// Makes a row of a kind.
    pub fn new(kind: RowKind, cells: impl IntoIterator<Item = Cell>) -> Self {
        Self {
            kind,
            cells: cells.into_iter().collect(),
            inputs: Vec::new(),
            comments: Vec::new(),
        }
    }

    /// Sets the comments on the cells, each with the index of its cell, counted from 0.
    pub fn commented(self, comments: Vec<(usize, String)>) -> Self {
        Self { comments, ..self }
    }

    /// Sets the indices of the cells to fill in, counted from 0.
    pub fn filled_in(self, inputs: Vec<usize>) -> Self {
        Self { inputs, ..self }
    }
}

impl Sheet {
    /// Returns the first and the last row of heads, counted from 1.
    pub(super) fn heads(&self) -> Option<(usize, usize)> {
        let head = |row: &Row| row.kind == RowKind::Head;
        let first = self.rows.iter().position(head)? + 1;
        let last = self.rows.iter().rposition(head)? + 1;
        Some((first, last))
    }

    /// Returns the row of the heads and the last row under them, counted from 1, and the number of columns, if the
    /// heads filter rows.
    pub(super) fn filter(&self) -> Option<(usize, usize, usize)> {
        let (_, head) = self.heads()?;
        let (last, columns) = (self.rows.len(), self.columns.len());
        (self.filtered && last > head && columns > 0).then_some((head, last, columns))
    }
}
