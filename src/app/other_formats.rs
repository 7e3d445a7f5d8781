//! ほかの形式で保存: every format a plan is saved in, and what does not travel with it.

use leptos::prelude::*;

use super::command::Command;
use super::panels::Panels;
use super::parts::{Dialog, way};
use super::workspace::Workspace;
use crate::browser::{clock, files};
use crate::keep::file_name;
use crate::publish::formats::{FORMATS, Format};
use crate::strategy::{FiscalYear, Strategy};
use crate::words::{formats as words, one_file};

/// What opens the panel.
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
    .into_any()
}

/// The panel.
#[component]
pub fn OtherFormats() -> impl IntoView {
    let open = Panels::here().other_formats;
    view! {
        <Dialog open title=Command::OtherFormats.words().to_owned()>
            <Form />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Form() -> impl IntoView {
    let workspace = Workspace::here();
    let chosen = RwSignal::new(1_usize);
    let failed = RwSignal::new(None::<String>);
    let done = RwSignal::new(None::<String>);
    let save = move |_| {
        let Some(format) = FORMATS.get(untrack(|| chosen.get())) else {
            return;
        };
        failed.set(None);
        done.set(None);
        // Our own is saved as always, so that it is told when that was.
        if format.leaves_out.is_none() {
            return workspace.export();
        }
        let Some(store) = untrack(|| workspace.open_store()) else {
            return;
        };
        let strategy = store.with(Strategy::clone);
        match hand_over(&strategy, format, workspace.this_year()) {
            Ok(name) => done.set(Some(one_file::saved(name))),
            Err(sentence) => failed.set(Some(sentence)),
        }
    };
    view! {
        <fieldset class="ways">
            <legend>{words::which()}</legend>
            {FORMATS.iter().enumerate().map(|(at, format)| offered(at, format, chosen)).collect_view()}
        </fieldset>
        <p class="hint">{words::inner()}</p>
        <div class="row">
            <button type="button" class="btn main" on:click=save>{one_file::save()}</button>
        </div>
        <p role="status">{move || done.get()}</p>
        <p class="bad-text" role="alert">{move || failed.get()}</p>
    }
    .into_any()
}

/// A format, and what does not travel with it.
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

/// Gives the browser the file; its name, or a sentence.
fn hand_over(strategy: &Strategy, format: &Format, today: FiscalYear) -> Result<String, String> {
    let (about, now) = (strategy.about(), clock::now());
    let name = file_name(&about.town.name, &about.title, &now, format.extension);
    let bytes = (format.write)(strategy, today).map_err(|_| one_file::not_saved(&name))?;
    let saved = files::save(&bytes.as_slice().into(), format.media_type, &name);
    saved.map_err(|_| one_file::not_saved(&name))?;
    Ok(name)
}
