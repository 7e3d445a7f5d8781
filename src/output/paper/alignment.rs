//! 整合: what others aim at, and which goals and measures of this plan answer to it.

use super::layout::Paper;
use super::report_data::ReportData;
use ::words::{Word, alignment, marks, paper as words};
use edit::Answering;
use format::document::{Block, Cell, Column, First, RecordTable, Row, RowKind, Table};
use insight::{AlignmentMatrix, FrameworkColumns, ItemHeads, MatrixRow, alignment_matrix};
use strategy::*;

/// Returns the paper: every framework item by item, then the matrices of goals and measures.
pub fn alignment(data: &ReportData) -> Paper {
    let mut blocks = vec![Block::title(words::alignment().0)];
    let matrix = alignment_matrix(data.strategy);
    let sentences = alignment::matrix_sentences(data.strategy, &matrix);
    if !sentences.is_empty() {
        blocks.push(Block::body(sentences.join("\n")));
    }
    blocks.extend(frameworks(data));
    blocks.extend(matrices(data, &matrix));
    Paper::new(vec![blocks], false, data.scale)
}

/// Returns every framework, then the matrices.
pub fn all(data: &ReportData) -> Vec<Block> {
    let mut blocks = frameworks(data);
    blocks.extend(matrices(data, &alignment_matrix(data.strategy)));
    blocks
}

/// Returns a heading and a table for each framework.
pub fn frameworks(data: &ReportData) -> Vec<Block> {
    let all = data.strategy.frameworks.sorted().into_iter();
    all.flat_map(|framework| one(data, framework)).collect()
}

fn one(data: &ReportData, framework: &Framework) -> Vec<Block> {
    let kind = framework.kind.word();
    let mut blocks = vec![Block::heading(words::framework(kind, &framework.title))];
    let about = words::sourced(framework.text.trim(), framework.source.trim());
    if !about.is_empty() {
        blocks.push(Block::body(about));
    }
    // An item under another item is printed only if something answers to it.
    let heads = ItemHeads::of(data.strategy);
    let mut items = data.strategy.framework_items.under(framework.id);
    items.retain(|item| heads.above(item.id).is_none() || !linked(data, item.id).is_empty());
    if items.is_empty() {
        return blocks;
    }
    let tied = |item: &FrameworkItem| {
        let tied = linked(data, item.id);
        match tied.is_empty() {
            true => marks::nothing().to_owned(),
            false => tied.join("\n"),
        }
    };
    let table = RecordTable::of(items)
        .text(words::item_number(), 27, |item| number(framework, item))
        .text(words::item(), 60, |item| named(item))
        .text(words::answered_by(), 0, |item| tied(item))
        .first(First::Number);
    blocks.push(table.block());
    blocks
}

/// The most columns of a matrix that fit beside the names on A4.
const COLUMNS: usize = 17;

/// Returns the matrices: goals and measures down, the numbers of the items across, their names above. A wide matrix is
/// cut into several tables.
fn matrices(data: &ReportData, matrix: &AlignmentMatrix) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut first = 0;
    for one in matrix.frameworks.iter().filter(|_| !matrix.rows.is_empty()) {
        let Some(framework) = data.strategy.get(one.framework) else {
            continue;
        };
        let head = one.head.and_then(|head| data.strategy.get(head));
        let is_tied = one.items.iter().any(|item| !item.is_open());
        let title = match head {
            Some(_) if !is_tied => {
                first += one.items.len();
                continue;
            }
            Some(head) => alignment::item_named(&head.number, &head.title),
            None => framework.title.clone(),
        };
        blocks.push(Block::heading(words::framework(
            framework.kind.word(),
            &title,
        )));
        for from in (0..one.items.len()).step_by(COLUMNS) {
            let columns = from..(from + COLUMNS).min(one.items.len());
            blocks.push(Block::body(named_columns(data, one, columns.clone())));
            blocks.push(Block::Table(crossed(data, matrix, one, first, columns)));
        }
        first += one.items.len();
    }
    blocks
}

/// Returns the head of a column: the printed number of its item, or its place if the item has no number.
fn column_number(data: &ReportData, of: &FrameworkColumns, at: usize) -> String {
    let item = data.strategy.get(of.items[at].item);
    let number = item.map(|item| alignment::item_number(item.kind, &item.number));
    let number = number.filter(|number| !number.is_empty());
    number.unwrap_or_else(|| (at + 1).to_string())
}

