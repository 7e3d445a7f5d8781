//! 総括表: every measure with its rating and its money, one line each.

use super::facts::Facts;
use super::form::{Block, Cell, Column, Row, Table};
use crate::insight::money::Scope;
use crate::insight::sheets::sheet_of;
use crate::strategy::*;
use crate::words::{paper as words, plan, review};

/// Which halves of a sheet are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Halves {
    /// 実績と評価.
    pub done: bool,
    /// 計画.
    pub planned: bool,
}

/// One side that is printed, and the year of its money.
type Printed = (Side, FiscalYear);

/// The table before all the sheets.
pub fn summary(facts: &Facts, halves: Halves) -> Vec<Block> {
    let sides: Vec<Printed> = [
        (halves.done, Side::Done, facts.edition.previous()),
        (halves.planned, Side::Planned, facts.edition),
    ]
    .into_iter()
    .filter_map(|(is_printed, side, year)| is_printed.then_some((side, year)))
    .collect();
    let mut columns = vec![Column::text(words::measure_column(), 0)];
    if halves.done {
        columns.push(Column::text(review::rating(), 16));
    }
    for (side, year) in &sides {
        let head = match side {
            Side::Done => words::settled(*year),
            Side::Planned => words::budget(*year),
        };
        columns.push(Column::number(words::net(&head), 27));
        columns.insert(columns.len() - 1, Column::number(head, 25));
    }
    let mut rows = Vec::new();
    for goal in facts.strategy.goals.sorted() {
        rows.push(Row::group(facts.goal(goal.id), columns.len()));
        let measures = facts.strategy.measures_of(goal.id);
        rows.extend(
            measures
                .iter()
                .filter_map(|m| row(facts, &sides, halves, m)),
        );
        let label = words::total_of(&facts.numbers.goal(goal.id), goal.kind);
        rows.push(total(facts, &sides, halves, label, Scope::Goal(goal.id)));
    }
    let whole = words::whole_label().to_owned();
    rows.push(total(facts, &sides, halves, whole, Scope::All));
    let outside = sides.iter().filter_map(|(side, year)| {
        let told = plan::outside(&facts.ledger(*side).total(Scope::All))?;
        Some(Block::Text(words::money_of_year(*year, *side, &told)))
    });
    let mut blocks = vec![
        Block::Title(words::summary(facts.edition, halves.done, halves.planned)),
        Block::Text(words::net_note().to_owned()),
        Block::Table(Table {
            class: "",
            columns,
            rows,
        }),
    ];
    blocks.extend(outside);
    blocks
}

fn row(facts: &Facts, sides: &[Printed], halves: Halves, measure: &Measure) -> Option<Row> {
    let sheet = sheet_of(facts.strategy, measure.id, facts.edition)?;
    let sheet = facts.strategy.get(sheet)?;
    let mut cells = vec![Cell::from(facts.measure(measure))];
    if halves.done {
        cells.push(sheet.rating.clone().into());
    }
    cells.extend(money(facts, sides, Scope::Sheet(sheet.id)));
    Some(Row::all(cells))
}

fn total(facts: &Facts, sides: &[Printed], halves: Halves, label: String, scope: Scope) -> Row {
    let mut cells = vec![Cell::from(label)];
    cells[0].more = usize::from(halves.done);
    cells.extend(money(facts, sides, scope));
    Row::total(cells)
}

/// 計 and 純計 of each side.
fn money<'a>(
    facts: &'a Facts<'a>,
    sides: &'a [Printed],
    scope: Scope,
) -> impl Iterator<Item = Cell> + 'a {
    sides.iter().flat_map(move |(side, _)| {
        let total = facts.ledger(*side).total(scope);
        [total.amount(), total.net_amount()].map(|n| Cell::from(plan::amount(n)))
    })
}
