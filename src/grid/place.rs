//! Places in a grid, and rectangles of them.

use std::ops::RangeInclusive;

/// A place in a grid, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Position {
    /// Row.
    pub row: usize,
    /// Column.
    pub column: usize,
}

/// Numbers of rows and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
}

impl Size {
    /// Returns the last place; the first if the grid is empty.
    pub fn last(self) -> Position {
        Position {
            row: self.rows.saturating_sub(1),
            column: self.columns.saturating_sub(1),
        }
    }

    /// Returns the place of the grid that is nearest.
    pub fn nearest(self, position: Position) -> Position {
        let last = self.last();
        Position {
            row: position.row.min(last.row),
            column: position.column.min(last.column),
        }
    }
}

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the column before.
    Left,
    /// To the column after.
    Right,
}

impl Direction {
    /// Moves this many cells from a place, as far as the grid reaches.
    pub(crate) fn from(self, start: Position, cells: usize, size: Size) -> Position {
        let Position { row, column } = start;
        size.nearest(match self {
            Self::Up => Position {
                row: row.saturating_sub(cells),
                column,
            },
            Self::Down => Position {
                row: row.saturating_add(cells),
                column,
            },
            Self::Left => Position {
                row,
                column: column.saturating_sub(cells),
            },
            Self::Right => Position {
                row,
                column: column.saturating_add(cells),
            },
        })
    }
}

/// A rectangle of cells, including its corners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// Top left corner.
    pub first: Position,
    /// Bottom right corner.
    pub last: Position,
}

impl Area {
    /// Returns the rectangle between two opposite corners, in any order.
    pub fn between(one: Position, other: Position) -> Self {
        Self {
            first: Position {
                row: one.row.min(other.row),
                column: one.column.min(other.column),
            },
            last: Position {
                row: one.row.max(other.row),
                column: one.column.max(other.column),
            },
        }
    }

    /// Returns the rows.
    pub fn rows(self) -> RangeInclusive<usize> {
        self.first.row..=self.last.row
    }

    /// Returns the columns.
    pub fn columns(self) -> RangeInclusive<usize> {
        self.first.column..=self.last.column
    }

    /// Returns the numbers of rows and columns.
    pub fn size(self) -> Size {
        Size {
            rows: self.last.row - self.first.row + 1,
            columns: self.last.column - self.first.column + 1,
        }
    }

    /// Returns the places, row by row.
    pub fn positions(self) -> impl Iterator<Item = Position> {
        self.rows()
            .flat_map(move |row| self.columns().map(move |column| Position { row, column }))
    }

    /// Returns the area drawn from its corner to a place: longer by rows or by columns, whichever are more. `None` if
    /// the place lies inside.
    pub fn stretched(self, to: Position) -> Option<Self> {
        let beyond = |first: usize, last: usize, at: usize| {
            first.saturating_sub(at).max(at.saturating_sub(last))
        };
        let rows = beyond(self.first.row, self.last.row, to.row);
        let columns = beyond(self.first.column, self.last.column, to.column);
        if rows == 0 && columns == 0 {
            return None;
        }
        let mut area = self;
        if rows >= columns {
            area.first.row = area.first.row.min(to.row);
            area.last.row = area.last.row.max(to.row);
        } else {
            area.first.column = area.first.column.min(to.column);
            area.last.column = area.last.column.max(to.column);
        }
        Some(area)
    }

    /// Returns the texts of the cells, row by row.
    pub fn texts(self, text: impl Fn(Position) -> String) -> Vec<Vec<String>> {
        let row = |row| {
            self.columns()
                .map(|column| text(Position { row, column }))
                .collect()
        };
        self.rows().map(row).collect()
    }

    /// True if a place lies in it.
    pub fn contains(self, position: Position) -> bool {
        self.rows().contains(&position.row) && self.columns().contains(&position.column)
    }
}
