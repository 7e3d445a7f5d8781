//! One initiative: a line of the outline.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::{Numbered, drag, step};
use crate::app::desk::fresh_id;
use crate::app::parts::{Field, Icon, Mark};
use crate::app::store::Store;
use crate::edit;
use crate::locale::outline as words;
use crate::strategy::*;

/// An initiative, edited where it stands.
#[component]
pub fn InitiativeRow(id: Id<Initiative>) -> impl IntoView {
    let store = Store::here();
    let title = Signal::derive(move || store.get(id).map(|i| i.title.clone()).unwrap_or_default());
    let new = move || store.get(id).is_some_and(|i| i.new);
    let reprise = move || {
        store
            .get(id)
            .and_then(|i| i.reprise.clone())
            .map(|reprise| match reprise {
                Reprise::Of(original) => {
                    let title = store
                        .get(original)
                        .map(|o| o.title.clone())
                        .unwrap_or_default();
                    words::reprise_of(&title)
                }
                Reprise::Elsewhere(note) => words::reprise_elsewhere(&note),
            })
    };
    let supports = move || store.get(id).map_or(0, |i| i.supports.len());
    view! {
        <li
            class="row initiative"
            class:over=move || drag::is_over(drag::Over::Initiative(id))
            on:dragover=move |event| drag::over(&event, drag::Over::Initiative(id))
            on:drop=move |event| drag::drop(&event, store)
        >
            <span
                class="grip"
                draggable="true"
                aria-hidden="true"
                title=words::GRIP
                on:dragstart=move |_| drag::start(drag::Held::Initiative(id))
                on:dragend=move |_| drag::end()
            >
                <Mark icon=Icon::Grip />
            </span>
            <span class="initiative-number">{move || Numbered::read(|n| n.initiative(id))}</span>
            <span class="grow">
                <Field
                    id=format!("title-{id}")
                    label=words::INITIATIVE_TITLE.to_owned()
                    placeholder=words::INITIATIVE_TITLE
                    value=title
                    on_input=Callback::new(move |text: String| {
                        store.edit(|s| edit::set(s, id, edit::Field::Title, |i| i.title = text));
                    })
                    on_enter=Callback::new(move |()| add_after(store, id))
                    on_key=Callback::new(move |event: KeyboardEvent| keys(store, id, &event))
                />
            </span>
            {move || reprise().map(|(word, title)| view! { <span class="chip" title=title>{word}</span> })}
            {move || (supports() > 0).then(|| view! { <span class="chip">{words::supports(supports())}</span> })}
            <button
                type="button"
                class="btn small plain mark-button"
                aria-pressed=move || new().to_string()
                on:click=move |_| { store.edit(|s| edit::set(s, id, edit::Field::Mark, |i| i.new = !i.new)); }
            >
                {words::NEW}
            </button>
            <button
                type="button"
                class="btn plain small"
                aria-label=move || words::remove(&title.get())
                on:click=move |_| { store.edit(|s| edit::remove(s, id)); }
            >
                <Mark icon=Icon::Trash />
            </button>
        </li>
    }
    .into_any()
}

/// Adds an initiative and puts the keyboard into its name.
pub fn add_initiative(store: Store, measure: Id<Measure>, index: usize) {
    let id = Id::new(fresh_id());
    let initiative = Initiative {
        id,
        measure,
        order: Order::default(),
        number: String::new(),
        title: String::new(),
        text: String::new(),
        new: false,
        reprise: None,
        supports: Vec::new(),
        aligned: Vec::new(),
        owner: String::new(),
    };
    if store.edit(|s| edit::add(s, initiative, index)) {
        crate::app::focus_added(format!("title-{id}"));
    }
}

fn place(s: &Strategy, id: Id<Initiative>) -> Option<(Id<Measure>, usize)> {
    let measure = s.get(id)?.measure;
    let index = s
        .initiatives
        .under(measure)
        .iter()
        .position(|i| i.id == id)?;
    Some((measure, index))
}

fn add_after(store: Store, id: Id<Initiative>) {
    if let Some((measure, index)) = store.with(|s| place(s, id)) {
        add_initiative(store, measure, index + 1);
    }
}

/// Alt with arrows: up and down in the measure, left and right to the measure before and after.
/// Backspace in an empty line takes the line away.
fn keys(store: Store, id: Id<Initiative>, event: &KeyboardEvent) {
    let key = event.key();
    let Some((measure, index)) = store.with(|s| place(s, id)) else {
        return;
    };
    let moved = match key.as_str() {
        "ArrowUp" | "ArrowDown" if event.alt_key() => match step(Some(index), key == "ArrowUp") {
            Some(to) => store.edit(|s| edit::move_initiative(s, id, measure, to)),
            None => false,
        },
        "ArrowLeft" | "ArrowRight" if event.alt_key() => store.edit(|s| {
            let goal = s.get(measure).ok_or(edit::Refusal::NotThere)?.goal;
            let all: Vec<_> = s.measures_of(goal).into_iter().map(|m| m.id).collect();
            let to = step(all.iter().position(|m| *m == measure), key == "ArrowLeft");
            let to = to.and_then(|i| all.get(i)).ok_or(edit::Refusal::Nothing)?;
            edit::move_initiative(s, id, *to, usize::MAX)
        }),
        "Backspace" if store.with(|s| s.get(id).is_some_and(|i| i.title.is_empty())) => {
            let above = store.with(|s| {
                index
                    .checked_sub(1)
                    .map(|i| s.initiatives.under(measure)[i].id)
            });
            if store.edit(|s| edit::remove(s, id)) {
                let id = above.map_or(format!("title-{measure}"), |above| format!("title-{above}"));
                request_animation_frame(move || crate::app::focus(&id));
            }
            false
        }
        _ => return,
    };
    event.prevent_default();
    if moved {
        request_animation_frame(move || crate::app::focus(&format!("title-{id}")));
    }
}
