//! 状態番号: the number of the plan as it is, and the version that a printout was made of.

use std::collections::VecDeque;

use leptos::prelude::*;

use super::name::version_name;
use crate::session::Session;
use crate::state_number::state_number_of;
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::versions as words;
use keep::Version;
use output::{fingerprint, read_fingerprint};
use strategy::Strategy;

/// State of a search.
#[derive(Clone, Copy)]
struct Search {
    workspace: Workspace,
    /// The result, or how far the search is.
    told: RwSignal<String>,
    /// Counts the searches: an older one says nothing more.
    nth: RwSignal<u32>,
}

/// Versions that are still to be read.
struct Rest {
    wanted: String,
    left: VecDeque<Version>,
    all: usize,
    nth: u32,
}

impl Search {
    /// Reads one version after the other, until one has the number.
    fn go_on(self, mut rest: Rest) {
        if self.nth.try_get_untracked() != Some(rest.nth) {
            return;
        }
        let Some(version) = rest.left.pop_front() else {
            return self.told.set(words::state_is_none().to_owned());
        };
        self.told
            .set(words::state_searching(rest.all - rest.left.len(), rest.all));
        let name = version_name(&version, &self.workspace.today());
        self.workspace.read_version(version, move |plan| {
            let is_it = fingerprint(&plan) == rest.wanted;
            match is_it && self.nth.try_get_untracked() == Some(rest.nth) {
                true => self.told.set(words::state_is_version(name)),
                false => self.go_on(rest),
            }
        });
    }
}

/// The number of now, and the field that looks one up.
#[component]
pub fn StateNumber() -> impl IntoView {
    let (store, session) = (Store::here(), Session::here());
    let search = Search {
        workspace: Workspace::here(),
        told: RwSignal::new(String::new()),
        nth: RwSignal::new(0),
    };
    let now = state_number_of(move || store.follow(Strategy::clone));
    let typed = RwSignal::new(String::new());
    let find = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        search.nth.update(|nth| *nth += 1);
        let Some(wanted) = typed.with_untracked(|text| read_fingerprint(text)) else {
            return search.told.set(words::state_wrong().to_owned());
        };
        let counted = now.get_untracked();
        if wanted == counted.unwrap_or_else(|| store.with(fingerprint)) {
            return search.told.set(words::state_is_now().to_owned());
        }
        let all = untrack(|| session.versions());
        search.go_on(Rest {
            wanted,
            all: all.len(),
            left: all.into(),
            nth: search.nth.get_untracked(),
        });
    };
    view! {
        <section class="card" aria-labelledby="state-number">
            <h2 id="state-number">{words::state_label()}</h2>
            <p class="sub">{words::state_note()} " " {move || now.get().map(words::state_now)}</p>
            <form class="row" on:submit=find>
                <input
                    class="input"
                    type="text"
                    autocomplete="off"
                    aria-label=words::state_label()
                    placeholder=words::state_hint()
                    bind:value=typed
                />
                <button type="submit" class="btn">{words::state_find()}</button>
                <span role="status">{move || search.told.get()}</span>
            </form>
        </section>
    }
}
