//! State of a publication: the site as it would be made, the concerns to look at, and the publication before.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

use crate::display::Display;
use crate::job::Job;
use crate::job_runner::Desk;
use crate::one_file::{Purpose, delivered};
use crate::session::Session;
use crate::store::Store;
use crate::strategy_file::written;
use crate::trouble::trouble_text;
use crate::workspace::Workspace;
use ::words::{Language, publication as words};
use browser::files::Pieces;
use browser::raster;
use device::asset::Unfetched;
use device::choices::{fetched, spoken};
use device::clock;
use jobs::publisher::{Publisher, PublisherRequest, SiteOrder, SiteSummary, Unprepared};
use keep::Version;
use output::site::{PICTURE_SIZE, languages};
use strategy::*;

/// A site that can be looked at and packed.
#[derive(Clone)]
pub struct Prepared {
    /// The strategy it was made of.
    pub strategy: Rc<Strategy>,
    /// The day of publication.
    pub published: String,
    /// Runner of the publisher that made the site, and shows and packs it.
    pub desk: Desk<Publisher>,
    /// Its summary.
    pub told: Rc<SiteSummary>,
}

/// State of the page. Copy it freely.
#[derive(Clone, Copy)]
pub struct PublicationState {
    /// The open strategy.
    pub store: Store,
    /// The session it is open in.
    pub session: Session,
    /// The language it is shown in.
    display: Display,
    /// The site prepared from the present strategy; an edit removes it.
    pub prepared: RwSignal<Option<Prepared>, LocalStorage>,
    /// Why it could not be prepared.
    pub failed: RwSignal<Option<String>>,
    /// The preparation.
    pub preparing: Job,
    /// Runner of the publisher, kept from one preparation to the next.
    desk: StoredValue<Option<Desk<Publisher>>, LocalStorage>,
}

impl PublicationState {
    /// Nothing is prepared.
    pub fn set_up() -> Self {
        let state = Self {
            store: Store::here(),
            session: Session::here(),
            display: Display::here(),
            prepared: RwSignal::new_local(None),
            failed: RwSignal::new(None),
            preparing: Job::new(),
            desk: StoredValue::new_local(None),
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

    /// Changes a choice, as a step of the history.
    pub fn choose(self, change: impl FnOnce(&mut Publishing)) {
        self.write(change);
        // All choices are one field: without this, two ticks would be one step.
        self.store.seal();
    }

    /// Changes a text that is being typed.
    pub fn write(self, change: impl FnOnce(&mut Publishing)) {
        self.store.edit(|s| edit::change_publishing(s, change));
    }

    /// Changes the period or the address of comments, as a step of the history.
    pub fn invite(self, change: impl FnOnce(&mut PublicComment)) {
        self.store.edit(|s| edit::change_public_comment(s, change));
    }

    /// The publications that are kept, the last first.
    pub fn publications(self) -> Vec<Version> {
        let mut all = self.session.versions();
        all.retain(|version| version.publication.is_some());
        all
    }

    /// Prepares what is published.
    pub fn prepare(self, workspace: Workspace) {
        self.failed.set(None);
        spawn_local(async move {
            match self.preparing.run(self.prepared(workspace)).await {
                Some(Ok(prepared)) => {
                    self.prepared.try_set(Some(prepared));
                }
                Some(Err(sentence)) => {
                    self.failed.try_set(Some(sentence));
                }
                None => {}
            }
        });
    }

    /// Cancels the preparation and ends the worker that runs it.
    pub fn cancel(self) {
        self.preparing.cancel();
        let running = self.desk.try_update_value(Option::take).flatten();
        if let Some(desk) = running {
            desk.end();
        }
    }

    /// Makes the site of the strategy as it stands, and looks at it.
    async fn prepared(self, workspace: Workspace) -> Result<Prepared, String> {
        let last = untrack(|| self.publications()).into_iter().next();
        let strategy = Rc::new(self.store.with(Strategy::clone));
        let own = untrack(|| self.display.language());
        let (order, files) = order(workspace, own, &strategy, last.as_ref()).await?;
        let published = order.published.clone();
        let asked = PublisherRequest::Prepare(order);
        let files = files.each_ref();
        let mut desk = match self.desk.try_get_value().flatten() {
            Some(desk) => desk,
            None => Desk::open().await,
        };
        self.desk.try_set_value(Some(desk.clone()));
        let mut told: Option<Result<SiteSummary, Unprepared>> = desk.told(&asked, &files).await;
        // A worker that answers nothing is no more: the page does it.
        if told.is_none() && desk.is_beside() {
            desk = Desk::here();
            self.desk.try_set_value(Some(desk.clone()));
            told = desk.told(&asked, &files).await;
        }
        let told = told.ok_or_else(|| words::not_prepared().to_owned())?;
        let told = told.map_err(|why| match (why, last) {
            (Unprepared::Before, Some(last)) => words::no_before(&last.name),
            _ => words::not_prepared().to_owned(),
        })?;
        picture(&desk, &told.picture).await;
        Ok(Prepared {
            strategy,
            published,
            desk,
            told: Rc::new(told),
        })
    }
}

/// Returns the order for a site, and the files that go with it.
async fn order(
    workspace: Workspace,
    own: Language,
    strategy: &Strategy,
    last: Option<&Version>,
) -> Result<(SiteOrder, [Blob; 3]), String> {
    let before = match (last, workspace.keeper()) {
        (Some(version), Some(keeper)) => {
            let before = keeper.read_version(version, |_| {}).await;
            Some(before.map_err(|trouble| trouble_text(&trouble))?)
        }
        _ => None,
    };
    let choices = strategy.about().publishing.clone().unwrap_or_default();
    let voices = voices(&languages(&choices)).await;
    let voices = voices.map_err(|_| words::no_words().to_owned())?;
    let packed = spoken(own).await;
    let packed = packed.map_err(|_| words::no_words().to_owned())?;
    let explorer = match delivered(Purpose::Reading).await {
        Ok(page) => Pieces::from(page.as_slice()),
        // If this edition has no such page, the folder is complete without it.
        Err(_) => Pieces::default(),
    };
    let before_pieces = match &before {
        Some(before) => written(before).await,
        None => Pieces::default(),
    };
    let pieces = [written(strategy).await, before_pieces, explorer];
    let [one, two, three] = pieces.map(|pieces| pieces.blob(""));
    let failed = |_| words::not_prepared().to_owned();
    let files = [
        one.map_err(failed)?,
        two.map_err(failed)?,
        three.map_err(failed)?,
    ];
    let now = clock::now();
    let order = SiteOrder {
        published: now.day().to_owned(),
        time: now.time().to_owned(),
        voices,
        own: (own.tag().to_owned(), packed),
        manifest: before.and(last.and_then(|version| version.publication.clone())),
    };
    Ok((order, files))
}

/// Draws the picture for link previews and hands it over. Without it the folder is whole.
async fn picture(desk: &Desk<Publisher>, drawing: &str) {
    let (wide, high) = PICTURE_SIZE;
    if let Ok(png) = raster::png(drawing, (f64::from(wide), f64::from(high)), 1.0).await {
        desk.text(&PublisherRequest::Picture, &[&png]).await;
    }
}

/// The words of these languages, by their tags.
async fn voices(of: &[Language]) -> Result<Vec<(String, String)>, Unfetched> {
    let mut all = Vec::new();
    for language in of {
        let packed = fetched(&language.site_file()).await?;
        all.push((language.tag().to_owned(), packed));
    }
    Ok(all)
}
