//! A table with a year a line and an indicator a column, turned round: 年度, 出生数, 転入者数.

use super::cells::Grid;
use super::heads::{ColumnKind, Heads, head, is_row_year, is_time};
use super::kind::is_figure;
use super::sections::Section;

/// The lines of such a table as those of one with an indicator a line; the first is of heads. `None`: it is no such table.
pub fn turned(grid: &Grid, section: &Section, heads: Heads) -> Option<Vec<Vec<String>>> {
    let [names] = section.heads[..] else {
        return None;
    };
    let names = &grid.rows[names];
    let rows: Vec<&Vec<String>> = section.body.iter().map(|&at| &grid.rows[at]).collect();
    let (first, others) = names.split_first()?;
    let is_year = |row: &&Vec<String>| row.first().is_some_and(|cell| names_year(cell));
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
    let is_table = is_row_year(first)
        && rows.len() > 1
        && rows.iter().all(is_year)
        && !others.is_empty()
        && others.iter().all(is_name)
        && rows.iter().all(|row| row.len() <= names.len())
        && (1..names.len()).all(of_figures);
    is_table.then(|| {
        let years = rows.iter().map(|row| cell(row, 0));
        let mut all = vec![std::iter::once("指標".to_owned()).chain(years).collect()];
        all.extend((1..names.len()).map(|at| {
            let figures = rows.iter().map(|row| cell(row, at));
            std::iter::once(names[at].clone()).chain(figures).collect()
        }));
        all
    })
}

/// True for R6 and for R11目標.
fn names_year(cell: &str) -> bool {
    is_time(cell)
        || head(cell).is_some_and(ColumnKind::figures) && super::heads::year(cell).is_some()
}
