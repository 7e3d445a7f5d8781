//! Edits in the workbook of a part.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Column, Columns, KEYS, OURS};
use edit::{NotTaken, Unreadable};
use format::workbook::{Cell, CellRead, LONGEST, RowRead, SheetRead, held};
use rust_decimal::Decimal;
use strategy::*;

/// A part as it came back in a workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The part.
    pub part: Strategy,
    /// Edits that were rejected.
    pub unwritten: Vec<NotTaken>,
    /// New records whose place in the plan is a guess.
    pub offered: BTreeSet<AnyId>,
}

/// State of reading.
pub struct Writing<'a> {
    pub(super) base: &'a Strategy,
    sheets: &'a [SheetRead],
    pub(super) fresh: &'a mut dyn FnMut() -> u64,
    pub(super) written: Written,
    /// The measures that somebody added, by each of their names.
    pub(super) measures_added: Vec<(String, Id<Measure>)>,
}

/// A sheet of a kind as it came back.
pub(super) struct Found<'a> {
    pub(super) sheet: &'a SheetRead,
    /// Behind this row the records stand.
    head: usize,
    /// The column of the ids.
    id: usize,
    /// The heads of the columns as they were given, and where each stands now.
    pub(super) at: Vec<(String, Option<usize>)>,
}

/// The rows of a sheet that are of no record of the part.
pub struct NewRows<'a, T: Record> {
    pub(super) found: Found<'a>,
    pub(super) rows: Vec<NewRow<'a, T>>,
}

/// A row that is of no record of the part.
pub(super) struct NewRow<'a, T: Record> {
    pub(super) row: &'a RowRead,
    /// The record of the nearest row above.
    pub(super) above: Option<Id<T>>,
    /// The record of the nearest row below.
    pub(super) below: Option<Id<T>>,
}

