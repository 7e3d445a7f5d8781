//! The keeper: what it holds while the app runs, and what exists.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::catalogue::put_last_changed_first;
use super::clock;
use super::document::open_document::OpenDocument;
use super::store::db::Db;
use super::store::local::{Local, LocalKey};
use super::{DocId, Listing, News, Role, SaveState, Trouble};
use browser::{PageLifecycle, random_id};
use strategy::Strategy;

/// Keeps strategies in this browser. Cloning gives another handle to the same keeper; when the last one
/// is dropped, nothing more is written.
#[derive(Clone)]
pub struct Keeper(pub(crate) Rc<Inner>);

/// Callback for news.
type Listener = Rc<dyn Fn(&News)>;

/// Done when the database is gone.
pub(crate) type LossHandler = fn(Rc<Inner>);

pub(crate) struct Inner {
    me: Weak<Inner>,
    /// The name of this copy of the app and of its database, and the beginning of every other name.
    pub app: String,
    /// The name of this tab, never used twice.
    pub tab: String,
    pub local: Local,
    db: RefCell<Result<Rc<Db>, Trouble>>,
    /// The strategies open in this tab.
    pub docs: RefCell<BTreeMap<DocId, OpenDocument>>,
    /// Messages of other tabs about a strategy that is being read.
    pub unreceived: RefCell<BTreeMap<DocId, Vec<String>>>,
    /// Listings that localStorage did not take.
    unlisted: RefCell<BTreeMap<DocId, Listing>>,
    listener: RefCell<Option<Listener>>,
    /// True once the user was told that the journal is full.
    pub told_full: Cell<bool>,
    /// Saves when the page is left.
    pub leaving: RefCell<Option<PageLifecycle>>,
    /// Called when the database is gone; `None` before a strategy is open, so that the code that saves is loaded with
    /// the first one.
    pub on_loss: Cell<Option<LossHandler>>,
}

impl Keeper {
    /// Returns the trouble with the stores of this browser.
    pub fn trouble(&self) -> Option<Trouble> {
        let database = self.0.db.borrow().as_ref().err().cloned();
        database.or_else(|| self.0.local.tried().err())
    }

    /// From now on tells `listener` what happens; only one listens.
    pub fn watch(&self, listener: impl Fn(&News) + 'static) {
        self.0.listener.replace(Some(Rc::new(listener)));
    }

    /// 設定, as the app keeps them; none, too, when they cannot be read.
    pub fn settings<T: DeserializeOwned>(&self) -> Option<T> {
        self.0.local.get(LocalKey::Settings)
    }

    /// Keeps the settings.
    pub fn save_settings<T: Serialize>(&self, settings: &T) -> Result<(), Trouble> {
        self.0.local.set(LocalKey::Settings, settings)
    }

    /// The strategies that are copies of what was handed over in one file, by the number of that handing over.
    pub fn copies_of(&self, id: &str) -> Vec<DocId> {
        let copies = self
            .0
            .local
            .get::<BTreeMap<String, String>>(LocalKey::Copies);
        let copies = copies.unwrap_or_default().into_iter();
        let of = copies.filter(|(_, from)| from == id);
        of.filter_map(|(doc, _)| doc.parse().ok()).collect()
    }

    /// Remembers that a strategy is such a copy.
    pub fn save_copy(&self, doc: DocId, id: &str) -> Result<(), Trouble> {
        let copies = self
            .0
            .local
            .get::<BTreeMap<String, String>>(LocalKey::Copies);
        let mut copies = copies.unwrap_or_default();
        copies.insert(doc.to_string(), id.to_owned());
        self.0.local.set(LocalKey::Copies, &copies)
    }

    /// 一覧: every strategy, the last changed first, those in the trash too.
    pub fn catalogue(&self) -> Vec<Listing> {
        let mut list = self.0.lines();
        put_last_changed_first(&mut list);
        list
    }

    /// True if a key of localStorage holds a line of 一覧: another tab that changes it changes the list.
    pub fn is_of_list(&self, key: &str) -> bool {
        self.0.local.is_of_list(key)
    }

    /// The strategy as it stands here, if it is open.
    pub fn strategy(&self, doc: DocId) -> Option<Strategy> {
        let docs = self.0.docs.borrow();
        docs.get(&doc).map(|open| open.strategy.clone())
    }

    /// Returns the save state of an open strategy.
    pub fn state(&self, doc: DocId) -> Option<SaveState> {
        let docs = self.0.docs.borrow();
        docs.get(&doc).map(|open| open.state.clone())
    }

