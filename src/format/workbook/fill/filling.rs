//! Cells to fill in, and reasons for a failure.

use super::address::Address;
use crate::NotPacked;
use crate::workbook::read::NotRead;

/// Content of a cell to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellFilling {
    /// A number, as a spreadsheet writes it (`-40`, `1.5`).
    Number(String),
    /// A text.
    Text(String),
    /// Nothing: the old content is removed.
    Nothing,
}

/// A cell, and its new content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledCell {
    /// Name of its sheet.
    pub sheet: String,
    /// Address.
    pub at: Address,
    /// Content.
    pub content: CellFilling,
}

/// Reason why a form is not filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotFilled {
    /// The form cannot be read.
    NotRead(NotRead),
    /// The form has no sheet of this name.
    NoSheet(String),
    /// The cell has a formula.
    Formula(String, Address),
    /// The form cannot be packed.
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
