//! The form of 提出依頼: its indicators, years, deadline and address, and its file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::state::Region;
use crate::pages::request_answer::read_request;
use crate::parts::{ChangeInput, FileButton};
use crate::strategy_file::Download;
use ::words::{Say, submissions as words};
use format::{FileKind, OpenedAs, request};
use insight::region::shared_indicators;
use strategy::{Date, FiscalYear, RequestedIndicator, SubmissionRequest};

/// Years that are offered, back from this one.
const YEARS: i32 = 10;

/// The form.
#[component]
pub fn RequestForm(region: Region) -> impl IntoView {
    let request = region.request;
    let until = move || request.with(|one| one.until.clone().unwrap_or_default().0);
    let set_until = move |day: String| {
        region.ask(|one| one.until = (!day.is_empty()).then_some(Date(day)));
    };
    let to = move || request.with(|one| one.to.clone());
    let set_to = move |text: String| region.ask(|one| text.trim().clone_into(&mut one.to));
    let lines = move || {
        let lines = |one: &SubmissionRequest| {
            let lines = one.indicators.iter().map(RequestedIndicator::line);
            lines.collect::<Vec<_>>().join("\n")
        };
        request.with(lines)
    };
    let set_lines = move |text: String| {
        region.ask(|one| one.indicators = RequestedIndicator::read_lines(&text));
    };
    view! {
        <div class="request-form">
            <ChangeInput label=words::until() kind="date" value=Signal::derive(until) on_change=set_until />
            <ChangeInput label=words::to() value=Signal::derive(to) on_change=set_to />
            {year(region, true)}
            {year(region, false)}
            <label class="labelled wide">
                <span class="label">{words::indicators()}</span>
                <textarea class="input" rows="6" prop:value=lines on:change=move |event| set_lines(event_target_value(&event))></textarea>
            </label>
        </div>
        <AddShared region />
        <RequestFile region />
    }
}

/// The choice of the first or the last year whose actuals are asked for.
fn year(region: Region, is_first: bool) -> AnyView {
    let today = region.workspace.this_year();
    let chosen = move || {
        let end = |one: &SubmissionRequest| match is_first {
            true => one.years.first().copied(),
            false => one.years.last().copied(),
        };
        region.request.with(end)
    };
    let offered = move || {
        let mut years: Vec<FiscalYear> =
            (0..YEARS).map(|back| FiscalYear(today.0 - back)).collect();
        years.extend(chosen().filter(|year| !years.contains(year)));
        years
    };
    let options = move || {
        let options = offered().into_iter().map(|year| {
            let is_chosen = chosen() == Some(year);
            view! { <option value=year.0.to_string() selected=is_chosen>{year.say()}</option> }
        });
        options.collect_view()
    };
    let set = move |event: leptos::ev::Event| {
        let year = event_target_value(&event).parse::<i32>().ok();
        region.ask(|one| one.ask_years(is_first, year.map(FiscalYear)));
    };
    let label = match is_first {
        true => words::first_year(),
        false => words::last_year(),
    };
    view! {
        <label class="labelled">
            <span class="label">{label}</span>
            <select class="input" on:change=set>
                <option value="" selected=move || chosen().is_none()>{words::no_year()}</option>
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// Button that adds the indicators that several of the collected plans have.
#[component]
fn AddShared(region: Region) -> impl IntoView {
    let shared = Memo::new(move |_| {
        let shared = region.read.with(|digests| shared_indicators(digests));
        let is_new =
            |one: &RequestedIndicator| region.request.with(|all| !all.indicators.contains(one));
        shared.into_iter().filter(is_new).collect::<Vec<_>>()
    });
    let add = move |_| region.ask(|one| one.indicators.extend(shared.get_untracked()));
    view! {
        <Show when=move || shared.with(|all| !all.is_empty())>
            <p>
                <button type="button" class="btn small" on:click=add>
                    {move || words::add_shared(shared.with(Vec::len))}
                </button>
            </p>
        </Show>
    }
}

/// Buttons that save and open the file of the request.
#[component]
fn RequestFile(region: Region) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let save = move |_| {
        let from = region.name.get_untracked();
        region.ask(|one| one.from = from);
        let saved = region.request.with_untracked(saved);
        said.set(saved.err().unwrap_or_default());
    };
    let open = move |chosen: Vec<File>| {
        let Some(file) = chosen.into_iter().next() else {
            return;
        };
        spawn_local(async move {
            match read_request(&file).await {
                Ok(read) => region.ask(|one| *one = read),
                Err(why) => _ = said.try_set(why),
            }
        });
    };
    view! {
        <div class="row">
            <button type="button" class="btn" on:click=save>{words::save_request()}</button>
            <FileButton class="quiet" label=words::open_request() accept=OpenedAs::Beside.accept() take=open />
        </div>
        <p role="alert">{move || said.get()}</p>
        <p class="hint">{words::save_note()}</p>
    }
}

/// Saves the file of a request. Returns its name; the error is a sentence.
fn saved(one: &SubmissionRequest) -> Result<String, String> {
    Download::of_town(&one.from, words::request_name(), FileKind::Plan).text(&request::write(one))
}
