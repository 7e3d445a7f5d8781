//! The cells of one side of a sheet as grids: the money, and 方向性 below it.

use leptos::prelude::*;

use super::course::{course_id, course_of};
use super::money::cell_id;
use super::{FiscalCycle, InvalidInput};
use crate::parts::{Act, FieldCells};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::grid::{Area, Position, Size};
use ::words::Say;
use ::words::grid::{left_closed, lines_added, more_lines};
use ::words::plan as words;
use edit::{LineCell, MoneyCell, Operation, Written};
use insight::Totals;
use strategy::*;

/// Lines down, years across.
#[derive(Clone, Copy)]
pub struct LineYears {
    /// The open strategy.
    pub store: Store,
    /// The sheet.
    pub sheet: Id<Sheet>,
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

    /// The same where lines are added below the last one.
    fn at_or_below(self, at: Position, added: &[Line]) -> Option<(Id<Line>, FiscalYear)> {
        let below = at.row.checked_sub(self.size().rows);
        let Some(below) = below else {
            return self.at(at);
        };
        let years = self.years;
        let year = years.with_untracked(|all| all.get(at.column).copied())?;
        Some((added.get(below)?.id, year))
    }

    /// Lines without a name, one for each row.
    fn lines_to_add(self, count: usize) -> Vec<Line> {
        let line = |_| edit::empty_line(Id::new(fresh_id()), self.sheet, self.side, "");
        (0..count).map(line).collect()
    }

    /// Name of the line at a place.
    fn title(self, at: Position) -> String {
        let title = |(line, _): (Id<Line>, FiscalYear)| {
            self.store
                .with(|s| s.get(line).map(|line| line.title.clone()))
        };
        self.at(at).and_then(title).unwrap_or_default()
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
        Some(self.cell_of(line, year))
    }

    fn cell_of(&self, line: Id<Line>, year: FiscalYear) -> MoneyCell {
        match self.0.side {
            Side::Done => MoneyCell::Settled(line),
            Side::Planned => MoneyCell::Budget(line, year),
        }
    }
}

impl FieldCells for MoneyCells {
    fn size(&self) -> Size {
        self.0.size()
    }

    fn text(&self, at: Position) -> String {
        let cell = self.cell(at);
        cell.map(|cell| self.0.cycle.text_of(self.0.store, cell))
            .unwrap_or_default()
    }

    fn label(&self, at: Position) -> String {
        let title = self.0.title(at);
        match self.cell(at) {
            Some(MoneyCell::Budget(_, year)) => words::budget_of(title, year),
            _ => words::of_line(&title, words::settled()),
        }
    }

    fn totals(&self, area: Area) -> Totals {
        let cells = area.positions().filter_map(|at| self.cell(at));
        totals_of(self.0.store, self.0.cycle, cells.map(LineCell::Money))
    }

    fn id(&self, at: Position) -> Option<String> {
        self.cell(at).map(cell_id)
    }

    fn write(&self, cells: Vec<(Position, String)>, outside: &[String], act: Act) -> String {
        let cells = cells.into_iter();
        let cells = cells.filter_map(|(at, text)| Some((LineCell::Money(self.cell(at)?), text)));
        write_cells(self.0.store, self.0.cycle, cells.collect(), outside, act)
    }

    fn asks(&self, rows: usize) -> Option<String> {
        Some(more_lines(rows, rows))
    }

    fn write_below(
        &self,
        added: usize,
        cells: Vec<(Position, String)>,
        outside: &[String],
    ) -> String {
        let cell = |line, year| LineCell::Money(self.cell_of(line, year));
        write_below(self.0, added, cells, outside, cell)
    }
}

/// Adds lines below the others and writes texts into cells of lines, in one step. Returns an account of it.
fn write_below(
    places: LineYears,
    added: usize,
    cells: Vec<(Position, String)>,
    outside: &[String],
    cell: impl Fn(Id<Line>, FiscalYear) -> LineCell,
) -> String {
    let added = places.lines_to_add(added);
    let count = added.len();
    let cells = cells.into_iter().filter_map(|(at, text)| {
        let (line, year) = places.at_or_below(at, &added)?;
        Some((cell(line, year), text))
    });
    let cells: Vec<_> = cells.collect();
    let (store, cycle) = (places.store, places.cycle);
    let written = store.with(|s| edit::write_cells_with_lines(s, added, &cells, Operation::Paste));
    let account = carry_out(store, cycle, (cells, written), outside, Act::Paste);
    match account.is_empty() {
        true => account,
        false => account + &lines_added(count),
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
    carry_out(store, cycle, (cells, written), outside, act)
}

/// Makes the edit of what was written into cells, and says what it did.
fn carry_out(
    store: Store,
    cycle: FiscalCycle,
    (cells, written): (Vec<(LineCell, String)>, Written),
    outside: &[String],
    act: Act,
) -> String {
    let (changed, unread) = (written.changed, written.unwritten.len());
    let account = match act {
        Act::Paste => words::pasted(changed, unread, outside),
        Act::Fill => words::filled_all(changed, unread, outside.len()),
        Act::FillDown => words::filled(changed),
        Act::FillRight => words::filled_right(changed),
        Act::Clear => words::cleared(changed),
        Act::Replace => words::replaced(changed),
    };
    let account = account + &left_closed(&written.closed);
    // A refusal was reported.
    let Some(account) = store.carry_out(written.edit.clone(), account) else {
        return String::new();
    };
    cycle.keep_unwritten(cells.into_iter().map(|(cell, _)| cell), written);
    account
}

/// Totals of cells of lines: amounts are added, other texts are counted.
pub fn totals_of(
    store: Store,
    cycle: FiscalCycle,
    cells: impl Iterator<Item = LineCell>,
) -> Totals {
    let number = |cell| match cell {
        LineCell::Course(line, year) => store.with(|s| course_of(s, line, year)).map(|_| None),
        LineCell::Money(cell) => match store.with(|s| cell.of(s)) {
            _ if cycle.is_invalid(cell) => Some(None),
            Some(Money::Thousand(n)) => Some(Some(n)),
            other => other.map(|_| None),
        },
    };
    Totals::of_numbers(cells.filter_map(number))
}

impl FiscalCycle {
    /// True if a cell has a text that could not be kept.
    fn is_invalid(self, cell: MoneyCell) -> bool {
        self.invalid.with_untracked(|all| all.contains_key(&cell))
    }

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

    fn label(&self, at: Position) -> String {
        let title = self.0.title(at);
        let label = |(_, year)| words::course_of(title, year);
        self.0.at(at).map(label).unwrap_or_default()
    }

    fn is_text(&self, _: Position) -> bool {
        true
    }

    fn totals(&self, area: Area) -> Totals {
        let cells = area.positions().filter_map(|at| self.0.at(at));
        let cells = cells.map(|(line, year)| LineCell::Course(line, year));
        totals_of(self.0.store, self.0.cycle, cells)
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

    fn asks(&self, rows: usize) -> Option<String> {
        Some(more_lines(rows, rows))
    }

    fn write_below(
        &self,
        added: usize,
        cells: Vec<(Position, String)>,
        outside: &[String],
    ) -> String {
        write_below(self.0, added, cells, outside, LineCell::Course)
    }
}
