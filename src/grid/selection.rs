//! The selection of a grid.
//!
//! ```text
//!        0   1   2   3
//!   0    .   .   .   .
//!   1    .   A───────┐     A  anchor: the place where the selection began
//!   2    .   │   *   │     *  active cell: takes what is typed
//!   3    .   └───────H     H  head: the place that moves when a selection is extended
//! ```
//!
//! Anchor and head are two corners of the selected area. The active cell is the anchor until Enter or Tab moves it about
//! inside the area.

use super::key::Command;
use super::place::{Area, Direction, Position, Size};

/// The grid in which a selection moves.
#[derive(Clone, Copy)]
pub struct SelectionGrid<'a> {
    /// Numbers of its rows and columns.
    pub size: Size,
    /// Number of rows that Page Up and Page Down go past.
    pub page: usize,
    /// Returns true if a cell holds something.
    pub is_filled: &'a dyn Fn(Position) -> bool,
}

/// The selected cells of a grid: see the drawing at the head of this file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    active: Position,
    anchor: Position,
    head: Position,
    /// Column where Tab was first pressed: Enter returns to it.
    tab_column: Option<usize>,
}

impl Selection {
    /// Selects one cell.
    pub fn at(position: Position) -> Self {
        Self {
            active: position,
            anchor: position,
            head: position,
            tab_column: None,
        }
    }

    /// Returns the active cell, which takes typed text.
    pub fn active(&self) -> Position {
        self.active
    }

    /// Returns the place that moves when the selection is extended, to keep it visible.
    pub fn head(&self) -> Position {
        self.head
    }

    /// Returns the whole selected area.
    pub fn area(&self) -> Area {
        Area::between(self.anchor, self.head)
    }

    /// True if more than one cell is selected.
    pub fn is_block(&self) -> bool {
        self.anchor != self.head
    }

    /// Keeps the selection on its columns after they moved: `place` returns the new index of each.
    pub fn move_columns(&mut self, place: &dyn Fn(usize) -> usize) {
        for position in [&mut self.active, &mut self.anchor, &mut self.head] {
            position.column = place(position.column);
        }
        self.tab_column = self.tab_column.map(place);
    }

    /// Moves the selection inside a grid that may have fewer cells now.
    pub fn keep_within(&mut self, size: Size) {
        let inside = |position| size.nearest(position);
        (self.active, self.anchor, self.head) =
            (inside(self.active), inside(self.anchor), inside(self.head));
    }

    /// Applies a command. Returns false if it moves nothing: another kind of command, or Tab beyond the end of the
    /// grid.
    pub fn obey(&mut self, command: Command, field: SelectionGrid) -> bool {
        let SelectionGrid {
            size,
            page,
            is_filled,
        } = field;
        match command {
            Command::Step(direction, extend) => self.step(direction, 1, extend, size),
            Command::Page(direction, extend) => self.step(direction, page, extend, size),
            Command::Leap(direction, extend) => self.leap(direction, extend, size, is_filled),
            Command::LineEnd { first, extend } => self.line_end(first, extend, size),
            Command::Corner { first, extend } => self.corner(first, extend, size),
            Command::Enter(back) => self.enter(back, size),
            Command::Tab(back) => return self.tab(back, size),
            Command::Rows => self.rows(size),
            Command::Columns => self.columns(size),
            Command::All => self.all(size, is_filled),
            _ => return false,
        }
        true
    }

    /// Selects one cell, or extends the selection to it.
    pub fn go(&mut self, to: Position, extend: bool, size: Size) {
        let to = size.nearest(to);
        match extend {
            true => self.extend(to),
            false => *self = Self::at(to),
        }
    }

    fn extend(&mut self, to: Position) {
        self.active = self.anchor;
        self.head = to;
        self.tab_column = None;
    }

    /// Returns the place from which a move begins.
    fn start(&self, extend: bool) -> Position {
        if extend { self.head } else { self.active }
    }

    /// Moves by this many cells.
    pub fn step(&mut self, direction: Direction, cells: usize, extend: bool, size: Size) {
        let to = direction.from(self.start(extend), cells, size);
        self.go(to, extend, size);
    }

    /// Moves to the first or the last column.
    pub fn line_end(&mut self, first: bool, extend: bool, size: Size) {
        let row = self.start(extend).row;
        let column = if first { 0 } else { size.last().column };
        self.go(Position { row, column }, extend, size);
    }

    /// Moves to the first or the last place of the grid.
    pub fn corner(&mut self, first: bool, extend: bool, size: Size) {
        let to = if first {
            Position::default()
        } else {
            size.last()
        };
        self.go(to, extend, size);
    }

