//! Ways to begin: blank, or from a sample.

use leptos::prelude::*;

use crate::app::desk::{Desk, Errand};
use crate::app::parts::Dialog;
use crate::locale::home as words;
use crate::strategy::{FiscalYear, Period};

/// The samples, each a button.
#[component]
pub fn Samples() -> impl IntoView {
    let desk = Desk::here();
    view! {
        <p class="sub">{words::SAMPLE_NOTE}</p>
        <div class="row samples">
            {words::SAMPLES
                .into_iter()
                .map(|(file, name)| {
                    view! {
                        <button type="button" class="btn quiet" on:click=move |_| desk.send(Errand::Sample(file))>
                            {name}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
    .into_any()
}

/// Asks for town, name and years of a new strategy.
#[component]
pub fn NewStrategy(
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open title=words::NEW.to_owned()>
            <Form open />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Form(open: RwSignal<bool>) -> impl IntoView {
    let desk = Desk::here();
    let town = RwSignal::new(String::new());
    let title = RwSignal::new(words::NEW_TITLE.to_owned());
    let next = desk.this_year().next();
    let first = RwSignal::new(next.wareki());
    let last = RwSignal::new(FiscalYear(next.0 + 4).wareki());
    let wrong = RwSignal::new(None::<&'static str>);
    let make = move || {
        let years = (
            FiscalYear::parse(&first.get_untracked()),
            FiscalYear::parse(&last.get_untracked()),
        );
        let (Some(first), Some(last)) = years else {
            return wrong.set(Some(words::BAD_YEAR));
        };
        if last < first || last.0 - first.0 > 30 {
            return wrong.set(Some(words::BAD_PERIOD));
        }
        open.set(false);
        desk.send(Errand::Begin {
            town: town.get_untracked().trim().to_owned(),
            title: title.get_untracked().trim().to_owned(),
            period: Period { first, last },
        });
    };
    let input =
        |id: &'static str, label: &'static str, value: RwSignal<String>, hint: &'static str| {
            view! {
                <div class="labelled">
                    <label for=id>{label}</label>
                    <input
                        id=id
                        class="input"
                        required
                        prop:value=move || value.get()
                        on:input=move |event| value.set(event_target_value(&event))
                    />
                    <span class="hint">{hint}</span>
                </div>
            }
        };
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                make();
            }
        >
            {input("new-town", words::TOWN, town, words::TOWN_HINT)}
            {input("new-title", words::TITLE, title, "")}
            {input("new-first", words::FIRST, first, words::YEAR_HINT)}
            {input("new-last", words::LAST, last, "")}
            <p class="whole bad-text" role="alert">{move || wrong.get()}</p>
            <div class="whole row">
                <button type="submit" class="btn main">{words::MAKE}</button>
            </div>
        </form>
    }
    .into_any()
}
