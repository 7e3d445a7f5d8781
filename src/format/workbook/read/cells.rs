//! The cells of a sheet.

use super::joined::{column_at, joined};
use super::model::{CellRead, MOST_COLUMNS, NotRead, RichText, RowRead, SheetRead};
use super::number::Forms;
use super::pull::{Met, Pull, Tag};
use strategy::sort;

/// Largest number of rows of a sheet.
const MOST_ROWS: usize = 1_048_576;

/// Largest number of shared strings that are read.
const MOST_TEXTS: usize = 2_000_000;

/// Number of cells and bytes of a workbook that may still be read.
#[derive(Debug, Clone, Copy)]
pub struct Left {
    /// Number of cells.
    pub cells: usize,
    /// Number of bytes of text: one long text may be in many cells.
    pub bytes: usize,
}

impl Left {
    fn take(&mut self, cell: &CellRead) -> Result<(), NotRead> {
        let bytes = match cell {
            CellRead::Text(text) | CellRead::Formula(text) | CellRead::Struck(text) => text.len(),
            CellRead::Number(_) => 0,
        };
        self.bytes = self.bytes.checked_sub(bytes).ok_or(NotRead::TooLarge)?;
        Ok(())
    }
}

/// Shared strings, which several cells may use.
#[derive(Debug, Default)]
pub struct Strings(Vec<RichText>);

impl Strings {
    /// Reads the shared strings of a workbook.
    pub fn read(xml: &str) -> Result<Self, NotRead> {
        let mut pull = Pull::new(xml);
        let mut all = Vec::new();
        while let Some(met) = pull.next()? {
            if let Met::Begin(tag) = met
                && tag.name() == "si"
            {
                if all.len() == MOST_TEXTS {
                    return Err(NotRead::TooManyCells);
                }
                all.push(RichText::within(&mut pull, "si")?);
            }
        }
        Ok(Self(all))
    }

    fn at(&self, place: &str) -> Result<&RichText, NotRead> {
        let at: usize = place.trim().parse().map_err(|_| NotRead::Damaged)?;
        self.0.get(at).ok_or(NotRead::Damaged)
    }
}

/// Reads the rows of a sheet with content, and its hidden rows and columns, within the limits of `left`.
pub fn rows(
    sheet: &mut SheetRead,
    xml: &str,
    strings: &Strings,
    forms: &Forms,
    left: &mut Left,
) -> Result<(), NotRead> {
    let mut pull = Pull::new(xml);
    let mut row = RowRead::default();
    let mut hidden = vec![false; MOST_COLUMNS];
    let (mut number, mut column, mut runs) = (0_usize, 0_usize, 0_usize);
    while let Some(met) = pull.next()? {
        match met {
            Met::Begin(tag) => match tag.name() {
                "sheetPr" => sheet.filtered = tag.says("filterMode"),
                "col" => {
                    runs += 1;
                    if runs > MOST_COLUMNS {
                        return Err(NotRead::Damaged);
                    }
                    hidden[hidden_columns(&tag)].fill(true);
                }
                "row" => {
                    number = tag.number("r").unwrap_or(number + 1);
                    if number == 0 || number > MOST_ROWS {
                        return Err(NotRead::Damaged);
                    }
                    row = RowRead {
                        number,
                        cells: Vec::new(),
                        hidden: tag.says("hidden"),
                    };
                    column = 0;
                }
                "c" => {
                    left.cells = left.cells.checked_sub(1).ok_or(NotRead::TooManyCells)?;
                    column = column_of(&tag).unwrap_or(column);
                    if column >= MOST_COLUMNS {
                        return Err(NotRead::Damaged);
                    }
                    let found = CellXml::read(&mut pull, &tag)?.held(strings, forms)?;
                    if let Some(cell) = found.cell {
                        left.take(&cell)?;
                        row.cells.push((column, cell));
                    }
                    sheet.struck += usize::from(found.struck);
                    column += 1;
                }
                _ => {}
            },
            Met::End(end) => match end.name() {
                "row" => {
                    let mut done = std::mem::take(&mut row);
                    in_order(&mut done.cells);
                    if !done.cells.is_empty() {
                        sheet.rows.push(done);
                    }
                }
                // The elements after the cells may be long.
                "sheetData" => break,
                _ => {}
            },
            Met::Text(_) => {}
        }
    }
    let hidden = hidden.iter().enumerate().filter(|(_, is)| **is);
    sheet.hidden_columns = hidden.map(|(at, _)| at).collect();
    sheet.joined = joined(xml);
    Ok(())
}

