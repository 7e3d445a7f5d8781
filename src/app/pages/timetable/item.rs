//! An item of the timetable: what stands in its cell, and its dialog.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::drag::Dragging;
use super::handouts::Handouts;
use super::jun_choice::JunChoice;
use super::owner::{OWNERS, OwnerChoices, OwnerShown};
use super::range::{CHOICES, say_when};
use super::shift::ShiftFrom;
use crate::parts::{
    Choice, ComboBox, Dialog, Field, TextOf, Tick, is_composing, open_while, read_only, text_of,
};
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::{model::named, timetable as words};
use browser::focus::focus_added;
use insight::{is_overdue, timetable_span};
use strategy::*;

/// The DOM id of an item.
fn item_id(id: Id<TimetableItem>) -> String {
    format!("item-{id}")
}

/// Moves an item by the keys for it, and says where it is then.
fn move_by_keys(store: Store, id: Id<TimetableItem>, event: &KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowUp" => -1,
        "ArrowDown" => 1,
        _ => return,
    };
    if !event.alt_key() || is_composing(event) {
        return;
    }
    event.prevent_default();
    let done = match event.shift_key() {
        true => store.edit(|s| edit::lengthen_item(s, id, by)),
        false => store.edit(|s| edit::move_item(s, id, by)),
    };
    if done {
        focus_added(item_id(id));
        say_when(store, id);
    }
}

/// An item in its cell: a button that opens it, can be dragged, and moves by Alt and the arrows.
#[component]
pub fn Item(
    id: Id<TimetableItem>,
    /// The 旬 of the first row of its cell, as an index.
    row: i32,
    editing: RwSignal<Option<Id<TimetableItem>>>,
) -> impl IntoView {
    let store = Store::here();
    let (dragging, shown) = (Dragging::here(), OwnerShown::here());
    let today = Date(Workspace::here().today()).jun();
    let locked = read_only();
    move || {
        let item = store.get(id).filter(|item| shown.holds(item))?;
        let stage = store.get(item.lane).is_some_and(|n| n.stages);
        let overdue = today.is_some_and(|today| is_overdue(&item, today));
        Some(view! {
            <button
                type="button"
                id=item_id(id)
                class="timetable-item"
                draggable=(!locked.get()).to_string()
                on:dragstart=move |event| dragging.start(&event, id, row)
                on:dragend=move |_| dragging.stop()
                on:keydown=move |event| move_by_keys(store, id, &event)
                class:stage=stage
                class:done=item.done
                on:click=move |_| editing.set(Some(id))
            >
                <b>{named(&item.title).to_owned()}</b>
                {overdue.then(|| view! { <span class="chip bad">{words::overdue()}</span> })}
                {item.done.then(|| view! { <span class="chip">{words::done()}</span> })}
                {words::owner_of(&item.owner).map(|owner| view! { <span class="point">{owner}</span> })}
                {item.points.iter().map(|p| view! { <span class="point">{p.clone()}</span> }).collect_view()}
                {words::handouts_of(&item.handouts).map(|papers| view! { <span class="papers">{papers}</span> })}
            </button>
        })
    }
}

/// One item, in a dialog.
#[component]
pub fn ItemDialog(editing: RwSignal<Option<Id<TimetableItem>>>) -> impl IntoView {
    let open = open_while(editing);
    view! {
        <Dialog open title=words::item().to_owned()>
            {move || editing.get().map(|id| view! { <ItemForm id open /> })}
        </Dialog>
    }
}

