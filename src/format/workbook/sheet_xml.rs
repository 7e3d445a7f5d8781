//! A sheet as XML.

use super::attached::linked;
use super::long_texts::{LONGEST, beginning};
use super::model::{Cell, Row, RowKind, Sheet, SheetColumn};
use super::styles::Styles;
use crate::xml::{HEAD, MAIN, RELATIONS, escaped};

/// Largest number of letters in the choices of a list together.
const LONGEST_LIST: usize = 255;

/// First characters of a text that a spreadsheet computes when it is typed.
const COMPUTED: [char; 4] = ['=', '+', '-', '@'];

/// Returns the part of the workbook for this sheet. `attached`: elements that refer to the parts beside it.
pub fn sheet_xml(sheet: &Sheet, attached: &str, styles: &mut Styles) -> String {
    let mut xml = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
    );
    xml.push_str(&view(sheet));
    xml.push_str("<sheetFormatPr defaultRowHeight=\"15\"/>");
    xml.push_str(&columns(&sheet.columns));
    xml.push_str("<sheetData>");
    for (at, row) in sheet.rows.iter().enumerate() {
        write_row(&mut xml, at + 1, row, &sheet.columns, styles);
    }
    xml.push_str("</sheetData>");
    xml.push_str(protection(sheet));
    if let Some(filter) = filter(sheet) {
        xml.push_str(&format!("<autoFilter ref=\"{filter}\"/>"));
    }
    xml.push_str(&unseen(sheet));
    xml.push_str(&lists(sheet));
    xml.push_str(&paper(sheet));
    xml.push_str(attached);
    xml.push_str("</worksheet>");
    xml
}

/// Hides the `#N/A` of linked cells without a number.
fn unseen(sheet: &Sheet) -> String {
    let is_linked = |cell: &Cell| matches!(cell, Cell::Linked(_));
    let rows = sheet.rows.iter();
    if !rows.flat_map(|row| &row.cells).any(is_linked) || sheet.columns.is_empty() {
        return String::new();
    }
    let area = format!("A1:{}", address(sheet.rows.len(), sheet.columns.len() - 1));
    format!(
        "<conditionalFormatting sqref=\"{area}\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"1\"><formula>ISNA(A1)</formula></cfRule></conditionalFormatting>"
    )
}

/// Protects a sheet: widths, heights and comments may still be changed.
fn protection(sheet: &Sheet) -> &'static str {
    match sheet.protected {
        true => {
            "<sheetProtection sheet=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\"/>"
        }
        false => "",
    }
}

/// Returns the range that the heads filter: `A3:F20`.
pub fn filter(sheet: &Sheet) -> Option<String> {
    let (head, last, columns) = sheet.filter()?;
    let (first, last) = (address(head, 0), address(last, columns - 1));
    Some(format!("{first}:{last}"))
}

/// Number of characters that fit side by side on A4 landscape at a readable size.
const WIDEST_ON_A4: usize = 170;

/// Returns the page settings: A4 landscape, or A3 for wider sheets; as wide as one page, numbered at the foot.
fn paper(sheet: &Sheet) -> String {
    let width: usize = sheet.columns.iter().map(|column| column.width).sum();
    let size = if width > WIDEST_ON_A4 { 8 } else { 9 };
    format!(
        "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"{size}\" orientation=\"landscape\" errors=\"blank\" fitToWidth=\"1\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
    )
}

fn view(sheet: &Sheet) -> String {
    let rows = sheet.heads().map_or(0, |(_, last)| last);
    let columns = sheet.frozen_columns;
    let pane = match (columns, rows) {
        (0, 0) => return "<sheetViews><sheetView workbookViewId=\"0\"/></sheetViews>".to_owned(),
        (0, _) => "bottomLeft",
        (_, 0) => "topRight",
        _ => "bottomRight",
    };
    let across = if columns > 0 {
        format!(" xSplit=\"{columns}\"")
    } else {
        String::new()
    };
    let down = if rows > 0 {
        format!(" ySplit=\"{rows}\"")
    } else {
        String::new()
    };
    let first = address(rows + 1, columns);
    format!(
        "<sheetViews><sheetView workbookViewId=\"0\"><pane{across}{down} topLeftCell=\"{first}\" activePane=\"{pane}\" state=\"frozen\"/></sheetView></sheetViews>"
    )
}

fn columns(columns: &[SheetColumn]) -> String {
    if columns.is_empty() {
        return String::new();
    }
    let column = |(at, column): (usize, &SheetColumn)| {
        let (number, width) = (at + 1, column.width.clamp(4, 255));
        let hidden = match column.hidden {
            true => " hidden=\"1\"",
            false => "",
        };
        format!(
            "<col min=\"{number}\" max=\"{number}\" width=\"{width}\"{hidden} customWidth=\"1\"/>"
        )
    };
    let all: String = columns.iter().enumerate().map(column).collect();
    format!("<cols>{all}</cols>")
}

