//! The sheets of a year out of those of the year before: 次年度へ送る, and the sheet of one measure.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{closed, empty_line, empty_sheet, marks_of, put_line, put_sheet};
use crate::{Draft, Edit, EditLabel, Operation, Refusal};
use strategy::*;

/// Makes the next year's sheet of every measure that has one for `from` and none for the year after, and fills the
/// sheets of the year after that have no line, in one edit (E21). What was planned stands under 実績, its 決算額 still to
/// be entered; what does not end stays planned, with the budgets and the 方向性 already given for the years to come.
/// `number` gives the numbers of the new records.
pub fn roll(
    strategy: &Strategy,
    from: FiscalYear,
    number: &mut dyn FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let next = from.next();
    let sheets = strategy.sheets.by_parent();
    let lines = strategy.lines.by_parent();
    let mut draft = Draft::new(strategy);
    let (mut there, mut made) = (false, false);
    for sheets in sheets.iter() {
        let Some(sheet) = sheets.iter().find(|s| s.year == from) else {
            continue;
        };
        there = true;
        let planned = planned(lines.under(sheet.id));
        let id = match sheets.iter().find(|s| s.year == next) {
            Some(new) if planned.is_empty() || !lines.under(new.id).is_empty() => continue,
            Some(new) => new.id,
            None => begin(&mut draft, sheet, Id::new(number()))?,
        };
        made = true;
        for side in [Side::Done, Side::Planned] {
            carry(&mut draft, &planned, (id, next), side, number)?;
        }
    }
    if !there {
        return Err(Refusal::NoSheet(from));
    }
    if !made {
        return Err(Refusal::SheetsThere(next));
    }
    draft.finish(EditLabel::to_all(Operation::Roll(from)))
}

/// Adds the sheet of a measure for a year, among its sheets by year, with the lines of the plan of the year before, or without
/// such a plan with a line for each of its initiatives; a measure has one sheet a year. A side whose year is closed gets no line.
pub fn add_sheet(
    strategy: &Strategy,
    measure: Id<Measure>,
    year: FiscalYear,
    number: &mut dyn FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let title = strategy.get(measure).ok_or(Refusal::NotThere)?;
    let title = title.title.clone();
    let mut draft = Draft::new(strategy);
    begin_sheet(&mut draft, strategy, measure, year, number)?;
    draft.finish(EditLabel::to::<Sheet>(Operation::Add, title))
}

/// Adds the sheets of a year of all measures that have none, each as [`add_sheet`] does, in one edit.
pub fn add_sheets(
    strategy: &Strategy,
    year: FiscalYear,
    number: &mut dyn FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let sheets = strategy.sheets.by_parent();
    let mut draft = Draft::new(strategy);
    let mut made = false;
    for measure in strategy.measures_in_order() {
        let mut mine = sheets.under(measure.id).iter();
        if !mine.any(|sheet| sheet.year == year) {
            begin_sheet(&mut draft, strategy, measure.id, year, number)?;
            made = true;
        }
    }
    if !made {
        return Err(Refusal::SheetsThere(year));
    }
    draft.finish(EditLabel::to_all(Operation::Roll(year.previous())))
}

fn begin_sheet(
    draft: &mut Draft,
    strategy: &Strategy,
    measure: Id<Measure>,
    year: FiscalYear,
    number: &mut dyn FnMut() -> u64,
) -> Result<(), Refusal> {
    let before = strategy.sheets.under(measure);
    let before = before.iter().find(|sheet| sheet.year == year.previous());
    let id = Id::new(number());
    match before {
        None => put_sheet(draft, empty_sheet(id, measure, year))?,
        Some(sheet) => {
            begin(draft, sheet, id)?;
        }
    }
    for (side, of) in [(Side::Done, year.previous()), (Side::Planned, year)] {
        let lines = before.map(|sheet| strategy.lines.under(sheet.id));
        match lines {
            _ if closed(strategy, of) => {}
            Some(lines) => carry(draft, &planned(&lines), (id, year), side, number)?,
            // The plan has no works of years that are not its own.
            None if !strategy.about().period.contains(of) => {}
            None => put_initiatives(draft, strategy, measure, (id, side), number)?,
        }
    }
    Ok(())
}

/// Writes a line for each initiative of a measure onto one side of its sheet.
fn put_initiatives(
    draft: &mut Draft,
    strategy: &Strategy,
    measure: Id<Measure>,
    (sheet, side): (Id<Sheet>, Side),
    number: &mut dyn FnMut() -> u64,
) -> Result<(), Refusal> {
    for initiative in strategy.initiatives.under(measure) {
        let line = Line {
            initiative: Some(initiative.id),
            marks: marks_of(initiative),
            ..empty_line(Id::new(number()), sheet, side, &initiative.title)
        };
        put_line(draft, line, usize::MAX)?;
    }
    Ok(())
}

/// Adds the sheet of the year after to the sheet of a measure, without lines.
fn begin(draft: &mut Draft, sheet: &Sheet, id: Id<Sheet>) -> Result<Id<Sheet>, Refusal> {
    let new = Sheet {
        outline: sheet.outline.clone(),
        ..empty_sheet(id, sheet.measure, sheet.year.next())
    };
    put_sheet(draft, new)?;
    Ok(id)
}

/// The lines of a sheet that were planned.
fn planned<'a>(lines: &[&'a Arc<Line>]) -> Vec<&'a Line> {
    let planned = lines.iter().filter(|line| line.side == Side::Planned);
    planned.map(|line| &***line).collect()
}

/// Writes the lines of one side onto the sheet of a year, out of the plan of the year before.
fn carry(
    draft: &mut Draft,
    planned: &[&Line],
    (sheet, year): (Id<Sheet>, FiscalYear),
    side: Side,
    number: &mut dyn FnMut() -> u64,
) -> Result<(), Refusal> {
    for line in planned {
        let new = match side {
            Side::Done => done(line, Id::new(number()), sheet),
            Side::Planned if line.courses.get(&year).is_some_and(Course::ends) => continue,
            Side::Planned => carried(line, Id::new(number()), sheet, year),
        };
        put_line(draft, new, usize::MAX)?;
    }
    Ok(())
}

/// The line of 実績 for what was planned.
fn done(line: &Line, id: Id<Line>, sheet: Id<Sheet>) -> Line {
    Line {
        initiative: line.initiative,
        funding: line.funding,
        marks: line.marks.clone(),
        ..empty_line(id, sheet, Side::Done, &line.title)
    }
}

/// The line planned on: no longer 新規, with what is already said of the years from `first` on.
fn carried(line: &Line, id: Id<Line>, sheet: Id<Sheet>, first: FiscalYear) -> Line {
    Line {
        id,
        sheet,
        settled: None,
        budgets: from_year(&line.budgets, first),
        courses: from_year(&line.courses, first.next()),
        funds: Vec::new(),
        marks: line.marks.iter().filter(|m| !m.is_new()).cloned().collect(),
        ..Line::clone(line)
    }
}

fn from_year<T: Clone>(
    row: &BTreeMap<FiscalYear, T>,
    first: FiscalYear,
) -> BTreeMap<FiscalYear, T> {
    let rest = row.range(first..);
    sort::map(rest.map(|(year, value)| (*year, value.clone())))
}
