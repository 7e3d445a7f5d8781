//! A table of the region as the page, its CSV and its workbook show it, and the order of its rows.

use std::cmp::Ordering;

use super::folded;
use strategy::sort;

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegionTable {
    /// Its title.
    pub title: String,
    /// Its scope, in a sentence; empty: every town.
    pub scope: String,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows, with a cell for each head.
    pub rows: Vec<Vec<TableCell>>,
    /// The row of sums; it takes no part in the order.
    pub total: Option<Vec<TableCell>>,
    /// Parts of the rows: row, town and figure.
    pub parts: Vec<[String; 3]>,
}

/// A cell: its text and the value by which it is sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableCell {
    /// Its text.
    pub shown: String,
    /// Its value.
    pub value: SortValue,
}

/// Value of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum SortValue {
    /// Nothing; comes last in either direction.
    #[default]
    Empty,
    /// A text, in the form in which it is compared.
    Text(String),
    /// A whole number, of the unit of its column.
    Number(i64),
    /// A part of a whole.
    Share(usize, usize),
}

impl TableCell {
    /// Returns a cell with a text.
    pub fn text(shown: impl Into<String>) -> Self {
        let shown = shown.into();
        let value = match folded(&shown) {
            key if key.is_empty() => SortValue::Empty,
            key => SortValue::Text(key),
        };
        Self { shown, value }
    }

    /// Returns a cell with a number and its text.
    pub fn number(shown: impl Into<String>, value: i64) -> Self {
        Self {
            shown: shown.into(),
            value: SortValue::Number(value),
        }
    }

    /// Returns a cell with a count.
    pub fn count(shown: impl Into<String>, count: usize) -> Self {
        Self::number(shown, i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// Returns a cell with a part of a whole; a part of nothing is empty.
    pub fn share(shown: impl Into<String>, part: usize, whole: usize) -> Self {
        let value = match whole {
            0 => SortValue::Empty,
            whole => SortValue::Share(part, whole),
        };
        Self {
            shown: shown.into(),
            value,
        }
    }
}

impl SortValue {
    /// Compares two values of a column, neither of them empty.
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            (Self::Number(one), Self::Number(other)) => one.cmp(other),
            (Self::Share(part, whole), Self::Share(other, of)) => {
                // Both are divided by the same: no share is rounded.
                let wide = |a: usize, b: usize| a as u128 * b as u128;
                wide(*part, *of).cmp(&wide(*other, *whole))
            }
            _ => self.rank().cmp(&other.rank()),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Share(..) => 1,
            Self::Text(_) => 2,
            Self::Empty => 3,
        }
    }
}

/// True if a table holds nothing but zeros (R20): the figure that comes first after the head of each row is none.
pub fn is_all_zero<'a>(firsts: impl IntoIterator<Item = &'a TableCell>) -> bool {
    let mut firsts = firsts.into_iter().peekable();
    let is_zero = |cell: &TableCell| {
        matches!(
            cell.value,
            SortValue::Number(0) | SortValue::Share(0, _) | SortValue::Empty
        )
    };
    firsts.peek().is_some() && firsts.all(is_zero)
}

/// The column that sorts a table, and its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sorting {
    /// The column, from the left.
    pub column: usize,
    /// True if the largest comes first.
    pub descending: bool,
}

impl Sorting {
    /// Returns the sorting after its head was pressed: up, then down, then none.
    pub fn pressed(now: Option<Self>, column: usize) -> Option<Self> {
        let descending = match now {
            Some(now) if now.column == column && now.descending => return None,
            now => now.is_some_and(|now| now.column == column),
        };
        Some(Self { column, descending })
    }
}

/// Returns the rows in order, by their places (R14). Rows that are equal stay as they were; empty cells come last.
pub fn order(rows: &[Vec<TableCell>], sorting: Option<Sorting>) -> Vec<usize> {
    let mut places: Vec<usize> = (0..rows.len()).collect();
    if let Some(Sorting { column, descending }) = sorting {
        let value = |row: usize| {
            rows[row]
                .get(column)
                .map_or(&SortValue::Empty, |c| &c.value)
        };
        sort::by(&mut places, |one, other| {
            let (one, other) = (value(*one), value(*other));
            match (one, other) {
                (SortValue::Empty, SortValue::Empty) => Ordering::Equal,
                (SortValue::Empty, _) => Ordering::Greater,
                (_, SortValue::Empty) => Ordering::Less,
                (one, other) if descending => other.compare(one),
                (one, other) => one.compare(other),
            }
        });
    }
    places
}
