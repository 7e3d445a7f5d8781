//! 前回の説明からの変更: the version that is compared, what changed since, and the mark that a briefing is done.

use std::sync::Arc;

use leptos::prelude::*;

use super::section::{ROWS, heading};
use crate::async_memo::async_memo;
use crate::pages::revisions::VersionedEdit;
use crate::pages::versions::version_name;
use crate::parts::{Choice, read_only};
use crate::session::Session;
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::{briefing as words, time, value};
use insight::briefing_changes::briefing_changes;
use keep::Version;
use strategy::{BriefingMark, Date, FiscalYear, Strategy};

/// The last briefing, among the versions.
const LAST: &str = "";

/// Number of changes printed: all stays on one page of A4.
const PRINTED: usize = 5;

/// State of the section.
#[derive(Clone, Copy)]
struct Since {
    store: Store,
    session: Session,
    workspace: Workspace,
    /// The version chosen; [`LAST`]: that of the last briefing.
    chosen: RwSignal<String>,
    /// The version that was read last, by its id.
    before: RwSignal<Option<(String, Arc<Strategy>)>, LocalStorage>,
}

impl Since {
    /// Tracked: the last briefing.
    fn last(self) -> Option<BriefingMark> {
        self.store.about().briefings.last().cloned()
    }

    /// Tracked: the id of the version that is compared; empty if there is none.
    fn id(self) -> String {
        let chosen = self.chosen.get();
        match chosen.as_str() {
            LAST => self.last().map(|mark| mark.version).unwrap_or_default(),
            _ => chosen,
        }
    }

    /// Tracked: that version, if it is kept on this device.
    fn version(self) -> Option<Version> {
        let id = self.id();
        self.session.versions().into_iter().find(|one| one.id == id)
    }

    /// Reads the version that is compared.
    fn follow(self) {
        Effect::new(move |_| {
            let Some(version) = self.version() else {
                return self.before.set(None);
            };
            let id = version.id.clone();
            let is_it = |read: &Option<(String, _)>| read.as_ref().is_some_and(|one| one.0 == id);
            if self.before.with_untracked(is_it) {
                return;
            }
            self.before.set(None);
            self.workspace.read_version(version, move |strategy| {
                self.before.try_set(Some((id, Arc::new(strategy))));
            });
        });
    }

    /// Tracked: the heading.
    fn heading(self) -> String {
        match (self.chosen.with(String::is_empty), self.last()) {
            (true, Some(mark)) => words::changes(time::day(&mark.at)),
            (true, None) => words::changes_first().to_owned(),
            (false, _) => {
                let version = self.version().map(|one| self.name(&one));
                words::changes_since(version.unwrap_or_default())
            }
        }
    }

    /// The name of a version with its time.
    fn name(self, version: &Version) -> String {
        version_name(version, &self.workspace.today())
    }
}

/// The section.
#[component]
pub fn ChangesSince(year: FiscalYear) -> impl IntoView {
    let since = Since {
        store: Store::here(),
        session: Session::here(),
        workspace: Workspace::here(),
        chosen: RwSignal::new(LAST.to_owned()),
        before: RwSignal::new_local(None),
    };
    since.follow();
    let changes = async_memo(move || {
        let pair = since.before.get().map(|(_, before)| {
            let now = since.store.follow(Strategy::clone);
            (before, now)
        });
        async move {
            let (before, now) = pair?;
            let all = briefing_changes(&before, &now, year, value::display);
            Some(all.iter().map(words::change).collect::<Vec<_>>())
        }
    });
    let shown = move || match (since.version().is_some(), changes.get().flatten()) {
        (true, Some(all)) => list(all),
        (true, None) => view! { <p role="status">{words::changes_reading()}</p> }.into_any(),
        (false, _) => nothing(since),
    };
    let printed = move || since.version().is_some();
    view! {
        <section aria-labelledby="briefing-changes" class:screen-only=move || !printed()>
            {heading("briefing-changes", move || since.heading(), None, ())}
            <Tools since />
            {shown}
        </section>
    }
}

/// The changes, a sentence each.
fn list(all: Vec<String>) -> AnyView {
    let count = all.len();
    if count == 0 {
        return view! { <p class="sub">{words::changes_none()}</p> }.into_any();
    }
    let row = |(at, one): (usize, String)| {
        view! { <li class:screen-only=PRINTED <= at>{one}</li> }
    };
    let rest = |shown: usize| count.checked_sub(shown).filter(|left| *left > 0);
    let more = |class: &'static str, shown: usize| {
        rest(shown).map(|left| view! { <p class=class>{words::changes_more(left)}</p> })
    };
    view! {
        <ul class="briefing-changes">
            {all.into_iter().enumerate().take(ROWS).map(row).collect_view()}
        </ul>
        {more("sub screen-only", ROWS)}
        {more("sub print-only", PRINTED)}
    }
    .into_any()
}

/// Says why nothing is compared.
fn nothing(since: Since) -> AnyView {
    let told = match since.last() {
        Some(mark) if since.session.knows_versions() => words::changes_lost(time::day(&mark.at)),
        Some(_) => words::changes_reading().to_owned(),
        None => words::changes_hint().to_owned(),
    };
    view! { <p class="sub">{told}</p> }.into_any()
}

/// The choice of the version, and the button that marks a briefing.
#[component]
fn Tools(since: Since) -> impl IntoView {
    let versioned = VersionedEdit::here();
    let options = Signal::derive(move || {
        let all = since.session.versions();
        let versions = all.iter().map(|one| (one.id.clone(), since.name(one)));
        let last = (LAST.to_owned(), words::compare_last().to_owned());
        std::iter::once(last).chain(versions).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |id: String| since.chosen.set(id));
    let mark = move |_| {
        let day = Date(since.workspace.today());
        let version = words::mark_version(time::day(&day));
        let make = move |s: &Strategy, id: &str| edit::mark_briefed(s, day.clone(), id);
        since.chosen.set(LAST.to_owned());
        versioned.make(version, make, || words::marked().to_owned());
    };
    view! {
        <div class="row screen-only briefing-since">
            <div class="labelled">
                <span class="label" aria-hidden="true">{words::compare_with()}</span>
                <Choice
                    shows=true
                    label=words::compare_with().to_owned()
                    value=since.chosen
                    options
                    on_change=choose
                />
            </div>
            <button type="button" class="btn" disabled=read_only() on:click=mark>{words::mark()}</button>
        </div>
    }
}
