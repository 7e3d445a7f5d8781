//! Reading the strategies of a region: one after the other, in slices, to be given up at any time.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::workspace::{Workspace, read_file};
use crate::browser::TimeSlice;
use crate::insight::region::Digest;
use crate::keep::{DocId, read_bytes};
use crate::strategy::Strategy;
use crate::words::{region as words, shell};

/// Where a strategy of the region is from.
#[derive(Clone)]
pub enum Origin {
    /// Kept on this device.
    Device(DocId),
    /// A file that was chosen or dropped.
    File(web_sys::File),
}

/// A town of the region.
#[derive(Clone)]
pub struct Town {
    /// Its number; no other town of the page has it.
    pub number: usize,
    /// What of its strategy is laid beside the others.
    pub digest: Arc<Digest>,
    /// Where that is from.
    pub origin: Origin,
}

/// How far reading has come. Copy it freely.
#[derive(Clone, Copy)]
pub struct Gathering {
    /// How many are read, of how many; `None`: nothing is being read.
    progress: RwSignal<Option<(usize, usize)>>,
    /// What could not be read, and why.
    failed: RwSignal<Vec<String>>,
    cancelled: RwSignal<bool>,
}

impl Default for Gathering {
    fn default() -> Self {
        Self {
            progress: RwSignal::new(None),
            failed: RwSignal::new(Vec::new()),
            cancelled: RwSignal::new(false),
        }
    }
}

impl Gathering {
    /// Reads strategies, and lays what is taken of them beside the towns that are there. One that is there already, word for
    /// word, is not laid twice, and that is said.
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
        self.cancelled.set(false);
        self.progress.set(Some((0, origins.len())));
        spawn_local(async move {
            let all = origins.len();
            let mut slice = TimeSlice::new();
            let mut read = towns.get_untracked();
            for (done, origin) in origins.into_iter().enumerate() {
                if self.cancelled.try_get_untracked() != Some(false) {
                    break;
                }
                match strategy_of(workspace, &origin).await {
                    Ok(strategy) => {
                        let digest = Digest::of(&strategy, workspace.this_year());
                        if read.iter().any(|town| *town.digest == digest) {
                            self.fail(words::twice(&digest.town, &digest.title));
                        } else {
                            let last = read.iter().map(|town| town.number).max();
                            read.push(Town {
                                number: last.map_or(0, |last| last + 1),
                                digest: Arc::new(digest),
                                origin,
                            });
                        }
                    }
                    Err(sentence) => self.fail(sentence),
                }
                slice.yield_if_due().await;
                self.progress.try_set(Some((done + 1, all)));
            }
            // The page may have been left.
            towns.try_set(read);
            self.progress.try_set(None);
        });
    }

    fn fail(self, sentence: String) {
        self.failed.try_update(|all| all.push(sentence));
    }
}

async fn strategy_of(workspace: Workspace, origin: &Origin) -> Result<Strategy, String> {
    match origin {
        Origin::File(file) => {
            let bytes = read_bytes(file).await;
            let bytes = bytes.map_err(|trouble| words::not_read(file.name(), &trouble))?;
            read_file(&file.name(), &bytes).await
        }
        Origin::Device(doc) => {
            let keeper = workspace.keeper().ok_or_else(String::new)?;
            let strategy = keeper.look_at(*doc).await;
            strategy.map_err(|trouble| trouble.to_string())
        }
    }
}

/// How far reading has come, the way to give it up, and what could not be read.
#[component]
pub fn Progress(gathering: Gathering) -> impl IntoView {
    let Gathering {
        progress,
        failed,
        cancelled,
    } = gathering;
    let reading = Memo::new(move |_| progress.with(Option::is_some));
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
        <div role="alert">
            <Show when=move || failed.with(|all| !all.is_empty())>
                <div class="empty bad">
                    <ul class="grow plain-list">
                        {move || failed.get().into_iter().map(|why| view! { <li>{why}</li> }).collect_view()}
                    </ul>
                    <button type="button" class="btn small quiet" on:click=move |_| failed.set(Vec::new())>
                        {shell::close()}
                    </button>
                </div>
            </Show>
        </div>
    }
    .into_any()
}
