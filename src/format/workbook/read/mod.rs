//! A workbook as a spreadsheet wrote it: its sheets and what is in their cells.
//!
//! Calamine reads more (219 KB after brotli); what is wanted here is the text and the number of each cell, which this
//! does in a twentieth of it.

mod cells;
mod model;
mod number;
mod pull;

use super::super::unpacked::{NotUnpacked, Unpacked};
use cells::Strings;
pub use model::{CellRead, NotRead, RowRead, SheetRead};
use number::Forms;
use pull::{Met, Pull};

/// So many bytes a workbook may have.
pub const LARGEST: usize = 50 << 20;
/// So many cells are read.
pub const MOST_CELLS: usize = 1_000_000;

/// How old workbooks, and those with a password, begin.
const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Whether a file may be a workbook, by how it begins.
pub fn may_be_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&COMPOUND)
}

/// Reads all sheets of a workbook.
pub fn read_workbook(bytes: &[u8]) -> Result<Vec<SheetRead>, NotRead> {
    if bytes.starts_with(&COMPOUND) {
        return Err(NotRead::Old);
    }
    if bytes.len() > LARGEST {
        return Err(NotRead::TooLarge);
    }
    let mut archive = Unpacked::open(bytes).map_err(|why| match why {
        NotUnpacked::Damaged => NotRead::NoWorkbook,
        why => why.into(),
    })?;
    let part = |archive: &mut Unpacked<'_>, path: &str| -> Result<Option<String>, NotRead> {
        let Some(bytes) = archive.file(path)? else {
            return Ok(None);
        };
        String::from_utf8(bytes)
            .map(Some)
            .map_err(|_| NotRead::Damaged)
    };
    let list = part(&mut archive, "xl/workbook.xml")?.ok_or(NotRead::NoWorkbook)?;
    let relations = part(&mut archive, "xl/_rels/workbook.xml.rels")?.unwrap_or_default();
    let strings = part(&mut archive, "xl/sharedStrings.xml")?;
    let strings = strings.map_or(Ok(Strings::default()), |xml| Strings::read(&xml))?;
    let styles = part(&mut archive, "xl/styles.xml")?;
    let forms = styles.map_or(Ok(Forms::default()), |xml| Forms::read(&xml))?;
    let mut left = MOST_CELLS;
    let mut sheets = Vec::new();
    for (name, hidden, relation) in listed(&list)? {
        let Some(path) = target(&relations, &relation)? else {
            continue;
        };
        // What is no sheet of cells (a chart) has none.
        let Some(xml) = part(&mut archive, &path)? else {
            continue;
        };
        sheets.push(SheetRead {
            name,
            hidden,
            rows: cells::rows(&xml, &strings, &forms, &mut left)?,
        });
    }
    match sheets.is_empty() {
        true => Err(NotRead::NoWorkbook),
        false => Ok(sheets),
    }
}

/// The sheets in order: name, whether hidden, and the relation that leads to its part.
fn listed(xml: &str) -> Result<Vec<(String, bool, String)>, NotRead> {
    let mut pull = Pull::new(xml);
    let mut all = Vec::new();
    while let Some(met) = pull.next()? {
        if let Met::Begin("sheet", attributes) = met {
            let text = |name| attributes.get(name).map(|text| text.into_owned());
            let hidden = attributes
                .get("state")
                .is_some_and(|state| state != "visible");
            let (Some(name), Some(relation)) = (text("name"), text("id")) else {
                return Err(NotRead::Damaged);
            };
            all.push((name, hidden, relation));
        }
    }
    Ok(all)
}

/// Where a relation of the workbook leads.
fn target(xml: &str, relation: &str) -> Result<Option<String>, NotRead> {
    let mut pull = Pull::new(xml);
    while let Some(met) = pull.next()? {
        if let Met::Begin("Relationship", attributes) = met
            && attributes.get("Id").as_deref() == Some(relation)
        {
            let path = attributes.get("Target").unwrap_or_default();
            return Ok(Some(match path.strip_prefix('/') {
                Some(from_root) => from_root.to_owned(),
                None => format!("xl/{path}"),
            }));
        }
    }
    Ok(None)
}
