//! Blocks of money cells: selected with Shift and the arrows, copied, pasted, filled down, emptied; each in one edit.

use leptos::prelude::*;

use super::grid::{Fill, Grid};
use super::{FiscalCycle, InvalidInput};
use crate::store::Store;
use ::words::Say;
use ::words::plan as words;
use edit::{MoneyCell, Operation, Written};
use format::tsv;
use strategy::*;

/// A position in the grid: which line, and which of its columns of money.
type Position = (usize, usize);

/// One cell with the text it is to hold.
type Text = (MoneyCell, String);

impl Grid {
    fn position(self, cell: MoneyCell) -> Option<Position> {
        let line = cell.line()?;
        let row = self
            .lines
            .with_untracked(|all| all.iter().position(|l| *l == line))?;
        let column = match cell {
            MoneyCell::Budget(_, year) => self
                .years
                .with_untracked(|all| all.iter().position(|y| *y == year))?,
            _ => 0,
        };
        Some((row, column))
    }

    fn cell(self, (row, column): Position) -> Option<MoneyCell> {
        let line = self.lines.with_untracked(|all| all.get(row).copied())?;
        let year = self.years.with_untracked(|all| all.get(column).copied())?;
        Some(match self.side {
            Side::Done => MoneyCell::Settled(line),
            Side::Planned => MoneyCell::Budget(line, year),
        })
    }

    /// The cell so many lines below and columns on.
    pub fn beside(self, cell: MoneyCell, down: isize, right: isize) -> Option<MoneyCell> {
        let (row, column) = self.position(cell)?;
        self.cell((
            row.checked_add_signed(down)?,
            column.checked_add_signed(right)?,
        ))
    }

