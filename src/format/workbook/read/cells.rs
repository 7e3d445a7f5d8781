//! The cells of a sheet.

use super::model::{CellRead, NotRead, RowRead, number_of, text_within};
use super::number::Forms;
use super::pull::{Attributes, Met, Pull};

/// So many rows and columns a sheet has at most.
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

/// The texts that several cells may hold.
#[derive(Debug, Default)]
pub struct Strings(Vec<String>);

impl Strings {
    /// Reads them.
    pub fn read(xml: &str) -> Result<Self, NotRead> {
        let mut pull = Pull::new(xml);
        let mut all = Vec::new();
        while let Some(met) = pull.next()? {
            if let Met::Begin("si", _) = met {
                all.push(text_within(&mut pull, "si")?);
            }
        }
        Ok(Self(all))
    }
}

/// The rows of a sheet with something in them; `left`: so many cells may still be read.
pub fn rows(
    xml: &str,
    strings: &Strings,
    forms: &Forms,
    left: &mut usize,
) -> Result<Vec<RowRead>, NotRead> {
    let mut pull = Pull::new(xml);
    let mut rows: Vec<RowRead> = Vec::new();
    let mut row = RowRead::default();
    let (mut number, mut column) = (0_usize, 0_usize);
    while let Some(met) = pull.next()? {
        match met {
            Met::Begin("row", attributes) => {
                number = number_of(attributes, "r").unwrap_or(number + 1);
                if number == 0 || number > MOST_ROWS {
                    return Err(NotRead::Damaged);
                }
                (row, column) = (
                    RowRead {
                        number,
                        cells: Vec::new(),
                    },
                    0,
                );
            }
            Met::End("row") => {
                let done = std::mem::take(&mut row);
                if !done.cells.is_empty() {
                    rows.push(done);
                }
            }
            Met::Begin("c", attributes) => {
                *left = left.checked_sub(1).ok_or(NotRead::TooManyCells)?;
                column = column_of(attributes).unwrap_or(column);
                if column >= MOST_COLUMNS {
                    return Err(NotRead::Damaged);
                }
                if let Some(cell) = cell(&mut pull, attributes, strings, forms)? {
                    row.cells.push((column, cell));
                }
                column += 1;
            }
            _ => {}
        }
    }
    Ok(rows)
}

/// The column in the address of a cell.
fn column_of(attributes: Attributes<'_>) -> Option<usize> {
    let address = attributes.get("r")?;
    let mut column = 0_usize;
    for letter in address.bytes().take_while(u8::is_ascii_uppercase) {
        column = column
            .checked_mul(26)?
            .checked_add(usize::from(letter - b'A') + 1)?;
    }
    column.checked_sub(1)
}

/// What a cell holds, whose element was just begun; `None`: nothing.
fn cell(
    pull: &mut Pull<'_>,
    attributes: Attributes<'_>,
    strings: &Strings,
    forms: &Forms,
) -> Result<Option<CellRead>, NotRead> {
    let kind = attributes.get("t").unwrap_or_default();
    let style = number_of(attributes, "s").unwrap_or_default();
    let (mut value, mut text) = (None::<String>, None);
    let mut taken = false;
    while let Some(met) = pull.next()? {
        match met {
            Met::Begin("is", _) => text = Some(text_within(pull, "is")?),
            Met::Begin("v", _) => (taken, value) = (true, Some(String::new())),
            Met::End("v") => taken = false,
            Met::Text(part) if taken => {
                if let Some(value) = &mut value {
                    value.push_str(&part);
                }
            }
            Met::End("c") => break,
            _ => {}
        }
    }
    let text = match (text, value) {
        (Some(text), _) => Some(CellRead::Text(text)),
        (None, None) => None,
        (None, Some(value)) => match &*kind {
            "s" => {
                let at: usize = value.trim().parse().map_err(|_| NotRead::Damaged)?;
                let text = strings.0.get(at).ok_or(NotRead::Damaged)?;
                Some(CellRead::Text(text.clone()))
            }
            "b" => Some(CellRead::Text(truth(&value).to_owned())),
            "str" | "e" | "d" => Some(CellRead::Text(value)),
            _ => Some(forms.shown(style, &value).unwrap_or(CellRead::Text(value))),
        },
    };
    Ok(text.filter(|cell| !matches!(cell, CellRead::Text(text) if text.is_empty())))
}

fn truth(value: &str) -> &'static str {
    match value.trim() {
        "1" => "TRUE",
        _ => "FALSE",
    }
}
