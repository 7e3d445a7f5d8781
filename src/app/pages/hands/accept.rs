//! Bringing it together: a version before, one step of the history, and what is new in 点検 behind.

use leptos::prelude::*;

use super::give::keep_version;
use super::state::{Hands, MergeSummary as DoneState, ReturnedPlan};
use crate::parts::{Attempt, Failure, read_only};
use ::words::{Say, hands as words};
use device::clock;
use edit::{Changes, ReturnedFile, part_returns};
use insight::checks::{AsOf, check, new_since};
use strategy::*;

/// The button, and what is left as it is.
#[component]
pub fn Accept() -> impl IntoView {
    let hands = Hands::here();
    let merging = Attempt::default();
    let merge = move |_| merging.start(bring_together(hands));
    let left = move || match hands.undecided() {
        0 => None,
        count => Some(words::undecided(count)),
    };
    view! {
        <div class="row hands-accept">
            <button
                type="button"
                class="btn main large"
                disabled=move || merging.is_busy() || hands.comparing.is_running() || hands.busy.get() || read_only().get()
                on:click=merge
            >
                {move || if merging.is_busy() { words::merging() } else { words::merge() }}
            </button>
            <span class="sub" role="status">{left}</span>
        </div>
        <Failure of=merging />
    }
}

async fn bring_together(hands: Hands) -> Result<(), String> {
    let Some(outcome) = hands.outcome.get_untracked() else {
        return Ok(());
    };
    keep_version(hands, words::version_before()).await?;
    // The plan may be another since the files were compared with it.
    if !hands.is_current(&outcome) {
        return Err(words::plan_changed().to_owned());
    }
    let brought = hands.brought.get_untracked();
    let choices = hands.choices.get_untracked();
    let before = hands.store.with(Strategy::clone);
    let now = clock::now();
    let year = hands.workspace.this_year();
    let from: Vec<String> = brought
        .iter()
        .map(|one| one.incoming.part.to.clone())
        .collect();
    let mut untaken = words::untaken(&outcome.gathering, &from, &choices, &now.local, year);
    for one in &brought {
        let (unread, to) = (&one.untaken.first, &one.incoming.part.to);
        untaken.extend(words::unread_values(unread, to, &now.local, year));
    }
    let file = |one: &ReturnedPlan| ReturnedFile {
        part: one.incoming.part.id.clone(),
        hash: one.incoming.hash.clone(),
        unread: one.untaken.count(),
    };
    let files: Vec<_> = brought.iter().map(file).collect();
    let gathering = &outcome.gathering;
    let returns = part_returns(gathering, &files, &choices, &now.local);
    let changes = Changes::between(&before, gathering.after()).ids().len();
    if !hands
        .store
        .edit(|s| edit::take_in(s, gathering, &returns, untaken))
    {
        // The refusal was reported.
        return Ok(());
    }
    let as_of = || AsOf {
        year,
        day: Some(Date(hands.workspace.today())),
    };
    let found = check(&before, as_of());
    let findings = hands
        .store
        .with(|after| new_since(&found, check(after, as_of())));
    hands.clear();
    hands.done.set(Some(DoneState {
        parts: returns.into_iter().map(|(part, _)| part).collect(),
        changes,
        findings: findings.iter().map(Say::say).collect(),
    }));
    Ok(())
}

/// Summary of the last merge.
#[component]
pub fn Done() -> impl IntoView {
    let hands = Hands::here();
    let findings = |all: Vec<String>| match all.is_empty() {
        true => view! { <p>{words::no_new_findings()}</p> }.into_any(),
        false => view! {
            <h3>{words::new_findings(all.len())}</h3>
            <ul>{all.into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}</ul>
        }
        .into_any(),
    };
    let told = move |done: DoneState| {
        view! {
            <section class="card hands-done">
                <p><b>{words::merged(done.parts.len(), done.changes)}</b></p>
                <p class="sub">{words::merged_note()}</p>
                {findings(done.findings)}
            </section>
        }
    };
    // An undone merge is not shown as merged.
    let is_back = move |done: &DoneState| {
        hands.is_in_ledger(|part| !part.returns.is_empty() && done.parts.contains(&part.id))
    };
    view! { <div role="status">{move || hands.done.get().filter(is_back).map(told)}</div> }
        .into_any()
}
