//! Gathering the tables' files: chosen or dropped together, each told.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::WorkshopState;
use crate::app::parts::{FilePlace, read_only};
use crate::app::store::Store;
use crate::app::workspace::read_file;
use crate::edit::Gather;
use crate::format::OpenedAs;
use crate::keep::read_bytes;
use crate::strategy::*;
use crate::words::workshop as words;

/// The place to drop files at, and what each brought.
#[component]
pub fn Gathering() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let told = RwSignal::new(Vec::<(bool, String)>::new());
    let busy = RwSignal::new(false);
    let take = move |chosen: Vec<web_sys::File>| {
        let Some(session) = state.session.get_untracked() else {
            return;
        };
        if chosen.is_empty() || busy.get_untracked() || read_only().get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let mut read = Vec::new();
            for file in chosen {
                read.push((file.name(), strategy_of(&file).await));
            }
            told.try_set(gather(store, session, &read));
            busy.try_set(false);
        });
    };
    let button = move || match busy.get() {
        true => words::reading(),
        false => words::choose_files(),
    };
    view! {
        <FilePlace
            id="gather"
            title=words::gather()
            note=words::gather_note()
            button=Signal::derive(button)
            accept=OpenedAs::Beside.accept()
            take=Callback::new(take)
            told
        />
    }
    .into_any()
}

async fn strategy_of(file: &web_sys::File) -> Result<Strategy, String> {
    let bytes = read_bytes(file).await;
    let bytes = bytes.map_err(|trouble| words::file_trouble(file.name(), trouble))?;
    read_file(&file.name(), &bytes).await
}

/// Takes in what could be read, in one step; a line for each file, and whether it is a bad one.
fn gather(
    store: Store,
    session: Id<Session>,
    read: &[(String, Result<Strategy, String>)],
) -> Vec<(bool, String)> {
    let mut told = Vec::new();
    store.edit(|s| {
        let mut gather = Gather::new(s, session);
        for (name, file) in read {
            told.push(match file {
                Err(why) => (true, why.clone()),
                Ok(file) => match gather.take(file) {
                    Ok(gathered) => (false, words::gathered(name, &gathered)),
                    Err(why) => (true, words::not_gathered(name, &why)),
                },
            });
        }
        gather.finish()
    });
    told
}
