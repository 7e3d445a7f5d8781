//! A table with a year or a kind a line and an indicator a column, turned round: 年度, 出生数, 転入者数.

use super::cells::Grid;
use super::heads::{ColumnKind, Heads, head, is_row_year, is_time};
use super::kind::{is_figure, is_of_units};
use super::sections::TableSection;

/// The lines of such a table as those of one with an indicator a line; the first is of heads. `None`: it is no such table.
pub fn turned(grid: &Grid, section: &TableSection, heads: Heads) -> Option<Vec<Vec<String>>> {
    let (names, more) = section.heads.split_first()?;
    let names = &grid.rows[*names];
    let below = more.iter().chain(&section.body);
    let mut rows: Vec<&Vec<String>> = below.map(|&at| &grid.rows[at]).collect();
    let (first, others) = names.split_first()?;
    let units = match rows.first()? {
        row if is_of_units(row) => Some(rows.remove(0)),
        _ if more.is_empty() => None,
        _ => return None,
    };
    let cell = |row: &Vec<String>, at: usize| row.get(at).cloned().unwrap_or_default();
    let of_figures = |at: usize| {
        let cells = || rows.iter().filter_map(|row| row.get(at));
        let filled = cells().filter(|cell| !cell.is_empty()).count();
        filled > 0 && cells().filter(|cell| is_figure(cell)).count() == filled
    };
    let is_name = |text: &String| {
        !text.is_empty()
            && heads.head(text).is_none_or(|kind| kind == ColumnKind::Year)
            && !is_time(text)
    };
    let of_years = is_row_year(first);
    let is_line = |row: &&Vec<String>| {
        let first = row.first().map_or("", String::as_str);
        names_year(first) || !of_years && names_kind(first)
    };
    let is_table = (of_years || may_head_lines(first))
        && rows.len() > 1
        && rows.iter().all(is_line)
        && !others.is_empty()
        && others.iter().all(is_name)
        && rows.iter().all(|row| row.len() <= names.len())
        && (1..names.len()).all(of_figures);
    is_table.then(|| {
        let mut head = vec!["指標".to_owned()];
        head.extend(units.map(|_| "単位".to_owned()));
        head.extend(rows.iter().map(|row| cell(row, 0)));
        let mut all = vec![head];
        all.extend((1..names.len()).map(|at| {
            let mut one = vec![names[at].clone()];
            one.extend(units.map(|units| cell(units, at)));
            one.extend(rows.iter().map(|row| cell(row, at)));
            one
        }));
        all
    })
}

/// True for R6 and for R11目標.
fn names_year(cell: &str) -> bool {
    is_time(cell) || names_kind(cell) && super::heads::year(cell).is_some()
}

/// True for 現状値 and 目標.
fn names_kind(cell: &str) -> bool {
    head(cell).is_some_and(|kind| kind.figures() && kind != ColumnKind::Year)
}

/// True if the corner of a table leaves open what its lines are.
fn may_head_lines(corner: &str) -> bool {
    ["", "区分", "項目", "年次", "年", "内容"].contains(&corner)
}
