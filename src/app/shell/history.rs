//! 変更の履歴: every step by name; choosing one goes back to just before it.

use leptos::prelude::*;

use super::Panels;
use crate::app::desk::Desk;
use crate::app::parts::Dialog;
use crate::locale::{history as names, shell as words};

/// The steps done since the strategy was opened, newest first, and those taken back.
#[component]
pub fn HistoryPanel() -> impl IntoView {
    let open = Panels::here().history;
    view! {
        <Dialog open title=words::HISTORY.to_owned()>
            <Steps />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Steps() -> impl IntoView {
    move || {
        let Some(store) = Desk::here().open_store() else {
            return view! { <p>{words::NO_HISTORY}</p> }.into_any();
        };
        let (done, undone) = store.history(|history| {
            let line = |step: &crate::edit::Done| names::line(&step.edit.did);
            let done: Vec<String> = history.done().iter().rev().map(line).collect();
            let undone: Vec<String> = history.undone().iter().map(line).collect();
            (done, undone)
        });
        if done.is_empty() && undone.is_empty() {
            return view! { <p>{words::NO_HISTORY}</p> }.into_any();
        }
        let back = move |steps: usize| {
            for _ in 0..steps {
                store.undo();
            }
        };
        let forth = move |steps: usize| {
            for _ in 0..steps {
                store.redo();
            }
        };
        let ahead = undone.len();
        view! {
            <p class="hint">{words::HISTORY_NOTE}</p>
            <ol class="steps">
                {undone
                    .into_iter()
                    .enumerate()
                    .map(|(i, line)| {
                        view! {
                            <li>
                                <button type="button" class="btn plain undone" on:click=move |_| forth(ahead - i)>
                                    {line}
                                    <span class="chip">{words::UNDONE}</span>
                                </button>
                            </li>
                        }
                    })
                    .collect_view()}
                {done
                    .into_iter()
                    .enumerate()
                    .map(|(i, line)| {
                        view! {
                            <li>
                                <button type="button" class="btn plain" on:click=move |_| back(i + 1)>
                                    {line}
                                </button>
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        }
        .into_any()
    }
}
