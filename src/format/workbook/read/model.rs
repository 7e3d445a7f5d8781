//! What is read of a workbook, and why it is not.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::pull::{Met, NoXml, Pull};
use crate::unpacked::NotUnpacked;

/// So many sheets, and relations of a part, are read.
pub const MOST_PARTS: usize = 4096;

/// A sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SheetRead {
    /// What its tab is called.
    pub name: String,
    /// Whether it is not shown.
    pub hidden: bool,
    /// The rows with something in them, from the top.
    pub rows: Vec<RowRead>,
    /// The columns that are not shown, counted from 0.
    pub hidden_columns: BTreeSet<usize>,
}

/// A row with something in it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RowRead {
    /// Its number, counted from 1.
    pub number: usize,
    /// Its cells with something in them, by the number of their column, counted from 0; from the left.
    pub cells: Vec<(usize, CellRead)>,
    /// Whether it is not shown.
    pub hidden: bool,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum CellRead {
    /// A text; of a day, a share or a mistake, as it is shown.
    Text(String),
    /// A number.
    Number(Decimal),
}

impl CellRead {
    /// As it is shown, without the form of a number.
    pub fn text(&self) -> String {
        match self {
            CellRead::Text(text) => text.clone(),
            CellRead::Number(number) => number.normalize().to_string(),
        }
    }
}

impl RowRead {
    /// What stands in a column.
    pub fn get(&self, column: usize) -> Option<&CellRead> {
        let found = self.cells.iter().find(|(at, _)| *at == column);
        found.map(|(_, cell)| cell)
    }
}

/// Why a workbook is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotRead {
    /// It is larger than what is read here, or holds more.
    TooLarge,
    /// It has more cells than are read.
    TooManyCells,
    /// It is of the old form (.xls).
    Old,
    /// It is kept with a password.
    Locked,
    /// It is no workbook.
    NoWorkbook,
    /// It is damaged.
    Damaged,
}

impl From<NotUnpacked> for NotRead {
    fn from(why: NotUnpacked) -> Self {
        match why {
            NotUnpacked::Damaged => NotRead::Damaged,
            NotUnpacked::TooLarge => NotRead::TooLarge,
        }
    }
}

impl From<NoXml> for NotRead {
    fn from(_: NoXml) -> Self {
        NotRead::Damaged
    }
}

/// The text of all `t` within the element that was just begun, without what is read aloud beside it.
pub fn text_within(pull: &mut Pull<'_>, name: &str) -> Result<String, NotRead> {
    let mut text = String::new();
    let (mut taken, mut aloud) = (false, 0_usize);
    while let Some(met) = pull.next()? {
        match met {
            Met::Begin(tag) => match tag.name() {
                "t" => taken = true,
                "rPh" => aloud += 1,
                _ => {}
            },
            Met::End(end) => match end.name() {
                "t" => taken = false,
                "rPh" => aloud = aloud.saturating_sub(1),
                end if end == name => return Ok(text),
                _ => {}
            },
            Met::Text(part) if taken && aloud == 0 => text.push_str(&part),
            Met::Text(_) => {}
        }
    }
    Err(NotRead::Damaged)
}
