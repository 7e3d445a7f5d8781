//! What the lines of tables are.

use super::pasted::{LineDoubt, LineRole};

/// What a line of a table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Where an indicator begins, by its place among those read.
    Indicator(usize),
    /// More of the indicator above.
    More,
    /// Titles by their columns, and the indicator behind them, by its place among those read.
    Titles(Vec<Titled>, Option<usize>),
    /// Heads, and what is no indicator.
    Other,
}

/// A title in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Titled {
    /// What its column says that it is.
    pub role: LineRole,
    /// The title, without its mark; the text of a direction.
    pub title: String,
    /// What is not certain of it.
    pub doubt: Option<LineDoubt>,
}
