//! Cells of a workbook that came back: if they still hold what was written into them, and the text of what they hold now.

use super::columns::PartColumn;
use edit::Unreadable;
use format::workbook::{Cell, CellRead, RowRead, cut_to_cell, held};
use rust_decimal::Decimal;
use strategy::{Figure, Missing, half_width};
use words::workbook::cell_cut;

/// Returns a cell of a row; `None` if there is nothing in it but blanks.
pub fn filled(row: &RowRead, at: usize) -> Option<&CellRead> {
    row.get(at).filter(|cell| match cell {
        CellRead::Text(text) => !text.trim().is_empty(),
        CellRead::Number(_) | CellRead::Formula(_) | CellRead::Struck(_) => true,
    })
}

/// True if a cell still holds the value that was written into it.
pub fn is_same(written: &Cell, read: Option<&CellRead>) -> bool {
    let text = |text: &str| match cut_to_cell(text, cell_cut) {
        Some(cut) => lines(&held(&cut)),
        None => lines(&held(text)),
    };
    match (written, read) {
        (Cell::Empty, None) => true,
        (Cell::Text(written), None) => text(written).trim().is_empty(),
        (Cell::Text(written), Some(CellRead::Text(read))) => text(written) == lines(read),
        (Cell::Number(shown), Some(CellRead::Number(read))) => means(shown.value, *read),
        // A spreadsheet may have turned a text that looks like a number into one.
        (Cell::Text(written), Some(CellRead::Number(read))) => written.parse() == Ok(*read),
        (Cell::Number(shown), Some(CellRead::Text(read))) => number_of(read) == Some(shown.value),
        _ => false,
    }
}

/// True if a cell holds only the beginning of its text.
pub fn is_cut(written: &Cell) -> bool {
    matches!(written, Cell::Text(text) if cut_to_cell(text, cell_cut).is_some())
}

/// The number that a text is and nothing more, as some spreadsheets keep one: １，２３４.
fn number_of(text: &str) -> Option<Decimal> {
    let digits = half_width(text).trim().replace(',', "");
    digits.parse().ok()
}

/// Results of formulas that failed.
const ERRORS: [&str; 9] = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!",
];

/// Returns why what a cell holds is no value.
pub fn unreadable(cell: Option<&CellRead>) -> Option<Unreadable> {
    match cell? {
        CellRead::Formula(_) => Some(Unreadable::NoResult),
        CellRead::Struck(_) => Some(Unreadable::Struck),
        CellRead::Text(text) if ERRORS.contains(&text.trim()) => Some(Unreadable::NoResult),
        CellRead::Text(_) | CellRead::Number(_) => None,
    }
}

/// True if a cell says nothing but that it holds what another does: 同上, 〃, 同左.
pub fn is_ditto(text: &str) -> bool {
    const WORDS: [&str; 6] = ["同左", "同右", "仝", "左に同じ", "上に同じ", "上記と同じ"];
    let text = text.trim();
    WORDS.contains(&text) || Figure::read(text).missing() == Some(Missing::Ditto)
}

/// A spreadsheet means fifteen digits of a number.
fn means(written: Decimal, read: Decimal) -> bool {
    written == read || written.round_sf(15) == Some(read)
}

/// Spreadsheets write the ends of lines in more than one way.
pub fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace("_x000D_\n", "\n")
}

/// Returns the text of a cell; for a number in a column of figures, in the format of the figure before.
pub fn text_of<T: Clone>(column: &PartColumn<T>, base: &T, read: Option<&CellRead>) -> String {
    match read {
        None => String::new(),
        Some(CellRead::Number(number)) => number_text(column, base, *number),
        Some(cell) => lines(&cell.text()),
    }
}

fn number_text<T: Clone>(column: &PartColumn<T>, base: &T, number: Decimal) -> String {
    let printed = column.figure(base).map(|figure| figure.text().to_owned());
    let is_grouped = printed.is_none_or(|printed| printed.contains([',', '，']));
    let plain = number.normalize().to_string();
    match is_grouped && column.figure(base).is_some() {
        true => grouped(&plain),
        false => plain,
    }
}

/// Digits in groups of three.
fn grouped(plain: &str) -> String {
    let (sign, digits) = plain
        .strip_prefix('-')
        .map_or(("", plain), |digits| ("-", digits));
    let (whole, rest) = digits
        .split_once('.')
        .map_or((digits, None), |(w, r)| (w, Some(r)));
    let mut text = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(rest) = rest {
        text.push('.');
        text.push_str(rest);
    }
    text
}
