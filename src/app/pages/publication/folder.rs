//! The folder as one ZIP: packed file by file, with progress, to be given up; then kept as a version, then saved.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

use super::state::{Prepared, PublicationState};
use crate::job_runner::{Desk, Made};
use crate::trouble::trouble_text;
use crate::workspace::Workspace;
use ::words::publication as words;
use browser::{TimeSlice, files};
use device::clock;
use jobs::publisher::{Progress, Publisher, Question};
use keep::file_name;

/// Number of files packed in the worker between two reports of progress.
const AT_ONCE: usize = 100;

/// Progress of packing.
#[derive(Clone, Copy)]
struct Packing {
    progress: RwSignal<Option<Progress>>,
    /// The number of the packing that is wanted; another: it was given up.
    wanted: StoredValue<usize>,
    failed: RwSignal<Option<String>>,
}

impl Packing {
    /// The number of a new one.
    fn begin(self) -> usize {
        self.wanted.update_value(|wanted| *wanted += 1);
        self.wanted.get_value()
    }

    /// Gives it up. What is being packed at the moment comes to nothing.
    fn give_up(self) {
        self.begin();
        self.progress.set(None);
    }

    /// True unless the packing was given up or the page was left.
    fn is_wanted(self, packing: usize) -> bool {
        self.wanted.try_get_value() == Some(packing)
    }

    fn show(self, packing: usize, progress: Option<Progress>) {
        if self.is_wanted(packing) {
            self.progress.try_set(progress);
        }
    }
}

/// The button, and how far it has come.
#[component]
pub fn Folder(prepared: Prepared) -> impl IntoView {
    let state: PublicationState = expect_context();
    let workspace = Workspace::here();
    let packing = Packing {
        progress: RwSignal::new(None),
        wanted: StoredValue::new(0),
        failed: RwSignal::new(None),
    };
    let seen = RwSignal::new(prepared.told.personal.count == 0);
    let asks = prepared.told.personal.count > 0;
    let prepared = StoredValue::new_local(prepared);
    let write = move |_| {
        packing.failed.set(None);
        let mine = packing.begin();
        spawn_local(async move {
            let prepared = prepared.get_value();
            let published = publish(state, workspace, packing, mine, prepared).await;
            if !packing.is_wanted(mine) {
                return;
            }
            if let Err(sentence) = published {
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
                    <button type="button" class="btn small" on:click=move |_| packing.give_up()>{words::cancel()}</button>
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
    mine: usize,
    prepared: Prepared,
) -> Result<(), String> {
    let Some(archive) = packed(&prepared.desk, packing, mine).await? else {
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
        kept.await.map_err(|trouble| trouble_text(&trouble))?;
        workspace.count_versions(saving.doc).await;
    }
    files::download(&archive, &name).map_err(|_| words::not_written(&name))?;
    workspace.say(words::written(&name));
    Ok(())
}

/// The archive; `None`: it was given up.
async fn packed(
    desk: &Desk<Publisher>,
    packing: Packing,
    mine: usize,
) -> Result<Option<Blob>, String> {
    let failed = || words::not_packed().to_owned();
    let begun: Option<Progress> = desk.told(&Question::Begin, &[]).await;
    packing.show(mine, begun);
    let mut slice = TimeSlice::new();
    loop {
        if !packing.is_wanted(mine) {
            return Ok(None);
        }
        let more = Question::Pack(desk.batch(AT_ONCE));
        match desk.made(&more, &[]).await.ok_or_else(failed)? {
            Made::File(archive) => return Ok(packing.is_wanted(mine).then_some(archive)),
            Made::On(progress) => packing.show(mine, Some(progress)),
        };
        slice.yield_if_due().await;
    }
}
