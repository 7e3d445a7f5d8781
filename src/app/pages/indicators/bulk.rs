//! 一括変更: one field of every indicator found, in one edit.

use leptos::prelude::*;

use super::Looked;
use crate::parts::Dialog;
use crate::store::Store;
use ::words::{Word, bulk as words, history, model};
use edit::Field;
use strategy::*;

/// The fields that can be changed for many at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Owner,
    Source,
    Unit,
    Desired,
    Counting,
    Nature,
}

impl Of {
    const ALL: [Of; 6] = [
        Of::Owner,
        Of::Source,
        Of::Unit,
        Of::Desired,
        Of::Counting,
        Of::Nature,
    ];

    fn field(self) -> Field {
        match self {
            Of::Owner => Field::Owner,
            Of::Source => Field::Source,
            Of::Unit => Field::Unit,
            Of::Desired => Field::Desired,
            Of::Counting => Field::Counting,
            Of::Nature => Field::Nature,
        }
    }

    /// The choices, where the field is one; empty where it is text.
    fn choices(self) -> Vec<&'static str> {
        match self {
            Of::Owner | Of::Source | Of::Unit => Vec::new(),
            Of::Desired => DESIRED.iter().map(|d| model::desired(*d)).collect(),
            Of::Counting => COUNTING.iter().map(|c| c.word()).collect(),
            Of::Nature => NATURE.iter().map(|n| model::nature(*n)).collect(),
        }
    }
}

const DESIRED: [Option<Desired>; 4] = [
    None,
    Some(Desired::Increase),
    Some(Desired::Decrease),
    Some(Desired::Keep {
        lower: None,
        upper: None,
    }),
];
const COUNTING: [Counting; 5] = [
    Counting::Year,
    Counting::Cumulative { from: None },
    Counting::Average,
    Counting::YearEnd,
    Counting::Rank,
];
const NATURE: [Option<Nature>; 3] = [None, Some(Nature::Outcome), Some(Nature::Output)];

/// The window.
#[component]
pub fn Bulk() -> impl IntoView {
    let Looked {
        found, bulk: open, ..
    } = Looked::here();
    view! {
        <Dialog open title=words::open().to_owned()>
            <Form found open />
        </Dialog>
    }
}

#[component]
fn Form(found: Memo<Vec<Id<Indicator>>>, open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let of = RwSignal::new(Of::Owner);
    let (text, choice) = (RwSignal::new(String::new()), RwSignal::new(0_usize));
    let run = move || {
        let (ids, text, choice) = (
            found.get_untracked(),
            text.get_untracked().trim().to_owned(),
            choice.get_untracked(),
        );
        let of = of.get_untracked();
        store.edit(|s| {
            edit::bulk(s, &ids, of.field(), |k: &mut Indicator| match of {
                Of::Owner => k.owner.clone_from(&text),
                Of::Source => k.source.clone_from(&text),
                Of::Unit => k.unit.clone_from(&text),
                Of::Desired => k.desired = DESIRED.get(choice).copied().flatten(),
                Of::Counting => k.counting = COUNTING.get(choice).copied().unwrap_or_default(),
                Of::Nature => k.nature = NATURE.get(choice).copied().flatten(),
            })
        });
        open.set(false);
    };
    view! {
        <p>{move || words::note(found.with(Vec::len))}</p>
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                run();
            }
        >
            <div class="labelled">
                <label for="bulk-of">{words::field()}</label>
                <select
                    id="bulk-of"
                    class="choice"
                    on:change=move |event| {
                        let at: usize = event_target_value(&event).parse().unwrap_or_default();
                        of.set(Of::ALL.get(at).copied().unwrap_or(Of::Owner));
                        choice.set(0);
                    }
                >
                    {Of::ALL
                        .into_iter()
                        .enumerate()
                        .map(|(i, one)| view! { <option value=i.to_string()>{history::field(Kind::Indicator, one.field())}</option> })
                        .collect_view()}
                </select>
            </div>
            <div class="labelled">
                <label for="bulk-value">{words::value()}</label>
                {move || {
                    let choices = of.get().choices();
                    if choices.is_empty() {
                        view! {
                            <input
                                id="bulk-value"
                                class="input"
                                prop:value=move || text.get()
                                on:input=move |event| text.set(event_target_value(&event))
                            />
                        }
                        .into_any()
                    } else {
                        view! {
                            <select
                                id="bulk-value"
                                class="choice"
                                on:change=move |event| choice.set(event_target_value(&event).parse().unwrap_or_default())
                            >
                                {choices
                                    .into_iter()
                                    .enumerate()
                                    .map(|(i, word)| view! { <option value=i.to_string()>{word}</option> })
                                    .collect_view()}
                            </select>
                        }
                        .into_any()
                    }
                }}
            </div>
            <div class="whole row">
                <button type="submit" class="btn main" disabled=move || found.with(Vec::is_empty)>{words::run()}</button>
            </div>
        </form>
    }
}