    /// Returns the role of this tab for an open strategy.
    pub fn role(&self, doc: DocId) -> Option<Role> {
        let docs = self.0.docs.borrow();
        docs.get(&doc).map(|open| open.role)
    }
}

impl Inner {
    /// A keeper that keeps everything under the name `app`, and has opened nothing yet.
    pub fn new(app: &str) -> Rc<Self> {
        Rc::new_cyclic(|me| Self {
            me: me.clone(),
            app: app.to_owned(),
            tab: format!("{:014x}", random_id()),
            local: Local::new(app),
            db: RefCell::new(Err(Trouble::DatabaseSilent)),
            docs: RefCell::default(),
            unreceived: RefCell::default(),
            unlisted: RefCell::default(),
            listener: RefCell::default(),
            told_full: Cell::new(false),
            leaving: RefCell::default(),
            on_loss: Cell::new(None),
        })
    }

    /// The database, opened again if the browser closed it.
    pub async fn db(&self) -> Result<Rc<Db>, Trouble> {
        let current = self.db.borrow().clone();
        match current {
            Ok(db) if !db.is_closed() => Ok(db),
            Err(Trouble::Outdated) => Err(Trouble::Outdated),
            _ => {
                let inner = self.me.clone();
                let on_loss = Rc::new(move || {
                    if let Some(inner) = inner.upgrade()
                        && let Some(act) = inner.on_loss.get()
                    {
                        act(inner);
                    }
                });
                let opened = Db::open_in_time(&self.app, on_loss).await.map(Rc::new);
                *self.db.borrow_mut() = opened.clone();
                opened
            }
        }
    }

    /// From now on writes nothing: a newer app is at work.
    pub fn stop(&self) {
        *self.db.borrow_mut() = Err(Trouble::Outdated);
    }

    /// Changes an open strategy.
    pub fn change<T>(&self, doc: DocId, change: impl FnOnce(&mut OpenDocument) -> T) -> Option<T> {
        self.docs.borrow_mut().get_mut(&doc).map(change)
    }

    /// Says how the saving of a strategy stands, if that is new.
    pub fn set_state(&self, doc: DocId, state: SaveState) {
        let changed = {
            let mut docs = self.docs.borrow_mut();
            docs.get_mut(&doc).is_some_and(|open| {
                let changed = open.state != state;
                open.state = state.clone();
                changed
            })
        };
        if changed {
            self.tell(&News::State(doc, state));
        }
    }

    /// Tells the app.
    pub fn tell(&self, news: &News) {
        let listener = self.listener.borrow().clone();
        if let Some(listener) = listener {
            listener(news);
        }
    }

    /// Tells the app of a trouble.
    pub fn warn(&self, doc: DocId, trouble: Trouble) {
        self.tell(&News::Trouble(Some(doc), trouble));
    }

    /// Every line of the list.
    fn lines(&self) -> Vec<Listing> {
        let mut list = self.unlisted.borrow().clone();
        for doc in self.local.listed() {
            if let Some(listing) = self.local.get(LocalKey::Listing(doc)) {
                list.insert(doc, listing);
            }
        }
        list.into_values().collect()
    }

    /// Returns the line of a strategy that is changed now: the last changed of the list (K22).
    pub fn changed_now(&self, doc: DocId, strategy: &Strategy) -> Listing {
        let mut listing = Listing::of(doc, strategy, clock::now());
        listing.continue_in(&self.lines());
        listing
    }

    /// Puts a line into the list.
    pub fn list(&self, listing: Listing) {
        let doc = listing.doc;
        let mut unlisted = self.unlisted.borrow_mut();
        match self.local.set(LocalKey::Listing(doc), &listing) {
            Ok(()) => unlisted.remove(&doc),
            Err(_) => unlisted.insert(doc, listing),
        };
    }

    /// The line of the list.
    pub fn listing(&self, doc: DocId) -> Option<Listing> {
        let unlisted = self.unlisted.borrow().get(&doc).cloned();
        unlisted.or_else(|| self.local.get(LocalKey::Listing(doc)))
    }

    /// True if the list says that the strategy is in the trash.
    pub fn is_trashed(&self, doc: DocId) -> bool {
        self.listing(doc).is_some_and(|line| line.trashed.is_some())
    }

    /// Takes a line out of the list.
    pub fn unlist(&self, doc: DocId) {
        self.unlisted.borrow_mut().remove(&doc);
        self.local.remove(LocalKey::Listing(doc));
    }
}
