//! ロジックモデル: of each goal the picture on one sheet, then its links with their reasons, and everything that is missing.

use super::layout::Paper;
use super::pagination::{LETTER, printed_area};
use super::report_data::ReportData;
use crate::chart::{lay_out, logic_diagram};
use ::words::{Word, logic as words, marks, paper};
use format::document::{Block, Column, Diagram, DiagramPicture, First, Row, Style, Table};
use insight::logic::{LogicModel, ModelLink};
use strategy::*;

/// The height of the title and the texts above a picture, in mm.
const ABOVE: f64 = 38.0;
/// Sizes of the letters of a picture, as shares of the usual one: a picture that does not fit has smaller letters.
const SHARES: [f64; 6] = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5];

/// The models of all goals, or of the one chosen; on A3 if `large`.
pub fn logic_models(data: &ReportData, chosen: Option<Id<Goal>>, large: bool) -> Paper {
    let goals = data.goals(chosen).into_iter();
    let models = goals.filter_map(|goal| Some((goal, LogicModel::of(data.strategy, goal.id)?)));
    let parts = models.map(|(goal, model)| sheet(data, goal, &model, large));
    let mut parts: Vec<_> = parts.collect();
    if parts.is_empty() {
        parts.push(vec![
            Block::title(words::title()),
            Block::body(words::none()),
        ]);
    }
    Paper {
        large,
        ..Paper::new(parts, true, data.scale)
    }
}

fn sheet(data: &ReportData, goal: &Goal, model: &LogicModel, large: bool) -> Vec<Block> {
    let s = data.strategy;
    let mut blocks = vec![
        Block::Text(Style::Above, s.about().title.clone()),
        Block::title(words::title()),
        Block::heading(data.goal(goal.id)),
    ];
    match picture(logic_diagram(s, model), data.scale, large) {
        Some(picture) => blocks.extend([Block::body(words::key_lines()), picture]),
        None => blocks.push(Block::body(paper::picture_too_large())),
    }
    if !model.links.is_empty() {
        blocks.push(Block::heading(words::links()));
        blocks.push(Block::Table(links(s, model)));
    }
    let logic = goal.logic.clone().unwrap_or_default();
    let texts = [
        (words::factors(), logic.factors),
        (words::one_stage(), logic.one_stage),
    ];
    let texts = texts.into_iter();
    let texts = texts.filter(|(_, text)| !text.trim().is_empty());
    let texts: Vec<_> = texts.map(|(name, text)| (name.to_owned(), text)).collect();
    if !texts.is_empty() {
        blocks.push(Block::labelled(texts));
    }
    let holes = model.holes(s).into_iter().map(|hole| words::hole(s, hole));
    let holes: Vec<_> = holes.collect();
    if !holes.is_empty() {
        blocks.push(Block::heading(words::holes()));
        blocks.push(Block::body(holes.join("\n")));
    }
    blocks
}

/// The picture in the largest letters in which it fits on its sheet; `None`: it fits in none.
fn picture(diagram: Diagram, scale: f64, large: bool) -> Option<Block> {
    let (width, height) = printed_area(true, large);
    let room = height - ABOVE * scale;
    let letters = SHARES.map(|share| width / (LETTER * scale * share));
    let fits = |letters: &f64| {
        let layout = lay_out(&diagram, *letters);
        !layout.is_down && layout.size.1 * width / letters <= room
    };
    let letters = letters.into_iter().find(fits)?;
    Some(Block::Diagram(DiagramPicture {
        diagram,
        width: letters,
    }))
}

/// Every link with its reason, from the works on.
fn links(s: &Strategy, model: &LogicModel) -> Table {
    let row = |one: &ModelLink| {
        let link = &one.link;
        let certainty = link.certainty.map(|one| one.word());
        Row::of([
            words::source_name(s, link.from).into(),
            words::source_name(s, LogicSource::Indicator(link.to)).into(),
            match link.because.trim() {
                "" => marks::nothing().into(),
                because => because.into(),
            },
            certainty.unwrap_or_default().into(),
        ])
    };
    Table {
        columns: vec![
            Column::text(paper::link_from(), 66),
            Column::text(paper::link_to(), 66),
            Column::text(paper::link_reason(), 0),
            Column::text(paper::link_certainty(), 36),
        ],
        rows: model.links.iter().map(row).collect(),
        first: First::Name,
        ..Table::default()
    }
}
