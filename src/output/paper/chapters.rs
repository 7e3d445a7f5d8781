//! 本文: the chapters with their points.

use super::alignment::viewed;
use super::layout::{Block, Paper};
use super::report_data::ReportData;
use ::words::Word;
use ::words::paper as words;
use strategy::*;

/// Every chapter.
pub fn chapters(data: &ReportData) -> Paper {
    let mut blocks = cover(data);
    blocks.extend(sections(data));
    Paper::new(vec![blocks], false, data.scale)
}

/// Whose plan it is, for which years, how far; and its title.
pub fn cover(data: &ReportData) -> Vec<Block> {
    let about = data.strategy.about();
    let period = ::words::model::period(about.period);
    let stage = about.stage.word();
    vec![
        Block::Above(words::standing(&about.town.name, &period, stage)),
        Block::Title(about.title.clone()),
    ]
}

/// Chapter by chapter; under one that is but the heading of a framework, what the framework holds.
pub fn sections(data: &ReportData) -> Vec<Block> {
    let mut blocks = Vec::new();
    for section in data.strategy.sections.sorted() {
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
            let frameworks = data.strategy.frameworks.sorted().into_iter();
            let named = frameworks.filter(|f| f.title.trim() == section.title.trim());
            blocks.extend(named.flat_map(|framework| viewed(data, framework)));
        }
    }
    blocks
}

/// What a chapter says, points and all, in one text.
pub fn text_of(section: &Section) -> String {
    let points = section.points.iter().map(|point| {
        let name = words::numbered(&point.number, &point.title);
        words::point(&name, point.text.trim())
    });
    let text = Some(section.text.trim().to_owned()).filter(|text| !text.is_empty());
    let all: Vec<_> = text.into_iter().chain(points).collect();
    all.join("\n")
}
