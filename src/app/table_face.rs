//! 卓: the file of a table shows only the session, until the user asks for the rest.

use leptos::prelude::*;

use crate::route::{Page, Route};
use crate::store::Store;
use strategy::*;

/// Decides if the app shows only the session. Copy it freely.
#[derive(Clone, Copy)]
pub struct TableFace {
    /// True if this is the file of a table.
    pub is_table: Memo<bool>,
    /// True if the open page is that of the session.
    is_there: Memo<bool>,
    /// True once the user asked for the whole app.
    pub whole: RwSignal<bool>,
}

impl TableFace {
    /// Sets up the state of an open strategy; if it is the file of a table, the app opens on the session.
    pub fn set_up(store: Store) -> Self {
        let own = move || {
            let all = store.list::<Session>(About::ID).into_iter();
            let mut all = all.filter_map(|id| store.get(id));
            all.find(|one| !one.at_table.is_empty()).map(|one| one.id)
        };
        let route = Route::here();
        let face = Self {
            is_table: Memo::new(move |_| own().is_some()),
            is_there: Memo::new(move |_| matches!(route.get().page(), Page::Workshop(_))),
            whole: RwSignal::new(false),
        };
        provide_context(face);
        let here = route.get_untracked();
        if let (Some(session), Page::Overview) = (untrack(own), here.page()) {
            Route::of_page(Page::Workshop(Some(session))).go();
        }
        face
    }

    /// Returns the state of the open strategy.
    pub fn here() -> Self {
        expect_context()
    }

    /// Tracked: true if only the session is shown.
    pub fn is_on(self) -> bool {
        self.is_table.get() && !self.whole.get() && self.is_there.get()
    }
}
