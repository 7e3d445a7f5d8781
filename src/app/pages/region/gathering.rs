//! Reading the strategies of a region beside the page, to be given up at any time.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File};

use super::crew::Crew;
use super::town::{Origin, Town, TownDigest};
use crate::trouble::trouble_text;
use crate::workspace::{Workspace, read_file};
use ::words::{region as words, shell, submissions};
use browser::worker::Worker;
use browser::{TimeSlice, time};
use insight::region::{Digest, Head, PlanKey};
use jobs::{Batch, DigestQuestion, Digests, WorkerJob};
use keep::read_bytes;
use strategy::Strategy;

/// Head and digest of a strategy.
type TakenTown = (Head, TownDigest);
/// Outcome for a strategy; the error is a sentence.
type ReadingOutcome = Result<TakenTown, String>;

/// Number of questions that a worker has at once: while it reads the files of one, those of the other come from the
/// disk.
const AT_ONCE: usize = 2;
/// Number of files in a question.
const TOGETHER: usize = 8;
/// Number of files that are there already and are named; of more, their number is told.
const FEW_SAME: usize = 3;
/// Time that results wait to be shown, in ms.
const SHOWN_EVERY: i32 = 60;

/// Progress of reading. Copy it freely.
#[derive(Clone, Copy)]
pub struct RegionGathering {
    /// Number of strategies read, and of all; `None`: nothing is being read.
    progress: RwSignal<Option<(usize, usize)>>,
    /// Strategies that could not be read, with the reasons.
    failed: RwSignal<Vec<String>>,
    /// Plans that were replaced by a newer file, in sentences.
    replaced: RwSignal<Vec<String>>,
    /// Plans that are there already, in sentences.
    same: RwSignal<Vec<String>>,
    cancelled: RwSignal<bool>,
    crew: Crew,
}

impl RegionGathering {
    /// Nothing is being read.
    pub fn set_up() -> Self {
        Self {
            progress: RwSignal::new(None),
            failed: RwSignal::new(Vec::new()),
            replaced: RwSignal::new(Vec::new()),
            same: RwSignal::new(Vec::new()),
            cancelled: RwSignal::new(false),
            crew: Crew::coming(),
        }
    }

    /// True if strategies are being read.
    pub fn is_reading(self) -> bool {
        self.progress.with(Option::is_some)
    }

    /// Reads strategies, and lays what is taken of them beside the towns that are there, in their order. One that is there
    /// already, word for word, is not laid twice, and that is said.
    pub fn start(
        self,
        workspace: Workspace,
        towns: RwSignal<Vec<Town>, LocalStorage>,
        origins: Vec<Origin>,
    ) {
        if origins.is_empty() || self.progress.get_untracked().is_some() {
            return;
        }
        self.failed.set(Vec::new());
        self.replaced.set(Vec::new());
        self.same.set(Vec::new());
        self.cancelled.set(false);
        self.progress.set(Some((0, origins.len())));
        let reading = RegionReading {
            gathering: self,
            workspace,
            towns,
            batch: Rc::new(Batch::new(origins)),
            is_laying: Rc::default(),
        };
        if !reading.spread() {
            reading.read_on(None);
        }
    }

    fn close(self) {
        self.failed.set(Vec::new());
        self.same.set(Vec::new());
    }

    fn tell(self, sentence: String) {
        self.replaced.try_update(|all| all.push(sentence));
    }

    /// Tells of a file that is there already.
    fn same(self, sentence: String) {
        self.same.try_update(|all| all.push(sentence));
    }

    /// Returns the sentences about files that were not taken.
    fn refused(self) -> Vec<String> {
        let same = self.same.with(|all| match all.len() > FEW_SAME {
            true => Vec::new(),
            false => all.clone(),
        });
        self.failed.get().into_iter().chain(same).collect()
    }

    /// Returns the sentences about plans that were replaced; of many files that are there already, only their number.
    fn told(self) -> Vec<String> {
        let same = self.same.with(Vec::len);
        let same = (same > FEW_SAME).then(|| submissions::same_files(same));
        self.replaced.get().into_iter().chain(same).collect()
    }

