//! 総括表: every measure with its rating and its money, one line each.

use super::report_data::ReportData;
use ::words::{paper as words, plan, review};
use format::document::{Block, Cell, Column, Row};
use insight::money::Scope;
use insight::sheets::sheet_of;
use strategy::*;

/// Halves of a sheet that are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Halves {
    /// 実績と評価.
    pub done: bool,
    /// 計画.
    pub planned: bool,
}

/// One side that is printed, and the year of its money.
type PrintedSummary = (Side, FiscalYear);

/// Returns the table that precedes the sheets.
pub fn summary(data: &ReportData, halves: Halves) -> Vec<Block> {
    let sides: Vec<PrintedSummary> = [
        (halves.done, Side::Done, data.edition.previous()),
        (halves.planned, Side::Planned, data.edition),
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
    for goal in data.strategy.goals.sorted() {
        rows.push(Row::group(data.goal(goal.id), columns.len()));
        let measures = data.strategy.measures_of(goal.id);
        rows.extend(measures.iter().filter_map(|m| row(data, &sides, halves, m)));
        let label = words::total_of(&data.numbers.goal(goal.id), goal.kind);
        rows.push(total(data, &sides, halves, label, Scope::Goal(goal.id)));
    }
    let whole = words::whole_label().to_owned();
    rows.push(total(data, &sides, halves, whole, Scope::All));
    let outside = sides.iter().filter_map(|(side, year)| {
        let outside = plan::outside(&data.ledger(*side).total(Scope::All))?;
        Some(Block::body(words::money_of_year(*year, *side, &outside)))
    });
    let mut blocks = vec![
        Block::title(words::summary(data.edition, halves.done, halves.planned)),
        Block::body(words::net_note()),
        Block::table(columns, rows),
    ];
    blocks.extend(outside);
    blocks
}

fn row(
    data: &ReportData,
    sides: &[PrintedSummary],
    halves: Halves,
    measure: &Measure,
) -> Option<Row> {
    let sheet = sheet_of(data.strategy, measure.id, data.edition)?;
    let sheet = data.strategy.get(sheet)?;
    let mut cells = vec![Cell::from(data.measure(measure))];
    if halves.done {
        cells.push(sheet.rating.clone().into());
    }
    cells.extend(money(data, sides, Scope::Sheet(sheet.id)));
    Some(Row::all(cells))
}

fn total(
    data: &ReportData,
    sides: &[PrintedSummary],
    halves: Halves,
    label: String,
    scope: Scope,
) -> Row {
    let mut cells = vec![Cell::from(label)];
    cells[0].more = usize::from(halves.done);
    cells.extend(money(data, sides, scope));
    Row::total(cells)
}

/// Returns 計 and 純計 of each side.
fn money<'a>(
    data: &'a ReportData<'a>,
    sides: &'a [PrintedSummary],
    scope: Scope,
) -> impl Iterator<Item = Cell> + 'a {
    sides.iter().flat_map(move |(side, _)| {
        let total = data.ledger(*side).total(scope);
        [total.amount(), total.net_amount()].map(|n| Cell::from(plan::total_amount(n)))
    })
}
