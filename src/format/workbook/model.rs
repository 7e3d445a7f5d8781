//! Parts of a workbook.

use super::form::ShownNumber;
use crate::chart::{Chart, ChartCells};

/// A workbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workbook {
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Title of its tab; shortened if it is too long.
    pub name: String,
    /// Its columns, from the left.
    pub columns: Vec<SheetColumn>,
    /// Its rows, from the top: those above the heads, the heads, and what is under them.
    pub rows: Vec<Row>,
    /// Number of columns that stay in sight when the others are scrolled.
    pub frozen_columns: usize,
    /// True if its tab is hidden.
    pub hidden: bool,
    /// True if only the cells that are filled in can be typed in. There is no password.
    pub protected: bool,
    /// True if its heads carry the buttons of a filter.
    pub filtered: bool,
    /// Its charts.
    pub charts: Vec<PlacedChart>,
}

/// A chart on a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlacedChart {
    /// The chart.
    pub chart: Chart,
    /// The cells it is drawn through.
    pub cells: ChartCells,
    /// Its upper left corner: row and column, counted from 0.
    pub from: (usize, usize),
    /// Its lower right corner: row and column, counted from 0, without this cell.
    pub to: (usize, usize),
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetColumn {
    /// Its width, in characters.
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
    /// The heads of the columns. The last of them stays in sight.
    Head,
    /// A heading over the rows that follow.
    Group,
    /// A row like most.
    #[default]
    Body,
    /// A sum.
    Total,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Its kind.
    pub kind: RowKind,
    /// Its cells, from the left.
    pub cells: Vec<Cell>,
    /// Places of the cells that are filled in, counted from 0: coloured, and open on a protected sheet.
    pub inputs: Vec<usize>,
    /// Comments on its cells, each with the place of its cell, counted from 0.
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
    /// A number, and how it is shown.
    Number(ShownNumber),
    /// The sum of rows of its column, in its number format, with the first and last row of each run of them, counted
    /// from 1. A spreadsheet adds them up again.
    Sum(ShownNumber, Vec<(usize, usize)>),
    /// The number of a cell of another sheet, which it follows; `#N/A`, unseen, where that holds none.
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
    /// Its number, and how it is shown.
    pub shown: Option<ShownNumber>,
}

impl Cell {
    /// A text; none where it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        match text.is_empty() {
            true => Cell::Empty,
            false => Cell::Text(text),
        }
    }
}

impl Row {
    /// A row of a kind.
    pub fn new(kind: RowKind, cells: impl IntoIterator<Item = Cell>) -> Self {
        Self {
            kind,
            cells: cells.into_iter().collect(),
            inputs: Vec::new(),
            comments: Vec::new(),
        }
    }

    /// The row with comments on its cells, each with the place of its cell, counted from 0.
    pub fn commented(self, comments: Vec<(usize, String)>) -> Self {
        Self { comments, ..self }
    }

    /// The row with these of its cells to be filled in, counted from 0.
    pub fn filled_in(self, inputs: Vec<usize>) -> Self {
        Self { inputs, ..self }
    }
}

impl Sheet {
    /// The first and the last row of heads, counted from 1.
    pub(super) fn heads(&self) -> Option<(usize, usize)> {
        let head = |row: &Row| row.kind == RowKind::Head;
        let first = self.rows.iter().position(head)? + 1;
        let last = self.rows.iter().rposition(head)? + 1;
        Some((first, last))
    }

    /// The number of the head and of the last row under it, counted from 1, and the number of columns, if its heads filter
    /// rows.
    pub(super) fn filter(&self) -> Option<(usize, usize, usize)> {
        let (_, head) = self.heads()?;
        let (last, columns) = (self.rows.len(), self.columns.len());
        (self.filtered && last > head && columns > 0).then_some((head, last, columns))
    }
}
