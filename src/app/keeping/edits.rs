//! Edits that were not applied: record by record and field by field, each to be given back.

use leptos::prelude::*;

use crate::parts::{ScrollTable, column_heads};
use crate::store::Store;
use ::words::{Say, history, keeping as words, marks, model, value};
use edit::Edit;
use insight::compare::{Difference, differences};
use insight::{Unread, unread};
use keep::Entry;

/// Number of letters shown of a text that cannot be read.
const SHOWN: usize = 200;

/// The edits, and a button for each that can be read.
#[component]
pub fn Edits(edits: Vec<Result<Entry, String>>, store: Store) -> impl IntoView {
    let lines = edits.into_iter().map(|edit| match edit {
        Ok(entry) => view! { <Line edit=entry.edit store /> }.into_any(),
        Err(text) => view! { <Unreadable text /> }.into_any(),
    });
    view! { <ul class="plain-list left-edits">{lines.collect_view()}</ul> }.into_any()
}

/// Readable part of an edit that cannot be read whole; it cannot be applied.
#[component]
fn Unreadable(text: String) -> impl IntoView {
    match unread(&text, words::written) {
        Some(Unread { label, differences }) => view! {
            <li>
                <p>
                    <b>{label.map_or(words::unreadable().to_owned(), |label| history::line(&label))}</b>
                </p>
                <p class="sub">{words::unreadable_in_part()}</p>
                <Differences all=differences />
            </li>
        }
        .into_any(),
        None => view! {
            <li>
                <p><b>{words::unreadable()}</b></p>
                <p class="sub unreadable">{text.chars().take(SHOWN).collect::<String>()}</p>
            </li>
        }
        .into_any(),
    }
}

#[component]
fn Line(edit: Edit, store: Store) -> impl IntoView {
    let all = store.with(|now| differences(now, now, &edit.changes, value::display));
    let given = RwSignal::new(false);
    let line = history::line(&edit.label);
    let label = marks::act_on(words::give_back(), &line);
    let give = move |_| {
        if store.edit(|now| edit::give_back(now, &edit)) {
            given.set(true);
        }
    };
    view! {
        <li>
            <div class="row">
                <b class="grow">{line}</b>
                <button type="button" class="btn small" aria-label=label disabled=move || given.get() on:click=give>
                    {move || if given.get() { words::given_back() } else { words::give_back() }}
                </button>
            </div>
            <Differences all />
        </li>
    }
    .into_any()
}

/// Record by record and field by field, from → to.
#[component]
fn Differences(all: Vec<Difference>) -> impl IntoView {
    if all.is_empty() {
        return view! { <p class="sub">{words::no_fields()}</p> }.into_any();
    }
    let rows = all.into_iter().map(|one| {
        let field = one.field.map(history::year_field).unwrap_or_default();
        view! {
            <tr>
                <th scope="row">{model::kind(one.kind)} " " {one.title.say()}</th>
                <td>{field}</td>
                <td class="pre">{one.from.unwrap_or_default()}</td>
                <td class="pre">{one.to.unwrap_or_default()}</td>
            </tr>
        }
    });
    view! {
        <ScrollTable label=words::changes() heads=column_heads(&words::columns(), &[])>
            {rows.collect_view()}
        </ScrollTable>
    }
    .into_any()
}
