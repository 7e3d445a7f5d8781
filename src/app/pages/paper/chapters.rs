//! 本文: the chapters with their points.

use super::alignment::viewed;
use super::facts::Facts;
use super::form::{Block, Paper};
use super::pages::pages;
use crate::strategy::*;
use crate::words::paper as words;

/// Every chapter.
pub fn chapters(facts: &Facts) -> Paper {
    let mut blocks = cover(facts);
    blocks.extend(sections(facts));
    pages(vec![blocks], false, facts.scale)
}

/// Whose plan it is, for which years, how far; and its title.
pub fn cover(facts: &Facts) -> Vec<Block> {
    let about = facts.strategy.about();
    let period = crate::words::model::period(about.period);
    let stage = about.stage.word();
    vec![
        Block::Above(words::standing(&about.town.name, &period, stage)),
        Block::Title(about.title.clone()),
    ]
}

/// Chapter by chapter; under one that is but the heading of a framework, what the framework holds.
pub fn sections(facts: &Facts) -> Vec<Block> {
    let mut blocks = Vec::new();
    for section in facts.strategy.sections.sorted() {
        blocks.push(Block::Heading(words::numbered(
            &section.number,
            &section.title,
        )));
        if !section.text.trim().is_empty() {
            blocks.push(Block::Text(section.text.clone()));
        }
        for point in &section.points {
            blocks.push(Block::Label(words::numbered(&point.number, &point.title)));
            if !point.text.trim().is_empty() {
                blocks.push(Block::Text(point.text.clone()));
            }
        }
        if section.text.trim().is_empty() && section.points.is_empty() {
            let frameworks = facts.strategy.frameworks.sorted().into_iter();
            let named = frameworks.filter(|f| f.title.trim() == section.title.trim());
            blocks.extend(named.flat_map(|framework| viewed(facts, framework)));
        }
    }
    blocks
}

/// What a chapter says, points and all, in one text.
pub fn told(section: &Section) -> String {
    let points = section.points.iter().map(|point| {
        let name = words::numbered(&point.number, &point.title);
        words::point(&name, point.text.trim())
    });
    let text = Some(section.text.trim().to_owned()).filter(|text| !text.is_empty());
    let all: Vec<_> = text.into_iter().chain(points).collect();
    all.join("\n")
}
