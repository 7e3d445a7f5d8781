//! Cells of a part's workbook that are filled in: those that the section was asked for. All else is not there, or only read.

use super::super::part::scope_of;
use super::columns::{Columns, PartColumn};
use edit::merge::{HandedScope, Part, Spot};
use strategy::*;

/// Number of rows that are left free for new records.
pub const FREE_ROWS: usize = 5;

/// The cells of a part that are filled in (P36).
pub struct OpenCells<'a> {
    part: &'a Strategy,
    scope: HandedScope,
}

impl<'a> OpenCells<'a> {
    /// Returns the cells that are open in a part, by the line of the ledger.
    pub fn of(part: &'a Strategy, handed: &HandedPart) -> Self {
        Self {
            part,
            scope: scope_of(handed),
        }
    }

    /// True if the cell of a record in a column is filled in.
    pub fn is_open<T: Record>(&self, column: &PartColumn<T>, id: Id<T>) -> bool {
        let spot = column.part().map(|part| Spot {
            record: id.into(),
            part,
        });
        spot.is_some_and(|spot| self.scope.is_open(self.part, spot) && self.is_of_its_half(spot))
    }

    /// True if new records of a kind may be written in free rows.
    pub fn takes_new(&self, kind: Kind) -> bool {
        let asked = |work| self.scope.work.is_empty() || self.scope.work.contains(&work);
        match kind {
            Kind::Initiative | Kind::Sheet => asked(Work::Plans),
            Kind::Line => asked(Work::Plans) || asked(Work::Reviews),
            _ => asked(Work::Texts),
        }
    }

    /// Returns the columns and rows in which something is filled in, with the columns that name a row.
    pub fn narrowed<T: Record>(&self, mut columns: Columns<T>) -> Columns<T> {
        let naming = columns.named_by.iter().max().map_or(0, |last| last + 1);
        let Columns {
            columns: all, rows, ..
        } = &mut columns;
        self.keep_rows(all, rows);
        let mut at = 0;
        all.retain(|column| {
            at += 1;
            at <= naming || rows.iter().any(|id| self.is_open(column, *id))
        });
        columns
    }

    /// Returns the columns with the rows alone in which something is filled in.
    pub fn with_its_rows<T: Record>(&self, mut columns: Columns<T>) -> Columns<T> {
        let Columns {
            columns: all, rows, ..
        } = &mut columns;
        self.keep_rows(all, rows);
        columns
    }

    fn keep_rows<T: Record>(&self, columns: &[PartColumn<T>], rows: &mut Vec<Id<T>>) {
        rows.retain(|id| columns.iter().any(|column| self.is_open(column, *id)));
    }

    /// 決算 belongs to the lines that judge, 予算 of its year and later to those that plan. What stands elsewhere can be
    /// corrected.
    fn is_of_its_half(&self, spot: Spot) -> bool {
        let id = Id::<Line>::new(spot.record.number);
        let line = (spot.record.kind == Kind::Line).then(|| self.part.get(id));
        let Some(line) = line.flatten() else {
            return true;
        };
        let begins = || self.part.get(line.sheet).map(|sheet| sheet.year);
        match spot.part {
            Part::Field(name) if name == Line::settled.field.name => {
                line.side == Side::Done || line.settled.is_some()
            }
            Part::Year(_, year) if line.side == Side::Planned => {
                begins().is_none_or(|first| first <= year) || line.budgets.contains_key(&year)
            }
            Part::Year(_, year) => line.budgets.contains_key(&year),
            _ => true,
        }
    }
}
