//! Cell styles: one for each combination of row kind and number format in use.

use std::collections::BTreeMap;

use super::model::RowKind;
use crate::xml::{HEAD, MAIN, escaped};

/// The styles of a workbook, numbered in order of first use.
#[derive(Debug, Default)]
pub struct Styles {
    forms: BTreeMap<String, usize>,
    styles: BTreeMap<CellStyle, usize>,
    order: Vec<CellStyle>,
}

/// A style: the kind of row, the number format, and true if the cell is to be filled in.
type CellStyle = (RowKind, Option<usize>, bool);

/// First id of the workbook's own number formats.
const FIRST_FORM: usize = 164;
/// Number format of texts.
const TEXT: usize = 49;

impl Styles {
    /// Returns the style of a text that a spreadsheet would compute if it were typed: it stays text when it is
    /// edited.
    pub fn text(&mut self, kind: RowKind, input: bool) -> usize {
        self.number((kind, Some(TEXT), input))
    }

    /// Returns the style of a cell: its row, its number format, and true if it is to be filled in.
    pub fn of(&mut self, kind: RowKind, form: Option<&str>, input: bool) -> usize {
        let form = form.map(|form| {
            let next = FIRST_FORM + self.forms.len();
            *self.forms.entry(form.to_owned()).or_insert(next)
        });
        self.number((kind, form, input))
    }

    fn number(&mut self, style: CellStyle) -> usize {
        let next = self.order.len() + 1;
        let number = *self.styles.entry(style).or_insert(next);
        if number == next {
            self.order.push(style);
        }
        number
    }

    /// Returns the part of the workbook that lists the styles.
    pub fn xml(&self) -> String {
        let forms: String = self
            .forms
            .iter()
            .map(|(form, id)| {
                format!(
                    "<numFmt numFmtId=\"{id}\" formatCode=\"{}\"/>",
                    escaped(form)
                )
            })
            .collect();
        let forms = match self.forms.len() {
            0 => String::new(),
            count => format!("<numFmts count=\"{count}\">{forms}</numFmts>"),
        };
        let cells: String = self
            .order
            .iter()
            .map(|(kind, form, input)| cell(*kind, *form, *input))
            .collect();
        let count = self.order.len() + 1;
        format!(
            "{HEAD}<styleSheet xmlns=\"{}\">{forms}{FONTS}{FILLS}{BORDERS}<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"{count}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>{cells}</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>{UNSEEN}</styleSheet>",
            MAIN
        )
    }
}

/// Style of hidden content.
const UNSEEN: &str = "<dxfs count=\"1\"><dxf><font><color rgb=\"FFFFFFFF\"/></font></dxf></dxfs>";
const FONTS: &str = "<fonts count=\"3\"><font><sz val=\"10.5\"/><name val=\"BIZ UDPGothic\"/><family val=\"3\"/></font><font><b/><sz val=\"10.5\"/><name val=\"BIZ UDPGothic\"/><family val=\"3\"/></font><font><b/><sz val=\"14\"/><name val=\"BIZ UDPGothic\"/><family val=\"3\"/></font></fonts>";
const FILLS: &str = "<fills count=\"5\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDCE6F1\"/><bgColor indexed=\"64\"/></patternFill></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF2F2F2\"/><bgColor indexed=\"64\"/></patternFill></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF2CC\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>";
const BORDERS: &str = "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style=\"thin\"><color rgb=\"FF8C8C8C\"/></left><right style=\"thin\"><color rgb=\"FF8C8C8C\"/></right><top style=\"thin\"><color rgb=\"FF8C8C8C\"/></top><bottom style=\"thin\"><color rgb=\"FF8C8C8C\"/></bottom><diagonal/></border></borders>";

/// Fill of a cell to fill in.
const INPUT: usize = 4;

fn cell(kind: RowKind, form: Option<usize>, input: bool) -> String {
    let (font, fill, border) = match kind {
        RowKind::Title => (2, 0, 0),
        RowKind::Note => (0, 0, 0),
        RowKind::Head => (1, 2, 1),
        RowKind::Group => (1, 3, 1),
        RowKind::Body => (0, 0, 1),
        RowKind::Total => (1, 3, 1),
    };
    let wraps = !matches!(kind, RowKind::Title | RowKind::Note | RowKind::Group);
    let across = match (kind, form) {
        (RowKind::Head, _) => " horizontal=\"center\"",
        (_, Some(FIRST_FORM..)) => " horizontal=\"right\"",
        _ => "",
    };
    let wrap = if wraps { " wrapText=\"1\"" } else { "" };
    let form = form.unwrap_or_default();
    let (fill, open) = match input {
        true => (INPUT, "<protection locked=\"0\"/>"),
        false => (fill, ""),
    };
    format!(
        "<xf numFmtId=\"{form}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\" applyProtection=\"1\"><alignment vertical=\"top\"{across}{wrap}/>{open}</xf>"
    )
}
