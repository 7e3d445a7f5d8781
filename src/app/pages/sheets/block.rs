//! Blocks of money cells: picked with Shift and the arrows, copied, pasted, filled down, emptied; each in one edit.

use leptos::prelude::*;

use super::grid::{Fill, Grid};
use super::{Round, Typed};
use crate::app::store::Store;
use crate::edit::{self, MoneyCell, Operation, Written};
use crate::format::tsv;
use crate::strategy::*;
use crate::words::plan as words;

/// A place in the grid: which line, and which of its columns of money.
type Place = (usize, usize);

/// One cell with the text it is to hold.
type Text = (MoneyCell, String);

impl Grid {
    fn place(self, cell: MoneyCell) -> Option<Place> {
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

    fn cell(self, (row, column): Place) -> Option<MoneyCell> {
        let line = self.lines.with_untracked(|all| all.get(row).copied())?;
        let year = self.years.with_untracked(|all| all.get(column).copied())?;
        Some(match self.side {
            Side::Done => MoneyCell::Settled(line),
            Side::Planned => MoneyCell::Budget(line, year),
        })
    }

    /// The cell so many lines below and columns on.
    pub fn beside(self, cell: MoneyCell, down: isize, right: isize) -> Option<MoneyCell> {
        let (row, column) = self.place(cell)?;
        self.cell((
            row.checked_add_signed(down)?,
            column.checked_add_signed(right)?,
        ))
    }

    /// First and last line and column of what is picked, or of the cell alone.
    fn corners(self, cell: MoneyCell) -> Option<(Place, Place)> {
        let (from, to) = self.picked.get_untracked().unwrap_or((cell, cell));
        let (a, b) = (self.place(from)?, self.place(to)?);
        Some(((a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1))))
    }

    /// Whether more than one cell is picked.
    pub fn has_block(self) -> bool {
        self.picked
            .with_untracked(|picked| picked.is_some_and(|(from, to)| from != to))
    }

    /// Whether the cell is one of several that are picked.
    pub fn is_picked(self, cell: MoneyCell) -> bool {
        self.picked.track();
        let inside = |(first, last): (Place, Place)| {
            self.place(cell).is_some_and(|(row, column)| {
                (first.0..=last.0).contains(&row) && (first.1..=last.1).contains(&column)
            })
        };
        self.has_block() && self.corners(cell).is_some_and(inside)
    }

    /// Moves the end of what is picked.
    pub fn extend(self, cell: MoneyCell, down: isize, right: isize) {
        let (from, to) = self.picked.get_untracked().unwrap_or((cell, cell));
        if let Some(to) = self.beside(to, down, right) {
            self.picked.set(Some((from, to)));
        }
    }

    /// The picked cells as a spreadsheet takes them.
    pub fn copied(self, cell: MoneyCell) -> String {
        let Some(((top, left), (bottom, right))) = self.corners(cell) else {
            return String::new();
        };
        let row = |row| {
            let cells = (left..=right).filter_map(|column| self.cell((row, column)));
            let texts = cells.map(|cell| Round::here().text_of(cell));
            texts.collect::<Vec<_>>().join("\t")
        };
        (top..=bottom).map(row).collect::<Vec<_>>().join("\r\n")
    }

    /// Writes a block from the first picked cell on; one value over several cells fills them.
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
            for place in places((top, left), (bottom, right)) {
                cells.extend(self.cell(place).map(|cell| (cell, text.trim().to_owned())));
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
            self.said
                .set(words::pasted(written.changed, unread, &outside));
        }
    }

    /// Copies the first picked line into those below it, or the first picked year into those after it; of a single cell,
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
        let source = |(row, column): Place| match way {
            Fill::Down if single => Some((row.checked_sub(1)?, column)),
            Fill::Down => Some((first.0, column)),
            Fill::Right if single => Some((row, column.checked_sub(1)?)),
            Fill::Right => Some((row, first.1)),
        };
        let text = |place: Place| {
            let from = self.cell(source(place)?)?;
            Some(Round::here().text_of(from))
        };
        let cells: Vec<Text> = places(to, last)
            .filter_map(|place| Some((self.cell(place)?, text(place)?)))
            .collect();
        let act = match way {
            Fill::Down => Operation::FillDown,
            Fill::Right => Operation::FillRight,
        };
        if let Some(written) = self.write(&cells, act) {
            self.said.set(match way {
                Fill::Down => words::filled(written.changed),
                Fill::Right => words::filled_right(written.changed),
            });
        }
    }

    /// Empties the picked cells.
    pub fn clear(self, cell: MoneyCell) {
        let Some((first, last)) = self.corners(cell) else {
            return;
        };
        let all = places(first, last).filter_map(|place| self.cell(place));
        let cells: Vec<Text> = all.map(|cell| (cell, String::new())).collect();
        if let Some(written) = self.write(&cells, Operation::Clear) {
            self.said.set(words::cleared(written.changed));
        }
    }

    /// Commits what can be read in one edit; what cannot stays in its cells as it came, with the reason.
    fn write(self, cells: &[Text], act: fn(usize) -> Operation) -> Option<Written> {
        let (store, round) = (Store::here(), Round::here());
        self.said.set(String::new());
        let written = store.with(|s| edit::write_money(s, cells, act));
        // What was refused has told why.
        store.carry_out(written.edit.clone(), String::new())?;
        store.seal();
        round.typed.update(|typed| {
            for (cell, _) in cells {
                typed.remove(cell);
            }
        });
        for one in &written.unwritten {
            let text = one.text.clone();
            round.hold(
                one.cell,
                Typed {
                    text,
                    why: one.why.to_string(),
                },
            );
        }
        Some(written)
    }

    /// Writes a block of 方向性 from the one of this line and year on.
    pub fn paste_courses(self, line: Id<Line>, year: FiscalYear, text: &str) {
        let Some((top, left)) = self.place(MoneyCell::Budget(line, year)) else {
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
        let changed = made.as_ref().map_or(0, |edit| match edit.did.act {
            Operation::Paste(changed) => changed,
            _ => 0,
        });
        let account = words::pasted(changed, 0, &outside);
        let said = store.carry_out(made, account);
        store.seal();
        self.said.set(said.unwrap_or_default());
    }
}

fn places(first: Place, last: Place) -> impl Iterator<Item = Place> {
    (first.0..=last.0).flat_map(move |row| (first.1..=last.1).map(move |column| (row, column)))
}
