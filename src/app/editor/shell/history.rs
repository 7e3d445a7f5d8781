//! 変更の履歴: every step with its name, time and change, by session; choosing one goes back to just before it.

use leptos::prelude::*;

use crate::command::Command;
use crate::panels::Panels;
use crate::parts::Dialog;
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::{history as names, keeping, overview, shell as words, time, value};
use edit::Done;
use insight::compare::differences;

/// Number of steps shown.
const SHOWN: usize = 200;
/// Number of steps shown on a page.
const RECENT: usize = 5;

/// Steps done, newest first, and undone steps; also of earlier sessions.
#[component]
pub fn HistoryPanel() -> impl IntoView {
    let open = Panels::here().history;
    view! {
        <Dialog open title=words::history().to_owned()>
            <Steps />
        </Dialog>
    }
}

/// 最近の変更: the newest steps, read-only. Shown if there are any.
#[component]
pub fn RecentSteps() -> impl IntoView {
    move || {
        let store = Workspace::here().open_store()?;
        let sittings = sittings(store, RECENT);
        let sittings = sittings.into_iter();
        let sittings = sittings.map(|sitting| view! { <Sitting sitting back=None /> });
        Some(
            view! {
                {sittings.collect_view()}
                <button type="button" class="btn plain small" on:click=move |_| Command::History.run()>
                    {overview::all_recent()}
                </button>
            }
            .into_any(),
        )
    }
}

/// A step as it is shown.
struct HistoryLine {
    clock: String,
    label: String,
    /// Old → new value of the first field.
    change: Option<String>,
    more: Option<String>,
}

fn line(store: Store, step: &Done) -> HistoryLine {
    let all = store.with(|now| differences(now, now, &step.edit.changes, value::display));
    let first = all.iter().find(|one| one.field.is_some());
    HistoryLine {
        clock: step.at.time().to_owned(),
        label: names::line(&step.edit.label),
        change: first.map(|one| keeping::change(one.from.as_deref(), one.to.as_deref())),
        more: keeping::more(all.len().saturating_sub(1)),
    }
}

/// A session as it is shown, with the newest of its lines.
struct SittingLines {
    heading: String,
    /// Lines, each with its index in the whole history, the newest first.
    lines: Vec<(usize, HistoryLine)>,
}

/// Returns the newest steps that are not undone, by session.
fn sittings(store: Store, shown: usize) -> Vec<SittingLines> {
    let today = Workspace::here().today();
    store.history(|history| {
        let mut lines = history
            .applied()
            .take(shown)
            .map(|step| line(store, step))
            .enumerate();
        let sittings = history.sittings().into_iter().map(|sitting| SittingLines {
            heading: heading(&sitting, &today),
            lines: lines.by_ref().take(sitting.count).collect(),
        });
        sittings
            .take_while(|sitting| !sitting.lines.is_empty())
            .collect()
    })
}

fn heading(sitting: &edit::Sitting<'_>, today: &str) -> String {
    let from = time::moment(&sitting.first.at.local, today);
    let to = sitting.last.at.time();
    match from.ends_with(to) {
        true => keeping::sitting(&from, &from, sitting.count),
        false => keeping::sitting(&from, to, sitting.count),
    }
}

#[component]
fn Steps() -> impl IntoView {
    move || {
        let Some(store) = Workspace::here().open_store() else {
            return view! { <p>{words::no_history()}</p> }.into_any();
        };
        let (undone, done) = store.history(|history| {
            let undone = history.undone().iter();
            let undone: Vec<HistoryLine> = undone.map(|one| line(store, one)).collect();
            (undone, history.done().len())
        });
        let applied = sittings(store, SHOWN);
        if applied.is_empty() && undone.is_empty() {
            return view! { <p>{words::no_history()}</p> }.into_any();
        }
        let undone = undone.into_iter().enumerate().map(|(left, line)| {
            view! { <li><Undone line store left /></li> }
        });
        let undone = undone.collect_view();
        let back = Some(Back { store, done });
        let sittings = applied.into_iter();
        let sittings = sittings.map(|sitting| view! { <Sitting sitting back /> });
        let sittings = sittings.collect_view();
        view! {
            <p class="hint">{words::history_note()}</p>
            <div class="steps" tabindex="0" role="region" aria-label=words::history()>
                <ol class="plain-list">{undone}</ol>
                {sittings}
            </div>
        }
        .into_any()
    }
}

#[component]
fn Undone(
    line: HistoryLine,
    store: Store,
    /// Number of steps that are still undone after this one is redone.
    left: usize,
) -> impl IntoView {
    let ahead = move || untrack(|| store.history(|history| history.undone().len()));
    let again = move |_| while ahead() > left && store.redo() {};
    view! {
        <button type="button" class="btn plain undone" on:click=again>
            {line.label}
            <span class="chip">{words::undone()}</span>
        </button>
    }
}

/// Undo of a number of the newest steps.
#[derive(Clone, Copy)]
struct Back {
    store: Store,
    done: usize,
}

#[component]
fn Sitting(
    sitting: SittingLines,
    /// `None` if the list is read-only.
    back: Option<Back>,
) -> impl IntoView {
    let rows = sitting.lines.into_iter().map(|(index, line)| {
        let what = view! {
            <span class="step-time">{line.clock}</span>
            <span>
                {line.label}
                <span class="step-change">{line.change} " " {line.more}</span>
            </span>
        };
        match back {
            None => view! { <li class="earlier">{what}</li> }.into_any(),
            Some(Back { store, done }) if index < done => {
                let back = move |_| {
                    for _ in 0..=index {
                        store.undo();
                    }
                };
                view! {
                    <li><button type="button" class="btn plain" on:click=back>{what}</button></li>
                }
                .into_any()
            }
            Some(_) => {
                view! { <li class="earlier" title=words::history_earlier()>{what}</li> }.into_any()
            }
        }
    });
    let rows = rows.collect_view();
    view! {
        <h3 class="sitting">{sitting.heading}</h3>
        <ol class="plain-list">{rows}</ol>
    }
}
