//! 新旧対照表 of a revision: on the screen, as paper (and Word), and as CSV.

use leptos::prelude::*;

use crate::panels::Panels;
use crate::parts::ScrollTable;
use crate::route::{Page, Route};
use crate::session::Session;
use crate::store::Store;
use crate::strategy_file::Download;
use crate::workspace::Workspace;
use ::words::{one_file, paper, revisions as words};
use format::FileKind;
use format::document::{Cell, Row, RowKind, Table};
use output::paper::{Revised, revision_csv, revision_table};
use strategy::{PlanRevision, Strategy};

/// A version that is read.
type ReadVersion = RwSignal<Option<Strategy>, LocalStorage>;

/// The two versions of a revision.
#[derive(Clone, Copy)]
struct Pair {
    store: Store,
    before: ReadVersion,
    after: ReadVersion,
    /// True once the plan as it is now stands for the version after.
    is_now: bool,
}

impl Pair {
    /// Calls a function with both, once they are read.
    fn with<R>(self, read: impl FnOnce(&Revised) -> R) -> Option<R> {
        self.before.with(|before| {
            let before = before.as_ref()?;
            let revised = |after: &Strategy| {
                let revised = Revised {
                    before: (before, words::before().to_owned()),
                    after: (after, words::after(self.is_now).to_owned()),
                    scale: 1.0,
                };
                read(&revised)
            };
            match self.is_now {
                true => Some(self.store.follow(revised)),
                false => self.after.with(|after| after.as_ref().map(revised)),
            }
        })
    }
}

/// The table of a revision.
#[component]
pub fn Comparison(revision: PlanRevision) -> impl IntoView {
    let (session, store) = (Session::here(), Store::here());
    let is_there = move |id: &str| session.versions().iter().any(|one| one.id == id);
    let (before_id, after_id) = (revision.before.clone(), revision.after.clone());
    let pair = Pair {
        store,
        before: RwSignal::new_local(None),
        after: RwSignal::new_local(None),
        is_now: after_id.is_empty(),
    };
    read_into(session, before_id.clone(), pair.before);
    read_into(session, after_id, pair.after);
    let table = Memo::new(move |_| pair.with(revision_table));
    let missing = {
        let id = before_id.clone();
        let after = revision.after.clone();
        move || {
            let is_lost = |id: &str| !id.is_empty() && !is_there(id);
            session.knows_versions() && (!is_there(&id) || is_lost(&after))
        }
    };
    let title = words::changes_of(&revision.title);
    view! {
        <section class="card revision-table" aria-labelledby="revision-changes">
            <h2 id="revision-changes">{title}</h2>
            <Show when=missing><p>{words::no_version()}</p></Show>
            {move || table.get().map(|table| match table {
                Some(table) => view! { <Files pair before_id=before_id.clone() /> {drawn(table)} }.into_any(),
                None => view! { <p>{paper::nothing_revised()}</p> }.into_any(),
            })}
        </section>
    }
}

/// Reads a version once it is known.
fn read_into(session: Session, id: String, into: ReadVersion) {
    let workspace = Workspace::here();
    Effect::new(move |_| {
        let all = session.versions();
        let version = all.into_iter().find(|one| one.id == id);
        if let Some(version) = version.filter(|_| into.with_untracked(Option::is_none)) {
            workspace.read_version(version, move |strategy| {
                into.try_set(Some(strategy));
            });
        }
    });
}

/// Buttons: paper, and CSV.
#[component]
fn Files(pair: Pair, before_id: String) -> impl IntoView {
    let told = RwSignal::new(String::new());
    let print = move |_| {
        Panels::here().revision.set(Some(before_id.clone()));
        Route::of_page(Page::Paper(None)).go();
    };
    let save = move |_| {
        let file = Download::of_plan(&pair.store.about(), paper::revision().0, FileKind::Csv);
        let text = untrack(|| pair.with(revision_csv));
        let saved = file.bytes(text.as_deref().map(str::as_bytes));
        told.set(saved.map_or_else(|failed| failed, one_file::saved));
    };
    view! {
        <div class="row">
            <button type="button" class="btn" on:click=print>{words::print()}</button>
            <button type="button" class="btn quiet" on:click=save>{words::save_csv()}</button>
            <span role="status">{move || told.get()}</span>
        </div>
    }
}

fn drawn(table: Table) -> impl IntoView {
    let heads = table.columns.into_iter();
    let heads = heads.map(|column| view! { <th scope="col">{column.head}</th> });
    view! {
        <ScrollTable labelled_by="revision-changes" heads=heads.collect_view().into_any()>
            {table.rows.into_iter().map(row).collect_view()}
        </ScrollTable>
    }
}

fn row(row: Row) -> AnyView {
    let mut cells = row.cells.into_iter();
    let first = cells.next().unwrap_or_default().text;
    match row.kind {
        RowKind::Group => view! { <tr><th scope="colgroup" colspan="3" class="group">{first}</th></tr> }.into_any(),
        RowKind::Omitted => view! { <tr class="omitted"><td></td><td>{paper::omitted()}</td><td>{paper::omitted()}</td></tr> }.into_any(),
        _ => view! {
            <tr>
                <th scope="row">{first}</th>
                {cells.map(|cell| view! { <td class="pre">{marked(&cell)}</td> }).collect_view()}
            </tr>
        }
        .into_any(),
    }
}

/// The text of a cell, its changed words underlined.
fn marked(cell: &Cell) -> Vec<AnyView> {
    let mut parts = Vec::new();
    let mut at = 0;
    for range in &cell.marked {
        let same = cell
            .text
            .get(at..range.start)
            .unwrap_or_default()
            .to_owned();
        let changed = cell.text.get(range.clone()).unwrap_or_default().to_owned();
        parts.push(same.into_any());
        parts.push(view! { <u>{changed}</u> }.into_any());
        at = range.end;
    }
    parts.push(
        cell.text
            .get(at..)
            .unwrap_or_default()
            .to_owned()
            .into_any(),
    );
    parts
}
