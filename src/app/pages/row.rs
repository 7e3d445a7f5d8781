//! Shared behaviour of rows of any list: the focus stays in the list when a row is removed.

use std::fmt::Display;

use leptos::prelude::*;

use crate::store::Store;
use browser::focus::{focus, focus_added};
use edit::{Changed, Removable};
use strategy::*;

/// The DOM id of the field with a record's name.
pub fn title_id(id: impl Display) -> String {
    format!("title-{id}")
}

/// Removes a record and puts the keyboard into its neighbour, or where it is told when there is none.
pub fn remove<T: Removable>(store: Store, id: Id<T>, alone: impl Into<String>) {
    let neighbour = store.with(|s| T::table(s).neighbour(id));
    if store.edit(|s| edit::remove(s, id)) {
        focus_added(neighbour.map_or(alone.into(), title_id));
    }
}

/// Moves a record up or down in its list, and the keyboard with it.
pub fn shift<T: Changed + edit::Titled>(store: Store, id: Id<T>, places: isize) {
    let here = document().active_element().map(|element| element.id());
    let here = here.filter(|here| !here.is_empty());
    if store.edit(|s| edit::shift_by(s, id, places)) {
        let id = here.unwrap_or_else(|| title_id(id));
        request_animation_frame(move || focus(&id));
    }
}
