//! Edits in the workbook of a part.

use std::collections::BTreeSet;

use super::beyond;
use super::cell_values::{filled, is_cut, is_ditto, is_same, text_of, unreadable};
use super::columns::{Columns, KEYS, PartColumn};
use super::found::{SheetFound, marks};
use super::own_rows::{NewRow, RowsByRecord, new_rows, own_rows};
use edit::{NotTaken, Unreadable};
use format::workbook::{Address, CellRead, RowRead, SheetRead};
use strategy::*;

/// A part as it came back in a workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct ReturnedPart {
    /// The part.
    pub part: Strategy,
    /// Edits that were rejected.
    pub unwritten: Vec<NotTaken>,
    /// New records whose place in the plan is a guess.
    pub offered: BTreeSet<AnyId>,
}

/// State of reading.
pub struct PartReading<'a> {
    pub(super) base: &'a Strategy,
    sheets: &'a [SheetRead],
    pub(super) fresh: &'a mut dyn FnMut() -> u64,
    pub(super) written: ReturnedPart,
    /// Names of the sheets that are read.
    used: Vec<&'a str>,
    /// Comments that are taken as notes: the name of the sheet, and the address.
    comments: BTreeSet<(&'a str, &'a str)>,
    /// The measures that somebody added, by each of their names.
    pub(super) measures_added: Vec<(String, Id<Measure>)>,
}

/// The rows of a sheet that are of no record of the part.
pub struct NewRows<'a, T: Record> {
    pub(super) found: SheetFound<'a>,
    pub(super) rows: Vec<NewRow<'a, T>>,
}

impl<'a> PartReading<'a> {
    /// Nothing is read yet.
    pub fn new(
        base: &'a Strategy,
        sheets: &'a [SheetRead],
        fresh: &'a mut dyn FnMut() -> u64,
    ) -> Self {
        Self {
            base,
            sheets,
            fresh,
            written: ReturnedPart {
                part: base.clone(),
                unwritten: Vec::new(),
                offered: BTreeSet::new(),
            },
            used: Vec::new(),
            comments: BTreeSet::new(),
            measures_added: Vec::new(),
        }
    }

    /// All that was written, with what was written where nothing is read.
    pub fn done(mut self) -> ReturnedPart {
        let beyond = beyond::on_other_sheets(self.sheets, &self.used, &self.comments);
        self.written.unwritten.extend(beyond);
        self.written
    }

    /// Returns the columns that the workbook has of a kind.
    pub fn given<T: Record>(&self, columns: Columns<T>) -> Columns<T> {
        match marks(self.sheets, &format!("{}{KEYS}", T::PREFIX)) {
            Some(marks) => columns.picked(marks.get(1..).unwrap_or_default()),
            None => columns,
        }
    }

