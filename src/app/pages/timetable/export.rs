//! The timetable as a file for calendars.

use js_sys::Uint8Array;
use leptos::prelude::*;

use crate::app::store::Store;
use crate::app::workspace::Workspace;
use crate::browser::{clock, files};
use crate::format::icalendar;
use crate::keep::{Trouble, file_name};
use crate::strategy::Strategy;
use crate::words::timetable as words;

/// The button that saves it where the browser keeps downloads.
#[component]
pub fn ToCalendar() -> impl IntoView {
    let store = Store::here();
    let workspace = Workspace::here();
    let save = move |_| {
        if let Err(trouble) = store.with(download) {
            workspace.say(trouble.to_string());
        }
    };
    view! {
        <button type="button" class="btn" on:click=save>
            {words::to_calendar()}
        </button>
    }
    .into_any()
}

fn download(strategy: &Strategy) -> Result<(), Trouble> {
    let (about, now) = (strategy.about(), clock::now());
    let name = file_name(&about.town.name, &about.title, &now, "ics");
    let items = icalendar::calendar_items(strategy);
    let text = icalendar::write(&items, &about.title, &now, words::described);
    let failed = |_| Trouble::FileFailed(name.clone());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("text/calendar;charset=utf-8");
    let parts = js_sys::Array::of1(&Uint8Array::from(text.as_bytes()));
    let blob =
        web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(failed)?;
    files::download(&blob, &name).map_err(failed)
}
