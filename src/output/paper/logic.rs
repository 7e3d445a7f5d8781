//! ロジックモデル: of each goal the picture on one sheet, or on several where it does not fit, then its links with their
//! reasons, and everything that is missing.

use super::layout::Paper;
use super::page_metrics::{LETTER, printed_area};
use super::report_data::ReportData;
use crate::chart::{lay_out, logic_diagram, split};
use ::words::{Word, logic as words, marks, paper};
use format::document::{Block, Diagram, DiagramPicture, First, RecordTable, Style, Table};
use insight::logic::LogicModel;
use strategy::*;

/// The height of the title and the texts above a picture, in mm.
const ABOVE: f64 = 38.0;
/// Sizes of the letters of a picture, as shares of the usual one: a picture that does not fit has smaller letters.
const SHARES: [f64; 6] = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5];
/// Number of these sizes, from the largest, that the parts of a picture on several sheets may have.
const READABLE: usize = 3;

/// Returns the models of all goals, or of the chosen one; on A3 if `large`.
pub fn logic_models(data: &ReportData, chosen: Option<Id<Goal>>, large: bool) -> Paper {
    let goals = data.goals(chosen).into_iter();
    let models = goals.filter_map(|goal| Some((goal, LogicModel::of(data.strategy, goal.id)?)));
    let parts = models.flat_map(|(goal, model)| sheets(data, goal, &model, large));
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

/// Returns the sheets of a goal: its picture, and everything else after the last part of the picture.
fn sheets(data: &ReportData, goal: &Goal, model: &LogicModel, large: bool) -> Vec<Vec<Block>> {
    let s = data.strategy;
    let head = |said: Vec<Block>| {
        let head = [
            Block::Text(Style::Above, s.about().title.clone()),
            Block::title(words::title()),
            Block::heading(data.goal(goal.id)),
        ];
        head.into_iter().chain(said).collect::<Vec<_>>()
    };
    let pictures = pictures(&logic_diagram(s, model), data.scale, large);
    let count = pictures.len();
    let key = |at: usize| match count {
        1 => words::key_lines().to_owned(),
        _ => paper::picture_part(words::key_lines(), count, at + 1),
    };
    let sheets = pictures.into_iter().enumerate();
    let mut sheets: Vec<_> = sheets
        .map(|(at, picture)| head(vec![Block::body(key(at)), picture]))
        .collect();
    let mut last = match sheets.pop() {
        Some(last) => last,
        None => head(vec![Block::body(paper::picture_too_large())]),
    };
    last.extend(behind(data, goal, model));
    sheets.push(last);
    sheets
}

/// Returns the links, texts and gaps of a model.
fn behind(data: &ReportData, goal: &Goal, model: &LogicModel) -> Vec<Block> {
    let s = data.strategy;
    let mut blocks = Vec::new();
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
    let holes = words::holes_in_brief(s, &model.holes(s));
    if !holes.is_empty() {
        blocks.push(Block::heading(words::holes()));
        blocks.push(Block::body(holes.join("\n")));
    }
    blocks
}

/// The picture in the largest letters in which it fits on a sheet; else its parts on several; none: a part fits on none.
fn pictures(diagram: &Diagram, scale: f64, large: bool) -> Vec<Block> {
    let fitting = |diagram: &Diagram| letters(diagram, scale, large, &SHARES);
    let parts = match fitting(diagram) {
        Some(_) => Some(vec![diagram.clone()]),
        None => {
            // On several sheets there is room for letters that are easy to read.
            let reads = |part: &Diagram| letters(part, scale, large, &SHARES[..READABLE]).is_some();
            split(diagram, reads).or_else(|| split(diagram, |part| fitting(part).is_some()))
        }
    };
    let parts = parts.unwrap_or_default();
    let picture = |diagram: Diagram| {
        let width = fitting(&diagram)?;
        Some(Block::Diagram(DiagramPicture { diagram, width }))
    };
    parts.into_iter().filter_map(picture).collect()
}

/// The number of letters side by side, the fewest of some shares with which a picture fits on a sheet; `None`: it fits with
/// none.
fn letters(diagram: &Diagram, scale: f64, large: bool, shares: &[f64]) -> Option<f64> {
    let (width, height) = printed_area(true, large);
    let room = height - ABOVE * scale;
    let mut letters = shares.iter().map(|share| width / (LETTER * scale * share));
    let fits = |letters: &f64| {
        let layout = lay_out(diagram, *letters);
        !layout.is_down && layout.size.1 * width / letters <= room
    };
    letters.find(fits)
}

/// Returns every link with its reason, from the works on.
fn links(s: &Strategy, model: &LogicModel) -> Table {
    let name = |source| words::source_name(s, source);
    let reason = |because: &str| match because.trim() {
        "" => marks::nothing().to_owned(),
        because => because.to_owned(),
    };
    let certainty = |link: &LogicLink| link.certainty.map(|one| one.word());
    RecordTable::of(model.links.iter().map(|one| &one.link))
        .text(paper::link_from(), 66, |link| name(link.from))
        .text(paper::link_to(), 66, |link| {
            name(LogicSource::Indicator(link.to))
        })
        .text(paper::link_reason(), 0, |link| reason(&link.because))
        .text(paper::link_certainty(), 36, |link| {
            certainty(link).unwrap_or_default()
        })
        .first(First::Name)
        .table()
}
