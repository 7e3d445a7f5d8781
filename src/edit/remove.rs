//! Removing a record with all that stands under it and every mention of it (E8).

use super::change::Changed;
use super::{Draft, Edit, EditLabel, Operation, Refusal, Titled};
use strategy::*;

/// A kind that can be removed by itself.
pub trait Removable: Changed + Titled {
    /// Takes out of the draft what stands under the record, every mention of it, and the record.
    fn remove_from(draft: &mut Draft, id: Id<Self>);
}

/// Removes a record, what stands under it, and every mention of it.
pub fn remove<T: Removable>(strategy: &Strategy, id: Id<T>) -> Result<Edit, Refusal> {
    let title = strategy.get(id).ok_or(Refusal::NotThere)?.title_text();
    let mut draft = Draft::new(strategy);
    T::remove_from(&mut draft, id);
    draft.finish(EditLabel::to::<T>(Operation::Remove, title))
}

/// Removes every record of kind `T` under a parent.
fn clear<T: Removable>(draft: &mut Draft, parent: Id<T::Parent>) {
    let under: Vec<Id<T>> = T::table(draft.strategy())
        .iter()
        .filter(|r| r.parent() == parent)
        .map(|r| r.id())
        .collect();
    for id in under {
        T::remove_from(draft, id);
    }
}

/// Mends every record of kind `T` that mentions something.
fn clear_references<T: Changed>(
    draft: &mut Draft,
    mentions: impl Fn(&T) -> bool,
    change: impl Fn(&mut T),
) {
    let ids: Vec<Id<T>> = T::table(draft.strategy())
        .iter()
        .filter(|r| mentions(r))
        .map(|r| r.id())
        .collect();
    for id in ids {
        // The ids were just read from this table.
        let _ = draft.update(id, &change);
    }
}

impl Removable for Goal {
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        clear::<Measure>(draft, id);
        clear::<Division>(draft, id);
        clear_references::<Idea>(draft, |i| i.goal == Some(id), |i| i.goal = None);
        clear_references::<Idea>(
            draft,
            |i| i.changed_goals.contains(&id),
            |i| i.changed_goals.retain(|g| *g != id),
        );
        clear_references::<Session>(
            draft,
            |r| r.goals.contains(&id),
            |r| r.goals.retain(|g| *g != id),
        );
        draft.take(id);
    }
}

impl Removable for Division {
    /// The measures under the heading stay, under none, after those that already do.
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        let all = draft.strategy().measures.sorted().into_iter();
        let under: Vec<Measure> = all
            .filter(|m| m.division == Some(id))
            .map(|m| Measure::clone(m))
            .collect();
        for mut measure in under {
            measure.division = None;
            draft.place(&mut measure, usize::MAX);
            draft.put(measure);
        }
        draft.take(id);
    }
}

impl Removable for Measure {
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        clear::<Sheet>(draft, id);
        clear::<Initiative>(draft, id);
        clear_references::<Measure>(
            draft,
            |m| m.related.iter().any(|r| r.measure == Some(id)),
            |m| {
                for related in m.related.iter_mut().filter(|r| r.measure == Some(id)) {
                    related.measure = None;
                }
            },
        );
        clear_references::<Goal>(
            draft,
            |g| g.logic.is_some(),
            |g| g.change_logic(|logic| logic.forget_measure(id)),
        );
        clear_references::<Idea>(draft, |i| i.measure == Some(id), |i| i.measure = None);
        clear_references::<Idea>(
            draft,
            |i| i.changed_measures.contains(&id),
            |i| i.changed_measures.retain(|m| *m != id),
        );
        draft.take(id);
    }
}

impl Removable for Initiative {
    /// A 再掲 of it stays, and says what it was of; its lines of money stay under their printed name.
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        let title = draft
            .strategy()
            .get(id)
            .map(|i| i.title.clone())
            .unwrap_or_default();
        clear_references::<Initiative>(
            draft,
            |i| i.reprise == Some(Reprise::Of(id)),
            |i| i.reprise = Some(Reprise::Elsewhere(title.clone())),
        );
        clear_references::<GrantProject>(
            draft,
            |p| p.initiatives.contains(&id),
            |p| p.initiatives.retain(|i| *i != id),
        );
        clear_references::<Line>(draft, |l| l.initiative == Some(id), |l| l.initiative = None);
        draft.take(id);
    }
}

impl Removable for Sheet {
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        clear::<Line>(draft, id);
        draft.take(id);
    }
}

