//! The layout of a report: its pages as plain parts, and how they are drawn: the same on the screen as on A4.

use std::ops::Range;

use leptos::prelude::*;

use crate::app::charts::{Spark, Sparkline};
use crate::app::parts::{Short, tone_class};
use crate::strategy::Tone;

/// What is printed in one go.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// A4 landscape.
    pub wide: bool,
    /// How large the letters are, the same on every page; 1: as large as usual.
    pub scale: f64,
    /// Its pages.
    pub pages: Vec<Page>,
}

impl Default for Report {
    fn default() -> Self {
        Self {
            wide: false,
            scale: 1.0,
            pages: Vec::new(),
        }
    }
}

/// A page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// From the top of the page on.
    pub blocks: Vec<Block>,
}

impl Page {
    /// Whether a section begins on it, and none goes on.
    pub fn begins(&self) -> bool {
        let goes_on = |block: &&Block| matches!(block, Block::Above(_) | Block::Continued(_));
        let first = self.blocks.iter().find(|block| !goes_on(block));
        matches!(first, Some(Block::Heading(_) | Block::Title(_)))
    }
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Where a title stands, small, above it.
    Above(String),
    /// 表題.
    Title(String),
    /// What a page goes on with, at its head.
    Continued(String),
    /// 見出し.
    Heading(String),
    /// 項目.
    Label(String),
    /// 本文; its line breaks stand.
    Text(String),
    /// How many there are of each rating.
    Strip(Vec<Segment>),
    /// 表.
    Table(Table),
}

/// A part of the strip.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// 「A 達成」.
    pub word: String,
    /// Good or bad.
    pub tone: Tone,
    /// How many.
    pub count: usize,
}

/// 表. Its head stands again on every page it runs over.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// More classes.
    pub class: &'static str,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
}

/// A column. Larger letters make it wider, smaller ones leave it as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its head; where no column has one, the table has no head.
    pub head: String,
    /// In mm; 0: what is left.
    pub width: u16,
    /// Whether it holds figures.
    pub number: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// `group`, `total`, or nothing.
    pub class: &'static str,
    /// Its cells; the first is its head.
    pub cells: Vec<Cell>,
    /// How many columns at its beginning cells of the row above take; such a row stays with it.
    pub skip: usize,
    /// It stays with the row above.
    pub tied: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Said under it, smaller.
    pub note: String,
    /// How many columns it takes beyond its own.
    pub more: usize,
    /// How many rows it takes beyond its own.
    pub down: usize,
    /// Drawn instead of a text.
    pub spark: Option<Spark>,
    /// A class of its own.
    pub class: &'static str,
    /// What of its text is underlined, from byte to byte.
    pub marked: Vec<Range<usize>>,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

impl Cell {
    /// With something smaller under it.
    pub fn noted(text: impl Into<String>, note: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            note: note.into(),
            ..Self::default()
        }
    }

    /// A small line.
    pub fn drawn(spark: Spark) -> Self {
        Self {
            spark: Some(spark),
            ..Self::default()
        }
    }

    /// Joined over the rows below.
    pub fn down(self, down: usize) -> Self {
        Self { down, ..self }
    }
}

impl Column {
    /// A column of text.
    pub fn text(head: impl Into<String>, width: u16) -> Self {
        Self {
            head: head.into(),
            width,
            number: false,
        }
    }

    /// How wide it is for letters of this size, in mm; 0: what is left.
    pub fn wide(&self, scale: f64) -> f64 {
        f64::from(self.width) * scale.max(1.0)
    }

    /// A column of figures.
    pub fn number(head: impl Into<String>, width: u16) -> Self {
        Self {
            number: true,
            ..Self::text(head, width)
        }
    }
}

impl Row {
    /// A row like any other.
    pub fn of<const N: usize>(cells: [Cell; N]) -> Self {
        Self {
            cells: cells.into(),
            ..Self::default()
        }
    }

    /// A row of so many cells.
    pub fn all(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            ..Self::default()
        }
    }

    /// 計.
    pub fn total(cells: Vec<Cell>) -> Self {
        Self {
            class: "total",
            cells,
            ..Self::default()
        }
    }

    /// A heading over the rows that follow.
    pub fn group(text: String, columns: usize) -> Self {
        Self::across("group", text, columns)
    }

    /// A row of one cell across the whole table.
    pub fn across(class: &'static str, text: String, columns: usize) -> Self {
        Self {
            class,
            cells: vec![Cell {
                text,
                more: columns.saturating_sub(1),
                ..Cell::default()
            }],
            ..Self::default()
        }
    }
}

