//! Cells of made tables, and the workbook and the text of their rows.

use format::Archive;
use rust_decimal::Decimal;

/// A cell as XML writes it.
#[derive(Clone)]
pub enum Made {
    Empty,
    Text(String),
    /// A number, and the place of its style.
    Number(Decimal, usize),
    /// The old text struck out, the new behind it.
    Struck(String, String),
    /// A formula without its result.
    Formula,
    /// A formula and its result.
    Computed(Decimal),
}

/// The styles: as it comes, groups of three, 会計 with a dash for zero, below zero with ▲, struck out,
/// a share with one place, 会計.
pub const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='#,##0;&quot;△ &quot;#,##0;&quot;-&quot;'/>\
    <numFmt numFmtId='165' formatCode='#,##0;&quot;▲&quot;#,##0'/>\
    <numFmt numFmtId='166' formatCode='0.0%'/><numFmt numFmtId='167' formatCode='_ * #,##0_ ;_ * -#,##0_ ;_ * &quot;-&quot;_ ;_ @_ '/></numFmts>\
    <fonts><font><sz val='11'/></font><font><strike/></font></fonts>\
    <cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='3' fontId='0'/><xf numFmtId='164' fontId='0'/>\
    <xf numFmtId='165' fontId='0'/><xf numFmtId='0' fontId='1'/><xf numFmtId='166' fontId='0'/>\
    <xf numFmtId='167' fontId='0'/></cellXfs></styleSheet>";

/// A workbook of the rows, with comments on cells of its first column.
pub fn book(rows: &[Vec<Made>], comments: usize) -> Vec<u8> {
    let cell = |cell: &Made| match cell {
        Made::Empty => "<c/>".to_owned(),
        Made::Text(text) => format!("<c t='inlineStr'><is><t>{text}</t></is></c>"),
        Made::Number(number, style) => format!("<c s='{style}'><v>{number}</v></c>"),
        Made::Formula => "<c><f>A1+B1</f></c>".to_owned(),
        Made::Computed(value) => format!("<c><f>A1+B1</f><v>{value}</v></c>"),
        Made::Struck(old, new) => format!(
            "<c t='inlineStr'><is><r><rPr><strike/></rPr><t>{old}</t></r><r><t>{new}</t></r></is></c>"
        ),
    };
    let row = |row: &Vec<Made>| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let list = "<workbook><sheets><sheet name='指標' id='a'/></sheets></workbook>";
    let relations = "<Relationships><Relationship Id='a' Type='x/worksheet' Target='s.xml'/>\
        <Relationship Id='c' Type='x/styles' Target='f.xml'/></Relationships>";
    let comment = |at: usize| {
        let text = "<text><t>45に変更予定</t></text>";
        format!("<comment ref='A{}'>{text}</comment>", at + 1)
    };
    let comments: String = (0..comments).map(comment).collect();
    let comments = format!("<comments><commentList>{comments}</commentList></comments>");
    let of_sheet =
        "<Relationships><Relationship Id='a' Type='x/comments' Target='c.xml'/></Relationships>";
    let mut archive = Archive::default();
    for (path, xml) in [
        ("xl/c.xml", &*comments),
        ("xl/_rels/s.xml.rels", of_sheet),
        ("xl/workbook.xml", list),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/s.xml", &sheet),
        ("xl/f.xml", STYLES),
    ] {
        archive.add(path, xml.as_bytes()).unwrap();
    }
    archive.finish().unwrap()
}

/// The rows as a text of a file that is cut at a sign.
pub fn cut_at(rows: &[Vec<Made>], sign: char) -> String {
    let cell = |cell: &Made| {
        let text = match cell {
            Made::Empty | Made::Formula => String::new(),
            Made::Text(text) | Made::Struck(_, text) => text.clone(),
            Made::Number(number, _) | Made::Computed(number) => number.to_string(),
        };
        match text.contains([sign, '\n', '"']) {
            true => format!("\"{}\"", text.replace('"', "\"\"")),
            false => text,
        }
    };
    // A spreadsheet writes every line as wide as the widest.
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let row = |row: &Vec<Made>| {
        let mut cells: Vec<String> = row.iter().map(cell).collect();
        cells.resize(width, String::new());
        cells.join(&sign.to_string())
    };
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

pub fn text(text: impl Into<String>) -> Made {
    match text.into() {
        text if text.is_empty() => Made::Empty,
        text => Made::Text(text),
    }
}