impl Removable for Indicator {
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        clear::<Series>(draft, id);
        clear_references::<Goal>(
            draft,
            |g| g.targets.contains(&id) || g.logic.is_some(),
            |g| {
                g.targets.retain(|k| *k != id);
                g.change_logic(|logic| logic.forget_indicator(id));
            },
        );
        clear_references::<Measure>(
            draft,
            |m| m.kpis.contains(&id),
            |m| m.kpis.retain(|k| *k != id),
        );
        clear_references::<GrantProject>(
            draft,
            |p| p.kpis.contains(&id),
            |p| p.kpis.retain(|k| *k != id),
        );
        clear_references::<Idea>(draft, |i| i.indicator == Some(id), |i| i.indicator = None);
        clear_references::<Idea>(
            draft,
            |i| i.changed_indicators.contains(&id),
            |i| i.changed_indicators.retain(|k| *k != id),
        );
        let of = |guess: &&std::sync::Arc<Guess>| guess.indicator == Some(id);
        let guesses: Vec<_> = draft
            .strategy()
            .guesses
            .iter()
            .filter(of)
            .map(|one| one.id)
            .collect();
        for guess in guesses {
            draft.take(guess);
        }
        clear_references::<Session>(
            draft,
            |r| r.indicators.contains(&id),
            |r| r.indicators.retain(|k| *k != id),
        );
        draft.take(id);
    }
}

impl Removable for Series {
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        clear_references::<Indicator>(
            draft,
            |k| k.changes.iter().any(|c| c.series == id),
            |k| k.changes.retain(|c| c.series != id),
        );
        draft.take(id);
    }
}

impl Removable for Framework {
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        clear::<FrameworkItem>(draft, id);
        draft.take(id);
    }
}

impl Removable for FrameworkItem {
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        clear_references::<Goal>(
            draft,
            |r| r.aligned.contains(&id),
            |r| r.aligned.retain(|a| *a != id),
        );
        clear_references::<Measure>(
            draft,
            |r| r.aligned.contains(&id),
            |r| r.aligned.retain(|a| *a != id),
        );
        clear_references::<Initiative>(
            draft,
            |r| r.aligned.contains(&id),
            |r| r.aligned.retain(|a| *a != id),
        );
        draft.take(id);
    }
}

impl Removable for Support {
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        clear_references::<Initiative>(
            draft,
            |i| i.supports.contains(&id),
            |i| i.supports.retain(|s| *s != id),
        );
        draft.take(id);
    }
}

impl Removable for Ground {
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        clear_references::<Section>(
            draft,
            |r| r.grounds.contains(&id),
            |r| r.grounds.retain(|g| *g != id),
        );
        clear_references::<Goal>(
            draft,
            |r| r.grounds.contains(&id),
            |r| r.grounds.retain(|g| *g != id),
        );
        clear_references::<Measure>(
            draft,
            |r| r.grounds.contains(&id),
            |r| r.grounds.retain(|g| *g != id),
        );
        clear_references::<Indicator>(
            draft,
            |r| r.grounds.contains(&id),
            |r| r.grounds.retain(|g| *g != id),
        );
        draft.take(id);
    }
}

impl Removable for Body {
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        clear_references::<TimetableItem>(draft, |t| t.body == Some(id), |t| t.body = None);
        draft.take(id);
    }
}

impl Removable for Lane {
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        clear::<TimetableItem>(draft, id);
        draft.take(id);
    }
}

macro_rules! plain {
    ($($type:ident)*) => {
        $(
            impl Removable for $type {
                fn remove_from(draft: &mut Draft, id: Id<Self>) {
                    draft.take(id);
                }
            }
        )*
    };
}

impl Removable for Session {
    /// Keeps the ideas of the session.
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        clear::<Ballot>(draft, id);
        clear::<Guess>(draft, id);
        clear_references::<Idea>(draft, |i| i.session == Some(id), |i| i.session = None);
        draft.take(id);
    }
}

impl Removable for Idea {
    fn remove_from(draft: &mut Draft, id: Id<Self>) {
        clear_references::<Idea>(draft, |i| i.merged == Some(id), |i| i.merged = None);
        clear_references::<Ballot>(
            draft,
            |b| b.choices.iter().any(|c| c.idea == id),
            |b| b.choices.retain(|c| c.idea != id),
        );
        draft.take(id);
    }
}

plain!(Section Line TimetableItem Ballot Guess GrantProject);
