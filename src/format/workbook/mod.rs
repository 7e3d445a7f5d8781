//! A workbook for spreadsheets (.xlsx, ECMA-376): sheets with frozen heads, real numbers in the number format of
//! their printed form, and lists for choices.
//!
//! Rules (the tests carry the numbers):
//! - X1  A text is never computed: the file holds it as text, whatever it begins with.
//! - X2  A figure is a number only if its number format shows exactly the printed text; else it is the printed text.
//! - X5  A written workbook is read again as it was: texts letter by letter, numbers with the digits of a
//!   spreadsheet.
//! - X6  A file that is not a workbook, is damaged, declares entities of its own or unpacks to more than the limit,
//!   is reported as such.
//! - X7  A day and a share are read as they are shown.
//! - X8  If the caller asks for the shown text, every number is read in its number format.
//! - X9  The text of a sheet is the text that copying it gives: hidden rows and columns only if the caller asks for
//!   them, but always rows that a filter hides. A hidden row of a table ends in a mark, and so does the first cell of
//!   a hidden column.
//! - X10 Struck-out text is left out and counted; a formula whose result is not in the file is reported as such, and
//!   a comment on a cell with its address. A number whose format shows no digit (会計: "-" for 0) is that number.
//! - X12 A sum is a formula over the rows it adds up, with its result; a text is never one (X1).
//! - X11 A figure in a column of another unit is the number in that unit, with the printed text beside it.
//! - X13 In a protected sheet only the coloured cells can be edited; the heads of a filtered one carry its buttons.
//! - X4  In a form of another office ([`FormBook`]) only the chosen cells change.
//! - X15 A comment belongs to its cell, and is read again as it was.
//! - X3  Every workbook opens: names of sheets are short, different and free of forbidden characters, and the file
//!   has no character that XML cannot hold.
//!
//! The file is written here, in 6 KB after brotli; rust_xlsxwriter takes 199 KB for the same.

mod attached;
mod fill;
mod form;
mod long_texts;
mod model;
mod read;
mod sheet_names;
mod sheet_xml;
mod styles;

pub use crate::chart::{Chart, ChartCells, ChartLine};
pub use crate::xml::held;
use crate::xml::{HEAD, MAIN, PACKAGE, RELATIONS, escaped};
pub use fill::{
    Address, CellFilling, FilledCell, FormBook, FormSheet, JoinedArea, NoAddress, NotFilled,
    column_letters,
};
pub use form::ShownNumber;
pub use long_texts::{cut_to_cell, fills_cell};
pub use model::{Cell, LinkedCell, PlacedChart, Row, RowKind, Sheet, SheetColumn, Workbook};
pub use read::{
    CellRead, Day, HIDDEN_COLUMN, HIDDEN_ROW, JoinedCells, LARGEST_FILE, LARGEST_TEXT,
    MOST_JOINED_ROWS, NotRead, RowRead, SheetRead, is_web_page, may_be_workbook, read_comment,
    read_printed, read_workbook, without_joined_mark,
};
use sheet_names::sheet_names;
use sheet_xml::{filter, sheet_xml};
use styles::Styles;

use super::{Archive, NotPacked};

/// Writes the file of a workbook sheet by sheet.
#[derive(Debug, Default)]
pub struct WorkbookWriter {
    styles: Styles,
    archive: Archive,
    /// Number of sheets written.
    sheets: usize,
    /// Parts beside the sheets: the path of each, and its content type.
    attached: Vec<(String, &'static str)>,
}

impl WorkbookWriter {
    /// Writes the next sheet of the workbook.
    pub fn go_on(&mut self, workbook: &Workbook) -> Result<(), NotPacked> {
        let Some(sheet) = workbook.sheets.get(self.sheets) else {
            return Ok(());
        };
        self.sheets += 1;
        let attached = attached::attached(sheet, self.sheets);
        let xml = sheet_xml(sheet, &attached.elements, &mut self.styles);
        let path = format!("xl/worksheets/sheet{}.xml", self.sheets);
        self.archive.add(&path, xml.as_bytes())?;
        for (path, kind, xml) in attached.parts {
            self.archive.add(&path, xml.as_bytes())?;
            self.attached.push((path, kind));
        }
        Ok(())
    }

