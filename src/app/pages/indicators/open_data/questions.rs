//! Questions about a file: its own rows, its year, its data set and the name of that.

use leptos::prelude::*;

use super::state::OpenDataState;
use crate::as_of::YearJudged;
use crate::parts::Choice;
use ::words::{Say, open_data as words};
use recognise::open_data::{DataAnswers, NoRows, NotData};
use strategy::{FiscalYear, OwnRows};

/// The questions, or why the file is not read.
#[component]
pub fn Questions() -> impl IntoView {
    let state = OpenDataState::here();
    let file = move || {
        let name = |source: &super::state::DataSource| source.file.clone();
        state
            .source
            .with(|source| source.as_ref().map(name))
            .unwrap_or_default()
    };
    let trouble = move || {
        state.read.with(|read| match read {
            Some(Err(why)) => words::not_read(&file(), why),
            _ => None,
        })
    };
    let question = Memo::new(move |_| {
        state.read.with(|read| match read {
            Some(Err(why)) => Some(why.clone()),
            _ => None,
        })
    });
    let summary = move || {
        state.read.with(|read| match read {
            Some(Ok(data)) => Some(words::summary(&file(), data)),
            _ => None,
        })
    };
    let is_read = Memo::new(move |_| state.read.with(|read| matches!(read, Some(Ok(_)))));
    view! {
        <p class="bad-text" role="alert">{trouble}</p>
        {move || question.get().map(|why| ask(state, why))}
        <p role="status">{summary}</p>
        <Show when=move || is_read.get()>
            <YearOfTable />
            <DataSetChoice />
            <Doubt />
        </Show>
    }
}

/// A question that has to be answered before the file is read.
fn ask(state: OpenDataState, why: NotData) -> AnyView {
    let button = move |rows: OwnRows, words: String, locked: bool| {
        let answer = move |_| {
            state.answer(DataAnswers {
                rows,
                ..state.answers.get_untracked()
            });
        };
        view! { <button type="button" class="btn" disabled=locked on:click=answer>{words}</button> }
    };
    match why {
        NotData::AskYear => view! {
            <p class="hint">{words::ask_year()}</p>
            <YearOfTable />
        }
        .into_any(),
        NotData::Rows(NoRows::AskDigits { five, six }) => {
            let (five_words, six_words) = (words::rows_shown(&five), words::rows_shown(&six));
            view! {
                <p class="hint">{words::ask_digits()}</p>
                <div class="row">
                    {button(OwnRows::FiveDigits, words::five(five_words), five.is_empty())}
                    {button(OwnRows::SixDigits, words::six(six_words), six.is_empty())}
                </div>
            }
            .into_any()
        }
        NotData::Rows(NoRows::AskName(rows)) => view! {
            <p class="hint">{words::ask_name()}</p>
            <p>{words::rows_shown(&rows)}</p>
            <div class="row">{button(OwnRows::Name, words::use_rows().to_owned(), false)}</div>
        }
        .into_any(),
        _ => ().into_any(),
    }
}

/// The year of a table that does not say it in its cells.
#[component]
fn YearOfTable() -> impl IntoView {
    let state = OpenDataState::here();
    // `None`: every value has its own year.
    let year = Memo::new(move |_| {
        state.read.with(|read| match read {
            Some(Ok(data)) => data.said_year.map(Some),
            Some(Err(NotData::AskYear)) => Some(None),
            _ => None,
        })
    });
    let all = YearJudged::years();
    let options = Signal::derive(move || {
        let said = year.get().flatten();
        let mut years = all.get();
        if let Some(said) = said.filter(|said| !years.contains(said)) {
            years.insert(0, said);
        }
        let blank = said
            .is_none()
            .then(|| (String::new(), words::choose_year().to_owned()));
        let years = years
            .into_iter()
            .map(|year| (year.0.to_string(), year.say()));
        blank.into_iter().chain(years).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || {
        year.get()
            .flatten()
            .map_or(String::new(), |year| year.0.to_string())
    });
    let choose = Callback::new(move |key: String| {
        let year = key.parse().ok().map(FiscalYear);
        state.answer(DataAnswers {
            year,
            ..state.answers.get_untracked()
        });
    });
    view! {
        <Show when=move || year.get().is_some()>
            <div class="row">
                <span class="label">{words::said_year()}</span>
                <Choice label=words::said_year().to_owned() value options on_change=choose />
            </div>
        </Show>
    }
}

/// The data set that the file is of, and its name.
#[component]
fn DataSetChoice() -> impl IntoView {
    let state = OpenDataState::here();
    let forms = move || state.store.about().data_forms.clone();
    let options = Signal::derive(move || {
        let new = (String::new(), words::data_set_new().to_owned());
        let known = forms().into_iter().map(|form| (form.form, form.source));
        std::iter::once(new).chain(known).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || state.known.get().map_or(String::new(), |form| form.form));
    let choose = Callback::new(move |key: String| {
        let known = untrack(forms).into_iter().find(|form| form.form == key);
        let read = state.read.get_untracked();
        if let Some(Ok(data)) = &read {
            state.know(data, known);
        }
    });
    let note = move || {
        let known = state.known.get()?;
        let is_same = state
            .read
            .with(|read| matches!(read, Some(Ok(data)) if data.form == known.form));
        is_same.then(|| words::same_form(&known.source))
    };
    view! {
        <Show when=move || options.with(|all| all.len() > 1)>
            <div class="row">
                <span class="label">{words::data_set()}</span>
                <Choice label=words::data_set().to_owned() value options on_change=choose />
                <span class="sub">{note}</span>
            </div>
        </Show>
        <div class="labelled">
            <label for="open-data-source">{words::source()}</label>
            <input
                id="open-data-source"
                class="input"
                prop:value=move || state.title.get()
                on:input=move |event| state.title.set(event_target_value(&event))
            />
            <span class="sub">{words::source_note()}</span>
        </div>
    }
}

/// A doubt about the whole file, to be confirmed.
#[component]
fn Doubt() -> impl IntoView {
    let state = OpenDataState::here();
    let confirm = move |_| state.confirmed.set(true);
    view! {
        <Show when=move || state.doubt().is_some()>
            <div class="row">
                <span>{move || state.doubt()}</span>
                <button type="button" class="btn small" on:click=confirm>{words::confirm()}</button>
            </div>
        </Show>
    }
}
