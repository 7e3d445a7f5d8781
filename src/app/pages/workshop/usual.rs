//! The session that a new one begins as: it can be held as it is.

use leptos::prelude::*;

use super::state::{PREPARE_STEP, WorkshopState};
use crate::route::{Page, Route};
use crate::store::Store;
use crate::workspace::{Workspace, fresh_id};
use ::words::workshop as words;
use browser::focus::focus_added;
use insight::workshop::SessionPart;
use strategy::*;

/// Largest number of indicators shown: one can speak of three or four in twenty minutes.
const SHOWN: usize = 4;

/// Adds a session and goes to preparing it.
pub fn begin(store: Store, state: WorkshopState) {
    let id = Id::new(fresh_id());
    let session = store.with(|s| usual(s, id));
    if store.edit(|s| edit::add(s, session, usize::MAX)) {
        state.session.set(Some(id));
        state.go(store, SessionPart::Prepare);
        Route::of_page(Page::Workshop(Some(id))).go();
        focus_added(PREPARE_STEP.to_owned());
    }
}

fn usual(s: &Strategy, id: Id<Session>) -> Session {
    let goals = s.goals.sorted().into_iter();
    let goals: Vec<_> = goals
        .filter(|goal| goal.kind == GoalKind::Basic)
        .map(|goal| goal.id)
        .collect();
    let indicators = s.goals.sorted().into_iter();
    let indicators = indicators.filter_map(|goal| goal.targets.first().copied());
    let mut shown: Vec<Id<Indicator>> = Vec::new();
    for one in indicators {
        if !shown.contains(&one) && shown.len() < SHOWN {
            shown.push(one);
        }
    }
    let part = |kind, minutes, prompt: &str| Activity {
        kind,
        minutes,
        prompt: prompt.to_owned(),
    };
    Session {
        id,
        title: words::usual_title().to_owned(),
        date: Some(Date(Workspace::here().today())),
        question: words::usual_question().to_owned(),
        activities: vec![
            part(ActivityKind::Learn, 20, words::usual_learn()),
            part(ActivityKind::Share, 30, words::usual_share()),
            part(ActivityKind::Choose, 20, words::usual_choose()),
            part(ActivityKind::LookBack, 20, words::usual_look_back()),
        ],
        goals,
        indicators: shown,
        tables: ["A", "B", "C"].map(table).into(),
        ..Session::default()
    }
}

/// A table of this name, nobody counted yet.
pub fn table(name: &str) -> SessionTable {
    SessionTable {
        name: name.to_owned(),
        people: 0,
    }
}