impl<'a> Writing<'a> {
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
            written: Written {
                part: base.clone(),
                unwritten: Vec::new(),
                offered: BTreeSet::new(),
            },
            measures_added: Vec::new(),
        }
    }

    /// All that was written.
    pub fn done(self) -> Written {
        self.written
    }

    /// Returns a row of the hidden sheet: of a kind, the name of its sheet and its heads.
    fn marks(&self, kind: &str) -> Option<Vec<String>> {
        let ours = self.sheets.iter().find(|sheet| sheet.name == OURS)?;
        let text = |row: &RowRead, at| row.get(at).map(CellRead::text).unwrap_or_default();
        let row = ours.rows.iter().skip(1).find(|row| text(row, 0) == kind)?;
        let last = row.cells.last().map_or(0, |(at, _)| *at);
        Some((1..=last).map(|at| text(row, at)).collect())
    }

    /// Returns the columns that the workbook has of a kind.
    pub fn given<T: Record>(&self, columns: Columns<T>) -> Columns<T> {
        match self.marks(&format!("{}{KEYS}", T::PREFIX)) {
            Some(marks) => columns.picked(marks.get(1..).unwrap_or_default()),
            None => columns,
        }
    }

    /// The sheet of a kind, wherever its columns were moved.
    fn find(&self, kind: &str) -> Result<Option<Found<'a>>, NotTaken> {
        let Some(keys) = self.marks(kind) else {
            return Ok(None);
        };
        let (name, heads) = keys
            .split_first()
            .ok_or(NotTaken::SheetGone(String::new()))?;
        let gone = || NotTaken::SheetGone(name.clone());
        let named = self.sheets.iter().find(|sheet| sheet.name == *name);
        let sheet = named.or_else(|| self.renamed(kind)).ok_or_else(gone)?;
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
        let mut taken = Vec::new();
        let mut at = Vec::new();
        for wanted in heads {
            let is_it =
                |(at, cell): &&(usize, CellRead)| cell.text() == *wanted && !taken.contains(at);
            let found = head.cells.iter().find(is_it).map(|(at, _)| *at);
            taken.extend(found);
            at.push((wanted.clone(), found));
        }
        by_place(head, &mut at);
        Ok(Some(Found {
            sheet,
            head: head.number,
            id: id_column(sheet, kind, head.number),
            at,
        }))
    }

    /// The sheet of a kind under another name: that in which the ids of its records stand, if it is of no other kind.
    fn renamed(&self, kind: &str) -> Option<&'a SheetRead> {
        let kinds = ["r", "k", "m", "i", "y", "l"];
        let names: Vec<String> = kinds
            .iter()
            .filter_map(|kind| self.marks(kind)?.into_iter().next())
            .collect();
        let free = |sheet: &&SheetRead| sheet.name != OURS && !names.contains(&sheet.name);
        let free = self.sheets.iter().filter(free);
        let counted = free.map(|sheet| (ids(sheet, kind), sheet));
        let most = counted.max_by_key(|(count, _)| *count);
        most.filter(|(count, _)| *count > 0).map(|(_, sheet)| sheet)
    }

    /// Takes what was written in the rows of a kind, and returns those that are of no record.
    pub fn rows<T: Record>(&mut self, columns: &Columns<T>) -> Option<NewRows<'a, T>> {
        let found = match self.find(T::PREFIX) {
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
        let empty = self.emptied(&found, columns);
        let own = own_rows(self.base, &found, columns);
        let mut all: Vec<_> = own.iter().collect();
        sort::by_key(&mut all, |(_, rows)| rows.first().map(|row| row.number));
        for (id, rows) in all {
            if let Some(record) = self.base.get(*id) {
                self.row(&found, rows, &T::clone(record), columns, &empty);
            }
        }
        let rows = new_rows(&found, &own);
        Some(NewRows { found, rows })
    }

    /// The columns, by place, that are empty in all rows and were not: they stay as they were.
    fn emptied<T: Record>(&mut self, found: &Found<'_>, columns: &Columns<T>) -> Vec<usize> {
        let mut empty = Vec::new();
        for ((head, at), column) in found.at.iter().zip(&columns.columns) {
            let Some(at) = at.filter(|_| column.is_written()) else {
                continue;
            };
            let (mut before, mut now) = (0, 0);
            for row in found.rows() {
                let id = row.get(found.id).map(CellRead::text).unwrap_or_default();
                let record = id.trim().parse::<Id<T>>().ok();
                let Some(record) = record.and_then(|id| self.base.get(id)) else {
                    continue;
                };
                before += usize::from(column.cell(record) != Cell::Empty);
                now += usize::from(row.get(at).is_some());
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
        found: &Found<'_>,
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
            let cell = row.get(at);
            if let Some(other) = others.iter().find(|other| other.get(at) != cell) {
                let text = |row: &RowRead| row.get(at).map(CellRead::text).unwrap_or_default();
                self.written.unwritten.push(NotTaken::Twice {
                    sheet: found.sheet.name.clone(),
                    rows: [row.number, other.number],
                    head: head.clone(),
                    texts: [text(row), text(other)],
                });
            } else if !is_same(&column.cell(base), cell) {
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
        found: &Found<'_>,
        row: &RowRead,
        (head, at): (&str, usize),
        column: &Column<T>,
        record: &mut T,
    ) -> bool {
        let (sheet, head) = (found.sheet.name.clone(), head.to_owned());
        let (cell, row) = (row.get(at), row.number);
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
        let written = column.write(record, &text).is_ok();
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

/// The rows of each record, in order. Somebody who copies a row to add one below copies its number too: of several, those
/// that are called as the record is are its own.
fn own_rows<'a, T: Record>(
    base: &Strategy,
    found: &Found<'a>,
    columns: &Columns<T>,
) -> BTreeMap<Id<T>, Vec<&'a RowRead>> {
    let mut own = BTreeMap::<Id<T>, Vec<&RowRead>>::new();
    for row in found.rows() {
        let id = row.get(found.id).map(CellRead::text).unwrap_or_default();
        if let Some(id) = id.trim().parse().ok().filter(|id| base.get(*id).is_some()) {
            own.entry(id).or_default().push(row);
        }
    }
    for (id, rows) in own.iter_mut().filter(|(_, rows)| rows.len() > 1) {
        let is_called_so = |row: &&RowRead| {
            base.get(*id).is_some_and(|record| {
                columns.named_by.iter().all(|nth| {
                    let place = found.at.get(*nth).and_then(|(_, at)| *at);
                    place.is_none_or(|at| {
                        let column = columns.columns.get(*nth);
                        column.is_none_or(|column| is_same(&column.cell(record), row.get(at)))
                    })
                })
            })
        };
        let called: Vec<&RowRead> = rows.iter().copied().filter(is_called_so).collect();
        match called.is_empty() {
            true => rows.truncate(1),
            false => *rows = called,
        }
    }
    own.extend(nameless(base, found, columns, &own));
    own
}

/// The rows without a number, each with the only record left that is called as it says: somebody deleted the column of
/// numbers.
fn nameless<'a, T: Record>(
    base: &Strategy,
    found: &Found<'a>,
    columns: &Columns<T>,
    own: &BTreeMap<Id<T>, Vec<&'a RowRead>>,
) -> BTreeMap<Id<T>, Vec<&'a RowRead>> {
    let names = |of: &dyn Fn(usize) -> Option<String>| {
        columns
            .named_by
            .iter()
            .map(|nth| of(*nth))
            .collect::<Option<Vec<_>>>()
    };
    let mut left = BTreeMap::<Vec<String>, (Vec<Id<T>>, Vec<&RowRead>)>::new();
    let records = columns.rows.iter().filter(|id| !own.contains_key(id));
    for record in records.filter_map(|id| base.get(*id)) {
        let named = names(&|nth| match columns.columns.get(nth)?.cell(record) {
            Cell::Text(text) => Some(lines(text.trim())),
            Cell::Empty => Some(String::new()),
            Cell::Number(_) | Cell::Sum(..) => None,
        });
        let Some(named) = named else { continue };
        left.entry(named).or_default().0.push(record.id());
    }
    if left.is_empty() {
        return BTreeMap::new();
    }
    let unnumbered = |row: &&RowRead| {
        let id = row.get(found.id).map(CellRead::text).unwrap_or_default();
        id.trim().parse::<Id<T>>().is_err()
    };
    for row in found.rows().filter(unnumbered) {
        let named = names(&|nth| Some(lines(&found.text(row, nth))));
        if let Some((_, rows)) = named.and_then(|named| left.get_mut(&named)) {
            rows.push(row);
        }
    }
    let one = |(ids, rows): (Vec<Id<T>>, Vec<&'a RowRead>)| match (&ids[..], &rows[..]) {
        ([id], [row]) => Some((*id, vec![*row])),
        _ => None,
    };
    sort::map(left.into_values().filter_map(one))
}

