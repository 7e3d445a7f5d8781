//! One initiative: a line of the outline.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::super::row::{self, title_id};
use super::add::{add_initiative_after, add_measure_id};
use super::citing::Citing;
use super::drag;
use super::numbered::Numbered;
use crate::parts::{Icon, IconName, MenuItem, RowMenu, TextOf, text_of, when_left};
use crate::store::Store;
use ::words::{model::named, outline as words};
use browser::focus::{focus, focus_added};
use strategy::*;

/// An initiative, edited where it stands. Left with nothing in it, it is gone.
#[component]
pub fn InitiativeRow(id: Id<Initiative>) -> impl IntoView {
    let store = Store::here();
    let title = text_of(store, id, Initiative::title);
    let new = move || store.get(id).is_some_and(|i| i.new);
    let reprise = move || {
        store
            .get(id)
            .and_then(|i| i.reprise.clone())
            .map(|reprise| match reprise {
                Reprise::Of(original) => {
                    let original = store.get(original);
                    let title = original.map(|o| o.title.clone()).unwrap_or_default();
                    words::reprise_of(named(&title))
                }
                Reprise::Elsewhere(note) => words::reprise_elsewhere(&note),
            })
    };
    let supports = move || store.get(id).map_or(0, |i| i.supports.len());
    let Citing(citing) = Citing::here();
    view! {
        <li
            class="row initiative"
            class:over=move || drag::is_over(drag::Over::Initiative(id))
            on:dragover=move |event| drag::over(&event, drag::Over::Initiative(id))
            on:drop=move |event| drag::drop(&event, store)
            on:focusout=move |event| when_left(&event, move |_| { store.drop_blank(id); })
        >
            <span
                class="grip"
                draggable="true"
                aria-hidden="true"
                title=words::grip()
                on:dragstart=move |_| drag::start(drag::Dragged::Initiative(id))
                on:dragend=move |_| drag::end()
            >
                <Icon name=IconName::Grip />
            </span>
            <span class="initiative-number">{move || Numbered::read(|n| n.initiative(id))}</span>
            <span class="grow">
                <TextOf
                    of=id
                    field=Initiative::title
                    id=title_id(id)
                    label=words::initiative_title().to_owned()
                    placeholder=words::initiative_title()
                    on_enter=Callback::new(move |()| enter(store, id))
                    on_key=Callback::new(move |event: KeyboardEvent| keys(store, id, &event))
                />
            </span>
            {move || new().then(|| view! { <span class="chip">{words::new()}</span> })}
            {move || reprise().map(|(word, title)| view! { <span class="chip" title=title>{word}</span> })}
            {move || (supports() > 0).then(|| view! {
                <button type="button" class="chip" on:click=move |_| citing.set(Some(id))>{words::supports(supports())}</button>
            })}
            <RowMenu
                label=Signal::derive(move || words::acts_on(named(&title.get())))
                items=Callback::new(move |()| acts(store, citing, id))
            />
        </li>
    }
}

/// Returns the entries of the row's menu.
fn acts(
    store: Store,
    citing: RwSignal<Option<Id<Initiative>>>,
    id: Id<Initiative>,
) -> Vec<MenuItem> {
    let new = store.with(|s| s.get(id).is_some_and(|i| i.new));
    vec![
        MenuItem::switch(words::mark_new(), new, move || {
            store.edit(|s| edit::set(s, id, edit::Field::Mark, |i| i.new = !i.new));
        }),
        MenuItem::act(words::choose_supports(), move || citing.set(Some(id))),
        MenuItem::act(words::up(), move || row::shift(store, id, -1)),
        MenuItem::act(words::down(), move || row::shift(store, id, 1)),
        MenuItem::act(words::remove(), move || remove(store, id)),
    ]
}

/// Removes the row; the keyboard goes to its neighbour, or up to the measure.
fn remove(store: Store, id: Id<Initiative>) {
    let measure = store.with(|s| s.get(id).map(|i| i.measure));
    row::remove(store, id, measure.map_or(String::new(), title_id));
}

fn is_empty(store: Store, id: Id<Initiative>) -> bool {
    store.with(|s| s.get(id).is_none_or(|i| i.title.trim().is_empty()))
}

/// Enter goes on to the next row; in an empty one it ends the list.
fn enter(store: Store, id: Id<Initiative>) {
    if !is_empty(store, id) {
        return add_initiative_after(store, id);
    }
    let next = store.with(|s| {
        let measure = s.get(s.get(id)?.measure)?;
        Some(add_measure_id(measure.goal, measure.division))
    });
    if let Some(next) = next {
        focus(&next);
    }
}

/// Alt with arrows: up and down in the measure, left and right to the measure before and after.
/// Backspace in an empty line takes the line away.
fn keys(store: Store, id: Id<Initiative>, event: &KeyboardEvent) {
    let key = event.key();
    match key.as_str() {
        "ArrowUp" if event.alt_key() => row::shift(store, id, -1),
        "ArrowDown" if event.alt_key() => row::shift(store, id, 1),
        "ArrowLeft" | "ArrowRight" if event.alt_key() => {
            let places = if key == "ArrowLeft" { -1 } else { 1 };
            if store.edit(|s| edit::move_initiative_by(s, id, places)) {
                focus_added(title_id(id));
            }
        }
        "Backspace" if store.with(|s| s.get(id).is_some_and(|i| i.title.is_empty())) => {
            let above = store.with(|s| {
                let measure = s.get(id)?.measure;
                let rows = s.initiatives.under(measure);
                let at = rows.iter().position(|i| i.id == id)?;
                let above = at.checked_sub(1).map(|at| title_id(rows[at].id));
                Some(above.unwrap_or_else(|| title_id(measure)))
            });
            if store.edit(|s| edit::remove(s, id))
                && let Some(above) = above
            {
                focus_added(above);
            }
        }
        _ => return,
    }
    event.prevent_default();
}
