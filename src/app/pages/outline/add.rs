//! Adding to the outline: what is added is empty, and the keyboard is in its name.

use super::super::row::title_id;
use crate::route::{Page, Route};
use crate::store::Store;
use crate::workspace::fresh_id;
use browser::focus::focus_added;
use edit::{empty_goal, empty_initiative, empty_measure};
use strategy::*;

/// Adds a goal behind those of its kind, and opens it.
pub fn add_goal(store: Store, kind: GoalKind) {
    let id = Id::new(fresh_id());
    let index = store.with(|s| {
        let goals = s.goals.sorted();
        match goals.iter().rposition(|g| g.kind == kind) {
            Some(last) => last + 1,
            None if kind == GoalKind::Basic => 0,
            None => goals.len(),
        }
    });
    if store.edit(|s| edit::add(s, empty_goal(id, kind), index)) {
        Route::of_page(Page::Outline(Some(id))).go();
        focus_added(title_id(id));
    }
}

/// Adds a measure, last under a goal's heading.
pub fn add_measure(store: Store, goal: Id<Goal>, division: Option<Id<Division>>) {
    let id = Id::new(fresh_id());
    if store.edit(|s| edit::add(s, empty_measure(id, goal, division), usize::MAX)) {
        focus_added(title_id(id));
    }
}

/// Adds a measure after this one, under the same heading.
pub fn add_measure_after(store: Store, sibling: Id<Measure>) {
    let id = Id::new(fresh_id());
    let added = store.edit(|s| {
        let there = s.get(sibling).ok_or(edit::Refusal::NotThere)?;
        edit::add_after(s, empty_measure(id, there.goal, there.division), sibling)
    });
    if added {
        focus_added(title_id(id));
    }
}

/// Adds an initiative, last in its measure.
pub fn add_initiative(store: Store, measure: Id<Measure>) {
    let id = Id::new(fresh_id());
    if store.edit(|s| edit::add(s, empty_initiative(id, measure), usize::MAX)) {
        focus_added(title_id(id));
    }
}

/// Adds an initiative after this one.
pub fn add_initiative_after(store: Store, sibling: Id<Initiative>) {
    let id = Id::new(fresh_id());
    let added = store.edit(|s| {
        let measure = s.get(sibling).ok_or(edit::Refusal::NotThere)?.measure;
        edit::add_after(s, empty_initiative(id, measure), sibling)
    });
    if added {
        focus_added(title_id(id));
    }
}

/// The DOM id of the button that adds a goal.
pub const ADD_GOAL: &str = "add-goal";

/// The DOM id of the button that adds a measure under a goal's heading.
pub fn add_measure_id(goal: Id<Goal>, division: Option<Id<Division>>) -> String {
    match division {
        Some(division) => format!("add-measure-{division}"),
        None => format!("add-measure-{goal}"),
    }
}
