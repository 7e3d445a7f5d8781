//! Records as they begin: with no name, to be written where they stand; and the rows that stayed so.

use super::remove::Removable;
use super::{Changed, Changes, Edit, Refusal, remove};
use strategy::*;

/// An empty goal.
pub fn empty_goal(id: Id<Goal>, kind: GoalKind) -> Goal {
    Goal {
        id,
        kind,
        ..Default::default()
    }
}

/// An empty measure of a goal, under one of its headings or none.
pub fn empty_measure(id: Id<Measure>, goal: Id<Goal>, division: Option<Id<Division>>) -> Measure {
    Measure {
        id,
        goal,
        division,
        ..Default::default()
    }
}

/// An empty initiative of a measure.
pub fn empty_initiative(id: Id<Initiative>, measure: Id<Measure>) -> Initiative {
    Initiative {
        id,
        measure,
        ..Default::default()
    }
}

/// An empty chapter.
pub fn empty_section(id: Id<Section>) -> Section {
    Section {
        id,
        kind: SectionKind::Other,
        ..Default::default()
    }
}

/// An empty ground.
pub fn empty_ground(id: Id<Ground>) -> Ground {
    Ground {
        id,
        ..Default::default()
    }
}

/// An empty framework.
pub fn empty_framework(id: Id<Framework>) -> Framework {
    Framework {
        id,
        kind: FrameworkKind::Nation,
        ..Default::default()
    }
}

/// An empty item of a framework.
pub fn empty_item(
    id: Id<FrameworkItem>,
    framework: Id<Framework>,
    kind: GoalKind,
) -> FrameworkItem {
    FrameworkItem {
        id,
        framework,
        kind,
        ..Default::default()
    }
}

/// Records that may be blank while the user types them.
pub trait MayBeBlank: Removable {
    /// True if the record has no text of its own, no records under it, and none about it.
    fn is_blank(&self, strategy: &Strategy) -> bool;
}

impl MayBeBlank for Goal {
    fn is_blank(&self, strategy: &Strategy) -> bool {
        let order = self.order.clone();
        let empty = Goal {
            order,
            ..empty_goal(self.id, self.kind)
        };
        *self == empty
            && !strategy.measures.iter().any(|m| m.goal == self.id)
            && !strategy.divisions.iter().any(|d| d.goal == self.id)
            && !strategy.ideas.iter().any(|i| i.goal == Some(self.id))
    }
}

impl MayBeBlank for Measure {
    fn is_blank(&self, strategy: &Strategy) -> bool {
        let empty = Measure {
            order: self.order.clone(),
            ..empty_measure(self.id, self.goal, self.division)
        };
        let related = |m: &Measure| m.related.iter().any(|r| r.measure == Some(self.id));
        *self == empty
            && !strategy.initiatives.iter().any(|i| i.measure == self.id)
            && !strategy.sheets.iter().any(|s| s.measure == self.id)
            && !strategy.measures.iter().any(|m| related(m))
    }
}

impl MayBeBlank for Initiative {
    fn is_blank(&self, strategy: &Strategy) -> bool {
        let empty = Initiative {
            order: self.order.clone(),
            ..empty_initiative(self.id, self.measure)
        };
        let repeats = |i: &Initiative| i.reprise == Some(Reprise::Of(self.id));
        *self == empty
            && !strategy.lines.iter().any(|l| l.initiative == Some(self.id))
            && !strategy.initiatives.iter().any(|i| repeats(i))
    }
}

impl MayBeBlank for Ground {
    fn is_blank(&self, strategy: &Strategy) -> bool {
        let empty = Ground {
            order: self.order.clone(),
            kind: self.kind,
            ..empty_ground(self.id)
        };
        *self == empty && strategy.citing(self.id).is_empty()
    }
}

impl MayBeBlank for FrameworkItem {
    fn is_blank(&self, strategy: &Strategy) -> bool {
        let empty = FrameworkItem {
            order: self.order.clone(),
            ..empty_item(self.id, self.framework, self.kind)
        };
        *self == empty
            && !strategy.goals.iter().any(|g| g.aligned.contains(&self.id))
            && !strategy
                .measures
                .iter()
                .any(|m| m.aligned.contains(&self.id))
            && !strategy
                .initiatives
                .iter()
                .any(|i| i.aligned.contains(&self.id))
    }
}

/// Drops a row that was left with nothing in it (E27); `Nothing` where something is.
pub fn drop_blank<T: MayBeBlank>(strategy: &Strategy, id: Id<T>) -> Result<Edit, Refusal> {
    match strategy.get(id) {
        Some(record) if MayBeBlank::is_blank(&**record, strategy) => remove(strategy, id),
        _ => Err(Refusal::Nothing),
    }
}

/// True if changes add exactly one record, and that record is still blank.
pub fn brings_blank(changes: &Changes, strategy: &Strategy) -> bool {
    fn blank<T: MayBeBlank + Changed>(changes: &Changes, strategy: &Strategy) -> bool {
        let mut rows = T::diff(changes).iter();
        rows.any(|(id, step)| {
            let there = strategy.get(*id);
            step.from.is_none() && there.is_some_and(|row| MayBeBlank::is_blank(&**row, strategy))
        })
    }
    changes.len() == 1
        && (blank::<Goal>(changes, strategy)
            || blank::<Measure>(changes, strategy)
            || blank::<Initiative>(changes, strategy)
            || blank::<FrameworkItem>(changes, strategy))
}
