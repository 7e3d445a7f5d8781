//! The cells of one side of a sheet as grids: the money, and 方向性 below it.

use leptos::prelude::*;

use super::money::cell_id;
use super::{FiscalCycle, InvalidInput};
use crate::parts::{Act, FieldCells};
use crate::store::Store;
use ::grid::{Position, Size};
use ::words::Say;
use ::words::plan as words;
use edit::{MoneyCell, Operation, Written};
use strategy::*;

/// Lines down, years across.
#[derive(Clone, Copy)]
pub struct LineYears {
    /// The open strategy.
    pub store: Store,
    /// Text that could not be kept.
    pub cycle: FiscalCycle,
    /// The side.
    pub side: Side,
    /// The lines, in order.
    pub lines: Signal<Vec<Id<Line>>>,
    /// The years with a column.
    pub years: Memo<Vec<FiscalYear>>,
}

impl LineYears {
    /// Tracked: the row of a line.
    pub fn row(self, line: Id<Line>) -> Option<usize> {
        self.lines
            .with(|all| all.iter().position(|one| *one == line))
    }

    /// Tracked: the place of a line and a year.
    pub fn position(self, line: Id<Line>, year: FiscalYear) -> Option<Position> {
        let row = self.row(line)?;
        let column = self
            .years
            .with(|all| all.iter().position(|one| *one == year))?;
        Some(Position { row, column })
    }

    fn at(self, position: Position) -> Option<(Id<Line>, FiscalYear)> {
        let line = self
            .lines
            .with_untracked(|all| all.get(position.row).copied());
        let year = self
            .years
            .with_untracked(|all| all.get(position.column).copied());
        line.zip(year)
    }

    fn size(self) -> Size {
        Size {
            rows: self.lines.with_untracked(Vec::len),
            columns: self.years.with_untracked(Vec::len),
        }
    }
}

/// The money: 決算額 of the year judged, or 予算額 of the years planned.
pub struct MoneyCells(pub LineYears);

impl MoneyCells {
    fn cell(&self, at: Position) -> Option<MoneyCell> {
        let (line, year) = self.0.at(at)?;
        Some(match self.0.side {
            Side::Done => MoneyCell::Settled(line),
            Side::Planned => MoneyCell::Budget(line, year),
        })
    }
}

impl FieldCells for MoneyCells {
    fn size(&self) -> Size {
        self.0.size()
    }

    fn text(&self, at: Position) -> String {
        let cell = self.cell(at);
        cell.map(|cell| self.0.cycle.text_of(cell))
            .unwrap_or_default()
    }

    fn id(&self, at: Position) -> Option<String> {
        self.cell(at).map(cell_id)
    }

    fn write(&self, cells: Vec<(Position, String)>, outside: &[String], act: Act) -> String {
        let cells = cells.into_iter();
        let cells: Vec<_> = cells
            .filter_map(|(at, text)| Some((self.cell(at)?, text)))
            .collect();
        let (store, cycle) = (self.0.store, self.0.cycle);
        let written = store.with(|s| edit::write_money(s, &cells, act.operation()));
        let account = account(act, written.changed, written.unwritten.len(), outside);
        // A refusal was reported.
        let Some(account) = store.carry_out(written.edit.clone(), account) else {
            return String::new();
        };
        cycle.keep_unwritten(cells.iter().map(|(cell, _)| *cell), written);
        account
    }
}

/// An account of an act: the numbers of cells that were changed and of texts that could not be kept, and the texts without
/// a place.
fn account(act: Act, changed: usize, unwritten: usize, outside: &[String]) -> String {
    match act {
        Act::Paste => words::pasted(changed, unwritten, outside),
        Act::FillDown => words::filled(changed),
        Act::FillRight => words::filled_right(changed),
        Act::Clear => words::cleared(changed),
    }
}

impl FiscalCycle {
    /// Keeps the texts on the screen that were not written, and no longer what stood in the other cells.
    pub fn keep_unwritten(self, cells: impl Iterator<Item = MoneyCell>, written: Written) {
        self.invalid.update(|invalid| {
            for cell in cells {
                invalid.remove(&cell);
            }
        });
        for one in written.unwritten {
            let (text, why) = (one.text, one.why.say());
            self.keep_invalid(one.cell, InvalidInput { text, why });
        }
    }
}

/// 方向性 of the years planned.
pub struct CourseCells(pub LineYears);

impl FieldCells for CourseCells {
    fn size(&self) -> Size {
        self.0.size()
    }

    fn text(&self, at: Position) -> String {
        let line = self.0.at(at);
        let course = line.and_then(|(line, year)| {
            self.0
                .store
                .with(|s| Some(s.get(line)?.courses.get(&year)?.0.clone()))
        });
        course.unwrap_or_default()
    }

    fn id(&self, at: Position) -> Option<String> {
        let (line, year) = self.0.at(at)?;
        Some(course_id(line, year))
    }

    fn write(&self, cells: Vec<(Position, String)>, outside: &[String], act: Act) -> String {
        let cells = cells.into_iter();
        let cells: Vec<_> = cells
            .filter_map(|(at, text)| {
                let (line, year) = self.0.at(at)?;
                Some((line, year, text))
            })
            .collect();
        let store = self.0.store;
        let edit = store.with(|s| edit::write_courses(s, &cells, act.operation()));
        let changed = edit.as_ref().map_or(0, |edit| match edit.label.operation {
            Operation::Paste(n)
            | Operation::FillDown(n)
            | Operation::FillRight(n)
            | Operation::Clear(n) => n,
            _ => 0,
        });
        let account = account(act, changed, 0, outside);
        store.carry_out(edit, account).unwrap_or_default()
    }
}

/// The DOM id of the field of 方向性.
pub fn course_id(line: Id<Line>, year: FiscalYear) -> String {
    format!("course-{line}-{}", year.0)
}
