//! Kinds of lines of tables.

use super::pasted::{LineDoubt, LineRole};

/// Kind of a line of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableRowKind {
    /// The first line of an indicator, by its place among those read.
    Indicator(usize),
    /// More of the indicator above.
    More,
    /// Titles by their columns, and the indicator behind them, by its place among those read.
    Titles(Vec<CellTitle>, Option<usize>),
    /// Heads, and what is no indicator.
    Other,
}

/// A title in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellTitle {
    /// Role by its column.
    pub role: LineRole,
    /// The title, without its mark; the text of a direction.
    pub title: String,
    /// The doubt about it.
    pub doubt: Option<LineDoubt>,
}
