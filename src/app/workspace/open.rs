//! Opening and closing a strategy; its edits on their way to the keeper.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::{DocumentCommand, Opening, Workspace};
use crate::route::{Page, Route};
use crate::session::{Saved, Saving, Session};
use crate::store::Store;
use crate::trouble::trouble_text;
use ::words::shell as words;
use browser::focus::focus;
use browser::{quota, time};
use edit::{Edit, StepRole};
use format::json;
use keep::{DocId, News, Role, SaveState};
use strategy::Strategy;

thread_local! {
    /// Notice for a strategy once it is open.
    static TO_SAY: RefCell<Option<(DocId, String)>> = const { RefCell::new(None) };
}

/// Returns the first page of a new strategy: for the file of a table, the page of the session; for a part that was
/// handed out, its instructions; for any other, the page asked for.
fn first_page(strategy: &Strategy, page: Page) -> Page {
    if strategy.about().handed.is_some() {
        return Page::Hands;
    }
    let mut sessions = strategy.sessions.iter();
    let own = sessions.find(|one| !one.at_table.is_empty());
    own.map_or(page, |one| Page::Workshop(Some(one.id)))
}

impl Workspace {
    /// Wants the strategy that the address names open, and no other.
    pub fn want(self, doc: Option<DocId>) {
        self.wanted.set(doc);
        if self.ready.get() && self.current() != doc {
            self.send(DocumentCommand::Open);
        }
    }

    /// Returns the strategy that is open, or being opened.
    pub(super) fn current(self) -> Option<DocId> {
        self.opened
            .with_untracked(|opened| opened.as_ref().map(|(id, _)| *id))
    }

    /// Opens the strategy wanted, and closes the one open before.
    pub(super) fn open(self) {
        let (doc, before) = (self.wanted.get_untracked(), self.current());
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
        self.opened.set(Some((doc, Opening::Wait(progress, None))));
        self.with_cover(doc, false);
        let Some(keeper) = self.keeper() else { return };
        spawn_local(async move {
            let loaded = keeper.open_doc(doc, move |share| progress.set(share)).await;
            if self.wanted.get_untracked() != Some(doc) {
                return;
            }
            match loaded {
                Ok(loaded) => {
                    self.show_strategy(doc, loaded.strategy, loaded.role);
                    if let (Some(saving), Some(state)) = (self.saving(doc), keeper.state(doc)) {
                        saving.state.set(saved(&state));
                    }
                    if loaded.replayed > 0 {
                        self.say(words::replayed(loaded.replayed));
                    }
                    let to_say = TO_SAY.take().filter(|(of, _)| *of == doc);
                    if let Some((_, sentence)) = to_say {
                        self.say(sentence);
                    }
                    if let Some(trouble) = loaded.trouble {
                        self.tell_trouble(Some(doc), trouble);
                    }
                    self.cover_soon(doc);
                    self.count_versions(doc).await;
                    self.tell_unanswered(doc).await;
                }
                Err(trouble) => {
                    self.opened.set(Some((doc, Opening::Failed(trouble))));
                    self.refresh_storage().await;
                }
            }
        });
    }

    /// Returns the state of opening of the strategy with this number.
    pub fn opening(self, doc: DocId) -> Option<Opening> {
        self.opened.with(|opened| match opened {
            Some((id, opening)) if *id == doc => Some(opening.clone()),
            _ => None,
        })
    }

    /// Returns the storage of the open strategy, if it has this number.
    pub(super) fn saving(self, doc: DocId) -> Option<Saving> {
        let session = untrack(|| self.session());
        session?.saving.filter(|saving| saving.doc == doc)
    }

    fn close(self, doc: DocId) {
        device::crash::set_rescue(None);
        self.opened.set(None);
        let owner = self.owner.with_value(Owner::clone);
        self.owner.set_value(Owner::new());
        // After the components that read its signals are gone.
        request_animation_frame(move || owner.cleanup());
        if let Some(keeper) = self.keeper() {
            spawn_local(async move {
                if let Err(trouble) = keeper.close_doc(doc).await {
                    self.tell_trouble(Some(doc), trouble);
                }
            });
        }
    }

