//! Sheets of 評価 that a section is asked to fill in and that the plan has not.

use std::collections::BTreeSet;

use ::words::{YearForms, hands as words, marks};
use insight::{Numbers, evaluation_year};
use strategy::*;

/// Number of measures that a warning names.
const NAMED: usize = 5;

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
    let measures = strategy.measures_in_order().into_iter();
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

/// Returns a warning for each year with missing sheets in any of the parts (P37). It names each measure once.
pub fn missing_review_warnings(
    s: &Strategy,
    parts: &[HandedPart],
    today: FiscalYear,
) -> Vec<String> {
    let mut missing: Vec<MissingReviews> = parts
        .iter()
        .flat_map(|part| missing_reviews(s, part, today))
        .collect();
    sort::by_key(&mut missing, |one| one.year);
    let numbers = Numbers::of(s);
    let measures = s.measures_in_order();
    let of_year = |all: &[MissingReviews]| {
        let is_missing = |id: Id<Measure>| all.iter().any(|one| one.measures.contains(&id));
        let ids: Vec<Id<Measure>> = measures
            .iter()
            .map(|one| one.id)
            .filter(|id| is_missing(*id))
            .collect();
        let named = ids.iter().take(NAMED);
        let mut names: Vec<String> = named.map(|id| numbers.code_of(*id)).collect();
        if ids.len() > NAMED {
            names.push(words::missing_more(ids.len() - NAMED));
        }
        let year = all.first().map(|one| one.year.short()).unwrap_or_default();
        words::missing_reviews(year, ids.len(), names.join(marks::list()))
    };
    missing
        .chunk_by(|one, other| one.year == other.year)
        .map(of_year)
        .collect()
}
