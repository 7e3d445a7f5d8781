//! 体系図: goals with their 方向性, headings, measures with theirs, and initiatives, goal by goal.

use super::layout::Paper;
use super::report_data::ReportData;
use ::words::paper as words;
use format::document::{Block, Cell, Column, First, Row, Table};
use insight::tree::{Branch, tree};
use strategy::*;

/// Returns the paper of the whole 体系.
pub fn outline(data: &ReportData) -> Paper {
    let title = words::outline_title(&data.strategy.about().title);
    let mut blocks = vec![Block::title(title)];
    blocks.extend(goals(data));
    if blocks.len() == 1 {
        blocks.push(Block::body(words::no_goals()));
    }
    Paper::new(vec![blocks], false, data.scale)
}

/// Returns a heading and a table for each goal.
pub fn goals(data: &ReportData) -> Vec<Block> {
    let goals = tree(data.strategy);
    goals.iter().flat_map(|goal| of_goal(data, goal)).collect()
}

fn of_goal(data: &ReportData, branch: &Branch) -> Vec<Block> {
    let id = Id::<Goal>::new(branch.record.number);
    let Some(goal) = data.strategy.get(id) else {
        return Vec::new();
    };
    let mut blocks = vec![Block::heading(data.goal(id))];
    let about = [
        words::subtitle(&goal.subtitle),
        goal.direction.trim().to_owned(),
    ];
    let about: Vec<_> = about.into_iter().filter(|text| !text.is_empty()).collect();
    if !about.is_empty() {
        blocks.push(Block::body(about.join("\n")));
    }
    if !branch.branches.is_empty() {
        blocks.push(Block::Table(table(data, branch)));
    }
    blocks
}

fn table(data: &ReportData, goal: &Branch) -> Table {
    let mut rows = Vec::new();
    for branch in &goal.branches {
        match branch.record.kind {
            Kind::Division => {
                let name = words::numbered(&branch.number, &branch.title);
                rows.push(Row::group(name, 2));
                rows.extend(branch.branches.iter().map(|m| measure(data, m)));
            }
            _ => rows.push(measure(data, branch)),
        }
    }
    Table {
        columns: vec![
            Column::text(words::measure_and_way(), 84),
            Column::text(words::initiatives(), 0),
        ],
        rows,
        first: First::Name,
        ..Table::default()
    }
}

fn measure(data: &ReportData, branch: &Branch) -> Row {
    let under = branch.branches.iter();
    let initiatives: Vec<_> = under
        .map(|i| words::numbered(&i.number, &i.title))
        .collect();
    let measure = data.strategy.get(Id::<Measure>::new(branch.record.number));
    let way = measure.map(|m| m.direction.clone()).unwrap_or_default();
    let name = words::numbered(&branch.number, &branch.title);
    Row::of([Cell::noted(name, way), initiatives.join("\n").into()])
}