/// A table of labels at the left and texts at the right.
pub fn labelled(rows: Vec<(String, String)>) -> Block {
    let rows = rows.into_iter();
    Block::Table(Table {
        class: "labelled-rows",
        columns: vec![Column::text("", 30), Column::text("", 0)],
        rows: rows
            .map(|(label, text)| Row::of([label.into(), text.into()]))
            .collect(),
    })
}

/// The report as it will be printed.
pub fn draw(report: &Report) -> AnyView {
    let section = |page: &Page| {
        let blocks = page.blocks.iter();
        let blocks = blocks.map(|one| block(one, report.scale)).collect_view();
        view! { <section class="leaf" style=format!("--scale:{}", Short(report.scale))>{blocks}</section> }
    };
    report.pages.iter().map(section).collect_view().into_any()
}

fn block(block: &Block, scale: f64) -> AnyView {
    match block {
        Block::Above(text) => view! { <p class="leaf-above">{text.clone()}</p> }.into_any(),
        Block::Title(text) => view! { <h2>{text.clone()}</h2> }.into_any(),
        Block::Continued(text) => view! { <p class="leaf-continued">{text.clone()}</p> }.into_any(),
        Block::Label(text) => view! { <p class="leaf-label">{text.clone()}</p> }.into_any(),
        Block::Strip(segments) => strip(segments),
        Block::Heading(text) => view! { <h3>{text.clone()}</h3> }.into_any(),
        Block::Text(text) => view! { <p class="leaf-text">{text.clone()}</p> }.into_any(),
        Block::Table(table) => draw_table(table, scale),
    }
}

/// As wide as there are of each; every part says what it is, so that it reads without colours too.
fn strip(segments: &[Segment]) -> AnyView {
    let part = |one: &Segment| {
        let class = format!("strip-part {}", tone_class(one.tone));
        view! {
            <span class=class style=format!("flex-grow:{}", one.count)>
                {one.word.clone()} " " <b>{one.count}</b>
            </span>
        }
    };
    let parts = segments.iter().filter(|one| one.count > 0).map(part);
    view! { <p class="paper-strip">{parts.collect_view()}</p> }.into_any()
}

fn draw_table(table: &Table, scale: f64) -> AnyView {
    let columns = &table.columns;
    let width = |column: &Column| {
        let wide = Some(column.wide(scale)).filter(|wide| *wide > 0.0);
        let style = wide.map(|wide| format!("width:{}mm", Short(wide)));
        view! { <col style=style /> }
    };
    let head = columns
        .iter()
        .any(|column| !column.head.is_empty())
        .then(|| {
            let cells = columns.iter().map(|column| {
                view! { <th scope="col" class:number=column.number>{column.head.clone()}</th> }
            });
            view! { <thead><tr>{cells.collect_view()}</tr></thead> }
        });
    let rows = table.rows.iter().map(|row| draw_row(row, columns));
    view! {
        <table class=format!("printed {}", table.class)>
            <colgroup>{columns.iter().map(width).collect_view()}</colgroup>
            {head}
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// The text of a cell, with what is underlined in it.
fn marked(cell: &Cell) -> AnyView {
    if cell.marked.is_empty() {
        return cell.text.clone().into_any();
    }
    let text = |range: Range<usize>| cell.text.get(range).unwrap_or_default().to_owned();
    let mut at = 0;
    let mut parts = Vec::new();
    for range in &cell.marked {
        parts.push(text(at..range.start).into_any());
        parts.push(view! { <u>{text(range.clone())}</u> }.into_any());
        at = range.end;
    }
    parts.push(text(at..cell.text.len()).into_any());
    parts.into_any()
}

fn draw_row(row: &Row, columns: &[Column]) -> AnyView {
    let mut at = row.skip;
    let cells = row.cells.iter().enumerate().map(|(index, cell)| {
        let number = columns.get(at).is_some_and(|column| column.number);
        let span = (cell.more > 0).then_some(cell.more + 1);
        at += cell.more + 1;
        let note = (!cell.note.is_empty())
            .then(|| view! { <span class="form-note">{cell.note.clone()}</span> });
        let down = (cell.down > 0).then_some(cell.down + 1);
        let spark = cell.spark.clone();
        let spark = spark.map(|spark| view! { <Sparkline spark width=84.0 height=20.0 /> });
        let text = marked(cell);
        if index == 0 {
            view! { <th scope="row" class=cell.class colspan=span rowspan=down>{text}{note}</th> }
                .into_any()
        } else {
            view! { <td class=cell.class class:number=number colspan=span rowspan=down>{text}{note}{spark}</td> }
                .into_any()
        }
    });
    view! { <tr class=row.class>{cells.collect_view()}</tr> }.into_any()
}
