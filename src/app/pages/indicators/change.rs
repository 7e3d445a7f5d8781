//! Changing a decided target: date, who decided, why.

use leptos::prelude::*;

use crate::parts::{Dialog, ParsePreviewArea, open_while, parse_preview};
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::Say;
use ::words::indicators as words;
use strategy::*;

/// A decided target to be changed: of which series and year, and what was typed for it.
pub type Changing = (Id<Series>, FiscalYear, String);

/// Asks for the new target and its reason.
#[component]
pub fn ChangeTarget(
    /// The target that is being changed, and the text typed for it.
    changing: RwSignal<Option<Changing>>,
) -> impl IntoView {
    let open = open_while(changing);
    view! {
        <Dialog open title=words::change_title().to_owned()>
            {move || changing.get().map(|(series, year, typed)| view! { <Form series year typed open /> })}
        </Dialog>
    }
}

#[component]
fn Form(
    series: Id<Series>,
    year: FiscalYear,
    typed: String,
    open: RwSignal<bool>,
) -> impl IntoView {
    let store = Store::here();
    let now = store.with(|s| {
        s.get(series)
            .and_then(|s| s.targets.get(&year).map(|f| f.text().to_owned()))
    });
    let now = now.unwrap_or_default();
    let (text, by, reason) = (
        RwSignal::new(typed),
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
    );
    let date = RwSignal::new(Workspace::here().today());
    let wrong = RwSignal::new(String::new());
    let save = move || {
        let made = store.with(|s| {
            let date = Date(date.get_untracked());
            edit::change_target(
                s,
                series,
                year,
                &text.get_untracked(),
                date,
                &by.get_untracked(),
                &reason.get_untracked(),
            )
        });
        match made {
            Ok(edit) => {
                store.commit(edit);
                open.set(false);
            }
            Err(refusal) => wrong.set(refusal.say()),
        }
    };
    let input = |id: &'static str,
                 class: &str,
                 label: &'static str,
                 kind: &'static str,
                 value: RwSignal<String>| {
        view! {
            <div class="labelled">
                <label for=id>{label}</label>
                <input
                    id=id
                    autofocus=id == "change-by"
                    class=format!("input {class}")
                    type=kind
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </div>
        }
    };
    view! {
        <p>{words::change_note(year, &now)}</p>
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <ParsePreviewArea>{input("change-text", parse_preview::FIGURE, words::change_text(), "text", text)}</ParsePreviewArea>
            {input("change-date", "", words::change_date(), "date", date)}
            {input("change-by", "", words::change_by(), "text", by)}
            {input("change-reason", "", words::change_reason(), "text", reason)}
            <p class="whole bad-text" role="alert">{move || wrong.get()}</p>
            <div class="whole row">
                <button type="submit" class="btn main">{words::change_save()}</button>
            </div>
        </form>
    }
}
