//! 保存の状況: where the open strategy is kept, when, and what is wrong.

use leptos::prelude::*;
use web_sys::File;

use super::aside::Asides;
use super::edits::Edits;
use super::linked_file::LinkedFile;
use crate::editor::shell::Troubles;
use crate::one_file::OneFileButton;
use crate::other_formats::OtherFormatsButton;
use crate::panels::Panels;
use crate::parts::{Dialog, FileButton};
use crate::route::{Page, Route};
use crate::session::Saved;
use crate::workspace::Workspace;
use ::words::{home, keeping as words, shell, time};
use keep::{Entry, FileState, VersionKind, read_edits};

/// The panel.
#[component]
pub fn KeepingPanel() -> impl IntoView {
    let open = Panels::here().keeping;
    view! {
        <Dialog open title=words::title().to_owned() class="wide">
            <Panel />
        </Dialog>
    }
}

/// True if the page was opened as a file, and shares its store with every other.
fn is_local_file() -> bool {
    window().location().protocol().as_deref() == Ok("file:")
}

#[component]
fn Panel() -> impl IntoView {
    let workspace = Workspace::here();
    let saving = untrack(|| workspace.session()).and_then(|session| session.saving);
    let doc = saving.map(|saving| saving.doc);
    let open = Panels::here().keeping;
    let last = move || {
        Some(match saving?.state.get() {
            Saved::Yes { at } => shell::saved_at(&at),
            Saved::Saving => shell::saving().to_owned(),
            Saved::Journal { why } | Saved::No { why } => why,
        })
    };
    let file = move || {
        let saving = saving?;
        Some(match (saving.linked.get(), saving.downloaded.get()) {
            (FileState::Saved(at), _) => words::file_saved(at.time()),
            (_, Some(at)) => words::file_downloaded(at),
            (_, None) => words::file_none().to_owned(),
        })
    };
    let count = move |kind: VersionKind| {
        saving.map(|saving| {
            saving.versions.with(|all| {
                let Some(all) = all else {
                    return words::count_unknown().to_owned();
                };
                let mut of_kind = all.iter().filter(|one| one.kind == kind);
                let newest = of_kind.next();
                let count = of_kind.count() + usize::from(newest.is_some());
                let at = newest.map(|one| time::moment(&one.at.local, &workspace.today()));
                words::count(count, at)
            })
        })
    };
    let room = move || {
        workspace
            .room()
            .get()
            .map(|(used, of)| home::room(used, of))
    };
    view! {
        <Troubles doc listed=true />
        <dl class="kept">
            <dt>{words::place()}</dt>
            <dd>{words::place_text()}</dd>
            <dt>{words::last()}</dt>
            <dd>{last}</dd>
            <dt>{words::auto()}</dt>
            <dd>{move || count(VersionKind::Auto)}</dd>
            <dt>{words::named()}</dt>
            <dd>{move || count(VersionKind::Named)}</dd>
            <dt>{words::file()}</dt>
            <dd>{file}</dd>
            <dt>{words::room()}</dt>
            <dd>{room} <span class="sub">{move || workspace.persisted().get().then_some(home::persisted())}</span></dd>
        </dl>
        <div class="row">
            <button type="button" class="btn main" on:click=move |_| workspace.export()>{shell::export()}</button>
            <a class="btn" href=Route::of_page(Page::Versions).to_string() on:click=move |_| open.set(false)>
                {words::open_backups()}
            </a>
            <OtherFormatsButton />
            <OneFileButton />
        </div>
        {workspace.open_store().zip(saving).map(|(store, saving)| view! { <LinkedFile store saving /> })}
        <p class="hint">{words::private()}</p>
        {is_local_file().then(|| view! { <p class="hint">{words::local_file()}</p> })}
        <Asides doc=doc />
        <FromFile />
    }
}

/// Reads edits that were taken out as a file, to be given back.
#[component]
fn FromFile() -> impl IntoView {
    let workspace = Workspace::here();
    let found = RwSignal::new_local(None::<Vec<Result<Entry, String>>>);
    let read = move |chosen: Vec<File>| {
        let Some(file) = chosen.into_iter().next() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let text = wasm_bindgen_futures::JsFuture::from(file.text()).await;
            let text = text.ok().and_then(|text| text.as_string());
            found.set(text.map(|text| read_edits(&text)));
        });
    };
    let any = move |edits: &[Result<Entry, String>]| edits.iter().any(Result::is_ok);
    view! {
        <FileButton class="small" label=words::read_file() accept=".jsonl" take=read />
        {move || {
            let edits = found.get()?;
            let store = workspace.open_store()?;
            Some(match any(&edits) {
                true => view! { <Edits edits store /> }.into_any(),
                false => view! { <p role="alert">{words::no_edits()}</p> }.into_any(),
            })
        }}
    }
}
