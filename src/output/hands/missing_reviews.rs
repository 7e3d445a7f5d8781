//! Sheets of 評価 that a section is asked to fill in and that the plan has not.

use std::collections::BTreeSet;

use insight::evaluation_year;
use strategy::*;

/// Measures of a part without the sheet of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingReviews {
    /// The year to be judged.
    pub year: FiscalYear,
    /// The measures, in the order of the plan.
    pub measures: Vec<Id<Measure>>,
}

/// Returns the measures of a part whose 評価 is asked for and that have no sheet for it, by year (P37). Only years that have
/// ended are judged; a part of all years is looked at in the year that is judged now.
pub fn missing_reviews(
    strategy: &Strategy,
    part: &HandedPart,
    today: FiscalYear,
) -> Vec<MissingReviews> {
    if !part.work.is_empty() && !part.work.contains(&Work::Reviews) {
        return Vec::new();
    }
    let years: BTreeSet<FiscalYear> = match part.years.is_empty() {
        true => BTreeSet::from([evaluation_year(strategy, today)]),
        false => part.years.iter().copied().collect(),
    };
    let given: BTreeSet<&str> = part.records.iter().map(String::as_str).collect();
    let goals = strategy.goals.sorted().into_iter();
    let measures = goals.flat_map(|goal| strategy.measures_of(goal.id));
    let measures: Vec<Id<Measure>> = measures
        .map(|one| one.id)
        .filter(|id| given.contains(&*id.to_string()))
        .collect();
    let missing = |year: FiscalYear| {
        let judges = |id: Id<Measure>| {
            let sheets = strategy.sheets.under(id).into_iter();
            sheets
                .map(|sheet| sheet.year.previous())
                .any(|of| of == year)
        };
        MissingReviews {
            year,
            measures: measures.iter().copied().filter(|id| !judges(*id)).collect(),
        }
    };
    let all = years.into_iter().filter(|year| *year < today).map(missing);
    all.filter(|one| !one.measures.is_empty()).collect()
}
