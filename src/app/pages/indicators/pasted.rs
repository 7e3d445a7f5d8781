//! 指標の表を貼り付ける: what was read of each line is shown before anything is added.

use leptos::prelude::*;

use super::pasted_columns::{Chooser, kept, remembered};
use super::pasted_rows::{PastedRows, Preview};
use crate::command::Command;
use crate::job::Job;
use crate::pages::paste_file::{PasteFile, Reads};
use crate::pages::paste_form::PasteForm;
use crate::pages::pasted_text::{read_pasted, take};
use crate::panels::Panels;
use crate::parts::Dialog;
use crate::route::Page;
use crate::route::Route;
use crate::store::Store;
use crate::workspace::{Workspace, fresh_id};
use ::words::pasted_table as words;
use recognise::{ColumnMapping, table_in_steps};
use strategy::Strategy;

/// The window.
#[component]
pub fn PasteTable() -> impl IntoView {
    let open = Panels::here().paste_table;
    view! {
        <Dialog open title=Command::PasteTable.words().to_owned() class="wide">
            <Form open />
        </Dialog>
    }
}

/// The DOM id of the field.
const FIELD: &str = "pasted-table";

#[component]
fn Form(open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let workspace = Workspace::here();
    let text = RwSignal::new(String::new());
    let mapping = RwSignal::new(ColumnMapping {
        head: None,
        columns: remembered(&workspace.columns()),
    });
    let reading = Job::new();
    let table = read_pasted(reading, move || {
        let (text, mapping) = (text.get(), mapping.get());
        let plan = store.with(Strategy::clone);
        async move { take(reading, table_in_steps(&text, &plan, &mapping)).await }
    });
    let rows =
        Memo::new(move |before| table.with(|table| PastedRows::after(before, &table.indicators)));
    let pasted = move |new: String| {
        text.set(new);
        // The line of heads is of one text; the columns are known by their heads.
        mapping.update(|mapping| mapping.head = None);
    };
    let choose = move |new: ColumnMapping| {
        workspace.remember_columns(kept(&new.columns));
        mapping.set(new);
    };
    let add = move |()| {
        let newcomers = rows.with_untracked(PastedRows::newcomers);
        if store.edit(|s| edit::add_indicators(s, &newcomers, fresh_id)) {
            open.set(false);
            store.tell_done(words::added(newcomers.len()));
            Route::of_page(Page::Indicators(None)).go();
        }
    };
    let summary = move || {
        let typed = text.with(|text| !text.trim().is_empty());
        (typed && !reading.is_running()).then(|| table.with(|table| words::summary(table)))
    };
    let left = move || table.with(|t| t.unread.iter().map(|(_, text)| text.clone()).collect());
    view! {
        <PasteFile reads=Reads::Table on_text=pasted>
            <PasteForm
                id=FIELD
                how=words::how()
                label=words::text()
                example=words::example()
                lines="5"
                table=true
                read=Signal::derive(move || rows.with(|rows| !rows.is_empty()))
                text
                on_text=pasted
                reading
                on_cancel=move |()| text.set(String::new())
                summary=Signal::derive(summary)
                left=Signal::derive(left)
                left_words=words::left
                count=Memo::new(move |_| rows.with(PastedRows::count))
                add_words=words::add
                on_add=add
            >
                <Show when=move || table.with(|t| !t.columns.is_empty())>
                    <Chooser table mapping=mapping.into() on_change=Callback::new(choose) />
                </Show>
                <Show when=move || rows.with(|rows| !rows.is_empty())>
                    <Preview rows />
                </Show>
            </PasteForm>
        </PasteFile>
    }
}