#[component]
fn ItemForm(id: Id<TimetableItem>, open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let points = Signal::derive(move || {
        store
            .get(id)
            .map(|j| j.points.join("\n"))
            .unwrap_or_default()
    });
    let owner = text_of(store, id, TimetableItem::owner);
    let bodies = Signal::derive(move || {
        let mut options = vec![(String::new(), words::no_body().to_owned())];
        for body in store.list::<Body>(About::ID) {
            options.extend(store.get(body).map(|b| (body.to_string(), b.title.clone())));
        }
        options
    });
    let when = move |read: fn(&TimetableItem) -> Jun| {
        Signal::derive(move || store.get(id).map_or(0, |j| read(&j).index()))
    };
    let today = Date(Workspace::here().today()).jun().map(Jun::index);
    let range = Signal::derive(move || {
        let (first, last) = store.with(timetable_span).unwrap_or((0, 0));
        let (before, after) = CHOICES;
        let (first, last) = (
            first.min(today.unwrap_or(first)),
            last.max(today.unwrap_or(last)),
        );
        (first - before, last + after)
    });
    let set_when = move |write: fn(&mut TimetableItem, Jun)| {
        Callback::new(move |index| {
            store.edit(|s| {
                edit::set(s, id, edit::Field::When, |j| {
                    write(j, Jun::from_index(index))
                })
            });
        })
    };
    view! {
        <div class="form">
            <div class="labelled whole">
                <span class="label">{words::item_title()}</span>
                <TextOf of=id field=TimetableItem::title class="boxed" label=words::item_title().to_owned() placeholder=words::item_hint() on_enter=Callback::new(move |()| open.set(false)) />
            </div>
            <div class="labelled">
                <span class="label">{words::from()}</span>
                <JunChoice label=Signal::derive(|| words::from().to_owned()) value=when(|j| j.from) range on_change=set_when(|j, jun| {
                    j.from = jun;
                    j.to = j.to.max(jun);
                }) />
            </div>
            <div class="labelled">
                <span class="label">{words::to()}</span>
                <JunChoice label=Signal::derive(|| words::to().to_owned()) value=when(|j| j.to) range on_change=set_when(|j, jun| {
                    j.to = jun;
                    j.from = j.from.min(jun);
                }) />
            </div>
            <div class="labelled">
                <span class="label">{words::body()}</span>
                <Choice
                    label=words::body().to_owned()
                    value=Signal::derive(move || store.get(id).and_then(|j| j.body).map(|b| b.to_string()).unwrap_or_default())
                    options=bodies
                    on_change=Callback::new(move |key: String| {
                        store.edit(|s| edit::set(s, id, edit::Field::Body, |j| j.body = key.parse().ok()));
                    })
                />
            </div>
            <div class="labelled">
                <span class="label">{words::owner()}</span>
                <ComboBox
                    label=words::owner().to_owned()
                    value=owner
                    list=OWNERS
                    class="boxed"
                    placeholder=words::owner_hint()
                    locked=read_only()
                    on_change=Callback::new(move |text: String| {
                        store.edit(|s| edit::set(s, id, edit::Field::Owner, |j| j.owner = text));
                    })
                />
                <OwnerChoices />
            </div>
            <div class="labelled whole">
                <span class="label">{words::points()}</span>
                <Field class="boxed" lines=true label=words::points().to_owned() value=points on_input=Callback::new(move |text: String| {
                    store.edit(|s| edit::set(s, id, edit::Field::Points, |j| {
                        j.points = text.split('\n').map(str::to_owned).collect();
                        if j.points.iter().all(String::is_empty) {
                            j.points.clear();
                        }
                    }));
                }) />
            </div>
            <Handouts item=id />
            <Tick
                class="row whole"
                on=Signal::derive(move || store.get(id).is_some_and(|j| j.done))
                disabled=read_only()
                set=move |done| {
                    store.edit(|s| edit::set(s, id, edit::Field::Done, |j| j.done = done));
                }
            >
                {words::done()}
            </Tick>
            <StageVersion id open />
            <ShiftFrom id open />
            <div class="whole row">
                <button
                    type="button"
                    class="btn bad small"
                    on:click=move |_| {
                        open.set(false);
                        store.edit(|s| edit::remove(s, id));
                    }
                >
                    {words::remove_label()}
                </button>
            </div>
        </div>
    }
}

/// After a stage is done: the offer to keep the plan as a version of its name.
#[component]
fn StageVersion(id: Id<TimetableItem>, open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let workspace = Workspace::here();
    move || {
        let item = store.get(id)?;
        let stage = store.get(item.lane).is_some_and(|lane| lane.stages);
        let title = item.title.trim().to_owned();
        (stage && item.done && !title.is_empty() && !read_only().get()).then(|| {
            let name = title.clone();
            let keep = move |_| {
                workspace.save_version(name.chars().take(60).collect());
                open.set(false);
            };
            view! {
                <div class="whole stage-version" role="status">
                    <p>{words::stage_done(&title)}</p>
                    <button type="button" class="btn small" on:click=keep>
                        {words::keep_version(&title)}
                    </button>
                </div>
            }
        })
    }
}
