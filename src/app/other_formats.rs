//! ほかの形式で保存: every format a plan is saved in, and what does not travel with it.

use leptos::prelude::*;

use super::command::Command;
use super::panels::Panels;
use super::parts::{Dialog, way};
use super::workspace::Workspace;
use crate::browser::{clock, files};
use crate::keep::file_name;
use crate::publish::formats::{FORMATS, Format, Group};
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
    let held = workspace
        .open_store()
        .map(|store| store.with(held))
        .unwrap_or_default();
    let group = move |group: Group| {
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
    view! {
        {Group::ALL.map(group).into_iter().collect_view()}
        <p class="hint">{words::inner()}</p>
        <div class="row">
            <button type="button" class="btn main" on:click=save>{one_file::save()}</button>
        </div>
        <p role="status">{move || done.get()}</p>
        <p class="bad-text" role="alert">{move || failed.get()}</p>
    }
    .into_any()
}

/// The formats a plan has something of.
fn held(strategy: &Strategy) -> Vec<usize> {
    let all = FORMATS.iter().enumerate();
    all.filter(|(_, format)| (format.holds)(strategy))
        .map(|(at, _)| at)
        .collect()
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

/// So many letters of a plan's title stand in the name of a file that holds a part of it.
const TITLE: usize = 44;

/// Gives the browser the file; its name, or a sentence.
fn hand_over(strategy: &Strategy, format: &Format, today: FiscalYear) -> Result<String, String> {
    let (about, now) = (strategy.about(), clock::now());
    let part = format.part.map_or("", |part| part());
    // So much of the title that what the file holds is told too.
    let title: String = about.title.chars().take(TITLE).collect();
    let title = [title.as_str(), part].join(" ");
    let name = file_name(
        &about.town.name,
        title.trim(),
        &now,
        format.kind.extension(),
    );
    let bytes = (format.write)(strategy, today).map_err(|_| one_file::not_saved(&name))?;
    let saved = files::save(&bytes.as_slice().into(), format.kind.media_type(), &name);
    saved.map_err(|_| one_file::not_saved(&name))?;
    Ok(name)
}