/// Returns the numbers and names of the items of these columns.
fn named_columns(
    data: &ReportData,
    of: &FrameworkColumns,
    columns: std::ops::Range<usize>,
) -> String {
    let names = columns.map(|at| {
        let title = data
            .strategy
            .get(of.items[at].item)
            .map(|item| item.title.clone());
        words::numbered(&column_number(data, of, at), &title.unwrap_or_default())
    });
    names.collect::<Vec<_>>().join(marks::list())
}

/// Returns the matrix of these columns. `first`: index of the first column of the framework among all.
fn crossed(
    data: &ReportData,
    matrix: &AlignmentMatrix,
    of: &FrameworkColumns,
    first: usize,
    columns: std::ops::Range<usize>,
) -> Table {
    // In mm; the narrowest column still holds a mark and a figure.
    let width = (110 / columns.len().max(1)).clamp(7, 13) as u16;
    let head = |at: usize| Column::mark(column_number(data, of, at), width);
    let names = Column::text(alignment::matrix_rows(), 0);
    let row = |row: &MatrixRow| {
        let (kind, name) = match row.of {
            Answering::Goal(id) => (RowKind::Group, data.goal(id)),
            Answering::Measure(id) => {
                let measure = data.strategy.get(id).map(|one| data.measure(one));
                (RowKind::Body, measure.unwrap_or_default())
            }
            Answering::Initiative(_) => (RowKind::Body, String::new()),
        };
        let cells = columns.clone().map(|at| row.cells[first + at]);
        let cells = cells.map(|cell| alignment::matrix_mark(cell.own, cell.under).into());
        Row {
            kind,
            ..Row::all(std::iter::once(name.into()).chain(cells).collect())
        }
    };
    let counts = columns.clone().map(|at| of.items[at].answering.len());
    let counts = counts.map(|count| count.to_string().into());
    let label = std::iter::once(alignment::matrix_count().into());
    let total = Row::total(label.chain(counts).collect());
    Table {
        columns: std::iter::once(names)
            .chain(columns.clone().map(head))
            .collect(),
        rows: matrix.rows.iter().map(row).chain([total]).collect(),
        ..Table::default()
    }
}

/// Returns the items of a framework as a list, for the chapter of its name.
pub fn viewed(data: &ReportData, framework: &Framework) -> Vec<Block> {
    let heads = ItemHeads::of(data.strategy);
    let items = heads.tops(data.strategy.framework_items.under(framework.id));
    let table = RecordTable::of(items)
        .text("", 27, |item| number(framework, item))
        .text("", 0, |item| named(item))
        .first(First::Number);
    vec![table.block()]
}

fn named(item: &FrameworkItem) -> Cell {
    let subtitle = words::subtitle(&item.subtitle);
    let points = item.points.iter().map(words::bullet);
    let note = Some(subtitle).filter(|text| !text.is_empty());
    let note: Vec<_> = note.into_iter().chain(points).collect();
    Cell::noted(item.title.clone(), note.join("\n"))
}

/// Returns the number of an item: 「基本目標 1」「横断的な目標 1」 for an item of a strategy, else the number as printed.
fn number(framework: &Framework, item: &FrameworkItem) -> String {
    let of_strategy = matches!(
        framework.kind,
        FrameworkKind::Nation | FrameworkKind::Prefecture | FrameworkKind::Previous
    );
    match (item.kind, of_strategy) {
        (GoalKind::Basic, false) => item.number.clone(),
        (kind, _) => words::goal_number(kind, &item.number),
    }
}

/// Returns the names of the goals, measures and initiatives that are tied to an item.
fn linked(data: &ReportData, item: Id<FrameworkItem>) -> Vec<String> {
    let s = data.strategy;
    let mut all = Vec::new();
    for goal in s.goals.sorted() {
        if goal.aligned.contains(&item) {
            all.push(data.goal(goal.id));
        }
        for measure in s.measures_of(goal.id) {
            if measure.aligned.contains(&item) {
                let code = data.numbers.code_of(measure.id);
                all.push(alignment::measure(&code, &measure.title));
            }
            let under = s.initiatives.under(measure.id);
            let tied = under.iter().filter(|i| i.aligned.contains(&item));
            all.extend(tied.map(|i| words::initiative(&i.title)));
        }
    }
    all
}