    /// Makes a session of a strategy, to be shown and edited.
    pub(super) fn show_strategy(self, doc: DocId, strategy: Strategy, role: Role) {
        let saving = self.saving(doc);
        let session = self.owner.with_value(|owner| {
            owner.with(|| {
                let store = Store::new(strategy, move |edit, way| self.record(doc, edit, way));
                Session::kept(store, saving.unwrap_or_else(|| Saving::new(doc)))
            })
        });
        let store = session.store;
        store.reading().set(role == Role::Reader);
        if let Some(keeper) = self.keeper() {
            store.trashed().set(keeper.is_trashed(doc));
            if let Some(saving) = session.saving {
                saving.linked.set(keeper.file_state(doc));
            }
        }
        device::crash::set_rescue(Some(Box::new(move || {
            store.rescue().map(|strategy| json::write(&strategy))
        })));
        self.opened.set(Some((doc, Opening::Ready(session))));
        if role == Role::Writer {
            self.remember_steps(doc, store);
        }
    }

    /// Looks up what was done in earlier sittings, once the page stands.
    fn remember_steps(self, doc: DocId, store: Store) {
        let Some(keeper) = self.keeper() else { return };
        let Some(upto) = keeper.seq(doc) else { return };
        let of_store = move || untrack(|| self.open_store()) == Some(store);
        spawn_local(async move {
            time::idle().await;
            // Without them everything can be done but to take back what was done before.
            if let Ok(before) = keeper.steps(doc, upto).await
                && of_store()
            {
                store.remember(before);
            }
        });
    }

    /// Keeps an edit: in the journal at once, in the database soon.
    fn record(self, doc: DocId, edit: &Edit, way: StepRole) {
        let (Some(saving), Some(keeper)) = (self.saving(doc), self.keeper()) else {
            return;
        };
        if saving.downloaded.with_untracked(Option::is_some) {
            saving.downloaded.set(None);
        }
        match keeper.record_as(doc, edit, Some(way)) {
            Ok(()) => self.show_kept(doc),
            Err(trouble) => saving.state.set(Saved::No {
                why: trouble_text(&trouble),
            }),
        }
    }

    /// Shows how the open strategy is kept, and whether what was done would survive the tab.
    fn show_kept(self, doc: DocId) {
        let (Some(session), Some(saving)) = (untrack(|| self.session()), self.saving(doc)) else {
            return;
        };
        let at_risk = self.is_at_risk(doc);
        session.store.kept().set(!at_risk);
        match self.keeper().and_then(|keeper| keeper.state(doc)) {
            Some(SaveState::Saving) if at_risk => saving.state.set(Saved::No {
                why: words::saving_large().to_owned(),
            }),
            Some(state) => saving.state.set(saved(&state)),
            None => {}
        }
    }

    /// Asks the other tab for the writer lock.
    pub fn take_over(self) {
        let (Some(doc), Some(keeper)) = (self.current(), self.keeper()) else {
            return;
        };
        spawn_local(async move {
            if let Err(trouble) = keeper.take_over(doc).await {
                self.say(trouble_text(&trouble));
            }
        });
    }

    /// Opens the strategy that did not open, once more.
    pub fn open_again(self) {
        self.opened.set(None);
        self.send(DocumentCommand::Open);
    }

    /// Keeps a new strategy and opens it at a page.
    pub(super) fn create(self, strategy: Strategy, page: Page) {
        spawn_local(self.open_new(strategy, page, None));
    }

    /// Keeps a new strategy, and says where that fails.
    async fn kept(self, strategy: Strategy) -> Option<DocId> {
        let keeper = self.keeper()?;
        let doc = keeper.create(strategy).await;
        if let Some(state) = keeper.state(doc)
            && let SaveState::JournalOnly(trouble) | SaveState::Failed(trouble) = state
        {
            self.tell_trouble(None, trouble);
        }
        Some(doc)
    }

    /// Keeps a copy of what a page carried, remembers of which handing over, and opens it with a sentence.
    pub(crate) async fn keep_copy(self, strategy: Strategy, id: &str, said: String) {
        let page = first_page(&strategy, Page::Overview);
        if let Some(doc) = self.kept(self.named_apart(strategy)).await {
            if let Some(Err(trouble)) = self.keeper().map(|keeper| keeper.save_copy(doc, id)) {
                self.tell_trouble(Some(doc), trouble);
            }
            TO_SAY.set(Some((doc, said)));
            Route::Open { doc, page }.go();
        }
    }

