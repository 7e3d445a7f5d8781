//! The parts of a paper as parts of a document: the same titles, texts and tables, without what is drawn.

use crate::paper::{self, Block, Segment};
use format::document::{Align, Cell, Column, First, Part, Row, RowKind, Style, Table};
use strategy::Tone;

/// Blocks one after another; a title is a heading of this depth, what stands under it is deeper.
pub fn parts(blocks: &[Block], depth: usize) -> Vec<Part> {
    blocks.iter().map(|block| part(block, depth)).collect()
}

fn part(block: &Block, depth: usize) -> Part {
    match block {
        Block::Above(text) => Part::Text(Style::Above, text.clone()),
        Block::Title(text) => Part::Heading(depth, text.clone()),
        Block::Continued(text) | Block::Label(text) => Part::Text(Style::Label, text.clone()),
        Block::Heading(text) => Part::Heading(depth + 1, text.clone()),
        Block::Text(text) => Part::Text(Style::Body, text.clone()),
        Block::Strip(segments) => Part::Table(strip(segments)),
        Block::Code { label, address } => {
            Part::Text(Style::Body, [label.as_str(), address].join("\n"))
        }
        Block::Table(one) => Part::Table(table(one)),
    }
}

/// Returns the number of each rating, side by side.
fn strip(segments: &[Segment]) -> Table {
    let shown: Vec<_> = segments.iter().filter(|one| one.count > 0).collect();
    let cell = |one: &&Segment| Cell {
        text: format!("{} {}", one.word, one.count),
        shade: Some(colour(one.tone)),
        ..Cell::default()
    };
    let column = |_| Column {
        align: Align::Middle,
        ..Column::default()
    };
    Table {
        columns: shown.iter().map(column).collect(),
        rows: vec![Row {
            cells: shown.iter().map(cell).collect(),
            ..Row::default()
        }],
        first: First::Plain,
    }
}

/// As on paper.
fn colour(tone: Tone) -> &'static str {
    match tone {
        Tone::Best => "BFE3CD",
        Tone::Good => "E0F2E6",
        Tone::Warn => "FBEEB9",
        Tone::Bad => "F6CDC9",
        Tone::None => "ECECEF",
    }
}

/// Behind what lasts, in a timetable.
const BAR: &str = "EEF2FC";

/// The table, without the columns of what is only drawn.
pub fn table(of: &paper::Table) -> Table {
    let drawn = drawn(of);
    let kept = |at: &usize| !drawn.contains(at);
    let marks = of.class == "alignment-matrix-form";
    let column = |at: usize, column: &paper::Column| Column {
        head: column.head.clone(),
        width: column.width.into(),
        align: match (column.number, marks && at > 0) {
            (true, _) => Align::End,
            (_, true) => Align::Middle,
            _ => Align::Start,
        },
    };
    let columns = of.columns.iter().enumerate().filter(|(at, _)| kept(at));
    let mut columns: Vec<Column> = columns.map(|(at, one)| column(at, one)).collect();
    // Figures take the room of what is drawn of them.
    let figures = columns.iter().filter(|one| one.align == Align::End).count();
    let room: f64 = drawn
        .iter()
        .map(|at| f64::from(of.columns[*at].width))
        .sum();
    for one in columns.iter_mut().filter(|one| one.align == Align::End) {
        one.width += room / figures as f64;
    }
    Table {
        columns,
        rows: of.rows.iter().map(|one| row(one, &drawn)).collect(),
        first: match of.class {
            "labelled-rows" => First::Label,
            "works" | "digest-goals" | "outline-form" | "support-form" => First::Strong,
            _ => First::Plain,
        },
    }
}

/// The columns that hold small lines and nothing else.
fn drawn(of: &paper::Table) -> Vec<usize> {
    let mut all: Vec<usize> = Vec::new();
    for row in &of.rows {
        for (at, cell) in placed(row) {
            if cell.spark.is_some() && !all.contains(&at) {
                all.push(at);
            }
        }
    }
    all
}

/// The cells of a row, each with the first of its columns.
fn placed(row: &paper::Row) -> impl Iterator<Item = (usize, &paper::Cell)> {
    let mut next = row.skip;
    row.cells.iter().map(move |cell| {
        let at = next;
        next += cell.more + 1;
        (at, cell)
    })
}

fn row(of: &paper::Row, drawn: &[usize]) -> Row {
    let cells = placed(of).filter_map(|(at, cell)| {
        let gone = drawn
            .iter()
            .filter(|one| (at..=at + cell.more).contains(*one));
        let columns = (cell.more + 1).checked_sub(gone.count())?;
        columns.checked_sub(1).map(|more| self::cell(cell, more))
    });
    Row {
        kind: match of.class {
            "group" => RowKind::Group,
            "total" => RowKind::Total,
            _ => RowKind::Body,
        },
        cells: cells.collect(),
        tied: of.tied,
    }
}

fn cell(of: &paper::Cell, more: usize) -> Cell {
    Cell {
        text: of.text.clone(),
        note: of.note.clone(),
        more,
        down: of.down,
        marked: of.marked.clone(),
        shade: of.class.starts_with("bar-").then_some(BAR),
    }
}