    /// Moves to the end or beginning of filled cells in a direction.
    pub fn leap(
        &mut self,
        direction: Direction,
        extend: bool,
        size: Size,
        is_filled: &dyn Fn(Position) -> bool,
    ) {
        let start = self.start(extend);
        let after = |position| {
            let next = direction.from(position, 1, size);
            (next != position).then_some(next)
        };
        let runs = is_filled(start) && after(start).is_some_and(is_filled);
        let mut to = start;
        while let Some(next) = after(to) {
            if runs && !is_filled(next) {
                break;
            }
            to = next;
            if !runs && is_filled(next) {
                break;
            }
        }
        self.go(to, extend, size);
    }

    /// Moves to the row below, or above with `back`: inside a block moves its active cell, column by column; else to
    /// the column where Tab began.
    pub fn enter(&mut self, back: bool, size: Size) {
        if self.is_block() {
            return self.cycle(back, true);
        }
        let Position { row, column } = self.active;
        let column = self.tab_column.unwrap_or(column);
        let row = if back { row.saturating_sub(1) } else { row + 1 };
        self.go(Position { row, column }, false, size);
    }

    /// Moves to the next cell, or to the one before with `back`: inside a block moves its active cell, row by row; at
    /// the end of a row to the next. Returns false, and stays, at the end of the grid.
    pub fn tab(&mut self, back: bool, size: Size) -> bool {
        if self.is_block() {
            self.cycle(back, false);
            return true;
        }
        let Position { row, column } = self.active;
        let (end, last) = (size.last(), size.last().column);
        let to = match back {
            true if column > 0 => Position {
                row,
                column: column - 1,
            },
            true if row > 0 => Position {
                row: row - 1,
                column: last,
            },
            false if column < last => Position {
                row,
                column: column + 1,
            },
            false if row < end.row => Position {
                row: row + 1,
                column: 0,
            },
            _ => return false,
        };
        let begun = self.tab_column.unwrap_or(column);
        *self = Self {
            tab_column: (to.row == row).then_some(begun),
            ..Self::at(to)
        };
        true
    }

    /// Moves the active cell inside the selected area; after the last comes the first.
    fn cycle(&mut self, back: bool, by_column: bool) {
        let (area, Size { rows, columns }) = (self.area(), self.area().size());
        let (row, column) = (
            self.active.row - area.first.row,
            self.active.column - area.first.column,
        );
        let (count, at) = match by_column {
            true => (rows * columns, column * rows + row),
            false => (rows * columns, row * columns + column),
        };
        let next = (at + if back { count - 1 } else { 1 }) % count;
        let (row, column) = match by_column {
            true => (next % rows, next / rows),
            false => (next / columns, next % columns),
        };
        self.active = Position {
            row: area.first.row + row,
            column: area.first.column + column,
        };
    }

    /// Extends the selection to whole rows.
    pub fn rows(&mut self, size: Size) {
        self.anchor.column = 0;
        self.head.column = size.last().column;
        self.tab_column = None;
    }

    /// Extends the selection to whole columns.
    pub fn columns(&mut self, size: Size) {
        self.anchor.row = 0;
        self.head.row = size.last().row;
        self.tab_column = None;
    }

    /// Selects one whole column, or extends the selection to it.
    pub fn column(&mut self, column: usize, extend: bool, size: Size) {
        let from = if extend { self.anchor.column } else { column };
        *self = Self {
            head: size.nearest(Position {
                row: usize::MAX,
                column,
            }),
            ..Self::at(size.nearest(Position {
                row: 0,
                column: from,
            }))
        };
    }

    /// Selects the block of filled cells around the active one; if it is already selected, or there is none, the
    /// whole grid.
    pub fn all(&mut self, size: Size, is_filled: &dyn Fn(Position) -> bool) {
        let block = block_around(self.active, size, is_filled);
        let area = match block == self.area() || block.first == block.last {
            true => Area::between(Position::default(), size.last()),
            false => block,
        };
        (self.anchor, self.head) = (area.first, area.last);
        self.tab_column = None;
    }
}

/// Grows an area from one cell until no filled cell is next to it.
fn block_around(start: Position, size: Size, is_filled: &dyn Fn(Position) -> bool) -> Area {
    let last = size.last();
    let mut area = Area::between(start, start);
    loop {
        let Area { first, last: end } = area;
        // Neighbours at corners count, as in spreadsheets.
        let rows = || first.row.saturating_sub(1)..=(end.row + 1).min(last.row);
        let columns = || first.column.saturating_sub(1)..=(end.column + 1).min(last.column);
        let in_row = |row| columns().any(|column| is_filled(Position { row, column }));
        let in_column = |column| rows().any(|row| is_filled(Position { row, column }));
        if first.row > 0 && in_row(first.row - 1) {
            area.first.row -= 1;
        }
        if end.row < last.row && in_row(end.row + 1) {
            area.last.row += 1;
        }
        if first.column > 0 && in_column(first.column - 1) {
            area.first.column -= 1;
        }
        if end.column < last.column && in_column(end.column + 1) {
            area.last.column += 1;
        }
        if area == (Area { first, last: end }) {
            return area;
        }
    }
}
