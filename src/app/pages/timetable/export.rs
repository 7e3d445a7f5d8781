//! The timetable as a file for calendars.

use leptos::prelude::*;

use crate::store::Store;
use crate::trouble::trouble_text;
use crate::workspace::Workspace;
use ::words::timetable as words;
use browser::files;
use device::clock;
use format::icalendar;
use keep::{Trouble, file_name};
use strategy::Strategy;

/// The button that saves it where the browser keeps downloads.
#[component]
pub fn ToCalendar() -> impl IntoView {
    let store = Store::here();
    let workspace = Workspace::here();
    let save = move |_| {
        if let Err(trouble) = store.with(download) {
            workspace.say(trouble_text(&trouble));
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
    let deadlines = icalendar::calendar_deadlines(strategy);
    let says = (words::described, words::deadline);
    let text = icalendar::write(&items, &deadlines, &about.title, &now, says);
    let saved = files::save(
        &text.as_bytes().into(),
        "text/calendar;charset=utf-8",
        &name,
    );
    saved.map_err(|_| Trouble::FileFailed(name))
}
