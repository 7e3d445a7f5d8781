//! The cells of one side of a sheet as grids: the money, and 方向性 below it.

use leptos::prelude::*;

use super::course::{course_id, course_of};
use super::money::cell_id;
use super::{FiscalCycle, InvalidInput};
use crate::parts::{Act, FieldCells};
use crate::store::Store;
use ::grid::{Position, Size};
use ::words::Say;
use ::words::grid::left_closed;
use ::words::plan as words;
use edit::{LineCell, MoneyCell, Written};
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
        let cells = cells.filter_map(|(at, text)| Some((LineCell::Money(self.cell(at)?), text)));
        write_cells(self.0.store, self.0.cycle, cells.collect(), outside, act)
    }
}

/// Writes texts into cells of lines in one step, and keeps those on the screen that are no amounts. Returns an account of
/// it; `outside` are the texts without a place.
pub fn write_cells(
    store: Store,
    cycle: FiscalCycle,
    cells: Vec<(LineCell, String)>,
    outside: &[String],
    act: Act,
) -> String {
    let written = store.with(|s| edit::write_cells(s, &cells, act.operation()));
    let (changed, unread) = (written.changed, written.unwritten.len());
    let account = match act {
        Act::Paste => words::pasted(changed, unread, outside),
        Act::FillDown => words::filled(changed),
        Act::FillRight => words::filled_right(changed),
        Act::Clear => words::cleared(changed),
    };
    let account = account + &left_closed(&written.closed);
    // A refusal was reported.
    let Some(account) = store.carry_out(written.edit.clone(), account) else {
        return String::new();
    };
    cycle.keep_unwritten(cells.into_iter().map(|(cell, _)| cell), written);
    account
}

impl FiscalCycle {
    /// Keeps the texts on the screen that were not written, and no longer what stood in the other cells.
    fn keep_unwritten(self, cells: impl Iterator<Item = LineCell>, written: Written) {
        self.invalid.update(|invalid| {
            for cell in cells {
                if let LineCell::Money(cell) = cell {
                    invalid.remove(&cell);
                }
            }
        });
        for one in written.unwritten {
            let (text, why) = (one.text, one.why.say());
            if let LineCell::Money(cell) = one.cell {
                self.keep_invalid(cell, InvalidInput { text, why });
            }
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
        let course = self
            .0
            .at(at)
            .and_then(|(line, year)| self.0.store.with(|s| course_of(s, line, year)));
        course.unwrap_or_default()
    }

    fn id(&self, at: Position) -> Option<String> {
        let (line, year) = self.0.at(at)?;
        Some(course_id(line, year))
    }

    fn write(&self, cells: Vec<(Position, String)>, outside: &[String], act: Act) -> String {
        let cells = cells.into_iter();
        let cells = cells.filter_map(|(at, text)| {
            let (line, year) = self.0.at(at)?;
            Some((LineCell::Course(line, year), text))
        });
        write_cells(self.0.store, self.0.cycle, cells.collect(), outside, act)
    }
}
