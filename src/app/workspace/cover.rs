//! The cover of the open strategy: shown until it is open, kept for the next time. The code for both is fetched with the
//! first.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Opening, ShowCover, Workspace};
use browser::Timer;
use keep::DocId;

/// Time after the last save before a cover is made, in ms.
const SETTLED: i32 = 10_000;

thread_local! {
    /// Keeps a cover of the open strategy, in a while.
    static SOON: RefCell<Option<Timer>> = const { RefCell::new(None) };
}

impl Workspace {
    /// Shows this of a strategy, if it is still being opened.
    pub fn put_cover(self, doc: DocId, show: ShowCover) {
        if let Some(Opening::Wait(progress, _)) = untrack(|| self.opening(doc)) {
            let waits = Opening::Wait(progress, Some(show));
            self.opened.set(Some((doc, waits)));
        }
    }

    /// Shows what is known of a strategy that is being opened, or keeps what is to be shown of it the next time.
    pub(super) fn with_cover(self, doc: DocId, open: bool) {
        if self.has_open(doc) != open {
            return;
        }
        spawn_local(async move {
            // Without its code, it is waited for the strategy.
            if let Ok(covers) = self.code.covers.get().await {
                covers(self, doc, open);
            }
        });
    }

    /// Keeps a cover of the open strategy, once it is saved and nobody has been at work for a while.
    pub(super) fn cover_soon(self, doc: DocId) {
        SOON.set(Some(Timer::after(SETTLED, move || {
            self.with_cover(doc, true);
        })));
    }
}
