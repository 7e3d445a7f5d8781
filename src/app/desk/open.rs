//! Opening and closing a strategy; its edits on their way to the keeper.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Desk, Saved, saved};
use crate::app::route::{Page, Route};
use crate::app::store::Store;
use crate::keep::{DocId, Role};
use crate::strategy::Strategy;

/// How far opening has come.
#[derive(Clone)]
pub enum Opening {
    /// So much of it is read, from 0 to 1.
    Wait(RwSignal<f64>),
    /// Here it is.
    Ready(Store),
    /// It cannot be opened, for this reason.
    Failed(String),
}

impl Desk {
    /// Opens the strategy the address names, and closes the one open before.
    pub fn open(self, doc: Option<DocId>) {
        self.wanted.set(doc);
        if !self.ready.get() {
            return;
        }
        let before = self
            .opened
            .with_untracked(|opened| opened.as_ref().map(|(id, _)| *id));
        if before == doc {
            return;
        }
        if let Some(before) = before {
            self.close(before);
        }
        let Some(doc) = doc else { return };
        let progress = self
            .owner
            .with_value(|owner| owner.with(|| RwSignal::new(0.0)));
        self.opened.set(Some((doc, Opening::Wait(progress))));
        let Some(keeper) = self.keeper() else { return };
        spawn_local(async move {
            let loaded = keeper.open_doc(doc, move |share| progress.set(share)).await;
            if self.wanted.get_untracked() != Some(doc) {
                return;
            }
            match loaded {
                Ok(loaded) => {
                    self.put_on_desk(doc, loaded.strategy, loaded.role);
                    if let Some(state) = keeper.state(doc) {
                        self.saved.set(saved(&state));
                    }
                    if loaded.replayed > 0 {
                        self.say(crate::locale::shell::replayed(loaded.replayed));
                    }
                    if let Some(trouble) = loaded.trouble {
                        self.trouble.set(Some(trouble.to_string()));
                    }
                    self.count_versions(doc).await;
                }
                Err(trouble) => {
                    self.opened
                        .set(Some((doc, Opening::Failed(trouble.to_string()))));
                    self.look_around().await;
                }
            }
        });
    }

    /// How far the strategy of this number has come.
    pub fn opening(self, doc: DocId) -> Option<Opening> {
        self.opened.with(|opened| match opened {
            Some((id, opening)) if *id == doc => Some(opening.clone()),
            _ => None,
        })
    }

    fn close(self, doc: DocId) {
        crate::app::crash::guard(None);
        self.opened.set(None);
        self.versions.set(Vec::new());
        self.file_saved.set(None);
        self.findings.set(0);
        let owner = self.owner.with_value(Owner::clone);
        self.owner.set_value(Owner::new());
        // After the components that read its signals are gone.
        request_animation_frame(move || owner.cleanup());
        if let Some(keeper) = self.keeper() {
            spawn_local(async move {
                if let Err(trouble) = keeper.close_doc(doc).await {
                    self.trouble.set(Some(trouble.to_string()));
                }
            });
        }
    }

    /// Puts a strategy on the desk, to be shown and edited.
    pub(super) fn put_on_desk(self, doc: DocId, strategy: Strategy, role: Role) {
        let store = self.owner.with_value(|owner| {
            owner.with(|| Store::new(strategy, move |edit| self.record(doc, edit)))
        });
        store.read_only().set(role == Role::Reader);
        crate::app::crash::guard(Some(store));
        self.opened.set(Some((doc, Opening::Ready(store))));
    }

    /// Keeps an edit: in the journal at once, in the database soon.
    fn record(self, doc: DocId, edit: &crate::edit::Edit) {
        self.file_saved.set(None);
        let Some(keeper) = self.keeper() else { return };
        if let Err(trouble) = keeper.record(doc, edit) {
            self.saved.set(Saved::No {
                why: trouble.to_string(),
            });
        }
    }

    /// Asks the other tab for the pen.
    pub fn take_over(self) {
        let open = self
            .opened
            .with_untracked(|opened| opened.as_ref().map(|(doc, _)| *doc));
        let (Some(doc), Some(keeper)) = (open, self.keeper()) else {
            return;
        };
        spawn_local(async move {
            if let Err(trouble) = keeper.take_over(doc).await {
                self.say(trouble.to_string());
            }
        });
    }

    /// Keeps a new strategy and opens it; asked before the keeper is there, a moment later.
    pub fn create(self, strategy: Strategy) {
        let Some(keeper) = self.keeper() else {
            return self.early.update_value(|early| early.push(strategy));
        };
        spawn_local(async move {
            let doc = keeper.create(strategy).await;
            if let Some(state) = keeper.state(doc)
                && let Saved::Journal { why } | Saved::No { why } = saved(&state)
            {
                self.trouble.set(Some(why));
            }
            Route::Open {
                doc,
                page: Page::Overview,
            }
            .go();
        });
    }

    /// Says a sentence where the person looks.
    pub(super) fn say(self, sentence: String) {
        let store = self.opened.with_untracked(|opened| match opened {
            Some((_, Opening::Ready(store))) => Some(*store),
            _ => None,
        });
        match store {
            Some(store) => store.tell(sentence),
            None => self.told.set(Some(sentence)),
        }
    }
}
