//! ほかの形式で保存: every format in which a plan can be saved, and what each leaves out.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

use super::command::Command;
use super::display::Display;
use super::job::Job;
use super::job_runner::{Desk, StepResult};
use super::panels::Panels;
use super::parts::{Dialog, way};
use super::strategy_file::{Download, written};
use super::workspace::Workspace;
use ::words::{formats as words, one_file};
use browser::TimeSlice;
use browser::files::Pieces;
use device::choices::spoken;
use format::FileKind;
use jobs::exporter::{ExportOrder, ExportQuestion, Exporter};
use jobs::publisher::PackingProgress;
use output::export::formats::{FORMATS, Format, FormatGroup};
use strategy::Strategy;

/// Button that opens the panel.
#[component]
pub fn OtherFormatsButton() -> impl IntoView {
    let panels = Panels::here();
    let open = move |_| {
        panels.keeping.set(false);
        panels.other_formats.set(true);
    };
    view! {
        <button type="button" class="btn" aria-haspopup="dialog" on:click=open>
            {Command::OtherFormats.words()}
        </button>
    }
}

/// The panel.
#[component]
pub fn OtherFormats() -> impl IntoView {
    let open = Panels::here().other_formats;
    view! {
        <SaveAs />
        <Dialog open title=Command::OtherFormats.words().to_owned()>
            <Form />
        </Dialog>
    }
}

/// Saves the plan without a dialog, in the format that the menu of the bar requested: the first of its kind.
#[component]
fn SaveAs() -> impl IntoView {
    let asked = Panels::here().save_as;
    let export = Export::new();
    let save = move |kind: FileKind| {
        let store = untrack(|| export.workspace.open_store())?;
        let (at, format) = FORMATS
            .iter()
            .enumerate()
            .find(|(_, one)| one.kind == kind)?;
        let strategy = untrack(|| store.with(Strategy::clone));
        spawn_local(async move {
            match export.job.run(export.saved(&strategy, at, format)).await {
                Some(Ok(name)) => store.tell(one_file::saved(name)),
                Some(Err(sentence)) => store.tell(sentence),
                None => {}
            }
        });
        Some(())
    };
    Effect::new(move |_| {
        if let Some(kind) = asked.get() {
            asked.set(None);
            save(kind);
        }
    });
    view! {
        <Show when=move || export.job.is_running()>
            <div class="toast">
                <span role="status">{move || export.job.status()}</span>
                <button type="button" class="btn small" on:click=move |_| export.job.cancel()>{words::give_up()}</button>
            </div>
        </Show>
    }
}

#[component]
fn Form() -> impl IntoView {
    let workspace = Workspace::here();
    let chosen = RwSignal::new(1_usize);
    let told = RwSignal::new(ExportTold::Nothing);
    let export = Export::new();
    let save = move |_| {
        let at = untrack(|| chosen.get());
        let Some(format) = FORMATS.get(at) else {
            return;
        };
        told.set(ExportTold::Nothing);
        // The app's own format uses the usual export, so that its time is recorded.
        if format.leaves_out.is_none() {
            return workspace.export();
        }
        let Some(store) = untrack(|| workspace.open_store()) else {
            return;
        };
        let strategy = store.with(Strategy::clone);
        spawn_local(async move {
            let saved = export.job.run(export.saved(&strategy, at, format)).await;
            told.try_set(match saved {
                Some(Ok(name)) => ExportTold::Done(one_file::saved(name)),
                Some(Err(sentence)) => ExportTold::Failed(sentence),
                None => ExportTold::Nothing,
            });
        });
    };
    let held = workspace
        .open_store()
        .map(|store| store.with(held))
        .unwrap_or_default();
    let group = move |group: FormatGroup| {
        let mine = FORMATS
            .iter()
            .enumerate()
            .filter(|(at, format)| format.group == group && held.contains(at));
        view! {
            <fieldset class="ways">
                <legend>{group.word()}</legend>
                {mine.map(|(at, format)| offered(at, format, chosen)).collect_view()}
            </fieldset>
        }
    };
    let is_writing = move || export.job.is_running();
    view! {
        <div class="formats">
        {FormatGroup::ALL.map(group).into_iter().collect_view()}
        <p class="hint">{words::inner()}</p>
        <div class="row formats-act">
            <button type="button" class="btn main" disabled=is_writing on:click=save>{one_file::save()}</button>
            <Show when=is_writing>
                <button type="button" class="btn" on:click=move |_| export.job.cancel()>{words::give_up()}</button>
            </Show>
            <span role="status">{move || export.job.status().or_else(|| told.get().done())}</span>
            <span class="bad-text" role="alert">{move || told.get().failed()}</span>
        </div>
        </div>
    }
}

