//! 体系図: goals, headings, measures and initiatives, goal by goal.

use super::facts::Facts;
use super::form::{Block, Column, Paper, Row, Table};
use crate::insight::tree::{Branch, tree};
use crate::locale::paper as words;
use crate::strategy::*;

/// A table a goal, whose head stands again on every page.
pub fn outline(facts: &Facts) -> Paper {
    let mut blocks = vec![Block::Title(words::outline_title(
        &facts.strategy.about().title,
    ))];
    blocks.extend(
        tree(facts.strategy)
            .iter()
            .map(|goal| Block::Table(table(facts, goal))),
    );
    if blocks.len() == 1 {
        blocks.push(Block::Text(words::NO_GOALS.to_owned()));
    }
    Paper {
        wide: false,
        leaves: vec![blocks.into()],
    }
}

fn table(facts: &Facts, goal: &Branch) -> Table {
    let mut rows = Vec::new();
    for branch in &goal.branches {
        match branch.record.kind {
            Kind::Division => {
                rows.push(Row::group(
                    words::numbered(&branch.number, &branch.title),
                    2,
                ));
                rows.extend(branch.branches.iter().map(measure));
            }
            _ => rows.push(measure(branch)),
        }
    }
    Table {
        class: "outline-form",
        columns: vec![
            Column::text(facts.goal(Id::new(goal.record.number)), 68),
            Column::text(words::holds(goal.measures, goal.initiatives), 0),
        ],
        rows,
    }
}

fn measure(branch: &Branch) -> Row {
    let under = branch.branches.iter();
    let initiatives: Vec<_> = under
        .map(|i| words::numbered(&i.number, &i.title))
        .collect();
    Row::of([
        words::numbered(&branch.number, &branch.title).into(),
        initiatives.join("\n").into(),
    ])
}
