//! 検索・操作: search over every command and every text of the strategy.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::handbook::{HandbookState, handbook};
use crate::command::Command;
use crate::pages::route_to;
use crate::panels::Panels;
use crate::parts::{Dialog, is_composing};
use crate::route::{Page, Route};
use crate::workspace::Workspace;
use ::handbook::HandbookJob;
use ::words::{handbook as jobs, help, palette as words, shell};
use insight::search::{Hit, Index, fold};
use strategy::{FiscalYear, Id, Kind, Measure};

/// Largest number of hits shown from the strategy.
const LIMIT: usize = 30;

/// Largest number of jobs shown from the handbook.
const JOBS: usize = 4;

/// Dialog for search and commands.
#[component]
pub fn Palette() -> impl IntoView {
    let open = Panels::here().palette;
    view! {
        <Dialog open title=shell::palette().to_owned()>
            <Search open />
        </Dialog>
    }
}

/// An entry of the list.
#[derive(Clone, PartialEq)]
enum PaletteChoice {
    Act(Command),
    /// A job of the handbook, or a term.
    Job(HandbookJob),
    Go(Hit),
    /// Sheets of a record.
    Sheets(Id<Measure>, Vec<FiscalYear>),
}

impl PaletteChoice {
    /// Returns the heading of its group.
    fn group(&self) -> &'static str {
        match self {
            PaletteChoice::Act(_) => words::actions(),
            PaletteChoice::Job(_) => help::title(),
            PaletteChoice::Go(hit) => words::kind(hit.record.kind),
            PaletteChoice::Sheets(..) => "",
        }
    }
}

/// Returns a hit, and below it the sheets of its record.
fn with_sheets(hit: Hit) -> impl Iterator<Item = PaletteChoice> {
    let sheets = match hit.record.kind {
        // A line already leads to its sheet.
        Kind::Line => None,
        _ => hit.sheets.clone(),
    };
    let sheets = sheets.map(|(measure, years)| PaletteChoice::Sheets(measure, years));
    std::iter::once(PaletteChoice::Go(hit)).chain(sheets)
}

