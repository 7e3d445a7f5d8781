//! The note on a year of a series: read, written and taken away in a window.

use leptos::prelude::*;

use super::state::GridState;
use crate::parts::{Dialog, open_while};
use ::words::{YearForms, grid as words};
use browser::focus::focus;
use strategy::*;

/// The window of the note that is open.
#[component]
pub fn NoteDialog(grid: GridState) -> impl IntoView {
    let open = open_while(grid.noting);
    let title = Signal::derive(move || {
        let noted = grid.noting.get();
        noted.map_or_else(String::new, |(_, year)| words::note_of(year))
    });
    // The keyboard goes back to the cell.
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            focus("grid-input");
        }
        now
    });
    view! {
        <Dialog open title>
            {move || grid.noting.get().map(|(series, year)| view! { <Form grid series year open /> })}
        </Dialog>
    }
}

#[component]
fn Form(
    grid: GridState,
    series: Id<Series>,
    year: FiscalYear,
    open: RwSignal<bool>,
) -> impl IntoView {
    let store = grid.store;
    let (name, now) = store.with(|s| {
        let note = s.get(series).and_then(|one| one.notes.get(&year).cloned());
        (words::series_name(s, series), note.unwrap_or_default())
    });
    let closed = grid.closed().with_untracked(|all| all.contains(&year));
    let locked = closed || store.read_only().get_untracked();
    let text = RwSignal::new(now.clone());
    let save = move || {
        let written = text.get_untracked();
        if written.trim() == now || store.edit(|s| edit::set_year_note(s, series, year, &written)) {
            open.set(false);
        }
    };
    view! {
        <p>{words::note_hint(name, year.short())}</p>
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <div class="labelled whole">
                <label for="year-note">{words::note_text()}</label>
                <textarea
                    id="year-note"
                    class="input"
                    rows="3"
                    autofocus=true
                    readonly=locked
                    prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
            </div>
            {closed.then(|| view! { <p class="whole">{words::note_closed(year.short())}</p> })}
            {(!locked).then(|| view! {
                <div class="whole row">
                    <button type="submit" class="btn main">{words::note_save()}</button>
                </div>
            })}
        </form>
    }
}
