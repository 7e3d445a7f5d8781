//! Ways to begin: blank, or from a sample.

use leptos::prelude::*;

use crate::page::Page;
use crate::panels::Panels;
use crate::parts::{Dialog, way};
use crate::workspace::{DocumentCommand, Workspace};
use ::words::YearForms;
use ::words::home as words;
use strategy::{FiscalYear, Period};

/// The samples, each a button.
#[component]
pub fn Samples() -> impl IntoView {
    let workspace = Workspace::here();
    view! {
        <p class="sub">{words::sample_note()}</p>
        <ul class="cards samples">
            {words::samples()
                .into_iter()
                .map(|sample| {
                    view! {
                        <li>
                            <button type="button" class="sample" on:click=move |_| workspace.send(DocumentCommand::Sample(sample.file))>
                                <b>{sample.name}</b>
                                " "
                                <span class="sub">{sample.shows}</span>
                            </button>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

/// Beginning of a new strategy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StartWay {
    Blank,
    Skeleton,
    Paste,
}

impl StartWay {
    const ALL: [StartWay; 3] = [StartWay::Blank, StartWay::Skeleton, StartWay::Paste];

    fn words(self) -> (&'static str, &'static str) {
        match self {
            StartWay::Blank => (words::way_blank(), words::way_blank_note()),
            StartWay::Skeleton => (words::way_skeleton(), words::way_skeleton_note()),
            StartWay::Paste => (words::way_paste(), words::way_paste_note()),
        }
    }
}

/// Asks for town, name and years of a new strategy.
#[component]
pub fn NewStrategy(
    /// True while the dialog is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open title=words::new().to_owned()>
            <Form open />
        </Dialog>
    }
}

/// An example, where an empty field is no mistake.
fn hint_inside(id: &str) -> Option<&'static str> {
    (id == "new-title").then_some(words::title_hint())
}

#[component]
fn Form(open: RwSignal<bool>) -> impl IntoView {
    let workspace = Workspace::here();
    let town = RwSignal::new(String::new());
    let title = RwSignal::new(String::new());
    let next = workspace.this_year().next();
    let first = RwSignal::new(next.typed());
    let last = RwSignal::new(FiscalYear(next.0 + 4).typed());
    let wrong = RwSignal::new(None::<&'static str>);
    let chosen = RwSignal::new(StartWay::Blank);
    let make = move || {
        let years = (
            FiscalYear::parse(&first.get_untracked()),
            FiscalYear::parse(&last.get_untracked()),
        );
        let (Some(first), Some(last)) = years else {
            return wrong.set(Some(words::bad_year()));
        };
        let period = Period { first, last };
        if !period.is_of_plan() {
            return wrong.set(Some(words::bad_period()));
        }
        open.set(false);
        let town = town.get_untracked().trim().to_owned();
        let title = match title.get_untracked().trim() {
            "" => format!("{town}{}", words::new_title()),
            title => title.to_owned(),
        };
        let brought = workspace.brought().with_untracked(Option::is_some);
        let page = match brought {
            true => workspace.want_brought(),
            false => {
                let pasted = chosen.get_untracked() == StartWay::Paste;
                Panels::here().paste_outline.set(pasted);
                Page::Overview
            }
        };
        workspace.send(DocumentCommand::Begin {
            town,
            title,
            period,
            skeleton: chosen.get_untracked() == StartWay::Skeleton,
            page,
        });
    };
    let input =
        |id: &'static str, label: &'static str, value: RwSignal<String>, hint: &'static str| {
            view! {
                <div class="labelled">
                    <label for=id>{label}</label>
                    <input
                        id=id
                        class="input"
                        required=id != "new-title"
                        placeholder=hint_inside(id)
                        bind:value=value
                    />
                    <span class="hint">{hint}</span>
                </div>
            }
        };
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                make();
            }
        >
            {input("new-town", words::town(), town, words::town_hint())}
            {input("new-title", words::title(), title, "")}
            {input("new-first", words::first(), first, words::year_hint())}
            {input("new-last", words::last(), last, "")}
            <fieldset class="whole ways">
                <legend>{words::way()}</legend>
                {StartWay::ALL
                    .into_iter()
                    .map(|one| {
                        let (title, note) = one.words();
                        way("way", title, [note], move || chosen.get() == one, move || chosen.set(one))
                    })
                    .collect_view()}
            </fieldset>
            <p class="whole bad-text" role="alert">{move || wrong.get()}</p>
            <div class="whole row">
                <button type="submit" class="btn main">{words::make()}</button>
            </div>
        </form>
    }
}
