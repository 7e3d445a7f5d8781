//! The rows of each record of a sheet that came back, and the rows that are of none.

use std::collections::BTreeMap;

use super::cell_values::{is_same, lines};
use super::columns::Columns;
use super::found::SheetFound;
use format::workbook::{Cell, CellRead, RowRead};
use strategy::*;

/// A row that is of no record of the part.
pub struct NewRow<'a, T: Record> {
    pub row: &'a RowRead,
    /// The record of the nearest row above.
    pub above: Option<Id<T>>,
    /// The record of the nearest row below.
    pub below: Option<Id<T>>,
}

/// The rows of each record, in order.
pub type RowsByRecord<'a, T> = BTreeMap<Id<T>, Vec<&'a RowRead>>;

/// The rows of each record, in order. Somebody who copies a row to add one below copies its number too: of several, those
/// that are called as the record is are its own.
pub fn own_rows<'a, T: Record>(
    base: &Strategy,
    found: &SheetFound<'a>,
    columns: &Columns<T>,
) -> RowsByRecord<'a, T> {
    let names = OwnRowNames::of(base, columns);
    let mut own = RowsByRecord::<T>::new();
    for row in found.rows() {
        let id = found.number(row).parse().ok();
        if let Some(id) = id.filter(|id| base.get(*id).is_some()) {
            own.entry(names.meant(found, row, id))
                .or_default()
                .push(row);
        }
    }
    for (id, rows) in own.iter_mut().filter(|(_, rows)| rows.len() > 1) {
        let is_called_so = |row: &&RowRead| names.is_called(found, row, *id);
        let called: Vec<&RowRead> = rows.iter().copied().filter(is_called_so).collect();
        match called.is_empty() {
            true => rows.truncate(1),
            false => *rows = called,
        }
    }
    own.extend(nameless(&names, found, &own));
    own
}

/// The rows in which something stands and that are of no record.
pub fn new_rows<'a, T: Record>(
    found: &SheetFound<'a>,
    own: &RowsByRecord<'a, T>,
) -> Vec<NewRow<'a, T>> {
    let of = |(id, rows): (&Id<T>, &Vec<&'a RowRead>)| {
        rows.iter().map(|row| (row.number, *id)).collect::<Vec<_>>()
    };
    let own: BTreeMap<usize, Id<T>> = sort::map(own.iter().flat_map(of));
    let is_new = |row: &&'a RowRead| {
        let says = |(at, cell): &(usize, CellRead)| {
            Some(*at) != found.id && !cell.text().trim().is_empty()
        };
        !own.contains_key(&row.number) && row.cells.iter().any(says)
    };
    let new = |row: &'a RowRead| NewRow {
        row,
        above: own.range(..row.number).next_back().map(|(_, id)| *id),
        below: own.range(row.number..).next().map(|(_, id)| *id),
    };
    found.rows().filter(is_new).map(new).collect()
}

/// The rows without a number, each with the only record left that is called as it says: somebody deleted the column of
/// numbers.
fn nameless<'a, T: Record>(
    names: &OwnRowNames<'_, T>,
    found: &SheetFound<'a>,
    own: &RowsByRecord<'a, T>,
) -> RowsByRecord<'a, T> {
    let mut left = BTreeMap::<&Vec<String>, (Vec<Id<T>>, Vec<&RowRead>)>::new();
    for (name, ids) in &names.ids {
        let ids = ids.iter().copied().filter(|id| !own.contains_key(id));
        left.insert(name, (ids.collect(), Vec::new()));
    }
    let unnumbered = |row: &&RowRead| found.number(row).parse::<Id<T>>().is_err();
    for row in found.rows().filter(unnumbered) {
        let said = names.said(found, row);
        if let Some((_, rows)) = said.and_then(|said| left.get_mut(&said)) {
            rows.push(row);
        }
    }
    let one = |(ids, rows): (Vec<Id<T>>, Vec<&'a RowRead>)| match (&ids[..], &rows[..]) {
        ([id], [row]) => Some((*id, vec![*row])),
        _ => None,
    };
    sort::map(left.into_values().filter_map(one))
}

/// The names by which people tell the records of a sheet apart.
struct OwnRowNames<'a, T: Record> {
    base: &'a Strategy,
    columns: &'a Columns<T>,
    ids: BTreeMap<Vec<String>, Vec<Id<T>>>,
    /// True if no name can be edited in the workbook.
    are_read_only: bool,
}

impl<'a, T: Record> OwnRowNames<'a, T> {
    fn of(base: &'a Strategy, columns: &'a Columns<T>) -> Self {
        let mut ids = BTreeMap::<Vec<String>, Vec<Id<T>>>::new();
        for record in columns.rows.iter().filter_map(|id| base.get(*id)) {
            let name = |nth: &usize| match columns.columns.get(*nth)?.cell(record) {
                Cell::Text(text) => Some(lines(text.trim())),
                Cell::Empty => Some(String::new()),
                Cell::Number(_) | Cell::Sum(..) | Cell::Linked(_) => None,
            };
            let named: Option<Vec<String>> = columns.named_by.iter().map(name).collect();
            if let Some(named) = named {
                ids.entry(named).or_default().push(record.id());
            }
        }
        let mut naming = columns
            .named_by
            .iter()
            .filter_map(|nth| columns.columns.get(*nth));
        Self {
            base,
            columns,
            ids,
            are_read_only: naming.all(|column| !column.is_written()),
        }
    }

    /// The name that a row says; `None`: a column of it is gone.
    fn said(&self, found: &SheetFound<'_>, row: &RowRead) -> Option<Vec<String>> {
        let named = self.columns.named_by.iter();
        let said = named.map(|nth| found.place(*nth).map(|_| lines(&found.text(row, *nth))));
        said.collect()
    }

    fn is_called(&self, found: &SheetFound<'_>, row: &RowRead, id: Id<T>) -> bool {
        let Some(record) = self.base.get(id) else {
            return false;
        };
        self.columns.named_by.iter().all(|nth| {
            let column = self.columns.columns.get(*nth);
            let place = found.place(*nth);
            column
                .zip(place)
                .is_none_or(|(column, at)| is_same(&column.cell(record), row.get(at)))
        })
    }

    /// The record that a row with this number is of. Somebody who sorts the columns that are shown leaves the numbers where
    /// they were: then a row is of the record that it is called as, if it also holds more of that one's values.
    fn meant(&self, found: &SheetFound<'_>, row: &RowRead, id: Id<T>) -> Id<T> {
        if self.is_called(found, row, id) {
            return id;
        }
        let said = self.said(found, row);
        match said.and_then(|said| self.ids.get(&said)).map(Vec::as_slice) {
            Some([other]) if *other != id => {
                let [own, others] = [id, *other].map(|id| self.alike(found, row, id));
                match others > own || (others == own && self.are_read_only) {
                    true => *other,
                    false => id,
                }
            }
            _ => id,
        }
    }

    /// Returns how many cells of a row hold a value of a record, the name aside.
    fn alike(&self, found: &SheetFound<'_>, row: &RowRead, id: Id<T>) -> usize {
        let Some(record) = self.base.get(id) else {
            return 0;
        };
        let others = self.columns.columns.iter().enumerate();
        let others = others.filter(|(nth, _)| !self.columns.named_by.contains(nth));
        let is_held = |(nth, column): &(usize, &super::columns::PartColumn<T>)| {
            let cell = column.cell(record);
            let at = found.place(*nth);
            cell != Cell::Empty && at.is_some_and(|at| is_same(&cell, row.get(at)))
        };
        others.filter(is_held).count()
    }
}
