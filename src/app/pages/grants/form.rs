//! 町の様式に転記する: an official workbook is chosen, and saved again with its cells filled in.

use leptos::prelude::*;
use web_sys::File;

use super::form_cells::FormCells;
use super::form_grid::FormGrid;
use super::form_state::FormState;
use crate::job::{Job, JobStatus};
use crate::pages::being_read::read_as_job;
use crate::parts::{Attempt, Choice, Failure, FileButton, drop_zone, read_only};
use crate::strategy_file::Download;
use ::words::{chosen_file, grants as words, model};
use browser::files;
use format::workbook::{FormBook, LARGEST_FILE};
use insight::grants::FormValue;
use strategy::{GrantProject, Id};

/// The part of the page.
#[component]
pub fn FormPart(id: Id<GrantProject>) -> impl IntoView {
    let state = FormState::of(id);
    provide_context(state);
    let attempt = Attempt::default();
    let reading = Job::new();
    let over = RwSignal::new(false);
    let open = move |file: File| {
        attempt.start(async move {
            if let Some(read) = read_as_job(reading, &file, look_at(&file)).await {
                state.show(read?, file.name());
            }
            Ok(())
        });
    };
    let drop = drop_zone(over, move |files| files.into_iter().take(1).for_each(open));
    let choose = move |chosen: Vec<File>| chosen.into_iter().take(1).for_each(open);
    view! {
        <section class="card screen-only grant-form" class:dragging=move || over.get() aria-labelledby="grant-form" {..drop}>
            <h2 id="grant-form">{words::form()}</h2>
            <p class="sub">{words::form_note()}</p>
            <div class="row">
                <FileButton class="" label=words::form_choose() accept=".xlsx,.xlsm" take=choose />
                <span class="sub">{words::form_drop()}</span>
            </div>
            <JobStatus job=reading cancel=chosen_file::stop_reading() />
            <Failure of=attempt />
            <Show when=move || state.book.with(Option::is_some)>
                <Opened attempt />
            </Show>
        </section>
    }
}

/// Reads a workbook; the error is a sentence.
async fn look_at(file: &File) -> Result<FormBook, String> {
    let name = file.name();
    if file.size() > LARGEST_FILE as f64 {
        return Err(chosen_file::book_too_large(&name));
    }
    let bytes = files::bytes(file).await;
    let bytes = bytes.map_err(|_| chosen_file::not_read(&name))?;
    FormBook::read(bytes).map_err(|why| chosen_file::book_not_read(&name, why))
}

/// The form that was chosen.
#[component]
fn Opened(attempt: Attempt) -> impl IntoView {
    let state: FormState = expect_context();
    let stands = move || match state.known() {
        Some(form) => words::form_known(&form.file, form.cells.len()),
        None => words::form_new().to_owned(),
    };
    let forget = move |_| {
        if state.forget() {
            state.store.tell_done(words::form_forgot().to_owned());
        }
    };
    view! {
        <p role="status">{stands}</p>
        <FormCells />
        <div class="row">
            <button
                type="button"
                class="btn main"
                disabled=move || state.cells().is_empty()
                on:click=move |_| attempt.end(saved(state))
            >
                {words::form_save()}
            </button>
            <Show when=move || state.known().is_some()>
                <button type="button" class="btn plain" disabled=read_only() on:click=forget>{words::form_forget()}</button>
            </Show>
        </div>
        <p class="sub">{words::form_percent()}</p>
        <div class="row">
            <Sheets />
            <Value />
        </div>
        <FormGrid />
    }
}

/// Gives the filled form to the browser; the error is a sentence.
fn saved(state: FormState) -> Result<(), String> {
    let (bytes, file) = state.filled()?;
    let title = state.store.get(state.project).map(|one| one.title.clone());
    let (stem, end) = file.rsplit_once('.').unwrap_or((&file, "xlsx"));
    let is_fit = |c: &char| !c.is_control() && !"\\/:*?\"<>|".contains(*c);
    let title = model::named(&title.unwrap_or_default()).to_owned();
    let title: String = title.chars().filter(is_fit).take(40).collect();
    let name = [&words::form_file(stem, title), ".", end].concat();
    let media = match end.eq_ignore_ascii_case("xlsm") {
        true => "application/vnd.ms-excel.sheet.macroEnabled.12",
        false => format::FileKind::Workbook.media_type(),
    };
    let name = Download::named(name, media).bytes(Some(&bytes))?;
    state.store.tell_done(words::form_saved(&name));
    Ok(())
}

/// The choice of the sheet.
#[component]
fn Sheets() -> impl IntoView {
    let state: FormState = expect_context();
    let options = Signal::derive(move || {
        state.book.with(|book| {
            let sheets = book.iter().flat_map(|(book, _)| &book.sheets);
            let sheets = sheets.enumerate().filter(|(_, sheet)| !sheet.hidden);
            let named = sheets.map(|(at, sheet)| (at.to_string(), sheet.name.clone()));
            named.collect::<Vec<_>>()
        })
    });
    let choose = move |key: String| {
        state.at.set(None);
        state.sheet.set(key.parse().unwrap_or_default());
    };
    view! {
        <div class="labelled">
            <span class="label" aria-hidden="true">{words::form_sheet()}</span>
            <Choice
                shows=true
                label=words::form_sheet().to_owned()
                value=Signal::derive(move || state.sheet.get().to_string())
                options
                on_change=Callback::new(choose)
            />
        </div>
    }
}

/// The choice of the value that the chosen cell takes.
#[component]
fn Value() -> impl IntoView {
    let state: FormState = expect_context();
    let label = Signal::derive(move || match state.at.get() {
        Some(at) => words::form_at(at.to_string()),
        None => words::form_pick().to_owned(),
    });
    let computes = move || {
        let at = state.at.get();
        at.filter(|at| state.read_sheet(|sheet| sheet.computes(*at)))
    };
    let value = Signal::derive(move || {
        let value = state.at.get().and_then(|at| state.value_at(at));
        value.map_or_else(String::new, |value| value.to_string())
    });
    let options = Signal::derive(move || {
        let rows = state.facts(|facts| facts.rows().len());
        let years = state
            .store
            .get(state.project)
            .map_or(0, |one| one.period.len());
        let mut all = FormValue::all(rows, years);
        if let Some(own) = state.at.get().and_then(|at| state.value_at(at))
            && !all.contains(&own)
        {
            all.push(own);
        }
        let none = (String::new(), words::form_nothing_to_take().to_owned());
        let named = all
            .into_iter()
            .map(|one| (one.to_string(), words::form_value(one)));
        std::iter::once(none).chain(named).collect::<Vec<_>>()
    });
    let locked = Signal::derive(move || state.at.get().is_none() || computes().is_some());
    view! {
        <div class="labelled">
            <span class="label" aria-hidden="true">{label}</span>
            <Choice id="grant-form-value" label value options locked on_change=Callback::new(move |key: String| state.take(key.parse().ok())) />
            <span role="status" class="sub">{move || computes().map(|at| words::form_formula(at.to_string()))}</span>
        </div>
    }
}
