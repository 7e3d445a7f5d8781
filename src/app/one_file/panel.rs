//! この計画を1ファイルで渡す: the choice of recipient and extent.

use leptos::prelude::*;

use super::filled::filled;
use super::page::Purpose;
use crate::panels::Panels;
use crate::parts::{Attempt, Dialog, Failure, way};
use crate::strategy_file::Download;
use crate::workspace::Workspace;
use ::words::one_file as words;
use device::clock;
use format::FileKind;
use output::site::public_subset;
use strategy::Strategy;

/// Largest number of characters of a title in the name of a file, so that its purpose fits too.
const LONGEST: usize = 45;

/// Part of the strategy that is in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// The fields and records chosen on 公表.
    Public,
    /// All of it.
    All,
}

impl Extent {
    /// Returns the default.
    fn usual(purpose: Purpose) -> Self {
        match purpose {
            Purpose::Reading => Extent::Public,
            Purpose::Writing => Extent::All,
        }
    }

    fn of(self, strategy: Strategy) -> Strategy {
        match self {
            Extent::Public => {
                let choices = strategy.about().publishing.clone().unwrap_or_default();
                public_subset(&strategy, &choices)
            }
            Extent::All => strategy,
        }
    }
}

/// Button that opens the panel.
#[component]
pub fn OneFileButton() -> impl IntoView {
    let panels = Panels::here();
    let open = move |_| {
        panels.keeping.set(false);
        panels.one_file.set(true);
    };
    view! {
        <button type="button" class="btn" aria-haspopup="dialog" on:click=open>{words::title()}</button>
    }
}

/// The panel.
#[component]
pub fn OneFilePanel() -> impl IntoView {
    let open = Panels::here().one_file;
    view! {
        <Dialog open title=words::title().to_owned()>
            <Form />
        </Dialog>
    }
}

#[component]
fn Form() -> impl IntoView {
    let workspace = Workspace::here();
    let purpose = RwSignal::new(Purpose::Reading);
    let chosen = RwSignal::new(None);
    let extent = move || chosen.get().unwrap_or(Extent::usual(purpose.get()));
    let saving = Attempt::default();
    let done = RwSignal::new(None::<String>);
    let save = move |_| {
        let Some(store) = untrack(|| workspace.open_store()) else {
            return;
        };
        let strategy = store.with(Strategy::clone);
        let (purpose, extent) = untrack(|| (purpose.get(), extent()));
        done.set(None);
        saving.start(async move {
            let name = hand_over(strategy, purpose, extent).await?;
            // The panel may have been closed.
            done.try_set(Some(words::saved(name)));
            Ok(())
        });
    };
    view! {
        <fieldset class="ways">
            <legend>{words::purpose()}</legend>
            {way("purpose", words::reading(), [words::reading_note()], move || purpose.get() == Purpose::Reading, move || purpose.set(Purpose::Reading))}
            {way("purpose", words::writing(), [words::writing_note()], move || purpose.get() == Purpose::Writing, move || purpose.set(Purpose::Writing))}
        </fieldset>
        <fieldset class="ways">
            <legend>{words::extent()}</legend>
            {way("extent", words::public(), [words::public_note()], move || extent() == Extent::Public, move || chosen.set(Some(Extent::Public)))}
            {way("extent", words::all(), [words::all_note()], move || extent() == Extent::All, move || chosen.set(Some(Extent::All)))}
        </fieldset>
        <div class="row">
            <button type="button" class="btn main" disabled=move || saving.is_busy() on:click=save>
                {move || if saving.is_busy() { words::making() } else { words::save() }}
            </button>
        </div>
        <p role="status">{move || done.get()}</p>
        <Failure of=saving />
    }
}

/// Downloads the page with this extent of the strategy; returns the name of the file, or a sentence as error.
async fn hand_over(strategy: Strategy, purpose: Purpose, extent: Extent) -> Result<String, String> {
    let strategy = extent.of(strategy);
    let title: String = strategy.about().title.chars().take(LONGEST).collect();
    let title = match purpose {
        Purpose::Reading => words::file_to_read(title),
        Purpose::Writing => words::file_to_write(title),
    };
    give(&strategy, purpose, &title).await
}

/// Downloads this app with a strategy in it, under a title of its own; returns the name of the file, or a sentence as
/// error.
pub async fn hand_over_to_write(strategy: &Strategy, title: &str) -> Result<String, String> {
    give(strategy, Purpose::Writing, title).await
}

async fn give(strategy: &Strategy, purpose: Purpose, title: &str) -> Result<String, String> {
    let file = Download::of_town(&strategy.about().town.name, title, FileKind::Page);
    let pieces = filled(strategy, purpose, &clock::now()).await?;
    file.pieces(&pieces)
}
