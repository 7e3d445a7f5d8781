//! What is about to be published: the site as it would be made, what to look at in it, and what was published before.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::app::asset::Unfetched;
use crate::app::choices::fetched;
use crate::app::one_file::{Purpose, delivered};
use crate::app::session::Session;
use crate::app::store::Store;
use crate::app::workspace::Workspace;
use crate::edit;
use crate::keep::{Keeper, Version};
use crate::publish::site::{Before, Concerns, Site, languages, public_subset};
use crate::strategy::*;
use crate::words::{Language, Voice, publication as words};

/// A site that can be looked at and packed.
#[derive(Clone)]
pub struct Prepared {
    /// The strategy it was made of.
    pub strategy: Rc<Strategy>,
    /// The site.
    pub site: Rc<Site>,
    /// What to look at before it is published.
    pub concerns: Rc<Concerns>,
    /// The day of the publication before; `None`: there was none.
    pub before: Option<String>,
}

/// What the page holds of its own. Copy it freely.
#[derive(Clone, Copy)]
pub struct PublicationState {
    /// The open strategy.
    pub store: Store,
    /// The session it is open in.
    pub session: Session,
    /// What was prepared of the strategy as it stands; an edit takes it away.
    pub prepared: RwSignal<Option<Prepared>, LocalStorage>,
    /// Why it could not be prepared.
    pub failed: RwSignal<Option<String>>,
    /// Whether it is being prepared.
    pub busy: RwSignal<bool>,
}

impl PublicationState {
    /// Nothing is prepared.
    pub fn set_up() -> Self {
        let state = Self {
            store: Store::here(),
            session: Session::here(),
            prepared: RwSignal::new_local(None),
            failed: RwSignal::new(None),
            busy: RwSignal::new(false),
        };
        Effect::new(move |_| {
            state.store.revision();
            state.prepared.set(None);
        });
        state
    }

    /// The choices of the town.
    pub fn choices(self) -> Publishing {
        self.store.about().publishing.clone().unwrap_or_default()
    }

    /// Changes the choices, as a step of the history.
    pub fn choose(self, change: impl FnOnce(&mut Publishing)) {
        self.store.edit(|s| {
            edit::set(s, About::ID, edit::Field::of("publishing", None), |about| {
                change(about.publishing.get_or_insert_default())
            })
        });
    }

    /// The publications that are kept, the last first.
    pub fn publications(self) -> Vec<Version> {
        let mut all = self.session.versions();
        all.retain(|version| version.publication.is_some());
        all
    }

    /// Makes the site of the strategy as it stands, and looks at it.
    pub async fn prepare(self, workspace: Workspace) -> Result<Prepared, String> {
        let last = untrack(|| self.publications()).into_iter().next();
        let before = match (last, workspace.keeper()) {
            (Some(version), Some(keeper)) => Some(before(&keeper, &version).await?),
            _ => None,
        };
        let strategy = Rc::new(self.store.with(Strategy::clone));
        let choices = strategy.about().publishing.clone().unwrap_or_default();
        let voices = voices(&languages(&choices)).await;
        let voices = voices.map_err(|_| words::no_words().to_owned())?;
        let today = Date(workspace.today());
        let site = Site::new(&strategy, before.as_ref(), &today, &voices);
        let mut site = site.map_err(|_| words::no_words().to_owned())?;
        // Where this edition has no such page, the folder is whole without it.
        if let Ok(page) = delivered(Purpose::Reading).await {
            site = site.with_explorer(page);
        }
        Ok(Prepared {
            strategy,
            concerns: Rc::new(site.concerns(before.as_ref())),
            site: Rc::new(site),
            before: before.map(|before| before.manifest.published),
        })
    }
}

/// The publication that a version keeps.
async fn before(keeper: &Keeper, version: &Version) -> Result<Before, String> {
    let failed = || words::no_before(&version.name);
    let strategy = keeper.read_version(version, |_| {}).await;
    let strategy = strategy.map_err(|trouble| trouble.to_string())?;
    let choices = strategy.about().publishing.clone().unwrap_or_default();
    let manifest = version.publication.as_deref().unwrap_or_default();
    Before::of(manifest.as_bytes(), public_subset(&strategy, &choices)).map_err(|_| failed())
}

thread_local! {
    /// The languages that were fetched.
    static VOICES: RefCell<Vec<Voice>> = const { RefCell::new(Vec::new()) };
}

/// These languages, each fetched once.
async fn voices(of: &[Language]) -> Result<Vec<Voice>, Unfetched> {
    let mut all = Vec::new();
    for language in of {
        let known = |voice: &&Voice| voice.language() == *language;
        let there = VOICES.with_borrow(|voices| voices.iter().find(known).copied());
        let voice = match there {
            Some(voice) => voice,
            None => Voice::new(*language, fetched(&language.site_file()).await?),
        };
        if there.is_none() {
            VOICES.with_borrow_mut(|voices| voices.push(voice));
        }
        all.push(voice);
    }
    Ok(all)
}
