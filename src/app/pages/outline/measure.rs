//! One measure with its initiatives.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::super::cited::Cited;
use super::super::heard::Heard;
use super::super::row::{self, title_id};
use super::add::{ADD_GOAL, add_initiative, add_measure_after, add_measure_id};
use super::drag;
use super::indicator_picker::{UseTools, Used};
use super::indicator_use::IndicatorUser;
use super::initiative::InitiativeRow;
use super::numbered::Numbered;
use crate::parts::{Each, Icon, IconName, MenuItem, RowMenu, TextOf, text_of, when_left};
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::{ground, model::named, outline as words};
use browser::focus::{focus, focus_added};
use strategy::*;

/// A measure, edited where it stands. Left with nothing in it, it is gone.
#[component]
pub fn MeasureCard(id: Id<Measure>) -> impl IntoView {
    let store = Store::here();
    let direction = text_of(store, id, Measure::direction);
    // 方向性 takes room only where it is written, or about to be.
    let directing = RwSignal::new(false);
    let citing = RwSignal::new(false);
    view! {
        <li
            class="card measure"
            class:over=move || drag::is_over(drag::Over::Measure(id))
            on:dragover=move |event| drag::over(&event, drag::Over::Measure(id))
            on:drop=move |event| drag::drop(&event, store)
            on:focusout=move |event| when_left(&event, move |_| { store.drop_blank(id); })
        >
            <MeasureHead id directing citing />
            <div class="measure-body">
                <Show when=move || directing.get() || !direction.get().is_empty()>
                    <TextOf
                        of=id
                        field=Measure::direction
                        id=format!("direction-{id}")
                        lines=true
                        label=words::direction().to_owned()
                        placeholder=words::direction()
                    />
                </Show>
                <Show when=move || citing.get() || store.get(id).is_some_and(|m| !m.grounds.is_empty())>
                    <Cited of=id field=Measure::grounds />
                    <Heard of=id />
                </Show>
                <Used of=IndicatorUser::Measure(id) />
                <ol class="initiatives">
                    <Each of={move || store.list::<Initiative>(id)} let:id>
                        <InitiativeRow id />
                    </Each>
                </ol>
                <div class="row measure-tools">
                    <button type="button" class="btn small quiet" on:click=move |_| add_initiative(store, id)>
                        <Icon name=IconName::Plus />
                        {words::add_initiative()}
                    </button>
                    <UseTools of=IndicatorUser::Measure(id) />
                </div>
            </div>
        </li>
    }
}

/// Its number and title, what marks it, and its menu.
#[component]
fn MeasureHead(
    id: Id<Measure>,
    directing: RwSignal<bool>,
    citing: RwSignal<bool>,
) -> impl IntoView {
    let store = Store::here();
    let title = text_of(store, id, Measure::title);
    let priority = move || store.get(id).is_some_and(|m| m.priority);
    let count = move || store.list::<Initiative>(id).len();
    view! {
        <div class="row top measure-head">
            <span
                class="grip"
                draggable="true"
                aria-hidden="true"
                title=words::grip()
                on:dragstart=move |_| drag::start(drag::Dragged::Measure(id))
                on:dragend=move |_| drag::end()
            >
                <Icon name=IconName::Grip />
            </span>
            <span class="measure-number">{move || Numbered::read(|n| n.measure(id))}</span>
            <span class="grow">
                <TextOf
                    of=id
                    field=Measure::title
                    id=title_id(id)
                    class="strong"
                    label=words::measure_title().to_owned()
                    placeholder=words::measure_title()
                    on_enter=Callback::new(move |()| enter(store, id))
                    on_key=Callback::new(move |event: KeyboardEvent| keys(store, id, &event))
                />
            </span>
            {move || priority().then(|| view! { <span class="chip warn">{words::priority()}</span> })}
            {move || (count() > 0).then(|| view! { <span class="chip">{words::initiatives(count())}</span> })}
            <RowMenu
                label=Signal::derive(move || words::acts_on(named(&title.get())))
                items=Callback::new(move |()| acts(store, id, directing, citing))
            />
        </div>
    }
}