    fn fail(self, sentence: String) {
        self.failed.try_update(|all| all.push(sentence));
    }
}

/// Some strategies that are being read.
#[derive(Clone)]
struct RegionReading {
    gathering: RegionGathering,
    workspace: Workspace,
    towns: RwSignal<Vec<Town>, LocalStorage>,
    batch: Rc<Batch<Origin, ReadingOutcome>>,
    /// True while their results are queued to be added to the comparison.
    is_laying: Rc<Cell<bool>>,
}

impl RegionReading {
    /// Gives each worker as many as it may have at once; whether there are workers.
    fn spread(&self) -> bool {
        let workers = self.gathering.crew.workers();
        for _ in 0..AT_ONCE {
            for worker in &workers {
                self.read_on(Some(Rc::clone(worker)));
            }
        }
        !workers.is_empty()
    }

    /// Reads one after the other as long as there are any; on the page until there are workers.
    fn read_on(&self, worker: Option<Rc<Worker>>) {
        let reading = self.clone();
        self.batch.begin();
        spawn_local(async move {
            let mut slice = TimeSlice::new();
            let most = if worker.is_some() { TOGETHER } else { 1 };
            while reading.is_wanted() {
                let next = reading.batch.next(most);
                if next.is_empty() {
                    break;
                }
                let mut told = reading.told(&next, worker.as_deref()).await.into_iter();
                for (at, origin) in next {
                    let outcome = match told.next().flatten() {
                        Some(told) => Ok(told),
                        // A file that no worker can read, the page reads, or says why not.
                        None => reading.read_here(&origin).await,
                    };
                    reading.batch.put(at, outcome);
                    slice.yield_if_due().await;
                }
                reading.show();
                if worker.is_none() && reading.spread() {
                    break;
                }
            }
            if reading.batch.end() {
                reading.lay();
                reading.gathering.progress.try_set(None);
            }
        });
    }

    /// The page may have been left, too.
    fn is_wanted(&self) -> bool {
        self.gathering.cancelled.try_get_untracked() == Some(false)
    }

    /// Returns a worker's result for each of the files; `None` for a file it cannot read.
    async fn told(
        &self,
        of: &[(usize, Origin)],
        worker: Option<&Worker>,
    ) -> Vec<Option<TakenTown>> {
        let file = |(_, origin): &(usize, Origin)| match origin {
            Origin::File(file) => Some(file.clone()),
            Origin::Device(_) => None,
        };
        let files: Option<Vec<File>> = of.iter().map(file).collect();
        let (Some(worker), Some(files)) = (worker, files) else {
            return Vec::new();
        };
        let files: Vec<&Blob> = files.iter().map(|file| &**file).collect();
        let question = DigestQuestion {
            today: self.workspace.this_year().0,
        };
        let told = worker.ask(Digests::NAME, &question.written(), &files).await;
        let texts: Vec<JsValue> = told
            .dyn_into()
            .map(|told: Array| told.to_vec())
            .unwrap_or_default();
        texts.chunks(2).map(taken).collect()
    }

    async fn read_here(&self, origin: &Origin) -> ReadingOutcome {
        let strategy = strategy_of(self.workspace, origin).await?;
        let digest = Digest::of(&strategy, self.workspace.this_year());
        Ok((Head::of(&digest).0, TownDigest::Read(Arc::new(digest))))
    }

    /// Shows, at first at once and then now and again, how far it has come.
    fn show(&self) {
        if self.is_laying.replace(true) {
            return;
        }
        let reading = self.clone();
        spawn_local(async move {
            if reading.batch.is_shown() {
                time::sleep(SHOWN_EVERY).await;
            }
            reading.is_laying.set(false);
            let progress = reading.gathering.progress;
            if progress.try_get_untracked().flatten().is_some() {
                reading.lay();
                progress.try_set(Some(reading.batch.progress()));
            }
        });
    }

