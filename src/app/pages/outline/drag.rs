//! Moving things by dragging. What is dragged is of this tab alone; the drop is an edit like any other.

use leptos::prelude::*;
use web_sys::DragEvent;

use crate::store::Store;
use strategy::*;

/// Dragged record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dragged {
    /// A goal.
    Goal(Id<Goal>),
    /// A measure.
    Measure(Id<Measure>),
    /// An initiative.
    Initiative(Id<Initiative>),
}

/// Target of a drop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// A goal: a goal goes before it, a measure under it.
    Goal(Id<Goal>),
    /// A measure: a measure goes before it, an initiative under it, last.
    Measure(Id<Measure>),
    /// An initiative: an initiative goes before it.
    Initiative(Id<Initiative>),
}

#[derive(Clone, Copy)]
struct DraggingRecord {
    dragged: RwSignal<Option<Dragged>>,
    over: RwSignal<Option<Over>>,
}

/// Prepares dragging for the page.
pub fn set_up() {
    provide_context(DraggingRecord {
        dragged: RwSignal::new(None),
        over: RwSignal::new(None),
    });
}

fn dragging() -> DraggingRecord {
    expect_context::<DraggingRecord>()
}

/// Takes something up.
pub fn start(dragged: Dragged) {
    dragging().dragged.set(Some(dragged));
}

/// True if a drop would go here; tracked, to show it.
pub fn is_over(over: Over) -> bool {
    dragging().over.get() == Some(over)
}

/// Lets go without dropping.
pub fn end() {
    let dragging = dragging();
    dragging.dragged.set(None);
    dragging.over.set(None);
}

/// Passing over a place: allowed when what is dragged can go there.
pub fn over(event: &DragEvent, over: Over) {
    let dragging = dragging();
    let fits = matches!(
        (dragging.dragged.get_untracked(), over),
        (Some(Dragged::Goal(_)), Over::Goal(_))
            | (Some(Dragged::Measure(_)), Over::Goal(_) | Over::Measure(_))
            | (
                Some(Dragged::Initiative(_)),
                Over::Measure(_) | Over::Initiative(_)
            )
    );
    if fits {
        event.prevent_default();
        event.stop_propagation();
        if dragging.over.get_untracked() != Some(over) {
            dragging.over.set(Some(over));
        }
    }
}

/// Drops what is dragged where it is.
pub fn drop(event: &DragEvent, store: Store) {
    let dragging = dragging();
    let (Some(dragged), Some(over)) = (
        dragging.dragged.get_untracked(),
        dragging.over.get_untracked(),
    ) else {
        return;
    };
    event.prevent_default();
    event.stop_propagation();
    end();
    match (dragged, over) {
        (Dragged::Goal(id), Over::Goal(before)) => {
            store.edit(|s| edit::shift(s, id, place(&s.goals.sorted(), id, before)));
        }
        (Dragged::Measure(id), Over::Goal(goal)) => {
            store.edit(|s| edit::move_measure(s, id, goal, None, usize::MAX));
        }
        (Dragged::Measure(id), Over::Measure(before)) => {
            store.edit(|s| {
                let there = s.get(before).ok_or(edit::Refusal::NotThere)?;
                let (goal, division) = (there.goal, there.division);
                let group: Vec<_> = s
                    .measures
                    .under(goal)
                    .into_iter()
                    .filter(|m| m.division == division)
                    .collect();
                edit::move_measure(s, id, goal, division, place(&group, id, before))
            });
        }
        (Dragged::Initiative(id), Over::Measure(measure)) => {
            store.edit(|s| edit::move_initiative(s, id, measure, usize::MAX));
        }
        (Dragged::Initiative(id), Over::Initiative(before)) => {
            store.edit(|s| {
                let measure = s.get(before).ok_or(edit::Refusal::NotThere)?.measure;
                edit::move_initiative(
                    s,
                    id,
                    measure,
                    place(&s.initiatives.under(measure), id, before),
                )
            });
        }
        _ => {}
    }
}

/// The index of `before` among the others, the moved one left out.
fn place<T: Record>(all: &[&std::sync::Arc<T>], moving: Id<T>, before: Id<T>) -> usize {
    all.iter()
        .filter(|r| r.id() != moving)
        .position(|r| r.id() == before)
        .unwrap_or(usize::MAX)
}
