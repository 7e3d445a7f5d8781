//! The table 開始前 | 増加分 | 累計 of a project: shown, copied, saved and printed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::read;
use crate::panels::{AskedPaper, Panels};
use crate::parts::ScrollTable;
use crate::route::{Page, Route};
use crate::store::Store;
use crate::strategy_file::Download;
use ::words::{grants as words, model, one_file};
use browser::clipboard;
use format::document::{Align, Cell, Column, Row, Table};
use format::{FileKind, tsv};
use output::export::workbook::{grant_rows, grant_workbook};
use output::paper::{increment_notes, increment_table};
use strategy::{GrantProject, Id};

/// The table with its buttons.
#[component]
pub fn IncrementPart(id: Id<GrantProject>) -> impl IntoView {
    let store = Store::here();
    let table = Memo::new(move |_| read(store, id, increment_table));
    view! {
        <section class="card" aria-labelledby="grant-table">
            <h2 id="grant-table">{words::table()}</h2>
            {move || match table.get() {
                Some(table) => view! {
                    {read(store, id, increment_notes)
                        .into_iter()
                        .map(|note| view! { <p class="sub">{note}</p> })
                        .collect_view()}
                    {drawn(table, "grant-table")}
                }
                .into_any(),
                None => view! { <p class="hint">{words::no_kpis()}</p> }.into_any(),
            }}
            <TableActs id />
        </section>
    }
}

/// Buttons: copy, Excel, papers.
#[component]
fn TableActs(id: Id<GrantProject>) -> impl IntoView {
    let store = Store::here();
    let told = RwSignal::new(String::new());
    let copy = move |_| {
        let rows = untrack(|| read(store, id, grant_rows));
        spawn_local(async move {
            let text = tsv::write(&rows);
            told.try_set(match clipboard::write(&text).await {
                true => words::copied().to_owned(),
                false => words::not_copied().to_owned(),
            });
        });
    };
    let save = move |_| told.set(untrack(|| saved(store, id)));
    let handout = Panels::here().handout;
    let paper = move |label: &'static str, wanted: AskedPaper| {
        view! {
            <a class="btn" href=move || Route::of_page(Page::Paper(None)).to_string() on:click=move |_| handout.set(Some(wanted))>
                {label}
            </a>
        }
    };
    view! {
        <div class="row grant-acts screen-only">
            <button type="button" class="btn" on:click=copy>{words::copy()}</button>
            <button type="button" class="btn" on:click=save>{words::save_workbook()}</button>
            {paper(words::print_sheet(), AskedPaper::GrantSheet(id))}
            {paper(words::print_plan(), AskedPaper::RecoveryPlan(id))}
            <span role="status">{move || told.get()}</span>
        </div>
    }
}

/// Gives the workbook to the browser; a sentence that tells its name, or that it could not be saved.
fn saved(store: Store, id: Id<GrantProject>) -> String {
    let kind = FileKind::Workbook;
    let title = read(store, id, |_, project| {
        model::named(&project.title).to_owned()
    });
    let file = Download::of_plan(&store.about(), &words::file(title), kind);
    let book = read(store, id, |s, project| {
        Some(grant_workbook(s, project).write())
    });
    let bytes = book.and_then(Result::ok);
    let saved = file.bytes(bytes.as_deref());
    saved.map_or_else(|failed| failed, one_file::saved)
}

/// A table on the screen, labelled by the heading of this id.
pub fn drawn(table: Table, labelled_by: &'static str) -> AnyView {
    let columns = table.columns;
    let head = |column: &Column| {
        let number = column.align == Align::End;
        view! { <th scope="col" class:number=number>{column.head.clone()}</th> }
    };
    let heads: Vec<_> = columns.iter().map(head).collect();
    let rows: Vec<_> = table.rows.iter().map(|one| row(one, &columns)).collect();
    view! {
        <ScrollTable labelled_by=labelled_by heads=heads.into_any()>
            {rows}
        </ScrollTable>
    }
    .into_any()
}

fn row(row: &Row, columns: &[Column]) -> AnyView {
    let cell = |(at, cell): (usize, &Cell)| {
        let number = columns.get(at).is_some_and(|one| one.align == Align::End) && cell.more == 0;
        let span = (cell.more > 0).then_some(cell.more + 1);
        let down = (cell.down > 0).then_some(cell.down + 1);
        let text = cell.text.clone();
        match at {
            0 => view! { <th scope="row" rowspan=down>{text}</th> }.into_any(),
            _ => view! { <td class:number=number colspan=span>{text}</td> }.into_any(),
        }
    };
    view! { <tr>{row.placed().map(cell).collect_view()}</tr> }.into_any()
}
