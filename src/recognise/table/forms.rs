//! Forms: an indicator as cells of heads, each with its value beside it, one below another or several in a line.

use std::collections::BTreeMap;

use super::cells::Grid;
use super::heads::{ColumnKind, Heads, is_row_year, is_time};
use super::kind::is_figure;

/// Indicators of a form: lines of it, and for each indicator the heads and the values.
#[derive(Debug, Default)]
pub struct Form {
    /// Its lines.
    pub lines: Vec<usize>,
    /// The heads and values of each indicator.
    pub records: Vec<(Vec<String>, Vec<String>)>,
}

/// A head of a line and the cells that belong to it, each with its column.
type FormField<'a> = (usize, &'a str, Vec<(usize, &'a str)>);

/// Heads of the two parts of KPI1.
const NUMBER: &str = "番号";
const NAME: &str = "指標名";

/// Largest number of lines of a form.
const MOST_LINES: usize = 40;

/// Reads the form that begins at a line.
pub fn form(grid: &Grid, at: usize, heads: Heads) -> Option<Form> {
    let first = fields(grid.rows.get(at)?, heads)?;
    let is_name = |(_, head, _): &&FormField| kind(head, heads) == Some(ColumnKind::Name);
    let names: Vec<&FormField> = first.iter().filter(is_name).collect();
    let (name_at, _, of_first) = names.first()?;
    let is_text = |(_, text): &(usize, &str)| !is_figure(text) && heads.head(text).is_none();
    let is_named = |(_, _, values): &&FormField| !values.is_empty() && values.iter().all(is_text);
    if !names.iter().all(is_named) {
        return None;
    }
    let mut rows = vec![(at, first.clone())];
    for (below, row) in grid.rows.iter().enumerate().skip(at + 1).take(MOST_LINES) {
        let read = fields(row, heads).or_else(|| unknown(row, *name_at, of_first[0].0));
        let Some(read) = read else { break };
        if read.iter().any(|field| is_name(&field)) {
            break;
        }
        rows.push((below, read));
    }
    let lines = rows.iter().map(|(at, _)| *at).collect();
    let rows: Vec<Vec<FormField>> = rows.into_iter().map(|(_, row)| row).collect();
    let records = match (&names[..], of_first.len()) {
        ([_], 1) => vec![one_record(&rows, heads)],
        ([_], _) => by_columns(&rows, of_first)?,
        // Forms beside each other.
        (names, _) => {
            let ends = names.iter().skip(1).map(|(at, ..)| *at).chain([usize::MAX]);
            let part = |((from, ..), to): (&&FormField, usize)| {
                one_record(&between(&rows, *from..to), heads)
            };
            names.iter().zip(ends).map(part).collect()
        }
    };
    let has_figure = |(texts, values): &(Vec<String>, Vec<String>)| {
        let pairs = texts.iter().zip(values);
        pairs.into_iter().any(|(head, value)| {
            heads.head(head).is_some_and(ColumnKind::figures) && is_figure(value)
        })
    };
    let is_form = records.iter().any(has_figure);
    is_form.then_some(Form { lines, records })
}

/// The fields of these columns.
fn between<'a>(
    rows: &[Vec<FormField<'a>>],
    columns: std::ops::Range<usize>,
) -> Vec<Vec<FormField<'a>>> {
    let cut = |row: &Vec<FormField<'a>>| {
        let fields = row.iter().filter(|(at, ..)| columns.contains(at));
        fields.cloned().collect()
    };
    rows.iter().map(cut).collect()
}

/// The content that a head of a form names: as over a column, and KPI1 or 指標② for a name.
fn kind(text: &str, heads: Heads) -> Option<ColumnKind> {
    if is_row_year(text) {
        return Some(ColumnKind::RowYear);
    }
    let known = heads.head(text);
    let bare = text.trim_end_matches(|c: char| c.is_numeric() || "-－.()（）".contains(c));
    let numbered = || heads.head(bare).filter(|kind| *kind == ColumnKind::Name);
    known.or_else(numbered)
}

