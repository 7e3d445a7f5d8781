//! 新旧対照表: what of a plan was revised, in the order it is read, with the words that changed.

use std::collections::BTreeMap;

use super::compare::{Difference, parts};
use super::wording::{Piece, Wordings, wordings};
use edit::Changes;
use strategy::record::Telling;
use strategy::*;

/// A line of the table.
#[derive(Debug, Clone, PartialEq)]
pub enum RevisionLine {
    /// 略: what stands between was not revised.
    Omitted,
    /// A record: its parts follow.
    Record(Difference),
    /// A part of the record named last.
    Part {
        /// The part, before and after.
        difference: Difference,
        /// The same, with the words that changed: before, after.
        wordings: Wordings,
    },
}

/// Returns the revisions from one strategy to the other (I71). Logs are no part of what they record: a target that was changed
/// stands there itself (I132).
pub fn revision(from: &Strategy, to: &Strategy, telling: Telling) -> Vec<RevisionLine> {
    let places = read(to, from);
    let mut lines = Vec::new();
    let (mut last, mut record) = (-1, None);
    let logs = [About::revisions.field, Indicator::changes.field];
    for (id, difference) in parts(from, to, &Changes::between(from, to), telling) {
        if difference.field.is_some_and(|one| logs.contains(one.field)) {
            continue;
        }
        if let Some(place) = place(&places, id, &difference) {
            if place > last + 1 {
                lines.push(RevisionLine::Omitted);
            }
            last = last.max(place);
        }
        if record != Some(id) {
            record = Some(id);
            lines.push(RevisionLine::Record(difference.clone()));
        }
        let wordings = both(&difference);
        lines.push(RevisionLine::Part {
            difference,
            wordings,
        });
    }
    if !lines.is_empty() && last + 1 < places.len() as i64 {
        lines.push(RevisionLine::Omitted);
    }
    lines
}

fn both(difference: &Difference) -> Wordings {
    let changed = |text: &String| vec![Piece::Changed(text.clone())];
    match (&difference.from, &difference.to) {
        (Some(from), Some(to)) => wordings(from, to),
        (from, to) => [from, to].map(|text| text.as_ref().map(changed).unwrap_or_default()),
    }
}

/// The places of what a plan consists of, in the order it is read: beside what is there now what was.
fn read(now: &Strategy, then: &Strategy) -> BTreeMap<AnyId, i64> {
    let mut order = RevisionPlaces::default();
    let sides = [now, then];
    for section in sides.iter().flat_map(|side| side.sections.sorted()) {
        order.note(section.id);
    }
    for goal in sides.iter().flat_map(|side| side.goals.sorted()) {
        if order.note(goal.id) {
            for measure in sides.iter().flat_map(|side| side.measures_of(goal.id)) {
                order.measure(sides, measure.id);
            }
        }
    }
    for indicator in sides.iter().flat_map(|side| side.indicators.sorted()) {
        order.note(indicator.id);
    }
    order.0
}

#[derive(Default)]
struct RevisionPlaces(BTreeMap<AnyId, i64>);

impl RevisionPlaces {
    /// Gives a record the next place; `false`: it has one.
    fn note(&mut self, id: impl Into<AnyId>) -> bool {
        let next = self.0.len() as i64;
        let id = id.into();
        let is_new = !self.0.contains_key(&id);
        self.0.entry(id).or_insert(next);
        is_new
    }

    fn measure(&mut self, sides: [&Strategy; 2], id: Id<Measure>) {
        if self.note(id) {
            for initiative in sides.iter().flat_map(|side| side.initiatives.under(id)) {
                self.note(initiative.id);
            }
        }
    }
}

/// Returns the place of a part in the plan: its own place, or that of a record above it.
fn place(places: &BTreeMap<AnyId, i64>, id: AnyId, difference: &Difference) -> Option<i64> {
    let ancestry = &difference.ancestry;
    let above = [
        Some(id),
        ancestry.indicator.map(AnyId::from),
        ancestry.measure.map(AnyId::from),
        ancestry.goal.map(AnyId::from),
    ];
    above
        .into_iter()
        .flatten()
        .find_map(|id| places.get(&id).copied())
}
