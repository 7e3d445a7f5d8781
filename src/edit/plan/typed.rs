//! Typed cells of money, wherever on a sheet they stand.

use std::collections::BTreeMap;

use super::{read_money, set_budget, set_course, set_settled};
use crate::{Draft, Edit, EditLabel, Field, Operation, Refusal};
use strategy::*;

/// A cell that takes an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MoneyCell {
    /// 決算額 of a line of 実績.
    Settled(Id<Line>),
    /// 予算額 of a planned line for a year.
    Budget(Id<Line>, FiscalYear),
    /// A part of a line's 財源内訳.
    Fund(Id<Line>, FundSource),
    /// 印刷された計 of one side of a sheet.
    Printed(Id<Sheet>, Side),
}

impl MoneyCell {
    /// The line it is on; `None`: it is of the sheet as a whole.
    pub fn line(self) -> Option<Id<Line>> {
        match self {
            MoneyCell::Settled(id) | MoneyCell::Budget(id, _) | MoneyCell::Fund(id, _) => Some(id),
            MoneyCell::Printed(..) => None,
        }
    }

    /// Returns its amount.
    pub fn of(self, strategy: &Strategy) -> Option<Money> {
        match self {
            MoneyCell::Settled(id) => strategy.get(id)?.settled.clone(),
            MoneyCell::Budget(id, year) => strategy.get(id)?.budgets.get(&year).cloned(),
            MoneyCell::Fund(id, source) => {
                let mut funds = strategy.get(id)?.funds.iter();
                let fund = funds.find(|fund| fund.source == source)?;
                Some(Money::Thousand(fund.amount))
            }
            MoneyCell::Printed(id, side) => {
                let sheet = strategy.get(id)?;
                let printed = match side {
                    Side::Done => sheet.printed_settled,
                    Side::Planned => sheet.printed_budget,
                };
                printed.map(Money::Thousand)
            }
        }
    }
}

/// Writes a typed text into a cell of money; an empty text empties it. What cannot be read is refused in words.
pub fn set_money(strategy: &Strategy, cell: MoneyCell, text: &str) -> Result<Edit, Refusal> {
    match cell {
        MoneyCell::Settled(id) => set_settled(strategy, id, text),
        MoneyCell::Budget(id, year) => set_budget(strategy, id, year, text),
        MoneyCell::Fund(id, source) => set_fund(strategy, id, source, text),
        MoneyCell::Printed(id, side) => set_printed(strategy, id, side, text),
    }
}

/// A number, or nothing for an empty text and a dash.
fn amount(text: &str) -> Result<Option<i64>, Refusal> {
    Ok(match read_money(text)? {
        Some(Money::Thousand(amount)) => Some(amount),
        Some(Money::Blank(_)) | None => None,
    })
}

fn set_fund(
    strategy: &Strategy,
    id: Id<Line>,
    source: FundSource,
    text: &str,
) -> Result<Edit, Refusal> {
    let amount = amount(text)?;
    super::change(strategy, id, Field::Funds, |line| {
        line.funds.retain(|fund| fund.source != source);
        line.funds
            .extend(amount.map(|amount| Fund { source, amount }));
        sort::by_key(&mut line.funds, |fund| fund.source);
    })
}

fn set_printed(
    strategy: &Strategy,
    id: Id<Sheet>,
    side: Side,
    text: &str,
) -> Result<Edit, Refusal> {
    let amount = amount(text)?;
    crate::set(strategy, id, Field::PrintedTotal, |sheet| match side {
        Side::Done => sheet.printed_settled = amount,
        Side::Planned => sheet.printed_budget = amount,
    })
}

/// A cell of a line that takes a typed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineCell {
    /// An amount.
    Money(MoneyCell),
    /// 方向性 of a planned line for a year.
    Course(Id<Line>, FiscalYear),
}

/// A cell that was not written, the text that was to be, and why not.
#[derive(Debug, Clone, PartialEq)]
pub struct Unwritten {
    /// The cell.
    pub cell: LineCell,
    /// The text, as it came.
    pub text: String,
    /// Why it was not written.
    pub why: Refusal,
}

/// Result of writing many cells of lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The edit, or why there is none.
    pub edit: Result<Edit, Refusal>,
    /// Number of changed cells.
    pub changed: usize,
    /// Closed years, with the number of their cells that were left as they were.
    pub closed: BTreeMap<FiscalYear, usize>,
    /// Cells left as they were because their text cannot be read.
    pub unwritten: Vec<Unwritten>,
}

/// Writes many cells of the lines in one edit (E23, E74): what can be read is written, cells of closed years stay, the rest
/// is given back. `act` names the step by how many cells changed.
pub fn write_cells(
    strategy: &Strategy,
    cells: &[(LineCell, String)],
    act: fn(usize) -> Operation,
) -> Written {
    write_in(Draft::new(strategy), cells, act)
}

/// The same, after lines were added to their sheets, last of their side: one edit (E95).
pub fn write_cells_with_lines(
    strategy: &Strategy,
    added: Vec<Line>,
    cells: &[(LineCell, String)],
    act: fn(usize) -> Operation,
) -> Written {
    let mut draft = Draft::new(strategy);
    let put = |line| super::put_line(&mut draft, line, usize::MAX);
    match added.into_iter().try_for_each(put) {
        Ok(()) => write_in(draft, cells, act),
        Err(why) => Written {
            edit: Err(why),
            changed: 0,
            closed: BTreeMap::new(),
            unwritten: Vec::new(),
        },
    }
}

/// Writes many cells into a draft, and makes it the edit.
fn write_in(
    mut draft: Draft,
    cells: &[(LineCell, String)],
    act: fn(usize) -> Operation,
) -> Written {
    let (mut unwritten, mut closed) = (Vec::new(), BTreeMap::new());
    let mut changed = 0;
    for (cell, text) in cells {
        let edit = match *cell {
            LineCell::Money(money) => set_money(draft.strategy(), money, text),
            LineCell::Course(id, year) => set_course(draft.strategy(), id, year, text),
        };
        let put = edit.and_then(|edit| {
            let line = edit.changes.lines.into_values().find_map(|step| step.to);
            let line = line.ok_or(Refusal::WrongPlace)?;
            draft.put(Line::clone(&line));
            Ok(())
        });
        match put {
            Ok(()) => changed += 1,
            Err(Refusal::Nothing) => {}
            Err(Refusal::Closed(year)) => *closed.entry(year).or_default() += 1,
            Err(why) => unwritten.push(Unwritten {
                cell: *cell,
                text: text.clone(),
                why,
            }),
        }
    }
    Written {
        edit: draft.finish(EditLabel::to_all(act(changed))),
        changed,
        closed,
        unwritten,
    }
}
