//! The folder as one ZIP: packed file by file, with progress, to be given up; then kept as a version, then saved.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

use super::state::{Prepared, PublicationState};
use crate::app::beside::{Desk, Made};
use crate::app::workspace::Workspace;
use crate::browser::{TimeSlice, clock, files};
use crate::keep::file_name;
use crate::publish::site::{Progress, Publisher, Question};
use crate::words::publication as words;

/// How many files are packed beside the page before it is told how far that has come.
const AT_ONCE: usize = 100;

/// How far packing has come.
#[derive(Clone, Copy)]
struct Packing {
    progress: RwSignal<Option<Progress>>,
    cancelled: RwSignal<bool>,
    failed: RwSignal<Option<String>>,
}

/// The button, and how far it has come.
#[component]
pub fn Folder(prepared: Prepared) -> impl IntoView {
    let state: PublicationState = expect_context();
    let workspace = Workspace::here();
    let packing = Packing {
        progress: RwSignal::new(None),
        cancelled: RwSignal::new(false),
        failed: RwSignal::new(None),
    };
    let seen = RwSignal::new(prepared.told.personal.count == 0);
    let asks = prepared.told.personal.count > 0;
    let prepared = StoredValue::new_local(prepared);
    let write = move |_| {
        packing.failed.set(None);
        packing.cancelled.set(false);
        spawn_local(async move {
            let prepared = prepared.get_value();
            if let Err(sentence) = publish(state, workspace, packing, prepared).await {
                packing.failed.try_set(Some(sentence));
            }
            packing.progress.try_set(None);
        });
    };
    let is_packing = move || packing.progress.with(Option::is_some);
    view! {
        <div class="publish-act">
            <Show when=move || asks>
                <label class="row nowrap tick">
                    <input type="checkbox" prop:checked=seen on:change=move |event| seen.set(event_target_checked(&event)) />
                    <span>{words::seen()}</span>
                </label>
            </Show>
            <button type="button" class="btn main" disabled=move || !seen.get() || is_packing() on:click=write>
                {words::write()}
            </button>
            <p class="sub">{words::write_note()}</p>
            <Show when=is_packing>
                <div class="row" role="status">
                    <span>{move || packing.progress.get().map(|Progress { done, all }| words::packed(all, done))}</span>
                    <button type="button" class="btn small" on:click=move |_| packing.cancelled.set(true)>{words::cancel()}</button>
                </div>
            </Show>
            <p class="bad-text" role="alert">{move || packing.failed.get()}</p>
        </div>
    }
    .into_any()
}

/// Packs the site, keeps what was published as a version, and gives the archive to the browser. Given up, nothing is kept.
async fn publish(
    state: PublicationState,
    workspace: Workspace,
    packing: Packing,
    prepared: Prepared,
) -> Result<(), String> {
    let Some(archive) = packed(&prepared.desk, packing).await? else {
        return Ok(());
    };
    let about = prepared.strategy.about();
    let name = file_name(
        &about.town.name,
        &words::file_title(&about.title),
        &clock::now(),
        "zip",
    );
    if let (Some(saving), Some(keeper)) = (state.session.saving, workspace.keeper()) {
        let version = words::version(&prepared.published);
        let manifest = prepared.desk.text(&Question::Manifest, &[]).await;
        let manifest = manifest.ok_or_else(|| words::not_packed().to_owned())?;
        let kept = keeper.save_publication(saving.doc, &prepared.strategy, &version, manifest);
        kept.await.map_err(|trouble| trouble.to_string())?;
        workspace.count_versions(saving.doc).await;
    }
    files::download(&archive, &name).map_err(|_| words::not_written(&name))?;
    workspace.say(words::written(&name));
    Ok(())
}

/// The archive; `None`: it was given up.
async fn packed(desk: &Desk<Publisher>, packing: Packing) -> Result<Option<Blob>, String> {
    let failed = || words::not_packed().to_owned();
    let begun: Option<Progress> = desk.told(&Question::Begin, &[]).await;
    packing.progress.try_set(begun);
    let mut slice = TimeSlice::new();
    loop {
        if packing.cancelled.try_get_untracked() != Some(false) {
            return Ok(None);
        }
        let more = Question::Pack(desk.batch(AT_ONCE));
        match desk.made(&more, &[]).await.ok_or_else(failed)? {
            Made::File(archive) => return Ok(Some(archive)),
            Made::On(progress) => packing.progress.try_set(Some(progress)),
        };
        slice.yield_if_due().await;
    }
}
