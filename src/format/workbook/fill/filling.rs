//! Cells that are filled in, and reasons for a failure.

use super::address::Address;
use crate::NotPacked;
use crate::workbook::read::NotRead;

/// Content of a cell that is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellFilling {
    /// A number, as a spreadsheet writes it (`-40`, `1.5`).
    Number(String),
    /// A text.
    Text(String),
    /// Nothing: what stood there is taken out.
    Nothing,
}

/// A cell, and its new content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledCell {
    /// Name of its sheet.
    pub sheet: String,
    /// Its address.
    pub at: Address,
    /// Its content.
    pub content: CellFilling,
}

/// Why a form is not filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotFilled {
    /// It cannot be read.
    NotRead(NotRead),
    /// It has no sheet of this name.
    NoSheet(String),
    /// The cell has a formula.
    Formula(String, Address),
    /// It cannot be packed.
    NotPacked,
}

impl From<NotRead> for NotFilled {
    fn from(why: NotRead) -> Self {
        Self::NotRead(why)
    }
}

impl From<NotPacked> for NotFilled {
    fn from(_: NotPacked) -> Self {
        Self::NotPacked
    }
}
