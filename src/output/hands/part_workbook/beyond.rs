//! Texts that somebody wrote in a workbook where nothing is read: in cells that are only read, beside the columns, above
//! the heads, on other sheets, in comments. And the rows that are gone.

use std::collections::BTreeSet;

use super::cell_values::{filled, is_same};
use super::columns::{Columns, OURS, PartColumn};
use super::found::{KINDS, SheetFound, marks};
use super::own_rows::RowsByRecord;
use edit::NotTaken;
use format::workbook::{CellRead, RowRead, SheetRead};
use strategy::*;

/// Number of rows with a text that are given above the heads: the plan, the section, the way to fill the sheet in.
const ABOVE: usize = 3;

/// Returns what was written on the sheet of a kind where nothing is read, and how many of its rows are gone.
pub fn on_its_sheet<T: Record>(
    base: &Strategy,
    found: &SheetFound<'_>,
    columns: &Columns<T>,
    own: &RowsByRecord<'_, T>,
) -> Vec<NotTaken> {
    let mut beyond = above_the_heads(found);
    beyond.extend(in_other_columns(found));
    beyond.extend(over_labels(base, found, columns, own));
    let gone = columns.rows.iter().filter(|id| !own.contains_key(id));
    let rows = gone.count();
    if rows > 0 {
        let sheet = found.sheet.name.clone();
        beyond.push(NotTaken::RowsGone { sheet, rows });
    }
    beyond
}

/// The texts above the heads, but for those that were given there.
fn above_the_heads(found: &SheetFound<'_>) -> Vec<NotTaken> {
    let cells = found
        .above()
        .flat_map(|row| row.cells.iter().map(move |(_, cell)| (row, cell)));
    let texts = cells.map(|(row, cell)| (row.number, cell.text()));
    let texts = texts.filter(|(_, text)| !text.trim().is_empty());
    let more = texts.skip(ABOVE).map(|(row, text)| NotTaken::Above {
        sheet: found.sheet.name.clone(),
        row,
        text,
    });
    more.collect()
}

/// The columns in which something stands and that were not given.
fn in_other_columns(found: &SheetFound<'_>) -> Vec<NotTaken> {
    let is_other = |at: &usize| {
        Some(*at) != found.id && !found.at.iter().any(|(_, taken)| *taken == Some(*at))
    };
    let rows = found.heads().into_iter().chain(found.rows());
    let filled_in = rows.flat_map(|row| row.cells.iter().map(move |(at, _)| (row, *at)));
    let filled_in = filled_in.filter(|(row, at)| is_other(at) && filled(row, *at).is_some());
    let others: BTreeSet<usize> = sort::set(filled_in.map(|(_, at)| at));
    let head = |at: usize| {
        let head = found
            .heads()
            .and_then(|row| row.get(at))
            .map(CellRead::text);
        head.filter(|head| !head.trim().is_empty())
    };
    let other = |at: usize| NotTaken::ColumnMore {
        sheet: found.sheet.name.clone(),
        head: head(at).unwrap_or_else(|| letters(at)),
    };
    others.into_iter().map(other).collect()
}

/// The cells that are only read and hold another text than was given.
fn over_labels<T: Record>(
    base: &Strategy,
    found: &SheetFound<'_>,
    columns: &Columns<T>,
    own: &RowsByRecord<'_, T>,
) -> Vec<NotTaken> {
    let mut all = Vec::new();
    for (nth, column) in columns.columns.iter().enumerate() {
        let (Some((head, Some(at))), false) = (
            found.at.get(nth),
            column.is_written() || column.head.is_empty(),
        ) else {
            continue;
        };
        let rows = own
            .iter()
            .flat_map(|(id, rows)| rows.iter().map(move |row| (*id, *row)));
        let others: Vec<&RowRead> = rows
            .filter(|(id, row)| is_other_label(base, column, *id, row, *at))
            .map(|(_, row)| row)
            .collect();
        // Years and numbers are written in the words of who gave the part out: in other words, most of them differ.
        if column.is_of_plan() || others.len() * 2 <= own.len() {
            all.extend(others.into_iter().map(|row| NotTaken::OnlyRead {
                sheet: found.sheet.name.clone(),
                row: row.number,
                head: head.clone(),
                text: row.get(*at).map(CellRead::text).unwrap_or_default(),
            }));
        }
    }
    all
}

fn is_other_label<T: Record>(
    base: &Strategy,
    column: &PartColumn<T>,
    id: Id<T>,
    row: &RowRead,
    at: usize,
) -> bool {
    let cell = filled(row, at);
    let record = base.get(id);
    cell.is_some() && record.is_some_and(|record| !is_same(&column.cell(record), cell))
}

/// Returns the sheets in which something stands and that were not given, and the comments on all, without those that
/// are taken: each by the name of its sheet and its address.
pub fn on_other_sheets(
    sheets: &[SheetRead],
    used: &[&str],
    taken: &BTreeSet<(&str, &str)>,
) -> Vec<NotTaken> {
    let mut all = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.name != OURS) {
        let is_copy =
            |other: &&SheetRead| used.contains(&&*other.name) && says_the_same(sheet, other);
        let holds = |row: &RowRead| row.cells.iter().any(|(at, _)| filled(row, *at).is_some());
        let is_more =
            !sheet.hidden && !used.contains(&&*sheet.name) && sheet.rows.iter().any(holds);
        if is_more && !is_known(sheets, sheet) && !sheets.iter().any(|other| is_copy(&other)) {
            all.push(NotTaken::SheetMore(sheet.name.clone()));
        }
        let comments = sheet.comments.iter();
        let comments = comments.filter(|(cell, _)| !taken.contains(&(&*sheet.name, cell)));
        all.extend(comments.map(|(cell, text)| NotTaken::Comment {
            sheet: sheet.name.clone(),
            cell: cell.clone(),
            text: text.clone(),
        }));
    }
    all
}

/// True if a sheet was given under its name: if it is not read, that is said already.
fn is_known(sheets: &[SheetRead], sheet: &SheetRead) -> bool {
    let names = KINDS
        .iter()
        .filter_map(|kind| marks(sheets, kind)?.into_iter().next());
    names.into_iter().any(|name| name == sheet.name)
}

fn says_the_same(sheet: &SheetRead, other: &SheetRead) -> bool {
    let cells = |sheet: &SheetRead| {
        let rows = sheet.rows.iter();
        rows.map(|row| (row.number, row.cells.clone()))
            .collect::<Vec<_>>()
    };
    cells(sheet) == cells(other)
}

/// The letters of a column.
fn letters(at: usize) -> String {
    let mut letters = Vec::new();
    let mut left = at + 1;
    while left > 0 {
        left -= 1;
        letters.push(char::from(
            b'A' + u8::try_from(left % 26).unwrap_or_default(),
        ));
        left /= 26;
    }
    letters.iter().rev().collect()
}
