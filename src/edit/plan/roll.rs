//! 次年度へ送る: next year's sheets out of this year's.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{empty_line, empty_sheet, put_line, put_sheet};
use crate::{Draft, Edit, EditLabel, Operation, Refusal};
use strategy::*;

/// Makes the next year's sheet of every measure that has one for `from` and none for the year after,
/// in one edit (E21). What was planned stands under 実績, its 決算額 still to be entered; what does
/// not end stays planned, with the budgets and the 方向性 already given for the years to come.
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
        if sheets.iter().any(|s| s.year == next) {
            continue;
        }
        made = true;
        let new = Sheet {
            outline: sheet.outline.clone(),
            ..empty_sheet(Id::new(number()), sheet.measure, next)
        };
        let id = new.id;
        put_sheet(&mut draft, new)?;
        let planned = lines.under(sheet.id).iter();
        for line in planned.filter(|l| l.side == Side::Planned) {
            put_line(&mut draft, done(line, Id::new(number()), id), usize::MAX)?;
            if !line.courses.get(&next).is_some_and(Course::ends) {
                let on = carried(line, Id::new(number()), id, next);
                put_line(&mut draft, on, usize::MAX)?;
            }
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

/// The line of 実績 for what was planned.
fn done(line: &Arc<Line>, id: Id<Line>, sheet: Id<Sheet>) -> Line {
    Line {
        initiative: line.initiative,
        funding: line.funding,
        marks: line.marks.clone(),
        ..empty_line(id, sheet, Side::Done, &line.title)
    }
}

/// The line planned on: no longer 新規, with what is already said of the years from `first` on.
fn carried(line: &Arc<Line>, id: Id<Line>, sheet: Id<Sheet>, first: FiscalYear) -> Line {
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
