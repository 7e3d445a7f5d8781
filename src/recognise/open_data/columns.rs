//! The columns of a table: their heads of one or several rows, and the part each plays.

use super::town_rows::TownRows;
use super::value_cell::{ValueCell, is_unit, unit_of, unit_of_title, value_cell};
use super::year_text::{year_alone, year_in};
use strategy::{FiscalYear, half_width};

/// Number of rows by which the part of a column is judged, beside those of the own town.
const JUDGED: usize = 300;
/// Number of rows that heads may have.
const HEADS: usize = 4;

/// The part of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnPart {
    /// Code or name of a place, a note, anything that is not needed.
    Aside,
    /// A year a row.
    Year,
    /// A unit a row.
    Unit,
    /// Words that say of what the values of the row are.
    Category,
    /// Values.
    Value(ValueColumn),
}

/// A column with values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ValueColumn {
    /// Its heads without year and unit.
    pub label: String,
    /// Its year, where the heads say one.
    pub year: Option<FiscalYear>,
    /// Its unit, where the heads say one.
    pub unit: String,
}

/// The columns of a table and what stands above them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataColumns {
    /// Each with its place.
    pub parts: Vec<(usize, ColumnPart)>,
    /// Heads without years, each once: the form of the table.
    pub heads: Vec<String>,
    /// The unit of the whole table, where a title says it.
    pub unit: String,
    /// The year that the titles say, if it is one.
    pub year: Option<FiscalYear>,
}

impl DataColumns {
    /// Reads the heads, and judges the columns by their cells.
    pub fn read(rows: &[Vec<String>], town: &TownRows) -> Self {
        let end = end_of_heads(rows, town);
        let top = top_of_heads(rows, end);
        let titles: Vec<&str> = rows[..top]
            .iter()
            .flatten()
            .map(|cell| cell.trim())
            .collect();
        let widest = rows[top..].iter().map(Vec::len).max().unwrap_or(0);
        let judged: Vec<usize> = (town.first..rows.len())
            .filter(|at| {
                rows[*at]
                    .iter()
                    .filter(|cell| !cell.trim().is_empty())
                    .count()
                    > 1
            })
            .take(JUDGED)
            .chain(town.rows.iter().copied())
            .collect();
        let unit_row = (top + 1..end).find(|at| is_row_of_units(&rows[*at], &town.keys));
        let mut parts = Vec::new();
        let mut heads: Vec<String> = Vec::new();
        for column in 0..widest {
            let texts = heads_of(rows, (top, end), &town.keys, column);
            let unit = unit_row
                .and_then(|at| rows[at].get(column))
                .map(|unit| unit.trim());
            let value = of_heads(&texts, unit);
            let form = [value.label.as_str(), &value.unit].join("|");
            if !texts.is_empty() && !heads.contains(&form) {
                heads.push(form);
            }
            let cells: Vec<&str> = judged
                .iter()
                .filter_map(|at| rows[*at].get(column))
                .map(|cell| cell.trim())
                .filter(|cell| !cell.is_empty())
                .collect();
            let part = match town.keys.contains(&column) || cells.is_empty() {
                true => ColumnPart::Aside,
                false => part_of(&texts.join(" "), value, &cells),
            };
            parts.push((column, part));
        }
        let mut years = titles
            .iter()
            .filter_map(|title| year_in(title))
            .map(|(year, _)| year);
        let year = years.next();
        Self {
            parts,
            heads,
            unit: titles
                .iter()
                .find_map(|title| unit_of_title(title))
                .unwrap_or_default(),
            year: year.filter(|year| years.all(|other| other == *year)),
        }
    }

    /// The columns with values.
    pub fn values(&self) -> impl Iterator<Item = (usize, &ValueColumn)> {
        self.parts.iter().filter_map(|(at, part)| match part {
            ColumnPart::Value(value) => Some((*at, value)),
            _ => None,
        })
    }

    /// The columns of a part.
    pub fn of(&self, wanted: &ColumnPart) -> Vec<usize> {
        let parts = self.parts.iter().filter(|(_, part)| part == wanted);
        parts.map(|(at, _)| *at).collect()
    }
}

/// The row after the heads: blank rows above the places, and those of figures without a code, such as the sum of all places,
/// are no heads.
fn end_of_heads(rows: &[Vec<String>], town: &TownRows) -> usize {
    let is_figure = |cell: &&str| {
        year_alone(cell).is_none() && matches!(value_cell(cell), ValueCell::Number(_))
    };
    let is_head = |cells: &Vec<String>| {
        let filled = cells.iter().map(|cell| cell.trim());
        let filled: Vec<&str> = filled.filter(|cell| !cell.is_empty()).collect();
        let figures = filled
            .iter()
            .copied()
            .filter(|cell| is_figure(cell))
            .count();
        !filled.is_empty() && figures * 2 <= filled.len() && (figures == 0 || filled.len() > 2)
    };
    let heads = rows[..town.first].iter().rposition(is_head);
    heads.map_or(town.first, |at| at + 1)
}

