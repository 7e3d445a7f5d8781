//! The timetable as a file for calendars.

use leptos::prelude::*;

use crate::store::Store;
use crate::strategy_file::Download;
use crate::workspace::Workspace;
use ::words::timetable as words;
use device::clock;
use format::{FileKind, icalendar};
use strategy::Strategy;

/// The button that saves it where the browser keeps downloads.
#[component]
pub fn ToCalendar() -> impl IntoView {
    let store = Store::here();
    let workspace = Workspace::here();
    let save = move |_| {
        if let Err(sentence) = store.with(download) {
            workspace.say(sentence);
        }
    };
    view! {
        <button type="button" class="btn" on:click=save>
            {words::to_calendar()}
        </button>
    }
}

/// Saves the file. Returns its name; the error is a sentence.
fn download(strategy: &Strategy) -> Result<String, String> {
    let (about, now) = (strategy.about(), clock::now());
    let items = icalendar::calendar_items(strategy);
    let deadlines = icalendar::calendar_deadlines(strategy);
    let says = (words::described, words::deadline);
    let text = icalendar::write(&items, &deadlines, &about.title, &now, says);
    Download::of_town(&about.town.name, &about.title, FileKind::Calendar).text(&text)
}
