//! The file: chosen or dropped, read sheet by sheet.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::state::{DataSheet, DataSource, OpenDataState};
use crate::job::{Job, JobStatus};
use crate::pages::being_read::read_as_job;
use crate::pages::foreign_text::{FileContent, held};
use crate::parts::{Choice, FileButton, drop_zone, read_only};
use crate::route::{Page, Route};
use ::words::{chosen_file, open_data as words, population};
use jobs::{SheetForm, SheetsChosen};
use recognise::population::Municipality;

/// Place for a dropped or chosen file, and the choice of its sheet.
#[component]
pub fn DataFile() -> impl IntoView {
    let state = OpenDataState::here();
    let trouble = RwSignal::new(None::<String>);
    let reading = Job::new();
    let over = RwSignal::new(false);
    let open = move |file: File| {
        spawn_local(async move {
            let Some(read) = read_as_job(reading, &file, sheets_of(&file)).await else {
                return;
            };
            // The window may be closed by now.
            if trouble.try_set(read.as_ref().err().cloned()).is_none()
                && let Ok(source) = read
            {
                state.take(source);
            }
        });
    };
    let drop = drop_zone(over, move |files| {
        files.into_iter().take(1).for_each(open);
    });
    let choose = move |chosen: Vec<File>| chosen.into_iter().take(1).for_each(open);
    let has_code = move || Municipality::of(&state.store.about().town).code.is_some();
    view! {
        <section class="text-file" class:dragging=move || over.get() {..drop}>
            <p class="hint">{words::how()}</p>
            <Show when=move || !has_code()>
                <p class="hint">
                    {words::no_code()} " "
                    <a href=Route::of_page(Page::Settings).to_string()>{population::to_settings()}</a>
                </p>
            </Show>
            <div class="row text-file-acts">
                <FileButton class="main" label=words::choose() accept=".xlsx,.xlsm,.csv,.tsv,.txt" disabled=read_only() take=choose />
                <span class="sub">{words::drop()}</span>
            </div>
            <JobStatus job=reading cancel=chosen_file::stop_reading() />
            <p class="bad-text" role="alert">{move || trouble.get()}</p>
            <SheetChoice />
        </section>
    }
}

/// Choice of the sheet, where there are several.
#[component]
fn SheetChoice() -> impl IntoView {
    let state = OpenDataState::here();
    let options = Signal::derive(move || {
        state.source.with(|source| {
            let sheets = source
                .iter()
                .flat_map(|source| source.sheets.iter().enumerate());
            let sheets = sheets.map(|(at, sheet)| (at.to_string(), sheet.name.clone()));
            sheets.collect::<Vec<_>>()
        })
    });
    let value = Signal::derive(move || state.sheet.get().to_string());
    let choose = Callback::new(move |key: String| {
        if let Ok(at) = key.parse() {
            state.choose_sheet(at);
        }
    });
    view! {
        <Show when=move || options.with(|all| all.len() > 1)>
            <div class="row">
                <span class="label">{words::sheet()}</span>
                <Choice label=words::sheet().to_owned() value options on_change=choose shows=true />
            </div>
        </Show>
    }
}

/// The texts of a file, or a sentence with the reason why there are none.
async fn sheets_of(file: &File) -> Result<DataSource, String> {
    let name = file.name();
    let sheets = match held(file).await? {
        FileContent::Text(text) => vec![DataSheet {
            name: String::new(),
            text,
        }],
        FileContent::Book(book) => {
            let mut sheets = Vec::new();
            for (at, sheet) in book.sheets().iter().enumerate() {
                let wanted = SheetsChosen {
                    sheets: vec![at],
                    form: SheetForm::Table,
                    hidden: true,
                };
                // A sheet that is too long is left out; that all of them are is told.
                if let Some(text) = book.text(wanted).await {
                    sheets.push(DataSheet {
                        name: sheet.name.clone(),
                        text,
                    });
                }
            }
            sheets
        }
    };
    match sheets.is_empty() {
        true => Err(chosen_file::sheet_too_long().to_owned()),
        false => Ok(DataSource { file: name, sheets }),
    }
}
