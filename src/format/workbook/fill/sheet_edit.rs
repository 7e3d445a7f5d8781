//! The text of a sheet with some cells filled in: unchanged parts are copied letter by letter.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::address::Address;
use super::filling::{CellFilling, NotFilled};
use super::recalculation::prefix_of;
use crate::workbook::read::NotRead;
use crate::xml::escaped;

/// Returns the sheet with these cells filled in, and without the results of its formulas.
pub fn edited(xml: &str, cells: &BTreeMap<Address, &CellFilling>) -> Result<String, NotFilled> {
    let mut edit = SheetEdit {
        xml,
        out: String::with_capacity(xml.len() + 256 * cells.len()),
        copied: 0,
        left: cells.clone(),
        prefix: String::new(),
        row: 0,
        row_style: None,
        column: 0,
        columns: Vec::new(),
    };
    let mut reader = Reader::from_str(xml);
    loop {
        let from = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|_| NotRead::Damaged)?;
        let span = from..reader.buffer_position() as usize;
        match event {
            Event::Start(tag) => edit.begins(&tag, span, &mut reader)?,
            Event::Empty(tag) => edit.stands_alone(&tag, span),
            Event::End(tag) => match tag.local_name().as_ref() {
                "row" => edit.insert_cells(usize::MAX, span.start),
                "sheetData" => edit.insert_rows(usize::MAX, span.start),
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    match edit.left.is_empty() {
        true => {
            edit.copy_to(xml.len());
            Ok(edit.out)
        }
        false => Err(NotRead::Damaged.into()),
    }
}

/// A stretch of the sheet.
type ByteSpan = std::ops::Range<usize>;

struct SheetEdit<'a> {
    xml: &'a str,
    out: String,
    /// End of the part of the sheet that was copied or left out.
    copied: usize,
    /// Cells that are still to be filled in.
    left: BTreeMap<Address, &'a CellFilling>,
    /// Prefix of element names: `x:`, or empty.
    prefix: String,
    /// Number of the last row that began.
    row: usize,
    row_style: Option<String>,
    /// Column of the next cell, counted from 0.
    column: usize,
    /// Styles of columns: first, last (counted from 1), style.
    columns: Vec<(usize, usize, String)>,
}

impl<'a> SheetEdit<'a> {
    fn copy_to(&mut self, to: usize) {
        self.out.push_str(&self.xml[self.copied..to]);
        self.copied = to;
    }

    fn begins(
        &mut self,
        tag: &BytesStart<'_>,
        span: ByteSpan,
        reader: &mut Reader<&'a [u8]>,
    ) -> Result<(), NotFilled> {
        match tag.local_name().as_ref() {
            "sheetData" => self.prefix = prefix_of(tag.name().as_ref()),
            "row" => self.begin_row(tag, span.start),
            "c" => {
                let at = self.begin_cell(tag, span.start);
                let end = self.walk_cell(reader, at)?;
                if let Some(content) = self.left.remove(&at) {
                    self.replace(at, content, attribute(tag, "s"), span.start..end);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Handles an element without content.
    fn stands_alone(&mut self, tag: &BytesStart<'_>, span: ByteSpan) {
        match tag.local_name().as_ref() {
            "col" => {
                let number = |name| attribute(tag, name)?.parse().ok();
                if let (Some(min), Some(max), Some(style)) =
                    (number("min"), number("max"), attribute(tag, "style"))
                {
                    self.columns.push((min, max, style));
                }
            }
            "sheetData" if !self.left.is_empty() => {
                self.prefix = prefix_of(tag.name().as_ref());
                self.open(&span);
                self.insert_rows(usize::MAX, span.end);
                self.close("sheetData");
            }
            "row" => {
                self.begin_row(tag, span.start);
                let row = self.row;
                if self.left.keys().any(|at| at.row == row) {
                    self.open(&span);
                    self.insert_cells(usize::MAX, span.end);
                    self.close("row");
                }
            }
            "c" => {
                let at = self.begin_cell(tag, span.start);
                if let Some(content) = self.left.remove(&at) {
                    self.replace(at, content, attribute(tag, "s"), span);
                }
            }
            _ => {}
        }
    }

    /// Writes the beginning of an element that had no content.
    fn open(&mut self, span: &ByteSpan) {
        self.copy_to(span.end);
        let end = self.out.trim_end_matches("/>").trim_end().len();
        self.out.truncate(end);
        self.out.push('>');
    }

    fn close(&mut self, name: &str) {
        self.out.push_str(&format!("</{}{name}>", self.prefix));
    }

    fn begin_row(&mut self, tag: &BytesStart<'_>, start: usize) {
        let said = attribute(tag, "r").and_then(|text| text.parse().ok());
        let row = said.unwrap_or(self.row + 1);
        self.insert_rows(row, start);
        (self.row, self.column) = (row, 0);
        self.row_style = attribute(tag, "s");
    }

    /// Inserts the cells that come before a cell, and returns its address.
    fn begin_cell(&mut self, tag: &BytesStart<'_>, start: usize) -> Address {
        let said = attribute(tag, "r").and_then(|text| text.parse::<Address>().ok());
        let column = said.map_or(self.column, |at| at.column);
        self.insert_cells(column, start);
        self.column = column + 1;
        Address {
            row: self.row,
            column,
        }
    }

    /// Reads a cell to its end, drops the result of its formula, and returns its end. A cell with a formula is not
    /// filled.
    fn walk_cell(
        &mut self,
        reader: &mut Reader<&'a [u8]>,
        at: Address,
    ) -> Result<usize, NotFilled> {
        let (mut computes, mut value) = (false, None);
        loop {
            let from = reader.buffer_position() as usize;
            let event = reader.read_event().map_err(|_| NotRead::Damaged)?;
            let to = reader.buffer_position() as usize;
            match event {
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "f" => {
                    computes = true;
                }
                Event::Start(tag) if tag.local_name().as_ref() == "v" => value = Some(from),
                Event::End(tag) => match tag.local_name().as_ref() {
                    "v" if computes => {
                        if let Some(start) = value {
                            self.copy_to(start);
                            self.copied = to;
                        }
                    }
                    "c" if computes && self.left.contains_key(&at) => {
                        return Err(NotFilled::Formula(String::new(), at));
                    }
                    "c" => return Ok(to),
                    _ => {}
                },
                Event::Eof => return Err(NotRead::Damaged.into()),
                _ => {}
            }
        }
    }

    fn replace(
        &mut self,
        at: Address,
        content: &CellFilling,
        style: Option<String>,
        span: ByteSpan,
    ) {
        self.copy_to(span.start);
        self.copied = span.end;
        self.write(at, content, style);
    }

    /// Writes the cells of this row before a column.
    fn insert_cells(&mut self, column: usize, start: usize) {
        let row = self.row;
        while let Some((at, content)) = self.first() {
            if at.row != row || at.column >= column {
                return;
            }
            self.copy_to(start.max(self.copied));
            self.left.remove(&at);
            let style = self.row_style.clone().or_else(|| self.column_style(at));
            self.write(at, content, style);
        }
    }

    /// Writes the rows before a row that are not in the sheet.
    fn insert_rows(&mut self, row: usize, start: usize) {
        while let Some((at, _)) = self.first() {
            if at.row >= row {
                return;
            }
            self.copy_to(start.max(self.copied));
            (self.row, self.row_style) = (at.row, None);
            self.out
                .push_str(&format!("<{}row r=\"{}\">", self.prefix, at.row));
            self.insert_cells(usize::MAX, start);
            self.close("row");
        }
    }

    fn first(&self) -> Option<(Address, &'a CellFilling)> {
        let (at, content) = self.left.iter().next()?;
        Some((*at, content))
    }

    fn column_style(&self, at: Address) -> Option<String> {
        let number = at.column + 1;
        let mut all = self.columns.iter();
        let found = all.find(|(min, max, _)| (*min..=*max).contains(&number));
        found.map(|(_, _, style)| style.clone())
    }

    fn write(&mut self, at: Address, content: &CellFilling, style: Option<String>) {
        let p = &self.prefix;
        let style = style.map_or(String::new(), |style| format!(" s=\"{}\"", escaped(&style)));
        let cell = match content {
            CellFilling::Number(number) => {
                format!(
                    "<{p}c r=\"{at}\"{style}><{p}v>{}</{p}v></{p}c>",
                    escaped(number)
                )
            }
            CellFilling::Text(text) => format!(
                "<{p}c r=\"{at}\"{style} t=\"inlineStr\"><{p}is><{p}t xml:space=\"preserve\">{}</{p}t></{p}is></{p}c>",
                escaped(text)
            ),
            CellFilling::Nothing => format!("<{p}c r=\"{at}\"{style}/>"),
        };
        self.out.push_str(&cell);
    }
}

/// Returns the value of an attribute, by its name without the prefix before the colon.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = tag.attributes();
    all.with_checks(false);
    let found = all
        .flatten()
        .find(|one| one.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Address {
        text.parse().expect(text)
    }

    fn filled(xml: &str, cells: &[(&str, CellFilling)]) -> Result<String, NotFilled> {
        let cells = cells
            .iter()
            .map(|(address, content)| (at(address), content));
        edited(xml, &cells.collect())
    }

    fn number(text: &str) -> CellFilling {
        CellFilling::Number(text.to_owned())
    }

    #[test]
    fn x4_a_cell_keeps_its_format_and_all_else_stays() {
        let xml = "<sheetData><row r=\"2\" ht='9'><c r=\"B2\" s=\"4\" t=\"s\"><v>7</v></c><c r=\"C2\"/></row></sheetData><x/>";
        let made = filled(xml, &[("B2", number("-40")), ("C2", CellFilling::Nothing)]);
        assert_eq!(
            made.as_deref(),
            Ok(
                "<sheetData><row r=\"2\" ht='9'><c r=\"B2\" s=\"4\"><v>-40</v></c><c r=\"C2\"/></row></sheetData><x/>"
            )
        );
        assert_eq!(filled(xml, &[]).as_deref(), Ok(xml));
    }

    #[test]
    fn x4_cells_and_rows_that_are_not_there_are_put_in_order() {
        let xml = "<cols><col min=\"1\" max=\"1\" style=\"8\"/></cols><sheetData><row r=\"2\" s=\"3\"><c r=\"B2\"/></row><row r=\"4\"/></sheetData>";
        let cells = [
            ("A1", number("1")),
            ("A2", number("2")),
            ("C2", number("3")),
            ("A4", number("4")),
            ("B9", number("5")),
        ];
        let made = filled(xml, &cells).expect("filled");
        assert_eq!(
            made,
            "<cols><col min=\"1\" max=\"1\" style=\"8\"/></cols><sheetData>\
             <row r=\"1\"><c r=\"A1\" s=\"8\"><v>1</v></c></row>\
             <row r=\"2\" s=\"3\"><c r=\"A2\" s=\"3\"><v>2</v></c><c r=\"B2\"/><c r=\"C2\" s=\"3\"><v>3</v></c></row>\
             <row r=\"4\"><c r=\"A4\" s=\"8\"><v>4</v></c></row>\
             <row r=\"9\"><c r=\"B9\"><v>5</v></c></row></sheetData>"
        );
    }

    #[test]
    fn x4_names_with_a_prefix_and_an_empty_sheet_are_filled_too() {
        let xml = "<x:worksheet><x:sheetData/></x:worksheet>";
        let text = CellFilling::Text("<あ> & \"い\"".to_owned());
        let made = filled(xml, &[("A1", text)]).expect("filled");
        assert_eq!(
            made,
            "<x:worksheet><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">&lt;あ&gt; &amp; &quot;い&quot;</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"
        );
    }

    #[test]
    fn x4_a_formula_loses_its_result_and_is_never_filled() {
        let xml = "<sheetData><row r=\"1\"><c r=\"A1\"><f>SUM(B1:C1)</f><v>9</v></c><c r=\"B1\"/></row></sheetData>";
        let made = filled(xml, &[("B1", number("5"))]);
        assert_eq!(
            made.as_deref(),
            Ok(
                "<sheetData><row r=\"1\"><c r=\"A1\"><f>SUM(B1:C1)</f></c><c r=\"B1\"><v>5</v></c></row></sheetData>"
            )
        );
        assert!(matches!(
            filled(xml, &[("A1", number("1"))]),
            Err(NotFilled::Formula(_, at)) if at == self::at("A1")
        ));
    }

    #[test]
    fn x6_a_torn_sheet_is_not_filled() {
        for xml in [
            "<sheetData><row r=\"1\"><c r=\"A1\"><v>1",
            "<other/>",
            "<a></b>",
        ] {
            assert!(filled(xml, &[("A1", number("1"))]).is_err(), "{xml}");
        }
    }
}
