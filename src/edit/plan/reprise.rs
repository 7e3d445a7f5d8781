//! 再掲 on a sheet: a line that repeats another measure's, and a new line with its initiative.

use super::add_line;
use crate::{Draft, Edit, EditLabel, Field, Operation, Refusal};
use strategy::*;

/// The mark a repeated line is printed with.
const REPRISE: &str = "【再掲】";

/// Adds a line and the initiative it is about, last on its side of the sheet.
pub fn add_work(strategy: &Strategy, id: Id<Initiative>, line: Line) -> Result<Edit, Refusal> {
    let sheet = strategy.get(line.sheet).ok_or(Refusal::NotThere)?;
    let made = crate::add(
        strategy,
        own_initiative(id, sheet.measure, &line.title),
        usize::MAX,
    )?;
    let mut with = strategy.clone();
    // The edit was made for this very strategy.
    made.apply(&mut with).map_err(|_| Refusal::NotThere)?;
    let line = add_line(&with, line, Some(id), usize::MAX)?;
    Ok(Edit {
        label: line.label.clone(),
        ..made.squash(line)
    })
}

fn own_initiative(id: Id<Initiative>, measure: Id<Measure>, title: &str) -> Initiative {
    Initiative {
        id,
        measure,
        title: title.to_owned(),
        ..Default::default()
    }
}

/// Says what a line repeats, or, with `None`, that it repeats nothing. Its initiative under the sheet's own
/// measure says the same; where it has none, `fresh` becomes one. A planned line without money takes the
/// original's. Two that repeat each other are refused (E10).
pub fn set_reprise(
    strategy: &Strategy,
    id: Id<Line>,
    reprise: Option<Reprise>,
    fresh: Id<Initiative>,
) -> Result<Edit, Refusal> {
    let line = strategy.get(id).ok_or(Refusal::NotThere)?;
    let sheet = strategy.get(line.sheet).ok_or(Refusal::NotThere)?;
    let own = line.initiative.filter(|own| {
        strategy
            .get(*own)
            .is_some_and(|i| i.measure == sheet.measure)
    });
    let mut draft = Draft::new(strategy);
    let initiative = match own {
        Some(own) => own,
        None => {
            let mut initiative = own_initiative(fresh, sheet.measure, &line.title);
            draft.place(&mut initiative, usize::MAX);
            draft.add(initiative)?;
            fresh
        }
    };
    draft.update(initiative, |i| i.reprise = reprise.clone())?;
    let money = match &reprise {
        Some(Reprise::Of(original)) => line_of(strategy, *original, line, sheet.year),
        _ => None,
    };
    draft.update(id, |line| {
        line.initiative = Some(initiative);
        line.marks.retain(|mark| !mark.is_reprise());
        if reprise.is_some() {
            line.marks.insert(0, Mark(REPRISE.to_owned()));
        }
        if let Some(original) = money {
            take_money(line, original);
        }
    })?;
    let label = EditLabel::to::<Line>(Operation::Set(Field::Mark), line.title.clone());
    draft.finish(label)
}

/// A line that says nothing of money yet says what the original says.
fn take_money(line: &mut Line, original: &Line) {
    if line.settled.is_none() {
        line.settled.clone_from(&original.settled);
    }
    if line.budgets.is_empty() {
        line.budgets.clone_from(&original.budgets);
    }
    if line.courses.is_empty() {
        line.courses.clone_from(&original.courses);
    }
}

/// The original's line on the same side of a sheet of the same year.
fn line_of<'a>(
    strategy: &'a Strategy,
    original: Id<Initiative>,
    like: &Line,
    year: FiscalYear,
) -> Option<&'a Line> {
    let mut lines = strategy.lines.iter();
    let of_year = |line: &Line| strategy.get(line.sheet).is_some_and(|s| s.year == year);
    lines
        .find(|l| l.initiative == Some(original) && l.side == like.side && of_year(l))
        .map(AsRef::as_ref)
}
