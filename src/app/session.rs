//! A session: one strategy that is open, wherever it came from.

use std::sync::Arc;

use leptos::prelude::*;

use super::store::Store;
use insight::checks::Finding;
use keep::{DocId, FileState, Version};

/// Save state of the last edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// In the database, read back.
    Yes {
        /// At this time of day.
        at: String,
    },
    /// On its way.
    Saving,
    /// In the journal; the database refuses, for this reason.
    Journal {
        /// In words.
        why: String,
    },
    /// Only on the screen.
    No {
        /// In words.
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
    /// When a file with all that is in the strategy was last given to the browser to be downloaded; `None`: not since the
    /// last change. The browser does not say whether it was written.
    pub downloaded: RwSignal<Option<String>>,
    /// State of the linked file, if there is one.
    pub linked: RwSignal<FileState>,
    /// Its versions and backups, newest first; `None`: they are not looked up yet, or cannot be.
    pub versions: RwSignal<Option<Vec<Version>>, LocalStorage>,
}

impl Saving {
    /// That of a strategy that was just opened.
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
    /// Its storage on this device; `None`: it is only read, and nothing is kept.
    pub saving: Option<Saving>,
    /// Findings of 点検; `None`: it has not run yet.
    pub findings: RwSignal<KnownFindings>,
}

impl Session {
    /// Of a strategy that this device keeps.
    pub fn kept(store: Store, saving: Saving) -> Self {
        Self {
            store,
            saving: Some(saving),
            findings: RwSignal::new(None),
        }
    }

    /// Its versions and backups, newest first, now and whenever there are others; none where nothing is kept.
    pub fn versions(self) -> Vec<Version> {
        let versions = self.saving.and_then(|saving| saving.versions.get());
        versions.unwrap_or_default()
    }

    /// True once its versions are known, or if nothing is kept, so that there are none.
    pub fn knows_versions(self) -> bool {
        self.saving
            .is_none_or(|saving| saving.versions.with(Option::is_some))
    }

    /// That of the components below it.
    pub fn here() -> Self {
        expect_context::<Self>()
    }
}
