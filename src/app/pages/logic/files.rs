//! The model as CSV in the columns of 行政事業レビュー: saved, and read.

use leptos::prelude::*;
use web_sys::File;

use super::state::ModelState;
use crate::pages::foreign_text::{FileContent, held};
use crate::parts::{Attempt, Failure, FileButton, read_only};
use crate::strategy_file::Download;
use ::words::logic as words;
use format::FileKind;
use format::review::{Review, ReviewCheck, checks_csv, read_checks};
use output::export::review::{checks, review};
use recognise::review::{model_of, sheets_of};
use strategy::{Goal, Id};

/// The tables of the State's form.
#[derive(Clone, Copy)]
enum ReviewTable {
    Goals,
    Links,
    Checks,
}

/// Buttons that save each table, and the choice of files to read.
#[component]
pub fn ModelFiles() -> impl IntoView {
    let state: ModelState = expect_context();
    let attempt = Attempt::default();
    let save = move |table| attempt.end(saved(state, table));
    let read = move |chosen| attempt.start(read_files(state, chosen));
    view! {
        <section class="card" aria-labelledby="logic-files">
            <h2 id="logic-files">{words::files()}</h2>
            <p class="sub">{words::files_note()}</p>
            <div class="row">
                <button type="button" class="btn small" on:click=move |_| save(ReviewTable::Goals)>{words::save_goals()}</button>
                <button type="button" class="btn small" on:click=move |_| save(ReviewTable::Links)>{words::save_links()}</button>
                <button type="button" class="btn small" on:click=move |_| save(ReviewTable::Checks)>{words::save_checks()}</button>
                <FileButton class="small" label=words::read_files() accept=".csv,.txt" multiple=true disabled=read_only() take=read />
            </div>
            <Failure of=attempt />
        </section>
    }
}

/// Gives a table to the browser as a file; the error is a sentence.
fn saved(state: ModelState, table: ReviewTable) -> Result<(), String> {
    let Some(model) = state.model.get_untracked() else {
        return Ok(());
    };
    let town = state.store.about().town.name.clone();
    let (title, text) = state.store.with(|s| match table {
        ReviewTable::Goals => (words::goals_file(), review(s, &model).goals_csv()),
        ReviewTable::Links => (words::links_file(), review(s, &model).links_csv()),
        ReviewTable::Checks => (words::checks_file(), checks_csv(&checks(s, &model))),
    });
    Download::of_town(&town, title, FileKind::Csv).text(&text)?;
    Ok(())
}

/// Reads files into the model of the goal that is shown; the error is a sentence.
async fn read_files(state: ModelState, chosen: Vec<File>) -> Result<(), String> {
    let mut texts = Vec::new();
    for file in chosen {
        match held(&file).await? {
            FileContent::Text(text) => texts.push(text),
            FileContent::Book(_) => return Err(words::not_review().to_owned()),
        }
    }
    let Some(goal) = state.goal.try_get_untracked().flatten() else {
        return Ok(());
    };
    let title = state
        .store
        .with(|s| s.get(goal).map(|goal| goal.title.clone()));
    let read = Review::read(&texts, &title.unwrap_or_default());
    let checks = read_checks(&texts);
    if read.is_none() && checks.is_empty() {
        return Err(words::not_review().to_owned());
    }
    let of_checks = take_checks(state, goal, &checks);
    let of_links = read.map_or(Ok(()), |review| take_links(state, goal, &review));
    let why: Vec<_> = [of_checks.err(), of_links.err()]
        .into_iter()
        .flatten()
        .collect();
    match why.is_empty() {
        true => Ok(()),
        false => Err(why.join(" ")),
    }
}

/// Takes 点検・評価 into the sheets of the goal; the error is a sentence.
fn take_checks(state: ModelState, goal: Id<Goal>, checks: &[ReviewCheck]) -> Result<(), String> {
    if checks.is_empty() {
        return Ok(());
    }
    let found = state.store.with(|s| sheets_of(checks, s, goal));
    if found.measures == 0 {
        return Err(words::no_check_found().to_owned());
    }
    let sheets = found.changed;
    if !sheets.is_empty() && !state.store.edit(|s| edit::take_checks(s, goal, &sheets)) {
        return Ok(());
    }
    state
        .store
        .tell_done(words::read_checks(found.measures, sheets.len()));
    match found.unknown.as_slice() {
        [] => Ok(()),
        unknown => Err(words::unknown_names(unknown)),
    }
}

/// Takes the links of a file into the model of the goal; the error is a sentence.
fn take_links(state: ModelState, goal: Id<Goal>, review: &Review) -> Result<(), String> {
    let found = state.store.with(|s| model_of(review, s, goal));
    let Some(found) = found.filter(|found| found.links > 0) else {
        return Err(words::nothing_found(&review.project));
    };
    let is_new = state.store.with(|s| {
        let kept = s.get(goal).and_then(|goal| goal.logic.clone());
        kept.unwrap_or_default() != found.logic
    });
    if is_new {
        let logic = found.logic.clone();
        if !state
            .store
            .edit(|s| edit::change_logic(s, goal, |kept| *kept = logic))
        {
            return Ok(());
        }
    }
    state.store.tell_done(words::read_links(found.links));
    let unknown = (!found.unknown.is_empty()).then(|| words::unknown_names(&found.unknown));
    let others = (!review.others.is_empty())
        .then(|| words::other_projects(&review.project, review.others.len()));
    let left: Vec<String> = unknown.into_iter().chain(others).collect();
    match left.is_empty() {
        true => Ok(()),
        false => Err(left.join(" ")),
    }
}
