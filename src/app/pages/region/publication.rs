//! 公表 of 広域: what to look at before, the pages as they will look, and the folder to put up.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::gathering::strategy_of;
use super::state::{Region, TABLE};
use crate::job::{Job, JobStatus};
use crate::parts::{ChangeInput, PageMaker, SitePreview, Tick};
use crate::strategy_file::Download;
use ::words::{Voices, Word, marks, publication, region as words, submissions};
use browser::TimeSlice;
use device::choices::fetched;
use device::{asset, clock};
use format::{Archive, FileKind};
use insight::region::{NationalTable, TownIndex, codes};
use output::site::{RegionConcerns, RegionOrder, RegionPlan, RegionSite, languages};
use strategy::record::WordChoices;
use strategy::{Date, OtherLanguage, Publishing};

/// Names of what is remembered on this device: the office that publishes, its contact, and the languages.
const PUBLISHER: &str = "publisher";
const CONTACT: &str = "contact";
const LANGUAGES: &str = "languages";

/// Pages that can be looked at and packed.
type PreparedSite = Rc<RegionSite>;

/// State of the publication. Copy it freely.
#[derive(Clone, Copy)]
struct RegionPublishing {
    region: Region,
    publisher: RwSignal<String>,
    contact: RwSignal<String>,
    /// Languages of the pages beside Japanese.
    languages: RwSignal<Vec<OtherLanguage>>,
    /// The pages of the present plans; a change removes them.
    prepared: RwSignal<Option<PreparedSite>, LocalStorage>,
    failed: RwSignal<Option<String>>,
    job: Job,
    /// Words of the pages, fetched once.
    voices: StoredValue<Voices, LocalStorage>,
}

/// The section.
#[component]
pub fn RegionPublication() -> impl IntoView {
    let state = RegionPublishing::set_up();
    let job = state.job;
    let is_busy = move || job.is_running() || state.region.gathering.is_reading();
    view! {
        <section class="card region-publication" aria-labelledby="region-publication">
            <h2 id="region-publication">{words::publish_heading()}</h2>
            <p class="sub">{words::publish_note()}</p>
            <div class="request-form">
                {state.field(words::publish_publisher(), words::publish_publisher_hint(), PUBLISHER, state.publisher)}
                {state.field(publication::contact(), publication::contact_hint(), CONTACT, state.contact)}
                <fieldset class="labelled">
                    <legend class="label">{publication::languages()}</legend>
                    <div class="row">{OtherLanguage::ALL.iter().map(|one| state.language(*one)).collect_view()}</div>
                </fieldset>
            </div>
            <p>
                <button type="button" class="btn main" disabled=is_busy on:click=move |_| state.prepare()>
                    {publication::prepare()}
                </button>
            </p>
            <JobStatus job cancel=publication::cancel() />
            <p class="bad-text" role="alert">{move || state.failed.get()}</p>
            {move || state.prepared.get().map(|prepared| whole(state, &prepared))}
        </section>
    }
}

impl RegionPublishing {
    fn set_up() -> Self {
        let region: Region = expect_context();
        let remembered = region.workspace.collecting();
        let remembered = |name: &str| remembered.get(name).cloned().unwrap_or_default();
        let state = Self {
            region,
            publisher: RwSignal::new(remembered(PUBLISHER)),
            contact: RwSignal::new(remembered(CONTACT)),
            languages: RwSignal::new({
                let chosen = remembered(LANGUAGES);
                let chosen = chosen.split(' ').filter_map(OtherLanguage::of);
                chosen.collect()
            }),
            prepared: RwSignal::new_local(None),
            failed: RwSignal::new(None),
            job: Job::new(),
            voices: StoredValue::new_local(Voices::default()),
        };
        Effect::new(move |_| {
            region.heads.track();
            region.uses.track();
            region.name.track();
            region.groups.track();
            region.named.track();
            region.joined.track();
            state.publisher.track();
            state.contact.track();
            state.languages.track();
            state.prepared.set(None);
        });
        state
    }

    /// A field that this device remembers.
    fn field(
        self,
        label: &'static str,
        hint: &'static str,
        name: &'static str,
        value: RwSignal<String>,
    ) -> AnyView {
        let write = move |text: String| {
            value.set(text);
            let workspace = self.region.workspace;
            workspace.remember_collecting(name, value.get_untracked());
        };
        view! { <ChangeInput label hint value on_change=write /> }.into_any()
    }

    /// A language that can be chosen, remembered on this device.
    fn language(self, language: OtherLanguage) -> AnyView {
        let set = move |on: bool| {
            self.languages.update(|all| {
                all.retain(|one| *one != language);
                all.extend(on.then_some(language));
            });
            let keys = self.languages.get_untracked();
            let keys: Vec<_> = keys.iter().map(|one| one.key()).collect();
            let workspace = self.region.workspace;
            workspace.remember_collecting(LANGUAGES, keys.join(" "));
        };
        let on = move || self.languages.with(|all| all.contains(&language));
        view! {
            <Tick on=Signal::derive(on) set><span>{language.word()}</span></Tick>
        }
        .into_any()
    }

    fn prepare(self) {
        self.failed.set(None);
        self.prepared.set(None);
        spawn_local(async move {
            match self.job.run(self.made()).await {
                Some(Ok(site)) => {
                    self.prepared.try_set(Some(Rc::new(site)));
                }
                Some(Err(sentence)) => {
                    self.failed.try_set(Some(sentence));
                }
                None => {}
            }
        });
    }

