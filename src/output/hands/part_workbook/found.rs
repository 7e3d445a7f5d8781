//! The sheet of a kind in a workbook that came back, wherever its columns were moved.

use std::collections::BTreeMap;

use super::cell_values::is_same;
use super::columns::{Columns, OURS};
use edit::NotTaken;
use format::workbook::{Cell, CellRead, RowRead, SheetRead};
use strategy::*;

/// Letters of the kinds that have a sheet.
pub const KINDS: [&str; 6] = ["r", "k", "m", "i", "y", "l"];

/// A sheet of a kind as it came back.
pub struct SheetFound<'a> {
    pub sheet: &'a SheetRead,
    /// Behind this row the records stand.
    head: usize,
    /// The column of the ids; `None`: somebody deleted it.
    pub id: Option<usize>,
    /// The heads of the columns as they were given, and where each stands now.
    pub at: Vec<(String, Option<usize>)>,
}

/// Returns a row of the hidden sheet: of a kind, the name of its sheet and its heads.
pub fn marks(sheets: &[SheetRead], kind: &str) -> Option<Vec<String>> {
    let ours = sheets.iter().find(|sheet| sheet.name == OURS)?;
    let text = |row: &RowRead, at| row.get(at).map(CellRead::text).unwrap_or_default();
    let row = ours.rows.iter().skip(1).find(|row| text(row, 0) == kind)?;
    let last = row.cells.last().map_or(0, |(at, _)| *at);
    Some((1..=last).map(|at| text(row, at)).collect())
}

impl<'a> SheetFound<'a> {
    /// Finds the sheet of a kind; none if the workbook was given without it.
    pub fn find<T: Record>(
        base: &Strategy,
        sheets: &'a [SheetRead],
        columns: &Columns<T>,
    ) -> Result<Option<Self>, NotTaken> {
        let kind = T::PREFIX;
        let Some(keys) = marks(sheets, kind) else {
            return Ok(None);
        };
        let (name, heads) = keys
            .split_first()
            .ok_or(NotTaken::SheetGone(String::new()))?;
        let gone = || NotTaken::SheetGone(name.clone());
        let named = sheets.iter().find(|sheet| sheet.name == *name);
        let sheet = named
            .filter(|sheet| ids(sheet, kind) > 0)
            .or_else(|| renamed(sheets, kind))
            .or(named)
            .ok_or_else(gone)?;
        let known = |row: &RowRead| {
            let texts = row.cells.iter().map(|(_, cell)| cell.text());
            texts.filter(|text| heads.contains(text)).count()
        };
        let head = sheet
            .rows
            .iter()
            .take(20)
            .max_by_key(|row| known(row))
            .ok_or_else(gone)?;
        if known(head) == 0 {
            return Err(gone());
        }
        let id = id_column(sheet, kind, head.number);
        let mut taken = Vec::from_iter(id);
        let mut at = Vec::new();
        for wanted in heads {
            let is_it =
                |(at, cell): &&(usize, CellRead)| cell.text() == *wanted && !taken.contains(at);
            let found = head.cells.iter().find(is_it).map(|(at, _)| *at);
            taken.extend(found);
            at.push((wanted.clone(), found));
        }
        let mut found = Self {
            sheet,
            head: head.number,
            id,
            at,
        };
        found.reworded(base, columns, head);
        Ok(Some(found))
    }

    /// The rows below the heads.
    pub fn rows(&self) -> impl Iterator<Item = &'a RowRead> + use<'a> {
        let head = self.head;
        self.sheet.rows.iter().filter(move |row| row.number > head)
    }

    /// The rows above the heads.
    pub fn above(&self) -> impl Iterator<Item = &'a RowRead> + use<'a> {
        let head = self.head;
        self.sheet.rows.iter().filter(move |row| row.number < head)
    }

