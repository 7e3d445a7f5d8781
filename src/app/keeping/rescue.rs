//! A strategy that does not open: the reason, and the copies that can be restored.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::aside::Asides;
use crate::route::Route;
use crate::trouble::trouble_text;
use crate::workspace::{Opening, Workspace};
use ::words::{action, keeping as words, marks, shell, time};
use edit::Changes;
use keep::{AsideKind, Copy, DocId, Keeper, Recovery, Trouble, VersionKind};
use strategy::Strategy;

/// Result of reading a copy with the edits since.
#[derive(Clone, PartialEq)]
enum RescuedRead {
    /// Numbers of edits that were applied, of those that were not, and of differences from the newest copy that could
    /// be read.
    Whole {
        applied: usize,
        left: usize,
        lacks: usize,
        newest: bool,
    },
    /// It cannot be read.
    Not,
}

/// The page.
#[component]
pub fn Rescue(
    /// The strategy.
    doc: DocId,
) -> impl IntoView {
    let workspace = Workspace::here();
    let why = untrack(|| match workspace.opening(doc) {
        Some(Opening::Failed(trouble)) => Some(trouble),
        _ => None,
    });
    let heading = match why {
        Some(Trouble::NotThere) => shell::not_here(),
        _ => words::cannot_open(),
    };
    let found = RwSignal::new_local(None::<Result<Recovery, Trouble>>);
    let read = RwSignal::new_local(Vec::<RescuedRead>::new());
    spawn_local(async move {
        let Some(keeper) = workspace.keeper() else {
            return;
        };
        let recovery = keeper.recovery(doc).await;
        found.set(Some(recovery.clone()));
        if let Ok(recovery) = recovery {
            read_all(&keeper, &recovery, read).await;
        }
    });
    view! {
        <main class="page rescue" id="main" tabindex="-1">
            <h1>{heading}</h1>
            <p>{why.as_ref().map(trouble_text)}</p>
            {move || match found.get() {
                None => view! { <p role="status">{words::looking()}</p> }.into_any(),
                Some(Err(_)) => view! { <p>{words::copies_unknown()}</p> }.into_any(),
                Some(Ok(found)) if found.copies.is_empty() => view! { <p>{words::no_copies()}</p> }.into_any(),
                Some(Ok(found)) => view! { <Copies doc found read /> }.into_any(),
            }}
            <div class="row">
                <button type="button" class="btn" on:click=move |_| workspace.open_again()>{words::again()}</button>
                <a class="btn quiet" href=Route::Home.to_string()>{action::home()}</a>
            </div>
            <Asides doc=Some(doc) />
        </main>
    }
}

/// Reads every copy, one after the other, and compares it with the newest that could be read.
async fn read_all(
    keeper: &Keeper,
    found: &Recovery,
    read: RwSignal<Vec<RescuedRead>, LocalStorage>,
) {
    let mut newest = None::<Strategy>;
    for copy in &found.copies {
        let had = keeper.recover(copy, &found.edits).await;
        let line = match had {
            Err(_) => RescuedRead::Not,
            Ok(had) => {
                let lacks = newest
                    .as_ref()
                    .map(|newest| Changes::between(&had.strategy, newest).len());
                let line = RescuedRead::Whole {
                    applied: had.applied,
                    left: had.left,
                    lacks: lacks.unwrap_or_default(),
                    newest: lacks.is_none(),
                };
                newest.get_or_insert(had.strategy);
                line
            }
        };
        // The page may be gone by now.
        if read.try_update(|all| all.push(line)).is_none() {
            return;
        }
    }
}

#[component]
fn Copies(
    doc: DocId,
    found: Recovery,
    read: RwSignal<Vec<RescuedRead>, LocalStorage>,
) -> impl IntoView {
    let workspace = Workspace::here();
    let edits = StoredValue::new_local(found.edits);
    let count = found.copies.len();
    let none_opens = Memo::new(move |_| {
        read.with(|all| all.len() == count && all.iter().all(|one| matches!(one, RescuedRead::Not)))
    });
    let headline = move || match none_opens.get() {
        true => [words::none_opens(), words::none_opens_note()],
        false => [words::copies(), words::copies_note()],
    };
    let rows = found.copies.into_iter().enumerate().map(|(index, copy)| {
        let at = time::moment(&copy.at.local, &workspace.today());
        let name = match &copy.version {
            None => words::last_kept().to_owned(),
            Some(version) if version.kind == VersionKind::Auto => words::auto().to_owned(),
            Some(version) => words::version(&version.name),
        };
        let damaged = copy.version.is_none();
        let state = move || read.with(|all| all.get(index).cloned());
        let text = move || match state() {
            None => shell::opening().to_owned(),
            Some(RescuedRead::Not) => words::copy_unreadable().to_owned(),
            Some(RescuedRead::Whole {
                applied,
                left,
                lacks,
                newest,
            }) => {
                let lacks = match newest {
                    true => words::complete().to_owned(),
                    false => words::lacks(lacks),
                };
                let all = [words::applied(applied), words::left(left), Some(lacks)];
                all.into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(marks::stop())
            }
        };
        let note = move || {
            let readable = matches!(state(), Some(RescuedRead::Whole { .. }));
            (damaged && readable).then_some(words::last_kept_note())
        };
        let label = marks::act_on(words::open_copy(), format!("{name} {at}"));
        let copy = StoredValue::new_local(copy);
        view! {
            <li class="card">
                <p><b>{name}</b> " " <span class="sub">{at}</span></p>
                <p>{text}</p>
                <p class="sub">{note}</p>
                <button type="button" class="btn" aria-label=label
                    disabled=move || !matches!(state(), Some(RescuedRead::Whole { .. }))
                    on:click=move |_| open(workspace, doc, copy.get_value(), edits.get_value())>
                    {words::open_copy()}
                </button>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section aria-labelledby="copies">
            <h2 id="copies">{move || headline()[0]}</h2>
            <p class="sub">{move || headline()[1]}</p>
            <ol class="plain-list copies">{rows}</ol>
        </section>
    }
}

/// Puts a copy in the place of what cannot be read, and opens it.
fn open(workspace: Workspace, doc: DocId, copy: Copy, edits: Vec<keep::Entry>) {
    let Some(keeper) = workspace.keeper() else {
        return;
    };
    spawn_local(async move {
        match keeper.recover(&copy, &edits).await {
            Ok(had) => {
                keeper.create_as(doc, had.strategy).await;
                if let Ok(asides) = keeper.asides().await {
                    for aside in asides {
                        if aside.doc == doc && aside.what == AsideKind::Edits {
                            // Told once more on the next start, where that cannot be kept.
                            let _ = keeper.answer_aside(&aside).await;
                        }
                    }
                }
                workspace.open_again();
            }
            Err(trouble) => workspace.notice().set(Some(trouble_text(&trouble))),
        }
    });
}
