//! localStorage through `gloo-storage`: settings, the list of what exists, the journal.

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{DocId, Trouble, parsed};
use strategy::sort;

/// Everything the app keeps in localStorage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LocalKey<'a> {
    /// The folder of the copy of the app that claimed this name.
    Owner,
    /// 設定.
    Settings,
    /// The strategies that are copies of what was handed over.
    Copies,
    /// The line of the list for a strategy.
    Listing(DocId),
    /// An edit of a strategy, by tab and number, that is not known to be in the database.
    Journal(DocId, &'a str, u64),
    /// Something put there to see whether it is taken.
    Trial,
    /// The tab that writes a strategy and the time of its last heartbeat, where there are no Web Locks.
    Writer(DocId),
}

/// localStorage, under the name of the app.
#[derive(Debug, Clone)]
pub(crate) struct Local {
    app: String,
}

/// The first word of every listing's key.
const LISTING: &str = "listing";
/// The first word of every journal entry's key.
const JOURNAL: &str = "journal";

impl Local {
    pub fn new(app: &str) -> Self {
        Self {
            app: app.to_owned(),
        }
    }

    /// Fails if localStorage is switched off: already the access to it fails there.
    pub fn allowed(&self) -> Result<(), Trouble> {
        web_sys::window()
            .and_then(|window| window.local_storage().ok().flatten())
            .map(|_| ())
            .ok_or(Trouble::LocalOff)
    }

    /// Fails if localStorage cannot be written.
    pub fn tried(&self) -> Result<(), Trouble> {
        self.allowed()?;
        self.set_text(LocalKey::Trial, "?")?;
        self.remove(LocalKey::Trial);
        Ok(())
    }

    fn name(&self, key: LocalKey) -> String {
        let app = &self.app;
        match key {
            LocalKey::Owner => format!("{app}/owner"),
            LocalKey::Settings => format!("{app}/settings"),
            LocalKey::Copies => format!("{app}/copies"),
            LocalKey::Listing(doc) => format!("{app}/{LISTING}/{doc}"),
            LocalKey::Journal(doc, tab, seq) => format!("{app}/{JOURNAL}/{doc}/{tab}/{seq}"),
            LocalKey::Trial => format!("{app}/trial"),
            LocalKey::Writer(doc) => format!("{app}/writer/{doc}"),
        }
    }

    /// True if a name is that of a line of the list.
    pub fn is_of_list(&self, name: &str) -> bool {
        let of_app = name.strip_prefix(&*self.app);
        let of_list = of_app.and_then(|rest| rest.strip_prefix('/')?.strip_prefix(LISTING));
        of_list.is_some_and(|rest| rest.starts_with('/'))
    }

    /// Reads the value of a key; `None`, too, if it cannot be read.
    pub fn get<T: DeserializeOwned>(&self, key: LocalKey) -> Option<T> {
        self.allowed().ok()?;
        let text = LocalStorage::raw().get_item(&self.name(key)).ok()??;
        parsed(&text).ok()
    }

    /// Keeps a value under a key.
    pub fn set<T: Serialize>(&self, key: LocalKey, value: &T) -> Result<(), Trouble> {
        self.allowed()?;
        LocalStorage::set(self.name(key), value).map_err(|error| match error {
            StorageError::JsError(_) => Trouble::LocalFull,
            _ => Trouble::LocalOff,
        })
    }

    /// Keeps a text, as it is, under a key.
    pub fn set_text(&self, key: LocalKey, text: &str) -> Result<(), Trouble> {
        self.allowed()?;
        LocalStorage::raw()
            .set_item(&self.name(key), text)
            .map_err(|_| Trouble::LocalFull)
    }

    /// Forgets a key.
    pub fn remove(&self, key: LocalKey) {
        if self.allowed().is_ok() {
            LocalStorage::delete(self.name(key));
        }
    }

    /// The keys under a first word, and below that.
    fn under(&self, word: &str) -> Vec<String> {
        if self.allowed().is_err() {
            return Vec::new();
        }
        let start = format!("{}/{word}/", self.app);
        let raw = LocalStorage::raw();
        (0..raw.length().unwrap_or_default())
            .filter_map(|index| raw.key(index).ok().flatten())
            .filter_map(|name| name.strip_prefix(&start).map(ToOwned::to_owned))
            .collect()
    }

    /// The strategies listed.
    pub fn listed(&self) -> Vec<DocId> {
        self.under(LISTING)
            .iter()
            .filter_map(|name| name.parse().ok())
            .collect()
    }

    /// The names of all copies of the app on this host under which plans are listed.
    pub fn listed_names(&self) -> Vec<String> {
        if self.allowed().is_err() {
            return Vec::new();
        }
        let raw = LocalStorage::raw();
        let mark = format!("/{LISTING}/");
        (0..raw.length().unwrap_or_default())
            .filter_map(|index| raw.key(index).ok().flatten())
            .filter_map(|key| Some(key.rsplit_once(&mark)?.0.to_owned()))
            .collect()
    }

    /// The journal's entries for a strategy: tab, number, text.
    pub fn journal(&self, doc: DocId) -> Vec<(String, u64, String)> {
        let raw_text = |tab: &str, seq| {
            LocalStorage::raw()
                .get_item(&self.name(LocalKey::Journal(doc, tab, seq)))
                .ok()
                .flatten()
        };
        self.under(&format!("{JOURNAL}/{doc}"))
            .iter()
            .filter_map(|name| {
                let (tab, seq) = name.split_once('/')?;
                let seq = seq.parse().ok()?;
                Some((tab.to_owned(), seq, raw_text(tab, seq)?))
            })
            .collect()
    }

    /// The strategies that have entries in the journal.
    pub fn journaled(&self) -> Vec<DocId> {
        let mut docs: Vec<DocId> = self
            .under(JOURNAL)
            .iter()
            .filter_map(|name| name.split('/').next()?.parse().ok())
            .collect();
        sort::ascending(&mut docs);
        docs.dedup();
        docs
    }
}
