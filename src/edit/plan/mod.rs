//! Changing the 実施計画: its sheets and their lines, typed money, and the yearly round.

mod cell;
mod closed;
mod closing;
mod reprise;
mod roll;
mod typed;

pub use cell::read_money;
pub use closed::{closed, closed_years, refuse_closed};
pub use closing::{close_year, reopen_year};
pub use reprise::{add_work, set_reprise};
pub use roll::{add_sheet, add_sheets, roll};
pub use typed::{
    LineCell, MoneyCell, Unwritten, Written, set_money, write_cells, write_cells_with_lines,
};

use std::collections::BTreeMap;

use super::{Draft, Edit, EditLabel, Field, Operation, Refusal};
use strategy::*;

/// A sheet with nothing on it yet.
pub fn empty_sheet(id: Id<Sheet>, measure: Id<Measure>, year: FiscalYear) -> Sheet {
    Sheet {
        id,
        measure,
        order: Order::nth(0),
        year,
        ..Default::default()
    }
}

/// A line with nothing but its name.
pub fn empty_line(id: Id<Line>, sheet: Id<Sheet>, side: Side, title: &str) -> Line {
    Line {
        id,
        sheet,
        order: Order::nth(0),
        side,
        title: title.to_owned(),
        ..Default::default()
    }
}

/// Puts a sheet among those of its measure, by year.
fn put_sheet(draft: &mut Draft, mut sheet: Sheet) -> Result<(), Refusal> {
    let there = draft.strategy().sheets.under(sheet.measure);
    if there.iter().any(|s| s.year == sheet.year) {
        return Err(Refusal::SheetThere(sheet.year));
    }
    let index = there.iter().filter(|s| s.year < sheet.year).count();
    draft.place(&mut sheet, index);
    draft.add(sheet)
}

/// Adds a line at `index` among those of its side. A line about an initiative takes its name, when
/// none is given, and its marks.
pub fn add_line(
    strategy: &Strategy,
    mut line: Line,
    initiative: Option<Id<Initiative>>,
    index: usize,
) -> Result<Edit, Refusal> {
    strategy.get(line.sheet).ok_or(Refusal::NotThere)?;
    if let Some(id) = initiative {
        let of = strategy.get(id).ok_or(Refusal::NotThere)?;
        if line.title.is_empty() {
            line.title = of.title.clone();
        }
        line.initiative = Some(id);
        line.marks = marks_of(of);
    }
    let label = EditLabel::to::<Line>(Operation::Add, line.title.clone());
    let mut draft = Draft::new(strategy);
    put_line(&mut draft, line, index)?;
    draft.finish(label)
}

fn marks_of(initiative: &Initiative) -> Vec<Mark> {
    let reprise = initiative.reprise.as_ref().map(|_| "【再掲】");
    let new = initiative.new.then_some("【新規】");
    let words = reprise.into_iter().chain(new);
    words.map(|word| Mark(word.to_owned())).collect()
}

/// Puts a line at `index` among those of its sheet and side.
fn put_line(draft: &mut Draft, mut line: Line, index: usize) -> Result<(), Refusal> {
    draft.place(&mut line, index);
    draft.add(line)
}

/// Moves a line to `index` among those of its side.
pub fn shift_line(strategy: &Strategy, id: Id<Line>, index: usize) -> Result<Edit, Refusal> {
    super::shift(strategy, id, index)
}

/// Sets the 決算額 of a line of 実績 from typed text; an empty text takes it away.
pub fn set_settled(strategy: &Strategy, id: Id<Line>, text: &str) -> Result<Edit, Refusal> {
    let money = read_money(text)?;
    on_side(strategy, id, Side::Done)?;
    change(strategy, id, Field::Settled, |line| line.settled = money)
}

/// Sets the 予算額 of a planned line for a year from typed text; an empty text takes it away.
pub fn set_budget(
    strategy: &Strategy,
    id: Id<Line>,
    year: FiscalYear,
    text: &str,
) -> Result<Edit, Refusal> {
    let money = read_money(text)?;
    in_plan(strategy, id, year)?;
    change(strategy, id, Field::Budget(year), |line| {
        put(&mut line.budgets, year, money);
    })
}

/// Sets the 方向性 of a planned line for a year; an empty text takes it away.
pub fn set_course(
    strategy: &Strategy,
    id: Id<Line>,
    year: FiscalYear,
    text: &str,
) -> Result<Edit, Refusal> {
    in_plan(strategy, id, year)?;
    let text = text.trim();
    let course = (!text.is_empty()).then(|| Course(text.to_owned()));
    change(strategy, id, Field::Course(year), |line| {
        put(&mut line.courses, year, course);
    })
}

fn put<T>(row: &mut BTreeMap<FiscalYear, T>, year: FiscalYear, value: Option<T>) {
    match value {
        Some(value) => row.insert(year, value),
        None => row.remove(&year),
    };
}

/// Changes one field of one line.
fn change(
    strategy: &Strategy,
    id: Id<Line>,
    field: Field,
    change: impl FnOnce(&mut Line),
) -> Result<Edit, Refusal> {
    super::set(strategy, id, field, change)
}

fn on_side(strategy: &Strategy, id: Id<Line>, side: Side) -> Result<&Line, Refusal> {
    let line = strategy.get(id).ok_or(Refusal::NotThere)?;
    if line.side == side {
        return Ok(line);
    }
    Err(match line.side {
        Side::Done => Refusal::PlannedInDone,
        Side::Planned => Refusal::DoneInPlanned,
    })
}

/// A planned line, in a year that its sheet plans.
fn in_plan(strategy: &Strategy, id: Id<Line>, year: FiscalYear) -> Result<(), Refusal> {
    let line = on_side(strategy, id, Side::Planned)?;
    let sheet = strategy.get(line.sheet).ok_or(Refusal::NotThere)?;
    if year >= sheet.year {
        return Ok(());
    }
    let sheet = sheet.year;
    Err(Refusal::BeforeSheet { sheet, year })
}