    /// First and last line and column of what is selected, or of the cell alone.
    fn corners(self, cell: MoneyCell) -> Option<(Position, Position)> {
        let (from, to) = self.selection.get_untracked().unwrap_or((cell, cell));
        let (a, b) = (self.position(from)?, self.position(to)?);
        Some(((a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1))))
    }

    /// True if more than one cell is selected.
    pub fn has_block(self) -> bool {
        self.selection
            .with_untracked(|selection| selection.is_some_and(|(from, to)| from != to))
    }

    /// True if the cell is one of several that are selected.
    pub fn is_selected(self, cell: MoneyCell) -> bool {
        self.selection.track();
        let inside = |(first, last): (Position, Position)| {
            self.position(cell).is_some_and(|(row, column)| {
                (first.0..=last.0).contains(&row) && (first.1..=last.1).contains(&column)
            })
        };
        self.has_block() && self.corners(cell).is_some_and(inside)
    }

    /// Moves the end of what is selected.
    pub fn extend(self, cell: MoneyCell, down: isize, right: isize) {
        let (from, to) = self.selection.get_untracked().unwrap_or((cell, cell));
        if let Some(to) = self.beside(to, down, right) {
            self.selection.set(Some((from, to)));
        }
    }

    /// The selected cells as a spreadsheet takes them.
    pub fn copied(self, cell: MoneyCell) -> String {
        let Some(((top, left), (bottom, right))) = self.corners(cell) else {
            return String::new();
        };
        let row = |row| {
            let cells = (left..=right).filter_map(|column| self.cell((row, column)));
            let texts = cells.map(|cell| FiscalCycle::here().text_of(cell));
            texts.collect::<Vec<_>>().join("\t")
        };
        (top..=bottom).map(row).collect::<Vec<_>>().join("\r\n")
    }

    /// Writes a block from the first selected cell on; one value over several cells fills them.
    pub fn paste(self, cell: MoneyCell, text: &str) {
        let rows = tsv::parse(text);
        let Some(((top, left), (bottom, right))) = self.corners(cell) else {
            return;
        };
        let one = match rows.as_slice() {
            [row] if row.len() == 1 => row.first(),
            _ => None,
        };
        let mut cells = Vec::new();
        let mut outside = Vec::new();
        if let Some(text) = one {
            for position in positions((top, left), (bottom, right)) {
                cells.extend(
                    self.cell(position)
                        .map(|cell| (cell, text.trim().to_owned())),
                );
            }
        } else {
            for (down, row) in rows.iter().enumerate() {
                for (along, text) in row.iter().enumerate() {
                    let text = text.trim().to_owned();
                    match self.cell((top + down, left + along)) {
                        Some(cell) => cells.push((cell, text)),
                        None if text.is_empty() => {}
                        None => outside.push(text),
                    }
                }
            }
        }
        if let Some(written) = self.write(&cells, Operation::Paste) {
            let unread = written.unwritten.len();
            self.announcement
                .set(words::pasted(written.changed, unread, &outside));
        }
    }

    /// Copies the first picked line into those below it, or the first selected year into those after it; of a single cell,
    /// what stands before it.
    pub fn fill(self, cell: MoneyCell, way: Fill) {
        let Some((first, last)) = self.corners(cell) else {
            return;
        };
        let single = match way {
            Fill::Down => first.0 == last.0,
            Fill::Right => first.1 == last.1,
        };
        let to = match way {
            _ if single => first,
            Fill::Down => (first.0 + 1, first.1),
            Fill::Right => (first.0, first.1 + 1),
        };
        let source = |(row, column): Position| match way {
            Fill::Down if single => Some((row.checked_sub(1)?, column)),
            Fill::Down => Some((first.0, column)),
            Fill::Right if single => Some((row, column.checked_sub(1)?)),
            Fill::Right => Some((row, first.1)),
        };
        let text = |position: Position| {
            let from = self.cell(source(position)?)?;
            Some(FiscalCycle::here().text_of(from))
        };
        let cells: Vec<Text> = positions(to, last)
            .filter_map(|position| Some((self.cell(position)?, text(position)?)))
            .collect();
        let act = match way {
            Fill::Down => Operation::FillDown,
            Fill::Right => Operation::FillRight,
        };
        if let Some(written) = self.write(&cells, act) {
            self.announcement.set(match way {
                Fill::Down => words::filled(written.changed),
                Fill::Right => words::filled_right(written.changed),
            });
        }
    }

    /// Empties the selected cells.
    pub fn clear(self, cell: MoneyCell) {
        let Some((first, last)) = self.corners(cell) else {
            return;
        };
        let all = positions(first, last).filter_map(|position| self.cell(position));
        let cells: Vec<Text> = all.map(|cell| (cell, String::new())).collect();
        if let Some(written) = self.write(&cells, Operation::Clear) {
            self.announcement.set(words::cleared(written.changed));
        }
    }

    /// Commits what can be read in one edit; what cannot stays in its cells as it came, with the reason.
    fn write(self, cells: &[Text], act: fn(usize) -> Operation) -> Option<Written> {
        let (store, cycle) = (Store::here(), FiscalCycle::here());
        self.announcement.set(String::new());
        let written = store.with(|s| edit::write_money(s, cells, act));
        // The refusal was reported.
        store.carry_out(written.edit.clone(), String::new())?;
        store.seal();
        cycle.invalid.update(|invalid| {
            for (cell, _) in cells {
                invalid.remove(cell);
            }
        });
        for one in &written.unwritten {
            let text = one.text.clone();
            cycle.keep_invalid(
                one.cell,
                InvalidInput {
                    text,
                    why: one.why.say(),
                },
            );
        }
        Some(written)
    }

    /// Writes a block of 方向性 from the one of this line and year on.
    pub fn paste_courses(self, line: Id<Line>, year: FiscalYear, text: &str) {
        let Some((top, left)) = self.position(MoneyCell::Budget(line, year)) else {
            return;
        };
        let mut cells = Vec::new();
        let mut outside = Vec::new();
        for (down, row) in tsv::parse(text).into_iter().enumerate() {
            for (along, text) in row.into_iter().enumerate() {
                match self.cell((top + down, left + along)) {
                    Some(MoneyCell::Budget(line, year)) => cells.push((line, year, text)),
                    _ if text.trim().is_empty() => {}
                    _ => outside.push(text),
                }
            }
        }
        let store = Store::here();
        let made = store.with(|s| edit::write_courses(s, &cells, Operation::Paste));
        let changed = made.as_ref().map_or(0, |edit| match edit.label.operation {
            Operation::Paste(changed) => changed,
            _ => 0,
        });
        let account = words::pasted(changed, 0, &outside);
        let announcement = store.carry_out(made, account);
        store.seal();
        self.announcement.set(announcement.unwrap_or_default());
    }
}

fn positions(first: Position, last: Position) -> impl Iterator<Item = Position> {
    (first.0..=last.0).flat_map(move |row| (first.1..=last.1).map(move |column| (row, column)))
}