/// The rows in which something stands and that are of no record.
fn new_rows<'a, T: Record>(
    found: &Found<'a>,
    own: &BTreeMap<Id<T>, Vec<&'a RowRead>>,
) -> Vec<NewRow<'a, T>> {
    let of = |(id, rows): (&Id<T>, &Vec<&'a RowRead>)| {
        rows.iter().map(|row| (row.number, *id)).collect::<Vec<_>>()
    };
    let own: BTreeMap<usize, Id<T>> = sort::map(own.iter().flat_map(of));
    let is_new = |row: &&'a RowRead| {
        let says =
            |(at, cell): &(usize, CellRead)| *at != found.id && !cell.text().trim().is_empty();
        !own.contains_key(&row.number) && row.cells.iter().any(says)
    };
    let new = |row: &'a RowRead| NewRow {
        row,
        above: own.range(..row.number).next_back().map(|(_, id)| *id),
        below: own.range(row.number..).next().map(|(_, id)| *id),
    };
    found.rows().filter(is_new).map(new).collect()
}

impl<'a> Found<'a> {
    /// The rows below the heads.
    fn rows(&self) -> impl Iterator<Item = &'a RowRead> + use<'a> {
        let head = self.head;
        self.sheet.rows.iter().filter(move |row| row.number > head)
    }