/// Writes a row; rows with rules have them over the whole width of the table.
fn write_row(
    xml: &mut String,
    number: usize,
    row: &Row,
    columns: &[SheetColumn],
    styles: &mut Styles,
) {
    let height = height(row, columns);
    xml.push_str(&format!(
        "<row r=\"{number}\" ht=\"{height}\" customHeight=\"1\">"
    ));
    let lined = !matches!(row.kind, RowKind::Title | RowKind::Note);
    let count = if lined {
        columns.len().max(row.cells.len())
    } else {
        row.cells.len()
    };
    for at in 0..count {
        let place = address(number, at);
        let input = row.inputs.contains(&at);
        match row.cells.get(at).unwrap_or(&Cell::Empty) {
            Cell::Empty if lined => {
                let style = styles.of(row.kind, None, input);
                xml.push_str(&format!("<c r=\"{place}\" s=\"{style}\"/>"));
            }
            Cell::Empty => {}
            Cell::Text(text) => {
                let style = match text.trim_start().starts_with(COMPUTED) {
                    true => styles.text(row.kind, input),
                    false => styles.of(row.kind, None, input),
                };
                let text = beginning(text, LONGEST);
                xml.push_str(&format!(
                    "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(text)
                ));
            }
            Cell::Number(shown) => {
                let style = styles.of(row.kind, Some(&shown.form), input);
                xml.push_str(&format!(
                    "<c r=\"{place}\" s=\"{style}\"><v>{}</v></c>",
                    shown.value
                ));
            }
            Cell::Sum(shown, runs) => {
                let style = styles.of(row.kind, Some(&shown.form), input);
                xml.push_str(&format!(
                    "<c r=\"{place}\" s=\"{style}\"><f>{}</f><v>{}</v></c>",
                    sum(at, runs),
                    shown.value
                ));
            }
            Cell::Linked(to) => {
                let form = to.shown.as_ref().map(|shown| shown.form.as_str());
                let style = styles.of(row.kind, form, input);
                let value = match &to.shown {
                    Some(shown) => format!("><f>{{}}</f><v>{}</v>", shown.value),
                    None => " t=\"e\"><f>{}</f><v>#N/A</v>".to_owned(),
                };
                let formula = escaped(&linked(&to.sheet, to.row, to.column)).into_owned();
                let value = value.replace("{}", &formula);
                xml.push_str(&format!("<c r=\"{place}\" s=\"{style}\"{value}</c>"));
            }
        }
    }
    xml.push_str("</row>");
}

/// Returns `SUM(D6:D8,D10)` for the runs of rows of a column.
fn sum(column: usize, runs: &[(usize, usize)]) -> String {
    let run = |(first, last): &(usize, usize)| match first == last {
        true => address(*first, column),
        false => format!("{}:{}", address(*first, column), address(*last, column)),
    };
    let runs: Vec<String> = runs.iter().map(run).collect();
    format!("SUM({})", runs.join(","))
}

/// Height of one line, and of the highest possible row, in points.
const LINE: usize = 16;
const HIGHEST: usize = 409;

/// Returns the height of a row, in points: not every spreadsheet computes it itself.
fn height(row: &Row, columns: &[SheetColumn]) -> usize {
    let lines = |(cell, column): (&Cell, &SheetColumn)| match cell {
        Cell::Text(text) => lines(text, column.width),
        Cell::Empty | Cell::Number(_) | Cell::Sum(..) | Cell::Linked(_) => 1,
    };
    match row.kind {
        RowKind::Title => 24,
        RowKind::Note | RowKind::Group => LINE,
        RowKind::Head | RowKind::Body | RowKind::Total => {
            let cells = row.cells.iter().zip(columns).map(lines);
            (cells.max().unwrap_or(1) * LINE).min(HIGHEST)
        }
    }
}

/// Returns the number of lines of a text: a Japanese character is as wide as two others.
fn lines(text: &str, width: usize) -> usize {
    // Some space stays free at both ends.
    let room = width.saturating_sub(1).max(2);
    let wide = |line: &str| {
        line.chars()
            .map(|c| if c.is_ascii() { 1 } else { 2 })
            .sum::<usize>()
    };
    text.split('\n')
        .map(|line| wide(line).div_ceil(room).max(1))
        .sum()
}

/// Returns the lists of choices for the cells under the heads.
fn lists(sheet: &Sheet) -> String {
    let (Some((_, head)), rows) = (sheet.heads(), sheet.rows.len()) else {
        return String::new();
    };
    let offered = |(at, column): (usize, &SheetColumn)| {
        let list = column.choices.join(",");
        let fits = !list.is_empty()
            && list.chars().count() <= LONGEST_LIST
            && !column
                .choices
                .iter()
                .any(|choice| choice.contains([',', '"']));
        (fits && rows > head).then(|| {
            let (first, last) = (address(head + 1, at), address(rows, at));
            format!(
                "<dataValidation type=\"list\" allowBlank=\"1\" errorStyle=\"information\" showErrorMessage=\"0\" sqref=\"{first}:{last}\"><formula1>\"{}\"</formula1></dataValidation>",
                escaped(&list)
            )
        })
    };
    let all: Vec<String> = sheet
        .columns
        .iter()
        .enumerate()
        .filter_map(offered)
        .collect();
    match all.len() {
        0 => String::new(),
        count => format!(
            "<dataValidations count=\"{count}\">{}</dataValidations>",
            all.concat()
        ),
    }
}

/// Returns the address `B3`, from a column counted from 0 and a row counted from 1.
fn address(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let last = (rest - 1) % 26;
        letters.insert(0, (b'A' + last as u8) as char);
        rest = (rest - 1) / 26;
    }
    format!("{}{row}", letters.iter().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::{address, lines};

    #[test]
    fn a_row_is_as_high_as_its_text() {
        for (text, width, count) in [
            ("", 10, 1),
            ("出生数", 8, 1),
            ("出生数と死亡数", 8, 2),
            ("a\nb\n", 8, 3),
        ] {
            assert_eq!(lines(text, width), count, "{text}");
        }
    }

    #[test]
    fn cells_are_addressed_as_spreadsheets_do() {
        let cases = [
            (0, "A1"),
            (25, "Z1"),
            (26, "AA1"),
            (701, "ZZ1"),
            (702, "AAA1"),
        ];
        for (column, told) in cases {
            assert_eq!(address(1, column), told);
        }
    }
}
