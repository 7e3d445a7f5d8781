//! The folder as one ZIP: packed file by file, then kept as a version, then saved. Packing can be cancelled.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

use super::state::{Prepared, PublicationState};
use crate::job::{Job, JobStatus};
use crate::job_runner::{Desk, StepResult};
use crate::parts::Tick;
use crate::strategy_file::Download;
use crate::trouble::trouble_text;
use crate::workspace::Workspace;
use ::words::publication as words;
use browser::TimeSlice;
use format::FileKind;
use jobs::publisher::{Confirmation, PackingProgress, Publisher, PublisherRequest};

/// Number of files packed in the worker between two reports of progress.
const AT_ONCE: usize = 100;

/// The button, and how far it has come.
#[component]
pub fn Folder(prepared: Prepared) -> impl IntoView {
    let state: PublicationState = expect_context();
    let workspace = Workspace::here();
    let packing = Job::new();
    let saving = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let question = prepared.told.confirmation().map(|what| match what {
        Confirmation::Gaps => words::seen_all(),
        Confirmation::Personal => words::seen(),
    });
    let seen = RwSignal::new(question.is_none());
    let prepared = StoredValue::new_local(prepared);
    let write = move |_| {
        failed.set(None);
        saving.set(true);
        spawn_local(async move {
            let prepared = prepared.get_value();
            let published = match packing.run(packed(&prepared.desk, packing)).await {
                Some(Ok(archive)) => save(state, workspace, prepared, &archive).await,
                Some(Err(sentence)) => Err(sentence),
                None => Ok(()),
            };
            failed.try_set(published.err());
            saving.try_set(false);
        });
    };
    view! {
        <div class="publish-act">
            {question.map(|question| view! { <Tick on=seen set=move |on| seen.set(on)><span>{question}</span></Tick> })}
            <button type="button" class="btn main" disabled=move || !seen.get() || saving.get() on:click=write>
                {words::write()}
            </button>
            <p class="sub">{words::write_note()}</p>
            <JobStatus job=packing cancel=words::cancel() />
            <p class="bad-text" role="alert">{move || failed.get()}</p>
        </div>
    }
}

/// Keeps the publication as a version, and gives the archive to the browser.
async fn save(
    state: PublicationState,
    workspace: Workspace,
    prepared: Prepared,
    archive: &Blob,
) -> Result<(), String> {
    let about = prepared.strategy.about();
    let title = words::file_title(&about.title);
    let file = Download::of_town(&about.town.name, &title, FileKind::Archive);
    if let (Some(saving), Some(keeper)) = (state.session.saving, workspace.keeper()) {
        let version = words::version(&prepared.published);
        let manifest = prepared.desk.text(&PublisherRequest::Manifest, &[]).await;
        let manifest = manifest.ok_or_else(|| words::not_packed().to_owned())?;
        let kept = keeper.save_publication(saving.doc, &prepared.strategy, &version, manifest);
        kept.await.map_err(|trouble| trouble_text(&trouble))?;
        workspace.count_versions(saving.doc).await;
    }
    workspace.say(words::written(file.blob(archive)?));
    Ok(())
}

/// Packs the site into an archive.
async fn packed(desk: &Desk<Publisher>, job: Job) -> Result<Blob, String> {
    let failed = || words::not_packed().to_owned();
    let report = |PackingProgress { done, all }| job.report(words::packed(all, done));
    let begun: Option<PackingProgress> = desk.told(&PublisherRequest::Begin, &[]).await;
    begun.map(report);
    let mut slice = TimeSlice::new();
    loop {
        let more = PublisherRequest::Pack(desk.batch(AT_ONCE));
        match desk.made(&more, &[]).await.ok_or_else(failed)? {
            StepResult::File(archive) => return Ok(archive),
            StepResult::On(progress) => report(progress),
        };
        slice.yield_if_due().await;
    }
}
