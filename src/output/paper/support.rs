//! 支援: what the plan can draw on, by kind, and which initiatives do.

use super::layout::Paper;
use super::report_data::ReportData;
use ::words::{Word, chapters, paper as words};
use format::document::{Block, Cell, Column, First, Row, Table};
use strategy::*;

/// The whole catalogue.
pub fn supports(data: &ReportData) -> Paper {
    let mut blocks = vec![Block::title(words::supports().0)];
    blocks.extend(by_kind(data));
    Paper::new(vec![blocks], false, data.scale)
}

/// Kind by kind.
pub fn by_kind(data: &ReportData) -> Vec<Block> {
    let all = data.strategy.supports.sorted();
    let of_kind = |kind: SupportKind| {
        let rows = all.iter().filter(|support| support.kind == kind);
        let rows: Vec<Row> = rows.map(|support| row(data, support)).collect();
        let table = Table {
            columns: vec![Column::text("", 58), Column::text("", 0)],
            rows,
            first: First::Name,
            ..Table::default()
        };
        match table.rows.is_empty() {
            true => Vec::new(),
            false => vec![Block::heading(kind.word().to_owned()), Block::Table(table)],
        }
    };
    SupportKind::ALL.iter().copied().flat_map(of_kind).collect()
}

fn row(data: &ReportData, support: &Support) -> Row {
    let users = data.strategy.initiatives.iter();
    let users = users.filter(|i| i.supports.contains(&support.id));
    let users: Vec<_> = users.map(|i| i.title.clone()).collect();
    let used = match users.is_empty() {
        true => String::new(),
        false => chapters::used_by(&users),
    };
    let name = words::numbered(&support.number, &support.title);
    let facts = [
        support.provider.clone(),
        support
            .deadline
            .as_ref()
            .map(chapters::until)
            .unwrap_or_default(),
    ];
    let facts: Vec<_> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    Row::of([
        Cell::noted(name, facts.join("\n")),
        Cell::noted(support.text.clone(), used),
    ])
}
