//! Paper in bulk: one text, a line a note.

use leptos::prelude::*;

use super::personal_note::PersonalNote;
use super::state::WorkshopState;
use super::table_choice::TableChoice;
use crate::parts::read_only;
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::workshop as words;
use browser::focus::focus;
use edit::NewIdea;
use insight::Numbers;
use recognise::paper_notes::{self, PaperNote};
use strategy::*;

/// The DOM id of the text.
const FIELD: &str = "paper-text";

/// The text, what is read in it, and the button that takes it in.
#[component]
pub fn PaperText() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let text = RwSignal::new(String::new());
    let notes = Memo::new(move |_| text.with(|text| paper_notes::read(text)));
    let goals = Memo::new(move |_| store.follow(numbered));
    let strange = move || {
        let notes = notes.get();
        let unknown = notes.iter().filter_map(|note| note.goal.clone());
        let known = goals.get();
        let unknown = unknown.filter(|number| !known.iter().any(|(one, _)| one == number));
        sort::set(unknown).into_iter().collect::<Vec<_>>()
    };
    let no_text = move || {
        let lines = text.with(|text| paper_notes::without_text(text));
        let lines: Vec<_> = lines.iter().map(usize::to_string).collect();
        (!lines.is_empty()).then(|| words::no_text(lines.join(words::list_mark())))
    };
    let take = move || {
        let arrival = state.arrival();
        let table = state.table.get_untracked();
        let goals = goals.get_untracked();
        let notes = notes.get_untracked();
        let count = notes.len();
        let new = notes.into_iter().map(|note| as_idea(note, &goals, &table));
        if store.edit(|s| edit::add_ideas(s, new.collect(), &arrival, fresh_id)) {
            text.set(String::new());
            store.tell_done(words::paper_taken(count));
        }
        focus(FIELD);
    };
    let stickers = move || notes.with(|all| all.iter().map(|note| note.stickers).sum::<u32>());
    let keydown = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            take();
        }
    };
    view! {
        <details class="card paper-in">
            <summary><h2>{words::paper_in()}</h2></summary>
            <p id="paper-how" class="sub">{words::paper_how()}</p>
            <div class="row"><TableChoice /></div>
            <textarea
                id=FIELD
                class="input paper-text"
                rows="10"
                aria-label=words::paper_in()
                aria-describedby="paper-how"
                placeholder=words::paper_hint()
                disabled=read_only()
                bind:value=text
                on:keydown=keydown
            ></textarea>
            <div class="row">
                <button
                    type="button"
                    class="btn main"
                    disabled=move || read_only().get() || notes.with(Vec::is_empty)
                    on:click=move |_| take()
                >
                    {move || words::take_paper(notes.with(Vec::len))}
                </button>
                <span role="status">
                    {move || (!notes.with(Vec::is_empty)).then(|| words::paper_read(notes.with(Vec::len), stickers()))}
                </span>
                <span class="warn-text">{no_text}</span>
                <span class="warn-text">{move || Some(strange()).filter(|all| !all.is_empty()).map(|all| words::unknown_goals(all.join(words::list_mark())))}</span>
            </div>
            <PersonalNote text />
        </details>
    }
}

/// Every goal by its number.
fn numbered(s: &Strategy) -> Vec<(String, Id<Goal>)> {
    let numbers = Numbers::of(s);
    s.goals.ids().map(|id| (numbers.goal(id), id)).collect()
}

fn as_idea(note: PaperNote, goals: &[(String, Id<Goal>)], table: &str) -> NewIdea {
    let goal = goals
        .iter()
        .find(|(number, _)| Some(number) == note.goal.as_ref());
    NewIdea {
        text: note.text,
        kind: note.kind,
        source: IdeaSource::Paper,
        goal: goal.map(|(_, id)| *id),
        table: table.to_owned(),
        votes: note.stickers,
        ..NewIdea::default()
    }
}