    /// Opens a new strategy with a sentence.
    pub(super) async fn open_new(self, strategy: Strategy, page: Page, said: Option<String>) {
        let page = first_page(&strategy, page);
        if let Some(doc) = self.kept(strategy).await {
            self.trouble.set(None);
            if let Some(said) = said {
                TO_SAY.set(Some((doc, said)));
            }
            Route::Open { doc, page }.go();
        }
    }

    /// Says a sentence where the person looks.
    pub(crate) fn say(self, sentence: String) {
        match untrack(|| self.open_store()) {
            Some(store) => store.tell(sentence),
            None => self.notice.set(Some(sentence)),
        }
    }

    /// Handles news of the keeper about an open strategy.
    pub(super) fn on_document_event(self, news: &News) {
        let open = untrack(|| self.session());
        let of_open = |doc: &DocId| {
            let session = open.filter(|one| one.saving.is_some_and(|saving| saving.doc == *doc));
            session.map(|session| session.store)
        };
        match news {
            News::State(doc, state) if of_open(doc).is_some() => {
                self.show_kept(*doc);
                match state {
                    SaveState::Saved(_) => {
                        self.saved_again();
                        self.after_save(*doc);
                        self.cover_soon(*doc);
                    }
                    SaveState::JournalOnly(why) | SaveState::Failed(why) => {
                        self.tell_trouble(Some(*doc), why.clone());
                    }
                    SaveState::Saving => {}
                }
            }
            News::File(doc, state) => {
                if let Some(saving) = self.saving(*doc) {
                    saving.linked.set(state.clone());
                }
            }
            News::HandingOver(doc) if of_open(doc).is_some() => leave_field(),
            News::Role(doc, role) => {
                if let Some(store) = of_open(doc) {
                    store.reading().set(*role == Role::Reader);
                }
            }
            News::Trashed(doc, trashed) => {
                if let Some(store) = of_open(doc) {
                    if *trashed {
                        leave_field();
                    }
                    store.trashed().set(*trashed);
                }
            }
            News::Edit(doc, edit) => {
                if let Some(store) = of_open(doc)
                    && store.receive(edit).is_err()
                {
                    // The strategy shown no longer fits: the keeper's own copy is right.
                    if let Some(strategy) = self.keeper().and_then(|keeper| keeper.strategy(*doc)) {
                        self.show_strategy(*doc, strategy, Role::Reader);
                    }
                }
            }
            News::Reread(doc, strategy) if of_open(doc).is_some() => {
                let role = self
                    .keeper()
                    .and_then(|keeper| keeper.role(*doc))
                    .unwrap_or(Role::Reader);
                self.show_strategy(*doc, strategy.clone(), role);
            }
            _ => {}
        }
    }

    /// After a save: asks once for a lasting store, and, if no other save follows soon, keeps a backup when one is due.
    fn after_save(self, doc: DocId) {
        let Some(keeper) = self.keeper() else { return };
        self.saves
            .update_value(|saves| *saves = saves.wrapping_add(1));
        let save = self.saves.get_value();
        spawn_local(async move {
            if !self.persisted.get_untracked() && quota::persist().await {
                self.persisted.set(true);
            }
            time::sleep(STILL).await;
            if self.saves.get_value() != save {
                return;
            }
            if let Ok(Some(_)) = keeper.back_up(doc).await {
                self.count_versions(doc).await;
            }
        });
    }
}

/// Time without a save before a backup, in ms: while a person types, it would take time from the keys.
const STILL: i32 = 3_000;

/// Leaves the field being typed in, so that what stands there is recorded now.
fn leave_field() {
    let field = document()
        .active_element()
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(field) = field.filter(|field| field.id() != "main") {
        // If the field cannot be left, nothing was being typed.
        let _ = field.blur();
        focus("main");
    }
}

fn saved(state: &SaveState) -> Saved {
    match state {
        SaveState::Saved(at) => Saved::Yes {
            at: at.time().to_owned(),
        },
        SaveState::Saving => Saved::Saving,
        SaveState::JournalOnly(why) => Saved::Journal {
            why: trouble_text(why),
        },
        SaveState::Failed(why) => Saved::No {
            why: trouble_text(why),
        },
    }
}
