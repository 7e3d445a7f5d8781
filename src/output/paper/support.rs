//! 支援: the support that the plan can use, by kind, and the initiatives that use it.

use super::layout::Paper;
use super::report_data::ReportData;
use ::words::{Word, chapters, paper as words};
use format::document::{Block, Cell, First, RecordTable};
use strategy::*;

/// Returns the paper of the whole catalogue.
pub fn supports(data: &ReportData) -> Paper {
    let mut blocks = vec![Block::title(words::supports().0)];
    blocks.extend(by_kind(data));
    Paper::new(vec![blocks], false, data.scale)
}

/// Returns a heading and a table for each kind.
pub fn by_kind(data: &ReportData) -> Vec<Block> {
    let all = data.strategy.supports.sorted();
    let of_kind = |kind: SupportKind| {
        let table = RecordTable::of(all.iter().filter(|support| support.kind == kind))
            .text("", 58, |support| named(support))
            .text("", 0, |support| described(data, support))
            .first(First::Name)
            .if_any()?;
        Some([Block::heading(kind.word()), Block::Table(table)])
    };
    let kinds = SupportKind::ALL.iter().copied();
    kinds.filter_map(of_kind).flatten().collect()
}

/// Returns number and title, with provider and deadline.
fn named(support: &Support) -> Cell {
    let deadline = support.deadline.as_ref().map(chapters::until);
    let facts = [support.provider.clone(), deadline.unwrap_or_default()];
    let facts: Vec<_> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    let name = words::numbered(&support.number, &support.title);
    Cell::noted(name, facts.join("\n"))
}

/// Returns the text, with the initiatives that use the support.
fn described(data: &ReportData, support: &Support) -> Cell {
    let users = data.strategy.initiatives.iter();
    let users = users.filter(|i| i.supports.contains(&support.id));
    let users: Vec<_> = users.map(|i| i.title.clone()).collect();
    let used = match users.is_empty() {
        true => String::new(),
        false => chapters::used_by(&users),
    };
    Cell::noted(support.text.clone(), used)
}
