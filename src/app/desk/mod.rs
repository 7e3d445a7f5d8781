//! The desk: which strategies are on this device, which one is open, and how it is kept.

mod errand;
mod files;
mod open;
mod shelf;
mod troubles;

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use serde::{Deserialize, Serialize};

use super::store::Store;
use crate::insight::checks::Finding;
use crate::keep::{DocId, Keeper, Listing, News, Version, clock};
use crate::locale::shell as words;
use crate::strategy::FiscalYear;

pub use errand::{Errand, Hands};
pub use open::Opening;
pub use troubles::Told;

/// A number for a new record, from the browser's own source of chance.
pub fn fresh_id() -> u64 {
    crate::keep::random_id()
}

/// How the open strategy is kept.
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

/// What 点検 found, if it has looked already.
pub type Found = Option<Arc<Vec<Finding>>>;

/// Settings of this device, for every strategy.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Settings {
    theme: String,
    /// What columns of pasted tables hold, by their heads.
    columns: BTreeMap<String, String>,
}

/// Everything about what is kept, for the whole app. Copy it freely.
#[derive(Clone, Copy)]
pub struct Desk {
    keeper: StoredValue<Option<Keeper>, LocalStorage>,
    /// What takes whole strategies in hand, once it is fetched.
    hands: StoredValue<Option<Hands>>,
    /// Errands that wait for the keeper to open what the browser holds.
    early: StoredValue<Vec<Errand>, LocalStorage>,
    ready: RwSignal<bool>,
    cards: RwSignal<Vec<Listing>>,
    wanted: RwSignal<Option<DocId>>,
    opened: RwSignal<Option<(DocId, Opening)>, LocalStorage>,
    saved: RwSignal<Saved>,
    file_saved: RwSignal<Option<String>>,
    versions: RwSignal<Vec<Version>, LocalStorage>,
    trouble: RwSignal<Option<String>>,
    troubles: RwSignal<Vec<Told>>,
    told: RwSignal<Option<String>>,
    asides: RwSignal<Vec<crate::keep::Aside>, LocalStorage>,
    room: RwSignal<Option<(f64, f64)>>,
    persisted: RwSignal<bool>,
    findings: RwSignal<Found>,
    theme: RwSignal<String>,
    /// Owns the signals of the open strategy, to free them when it is closed.
    owner: StoredValue<Owner, LocalStorage>,
}

impl Desk {
    /// Sets the desk up: opens the stores, and follows what they tell.
    pub fn set_up() -> Self {
        let desk = Self {
            keeper: StoredValue::new_local(None),
            hands: StoredValue::new(None),
            early: StoredValue::new_local(Vec::new()),
            ready: RwSignal::new(false),
            cards: RwSignal::new(Vec::new()),
            wanted: RwSignal::new(None),
            opened: RwSignal::new_local(None),
            saved: RwSignal::new(Saved::Saving),
            file_saved: RwSignal::new(None),
            versions: RwSignal::new_local(Vec::new()),
            trouble: RwSignal::new(None),
            troubles: RwSignal::new(Vec::new()),
            told: RwSignal::new(None),
            asides: RwSignal::new_local(Vec::new()),
            room: RwSignal::new(None),
            persisted: RwSignal::new(false),
            findings: RwSignal::new(None),
            theme: RwSignal::new(String::new()),
            owner: StoredValue::new_local(Owner::new()),
        };
        let leaving = window_event_listener(leptos::ev::beforeunload, move |event| {
            let doc = desk
                .opened
                .with_untracked(|opened| opened.as_ref().map(|(doc, _)| *doc));
            if doc.is_some_and(|doc| desk.is_at_risk(doc)) {
                event.prevent_default();
            }
        });
        on_cleanup(move || leaving.remove());
        spawn_local(async move {
            let keeper = Keeper::open().await;
            keeper.watch(move |news| desk.hear(news));
            if let Some(trouble) = keeper.trouble() {
                desk.tell_trouble(None, trouble);
            }
            desk.cards.set(keeper.catalogue());
            if let Some(settings) = keeper.settings::<Settings>() {
                desk.show_theme(&settings.theme);
            }
            desk.keeper.set_value(Some(keeper));
            desk.ready.set(true);
            errand::unsay(desk.told, words::WAITING_STORE);
            desk.send_early();
            desk.look_around().await;
        });
        desk
    }

    /// The desk of this app.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// What keeps the strategies, once the browser's stores are open.
    pub(in crate::app) fn keeper(self) -> Option<Keeper> {
        self.keeper.get_value()
    }

