//! One support: what it is, until when, and what draws on it.

use leptos::prelude::*;

use super::super::super::row::title_id;
use super::uses::Uses;
use crate::parts::{IconButton, IconName, TextOf, read_only, text_of, writing};
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::{chapters as words, model::named};
use browser::focus::focus_added;
use insight::Deadline;
use strategy::*;

/// A row of the catalogue.
#[component]
pub fn SupportRow(id: Id<Support>) -> impl IntoView {
    let store = Store::here();
    let title = text_of(store, id, Support::title);
    view! {
        <li class="support">
            <div class="row nowrap top">
                <span class="sub">{text_of(store, id, Support::number)}</span>
                <span class="grow">
                    <TextOf of=id field=Support::title id=title_id(id) class="strong" label=words::support().to_owned() placeholder=words::support() />
                </span>
                <IconButton
                    icon=IconName::Trash
                    label=Signal::derive(move || words::remove(named(&title.get())))
                    disabled=read_only()
                    on_press=move |()| remove(store, id)
                />
            </div>
            <TextOf of=id field=Support::text lines=true label=words::text().to_owned() placeholder=words::text_hint() />
            <div class="support-facts">
                <TextOf of=id field=Support::provider label=words::provider().to_owned() placeholder=words::provider() />
                <Until id />
            </div>
            <Uses support=id title />
        </li>
    }
}

/// Takes it out; the keyboard goes to its neighbour in the list of its kind.
fn remove(store: Store, id: Id<Support>) {
    let (kind, next) = store.with(|s| {
        let kind = s.get(id).map(|one| one.kind).unwrap_or_default();
        (kind, beside(s, id, kind))
    });
    if store.edit(|s| edit::remove(s, id)) {
        focus_added(next.map_or_else(|| add_id(kind), title_id));
    }
}

/// The support of the same kind right behind this one, else right before it.
fn beside(s: &Strategy, id: Id<Support>, kind: SupportKind) -> Option<Id<Support>> {
    let all = s.supports.sorted();
    let alike: Vec<_> = all
        .iter()
        .filter(|one| one.kind == kind)
        .map(|one| one.id)
        .collect();
    let at = alike.iter().position(|one| *one == id)?;
    let before = at.checked_sub(1).and_then(|at| alike.get(at));
    alike.get(at + 1).or(before).copied()
}

/// 締切, and how it stands to today.
#[component]
fn Until(id: Id<Support>) -> impl IntoView {
    let store = Store::here();
    let today = Date(Workspace::here().today());
    let deadline = Memo::new(move |_| store.get(id).and_then(|one| one.deadline.clone()));
    let write = writing(store, id, Support::deadline);
    let stands = move || {
        let stands = Deadline::of(&deadline.get()?, &today)?;
        let class = match stands {
            Deadline::Past => "chip bad",
            Deadline::Soon(_) | Deadline::Later => "chip warn",
        };
        let said = words::deadline_stands(stands)?;
        Some(view! { <span class=class>{said}</span> })
    };
    view! {
        <div class="row">
            <label class="row nowrap">
                <span class="sub">{words::deadline()}</span>
                <input
                    type="date"
                    class="input small"
                    disabled=read_only()
                    prop:value=move || deadline.get().unwrap_or_default().0
                    on:change=move |event| {
                        let day = event_target_value(&event);
                        write.run((!day.is_empty()).then_some(Date(day)));
                    }
                />
            </label>
            {stands}
        </div>
    }
}

/// The DOM id of the button that adds a support of a kind.
pub fn add_id(kind: SupportKind) -> String {
    format!("add-support-{kind:?}")
}