/// The first row of the heads: rows above the places that have more than a title.
fn top_of_heads(rows: &[Vec<String>], end: usize) -> usize {
    let least = end.saturating_sub(HEADS);
    let mut top = end;
    while top > least {
        let above = &rows[top - 1];
        let filled: Vec<usize> = (0..above.len())
            .filter(|at| !above[*at].trim().is_empty())
            .collect();
        let is_unit_note = filled.iter().all(|at| unit_of_title(&above[*at]).is_some());
        let is_title = match filled.as_slice() {
            [] => true,
            [only] => *only == 0 || top == end,
            // Above the first row of heads, what stands in the first columns alone tells of the file; so does a name with a
            // colon, and what stands behind it.
            many => {
                let is_named = above[many[0]].trim().ends_with([':', '：']);
                top < end && (is_named || many.iter().all(|at| *at < 2))
            }
        };
        if is_title || is_unit_note {
            break;
        }
        top -= 1;
    }
    top
}

/// True for a row of heads that says nothing but units.
fn is_row_of_units(cells: &[String], keys: &[usize]) -> bool {
    let of_values = cells
        .iter()
        .enumerate()
        .filter(|(at, _)| !keys.contains(at));
    let mut filled = of_values
        .map(|(_, cell)| cell.trim())
        .filter(|cell| !cell.is_empty())
        .peekable();
    filled.peek().is_some() && filled.all(is_unit)
}

/// The heads of a column, from the top. A head over several columns stands in the first of them.
fn heads_of(
    rows: &[Vec<String>],
    (top, end): (usize, usize),
    keys: &[usize],
    column: usize,
) -> Vec<String> {
    let cell = |at: usize, column: usize| rows[at].get(column).map_or("", |cell| cell.trim());
    let last = end.saturating_sub(1);
    let mut texts = Vec::new();
    for at in top..end {
        let own = cell(at, column);
        let is_under = at < last && (at + 1..end).any(|below| !cell(below, column).is_empty());
        let text = match own.is_empty() && is_under {
            true => {
                let mut before = (0..column)
                    .rev()
                    .take_while(|before| !keys.contains(before));
                before
                    .find_map(|before| Some(cell(at, before)).filter(|text| !text.is_empty()))
                    .unwrap_or("")
            }
            false => own,
        };
        let text = text.replace(['\n', '\r'], "");
        if !text.is_empty() && texts.last() != Some(&text) {
            texts.push(text);
        }
    }
    texts
}

/// Takes year and unit out of the heads.
fn of_heads(texts: &[String], units: Option<&str>) -> ValueColumn {
    let mut value = ValueColumn::default();
    let mut labels = Vec::new();
    for text in texts {
        let (mut label, unit) = unit_of(text);
        if !unit.is_empty() {
            value.unit = unit;
        }
        let bracketed = label
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'));
        if let Some(unit) = bracketed
            .filter(|unit| is_unit(unit))
            .or(units.filter(|unit| *unit == text))
        {
            value.unit = unit.to_owned();
            continue;
        }
        if let Some((year, rest)) = year_in(&label).filter(|_| value.year.is_none()) {
            value.year = Some(year);
            label = rest;
        }
        if !label.is_empty() {
            labels.push(label);
        }
    }
    value.label = labels.join(" / ");
    value
}

fn part_of(head: &str, value: ValueColumn, cells: &[&str]) -> ColumnPart {
    let head = half_width(head).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| head.contains(word));
    let share = |is: &dyn Fn(&str) -> bool| {
        cells.iter().filter(|cell| is(cell)).count() * 5 >= cells.len() * 4
    };
    let ids = [
        "コード",
        "code",
        "番号",
        "備考",
        "摘要",
        "注記",
        "note",
        "annotation",
        "url",
        "緯度",
        "経度",
        "更新",
        "公開日",
    ];
    let is_id = has(&ids) || matches!(head.trim(), "id" | "no" | "no." | "注");
    let is_year_code = ["time", "時間"].iter().any(|word| head.contains(word));
    let is_year_head = has(&[
        "年",
        "時点",
        "時間",
        "time",
        "year",
        "調査日",
        "基準日",
        "date",
    ]);
    if (!is_id || is_year_code) && value.year.is_none() && share(&|cell| year_alone(cell).is_some())
    {
        let says_year = |cell: &str| cell.chars().any(|c| !c.is_ascii_digit());
        if is_year_head || share(&says_year) {
            return ColumnPart::Year;
        }
    }
    if is_id {
        return ColumnPart::Aside;
    }
    if matches!(head.trim(), "単位" | "unit") {
        return ColumnPart::Unit;
    }
    let is_value =
        |cell: &str| matches!(value_cell(cell), ValueCell::Number(_) | ValueCell::State(_));
    match share(&is_value) {
        true => ColumnPart::Value(value),
        false => ColumnPart::Category,
    }
}
