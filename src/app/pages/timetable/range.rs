//! Shared parts of the page: ids for the focus, ranges of choices, and sentences about a move.

use crate::store::Store;
use ::words::{model::named, timetable as words};
use strategy::*;

/// The DOM id of the button that adds a lane.
pub const ADD_LANE: &str = "add-lane";

/// Number of 旬 before today, and after today and the last planned item, that can be chosen.
pub const CHOICES: (i32, i32) = (36, 36 * 3);

/// Says where an item is now.
pub fn say_when(store: Store, id: Id<TimetableItem>) {
    if let Some(item) = store.with(|s| s.get(id).cloned()) {
        store.tell_done(words::moved(named(&item.title), item.from, item.to));
    }
}