    /// Reads every plan again, as its town publishes it. A plan that cannot be read ends it: no town is left out unsaid.
    async fn made(self) -> Result<RegionSite, String> {
        let chosen = Publishing {
            languages: self.languages.get_untracked(),
            ..Publishing::default()
        };
        let mut spoken = Vec::new();
        for language in languages(&chosen) {
            let packed = fetched(&language.site_file()).await;
            let packed = packed.map_err(|_| publication::no_words().to_owned())?;
            let voice = self
                .voices
                .try_update_value(|voices| voices.voice("site", language.tag(), packed));
            spoken.push(voice.ok_or_else(String::new)?);
        }
        let region = self.region;
        let table = self.table().await?;
        let towns = region.towns.get_untracked();
        let mut plans = Vec::new();
        let mut slice = TimeSlice::new();
        for (done, town) in towns.iter().enumerate() {
            self.job.report(words::publish_read(towns.len(), done));
            let strategy = strategy_of(region.workspace, &town.origin).await?;
            plans.push(RegionPlan::of(&strategy, region.workspace.this_year()));
            slice.yield_if_due().await;
        }
        let heads: Vec<_> = towns.iter().map(|town| Arc::clone(&town.head)).collect();
        let named = region.named.get_untracked();
        let codes = codes(&heads, &TownIndex::of(&table), &named, "");
        let order = RegionOrder {
            name: region.name.get_untracked(),
            publisher: self.publisher.get_untracked(),
            contact: self.contact.get_untracked(),
            languages: chosen.languages,
            published: Date(clock::now().day().to_owned()),
            groups: region.groups.get_untracked(),
            joined: untrack(|| region.joins()),
        };
        let uses = region.uses.get_untracked();
        let made = RegionSite::new(order, plans, codes, uses, &spoken);
        made.map_err(|_| publication::not_prepared().to_owned())
    }

    /// The municipalities of Japan. Without areas the pages do without them.
    async fn table(self) -> Result<Arc<NationalTable>, String> {
        if let Some(table) = self.region.table.get_untracked() {
            return Ok(table);
        }
        let bytes = asset::load(TABLE).await.ok();
        match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(text) => Ok(Arc::new(NationalTable::read(&text))),
            None if self.region.groups.with_untracked(Vec::is_empty) => Ok(Arc::default()),
            None => Err(submissions::not_loaded().to_owned()),
        }
    }

    /// Packs the files, and gives the archive to the browser.
    async fn saved(self, site: PreparedSite) -> Result<(), String> {
        let failed = |_| publication::not_packed().to_owned();
        let mut archive = Archive::default();
        let mut slice = TimeSlice::new();
        for (done, file) in site.files().enumerate() {
            archive.add(&file.path, &file.bytes).map_err(failed)?;
            if slice.yield_if_due().await {
                self.job
                    .report(publication::packed(site.file_count(), done + 1));
            }
        }
        let bytes = archive.finish().map_err(failed)?;
        let own = self.region.name.get_untracked();
        let file = Download::of_town(&own, words::publish_file(), FileKind::Archive);
        let name = file.bytes(Some(&bytes))?;
        self.region.workspace.say(publication::written(&name));
        Ok(())
    }

    fn save(self, site: PreparedSite) {
        self.failed.set(None);
        spawn_local(async move {
            let saved = self.job.run(self.saved(site)).await;
            self.failed.try_set(saved.and_then(Result::err));
        });
    }
}

/// Shows the facts to look at before, the preview and the button that saves.
fn whole(state: RegionPublishing, site: &PreparedSite) -> AnyView {
    let concerns = sentences(&site.concerns());
    let seen = RwSignal::new(concerns.is_empty());
    let asks = !concerns.is_empty();
    let none = (!asks).then(|| view! { <p>{words::publish_none()}</p> });
    let listed = concerns.into_iter().map(|one| view! { <li>{one}</li> });
    let pages = site.pages();
    let page: PageMaker = {
        let site = Rc::clone(site);
        Rc::new(move |there| Box::pin(std::future::ready(site.preview(&there))))
    };
    let site = StoredValue::new_local(Rc::clone(site));
    view! {
        <h3>{publication::concerns()}</h3>
        {none}
        <ul class="plain-list">{listed.collect_view()}</ul>
        <SitePreview pages page />
        <div class="publish-act">
            <Show when=move || asks>
                <Tick on=seen set=move |on| seen.set(on)><span>{publication::seen_all()}</span></Tick>
            </Show>
            <button
                type="button"
                class="btn main"
                disabled=move || !seen.get() || state.job.is_running()
                on:click=move |_| state.save(site.get_value())
            >
                {publication::write()}
            </button>
            <p class="sub">{words::publish_write_note()}</p>
        </div>
    }
    .into_any()
}

/// Says what to look at before the pages are published.
fn sentences(concerns: &RegionConcerns) -> Vec<String> {
    // A town with two plans is named once.
    let named = |towns: &[String], say: fn(usize, String) -> String| {
        let mut names = towns.to_vec();
        names.dedup();
        (!towns.is_empty()).then(|| say(towns.len(), names.join(marks::list())))
    };
    let all = [
        named(&concerns.drafts, |count, names| {
            words::publish_drafts(count, names)
        }),
        named(&concerns.unaddressed, |count, names| {
            words::publish_unaddressed(count, names)
        }),
        (!concerns.has_name).then(|| words::publish_no_name().to_owned()),
        (!concerns.has_contact).then(|| words::publish_no_contact().to_owned()),
    ];
    all.into_iter().flatten().collect()
}
