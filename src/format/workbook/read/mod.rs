//! A workbook as a spreadsheet wrote it: its sheets and their cells.
//!
//! Calamine reads more (219 KB after brotli); this module needs only the text and the number of each cell, at a tenth
//! of the size.

mod cells;
mod comments;
mod day;
mod day_part;
mod form_code;
mod joined;
mod model;
mod number;
mod parts;
mod pull;
mod sheet_text;

use super::super::unpacked::{NotUnpacked, Unpacked};
use cells::{Left, Strings};
pub use comments::read_comment;
pub use day::Day;
pub use joined::{MOST_JOINED_ROWS, without_joined_mark};
use model::MOST_PARTS;
pub use model::{CellRead, JoinedCells, NotRead, RowRead, SheetRead};
use number::{Forms, Manner};
use parts::WorkbookParts;
pub(super) use pull::{Met, Pull};
pub use sheet_text::{HIDDEN_COLUMN, HIDDEN_ROW, LARGEST_TEXT};

/// Largest size of a workbook, in bytes.
pub const LARGEST_FILE: usize = 50 << 20;
/// Largest number of cells that are read.
pub const MOST_CELLS: usize = 1_000_000;
/// Largest size of the text of all cells together, in bytes.
pub const MOST_BYTES: usize = 128 << 20;

/// First bytes of old workbooks, and of those with a password.
const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// True if a file may be a workbook, by its first bytes.
pub fn may_be_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&COMPOUND)
}

/// True if a text is a web page, or the XML of Excel 2003: some programs save these under the name of a workbook.
pub fn is_web_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(2000).collect();
    let start = start.to_ascii_lowercase();
    let holds = ["<html", "<table", "office:spreadsheet"];
    start.starts_with('<') && holds.iter().any(|one| start.contains(one))
}

/// Reads all sheets of a workbook, numbers as numbers.
pub fn read_workbook(bytes: &[u8]) -> Result<Vec<SheetRead>, NotRead> {
    read(bytes, Manner::Values)
}

/// Reads all sheets of a workbook, every cell as the text that it shows (X8).
pub fn read_printed(bytes: &[u8]) -> Result<Vec<SheetRead>, NotRead> {
    read(bytes, Manner::Printed)
}

fn read(bytes: &[u8], manner: Manner) -> Result<Vec<SheetRead>, NotRead> {
    if bytes.starts_with(&COMPOUND) {
        return Err(match is_locked(bytes) {
            true => NotRead::Locked,
            false => NotRead::Old,
        });
    }
    if bytes.len() > LARGEST_FILE {
        return Err(NotRead::TooLarge);
    }
    let archive = Unpacked::open(bytes).map_err(|why| match why {
        // A ZIP that was cut short is damaged; any other file was never one.
        NotUnpacked::Damaged if !bytes.starts_with(b"PK\x03\x04") => NotRead::NoWorkbook,
        why => why.into(),
    })?;
    let mut parts = WorkbookParts::find(archive)?;
    if let Some(other) = parts.other_form()? {
        return Err(other);
    }
    let list = parts.workbook()?;
    let strings = parts.of_kind("sharedStrings")?;
    let strings = strings.map_or(Ok(Strings::default()), |xml| Strings::read(&xml))?;
    let list = SheetList::read(&list)?;
    let styles = parts.of_kind("styles")?;
    let forms = Forms::read(
        styles.as_deref().unwrap_or_default(),
        manner,
        list.since_1904,
    )?;
    let mut left = Left {
        cells: MOST_CELLS,
        bytes: MOST_BYTES,
    };
    let mut sheets = Vec::new();
    for (name, hidden, relation) in list.sheets {
        let Some(xml) = parts.sheet(&relation)? else {
            continue;
        };
        let mut sheet = SheetRead {
            name,
            hidden,
            ..SheetRead::default()
        };
        cells::rows(&mut sheet, &xml, &strings, &forms, &mut left)?;
        let hides = sheet.rows.iter().any(|row| row.hidden);
        sheet.filtered |= hides && parts.filters(&relation)?;
        if let Some(xml) = parts.comments(&relation)? {
            sheet.comments = comments::comments(&xml)?;
        }
        sheets.push(sheet);
    }
    match sheets.is_empty() {
        true => Err(NotRead::NoWorkbook),
        false => Ok(sheets),
    }
}

/// A sheet of cells, and the part of the file that holds it.
pub(super) struct SheetPart {
    /// Name.
    pub name: String,
    /// True if it is hidden.
    pub hidden: bool,
    /// The path of the part.
    pub path: String,
}

/// Returns the path of the workbook part, and the sheets of cells.
pub(super) fn sheet_parts(bytes: &[u8]) -> Result<(String, Vec<SheetPart>), NotRead> {
    let mut parts = WorkbookParts::find(Unpacked::open(bytes)?)?;
    let list = SheetList::read(&parts.workbook()?)?;
    let sheets = list.sheets.into_iter();
    let sheets = sheets.filter_map(|(name, hidden, relation)| {
        let path = parts.sheet_path(&relation)?;
        Some(SheetPart { name, hidden, path })
    });
    Ok((parts.workbook_path().to_owned(), sheets.collect()))
}

/// True if a compound file holds a workbook with a password: it has a stream of this name.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|b| [b, 0]).collect();
    bytes.windows(name.len()).any(|part| part == name)
}

/// The list of sheets.
struct SheetList {
    /// Name, true if hidden, and the relation that leads to the part.
    sheets: Vec<(String, bool, String)>,
    /// True if days are counted from 1904 on.
    since_1904: bool,
}

impl SheetList {
    fn read(xml: &str) -> Result<Self, NotRead> {
        let mut pull = Pull::new(xml);
        let mut list = Self {
            sheets: Vec::new(),
            since_1904: false,
        };
        while let Some(met) = pull.next()? {
            let Met::Begin(tag) = met else { continue };
            match tag.name() {
                "workbookPr" => list.since_1904 = tag.says("date1904"),
                "sheet" => {
                    let text = |name| tag.get(name).map(|text| text.into_owned());
                    let hidden = tag.get("state").is_some_and(|state| state != "visible");
                    let (Some(name), Some(relation)) = (text("name"), text("id")) else {
                        return Err(NotRead::Damaged);
                    };
                    if list.sheets.len() == MOST_PARTS {
                        return Err(NotRead::TooLarge);
                    }
                    list.sheets.push((name, hidden, relation));
                }
                _ => {}
            }
        }
        Ok(list)
    }
}