    /// Returns the text of a row in a column, by the place of the column among those that were handed out.
    pub(super) fn text(&self, row: &RowRead, nth: usize) -> String {
        let at = self.at.get(nth).and_then(|(_, at)| *at);
        let cell = at.and_then(|at| row.get(at));
        cell.map(|cell| cell.text().trim().to_owned())
            .unwrap_or_default()
    }
}

/// Finds columns whose heads somebody reworded: where one is missing, a head that nobody knows between the columns that
/// stood beside it, or behind the last of them.
fn by_place(head: &RowRead, at: &mut [(String, Option<usize>)]) {
    for missing in 0..at.len() {
        if at[missing].1.is_some() {
            continue;
        }
        let before = missing.checked_sub(1).and_then(|left| at[left].1);
        let next = at.get(missing + 1);
        let place = match (before, next) {
            (Some(before), Some((_, Some(next)))) => (before + 2 == *next).then_some(before + 1),
            (Some(before), _) => Some(before + 1),
            (None, Some((_, Some(next)))) if missing == 0 => next.checked_sub(1),
            _ => None,
        };
        let unknown = |place: &usize| {
            let worded = head
                .get(*place)
                .is_some_and(|cell| !cell.text().trim().is_empty());
            worded && !at.iter().any(|(_, taken)| *taken == Some(*place))
        };
        at[missing].1 = place.filter(unknown);
    }
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
fn id_column(sheet: &SheetRead, kind: &str, head: usize) -> usize {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
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
    most.map_or(0, |(at, _)| at)
}

/// True if a cell still holds the value that was written into it.
fn is_same(written: &Cell, read: Option<&CellRead>) -> bool {
    let text = |text: &str| lines(&held(text).chars().take(LONGEST).collect::<String>());
    match (written, read) {
        (Cell::Empty, None) => true,
        (Cell::Text(written), None) => text(written).is_empty(),
        (Cell::Text(written), Some(CellRead::Text(read))) => text(written) == lines(read),
        (Cell::Number(shown), Some(CellRead::Number(read))) => means(shown.value, *read),
        // A spreadsheet may have turned a text that looks like a number into one.
        (Cell::Text(written), Some(CellRead::Number(read))) => written.parse() == Ok(*read),
        (Cell::Number(shown), Some(CellRead::Text(read))) => read.parse() == Ok(shown.value),
        _ => false,
    }
}

/// Results of formulas that failed.
const ERRORS: [&str; 9] = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!",
];

/// Returns why what a cell holds is no value.
fn unreadable(cell: Option<&CellRead>) -> Option<Unreadable> {
    match cell? {
        CellRead::Formula(_) => Some(Unreadable::NoResult),
        CellRead::Struck(_) => Some(Unreadable::Struck),
        CellRead::Text(text) if ERRORS.contains(&text.trim()) => Some(Unreadable::NoResult),
        CellRead::Text(_) | CellRead::Number(_) => None,
    }
}

/// A spreadsheet means fifteen digits of a number.
fn means(written: Decimal, read: Decimal) -> bool {
    written == read || written.round_sf(15) == Some(read)
}

/// Spreadsheets write the ends of lines in more than one way.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace("_x000D_\n", "\n")
}

/// Returns the text of a cell; for a number in a column of figures, in the format of the figure before.
fn text_of<T: Clone>(column: &Column<T>, base: &T, read: Option<&CellRead>) -> String {
    match read {
        None => String::new(),
        Some(CellRead::Number(number)) => number_text(column, base, *number),
        Some(cell) => lines(&cell.text()),
    }
}

fn number_text<T: Clone>(column: &Column<T>, base: &T, number: Decimal) -> String {
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
