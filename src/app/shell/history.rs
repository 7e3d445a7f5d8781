//! 変更の履歴: every step by name, time and what it changed, in sittings; choosing one goes back to just before it.

use leptos::prelude::*;

use super::Panels;
use crate::app::desk::Desk;
use crate::app::parts::Dialog;
use crate::app::store::Store;
use crate::edit::Done;
use crate::insight::compare::differences;
use crate::locale::{history as names, keeping, shell as words, time};

/// A longer pause begins a new sitting, in ms.
const PAUSE: u64 = 30 * 60 * 1000;
/// So many steps are shown.
const SHOWN: usize = 200;

/// The steps done, newest first, and those taken back; of earlier sittings too.
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

/// A step as it is shown.
struct Line {
    ms: u64,
    /// The time stamp.
    stamp: String,
    did: String,
    /// From → to, of the first field.
    change: Option<String>,
    more: Option<String>,
}

fn line(store: Store, step: &Done) -> Line {
    let all = store.with(|now| differences(now, now, &step.edit.changes));
    let first = all.iter().find(|one| one.field.is_some());
    Line {
        ms: step.at.ms,
        stamp: step.at.local.clone(),
        did: names::line(&step.edit.did),
        change: first.map(|one| keeping::change(one.from.as_deref(), one.to.as_deref())),
        more: keeping::more(all.len().saturating_sub(1)),
    }
}

/// Steps, the newest first, in sittings.
fn sittings(lines: Vec<(usize, Line)>) -> Vec<Vec<(usize, Line)>> {
    let mut all: Vec<Vec<(usize, Line)>> = Vec::new();
    for line in lines {
        match all.last_mut() {
            Some(sitting)
                if sitting
                    .last()
                    .is_some_and(|(_, last)| last.ms.saturating_sub(line.1.ms) < PAUSE) =>
            {
                sitting.push(line);
            }
            _ => all.push(vec![line]),
        }
    }
    all
}

#[component]
fn Steps() -> impl IntoView {
    move || {
        let Some(store) = Desk::here().open_store() else {
            return view! { <p>{words::NO_HISTORY}</p> }.into_any();
        };
        let (undone, done, standing) = store.history(|history| {
            let undone: Vec<Line> = history
                .undone()
                .iter()
                .map(|one| line(store, one))
                .collect();
            let lines = history.standing().take(SHOWN).map(|one| line(store, one));
            (
                undone,
                history.done().len(),
                lines.enumerate().collect::<Vec<_>>(),
            )
        });
        if standing.is_empty() && undone.is_empty() {
            return view! { <p>{words::NO_HISTORY}</p> }.into_any();
        }
        let ahead = undone.len();
        let undone = undone.into_iter().enumerate().map(|(index, line)| {
            view! { <li><Undone line store steps=ahead - index /></li> }
        });
        let undone = undone.collect_view();
        let sittings = sittings(standing).into_iter();
        let sittings = sittings.map(|lines| view! { <Sitting lines store done /> });
        let sittings = sittings.collect_view();
        view! {
            <p class="hint">{words::HISTORY_NOTE}</p>
            <div class="steps" tabindex="0" role="region" aria-label=words::HISTORY>
                <ol class="plain-list">{undone}</ol>
                {sittings}
            </div>
        }
        .into_any()
    }
}

#[component]
fn Undone(line: Line, store: Store, steps: usize) -> impl IntoView {
    let again = move |_| {
        for _ in 0..steps {
            store.redo();
        }
    };
    view! {
        <button type="button" class="btn plain undone" on:click=again>
            {line.did}
            <span class="chip">{words::UNDONE}</span>
        </button>
    }
    .into_any()
}

#[component]
fn Sitting(lines: Vec<(usize, Line)>, store: Store, done: usize) -> impl IntoView {
    let today = Desk::here().today();
    let clock = |stamp: &str| stamp.get(11..16).unwrap_or_default().to_owned();
    let ends = lines.last().zip(lines.first()).map(|((_, from), (_, to))| {
        let from = time::moment(&from.stamp, &today);
        match from.ends_with(&clock(&to.stamp)) {
            true => (from.clone(), from),
            false => (from, clock(&to.stamp)),
        }
    });
    let heading = ends.map(|(from, to)| keeping::sitting(&from, &to, lines.len()));
    let rows = lines.into_iter().map(|(index, line)| {
        let what = view! {
            <span class="step-time">{clock(&line.stamp)}</span>
            <span>
                {line.did}
                <span class="step-change">{line.change} " " {line.more}</span>
            </span>
        };
        let back = move |_| {
            for _ in 0..=index {
                store.undo();
            }
        };
        match index < done {
            true => view! {
                <li><button type="button" class="btn plain" on:click=back>{what}</button></li>
            }
            .into_any(),
            false => {
                view! { <li class="earlier" title=words::HISTORY_EARLIER>{what}</li> }.into_any()
            }
        }
    });
    let rows = rows.collect_view();
    view! {
        <h3 class="sitting">{heading}</h3>
        <ol class="plain-list">{rows}</ol>
    }
    .into_any()
}
