//! 横断的な目標 beside the basic goals that each of them crosses.

use super::report_data::ReportData;
use ::words::paper as words;
use format::document::{Cell, Column, Row, Table, TableForm};
use strategy::*;

/// Returns a table in which each crossing goal stretches under all basic goals. `None` if a kind is missing, or if there are
/// more than six basic goals.
pub fn across(data: &ReportData) -> Option<Table> {
    let goals = data.strategy.goals.sorted();
    let of_kind = |kind: GoalKind| goals.iter().filter(move |goal| goal.kind == kind);
    let (basic, crossing) = (of_kind(GoalKind::Basic), of_kind(GoalKind::CrossCutting));
    let (basic, crossing): (Vec<_>, Vec<_>) = (basic.collect(), crossing.collect());
    if crossing.is_empty() || basic.is_empty() || basic.len() > 6 {
        return None;
    }
    let name = |goal: &Goal| words::goal_number(goal.kind, &data.numbers.goal(goal.id));
    let mut columns = vec![Column::text("", 30)];
    columns.extend(basic.iter().map(|goal| Column::text(name(goal), 0)));
    let mut titles = vec![Cell::default()];
    titles.extend(basic.iter().map(|goal| Cell::from(goal.title.as_str())));
    let mut rows = vec![Row::all(titles)];
    rows.extend(crossing.iter().map(|goal| {
        let title = Cell {
            more: basic.len() - 1,
            ..Cell::from(goal.title.as_str())
        };
        Row::all(vec![name(goal).into(), title])
    }));
    Some(Table {
        columns,
        rows,
        form: TableForm::Crossing,
        ..Table::default()
    })
}
