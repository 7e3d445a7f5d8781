//! Tables with a row for each record, described column by column.

use super::{Block, Cell, Column, First, Row, Table};

/// A table with a row for each record: a column is added with its head, its width and its cells.
pub struct RecordTable<T> {
    records: Vec<T>,
    table: Table,
}

impl<T> RecordTable<T> {
    /// Begins the table of these records.
    pub fn of(records: impl IntoIterator<Item = T>) -> Self {
        let records: Vec<T> = records.into_iter().collect();
        let rows = records.iter().map(|_| Row::default()).collect();
        let table = Table {
            rows,
            ..Table::default()
        };
        Self { records, table }
    }

    /// Adds a column of text; the width is in mm, 0 for a share of the remaining width.
    pub fn text<C: Into<Cell>>(
        self,
        head: impl Into<String>,
        width: u16,
        cell: impl Fn(&T) -> C,
    ) -> Self {
        self.column(Column::text(head, width), &|record| cell(record).into())
    }

    /// Adds a column of figures.
    pub fn number<C: Into<Cell>>(
        self,
        head: impl Into<String>,
        width: u16,
        cell: impl Fn(&T) -> C,
    ) -> Self {
        self.column(Column::number(head, width), &|record| cell(record).into())
    }

    fn column(mut self, column: Column, cell: &dyn Fn(&T) -> Cell) -> Self {
        self.table.columns.push(column);
        for (row, record) in self.table.rows.iter_mut().zip(&self.records) {
            row.cells.push(cell(record));
        }
        self
    }

    /// Sets the role of the first cells.
    pub fn first(mut self, first: First) -> Self {
        self.table.first = first;
        self
    }

    /// Returns the table.
    pub fn table(self) -> Table {
        self.table
    }

    /// Returns the table; `None` if there are no records.
    pub fn if_any(self) -> Option<Table> {
        (!self.table.rows.is_empty()).then_some(self.table)
    }

    /// Returns the table as a block.
    pub fn block(self) -> Block {
        Block::Table(self.table)
    }
}