    /// Looks at what is slower to know: room, promise, data set aside.
    pub(in crate::app) async fn look_around(self) {
        let Some(keeper) = self.keeper() else { return };
        let room = keeper.storage_estimate().await;
        self.room
            .set(room.map(|room| (room.used as f64, room.quota as f64)));
        self.persisted.set(keeper.is_persisted().await);
        if let Ok(asides) = keeper.asides().await {
            self.asides.set(asides);
        }
    }

    /// Whether some of an open strategy is in no store yet.
    fn is_at_risk(self, doc: DocId) -> bool {
        self.keeper().is_some_and(|keeper| keeper.is_at_risk(doc))
    }

    /// What the keeper tells.
    fn hear(self, news: &News) {
        match news {
            News::Catalogue => {
                if let Some(keeper) = self.keeper() {
                    self.cards.set(keeper.catalogue());
                }
            }
            News::Trouble(doc, trouble) => {
                self.tell_trouble(*doc, trouble.clone());
                spawn_local(self.look_around());
            }
            _ => self.hear_of(news),
        }
    }

    /// The strategies on this device.
    pub fn cards(self) -> RwSignal<Vec<Listing>> {
        self.cards
    }

    /// How the open strategy is kept.
    pub fn saved(self) -> RwSignal<Saved> {
        self.saved
    }

    /// When a file was last written with all that is in the open strategy; `None`: not since the last change.
    pub fn file_saved(self) -> RwSignal<Option<String>> {
        self.file_saved
    }

    /// The versions and backups of the open strategy, newest first.
    pub fn versions(self) -> RwSignal<Vec<Version>, LocalStorage> {
        self.versions
    }

    /// What is wrong, to be shown until it is closed.
    pub fn trouble(self) -> RwSignal<Option<String>> {
        self.trouble
    }

    /// What is to be said on はじめに.
    pub fn told(self) -> RwSignal<Option<String>> {
        self.told
    }

    /// Data that could not be read, kept as it is.
    pub fn asides(self) -> RwSignal<Vec<crate::keep::Aside>, LocalStorage> {
        self.asides
    }

    /// Bytes used and bytes there are.
    pub fn room(self) -> RwSignal<Option<(f64, f64)>> {
        self.room
    }

    /// Whether the browser has promised not to clear the store.
    pub fn persisted(self) -> RwSignal<bool> {
        self.persisted
    }

    /// What 点検 finds in the open strategy; `None`: not yet looked.
    pub fn findings(self) -> RwSignal<Found> {
        self.findings
    }

    /// 明るさ: empty (as the device), light or dark.
    pub fn theme(self) -> RwSignal<String> {
        self.theme
    }

    /// Changes the theme, and remembers it on this device.
    pub fn set_theme(self, theme: &str) {
        self.show_theme(theme);
        self.settle(|settings| theme.clone_into(&mut settings.theme));
    }

    /// What a person said the columns of pasted tables hold, by their heads.
    pub fn columns(self) -> BTreeMap<String, String> {
        let settings = self
            .keeper()
            .and_then(|keeper| keeper.settings::<Settings>());
        settings.unwrap_or_default().columns
    }

    /// Remembers on this device what columns of pasted tables hold.
    pub fn remember_columns(self, columns: BTreeMap<String, String>) {
        self.settle(|settings| settings.columns = columns);
    }

    /// Changes one of the settings and leaves the others as they are kept.
    fn settle(self, change: impl FnOnce(&mut Settings)) {
        let kept = self.keeper().and_then(|keeper| keeper.settings());
        let mut settings: Settings = kept.unwrap_or_default();
        change(&mut settings);
        if let Some(Err(trouble)) = self.keeper().map(|keeper| keeper.save_settings(&settings)) {
            self.say(trouble.to_string());
        }
    }

    fn show_theme(self, theme: &str) {
        self.theme.set(theme.to_owned());
        if let Some(root) = document().document_element() {
            // Name and value are fixed and valid.
            let _ = root.set_attribute("data-theme", theme);
        }
    }

    /// Today, as an ISO date.
    pub fn today(self) -> String {
        clock::today().0
    }

    /// The fiscal year of today.
    pub fn this_year(self) -> FiscalYear {
        clock::this_fiscal_year()
    }

    /// The open strategy.
    pub fn open_store(self) -> Option<Store> {
        self.opened.with(|opened| match opened {
            Some((_, Opening::Ready(store))) => Some(*store),
            _ => None,
        })
    }
}
