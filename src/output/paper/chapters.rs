//! 本文: the chapters with their points.

use super::alignment::viewed;
use super::crossing_goals::across;
use super::layout::Paper;
use super::outline;
use super::report_data::ReportData;
use ::words::Word;
use ::words::paper as words;
use format::document::{Block, Style};
use strategy::*;

/// Returns the paper with every chapter.
pub fn chapters(data: &ReportData) -> Paper {
    let mut blocks = cover(data);
    blocks.extend(sections(data, Under::Everything));
    Paper::new(vec![blocks], false, data.scale)
}

/// Contents of a chapter without a text of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChapterContents {
    /// The frameworks of its name, or the chapters that follow.
    Others,
    /// The goals with their measures.
    Measures,
    /// The goals.
    Goals,
    /// Nothing: the chapter is the last one.
    Nothing,
}

/// Returns the contents that a chapter is the heading of; `None`: it has a text of its own.
fn heads(all: &[&std::sync::Arc<Section>], at: usize) -> Option<ChapterContents> {
    let is_bare = |one: &Section| one.text.trim().is_empty() && one.points.is_empty();
    let names_measures = |one: &Section| is_bare(one) && words::names_measures(&one.title);
    let section = all.get(at).filter(|one| is_bare(one))?;
    let later = all.get(at + 1..).unwrap_or_default();
    Some(match section {
        one if names_measures(one) && !later.iter().any(|one| names_measures(one)) => {
            ChapterContents::Measures
        }
        one if words::names_goals(&one.title) => ChapterContents::Goals,
        _ if later.is_empty() => ChapterContents::Nothing,
        _ => ChapterContents::Others,
    })
}

/// Returns number and title of the chapter that is only the heading of goals and measures.
pub fn measures_chapter(strategy: &Strategy) -> Option<String> {
    let all = strategy.sections.sorted();
    let at = (0..all.len()).find(|at| heads(&all, *at) == Some(ChapterContents::Measures))?;
    Some(words::numbered(&all[at].number, &all[at].title))
}

/// Returns the cover: the town, the years and the stage of the plan, and its title.
pub fn cover(data: &ReportData) -> Vec<Block> {
    let about = data.strategy.about();
    let period = ::words::model::period(about.period);
    let stage = about.told_stage().word();
    vec![
        Block::Text(
            Style::Above,
            words::standing(&about.town.name, &period, stage),
        ),
        Block::title(about.title.clone()),
    ]
}

/// Contents printed under chapters that are only headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Under {
    /// Everything.
    Everything,
    /// Everything but goals and measures, which are printed elsewhere under the name of their chapter.
    NoMeasures,
}

/// Returns the chapters. A chapter without a text shows the contents it is the heading of.
pub fn sections(data: &ReportData, under: Under) -> Vec<Block> {
    let mut blocks = Vec::new();
    let all = data.strategy.sections.sorted();
    for (at, section) in all.iter().enumerate() {
        let name = words::numbered(&section.number, &section.title);
        let shown = match heads(&all, at) {
            None => said(section),
            Some(ChapterContents::Measures) if under == Under::NoMeasures => Vec::new(),
            Some(heads) => headed(data, section, heads),
        };
        if !shown.is_empty() || heads(&all, at) == Some(ChapterContents::Others) {
            blocks.push(Block::heading(name));
            blocks.extend(shown);
        }
    }
    blocks
}

/// Returns the text of a chapter itself.
fn said(section: &Section) -> Vec<Block> {
    let mut blocks = Vec::new();
    let text = |text: &str| (!text.trim().is_empty()).then(|| Block::body(text.to_owned()));
    blocks.extend(text(&section.text));
    for point in &section.points {
        blocks.push(Block::label(words::numbered(&point.number, &point.title)));
        blocks.extend(text(&point.text));
    }
    blocks
}

/// Returns the contents under a chapter that is only a heading.
fn headed(data: &ReportData, section: &Section, heads: ChapterContents) -> Vec<Block> {
    let frameworks = data.strategy.frameworks.sorted().into_iter();
    let named = frameworks.filter(|f| f.title.trim() == section.title.trim());
    let viewed: Vec<Block> = named
        .flat_map(|framework| viewed(data, framework))
        .collect();
    if !viewed.is_empty() {
        return viewed;
    }
    match heads {
        ChapterContents::Measures => outline::goals(data),
        ChapterContents::Goals => goals_listed(data),
        ChapterContents::Others | ChapterContents::Nothing => Vec::new(),
    }
}

/// Returns the goals: crossing goals in a table with the basic goals, otherwise all goals one below the other.
fn goals_listed(data: &ReportData) -> Vec<Block> {
    if let Some(table) = across(data) {
        return vec![Block::Table(table)];
    }
    let goals = data.strategy.goals.sorted().into_iter();
    let goals: Vec<String> = goals.map(|goal| data.goal(goal.id)).collect();
    match goals.is_empty() {
        true => Vec::new(),
        false => vec![Block::body(goals.join("\n"))],
    }
}

/// Returns a chapter with its points as one text.
pub fn text_of(section: &Section) -> String {
    let points = section.points.iter().map(|point| {
        let name = words::numbered(&point.number, &point.title);
        words::point(&name, point.text.trim())
    });
    let text = Some(section.text.trim().to_owned()).filter(|text| !text.is_empty());
    let all: Vec<_> = text.into_iter().chain(points).collect();
    all.join("\n")
}