    /// Lays what came of them beside the towns that are there.
    fn lay(&self) {
        let outcomes = self.batch.take();
        if outcomes.is_empty() {
            return;
        }
        self.towns.try_update(|towns| {
            for (origin, outcome) in outcomes {
                match outcome {
                    Ok((head, digest)) if towns.iter().any(|town| town.is(&head, &digest)) => {
                        self.gathering.same(words::twice(&head.town, &head.title));
                    }
                    Ok((head, digest)) => {
                        let key = PlanKey::of(&head);
                        let same = towns.iter().position(|town| town.key.is(&key));
                        let file = match &origin {
                            Origin::File(file) => file.name(),
                            Origin::Device(_) => String::new(),
                        };
                        if let Some(at) = same {
                            if !origin.replaces(&towns[at].origin) {
                                let kept = words::not_replaced(&head.town, &head.title, file);
                                self.gathering.fail(kept);
                                continue;
                            }
                            towns.remove(at);
                            let replaced = words::replaced(&head.town, &head.title, file);
                            self.gathering.tell(replaced);
                        }
                        // They stand in the order of their numbers.
                        let last = towns.last().map(|town| town.number);
                        towns.push(Town {
                            number: last.map_or(0, |last| last + 1),
                            key,
                            head: Arc::new(head),
                            digest,
                            origin,
                        });
                    }
                    Err(sentence) => self.gathering.fail(sentence),
                }
            }
        });
    }
}

/// Reads a worker's result for a file, from its two texts.
fn taken(texts: &[JsValue]) -> Option<TakenTown> {
    let [head, digest] = texts else {
        return None;
    };
    let head = serde_json::from_str(&head.as_string()?).ok()?;
    Some((head, TownDigest::Text(digest.clone().dyn_into().ok()?)))
}

/// The whole strategy of an origin, read anew; the error is a sentence.
pub async fn strategy_of(workspace: Workspace, origin: &Origin) -> Result<Strategy, String> {
    match origin {
        Origin::File(file) => {
            let bytes = read_bytes(file).await;
            let bytes =
                bytes.map_err(|trouble| words::not_read(file.name(), trouble_text(&trouble)))?;
            read_file(&file.name(), &bytes).await
        }
        Origin::Device(doc) => {
            let keeper = workspace.keeper().ok_or_else(String::new)?;
            let strategy = keeper.look_at(*doc).await;
            strategy.map_err(|trouble| trouble_text(&trouble))
        }
    }
}

/// Progress of reading, the button that cancels it, and the files that could not be read.
#[component]
pub fn Progress(gathering: RegionGathering) -> impl IntoView {
    let RegionGathering {
        progress,
        cancelled,
        ..
    } = gathering;
    let reading = Memo::new(move |_| gathering.is_reading());
    let share = move || {
        progress
            .get()
            .map_or(0.0, |(done, of)| done as f64 / of as f64)
    };
    view! {
        <div role="status">
            <Show when=move || reading.get()>
                <div class="row">
                    <progress max="1" value=move || share().to_string() aria-label=words::reading()></progress>
                    <span>{move || progress.get().map(|(done, of)| words::progress(done, of))}</span>
                    <button type="button" class="btn small quiet" on:click=move |_| cancelled.set(true)>
                        {words::cancel()}
                    </button>
                </div>
            </Show>
        </div>
        <div role="status">
            <ul class="plain-list sub">
                {move || gathering.told().into_iter().map(|said| view! { <li>{said}</li> }).collect_view()}
            </ul>
        </div>
        <div role="alert">
            <Show when=move || !gathering.refused().is_empty()>
                <div class="empty bad">
                    <ul class="grow plain-list">
                        {move || gathering.refused().into_iter().map(|why| view! { <li>{why}</li> }).collect_view()}
                    </ul>
                    <button type="button" class="btn small quiet" on:click=move |_| gathering.close()>
                        {shell::close()}
                    </button>
                </div>
            </Show>
        </div>
    }
}
