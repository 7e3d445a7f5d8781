//! The file of the projection: chosen or dropped, looked at, taken.

use leptos::prelude::*;
use web_sys::File;

use super::state::PopulationState;
use crate::job::{Job, JobStatus};
use crate::pages::being_read::read_as_job;
use crate::pages::foreign_text::{FileContent, held};
use crate::parts::{Attempt, Failure, FileButton, ScrollTable, column_heads, drop_zone, read_only};
use crate::route::{Page, Route};
use crate::workspace::Workspace;
use ::words::YearForms;
use ::words::number::grouped;
use ::words::{chosen_file, population as words};
use insight::population::{AgeGroup, published};
use jobs::{SheetForm, SheetsChosen};
use recognise::population::{Municipality, ReadProjection, is_without_projection, projection};
use strategy::Date;

/// Number of sums that do not agree and are listed.
const LISTED: usize = 10;

/// A projection that was read, with its file and sheet.
#[derive(Clone, PartialEq)]
struct FoundProjection {
    read: ReadProjection,
    file: String,
    sheet: String,
}

/// Place for a dropped or chosen file, and its content.
#[component]
pub fn ProjectionFile() -> impl IntoView {
    let state: PopulationState = expect_context();
    let found = RwSignal::new(None::<FoundProjection>);
    let attempt = Attempt::default();
    let reading = Job::new();
    let over = RwSignal::new(false);
    let open = move |file: File| {
        attempt.start(async move {
            let read = read_as_job(reading, &file, look_at(state, &file)).await;
            match read.transpose() {
                // The page may have been left.
                Ok(Some(read)) => found.try_set(Some(read)),
                Ok(None) => None,
                Err(why) => {
                    found.try_set(None);
                    return Err(why);
                }
            };
            Ok(())
        });
    };
    let drop = drop_zone(over, move |files| files.into_iter().take(1).for_each(open));
    let choose = move |chosen: Vec<File>| chosen.into_iter().take(1).for_each(open);
    view! {
        <section class="population-file" class:card=move || !state.has_projection() class:dragging=move || over.get() {..drop}>
            <Show when=move || !state.has_projection()>
                <p><b>{words::none()}</b></p>
                <p>{words::none_how()}</p>
                <p class="sub">{words::none_where()}</p>
                <NoCode />
            </Show>
            <div class="row">
                <FileButton
                    class=Signal::derive(move || if state.has_projection() { "small" } else { "main" })
                    label=Signal::derive(move || if state.has_projection() { words::replace() } else { words::choose() })
                    accept=".xlsx,.xlsm,.csv,.tsv,.txt"
                    disabled=read_only()
                    take=choose
                />
                <span class="sub">{words::drop()}</span>
            </div>
            <JobStatus job=reading cancel=chosen_file::stop_reading() />
            <Failure of=attempt />
            {move || found.get().map(|one| preview(state, one, found))}
        </section>
    }
}

/// The plan has no code by which its sheet is found.
#[component]
fn NoCode() -> impl IntoView {
    let state: PopulationState = expect_context();
    let has_code = move || Municipality::of(&state.store.about().town).code.is_some();
    view! {
        <Show when=move || !has_code()>
            <p class="hint">
                {words::no_code()} " "
                <a href=Route::of_page(Page::Settings).to_string()>{words::to_settings()}</a>
            </p>
        </Show>
    }
}

/// Reads the sheet of the town, or returns a sentence with the reason why not.
async fn look_at(state: PopulationState, file: &File) -> Result<FoundProjection, String> {
    let name = file.name();
    let town = state.store.with(|s| Municipality::of(&s.about().town));
    let (sheet, text) = match held(file).await? {
        FileContent::Text(text) => (String::new(), text),
        FileContent::Book(book) => {
            let sheets = book.sheets();
            let mut own = sheets.iter();
            let own = own.position(|sheet| town.is_of(&sheet.name, &sheet.first));
            let only = (sheets.len() == 1).then_some(0);
            let Some(at) = own.or(only) else {
                let code = town.code.unwrap_or_default();
                return Err(match is_without_projection(&code) {
                    true => words::in_file(&name, words::coast()),
                    false => words::no_sheet_of(&name, &town.name),
                });
            };
            let sheet = sheets[at].name.clone();
            let wanted = SheetsChosen {
                sheets: vec![at],
                form: SheetForm::Table,
                hidden: true,
            };
            let text = book.text(wanted).await;
            (
                sheet,
                text.ok_or_else(|| chosen_file::sheet_too_long().to_owned())?,
            )
        }
    };
    match projection(&text, &sheet, &town) {
        Ok(read) => Ok(FoundProjection {
            read,
            file: name,
            sheet,
        }),
        Err(why) => Err(words::not_read(&name, &sheet, &why)),
    }
}

/// A projection that was found: its years, sums that do not agree, and the button that takes it.
fn preview(
    state: PopulationState,
    one: FoundProjection,
    found: RwSignal<Option<FoundProjection>>,
) -> AnyView {
    let FoundProjection { read, file, sheet } = one;
    let years = published(&read.projection);
    let heads = years
        .iter()
        .map(|year| view! { <th scope="col" class="number">{year.year.short()}</th> });
    let rows: Vec<_> = AgeGroup::ALL
        .into_iter()
        .filter(|group| group.ages().is_some())
        .map(|group| {
            let cells = years
                .iter()
                .map(|year| view! { <td class="number">{grouped(year.group(group))}</td> });
            view! { <tr><th scope="row">{words::group(group)}</th>{cells.collect_view()}</tr> }
        })
        .collect();
    let differs = read.differs.len();
    let lines = read
        .differs
        .iter()
        .take(LISTED)
        .map(|one| view! { <li>{words::differs_line(one)}</li> });
    let title = words::found(&read.projection.name, &read.projection.code);
    let from = match sheet.as_str() {
        "" => file.clone(),
        sheet => words::from_file(&file, sheet),
    };
    let first = years
        .first()
        .map(|year| year.year.short())
        .unwrap_or_default();
    let read = read.clone();
    let take = move |_| {
        let mut projection = read.projection.clone();
        projection.file = from_text(&file, &sheet);
        projection.read = Some(Date(Workspace::here().today()));
        let name = projection.name.clone();
        if state.store.edit(|s| edit::take_projection(s, projection)) {
            state.store.tell_done(words::taken(name));
            found.set(None);
        }
    };
    view! {
        <div class="population-found" role="region" aria-labelledby="population-found">
            <h2 id="population-found">{title}</h2>
            <p class="sub">{from} " " {words::as_of(first)}</p>
            {(differs > 0).then(|| view! {
                <p class="hint">{words::differs(differs)}</p>
                <ul>{lines.collect_view()}</ul>
            })}
            <ScrollTable label=words::table() heads=(column_heads(&[words::age()], &[]), heads.collect_view()).into_any()>
                {rows}
            </ScrollTable>
            <div class="row">
                <button type="button" class="btn main" disabled=read_only() on:click=take>{words::take()}</button>
                <button type="button" class="btn" on:click=move |_| found.set(None)>{words::cancel()}</button>
            </div>
        </div>
    }
    .into_any()
}

fn from_text(file: &str, sheet: &str) -> String {
    match sheet {
        "" => file.to_owned(),
        sheet => [file, " / ", sheet].concat(),
    }
}
