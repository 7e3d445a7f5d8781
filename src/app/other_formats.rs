//! ほかの形式で保存: every format a plan is saved in, and what does not travel with it.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use web_sys::{Blob, BlobPropertyBag};

use super::command::Command;
use super::panels::Panels;
use super::parts::Dialog;
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
            {FORMATS.iter().enumerate().map(|(at, format)| way(at, format, chosen)).collect_view()}
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

fn way(at: usize, format: &'static Format, chosen: RwSignal<usize>) -> AnyView {
    view! {
        <label>
            <input
                type="radio"
                name="format"
                prop:checked=move || chosen.get() == at
                on:change=move |_| chosen.set(at)
            />
            <span>
                <b>{(format.name)()}</b>
                <span class="sub">{(format.about)()}</span>
                {format.leaves_out.map(|leaves| view! { <span class="sub">{leaves()}</span> })}
            </span>
        </label>
    }
    .into_any()
}

/// Gives the browser the file; its name, or a sentence.
fn hand_over(strategy: &Strategy, format: &Format, today: FiscalYear) -> Result<String, String> {
    let (about, now) = (strategy.about(), clock::now());
    let name = file_name(&about.town.name, &about.title, &now, format.extension);
    let bytes = (format.write)(strategy, today).map_err(|_| one_file::not_saved(&name))?;
    let parts = Array::of1(&Uint8Array::from(bytes.as_slice()));
    let options = BlobPropertyBag::new();
    options.set_type(format.media_type);
    let failed = |_| one_file::not_saved(&name);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(failed)?;
    files::download(&blob, &name).map_err(failed)?;
    Ok(name)
}