/// Result of an export.
#[derive(Debug, Clone, PartialEq)]
enum ExportTold {
    Nothing,
    Done(String),
    Failed(String),
}

impl ExportTold {
    fn done(self) -> Option<String> {
        match self {
            ExportTold::Done(sentence) => Some(sentence),
            _ => None,
        }
    }

    fn failed(self) -> Option<String> {
        match self {
            ExportTold::Failed(sentence) => Some(sentence),
            _ => None,
        }
    }
}

/// Returns the indices of the formats for which the plan has content.
fn held(strategy: &Strategy) -> Vec<usize> {
    let all = FORMATS.iter().enumerate();
    all.filter(|(_, format)| (format.holds)(strategy))
        .map(|(at, _)| at)
        .collect()
}

/// Returns the choice of a format, with a note on what it leaves out.
fn offered(at: usize, format: &'static Format, chosen: RwSignal<usize>) -> AnyView {
    let about = [(format.about)()].into_iter();
    way(
        "format",
        (format.name)(),
        about.chain(format.leaves_out.map(|leaves| leaves())),
        move || chosen.get() == at,
        move || chosen.set(at),
    )
}

/// Number of records above which a plan is written in a worker.
const LARGE: usize = 3_000;

/// Number of steps in the worker between two reports of progress.
const AT_ONCE: usize = 2;

/// An export in progress.
#[derive(Clone, Copy)]
struct Export {
    workspace: Workspace,
    display: Display,
    job: Job,
}

impl Export {
    /// Makes an export whose task ends with the calling component.
    fn new() -> Self {
        Self {
            workspace: Workspace::here(),
            display: Display::here(),
            job: Job::new(),
        }
    }

    fn report(self, PackingProgress { done, all }: PackingProgress) {
        self.job.report(words::written(done, all));
    }

    /// Downloads the file. Returns its name; the error is a sentence.
    async fn saved(
        self,
        strategy: &Strategy,
        at: usize,
        format: &Format,
    ) -> Result<String, String> {
        self.report(PackingProgress { done: 0, all: 1 });
        let part = format.part.map_or("", |part| part());
        let download = Download::of_plan(&strategy.about(), part, format.kind);
        let is_large =
            strategy.indicators.len() + strategy.lines.len() + strategy.initiatives.len() > LARGE;
        let desk = match is_large {
            true => Desk::open().await,
            false => Desk::here(),
        };
        let file = match desk.is_beside() {
            true => self.beside(&desk, strategy, at).await,
            false => self.here(strategy, format).await,
        };
        let file = file.ok_or_else(|| download.failed())?;
        download.blob(&file)
    }

    /// Writes the file on the page, a piece at a time.
    async fn here(self, strategy: &Strategy, format: &Format) -> Option<Blob> {
        let mut writing = format.begin(strategy, self.workspace.this_year());
        let mut slice = TimeSlice::new();
        while !writing.go_on(1).ok()? {
            let (done, all) = writing.progress();
            slice.yield_if_due().await;
            self.report(PackingProgress { done, all });
        }
        let pieces = Pieces::from(writing.file().as_slice());
        pieces.blob(format.kind.media_type()).ok()
    }

    /// Writes the file in a worker, which ends when the job is cancelled.
    async fn beside(self, desk: &Desk<Exporter>, strategy: &Strategy, at: usize) -> Option<Blob> {
        let language = untrack(|| self.display.language());
        let style = untrack(|| self.display.style());
        let packed = spoken(language).await.ok()?;
        let order = ExportOrder {
            format: at,
            today: self.workspace.this_year().0,
            own: (language.tag().to_owned(), packed),
            style: (style.years.tag().to_owned(), style.minus.tag().to_owned()),
        };
        let plan = written(strategy).await.blob("").ok()?;
        let begin = ExportQuestion::Begin(order);
        let mut answer = desk.made(&begin, &[&plan]).await;
        loop {
            match answer? {
                StepResult::File(file) => return Some(file),
                StepResult::On(progress) => self.report(progress),
            }
            answer = desk.made(&ExportQuestion::More(AT_ONCE), &[]).await;
        }
    }
}
