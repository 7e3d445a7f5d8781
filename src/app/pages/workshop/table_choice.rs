//! Choice of the table that writes or votes, on the facilitator's device.

use leptos::prelude::*;

use super::state::WorkshopState;
use crate::parts::Choice;
use crate::store::Store;
use ::words::workshop as words;

/// Choice of the table that writes.
#[component]
pub fn TableChoice() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let options = move || {
        let tables = state
            .record(store)
            .map(|one| one.tables.clone())
            .unwrap_or_default();
        let tables = tables
            .into_iter()
            .map(|one| (one.name.clone(), words::table_named(&one.name)));
        std::iter::once((String::new(), words::no_table().to_owned()))
            .chain(tables)
            .collect::<Vec<_>>()
    };
    let is_free = move || {
        state
            .record(store)
            .is_some_and(|one| one.at_table.is_empty())
    };
    view! {
        <Show when=is_free>
            <Choice
                label=words::table().to_owned()
                value=Signal::derive(move || state.table.get())
                options=Signal::derive(options)
                on_change=Callback::new(move |name| state.table.set(name))
                shows=true
            />
        </Show>
    }
}
