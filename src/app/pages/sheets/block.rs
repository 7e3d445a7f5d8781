//! The cells of money as a grid: places, what is selected, and blocks copied, pasted, filled and emptied; each in one edit.

use leptos::prelude::*;

use super::grid::Grid;
use super::{FiscalCycle, InvalidInput};
use crate::store::Store;
use ::grid::{Area, Command, Field, Position, Selection, Size, copies, placed};
use ::words::Say;
use ::words::plan as words;
use edit::{MoneyCell, Operation, Written};
use format::tsv;
use strategy::*;

/// One cell with the text it is to hold.
type Text = (MoneyCell, String);

/// Lines that Page Up and Page Down go past.
const PAGE: usize = 10;

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
        Some(Position { row, column })
    }

    fn cell(self, position: Position) -> Option<MoneyCell> {
        let line = self
            .lines
            .with_untracked(|all| all.get(position.row).copied())?;
        let year = self
            .years
            .with_untracked(|all| all.get(position.column).copied())?;
        Some(match self.side {
            Side::Done => MoneyCell::Settled(line),
            Side::Planned => MoneyCell::Budget(line, year),
        })
    }

    fn size(self) -> Size {
        Size {
            rows: self.lines.with_untracked(Vec::len),
            columns: self.years.with_untracked(Vec::len),
        }
    }

    /// The selection that holds a cell, or else the cell alone.
    fn selection_at(self, cell: MoneyCell) -> Option<Selection> {
        let position = self.position(cell)?;
        let now = self.selection.get_untracked();
        Some(now.unwrap_or(Selection::at(position)))
    }

    fn area(self, cell: MoneyCell) -> Option<Area> {
        Some(self.selection_at(cell)?.area())
    }

    /// True if more than one cell is selected.
    pub fn has_block(self) -> bool {
        self.selection
            .with_untracked(|selection| selection.is_some_and(|one| one.is_block()))
    }

    /// True if the cell is one of several that are selected.
    pub fn is_selected(self, cell: MoneyCell) -> bool {
        let area = self.selection.get().filter(Selection::is_block);
        let area = area.map(|selection| selection.area());
        area.is_some_and(|area| self.position(cell).is_some_and(|at| area.contains(at)))
    }

    /// Takes note of the keyboard: a cell that is not the active one of what is selected is selected alone.
    pub fn focused(self, cell: MoneyCell) {
        let position = self.position(cell);
        let active = self.selection.get_untracked().map(|one| one.active());
        if active != position {
            self.pick(cell);
        }
    }

    /// True if a cell of the grid has the keyboard, or had it last.
    pub fn has_active(self) -> bool {
        self.selection.with_untracked(Option::is_some)
    }

    /// Selects a cell alone.
    pub fn pick(self, cell: MoneyCell) {
        self.selection.set(self.position(cell).map(Selection::at));
    }

    /// Selects from the active cell to this one.
    pub fn extend_to(self, cell: MoneyCell) {
        if let (Some(to), Some(mut selection)) = (self.position(cell), self.selection_at(cell)) {
            selection.go(to, true, self.size());
            self.selection.set(Some(selection));
        }
    }

    /// Moves from a cell as a key asks; returns the active cell if that is another then.
    pub fn obey(self, cell: MoneyCell, command: Command) -> Option<MoneyCell> {
        let mut selection = self.selection_at(cell)?;
        let before = selection.active();
        let is_filled = |position| self.is_filled(position);
        let field = Field {
            size: self.size(),
            page: PAGE,
            is_filled: &is_filled,
        };
        selection.obey(command, field);
        self.selection.set(Some(selection));
        let active = selection.active();
        (active != before).then(|| self.cell(active)).flatten()
    }

    /// True if the cell of a place holds an amount.
    fn is_filled(self, position: Position) -> bool {
        let cell = self.cell(position);
        cell.is_some_and(|cell| !FiscalCycle::here().text_of(cell).is_empty())
    }

    /// The selected cells as spreadsheets and word processors take them.
    pub fn copied(self, cell: MoneyCell) -> Vec<Vec<String>> {
        let text = |position| match self.cell(position) {
            Some(cell) => FiscalCycle::here().text_of(cell),
            None => String::new(),
        };
        let area = self.area(cell);
        area.map(|area| area.texts(text)).unwrap_or_default()
    }

    /// Writes a block into the selection, or from its first cell on.
    pub fn paste(self, cell: MoneyCell, text: &str) {
        self.put(cell, &tsv::parse(text));
    }

    /// Writes one text into all that is selected.
    pub fn fill_all(self, cell: MoneyCell, text: &str) {
        self.put(cell, &[vec![text.to_owned()]]);
    }

    fn put(self, cell: MoneyCell, rows: &[Vec<String>]) {
        let Some(area) = self.area(cell) else { return };
        let mut cells = Vec::new();
        let mut outside = Vec::new();
        for (position, text) in placed(rows, area) {
            let text = text.trim().to_owned();
            match self.cell(position) {
                Some(cell) => cells.push((cell, text)),
                None if text.is_empty() => {}
                None => outside.push(text),
            }
        }
        if let Some(written) = self.write(&cells, Operation::Paste) {
            let unread = written.unwritten.len();
            self.announcement
                .set(words::pasted(written.changed, unread, &outside));
        }
    }

    /// Copies the first selected line into those below it, or the first selected year into those after it; of a single cell,
    /// the one before it.
    pub fn fill(self, cell: MoneyCell, down: bool) {
        let Some(area) = self.area(cell) else { return };
        let cells: Vec<Text> = copies(area, down)
            .into_iter()
            .filter_map(|(from, to)| {
                let text = FiscalCycle::here().text_of(self.cell(from)?);
                Some((self.cell(to)?, text))
            })
            .collect();
        let act = match down {
            true => Operation::FillDown,
            false => Operation::FillRight,
        };
        if let Some(written) = self.write(&cells, act) {
            self.announcement.set(match down {
                true => words::filled(written.changed),
                false => words::filled_right(written.changed),
            });
        }
    }

    /// Empties the selected cells.
    pub fn clear(self, cell: MoneyCell) {
        let Some(area) = self.area(cell) else { return };
        let all = area.positions().filter_map(|at| self.cell(at));
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
        let Some(first) = self.position(MoneyCell::Budget(line, year)) else {
            return;
        };
        let rows = tsv::parse(text);
        let mut cells = Vec::new();
        let mut outside = Vec::new();
        for (position, text) in placed(&rows, Area::between(first, first)) {
            match self.cell(position) {
                Some(MoneyCell::Budget(line, year)) => cells.push((line, year, text.to_owned())),
                _ if text.trim().is_empty() => {}
                _ => outside.push(text.to_owned()),
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
