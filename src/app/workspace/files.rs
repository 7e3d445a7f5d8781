//! Files in and out.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Brought, Workspace};
use crate::page::Page;
use crate::strategy_file::written;
use crate::trouble::trouble_text;
use ::words::Say;
use ::words::home as words;
use browser::TimeSlice;
use browser::files::{self, Pieces};
use device::asset::{self, Unfetched};
use device::clock;
use format::json;
use keep::{DocId, Trouble, file_name, read_bytes};
use strategy::Strategy;

/// Gives bytes to the browser to be saved as a file.
pub(super) fn download_bytes(name: &str, bytes: &[u8]) -> Result<(), Trouble> {
    save(name, &Pieces::from(bytes))
}

fn save(name: &str, pieces: &Pieces) -> Result<(), Trouble> {
    let failed = |_| Trouble::FileFailed(name.to_owned());
    files::save(pieces, "application/json", name).map_err(failed)
}

/// Writes a strategy as a file, a piece at a time.
async fn write_file(strategy: &Strategy) -> Result<String, Trouble> {
    let pieces = written(strategy).await;
    let (about, now) = (strategy.about(), clock::now());
    save(
        &file_name(&about.town.name, &about.title, &now, "json"),
        &pieces,
    )?;
    Ok(now.time().to_owned())
}

/// Reads a file's text into a strategy, a piece at a time; the error is a sentence.
pub(crate) async fn read_file(name: &str, bytes: &[u8]) -> Result<Strategy, String> {
    let failed = |error: json::ReadError| words::unreadable(name, error.say());
    let mut reader = json::Reader::new(bytes).map_err(failed)?;
    let mut slice = TimeSlice::new();
    for piece in reader.by_ref() {
        piece.map_err(failed)?;
        slice.yield_if_due().await;
    }
    reader.finish().map_err(failed)
}

/// Does something and notes how long it took, where the browser's developer tools and our bench show it.
async fn noted<T>(name: &str, act: impl Future<Output = T>) -> T {
    let clock = window().performance();
    if let Some(clock) = &clock {
        // Ignore errors: performance marks are optional.
        let _ = clock.mark(name);
    }
    let outcome = act.await;
    if let Some(clock) = &clock {
        let _ = clock.measure_with_start_mark(name, name);
    }
    outcome
}

impl Workspace {
    /// ファイルに保存: the open strategy.
    pub fn export(self) {
        let Some(session) = untrack(|| self.session()) else {
            return;
        };
        let store = session.store;
        let strategy = store.with(Strategy::clone);
        let before = untrack(|| store.revision());
        spawn_local(async move {
            match write_file(&strategy).await {
                Ok(at) if before == untrack(|| store.revision()) => {
                    if let Some(saving) = session.saving {
                        saving.downloaded.set(Some(at));
                    }
                }
                Ok(_) => {}
                Err(trouble) => self.say(trouble_text(&trouble)),
            }
        });
    }

    /// ファイルに保存: one of the list.
    pub(super) fn export_doc(self, doc: DocId) {
        let Some(keeper) = self.keeper() else { return };
        spawn_local(async move {
            let written = match keeper.look_at(doc).await {
                Ok(strategy) => write_file(&strategy).await,
                Err(trouble) => Err(trouble),
            };
            if let Err(trouble) = written {
                self.say(trouble_text(&trouble));
            }
        });
    }

    /// Opens a file as a new strategy on this device, at a page of it.
    pub(super) fn open_file(self, file: web_sys::File, page: Page) {
        spawn_local(async move {
            let brought = Brought::of(&file).await;
            if brought.is_some() {
                self.trouble.set(None);
                return self.brought.set(brought);
            }
            let name = file.name();
            match read_bytes(&file).await {
                Ok(bytes) => self.import(&name, &bytes, page).await,
                Err(Trouble::FileFailed(_) | Trouble::FileGone) => self
                    .trouble
                    .set(Some(trouble_text(&Trouble::FileNotRead(name)))),
                Err(trouble) => self.trouble.set(Some(trouble_text(&trouble))),
            }
        });
    }

    /// Takes a copy of a sample.
    pub(super) fn open_sample(self, file: &'static str) {
        spawn_local(async move {
            let name = format!("samples/{file}.json");
            let sentence = match asset::load(&name).await {
                Ok(bytes) => match read_file(&name, &bytes).await {
                    Ok(strategy) => {
                        self.trouble.set(None);
                        return self.create(self.named_apart(strategy), Page::Overview);
                    }
                    // A sample of ours can be read: this is something else.
                    Err(_) => words::sample_not_ours(),
                },
                Err(Unfetched::NotOurs) => words::sample_not_ours(),
                Err(Unfetched::NotReached) => words::no_sample(),
            };
            self.trouble.set(Some(sentence.to_owned()));
        });
    }

    /// Opens the bytes of a file as a new strategy on this device; asks where the device has it already.
    async fn import(self, name: &str, bytes: &[u8], page: Page) {
        match noted("read-file", read_file(name, bytes)).await {
            Ok(strategy) => self.open_or_ask(strategy, page, None, false).await,
            Err(sentence) => self.trouble.set(Some(sentence)),
        }
    }

    /// Opens the plan that was made of another program's file. `left`: a sentence about its content that is not in the plan.
    pub async fn import_foreign(self, name: &str, plan: &[u8], left: Option<String>) {
        match read_file(name, plan).await {
            Ok(strategy) => self.open_or_ask(strategy, Page::Overview, left, true).await,
            Err(sentence) => self.trouble.set(Some(sentence)),
        }
    }

    /// Opens the bytes of a file as a strategy beside those that this device has, with a name of its own.
    pub(crate) async fn import_apart(self, name: &str, bytes: &[u8], page: Page) {
        match noted("read-file", read_file(name, bytes)).await {
            Ok(strategy) => self.open_new(self.named_apart(strategy), page, None).await,
            Err(sentence) => self.trouble.set(Some(sentence)),
        }
    }
}
