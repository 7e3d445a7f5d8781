//! Scope of a part: what somebody is asked to work on, and the test if a change lies within it.

use std::collections::BTreeSet;

use super::part::{Part, Spot};
use super::tree::parent;
use crate::plan::closed_years;
use strategy::record::{Held, Members};
use strategy::{AnyId, FiscalYear, Kind, Line, Sheet, Side, Strategy, Work};

/// 渡した範囲: what may be worked on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandedScope {
    /// Records, each with all that stands under it.
    pub records: BTreeSet<AnyId>,
    /// The years whose figures may be written; none: all of them.
    pub years: BTreeSet<FiscalYear>,
    /// Kinds of content that may be edited; none: all.
    pub work: BTreeSet<Work>,
}

impl HandedScope {
    /// True if a part of a record lies within the scope, by the place of the record on any of these sides (E51).
    pub fn holds(&self, sides: [&Strategy; 2], spot: Spot) -> bool {
        let stands = |side: &&Strategy| self.stands_under(side, spot.record);
        let year = year_of(sides, spot);
        let in_years = self.years.is_empty() || year.is_none_or(|year| self.years.contains(&year));
        let of_work = self.work.is_empty() || self.work.contains(&work_of(sides, spot));
        in_years
            && of_work
            && sides
                .iter()
                .filter(|side| spot.record.is_in(side))
                .all(stands)
    }

    /// True if a part of a record may be written: it lies within the scope, and its year is not closed (E51, E22).
    pub fn is_open(&self, strategy: &Strategy, spot: Spot) -> bool {
        self.holds([strategy, strategy], spot) && closed_by(strategy, spot).is_none()
    }

    fn stands_under(&self, side: &Strategy, id: AnyId) -> bool {
        let mut at = Some(id);
        while let Some(here) = at {
            if self.records.contains(&here) {
                return true;
            }
            at = parent(side, here);
        }
        false
    }
}

/// Returns the kind of work that a part of a record belongs to.
fn work_of(sides: [&Strategy; 2], spot: Spot) -> Work {
    let fields = spot.fields();
    let is_of = |names: &[&str]| {
        let mut fields = fields.iter();
        !fields.as_slice().is_empty() && fields.all(|field| names.contains(&field.name))
    };
    match spot.record.kind {
        Kind::Series if is_of(&["actuals", "notes"]) => Work::Actuals,
        Kind::Indicator if is_of(&["ratings", "next_release", "source"]) => Work::Actuals,
        Kind::Line => {
            let mut sides = sides.into_iter();
            match sides.find_map(|side| spot.record.find(side)).map(done) {
                Some(true) => Work::Reviews,
                _ => Work::Plans,
            }
        }
        Kind::Sheet if is_of(&[Sheet::outline.field.name, Sheet::printed_budget.field.name]) => {
            Work::Plans
        }
        Kind::Sheet if spot.part == Part::Whole => Work::Plans,
        Kind::Sheet => Work::Reviews,
        Kind::Initiative => Work::Plans,
        _ => Work::Texts,
    }
}

/// The year that a part tells of.
fn year_of(sides: [&Strategy; 2], spot: Spot) -> Option<FiscalYear> {
    if let Part::Year(_, year) = spot.part {
        return Some(year);
    }
    half_year(sides, spot)
}

/// Returns the year of the half of a sheet that a part belongs to: the half that judges is of the year before.
fn half_year(sides: [&Strategy; 2], spot: Spot) -> Option<FiscalYear> {
    let record = |id: AnyId| sides.into_iter().find_map(|side| id.find(side));
    match spot.record.kind {
        Kind::Sheet => {
            let year = year(record(spot.record)?)?;
            Some(match work_of(sides, spot) {
                Work::Reviews => year.previous(),
                _ => year,
            })
        }
        Kind::Line => {
            let sheet = sides
                .into_iter()
                .find_map(|side| parent(side, spot.record))?;
            let year = year(record(sheet)?)?;
            Some(match done(record(spot.record)?) {
                true => year.previous(),
                false => year,
            })
        }
        _ => None,
    }
}

/// Returns the closed year that a part belongs to.
fn closed_by(strategy: &Strategy, spot: Spot) -> Option<FiscalYear> {
    let year = match (spot.record.kind, spot.part) {
        (Kind::Series, Part::Year("actuals" | "notes", year)) => Some(year),
        (Kind::Indicator, Part::Year("ratings", year)) => Some(year),
        (Kind::Sheet | Kind::Line, _) => half_year([strategy, strategy], spot),
        _ => None,
    };
    year.filter(|year| closed_years(strategy).contains(year))
}

fn year(sheet: &dyn Members) -> Option<FiscalYear> {
    sheet
        .values()
        .into_iter()
        .find_map(|value| match value.held() {
            Held::Year(year) => Some(year),
            _ => None,
        })
}

fn done(line: &dyn Members) -> bool {
    let fields = line.fields().iter().zip(line.values());
    let mut side = fields.filter(|(field, _)| field.name == Line::side.field.name);
    side.any(|(_, value)| matches!(value.held(), Held::Word(key, _) if key == Side::Done.key()))
}
