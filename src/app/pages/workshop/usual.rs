//! Begins a session.

use leptos::prelude::*;

use super::state::{PREPARE_STEP, WorkshopState};
use crate::route::{Page, Route};
use crate::store::Store;
use crate::workspace::{Workspace, fresh_id};
use ::words::workshop as words;
use browser::focus::focus_added;
use edit::{SessionTexts, usual_session};
use insight::workshop::SessionPart;
use strategy::{Date, Id};

/// Adds a session and goes to preparing it.
pub fn begin(store: Store, state: WorkshopState) {
    let id = Id::new(fresh_id());
    let texts = SessionTexts {
        title: words::usual_title(),
        question: words::usual_question(),
        prompts: [
            words::usual_learn(),
            words::usual_share(),
            words::usual_choose(),
            words::usual_look_back(),
        ],
    };
    let today = Date(Workspace::here().today());
    let session = store.with(|s| usual_session(s, id, today, &texts));
    if store.edit(|s| edit::add(s, session, usize::MAX)) {
        state.session.set(Some(id));
        state.go(store, SessionPart::Prepare);
        Route::of_page(Page::Workshop(Some(id))).go();
        focus_added(PREPARE_STEP.to_owned());
    }
}