/// Returns the entries of the card's menu.
fn acts(
    store: Store,
    id: Id<Measure>,
    directing: RwSignal<bool>,
    citing: RwSignal<bool>,
) -> Vec<MenuItem> {
    let (priority, has_grounds) = store.with(|s| {
        let priority = s.get(id).is_some_and(|m| m.priority);
        (priority, !s.grounds.is_empty())
    });
    let cite = has_grounds.then(|| MenuItem::act(ground::cite(), move || citing.set(true)));
    let mut acts = vec![
        MenuItem::switch(words::priority(), priority, move || {
            store.edit(|s| edit::set(s, id, edit::Field::Mark, |m| m.priority = !m.priority));
        }),
        MenuItem::act(words::write_direction(), move || {
            directing.set(true);
            focus_added(format!("direction-{id}"));
        }),
    ];
    acts.extend(cite);
    acts.extend([
        MenuItem::act(words::up(), move || row::shift(store, id, -1)),
        MenuItem::act(words::down(), move || row::shift(store, id, 1)),
        MenuItem::act(words::remove(), move || {
            let goal = store.with(|s| s.get(id).map(|m| m.goal));
            row::remove(store, id, goal.map_or(String::new(), title_id));
        }),
    ]);
    acts
}

/// Enter goes on to the next measure; in an empty one it ends the list.
fn enter(store: Store, id: Id<Measure>) {
    let empty = store.with(|s| {
        s.get(id)
            .is_none_or(|m| edit::MayBeBlank::is_blank(&**m, s))
    });
    if empty {
        focus(ADD_GOAL);
    } else {
        add_measure_after(store, id);
    }
}

/// Tab in a measure that has no initiative yet goes down to its first. Alt with arrows: up and down among the
/// measures, left and right to the goal before and after.
fn keys(store: Store, id: Id<Measure>, event: &KeyboardEvent) {
    let key = event.key();
    match key.as_str() {
        "Tab" if !event.shift_key() && !event.alt_key() && is_new(store, id) => {
            add_initiative(store, id);
        }
        "ArrowUp" if event.alt_key() => row::shift(store, id, -1),
        "ArrowDown" if event.alt_key() => row::shift(store, id, 1),
        "ArrowLeft" | "ArrowRight" if event.alt_key() => {
            let places = if key == "ArrowLeft" { -1 } else { 1 };
            if store.edit(|s| edit::move_measure_by(s, id, places)) {
                // It is shown under its new goal only when that is opened: the keyboard stays in this one.
                let next = store.with(|s| s.get(id).map(|m| m.goal));
                if let Some(goal) = next {
                    Route::of_page(Page::Outline(Some(goal))).go();
                }
                focus_added(title_id(id));
            }
        }
        _ => return,
    }
    event.prevent_default();
}

/// True if the measure has a title and nothing under it yet.
fn is_new(store: Store, id: Id<Measure>) -> bool {
    store.with(|s| {
        let bare =
            |m: &Measure| !m.title.trim().is_empty() && m.direction.is_empty() && m.kpis.is_empty();
        s.get(id).is_some_and(|m| bare(m)) && s.initiatives.under(id).is_empty()
    }) && !store.read_only().get_untracked()
}

/// The button that adds a measure at the end of a list.
#[component]
pub fn AddMeasure(goal: Id<Goal>, division: Option<Id<Division>>) -> impl IntoView {
    let store = Store::here();
    view! {
        <button
            type="button"
            id=add_measure_id(goal, division)
            class="btn small"
            on:click=move |_| super::add::add_measure(store, goal, division)
        >
            <Icon name=IconName::Plus />
            {words::add_measure()}
        </button>
    }
}
