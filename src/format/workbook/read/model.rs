//! Contents of a workbook that was read, and reasons for a failure.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::pull::{Met, NoXml, Pull};
use crate::unpacked::NotUnpacked;

/// Largest number of sheets, and of relations of a part, that are read.
pub const MOST_PARTS: usize = 4096;
/// Largest number of columns of a sheet.
pub const MOST_COLUMNS: usize = 16_384;

/// Cells that are joined into one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinedCells {
    /// Rows, counted from 1.
    pub rows: RangeInclusive<usize>,
    /// Columns, counted from 0.
    pub columns: RangeInclusive<usize>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SheetRead {
    /// Title of its tab.
    pub name: String,
    /// True if it is hidden.
    pub hidden: bool,
    /// Rows with content, from the top.
    pub rows: Vec<RowRead>,
    /// True if a filter hides rows: they are data like the others.
    pub filtered: bool,
    /// Hidden columns, counted from 0.
    pub hidden_columns: BTreeSet<usize>,
    /// Joined cells.
    pub joined: Vec<JoinedCells>,
    /// Number of cells with struck-out text, which is left out.
    pub struck: usize,
    /// The comments on its cells, each with the address of its cell.
    pub comments: Vec<(String, String)>,
}

impl SheetRead {
    /// Returns how many cells hold a formula without its result.
    pub fn without_result(&self) -> usize {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        cells
            .filter(|(_, cell)| matches!(cell, CellRead::Formula(_)))
            .count()
    }
}

/// A row with content.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RowRead {
    /// Number, counted from 1.
    pub number: usize,
    /// Cells with content, from the left, each with its column, counted from 0.
    pub cells: Vec<(usize, CellRead)>,
    /// True if it is hidden.
    pub hidden: bool,
}

/// Content of a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum CellRead {
    /// A text; for a day, a share or an error, the text that is shown.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A formula whose result is not in the file, without its equals sign: the program that wrote the file computed
    /// nothing.
    Formula(String),
    /// A text that is struck out as a whole.
    Struck(String),
}

impl CellRead {
    /// Returns the text that is shown, without the number format; empty if it is struck out.
    pub fn text(&self) -> String {
        match self {
            CellRead::Text(text) => text.clone(),
            CellRead::Number(number) => number.normalize().to_string(),
            CellRead::Formula(formula) => format!("={formula}"),
            CellRead::Struck(_) => String::new(),
        }
    }
}

impl RowRead {
    /// Returns the cell in a column.
    pub fn get(&self, column: usize) -> Option<&CellRead> {
        let found = self.cells.iter().find(|(at, _)| *at == column);
        found.map(|(_, cell)| cell)
    }
}

/// Reason why a workbook is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotRead {
    /// It is larger than the limit, or its content is.
    TooLarge,
    /// It has more cells than the limit.
    TooManyCells,
    /// It has the old format (.xls).
    Old,
    /// It has the binary format (.xlsb).
    Binary,
    /// It is a spreadsheet of LibreOffice or a similar program (.ods).
    OpenDocument,
    /// It is a web page, or another text, under the name of a workbook.
    WebPage,
    /// It is locked with a password.
    Locked,
    /// It is not a workbook.
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

/// A text as a spreadsheet stores it: pieces, each with its own font or with that of the cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RichText(Vec<TextPiece>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct TextPiece {
    text: String,
    /// True if its own font strikes it out; `None` if the font of the cell decides.
    struck: Option<bool>,
}

impl RichText {
    /// Reads all `t` within the element that just began, without the reading aids (furigana).
    pub fn within(pull: &mut Pull<'_>, name: &str) -> Result<Self, NotRead> {
        let mut all = Self::default();
        let (mut struck, mut raised) = (None, false);
        let (mut taken, mut aloud) = (false, 0_usize);
        while let Some(met) = pull.next()? {
            match met {
                Met::Begin(tag) => match tag.name() {
                    "t" => taken = true,
                    "rPh" => aloud += 1,
                    "rPr" => (struck, raised) = (Some(false), false),
                    "vertAlign" => raised = tag.get("val").as_deref() == Some("superscript"),
                    "strike" | "dstrike" => struck = Some(tag.is_on()),
                    _ => {}
                },
                Met::End(end) => match end.name() {
                    "t" => taken = false,
                    "rPh" => aloud = aloud.saturating_sub(1),
                    "r" => (struck, raised) = (None, false),
                    end if end == name => return Ok(all),
                    _ => {}
                },
                Met::Text(part) if taken && aloud == 0 => {
                    // 12 and a raised 1, the number of a note, are not 121.
                    if raised && all.ends_in_digit() && part.starts_with(|c: char| c.is_numeric()) {
                        all.push("^", struck);
                    }
                    all.push(&part, struck);
                }
                Met::Text(_) => {}
            }
        }
        Err(NotRead::Damaged)
    }

    fn ends_in_digit(&self) -> bool {
        let last = self.0.last();
        last.is_some_and(|piece| piece.text.ends_with(char::is_numeric))
    }

    fn push(&mut self, text: &str, struck: Option<bool>) {
        match self.0.last_mut().filter(|last| last.struck == struck) {
            Some(last) => last.text.push_str(text),
            None => self.0.push(TextPiece {
                text: text.to_owned(),
                struck,
            }),
        }
    }

    /// Splits the text into the part that is not struck out and the part that is; `by_cell`: the font of the cell
    /// strikes out.
    pub fn parted(&self, by_cell: bool) -> (String, String) {
        let of = |wanted: bool| {
            let pieces = self.0.iter();
            let is = |piece: &&TextPiece| piece.struck.unwrap_or(by_cell) == wanted;
            pieces.filter(is).map(|piece| piece.text.as_str()).collect()
        };
        (of(false), of(true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x10_the_raised_number_of_a_note_joins_no_digits() {
        let raised = "<rPr><vertAlign val=\"superscript\"/></rPr>";
        for (first, second, text) in [
            ("12", "1", "12^1"),
            ("12", "※1", "12※1"),
            ("12m", "2", "12m2"),
            ("会員数", "1", "会員数1"),
        ] {
            let xml = format!("<si><r><t>{first}</t></r><r>{raised}<t>{second}</t></r></si>");
            let mut pull = Pull::new(&xml);
            while !matches!(pull.next(), Ok(Some(Met::Begin(_)))) {}
            let read = RichText::within(&mut pull, "si").expect("a text");
            assert_eq!(read.parted(false).0, text);
        }
    }
}
