//! The tables of a session, and the file each works with.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::export;
use super::state::{WorkshopState, change};
use crate::one_file::hand_over_to_write;
use crate::panels::{AskedPaper, Panels};
use crate::parts::{Each, Icon, IconButton, IconName, read_only};
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::workshop as words;
use browser::focus::focus_added;
use edit::{Field, table_file};
use output::site::published_at;
use strategy::*;

/// The DOM id of the button that adds a table.
const ADD: &str = "add-table";

/// A row for each table, what is printed for them, and the way to add one.
#[component]
pub fn TableRows() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let count = Memo::new(move |_| state.record(store).map_or(0, |one| one.tables.len()));
    let add = move |_| {
        let at = count.get_untracked();
        change(store, state, "tables", |one| {
            let name = words::table_name(one.tables.len());
            one.tables.push(edit::usual_table(&name));
        });
        focus_added(field_id(at));
    };
    let save_all = move |_| {
        let (Some(session), Some(record)) = untrack(|| (state.session.get(), state.record(store)))
        else {
            return;
        };
        let files: Vec<_> = store.with(|s| {
            let tables = record.tables.iter();
            let files = tables
                .filter_map(|one| Some((one.name.clone(), table_file(s, session, &one.name)?)));
            files.collect()
        });
        match export::save_tables(&files) {
            Ok(_) => store.tell_done(words::tables_saved(files.len())),
            Err(why) => store.tell(why),
        }
    };
    let handout = Panels::here().handout;
    let published = move || match store.follow(published_at) {
        Some(address) => view! { <p class="hint">{words::code_on_paper(address)}</p> }.into_any(),
        None => view! { <AddressField /> }.into_any(),
    };
    view! {
        <p class="sub">{words::tables_note()}</p>
        <ul class="plain-list table-rows">
            <Each of=move || 0..count.get() let:at>
                <TableRow at />
            </Each>
        </ul>
        <div class="row">
            <button type="button" id=ADD class="btn plain small" disabled=read_only() on:click=add>
                <Icon name=IconName::Plus />
                {words::add_table()}
            </button>
            <span class="grow"></span>
            <button type="button" class="btn" disabled=move || count.get() == 0 on:click=save_all>{words::all_tables()}</button>
            <a class="btn" href=move || Route::of_page(Page::Paper(None)).to_string() on:click=move |_| handout.set(Some(AskedPaper::TableSheets))>{words::to_paper()}</a>
        </div>
        <p class="hint">{words::paper_note()}</p>
        {published}
    }
}

/// Field for the address of the publication, which the papers carry as a QR code.
#[component]
fn AddressField() -> impl IntoView {
    let store = Store::here();
    let value = move || {
        let choices = store.about().publishing.clone();
        choices.unwrap_or_default().address
    };
    let write = move |address: String| {
        store.edit(|s| {
            let field = Field::of(About::publishing.field.name, None);
            edit::set(s, About::ID, field, |about| {
                about.publishing.get_or_insert_default().address = address;
            })
        });
    };
    view! {
        <label class="stack hint">
            {words::no_address()}
            <input
                type="url"
                class="input wide"
                placeholder=words::address_hint()
                disabled=read_only()
                prop:value=value
                on:change=move |event| write(event_target_value(&event).trim().to_owned())
            />
        </label>
    }
}

fn field_id(at: usize) -> String {
    format!("session-table-{at}")
}

#[component]
fn TableRow(at: usize) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let table = move || {
        state
            .record(store)
            .and_then(|one| one.tables.get(at).cloned())
    };
    let name = move || table().map(|one| one.name).unwrap_or_default();
    let people = move || {
        table()
            .map(|one| one.people)
            .unwrap_or_default()
            .to_string()
    };
    let busy = RwSignal::new(false);
    let write = move |act: &dyn Fn(&mut SessionTable)| {
        change(store, state, "tables", |one| {
            if let Some(table) = one.tables.get_mut(at) {
                act(table);
            }
        });
    };
    let remove = move |_| {
        change(store, state, "tables", |one| {
            if at < one.tables.len() {
                one.tables.remove(at);
            }
        });
        focus_added(ADD.to_owned());
    };
    view! {
        <li class="row">
            <label class="row nowrap">
                {words::table()}
                <input
                    id=field_id(at)
                    class="input short"
                    disabled=read_only()
                    prop:value=name
                    on:change=move |event| {
                        let name = event_target_value(&event).trim().to_owned();
                        write(&|one| one.name.clone_from(&name));
                    }
                />
            </label>
            <label class="row nowrap">
                {words::people()}
                <input
                    type="number"
                    min="0"
                    max="999"
                    class="input short"
                    disabled=read_only()
                    prop:value=people
                    on:change=move |event| {
                        if let Ok(people) = event_target_value(&event).parse::<u32>() {
                            write(&|one| one.people = people.min(999));
                        }
                    }
                />
            </label>
            <span class="grow"></span>
            <button type="button" class="btn small" on:click=move |_| give(store, state, &name())>{move || words::file_of(name())}</button>
            <button
                type="button"
                class="btn small"
                disabled=move || busy.get()
                aria-label=move || words::app_of(name())
                on:click=move |_| give_app(store, state, &name(), busy)
            >
                {move || if busy.get() { words::making_app() } else { words::app_file() }}
            </button>
            <IconButton icon=IconName::Trash label=Signal::derive(move || words::remove_table(name())) disabled=read_only() on_press=remove />
        </li>
    }
}

/// Saves the file that a table works with.
fn give(store: Store, state: WorkshopState, table: &str) {
    let Some(session) = state.session.get_untracked() else {
        return;
    };
    let file = store.with(|s| table_file(s, session, table));
    let saved = file.map(|file| export::save_table(&file, table));
    match saved {
        Some(Ok(_)) => store.tell_done(words::table_saved(table)),
        Some(Err(why)) => store.tell(why),
        None => {}
    }
}

/// Saves the app as one file that is this table already.
fn give_app(store: Store, state: WorkshopState, table: &str, busy: RwSignal<bool>) {
    let Some(session) = state.session.get_untracked() else {
        return;
    };
    let Some(file) = store.with(|s| table_file(s, session, table)) else {
        return;
    };
    let title = words::table_named(table);
    busy.set(true);
    spawn_local(async move {
        match hand_over_to_write(&file, &title).await {
            Ok(name) => store.tell_done(words::app_saved(name)),
            Err(why) => store.tell(why),
        }
        busy.try_set(false);
    });
}

/// Saves the file of the table that this is, to be carried to the facilitator.
pub fn save_own(store: Store, state: WorkshopState) {
    let table = state.record(store).map(|one| one.at_table.clone());
    let table = table.unwrap_or_default();
    match store.with(|s| export::save_table(s, &table)) {
        Ok(_) => store.tell_done(words::own_saved(&table)),
        Err(why) => store.tell(why),
    }
}
