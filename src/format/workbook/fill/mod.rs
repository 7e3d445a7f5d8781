//! An official form: another office's workbook, in which some cells are filled in and everything else stays.
//!
//! Rule X4 of workbooks (the tests carry the number):
//! - Filling changes the chosen cells alone: each keeps its format, and every other part of the file its bytes.
//! - A cell with a formula is never filled. Stored results of formulas are dropped, and every program computes them
//!   anew.
//! - Workbooks with the same sheets, joined cells and widths of columns are the same form, whatever their cells hold.
//!   Digits in the names of sheets do not count, because the form of the next year has other ones.

mod address;
mod filling;
mod recalculation;
mod sheet_edit;
mod survey;

use std::collections::BTreeMap;

pub use address::{Address, JoinedArea, NoAddress, column_letters};
pub use filling::{CellFilling, FilledCell, NotFilled};
use sheet_edit::edited;
use survey::survey;

use super::read::{NotRead, RowRead, read_printed, sheet_parts};
use crate::Archive;
use crate::unpacked::Unpacked;

/// A form as it was received.
#[derive(Debug, Clone, PartialEq)]
pub struct FormBook {
    bytes: Vec<u8>,
    workbook: String,
    /// Sheets.
    pub sheets: Vec<FormSheet>,
    /// Fingerprint of the form, computed from its sheets, joined cells and widths (X4).
    pub form: String,
}

/// A sheet of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormSheet {
    /// Name.
    pub name: String,
    /// True if it is hidden.
    pub hidden: bool,
    path: String,
    /// Rows with content, as they are shown.
    pub rows: Vec<RowRead>,
    /// Joined cells.
    pub joined: Vec<JoinedArea>,
    /// Cells with a formula, in order.
    pub formulas: Vec<Address>,
}

impl FormBook {
    /// Reads a form.
    pub fn read(bytes: Vec<u8>) -> Result<Self, NotRead> {
        let mut printed: BTreeMap<_, _> = BTreeMap::new();
        for sheet in read_printed(&bytes)? {
            printed.insert(sheet.name, sheet.rows);
        }
        let (workbook, parts) = sheet_parts(&bytes)?;
        let mut archive = Unpacked::open(&bytes)?;
        let mut sheets = Vec::new();
        let mut form = FilledForm::default();
        for part in parts {
            let xml = archive.file(&part.path)?.ok_or(NotRead::Damaged)?;
            let found = survey(&text(xml)?)?;
            form.add(&part.name, &found.shape);
            sheets.push(FormSheet {
                rows: printed.remove(&part.name).unwrap_or_default(),
                name: part.name,
                hidden: part.hidden,
                path: part.path,
                joined: found.joined,
                formulas: found.formulas,
            });
        }
        Ok(Self {
            form: form.number(),
            bytes,
            workbook,
            sheets,
        })
    }

    /// Returns a copy of the workbook with these cells filled in (X4).
    pub fn filled(&self, cells: &[FilledCell]) -> Result<Vec<u8>, NotFilled> {
        let mut of_part: BTreeMap<&str, BTreeMap<Address, &CellFilling>> = BTreeMap::new();
        for cell in cells {
            let sheet = self.sheets.iter().find(|one| one.name == cell.sheet);
            let sheet = sheet.ok_or_else(|| NotFilled::NoSheet(cell.sheet.clone()))?;
            if sheet.formulas.binary_search(&cell.at).is_ok() {
                return Err(NotFilled::Formula(cell.sheet.clone(), cell.at));
            }
            let of_sheet = of_part.entry(&sheet.path).or_default();
            of_sheet.insert(cell.at, &cell.content);
        }
        let mut source = Unpacked::open(&self.bytes).map_err(NotRead::from)?;
        let mut copy = Archive::default();
        for path in source.paths() {
            let found = source.file(&path).map_err(NotRead::from)?;
            let Some(part) = found.filter(|_| !path.ends_with('/')) else {
                continue;
            };
            let is_sheet = self.sheets.iter().any(|sheet| sheet.path == path);
            match path == self.workbook {
                true => copy.add(&path, recalculation::forced(&text(part)?)?.as_bytes())?,
                false if is_sheet => {
                    let cells = of_part.remove(path.as_str()).unwrap_or_default();
                    copy.add(&path, edited(&text(part)?, &cells)?.as_bytes())?;
                }
                false => copy.add(&path, &part)?,
            }
        }
        Ok(copy.finish()?)
    }
}

/// Returns the text of a part, without its byte order mark.
fn text(part: Vec<u8>) -> Result<String, NotRead> {
    let text = String::from_utf8(part).map_err(|_| NotRead::Damaged)?;
    Ok(text
        .strip_prefix('\u{feff}')
        .map_or(text.clone(), str::to_owned))
}

impl FormSheet {
    /// Returns the cell that holds the content: of joined cells the upper left one.
    pub fn holder(&self, at: Address) -> Address {
        let area = self.joined.iter().find(|area| area.covers(at));
        area.map_or(at, |area| area.from)
    }

    /// True if a cell has a formula.
    pub fn computes(&self, at: Address) -> bool {
        self.formulas.binary_search(&at).is_ok()
    }
}

/// The fingerprint of a form while it is computed: FNV-1a, 64 bits (Fowler, Noll, Vo).
struct FilledForm(u64);

impl Default for FilledForm {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl FilledForm {
    fn add(&mut self, name: &str, shape: &str) {
        let name = name.chars().filter(|letter| !letter.is_numeric());
        let name: String = name.collect();
        for byte in [&name, "\n", shape, "\n"].concat().bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn number(&self) -> String {
        format!("{:016x}", self.0)
    }
}
