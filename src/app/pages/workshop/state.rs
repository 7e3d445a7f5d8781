//! Choices on the page: the session, its part, and the table that writes.

use std::sync::Arc;

use leptos::prelude::*;

use super::countdown::Countdown;
use crate::route::{Page, Route};
use crate::store::Store;
use device::clock;
use edit::Arrival;
use insight::workshop::{SessionPart, session_to_open};
use strategy::*;

/// The DOM id of the heading of a step of 準備.
pub const PREPARE_STEP: &str = "prepare-step";
/// The DOM id of the button that adds a session.
pub const ADD_SESSION: &str = "add-session";

/// The state of the page. Copy it freely.
#[derive(Clone, Copy)]
pub struct WorkshopState {
    /// The session.
    pub session: RwSignal<Option<Id<Session>>>,
    /// The part of it.
    pub part: RwSignal<SessionPart>,
    /// The table that is writing.
    pub table: RwSignal<String>,
    /// Indicators whose figures were seen.
    pub seen: RwSignal<Vec<Id<Indicator>>>,
    /// The indicator that is asked about.
    pub asked: RwSignal<Option<Id<Indicator>>>,
    /// The time that is left of what is done now.
    pub countdown: Countdown,
    /// True if the room's screen is dark.
    pub dark: RwSignal<bool>,
}

impl WorkshopState {
    /// The session of the address, else the last; at the part that is next.
    pub fn set_up(store: Store) -> Self {
        let asked = match Route::here().get_untracked() {
            Route::Open {
                page: Page::Workshop(id),
                ..
            } => id,
            _ => None,
        };
        let (session, part, table) = store.with(|s| {
            let session = session_to_open(s, asked);
            let record = session.and_then(|id| s.get(id));
            let table = record.map(|one| one.at_table.clone()).unwrap_or_default();
            (
                session,
                SessionPart::next(s, record.map(|one| &**one)),
                table,
            )
        });
        let state = Self {
            session: RwSignal::new(session),
            part: RwSignal::new(part),
            table: RwSignal::new(table),
            seen: RwSignal::new(Vec::new()),
            asked: RwSignal::new(None),
            countdown: Countdown::of(0),
            dark: RwSignal::new(false),
        };
        state.begin_time(store);
        state.follow(store);
        provide_context(state);
        state
    }

    /// A session that is no longer there, removed or taken back, gives way to the last that is.
    fn follow(self, store: Store) {
        Effect::new(move |_| {
            let all = store.list::<Session>(About::ID);
            let now = self.session.get_untracked();
            let last = all.last().copied();
            if now.is_none_or(|id| !all.contains(&id)) && now != last {
                self.session.set(last);
                self.part
                    .set(last.map_or(SessionPart::Answer, |_| SessionPart::Prepare));
            }
        });
    }

    /// That of the page around.
    pub fn here() -> Self {
        expect_context()
    }

    /// The session, now and whenever it changes.
    pub fn record(self, store: Store) -> Option<Arc<Session>> {
        self.session.get().and_then(|id| store.get(id))
    }

    /// Goes to a part and restarts its time.
    pub fn go(self, store: Store, part: SessionPart) {
        let is_other = self.part.get_untracked().activity() != part.activity();
        self.part.set(part);
        if is_other {
            self.begin_time(store);
        }
    }

    /// The time of what is done now, standing still.
    fn begin_time(self, store: Store) {
        let activity = untrack(|| self.activity(store));
        self.countdown.reset(activity.map_or(0, |one| one.minutes));
    }

    /// Returns the present activity, as it was planned.
    pub fn activity(self, store: Store) -> Option<Activity> {
        let kind = self.part.get().activity();
        let record = self.record(store)?;
        record
            .activities
            .iter()
            .find(|one| one.kind == kind)
            .cloned()
    }

    /// The parts there are now.
    pub fn parts(self, store: Store) -> &'static [SessionPart] {
        SessionPart::all_of(self.record(store).as_deref())
    }

    /// When and where an idea comes in now.
    pub fn arrival(self) -> Arrival {
        let now = clock::now();
        Arrival {
            session: self.session.get_untracked(),
            date: Date(now.day().to_owned()),
            written: now.ms as i64,
        }
    }
}

/// Changes the session in one step of the history.
pub fn change(
    store: Store,
    state: WorkshopState,
    field: &'static str,
    act: impl FnOnce(&mut Session),
) {
    if let Some(id) = state.session.get_untracked() {
        store.edit(|s| edit::set(s, id, edit::Field::of(field, None), act));
    }
}
