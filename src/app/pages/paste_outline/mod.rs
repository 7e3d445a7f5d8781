//! 前の計画から始める: the text of a plan, what each of its lines was read as, and the choices of a person, before
//! anything is added.

mod marks;
mod preview;
mod rows;

use leptos::prelude::*;

use crate::job::Job;
use crate::pages::paste_file::{PasteFile, Reads};
use crate::pages::paste_form::PasteForm;
use crate::pages::pasted_text::{read_pasted, take};
use crate::panels::Panels;
use crate::parts::Dialog;
use crate::route::{Page, Route};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::pasted_outline as words;
use marks::MarkChoices;
use preview::Preview;
use recognise::{SaidMarks, outline_in_steps};
use rows::Rows;
use strategy::Strategy;

/// The dialog; opened from wherever it is asked for.
#[component]
pub fn PasteOutline() -> impl IntoView {
    let open = Panels::here().paste_outline;
    view! {
        <Dialog open title=words::title().to_owned() class="wide">
            <Form open />
        </Dialog>
    }
}

/// The DOM id of the field.
const FIELD: &str = "pasted-outline";

#[component]
fn Form(open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let text = RwSignal::new(String::new());
    let said = RwSignal::new(SaidMarks::new());
    let reading = Job::new();
    let outline = read_pasted(reading, move || {
        let (text, said) = (text.get(), said.get());
        let plan = store.with(Strategy::clone);
        async move { take(reading, outline_in_steps(&text, &plan, &said)).await }
    });
    let rows = Memo::new(move |before| outline.with(|outline| Rows::after(before, outline)));
    let chosen = Memo::new(move |_| rows.with(Rows::outline));
    let typed = Memo::new(move |_| text.with(|text| !text.trim().is_empty()));
    let pasted = move |new: String| {
        said.update(SaidMarks::clear);
        text.set(new);
    };
    let add = move |()| {
        let first = store.with(|s| s.goals.len());
        let chosen = chosen.get_untracked();
        if store.edit(|s| edit::add_outline(s, &chosen, fresh_id)) {
            open.set(false);
            store.tell_done(words::added(chosen.count()));
            let goal = store.with(|s| s.goals.sorted().get(first).map(|g| g.id));
            Route::of_page(Page::Outline(goal)).go();
        }
    };
    let summary = move || {
        let asked = rows.with(Rows::asked);
        (typed.get() && !reading.is_running())
            .then(|| chosen.with(|chosen| words::summary(chosen, asked)))
    };
    view! {
        <PasteFile reads=Reads::Plan on_text=pasted>
            <PasteForm
                id=FIELD
                how=words::how()
                label=words::text()
                example=words::example()
                lines="6"
                read=Signal::derive(move || rows.with(|rows| !rows.is_empty()))
                text
                on_text=pasted
                reading
                on_cancel=move |()| text.set(String::new())
                summary=Signal::derive(summary)
                left=Signal::derive(Vec::new)
                left_words=words::skipped
                count=Signal::derive(move || chosen.with(edit::Outline::count))
                add_words=words::add
                on_add=add
            >
                <Show when=move || outline.with(|outline| !outline.marks.is_empty())>
                    <MarkChoices outline said />
                </Show>
                <Show when=move || rows.with(|rows| !rows.is_empty())>
                    <Preview rows />
                </Show>
            </PasteForm>
        </PasteFile>
    }
}
