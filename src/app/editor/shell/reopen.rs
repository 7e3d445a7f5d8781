//! 年度の確定を解除する: asks for the person and the reason, wherever a closed year refuses an edit.

use leptos::prelude::*;

use crate::panels::Panels;
use crate::parts::{Dialog, open_while};
use crate::workspace::Workspace;
use ::words::Say;
use ::words::review as words;
use strategy::{Date, FiscalYear};

/// Dialog that asks for the reason, and reopens the year.
#[component]
pub fn Reopen() -> impl IntoView {
    let year = Panels::here().reopen;
    let open = open_while(year);
    let title = Signal::derive(move || year.get().map(words::reopen).unwrap_or_default());
    view! {
        <Dialog open title>
            {move || year.get().map(|year| view! { <Form year open /> })}
        </Dialog>
    }
}

#[component]
fn Form(year: FiscalYear, open: RwSignal<bool>) -> impl IntoView {
    let workspace = Workspace::here();
    let (by, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(String::new());
    let reopen = move || {
        let Some(store) = untrack(|| workspace.open_store()) else {
            return;
        };
        let (by, reason) = (by.get_untracked(), reason.get_untracked());
        let today = Date(workspace.today());
        match store.with(|s| edit::reopen_year(s, year, today, &by, &reason)) {
            Ok(edit) => {
                if store.commit(edit) {
                    store.tell_done(words::reopened(year));
                }
                open.set(false);
            }
            Err(refusal) => wrong.set(refusal.say()),
        }
    };
    let input = |id: &'static str, label: &'static str, value: RwSignal<String>| {
        view! {
            <label for=id>{label}</label>
            <input
                id=id
                class="input"
                autofocus=id == "reopen-reason"
                bind:value=value
            />
        }
    };
    view! {
        <p>{words::reopen_note(year)}</p>
        <form
            class="labelled"
            on:submit=move |event| {
                event.prevent_default();
                reopen();
            }
        >
            {input("reopen-reason", words::reopen_reason(), reason)}
            {input("reopen-by", words::reopen_by(), by)}
            <p class="bad-text" role="alert">{move || wrong.get()}</p>
            <div class="row">
                <button type="submit" class="btn main">{words::reopen(year)}</button>
            </div>
        </form>
    }
}
