//! CSV and Excel of a table.

use leptos::prelude::*;

use super::state::Region;
use ::words::region as words;
use browser::files::{self, Pieces};
use device::clock;
use format::FileKind;
use insight::region::RegionTable;
use keep::file_name;
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
    let save = move |is_csv: bool| {
        let saved = saved(region, &table.run(()), is_csv);
        if let Err(sentence) = saved {
            region.workspace.say(sentence);
        }
    };
    view! {
        <p class="row table-files">
            <button type="button" class="btn small quiet" aria-label=as_csv on:click=move |_| save(true)>{words::csv()}</button>
            <button type="button" class="btn small quiet" aria-label=as_excel on:click=move |_| save(false)>{words::excel()}</button>
        </p>
    }
    .into_any()
}

/// Gives the table to the browser as a file; the error is a sentence.
fn saved(region: Region, table: &RegionTable, is_csv: bool) -> Result<(), String> {
    let own = region.name.get_untracked();
    let name = |extension| file_name(&own, &table.title, &clock::now(), extension);
    let given = |pieces: Pieces, media_type, name: String| {
        let saved = files::save(&pieces, media_type, &name);
        saved.map_err(|_| words::not_saved(&name))
    };
    if is_csv {
        let text = csv(table);
        return given(
            text.as_bytes().into(),
            "text/csv;charset=utf-8",
            name("csv"),
        );
    }
    let name = name("xlsx");
    let bytes = workbook(table).write();
    let bytes = bytes.map_err(|_| words::not_saved(&name))?;
    let kind = FileKind::Workbook.media_type();
    given(bytes.as_slice().into(), kind, name)
}
