//! 中間見直し: begun with name, date and reason; decided, or dropped.

use leptos::prelude::*;

use super::decision::DecisionDraft;
use super::form::{DecisionForm, VersionedEdit};
use crate::parts::read_only;
use crate::store::Store;
use ::words::revisions as words;
use strategy::{PlanRevision, Strategy};

/// The revision that is being drafted, or the form that begins one.
#[component]
pub fn Midterm() -> impl IntoView {
    let store = Store::here();
    let open = Memo::new(move |_| {
        let about = store.about();
        about.open_revision().map(|(_, one)| one.clone())
    });
    view! {
        <section class="card" aria-labelledby="midterm">
            <h2 id="midterm">{words::midterm()}</h2>
            {move || match open.get() {
                Some(one) => view! { <Drafted one /> }.into_any(),
                None => view! { <Begin /> }.into_any(),
            }}
        </section>
    }
}

/// The form that begins a revision.
#[component]
fn Begin() -> impl IntoView {
    let (store, versioned) = (Store::here(), VersionedEdit::here());
    let draft = DecisionDraft::named(words::midterm().to_owned());
    let is_decided = Memo::new(move |_| store.about().stage.is_decided());
    let begin = move |()| {
        let (title, decision) = (draft.title.get_untracked(), draft.decision());
        let version = words::version_before(&title);
        let make = move |s: &Strategy, before: &str| {
            edit::begin_revision(s, &title, decision.date.clone(), &decision.reason, before)
        };
        versioned.make(version, make, || words::begun().to_owned());
    };
    let acts = || {
        view! { <button type="submit" class="btn main" disabled=read_only()>{words::begin()}</button> }
            .into_any()
    };
    view! {
        <p class="sub">{words::midterm_note()}</p>
        <Show when=move || is_decided.get() fallback=|| view! { <p>{words::not_decided()}</p> }>
            <DecisionForm of=versioned submit=Callback::new(begin) acts=acts()>
                {draft.title_field("midterm-title", words::name())}
                {draft.date_field("midterm-date", words::began())}
                <div class="whole">{draft.reason_field("midterm-reason", words::reason())}</div>
            </DecisionForm>
        </Show>
    }
}

/// The revision that is being drafted, and the form that decides it.
#[component]
fn Drafted(one: PlanRevision) -> impl IntoView {
    let (store, versioned) = (Store::here(), VersionedEdit::here());
    let draft = DecisionDraft::named(one.title.clone());
    let version = words::version_after(&one.title);
    let decide = move |()| {
        let decision = draft.decision();
        let make = move |s: &Strategy, after: &str| {
            edit::decide_revision(s, decision.date.clone(), &decision.by, after)
        };
        versioned.make(version.clone(), make, || words::decided().to_owned());
    };
    let drop_it = move |_| {
        if store.edit(edit::drop_revision) {
            store.tell_done(words::dropped().to_owned());
        }
    };
    let acts = view! {
        <button type="submit" class="btn main" disabled=read_only()>{words::decide()}</button>
        <button type="button" class="btn plain" disabled=read_only() on:click=drop_it>{words::drop_it()}</button>
    }
    .into_any();
    view! {
        <p>{words::drafted(&one)}</p>
        <p class="sub">{words::drafted_note()}</p>
        <DecisionForm of=versioned submit=Callback::new(decide) acts>
            {draft.date_field("decided-date", words::decided_on())}
            {draft.by_field("decided-by", words::by())}
        </DecisionForm>
    }
}
