//! 根拠・出典: what the plan rests on, each with where it can be read and what cites it.

use super::report_data::ReportData;
use ::words::{Word, ground as words, marks};
use format::document::{Block, Cell, RecordTable};
use strategy::*;

/// Returns the list as a block. Empty if there are no grounds.
pub fn grounds(data: &ReportData) -> Vec<Block> {
    let seen = |ground: &Ground| ground.seen.as_ref().map(|day| words::seen_on(&day.0));
    let table = RecordTable::of(data.strategy.grounds.sorted())
        .text(words::kind(), 28, |one| one.kind.word())
        .text(words::title(), 0, |one| title(data, one))
        .text(words::address(), 68, |one| {
            Cell::noted(one.address.clone(), seen(one).unwrap_or_default())
        });
    table.if_any().map(Block::Table).into_iter().collect()
}

/// Returns the title of a ground, with its issuer, its passage and the records that cite it.
fn title(data: &ReportData, ground: &Ground) -> Cell {
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
    Cell::noted(ground.title.clone(), about.join("\n"))
}
