//! The goal or the measure that uses an indicator.

use crate::store::Store;
use strategy::*;

/// User of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndicatorUser {
    /// 数値目標 of a goal.
    Goal(Id<Goal>),
    /// KPI of a measure.
    Measure(Id<Measure>),
}

impl IndicatorUser {
    /// The indicators, in order.
    pub fn ids(self, store: Store) -> Vec<Id<Indicator>> {
        match self {
            IndicatorUser::Goal(id) => store.get(id).map(|g| g.targets.clone()),
            IndicatorUser::Measure(id) => store.get(id).map(|m| m.kpis.clone()),
        }
        .unwrap_or_default()
    }

    /// Returns the items it is aligned to.
    pub fn aligned(self, store: Store) -> Vec<Id<FrameworkItem>> {
        match self {
            IndicatorUser::Goal(id) => store.get(id).map(|g| g.aligned.clone()),
            IndicatorUser::Measure(id) => store.get(id).map(|m| m.aligned.clone()),
        }
        .unwrap_or_default()
    }

    /// Changes which indicators they are.
    pub fn set(self, store: Store, change: impl FnOnce(&mut Vec<Id<Indicator>>)) {
        match self {
            IndicatorUser::Goal(id) => {
                store.edit(|s| edit::set(s, id, edit::Field::Uses, |g| change(&mut g.targets)))
            }
            IndicatorUser::Measure(id) => {
                store.edit(|s| edit::set(s, id, edit::Field::Uses, |m| change(&mut m.kpis)))
            }
        };
    }

    /// The same, for an edit.
    pub fn used_by(self) -> edit::UsedBy {
        match self {
            IndicatorUser::Goal(id) => edit::UsedBy::Goal(id),
            IndicatorUser::Measure(id) => edit::UsedBy::Measure(id),
        }
    }

    /// The DOM id of the button that makes an indicator for it.
    pub fn make_id(self) -> String {
        match self {
            IndicatorUser::Goal(id) => format!("make-{id}"),
            IndicatorUser::Measure(id) => format!("make-{id}"),
        }
    }

    /// The DOM id of the button that opens the list to choose from.
    pub fn choose_id(self) -> String {
        self.make_id().replace("make", "choose")
    }
}
