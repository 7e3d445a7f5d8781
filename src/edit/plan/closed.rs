//! Keeping a closed year (年度の確定) as it is.
//!
//! Of a sheet, the half that judges (実績, 成果・課題, 評価, 意見, 改善点) is of the year before its
//! 計画初年度; the half that plans is of that year.

use std::collections::{BTreeMap, BTreeSet};

use super::super::change::{Changes, RecordChange};
use super::super::refusal::Refusal;
use strategy::*;

/// True if a year is closed: the last event about it closed it.
pub fn closed(strategy: &Strategy, year: FiscalYear) -> bool {
    closed_years(strategy).contains(&year)
}

/// The years that are closed.
pub fn closed_years(strategy: &Strategy) -> BTreeSet<FiscalYear> {
    let mut years = BTreeSet::new();
    for closing in &strategy.about().closings {
        match closing.act {
            ClosingAct::Closed => years.insert(closing.year),
            ClosingAct::Reopened => years.remove(&closing.year),
        };
    }
    years
}

/// Refuses changes that touch a closed year (E22): its sheets and their lines, its actuals, their
/// notes and ratings.
pub fn refuse_closed(strategy: &Strategy, changes: &Changes) -> Result<(), Refusal> {
    let closed = closed_years(strategy);
    if closed.is_empty() {
        return Ok(());
    }
    let touched = touched(strategy, changes);
    match touched.intersection(&closed).next() {
        Some(year) => Err(Refusal::Closed(*year)),
        None => Ok(()),
    }
}

/// The years that changes touch.
fn touched(strategy: &Strategy, changes: &Changes) -> BTreeSet<FiscalYear> {
    let mut years = BTreeSet::new();
    for step in changes.sheets.values() {
        sheet_years(step, &mut years);
    }
    for step in changes.lines.values() {
        line_years(strategy, changes, step, &mut years);
    }
    for step in changes.series.values() {
        let (from, to) = (step.from.as_deref(), step.to.as_deref());
        differing(from, to, |s| &s.actuals, &mut years);
        differing(from, to, |s| &s.notes, &mut years);
    }
    for step in changes.indicators.values() {
        let (from, to) = (step.from.as_deref(), step.to.as_deref());
        differing(from, to, |k| &k.ratings, &mut years);
    }
    years
}

fn sheet_years(step: &RecordChange<Sheet>, years: &mut BTreeSet<FiscalYear>) {
    let sides = [step.from.as_deref(), step.to.as_deref()];
    let [from, to] = sides.map(|sheet| sheet.map(plans));
    if from != to {
        years.extend(sides.iter().flatten().map(|sheet| sheet.year));
    }
    let [from, to] = sides.map(|sheet| sheet.and_then(judges));
    if from != to {
        years.extend(sides.iter().flatten().map(|sheet| sheet.year.previous()));
    }
}

/// The half of a sheet that plans, without its lines.
fn plans(sheet: &Sheet) -> impl PartialEq + '_ {
    (
        (sheet.measure, sheet.year),
        (&sheet.outline, &sheet.note, sheet.printed_budget),
    )
}

/// The half of a sheet that judges, without its lines; `None` while it says nothing.
fn judges(sheet: &Sheet) -> Option<impl PartialEq + '_> {
    let texts = [&sheet.results, &sheet.rating, &sheet.improvements];
    let silent = texts.iter().all(|text| text.is_empty())
        && sheet.opinions.is_empty()
        && sheet.printed_settled.is_none()
        && sheet.grant.is_none();
    let rest = (&sheet.opinions, sheet.printed_settled, &sheet.grant);
    (!silent).then_some(((sheet.measure, sheet.year), texts, rest))
}

fn line_years(
    strategy: &Strategy,
    changes: &Changes,
    step: &RecordChange<Line>,
    years: &mut BTreeSet<FiscalYear>,
) {
    if let (Some(from), Some(to)) = (&step.from, &step.to) {
        let moved = Line {
            order: to.order.clone(),
            ..Line::clone(from)
        };
        if moved == **to {
            return;
        }
    }
    for line in [&step.from, &step.to].into_iter().flatten() {
        let changed = changes.sheets.get(&line.sheet);
        let changed = changed.and_then(|s| s.to.as_ref().or(s.from.as_ref()));
        if let Some(sheet) = strategy.get(line.sheet).or(changed) {
            years.insert(match line.side {
                Side::Done => sheet.year.previous(),
                Side::Planned => sheet.year,
            });
        }
    }
}

/// The years whose entries differ.
fn differing<T, V: PartialEq>(
    from: Option<&T>,
    to: Option<&T>,
    row: impl Fn(&T) -> &BTreeMap<FiscalYear, V>,
    years: &mut BTreeSet<FiscalYear>,
) {
    let (from, to) = (from.map(&row), to.map(&row));
    for year in from.iter().chain(&to).flat_map(|row| row.keys()) {
        if from.and_then(|row| row.get(year)) != to.and_then(|row| row.get(year)) {
            years.insert(*year);
        }
    }
}