    /// The row of the heads.
    pub fn heads(&self) -> Option<&'a RowRead> {
        self.sheet.rows.iter().find(|row| row.number == self.head)
    }

    /// Returns the text in the column of the numbers.
    pub fn number(&self, row: &RowRead) -> String {
        let id = self.id.and_then(|at| row.get(at)).map(CellRead::text);
        id.unwrap_or_default().trim().to_owned()
    }

    /// Returns where a column stands now, by its place among those that were handed out.
    pub fn place(&self, nth: usize) -> Option<usize> {
        self.at.get(nth).and_then(|(_, at)| *at)
    }

    /// Returns the text of a row in a column, by the place of the column among those that were handed out.
    pub fn text(&self, row: &RowRead, nth: usize) -> String {
        let cell = self.place(nth).and_then(|at| row.get(at));
        cell.map(|cell| cell.text().trim().to_owned())
            .unwrap_or_default()
    }

    /// Finds columns whose heads somebody reworded: of columns that are missing side by side, the heads that nobody knows in
    /// their place. Where more stand there, somebody inserted a column: the values tell which it is.
    fn reworded<T: Record>(&mut self, base: &Strategy, columns: &Columns<T>, head: &RowRead) {
        let mut from = 0;
        while let Some(first) = (from..self.at.len()).find(|nth| self.at[*nth].1.is_none()) {
            let is_known = |nth: &usize| self.at[*nth].1.is_some();
            let behind = (first..self.at.len())
                .find(is_known)
                .unwrap_or(self.at.len());
            let left = first.checked_sub(1).and_then(|nth| self.place(nth));
            let right = self.place(behind);
            let is_free = |at: usize| {
                Some(at) != self.id
                    && left.is_none_or(|left| at > left)
                    && right.is_none_or(|right| at < right)
                    && !self.at.iter().any(|(_, taken)| *taken == Some(at))
            };
            let worded = head
                .cells
                .iter()
                .filter(|(_, cell)| !cell.text().trim().is_empty());
            let free: Vec<usize> = worded
                .map(|(at, _)| *at)
                .filter(|at| is_free(*at))
                .collect();
            let missing = first..behind;
            let mut taken: Vec<usize> = Vec::new();
            let in_order = free.len() == missing.len();
            for (of_run, nth) in missing.enumerate() {
                let place = match in_order {
                    true => Some(free[of_run])
                        .filter(|at| self.kept(base, columns, nth, *at).is_possible()),
                    false => free
                        .iter()
                        .copied()
                        .filter(|at| taken.iter().all(|taken| taken < at))
                        .find(|at| self.kept(base, columns, nth, *at).is_likely()),
                };
                taken.extend(place);
                self.at[nth].1 = place;
            }
            from = behind;
        }
    }

    /// Returns how many values of a column another one holds.
    fn kept<T: Record>(
        &self,
        base: &Strategy,
        columns: &Columns<T>,
        nth: usize,
        at: usize,
    ) -> KeptValues {
        let mut values = KeptValues::default();
        let Some(column) = columns.columns.get(nth) else {
            return values;
        };
        for row in self.rows() {
            let record = self.number(row).parse::<Id<T>>().ok();
            let Some(record) = record.and_then(|id| base.get(id)) else {
                continue;
            };
            let cell = column.cell(record);
            if cell != Cell::Empty {
                values.all += 1;
                values.kept += usize::from(is_same(&cell, row.get(at)));
            }
        }
        values
    }
}

/// Values of a column that are found again in another one.
#[derive(Default)]
struct KeptValues {
    /// Number of records whose value is the one that was given.
    kept: usize,
    /// Number of records that had a value.
    all: usize,
}

impl KeptValues {
    /// True if a column in the place of another may be it: of several values not all are others.
    fn is_possible(&self) -> bool {
        self.kept > 0 || self.all < 3
    }

    /// True if a column holds at least half of the values of another.
    fn is_likely(&self) -> bool {
        self.kept > 0 && self.kept * 2 >= self.all
    }
}

/// The sheet of a kind under another name: that in which the ids of its records stand, if it is of no other kind.
fn renamed<'a>(sheets: &'a [SheetRead], kind: &str) -> Option<&'a SheetRead> {
    let names: Vec<String> = KINDS
        .iter()
        .filter_map(|kind| marks(sheets, kind)?.into_iter().next())
        .collect();
    let free = |sheet: &&SheetRead| sheet.name != OURS && !names.contains(&sheet.name);
    let counted = sheets
        .iter()
        .filter(free)
        .map(|sheet| (ids(sheet, kind), sheet));
    let most = counted.max_by_key(|(count, _)| *count);
    most.filter(|(count, _)| *count > 0).map(|(_, sheet)| sheet)
}

/// True if a cell holds an id of a kind.
fn is_id(cell: &CellRead, kind: &str) -> bool {
    let text = cell.text();
    let digits = text.strip_prefix(kind);
    digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// Returns how many ids of a kind stand on a sheet.
fn ids(sheet: &SheetRead, kind: &str) -> usize {
    let cells = sheet.rows.iter().flat_map(|row| &row.cells);
    cells.filter(|(_, cell)| is_id(cell, kind)).count()
}

/// The column in which the most ids of a kind stand.
fn id_column(sheet: &SheetRead, kind: &str, head: usize) -> Option<usize> {
    let mut counts = BTreeMap::<usize, usize>::new();
    for row in sheet.rows.iter().filter(|row| row.number > head) {
        for (at, cell) in &row.cells {
            if is_id(cell, kind) {
                *counts.entry(*at).or_default() += 1;
            }
        }
    }
    let most = counts
        .into_iter()
        .max_by_key(|(at, count)| (*count, usize::MAX - *at));
    most.map(|(at, _)| at)
}
