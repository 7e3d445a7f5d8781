//! さがす・操作する: every operation and every text of the strategy, by typing part of it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::Panels;
use crate::app::action::Action;
use crate::app::desk::Desk;
use crate::app::pages::route_to;
use crate::app::parts::{Dialog, is_composing};
use crate::insight::search::{Hit, Index};
use crate::locale::{history, palette as words, shell};

/// How many findings in the strategy are shown.
const LIMIT: usize = 30;

/// The window to search and act in.
#[component]
pub fn Palette() -> impl IntoView {
    let open = Panels::here().palette;
    view! {
        <Dialog open title=shell::PALETTE.to_owned()>
            <Search open />
        </Dialog>
    }
    .into_any()
}

/// Something that can be chosen.
#[derive(Clone, PartialEq)]
enum Choice {
    Act(Action),
    Go(Hit),
}

#[component]
fn Search(open: RwSignal<bool>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(0_usize);
    let desk = Desk::here();
    // Read once, when the window opens.
    let index = StoredValue::new(
        untrack(|| desk.open_store())
            .map(|store| store.with(Index::of))
            .unwrap_or_default(),
    );
    let found = Memo::new(move |_| {
        let store = desk.open_store();
        let typed = typed.get();
        let typed = typed.trim();
        let acts = Action::ALL
            .into_iter()
            .filter(|action| *action != Action::Palette && action.allowed(store))
            .filter(|action| typed.is_empty() || action.words().contains(typed))
            .map(Choice::Act);
        let hits = if typed.is_empty() {
            Vec::new()
        } else {
            index.with_value(|index| index.find(typed, LIMIT))
        };
        acts.chain(hits.into_iter().map(Choice::Go))
            .collect::<Vec<_>>()
    });
    let run = move |choice: Choice| {
        open.set(false);
        match choice {
            Choice::Act(action) => action.run(),
            Choice::Go(hit) => {
                if let Some(store) = untrack(|| desk.open_store()) {
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
            "ArrowDown" => chosen.update(|i| *i = (*i + 1) % count),
            "ArrowUp" => chosen.update(|i| *i = (*i + count - 1) % count),
            "Enter" => {
                let choice = found.with_untracked(|all| all.get(chosen.get_untracked()).cloned());
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
            type="search"
            autofocus
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant=move || format!("choice-{}", chosen.get())
            aria-label=words::TYPE
            placeholder=words::TYPE
            on:input=move |event| {
                typed.set(event_target_value(&event));
                chosen.set(0);
            }
            on:keydown=keydown
        />
        <ul id="palette-list" class="choices" role="listbox" aria-label=shell::PALETTE>
            {move || {
                found
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(i, choice)| {
                        let body = match &choice {
                            Choice::Act(action) => view! {
                                <span>{action.words()}</span>
                                <span class="hint">{action.shortcut().map(|key| key.words())}</span>
                            }
                            .into_any(),
                            Choice::Go(hit) => view! {
                                <span class="grow">{hit.excerpt.clone()}</span>
                                <span class="hint">{words::place(&hit.title, &history::field(hit.field))}</span>
                            }
                            .into_any(),
                        };
                        view! {
                            <li
                                id=format!("choice-{i}")
                                role="option"
                                aria-selected=move || (chosen.get() == i).to_string()
                                on:click=move |_| run(choice.clone())
                            >
                                {body}
                            </li>
                        }
                    })
                    .collect_view()
            }}
        </ul>
        <Show when=move || found.with(Vec::is_empty)>
            <p class="hint">{words::NOTHING}</p>
        </Show>
    }
    .into_any()
}
