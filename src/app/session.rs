//! A session: one open strategy, whatever its source.

use std::sync::Arc;

use leptos::prelude::*;

use super::store::Store;
use insight::checks::Finding;
use keep::{DocId, FileState, Version};

/// Save state of the last edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// In the database, and read back.
    Yes {
        /// Time of day.
        at: String,
    },
    /// Being saved.
    Saving,
    /// In the journal; the database refuses, for this reason.
    Journal {
        /// The reason, in words.
        why: String,
    },
    /// Only on the screen.
    No {
        /// The reason, in words.
        why: String,
    },
}

/// Storage of the strategy of a session on this device. Copy it freely.
#[derive(Clone, Copy, PartialEq)]
pub struct Saving {
    /// The strategy on this device.
    pub doc: DocId,
    /// Save state of the last edits.
    pub state: RwSignal<Saved>,
    /// Time of the last download of a file with the whole strategy; `None` if there was none since the last change.
    /// The browser does not report whether the file was written.
    pub downloaded: RwSignal<Option<String>>,
    /// State of the linked file, if there is one.
    pub linked: RwSignal<FileState>,
    /// Versions and backups, newest first; `None` until they are read, or if they cannot be.
    pub versions: RwSignal<Option<Vec<Version>>, LocalStorage>,
}

impl Saving {
    /// Makes the state of a strategy that was just opened.
    pub fn new(doc: DocId) -> Self {
        Self {
            doc,
            state: RwSignal::new(Saved::Saving),
            downloaded: RwSignal::new(None),
            linked: RwSignal::new(FileState::NoFile),
            versions: RwSignal::new_local(None),
        }
    }
}

/// Findings of 点検, if it has run.
pub type KnownFindings = Option<Arc<Vec<Finding>>>;

/// A strategy that is open. Copy it freely.
#[derive(Clone, Copy, PartialEq)]
pub struct Session {
    /// The strategy, live.
    pub store: Store,
    /// Storage on this device; `None` if it is read-only, and nothing is stored.
    pub saving: Option<Saving>,
    /// Findings of 点検; `None` until it has run.
    pub findings: RwSignal<KnownFindings>,
}

impl Session {
    /// Makes the session of a strategy that this device stores.
    pub fn kept(store: Store, saving: Saving) -> Self {
        Self {
            store,
            saving: Some(saving),
            findings: RwSignal::new(None),
        }
    }

    /// Tracked: its versions and backups, newest first; none if nothing is stored.
    pub fn versions(self) -> Vec<Version> {
        let versions = self.saving.and_then(|saving| saving.versions.get());
        versions.unwrap_or_default()
    }

    /// Tracked: true once its versions are known, or if nothing is stored, so that there are none.
    pub fn knows_versions(self) -> bool {
        self.saving
            .is_none_or(|saving| saving.versions.with(Option::is_some))
    }

    /// Returns the session of the components below it.
    pub fn here() -> Self {
        expect_context::<Self>()
    }
}