/// Sorts cells from the left; of two in one column the last counts.
fn in_order(cells: &mut Vec<(usize, CellRead)>) {
    if !cells.is_sorted_by(|(one, _), (next, _)| one < next) {
        *cells = sort::map(std::mem::take(cells)).into_iter().collect();
    }
}

fn hidden_columns(tag: &Tag<'_>) -> std::ops::Range<usize> {
    let place = |name| tag.number(name).unwrap_or_default().min(MOST_COLUMNS);
    match (tag.says("hidden"), place("min")) {
        (true, min @ 1..) => min - 1..place("max").max(min - 1),
        _ => 0..0,
    }
}

/// Returns the column in the address of a cell.
fn column_of(tag: &Tag<'_>) -> Option<usize> {
    column_at(&tag.get("r")?)
}

/// The element of a cell.
#[derive(Default)]
struct CellXml {
    kind: String,
    style: usize,
    value: Option<String>,
    text: Option<RichText>,
    formula: Option<String>,
}

/// Content of a cell.
struct CellContent {
    /// `None`: nothing.
    cell: Option<CellRead>,
    /// True if something in it is struck out.
    struck: bool,
}

impl CellXml {
    /// Reads the element that just began.
    fn read(pull: &mut Pull<'_>, tag: &Tag<'_>) -> Result<Self, NotRead> {
        let mut cell = Self {
            kind: tag.get("t").unwrap_or_default().into_owned(),
            style: tag.number("s").unwrap_or_default(),
            ..Self::default()
        };
        let mut within = "";
        while let Some(met) = pull.next()? {
            match met {
                Met::Begin(tag) => match tag.name() {
                    "is" => cell.text = Some(RichText::within(pull, "is")?),
                    "v" => (within, cell.value) = ("v", Some(String::new())),
                    "f" => (within, cell.formula) = ("f", Some(String::new())),
                    _ => {}
                },
                Met::End(end) => match end.name() {
                    "v" | "f" => within = "",
                    "c" => break,
                    _ => {}
                },
                Met::Text(part) => {
                    let place = match within {
                        "v" => cell.value.as_mut(),
                        "f" => cell.formula.as_mut(),
                        _ => None,
                    };
                    if let Some(text) = place {
                        text.push_str(&part);
                    }
                }
            }
        }
        Ok(cell)
    }

    fn held(self, strings: &Strings, forms: &Forms) -> Result<CellContent, NotRead> {
        let by_cell = forms.strikes(self.style);
        let rich = match (&self.text, &self.value) {
            (Some(text), _) => Some(text),
            (None, Some(value)) if self.kind == "s" => Some(strings.at(value)?),
            _ => None,
        };
        if let Some(rich) = rich {
            let (left, struck) = rich.parted(by_cell);
            return Ok(held(left, struck));
        }
        // An empty text is a result; an empty number was never computed.
        let computed = self
            .value
            .filter(|value| !value.is_empty() || self.kind == "str");
        let cell = match (computed, self.formula) {
            (Some(value), _) => of_kind(&self.kind, self.style, value, forms),
            (None, Some(formula)) => CellRead::Formula(formula),
            (None, None) => return Ok(held(String::new(), String::new())),
        };
        Ok(match (by_cell, cell) {
            (true, cell) => held(String::new(), cell.text()),
            (false, CellRead::Text(text)) => held(text, String::new()),
            (false, cell) => CellContent {
                cell: Some(cell),
                struck: false,
            },
        })
    }
}

/// Returns the content of a text cell.
fn held(left: String, struck: String) -> CellContent {
    let is_struck = !struck.trim().is_empty();
    let cell = match (left.is_empty(), is_struck) {
        (false, true) if left.trim().is_empty() => Some(CellRead::Struck(struck)),
        (false, _) => Some(CellRead::Text(left)),
        (true, true) => Some(CellRead::Struck(struck)),
        (true, false) => None,
    };
    CellContent {
        cell,
        struck: is_struck,
    }
}

fn of_kind(kind: &str, style: usize, value: String, forms: &Forms) -> CellRead {
    match kind {
        "b" => CellRead::Text(truth(&value).to_owned()),
        "d" => forms
            .written_day(style, &value)
            .unwrap_or(CellRead::Text(value)),
        "str" | "e" => CellRead::Text(value),
        _ => forms.shown(style, &value).unwrap_or(CellRead::Text(value)),
    }
}

fn truth(value: &str) -> &'static str {
    match value.trim() {
        "1" => "TRUE",
        _ => "FALSE",
    }
}