    /// Takes what was written in the rows of a kind, and returns those that are of no record.
    pub fn rows<T: Record>(&mut self, columns: &Columns<T>) -> Option<NewRows<'a, T>> {
        let found = match SheetFound::find(self.base, self.sheets, columns) {
            Ok(found) => found?,
            Err(gone) => {
                self.written.unwritten.push(gone);
                return None;
            }
        };
        for ((head, at), column) in found.at.iter().zip(&columns.columns) {
            if at.is_none() && column.is_written() {
                self.written.unwritten.push(NotTaken::ColumnGone {
                    sheet: found.sheet.name.clone(),
                    head: head.clone(),
                });
            }
        }
        self.used.push(&found.sheet.name);
        let empty = self.emptied(&found, columns);
        let own = own_rows(self.base, &found, columns);
        let beyond = beyond::on_its_sheet(self.base, &found, columns, &own);
        self.written.unwritten.extend(beyond);
        let mut all: Vec<_> = own.iter().collect();
        sort::by_key(&mut all, |(_, rows)| rows.first().map(|row| row.number));
        for (id, rows) in all {
            if let Some(record) = self.base.get(*id) {
                self.row(&found, rows, &T::clone(record), columns, &empty);
            }
        }
        self.comments(&found, columns, &own);
        let rows = new_rows(&found, &own);
        Some(NewRows { found, rows })
    }

    /// Takes the comments on figures of a year as notes.
    fn comments<T: Record>(
        &mut self,
        found: &SheetFound<'a>,
        columns: &Columns<T>,
        own: &RowsByRecord<'_, T>,
    ) {
        for (cell, text) in &found.sheet.comments {
            let Ok(address) = cell.parse::<Address>() else {
                continue;
            };
            let is_there = |(_, at): &(String, Option<usize>)| *at == Some(address.column);
            let column = found.at.iter().position(is_there);
            let column = column.and_then(|nth| columns.columns.get(nth));
            let is_row = |rows: &Vec<&RowRead>| rows.iter().any(|row| row.number == address.row);
            let record = own.iter().find(|(_, rows)| is_row(rows)).map(|(id, _)| *id);
            let Some((column, id)) = column.zip(record) else {
                continue;
            };
            let Some(mut record) = self.written.part.get(id).map(|one| T::clone(one)) else {
                continue;
            };
            if column.take_comment(&mut record, text) {
                self.comments.insert((&found.sheet.name, cell));
                if self.written.part.get(id).is_some_and(|one| **one != record) {
                    T::table_mut(&mut self.written.part).insert(record);
                }
            }
        }
    }

    /// The columns, by place, that are empty in all rows and were not: they stay as they were.
    fn emptied<T: Record>(&mut self, found: &SheetFound<'_>, columns: &Columns<T>) -> Vec<usize> {
        let mut empty = Vec::new();
        for ((head, at), column) in found.at.iter().zip(&columns.columns) {
            let Some(at) = at.filter(|_| column.is_written()) else {
                continue;
            };
            let (mut before, mut now) = (0, 0);
            for row in found.rows() {
                let record = found.number(row).parse::<Id<T>>().ok();
                let Some(record) = record.and_then(|id| self.base.get(id)) else {
                    continue;
                };
                before += usize::from(!is_same(&column.cell(record), None));
                now += usize::from(filled(row, at).is_some());
            }
            if before > 1 && now == 0 {
                empty.push(at);
                self.written.unwritten.push(NotTaken::ColumnEmpty {
                    sheet: found.sheet.name.clone(),
                    head: head.clone(),
                });
            }
        }
        empty
    }

    /// Takes what was written in the rows of a record. Where they differ, nobody knows which is meant.
    fn row<T: Record>(
        &mut self,
        found: &SheetFound<'_>,
        rows: &[&RowRead],
        base: &T,
        columns: &Columns<T>,
        empty: &[usize],
    ) {
        let Some((row, others)) = rows.split_first() else {
            return;
        };
        let mut record = T::clone(base);
        let mut changed = false;
        for ((head, at), column) in found.at.iter().zip(&columns.columns) {
            let at = at.filter(|at| !empty.contains(at) && column.is_written());
            let Some(at) = at else {
                continue;
            };
            let cell = filled(row, at);
            if let Some(other) = others.iter().find(|other| filled(other, at) != cell) {
                let text = |row: &RowRead| row.get(at).map(CellRead::text).unwrap_or_default();
                self.written.unwritten.push(NotTaken::Twice {
                    sheet: found.sheet.name.clone(),
                    rows: [row.number, other.number],
                    head: head.clone(),
                    texts: [text(row), text(other)],
                });
                continue;
            }
            let written = column.cell(base);
            if is_same(&written, cell) {
                continue;
            }
            if is_cut(&written) {
                self.written.unwritten.push(NotTaken::Unreadable {
                    sheet: found.sheet.name.clone(),
                    row: row.number,
                    head: head.clone(),
                    why: Unreadable::Cut,
                });
            } else {
                changed |= self.cell(found, row, (head, at), column, &mut record);
            }
        }
        if changed {
            T::table_mut(&mut self.written.part).insert(record);
        }
    }

    /// Writes a cell into a record, or tells why it is not taken; returns whether it was written.
    pub(super) fn cell<T: Clone>(
        &mut self,
        found: &SheetFound<'_>,
        row: &RowRead,
        (head, at): (&str, usize),
        column: &PartColumn<T>,
        record: &mut T,
    ) -> bool {
        let (sheet, head) = (found.sheet.name.clone(), head.to_owned());
        let (cell, row) = (filled(row, at), row.number);
        if let Some(why) = unreadable(cell) {
            self.written.unwritten.push(NotTaken::Unreadable {
                sheet,
                row,
                head,
                why,
            });
            return false;
        }
        let text = text_of(column, record, cell);
        // The cell that 同上 speaks of is not known once rows were sorted or brought into the plan.
        let written = !is_ditto(&text) && column.write(record, &text).is_ok();
        if !written {
            self.written.unwritten.push(NotTaken::Cell {
                sheet,
                row,
                head,
                text,
            });
        }
        written
    }
}
