//! One measure with its initiatives.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::goal::add_measure;
use super::initiative::{InitiativeRow, add_initiative};
use super::uses::{Uses, UsesOf};
use super::{Numbered, drag, step};
use crate::app::parts::{Field, Icon, Mark};
use crate::app::store::Store;
use crate::edit;
use crate::locale::outline as words;
use crate::strategy::*;

/// A measure, edited where it stands.
#[component]
pub fn MeasureCard(id: Id<Measure>) -> impl IntoView {
    let store = Store::here();
    let text = move |read: fn(&Measure) -> &String| {
        Signal::derive(move || store.get(id).map(|m| read(&m).clone()).unwrap_or_default())
    };
    let set = move |field: edit::Field, write: fn(&mut Measure, String)| {
        Callback::new(move |text: String| {
            store.edit(|s| edit::set(s, id, field, |m| write(m, text)));
        })
    };
    let priority = move || store.get(id).is_some_and(|m| m.priority);
    let count = move || store.list::<Initiative>(id).len();
    view! {
        <li
            class="card measure"
            class:over=move || drag::is_over(drag::Over::Measure(id))
            on:dragover=move |event| drag::over(&event, drag::Over::Measure(id))
            on:drop=move |event| drag::drop(&event, store)
        >
            <div class="row top measure-head">
                <span
                    class="grip"
                    draggable="true"
                    aria-hidden="true"
                    title=words::GRIP
                    on:dragstart=move |_| drag::start(drag::Held::Measure(id))
                    on:dragend=move |_| drag::end()
                >
                    <Mark icon=Icon::Grip />
                </span>
                <span class="measure-number">{move || Numbered::read(|n| n.measure(id))}</span>
                <span class="grow">
                    <Field
                        id=format!("title-{id}")
                        class="strong"
                        label=words::MEASURE_TITLE.to_owned()
                        placeholder=words::MEASURE_TITLE
                        value=text(|m| &m.title)
                        on_input=set(edit::Field::Title, |m, text| m.title = text)
                        on_enter=Callback::new(move |()| add_after(store, id))
                        on_key=Callback::new(move |event: KeyboardEvent| keys(store, id, &event))
                    />
                </span>
                <button
                    type="button"
                    class="btn small plain mark-button"
                    aria-pressed=move || priority().to_string()
                    on:click=move |_| {
                        store.edit(|s| edit::set(s, id, edit::Field::Mark, |m| m.priority = !m.priority));
                    }
                >
                    {words::PRIORITY}
                </button>
                <span class="chip">{move || words::initiatives(count())}</span>
                <button
                    type="button"
                    class="btn plain small"
                    aria-label=move || words::remove(&text(|m| &m.title).get())
                    on:click=move |_| { store.edit(|s| edit::remove(s, id)); }
                >
                    <Mark icon=Icon::Trash />
                </button>
            </div>
            <div class="measure-body">
                <Field
                    lines=true
                    label=words::DIRECTION.to_owned()
                    placeholder=words::DIRECTION
                    value=text(|m| &m.direction)
                    on_input=set(edit::Field::Direction, |m, text| m.direction = text)
                />
                <Uses of=UsesOf::Measure(id) />
                <ol class="initiatives">
                    <For each={move || store.list::<Initiative>(id)} key=|id| *id let:id>
                        <InitiativeRow id />
                    </For>
                </ol>
                <button type="button" class="btn small plain" on:click=move |_| add_initiative(store, id, usize::MAX)>
                    <Mark icon=Icon::Plus />
                    {words::ADD_INITIATIVE}
                </button>
            </div>
        </li>
    }
    .into_any()
}

/// Adds a measure after this one, under the same heading.
fn add_after(store: Store, id: Id<Measure>) {
    let place = store.with(|s| {
        let measure = s.get(id)?;
        let index = s
            .measures
            .under(measure.goal)
            .iter()
            .position(|m| m.id == id)?;
        Some((measure.goal, measure.division, index + 1))
    });
    if let Some((goal, division, index)) = place {
        add_measure(store, goal, division, index);
    }
}

/// Alt with arrows: up and down among the measures, left and right to the goal before and after.
fn keys(store: Store, id: Id<Measure>, event: &KeyboardEvent) {
    if !event.alt_key() {
        return;
    }
    let key = event.key();
    let moved = match key.as_str() {
        "ArrowUp" | "ArrowDown" => store.edit(|s| {
            let measure = s.get(id).ok_or(edit::Refusal::NotThere)?;
            let group: Vec<_> = s
                .measures
                .under(measure.goal)
                .into_iter()
                .filter(|m| m.division == measure.division)
                .map(|m| m.id)
                .collect();
            let index = step(group.iter().position(|m| *m == id), key == "ArrowUp")
                .filter(|i| *i < group.len());
            let index = index.ok_or(edit::Refusal::Nothing)?;
            edit::move_measure(s, id, measure.goal, measure.division, index)
        }),
        "ArrowLeft" | "ArrowRight" => store.edit(|s| {
            let measure = s.get(id).ok_or(edit::Refusal::NotThere)?;
            let goals: Vec<_> = s.goals.sorted().into_iter().map(|g| g.id).collect();
            let index = step(
                goals.iter().position(|g| *g == measure.goal),
                key == "ArrowLeft",
            );
            let goal = index
                .and_then(|i| goals.get(i))
                .ok_or(edit::Refusal::Nothing)?;
            edit::move_measure(s, id, *goal, None, usize::MAX)
        }),
        _ => return,
    };
    event.prevent_default();
    if moved {
        request_animation_frame(move || crate::app::focus(&format!("title-{id}")));
    }
}
