//! Gathering the tables' files: chosen or dropped together, or taken in by the camera; each told.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::codes::Arrived;
use super::export;
use super::state::WorkshopState;
use crate::lazy::{Chunk, Chunks};
use crate::parts::{FilePlace, read_only};
use crate::route::Route;
use crate::store::Store;
use crate::trouble::trouble_text;
use crate::workspace::read_file;
use ::words::workshop as words;
use browser::focus::focus;
use browser::time::yield_now;
use edit::{Gather, NotGathered};
use format::OpenedAs;
use keep::read_bytes;
use strategy::*;

/// The DOM id of the heading.
const GATHER: &str = "gather";

/// State of the import, and its messages. Copy it freely.
#[derive(Clone, Copy)]
struct GatheringState {
    store: Store,
    /// A line for each file, and whether it is a bad one.
    told: RwSignal<Vec<(bool, String)>>,
    /// Number of files done, and of all.
    busy: RwSignal<Option<(usize, usize)>>,
    /// Files of other sessions, which come in on request.
    others: RwSignal<Vec<OtherFile>>,
}

/// A file of another session, with that session.
#[derive(Clone)]
struct OtherFile {
    name: String,
    file: Arc<Strategy>,
    session: Id<Session>,
}

/// The place to drop files at, the camera, and what each brought.
#[component]
pub fn Gathering() -> impl IntoView {
    let state = WorkshopState::here();
    let gathered = GatheringState {
        store: Store::here(),
        told: RwSignal::new(Vec::new()),
        busy: RwSignal::new(None),
        others: RwSignal::new(Vec::new()),
    };
    let take = move |chosen: Vec<web_sys::File>| {
        let Some(session) = state.session.get_untracked() else {
            return;
        };
        if !chosen.is_empty() && gathered.is_free() {
            spawn_local(gathered.files(session, chosen));
        }
    };
    let camera = RwSignal::new(false);
    let came = RwSignal::new(None::<Vec<u8>>);
    provide_context(Arrived(Callback::new(move |bytes: Vec<u8>| {
        if let Some(session) = state.session.get_untracked() {
            came.set(Some(bytes.clone()));
            spawn_local(gathered.codes(session, bytes));
        }
    })));
    let save = move |_| {
        let saved = came.with_untracked(|bytes| export::save_arrived(bytes.as_deref()?).err());
        if let Some(why) = saved {
            gathered.store.tell(why);
        }
    };
    let button = move || match gathered.busy.get() {
        Some(_) => words::reading(),
        None => words::choose_files(),
    };
    let far = move || gathered.busy.get().filter(|(_, of)| *of > 1);
    view! {
        <FilePlace
            id=GATHER
            title=words::gather()
            note=words::gather_note()
            button=Signal::derive(button)
            accept=OpenedAs::Beside.accept()
            take=Callback::new(take)
            told=gathered.told
        >
            <button type="button" class="btn" disabled=read_only() aria-expanded=move || camera.get().to_string() on:click=move |_| camera.update(|on| *on = !*on)>
                {words::take_codes()}
            </button>
            <span>{move || far().map(|(at, of)| words::files_of(at, of))}</span>
            <Show when=move || came.with(Option::is_some)>
                <button type="button" class="btn plain small" on:click=save>{words::save_arrived()}</button>
            </Show>
        </FilePlace>
        <Others gathered />
        <Show when=move || camera.get()>
            <section class="card" aria-label=words::take_codes()>
                {move || Chunks::here().show(Chunk::TakeCodes, Route::here().get_untracked())}
            </section>
        </Show>
    }
}

/// Buttons that take in files of other sessions.
#[component]
fn Others(gathered: GatheringState) -> impl IntoView {
    let state = WorkshopState::here();
    let button = move |(at, other): (usize, OtherFile)| {
        let take = move |_| {
            if let Some(session) = state.session.get_untracked() {
                gathered.take_other(session, at);
            }
        };
        view! {
            <li>
                <button type="button" class="btn" disabled=read_only() on:click=take>{words::take_as_own(other.name)}</button>
            </li>
        }
    };
    let buttons = move || {
        let all = gathered.others.get().into_iter().enumerate();
        all.map(button).collect_view()
    };
    view! {
        <Show when=move || gathered.others.with(|all| !all.is_empty())>
            <ul class="plain-list card">{buttons}</ul>
        </Show>
    }
}

impl GatheringState {
    fn is_free(self) -> bool {
        self.busy.get_untracked().is_none() && !read_only().get_untracked()
    }

    /// Takes in one file after the other, each a step of its own, so that the page lives meanwhile.
    async fn files(self, session: Id<Session>, chosen: Vec<web_sys::File>) {
        let of = chosen.len();
        self.told.set(Vec::new());
        self.others.set(Vec::new());
        for (at, file) in chosen.into_iter().enumerate() {
            // The signals may be gone with the page; the import goes on.
            self.busy.try_set(Some((at, of)));
            let read = strategy_of(&file).await;
            yield_now().await;
            self.take(session, &file.name(), read);
            yield_now().await;
        }
        self.busy.try_set(None);
    }

    /// Takes in what the camera brought.
    async fn codes(self, session: Id<Session>, bytes: Vec<u8>) {
        let name = words::codes_name();
        let read = read_file(name, &bytes).await;
        self.take(session, name, read);
    }

    /// Takes in what could be read, and tells of it.
    fn take(self, session: Id<Session>, name: &str, read: Result<Strategy, String>) {
        let mut told = None;
        let mut other = None;
        match read {
            Err(why) => told = Some((true, why)),
            Ok(file) => {
                self.store.edit(|s| {
                    let mut gather = Gather::new(s, session);
                    told = Some(match gather.take(&file) {
                        Ok(gathered) => (false, words::gathered(name, &gathered)),
                        Err(why) => {
                            if let NotGathered::OtherSession(session) = &why {
                                other = Some(session.id);
                            }
                            (true, words::not_gathered(name, &why))
                        }
                    });
                    gather.finish()
                });
                let other = other.map(|session| OtherFile {
                    name: name.to_owned(),
                    file: Arc::new(file),
                    session,
                });
                self.others.try_update(|all| all.extend(other));
            }
        }
        self.told.try_update(|all| all.extend(told));
    }

    /// Takes in a file of another session as one of this.
    fn take_other(self, session: Id<Session>, at: usize) {
        let Some(OtherFile {
            name,
            file,
            session: theirs,
        }) = self.others.with_untracked(|all| all.get(at).cloned())
        else {
            return;
        };
        let mut told = None;
        self.store.edit(|s| {
            let mut gather = Gather::new(s, session);
            told = Some(match gather.take_as_own(&file, theirs) {
                Ok(gathered) => (false, words::gathered(&name, &gathered)),
                Err(why) => (true, words::not_gathered(&name, &why)),
            });
            gather.finish()
        });
        self.others.update(|all| {
            all.remove(at);
        });
        self.told.update(|all| all.extend(told));
        focus(GATHER);
    }
}

async fn strategy_of(file: &web_sys::File) -> Result<Strategy, String> {
    let bytes = read_bytes(file).await;
    let bytes =
        bytes.map_err(|trouble| words::file_trouble(file.name(), trouble_text(&trouble)))?;
    read_file(&file.name(), &bytes).await
}