/// The fields of a line that begins with a known head: a head, and the cells up to the next.
fn fields<'a>(row: &'a [String], heads: Heads) -> Option<Vec<FormField<'a>>> {
    let mut all: Vec<FormField> = Vec::new();
    for (at, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let known = kind(cell, heads);
        let is_value = all.last().is_some_and(|(head_at, head, values)| {
            // The cell right beside a name is its value, whatever it says; a year beside any head is.
            let named = kind(head, heads) == Some(ColumnKind::Name) && values.is_empty();
            let beside = at == head_at + 1 && named && known != Some(ColumnKind::Unit);
            known.is_none() || is_time(cell) || beside && !known.is_some_and(ColumnKind::figures)
        });
        match all.last_mut() {
            Some((_, _, values)) if is_value => values.push((at, cell)),
            _ => {
                known.filter(|kind| *kind != ColumnKind::Year)?;
                all.push((at, cell, Vec::new()));
            }
        }
    }
    // A line of heads alone is of a table.
    let filled = all
        .iter()
        .filter(|(_, _, values)| !values.is_empty())
        .count();
    let is_sound = filled > 0 && (all.len() == 1 || filled * 2 >= all.len());
    is_sound.then_some(all)
}

/// A line with a head that is not known in the column of the heads, and a text beside it.
fn unknown(row: &[String], head_at: usize, value_at: usize) -> Option<Vec<FormField<'_>>> {
    let filled: Vec<usize> = (0..row.len()).filter(|&at| !row[at].is_empty()).collect();
    let is_head = |text: &str| text.chars().count() <= 12 && !is_figure(text);
    // 増やす is a text here.
    let is_numbered = |text: &str| is_figure(text) && text.contains(char::is_numeric);
    let is_field =
        filled == [head_at, value_at] && is_head(&row[head_at]) && !is_numbered(&row[value_at]);
    is_field.then(|| {
        vec![(
            head_at,
            row[head_at].as_str(),
            vec![(value_at, row[value_at].as_str())],
        )]
    })
}

/// The only indicator of a form. Below a line of years the values are of the years over them.
fn one_record(rows: &[Vec<FormField>], heads_known: Heads) -> (Vec<String>, Vec<String>) {
    let (mut heads, mut values) = (Vec::new(), Vec::new());
    let mut years = BTreeMap::new();
    for (_, head, cells) in rows.iter().flatten() {
        let of_years = is_row_year(head) && cells.len() > 1;
        if of_years && cells.iter().all(|(_, cell)| is_time(cell)) {
            years = cells.iter().copied().collect();
            continue;
        }
        let dated = !years.is_empty() && cells.iter().all(|(at, _)| years.contains_key(at));
        if dated {
            for (at, cell) in cells {
                heads.push(format!("{head}（{}）", years[at]));
                values.push((*cell).to_owned());
            }
            continue;
        }
        // KPI1 is its number, too.
        let is_number = heads_known.head(head).is_none() && kind(head, heads_known).is_some();
        if is_number && !is_row_year(head) {
            heads.extend([NUMBER.to_owned(), NAME.to_owned()]);
            values.extend([(*head).to_owned(), joined(cells)]);
            continue;
        }
        heads.push((*head).to_owned());
        values.push(joined(cells));
    }
    (heads, values)
}

/// The cells of a field as one: 12人（R6） of R6, 12人.
fn joined(cells: &[(usize, &str)]) -> String {
    match cells {
        [(_, one), (_, year)] | [(_, year), (_, one)] if is_time(year) && !is_time(one) => {
            format!("{one}（{}）", year.trim_matches(|c| "()（）".contains(c)))
        }
        cells => {
            let texts = cells.iter().map(|(_, cell)| *cell);
            texts.collect::<Vec<_>>().join(" ")
        }
    }
}

/// The indicators of a form with one in each column. `None`: a line has more than one head, or a cell in another column.
fn by_columns(
    rows: &[Vec<FormField>],
    names: &[(usize, &str)],
) -> Option<Vec<(Vec<String>, Vec<String>)>> {
    let of_names = |at: &usize| names.iter().any(|(name, _)| name == at);
    let is_line = |row: &Vec<FormField>| match &row[..] {
        [(_, _, cells)] => cells.iter().all(|(at, _)| of_names(at)),
        _ => false,
    };
    if !rows.iter().all(is_line) {
        return None;
    }
    let fields = || rows.iter().flatten();
    let record = |&(column, _): &(usize, &str)| {
        let heads = fields().map(|(_, head, _)| (*head).to_owned()).collect();
        let cell = |(_, _, cells): &FormField| {
            let found = cells.iter().find(|(at, _)| *at == column);
            found.map_or(String::new(), |(_, cell)| (*cell).to_owned())
        };
        (heads, fields().map(cell).collect())
    };
    Some(names.iter().map(record).collect())
}
