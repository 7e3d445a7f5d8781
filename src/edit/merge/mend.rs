//! Repair of flaws that the edits of two sides make together (E47): a record without its parent, a reference to a
//! removed record.

use super::compose::{WrittenFields, text};
use super::part::is_place;
use super::{Choices, Merge, tree};
use crate::Draft;
use strategy::*;

impl Merge {
    /// The strategy that comes out.
    pub fn outcome(&self, choices: &Choices) -> Strategy {
        at_once(async |pace| self.outcome_in_steps(choices, &pace).await)
    }

    /// Returns the strategy that comes out, made a part at a time.
    pub(super) async fn outcome_in_steps(&self, choices: &Choices, pace: &Pace) -> Strategy {
        let mut draft = self.drafted(choices, pace).await;
        // A repair can leave another flaw.
        for _ in 0..8 {
            let flaws = draft.strategy().integrity();
            if flaws.is_empty() {
                break;
            }
            for flaw in flaws {
                self.mend(&mut draft, &flaw);
                pace.step().await;
            }
        }
        let mut after = draft.strategy().clone();
        self.keep_agreed_order(&mut after);
        after
    }

    fn mend(&self, draft: &mut Draft, flaw: &Flaw) {
        match flaw {
            Flaw::Dangling {
                kind,
                id,
                field: "parent",
                ..
            } => {
                if let Some(id) = any(*kind, id) {
                    self.settle(draft, id);
                }
            }
            Flaw::Dangling {
                kind,
                id,
                field,
                missing,
            } => {
                let placed = any(*kind, id).is_some_and(|record| {
                    is_part_of_place(*kind, field) && self.place(draft, record, tree::above)
                });
                if let Some(id) = AnyId::read(missing).filter(|_| !placed) {
                    // A 再掲 of it says what it was called.
                    self.bring_back(draft, id);
                    draft.remove_any(id);
                }
            }
            Flaw::Misplaced { measure, .. } => {
                let _ = draft.update(*measure, |measure| measure.division = None);
            }
            Flaw::Loop { initiative } => {
                let mine = self
                    .mine
                    .get(*initiative)
                    .and_then(|one| one.reprise.clone());
                let _ = draft.update(*initiative, |one| {
                    one.reprise = mine.filter(|mine| one.reprise.as_ref() != Some(mine));
                });
            }
            Flaw::NoSeries { indicator } => {
                let all = [&self.mine, &self.theirs, &self.base].into_iter();
                let all = all.flat_map(|side| side.series.under(*indicator));
                let series = all.min_by_key(|series| series.id);
                match series {
                    Some(series) => draft.put(Series::clone(series)),
                    None => draft.remove_any((*indicator).into()),
                }
            }
            Flaw::PeriodReversed => {
                let period = self.mine.about().period;
                let _ = draft.update(About::ID, |about| about.period = period);
            }
        }
    }

    fn bring_back(&self, draft: &mut Draft, id: AnyId) {
        let sides = [&self.mine, &self.theirs, &self.base];
        let _ = sides.into_iter().any(|side| draft.bring(id, side));
    }

    /// Puts a record, whose parent is gone, where one side has it under something that is there; else it goes, too.
    fn settle(&self, draft: &mut Draft, id: AnyId) {
        let parent = |side: &Strategy, id| tree::parent(side, id).into_iter().collect();
        if !self.place(draft, id, parent) {
            draft.remove_any(id);
        }
    }

    /// Gives a record the place it has on the first side on which all records of `above` are there. Returns false if there
    /// is no such side. A side that took out a heading has the place that its measures have since (E113).
    fn place(
        &self,
        draft: &mut Draft,
        id: AnyId,
        above: impl Fn(&Strategy, AnyId) -> Vec<AnyId>,
    ) -> bool {
        let sides = [&self.mine, &self.theirs, &self.base];
        sides.into_iter().any(|side| {
            let above = above(side, id);
            let there =
                !above.is_empty() && above.iter().all(|above| above.is_in(draft.strategy()));
            let (Some(placed), Some(now), true) = (id.find(side), id.find(draft.strategy()), there)
            else {
                return false;
            };
            let mut written = WrittenFields::of(now);
            for (place, field) in id.kind.fields().iter().enumerate() {
                if is_place(field) {
                    written.put(place, text(placed.values()[place]));
                }
            }
            draft.write(id, &written)
        })
    }
}

/// Returns the id that a flaw writes as text.
fn any(kind: Kind, id: &str) -> Option<AnyId> {
    let number = id.get(kind.prefix().len()..)?.parse().ok()?;
    Some(AnyId { kind, number })
}

/// True if the field of this name says where a record of this kind stands.
fn is_part_of_place(kind: Kind, name: &str) -> bool {
    let mut fields = kind.fields().iter();
    fields.any(|field| field.name == name && is_place(field))
}