    /// Writes the rest of the workbook, and returns the file (X3).
    pub fn finish(mut self, workbook: &Workbook) -> Result<Vec<u8>, NotPacked> {
        if workbook.sheets.is_empty() {
            // No spreadsheet opens a file without a sheet.
            let sheets = vec![Sheet::default()];
            return self.finish(&Workbook { sheets });
        }
        while self.sheets < workbook.sheets.len() {
            self.go_on(workbook)?;
        }
        let names = sheet_names(&workbook.sheets);
        let parts = [
            ("xl/styles.xml", self.styles.xml()),
            ("xl/workbook.xml", workbook.list(&names)),
            ("xl/_rels/workbook.xml.rels", relations(names.len())),
            ("_rels/.rels", ROOT.to_owned()),
            (
                "[Content_Types].xml",
                content_types(names.len(), &self.attached),
            ),
        ];
        for (path, xml) in parts {
            self.archive.add(path, xml.as_bytes())?;
        }
        self.archive.finish()
    }
}

impl Workbook {
    /// Returns the file (X3).
    pub fn write(&self) -> Result<Vec<u8>, NotPacked> {
        WorkbookWriter::default().finish(self)
    }

    /// Returns the list of the sheets, with their rows that are printed on every page.
    fn list(&self, names: &[String]) -> String {
        let mut sheets = String::new();
        let mut printed = String::new();
        for (at, name) in names.iter().enumerate() {
            let (id, shown) = (at + 1, escaped(name));
            let state = match self.sheets[at].hidden {
                true => " state=\"hidden\"",
                false => "",
            };
            sheets.push_str(&format!(
                "<sheet name=\"{shown}\" sheetId=\"{id}\"{state} r:id=\"rId{id}\"/>"
            ));
            let name = name.replace('\'', "''");
            let quoted = escaped(&name);
            if let Some(filter) = filter(&self.sheets[at]) {
                printed.push_str(&format!(
                    "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{at}\" hidden=\"1\">'{quoted}'!{}</definedName>",
                    fixed(&filter)
                ));
            }
            if let Some((first, last)) = self.sheets[at].heads() {
                printed.push_str(&format!(
                    "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{at}\">'{quoted}'!${first}:${last}</definedName>"
                ));
            }
        }
        let printed = match printed.as_str() {
            "" => String::new(),
            names => format!("<definedNames>{names}</definedNames>"),
        };
        // Sheets are also found by their names.
        let locked = match self.sheets.iter().any(|sheet| sheet.protected) {
            true => "<workbookProtection lockStructure=\"1\"/>",
            false => "",
        };
        format!(
            "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\">{locked}<sheets>{sheets}</sheets>{printed}</workbook>"
        )
    }
}

/// `$A$3:$F$20` for `A3:F20`.
fn fixed(area: &str) -> String {
    let mut fixed = String::new();
    let mut before = ':';
    for letter in area.chars() {
        if letter.is_ascii_alphabetic() != before.is_ascii_alphabetic() && letter != ':' {
            fixed.push('$');
        }
        fixed.push(letter);
        before = letter;
    }
    fixed
}

const ROOT: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

fn relations(sheets: usize) -> String {
    let relation = |id: usize, kind: &str, target: String| {
        format!("<Relationship Id=\"rId{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
    };
    let of_sheet = |id| relation(id, "worksheet", format!("worksheets/sheet{id}.xml"));
    let all: String = (1..=sheets).map(of_sheet).collect();
    let styles = relation(sheets + 1, "styles", "styles.xml".to_owned());
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{all}{styles}</Relationships>")
}

fn content_types(sheets: usize, attached: &[(String, &str)]) -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let part = |path: String, what: &str| {
        format!("<Override PartName=\"{path}\" ContentType=\"{kind}.{what}+xml\"/>")
    };
    let of_sheet = |id| part(format!("/xl/worksheets/sheet{id}.xml"), "worksheet");
    let mut all: String = (1..=sheets).map(of_sheet).collect();
    all.push_str(&part("/xl/workbook.xml".to_owned(), "sheet.main"));
    all.push_str(&part("/xl/styles.xml".to_owned(), "styles"));
    for (path, kind) in attached.iter().filter(|(_, kind)| !kind.is_empty()) {
        all.push_str(&format!(
            "<Override PartName=\"/{path}\" ContentType=\"{kind}\"/>"
        ));
    }
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"vml\" ContentType=\"{}\"/>{all}</Types>",
        attached::PICTURED
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x13_a_filter_is_over_the_heads_and_all_rows_below() {
        let cells = |text: &str| vec![Cell::text(text); 27];
        let rows = vec![
            Row::new(RowKind::Title, cells("あ")),
            Row::new(RowKind::Head, cells("い")),
            Row::new(RowKind::Body, cells("う")),
        ];
        let sheet = Sheet {
            columns: vec![SheetColumn::default(); 27],
            rows,
            filtered: true,
            ..Sheet::default()
        };
        let area = filter(&sheet);
        assert_eq!(area.as_deref(), Some("A2:AA3"));
        assert_eq!(fixed("A2:AA3"), "$A$2:$AA$3");
        let plain = Sheet {
            filtered: false,
            ..sheet
        };
        assert_eq!(filter(&plain), None);
    }
}
