//! Drawings of a page, converted to text and tables for the files.

use std::borrow::Cow;

use super::{Align, Cell, Column, Diagram, Row, Segment, Table};

/// Returns a diagram as a table: its columns, and the boxes of each below each other. The arrows are left out.
pub fn diagram(of: &Diagram) -> Table {
    let boxes = |column: usize| of.column(column).filter_map(|at| of.boxes.get(at));
    let columns = 0..of.heads.len();
    let height = columns.clone().map(|column| boxes(column).count()).max();
    let cell = |column: usize, row: usize| match boxes(column).nth(row) {
        Some(one) => {
            let notes = [one.note.as_str(), one.warning.as_str()];
            let notes = notes.into_iter().filter(|note| !note.is_empty());
            Cell::noted(one.text.as_str(), notes.collect::<Vec<_>>().join("\n"))
        }
        None if row == 0 => of.none.as_str().into(),
        None => Cell::default(),
    };
    let row = |row| Row::all(columns.clone().map(|column| cell(column, row)).collect());
    Table {
        columns: of.heads.iter().map(|head| Column::text(head, 0)).collect(),
        rows: (0..height.unwrap_or_default()).map(row).collect(),
        ..Table::default()
    }
}

/// Returns the counts of a strip as a table of one row.
pub fn strip(segments: &[Segment]) -> Table {
    let shown: Vec<_> = segments.iter().filter(|one| one.count > 0).collect();
    let cell = |one: &&Segment| Cell {
        text: format!("{} {}", one.word, one.count),
        tone: Some(one.tone),
        ..Cell::default()
    };
    Table {
        columns: shown.iter().map(|_| Column::mark("", 0)).collect(),
        rows: vec![Row::all(shown.iter().map(cell).collect())],
        ..Table::default()
    }
}

/// Returns the table without the columns that hold only small lines. The columns of figures share their width.
pub fn without_sparks(table: &Table) -> Cow<'_, Table> {
    let drawn = spark_columns(table);
    if drawn.is_empty() {
        return Cow::Borrowed(table);
    }
    let is_kept = |at: &usize| !drawn.contains(at);
    let columns = table.columns.iter().enumerate();
    let columns = columns.filter(|(at, _)| is_kept(at));
    let mut columns: Vec<Column> = columns.map(|(_, column)| column.clone()).collect();
    let is_figure = |one: &Column| one.align == Align::End;
    let figures = columns.iter().filter(|one| is_figure(one)).count();
    let room: f64 = drawn.iter().map(|at| table.columns[*at].width).sum();
    for one in columns.iter_mut().filter(|one| is_figure(one)) {
        one.width += room / figures as f64;
    }
    Cow::Owned(Table {
        columns,
        rows: table.rows.iter().map(|row| without(row, &drawn)).collect(),
        ..*table
    })
}

/// Returns the indexes of the columns that hold small lines.
fn spark_columns(table: &Table) -> Vec<usize> {
    let mut all: Vec<usize> = Vec::new();
    for (at, cell) in table.rows.iter().flat_map(Row::placed) {
        if cell.spark.is_some() && !all.contains(&at) {
            all.push(at);
        }
    }
    all
}

/// Returns the row without these columns.
fn without(row: &Row, gone: &[usize]) -> Row {
    let cells = row.placed().filter_map(|(at, cell)| {
        let columns = at..=at + cell.more;
        let lost = gone.iter().filter(|one| columns.contains(*one)).count();
        let left = (cell.more + 1).checked_sub(lost)?;
        let more = left.checked_sub(1)?;
        Some(Cell {
            more,
            ..cell.clone()
        })
    });
    Row {
        cells: cells.collect(),
        ..row.clone()
    }
}
