//! CSV and Excel of a table.

use leptos::prelude::*;

use super::state::Region;
use crate::strategy_file::Download;
use ::words::region as words;
use format::FileKind;
use insight::region::RegionTable;
use output::export::region::{csv, workbook};

/// The two buttons; the table is made when one is pressed.
#[component]
pub fn Downloads(
    region: Region,
    /// Title of the table.
    #[prop(into)]
    title: String,
    /// Returns the table as it is shown.
    table: Callback<(), RegionTable>,
) -> impl IntoView {
    let (as_csv, as_excel) = (words::save_csv(&title), words::save_excel(&title));
    let save = move |kind: FileKind| {
        if let Err(sentence) = saved(region, &table.run(()), kind) {
            region.workspace.say(sentence);
        }
    };
    view! {
        <p class="row table-files">
            <button type="button" class="btn small quiet" aria-label=as_csv on:click=move |_| save(FileKind::Csv)>{words::csv()}</button>
            <button type="button" class="btn small quiet" aria-label=as_excel on:click=move |_| save(FileKind::Workbook)>{words::excel()}</button>
        </p>
    }
}

/// Gives the table to the browser as a file. Returns its name; the error is a sentence.
fn saved(region: Region, table: &RegionTable, kind: FileKind) -> Result<String, String> {
    let own = region.name.get_untracked();
    let file = Download::of_town(&own, &table.title, kind);
    match kind {
        FileKind::Csv => file.text(&csv(table)),
        _ => file.bytes(workbook(table).write().ok().as_deref()),
    }
}
