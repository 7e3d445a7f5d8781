//! 根拠・出典: what the plan rests on, each with where it can be read and what cites it.

use super::report_data::ReportData;
use ::words::{Word, ground as words, marks};
use format::document::{Block, Cell, Column, Row, Table};
use strategy::*;

/// The list; nothing where there is none.
pub fn grounds(data: &ReportData) -> Vec<Block> {
    let all = data.strategy.grounds.sorted();
    if all.is_empty() {
        return Vec::new();
    }
    vec![Block::Table(Table {
        columns: vec![
            Column::text(words::kind(), 28),
            Column::text(words::title(), 0),
            Column::text(words::address(), 68),
        ],
        rows: all.iter().map(|ground| row(data, ground)).collect(),
        ..Table::default()
    })]
}

fn row(data: &ReportData, ground: &Ground) -> Row {
    let citing = data.strategy.citing(ground.id).into_iter();
    let citing = citing.filter_map(|one| words::citing(data.strategy, &data.numbers, one));
    let citing: Vec<_> = citing.collect();
    let about = [ground.issuer.trim(), ground.passage.trim()].map(str::to_owned);
    let cited = match citing.is_empty() {
        true => String::new(),
        false => format!("{}{}", words::cited_by(), citing.join(marks::list())),
    };
    let about = about.into_iter().chain([cited]);
    let about: Vec<_> = about.filter(|text| !text.is_empty()).collect();
    let seen = ground.seen.as_ref().map(|day| words::seen_on(&day.0));
    Row::of([
        ground.kind.word().into(),
        Cell::noted(ground.title.clone(), about.join("\n")),
        Cell::noted(ground.address.clone(), seen.unwrap_or_default()),
    ])
}