/// Groups the choices under their headings, each with its index among all.
fn grouped(choices: Vec<PaletteChoice>) -> Vec<(&'static str, Vec<(usize, PaletteChoice)>)> {
    let mut groups: Vec<(&'static str, Vec<(usize, PaletteChoice)>)> = Vec::new();
    for (at, choice) in choices.into_iter().enumerate() {
        let name = choice.group();
        match groups.last_mut() {
            Some((last, group)) if name.is_empty() || *last == name => group.push((at, choice)),
            _ => groups.push((name, vec![(at, choice)])),
        }
    }
    groups
}

#[component]
fn Search(open: RwSignal<bool>) -> impl IntoView {
    let typed = Panels::here().palette_text;
    // No entry is selected until the user types or moves to one.
    let is_typed = typed.with_untracked(|typed| !typed.trim().is_empty());
    let chosen = RwSignal::new(is_typed.then_some(0));
    let workspace = Workspace::here();
    // The index is built once, when the dialog opens.
    let index = StoredValue::new(
        untrack(|| workspace.open_store())
            .map(|store| store.with(Index::of))
            .unwrap_or_default(),
    );
    let book = handbook();
    let found = Memo::new(move |_| {
        let store = workspace.open_store();
        let typed = typed.get();
        let typed = typed.trim();
        let acts = Command::all()
            .filter(|command| *command != Command::Palette && command.allowed(store))
            .filter(|command| typed.is_empty() || fold(command.words()).contains(&fold(typed)))
            .map(PaletteChoice::Act);
        let hits = if typed.is_empty() {
            Vec::new()
        } else {
            index.with_value(|index| index.find(typed, LIMIT))
        };
        let jobs = book.with(|book| match book {
            HandbookState::Here(book) => {
                jobs::find(book, typed, JOBS).into_iter().cloned().collect()
            }
            HandbookState::Coming | HandbookState::Missing => Vec::new(),
        });
        acts.chain(jobs.into_iter().map(PaletteChoice::Job))
            .chain(hits.into_iter().flat_map(with_sheets))
            .collect::<Vec<_>>()
    });
    let run = move |choice: PaletteChoice| {
        open.set(false);
        match choice {
            PaletteChoice::Act(command) => command.run(),
            PaletteChoice::Job(job) => {
                Panels::here().job.set(Some(job));
                Command::Help.run();
            }
            PaletteChoice::Sheets(measure, _) => Route::of_page(Page::Plan(Some(measure))).go(),
            PaletteChoice::Go(hit) => {
                if let Some(store) = untrack(|| workspace.open_store()) {
                    store.with(|s| route_to(s, hit.record)).go();
                }
            }
        }
    };
    let keydown = move |event: KeyboardEvent| {
        if is_composing(&event) {
            return;
        }
        let count = found.with_untracked(Vec::len).max(1);
        match event.key().as_str() {
            "ArrowDown" => chosen.update(|at| *at = Some(at.map_or(0, |at| (at + 1) % count))),
            "ArrowUp" => chosen.update(|at| *at = Some((at.unwrap_or(0) + count - 1) % count)),
            "Enter" => {
                let at = chosen.get_untracked();
                let choice = found.with_untracked(|all| all.get(at?).cloned());
                if let Some(choice) = choice {
                    run(choice);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <input
            class="input"
            type="text"
            enterkeyhint="search"
            autocomplete="off"
            autofocus
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant=move || chosen.get().map(|at| format!("choice-{at}"))
            aria-label=words::r#type()
            placeholder=words::r#type()
            prop:value=typed.get_untracked()
            on:input=move |event| {
                let text = event_target_value(&event);
                chosen.set((!text.trim().is_empty()).then_some(0));
                typed.set(text);
            }
            on:keydown=keydown
        />
        <div id="palette-list" class="choices" role="listbox" aria-label=shell::palette()>
            {move || {
                grouped(found.get())
                    .into_iter()
                    .map(|(name, choices)| {
                        view! {
                            <div role="group" aria-label=name>
                                <div class="choices-kind" aria-hidden="true">{name}</div>
                                {choices
                                    .into_iter()
                                    .map(|(at, choice)| {
                                        let body = label(&choice);
                                        let below = matches!(choice, PaletteChoice::Sheets(..));
                                        view! {
                                            <div
                                                id=format!("choice-{at}")
                                                class="one-choice"
                                                class:below=below
                                                role="option"
                                                aria-selected=move || (chosen.get() == Some(at)).to_string()
                                                on:click=move |_| run(choice.clone())
                                            >
                                                {body}
                                            </div>
                                        }
                                    })
                                    .collect_view()}
                            </div>
                        }
                    })
                    .collect_view()
            }}
        </div>
        <Show when=move || found.with(Vec::is_empty)>
            <p class="hint">{words::nothing()}</p>
        </Show>
    }
}

/// Label of a choice.
fn label(choice: &PaletteChoice) -> AnyView {
    match choice {
        PaletteChoice::Act(command) => view! {
            <span>{command.words()}</span>
            <span class="hint">{command.shortcut().map(|key| key.words())}</span>
        }
        .into_any(),
        PaletteChoice::Job(job) => {
            view! { <span class="grow" lang="ja">{job.title.clone()}</span> }.into_any()
        }
        PaletteChoice::Go(hit) => {
            // If the name contains the words itself, they are not repeated.
            let within =
                (!hit.title.contains(&hit.excerpt)).then(|| words::within(hit.field, &hit.excerpt));
            view! {
                <span class="grow">
                    {words::named(&hit.title)}
                    {within.map(|text| view! { <span class="hint">{text}</span> })}
                </span>
                <span class="hint">{hit.place.as_ref().map(words::place)}</span>
            }
            .into_any()
        }
        PaletteChoice::Sheets(_, years) => {
            view! { <span class="grow">{words::sheets(years)}</span> }.into_any()
        }
    }
}
