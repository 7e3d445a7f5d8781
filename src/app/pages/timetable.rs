//! 日程: who meets when, by 旬 and lane, and through which stages the draft goes.

use leptos::prelude::*;

use super::row::{self, title_id};
use crate::app::parts::{Choice, Dialog, Each, Field, Icon, IconName, TextOf, read_only, text_of};
use crate::app::store::Store;
use crate::app::workspace::{Workspace, fresh_id};
use crate::browser::focus::focus_added;
use crate::edit;
use crate::insight::next_item;
use crate::strategy::*;
use crate::words::{model::named, timetable as words};

/// The DOM id of the button that adds a lane.
const ADD_LANE: &str = "add-lane";
/// The DOM id of the button that adds a body.
const ADD_BODY: &str = "add-body";

/// The 旬 from the first to the last item, as indices.
fn span(s: &Strategy) -> Option<(i32, i32)> {
    let first = s.timetable.iter().map(|j| j.from.index()).min()?;
    let last = s.timetable.iter().map(|j| j.to.index()).max()?;
    Some((
        first.div_euclid(3) * 3,
        (last.div_euclid(3) * 3 + 2).min(first + 36 * 6),
    ))
}

/// The page.
#[component]
pub fn TimetablePage() -> impl IntoView {
    let store = Store::here();
    let editing = RwSignal::new(None::<Id<TimetableItem>>);
    let range = Memo::new(move |_| store.follow(span));
    let today = Date(Workspace::here().today()).jun();
    let next = Memo::new(move |_| store.follow(|s| next_item(s, today?)));
    let lanes = move || store.list::<Lane>(About::ID);
    view! {
        <div class="page-head">
            <h1 tabindex="-1">
                {move || match next.get() {
                    Some(ahead) => words::next(&ahead),
                    None if range.get().is_some() => words::nothing_next().to_owned(),
                    None => words::title().to_owned(),
                }}
            </h1>
            <button type="button" id=ADD_LANE class="btn" on:click=move |_| add_lane(store)>
                <Icon name=IconName::Plus />
                {words::add_lane()}
            </button>
        </div>
        <Show when=move || lanes().is_empty()>
            <p class="empty">{words::none()}</p>
        </Show>
        <Show when=move || !lanes().is_empty()>
            <div class="table-scroll timetable" tabindex="0" role="region" aria-label=words::title()>
                <table>
                    <caption class="visually-hidden">{words::caption()}</caption>
                    <thead>
                        <tr>
                            <th scope="col" colspan="2">{words::when()}</th>
                            <Each of=lanes let:id>
                                <LaneHead id editing />
                            </Each>
                        </tr>
                    </thead>
                    <tbody>
                        {move || {
                            range.get().map(|(first, last)| {
                                (first..=last)
                                    .map(|index| view! { <JunRow index lanes=lanes() first last today editing /> })
                                    .collect_view()
                            })
                        }}
                    </tbody>
                </table>
            </div>
        </Show>
        <Bodies />
        <ItemDialog editing />
    }
    .into_any()
}

/// A new lane at the end, with the keyboard in its name.
fn add_lane(store: Store) {
    let id = Id::new(fresh_id());
    let lane = Lane {
        id,
        ..Default::default()
    };
    if store.edit(|s| edit::add(s, lane, usize::MAX)) {
        focus_added(title_id(id));
    }
}

#[component]
fn LaneHead(id: Id<Lane>, editing: RwSignal<Option<Id<TimetableItem>>>) -> impl IntoView {
    let store = Store::here();
    let title = text_of(store, id, Lane::title);
    let add = move |_| {
        let item = Id::new(fresh_id());
        let start = store.with(|s| {
            let last = s.timetable.under(id).last().map(|j| j.to.index() + 1);
            let year = s.about().period.first.0 - 1;
            Jun::from_index(
                last.or_else(|| span(s).map(|(first, _)| first))
                    .unwrap_or((year * 12 + 3) * 3),
            )
        });
        let record = TimetableItem {
            id: item,
            lane: id,
            from: start,
            to: start,
            ..Default::default()
        };
        if store.edit(|s| edit::add(s, record, usize::MAX)) {
            editing.set(Some(item));
        }
    };
    view! {
        <th scope="col">
            // A field is not printed again at the head of a next page; a text is.
            <span class="print-only" aria-hidden="true">{title}</span>
            <span class="row nowrap">
                <span class="grow">
                    <TextOf
                        of=id
                        field=Lane::title
                        id=title_id(id)
                        class="strong"
                        label=words::lane().to_owned()
                        placeholder=words::lane()
                    />
                </span>
                <button type="button" class="btn plain small" aria-label=move || words::add_to(named(&title.get())) on:click=add>
                    <Icon name=IconName::Plus />
                </button>
                <button
                    type="button"
                    class="btn plain small"
                    aria-label=move || words::remove(named(&title.get()))
                    on:click=move |_| row::remove(store, id, ADD_LANE)
                >
                    <Icon name=IconName::Trash />
                </button>
            </span>
        </th>
    }
    .into_any()
}

/// One 旬: a cell where an item begins (as tall as it lasts), an empty one where nothing is.
#[component]
fn JunRow(
    index: i32,
    lanes: Vec<Id<Lane>>,
    first: i32,
    last: i32,
    today: Option<Jun>,
    editing: RwSignal<Option<Id<TimetableItem>>>,
) -> impl IntoView {
    let jun = Jun::from_index(index);
    let is_today = today.is_some_and(|today| today.index() == index);
    let month = (jun.third == Third::Early || index == first).then(|| {
        view! { <th scope="rowgroup" rowspan="3" class="month">{words::month(jun)}</th> }
    });
    let cells = lanes
        .into_iter()
        .map(|lane| {
            view! {
                <Cell lane index last editing />
            }
        })
        .collect_view();
    view! {
        <tr class:month-start=jun.third == Third::Early class:today=is_today>
            {month}
            <th scope="row" class="third">
                {jun.third.word()}
                {is_today.then(|| view! { <b class="today-mark">{words::today()}</b> })}
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

#[component]
fn Cell(
    lane: Id<Lane>,
    index: i32,
    last: i32,
    editing: RwSignal<Option<Id<TimetableItem>>>,
) -> impl IntoView {
    let store = Store::here();
    // The items of a lane grouped into blocks of overlapping 旬: the block starting here, or whether one runs through.
    let block = Memo::new(move |_| {
        store.follow(|s| {
            let mut items = s.timetable.under(lane);
            sort::by_key(&mut items, |item| (item.from.index(), &item.order));
            let mut blocks: Vec<(i32, i32, Vec<Id<TimetableItem>>)> = Vec::new();
            for item in items {
                let (from, to) = (
                    item.from.index(),
                    item.to.index().max(item.from.index()).min(last),
                );
                match blocks.last_mut() {
                    Some((_, end, ids)) if from <= *end => {
                        *end = (*end).max(to);
                        ids.push(item.id);
                    }
                    _ => blocks.push((from, to, vec![item.id])),
                }
            }
            blocks
                .into_iter()
                .find(|(from, to, _)| *from <= index && index <= *to)
        })
    });
    move || match block.get() {
        None => view! { <td></td> }.into_any(),
        Some((from, _, _)) if from < index => ().into_any(),
        Some((from, to, ids)) => view! {
            <td rowspan=(to - from + 1).to_string() class="has-items">
                {ids.into_iter().map(|id| view! { <Item id editing /> }).collect_view()}
            </td>
        }
        .into_any(),
    }
}

#[component]
fn Item(id: Id<TimetableItem>, editing: RwSignal<Option<Id<TimetableItem>>>) -> impl IntoView {
    let store = Store::here();
    move || {
        let item = store.get(id)?;
        let stage = store.get(item.lane).is_some_and(|n| n.stages);
        Some(view! {
            <button
                type="button"
                class="timetable-item"
                class:stage=stage
                class:done=item.done
                on:click=move |_| editing.set(Some(id))
            >
                <b>{named(&item.title).to_owned()}</b>
                {item.done.then(|| view! { <span class="chip">{words::done()}</span> })}
                {item.points.iter().map(|p| view! { <span class="point">{p.clone()}</span> }).collect_view()}
            </button>
        })
    }
}

/// One item, in a dialog.
#[component]
fn ItemDialog(editing: RwSignal<Option<Id<TimetableItem>>>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(editing.get().is_some()));
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            editing.set(None);
        }
        now
    });
    view! {
        <Dialog open title=words::item().to_owned()>
            {move || editing.get().map(|id| view! { <ItemForm id open /> })}
        </Dialog>
    }
    .into_any()
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
    let bodies = Signal::derive(move || {
        let mut options = vec![(String::new(), words::no_body().to_owned())];
        for body in store.list::<Body>(About::ID) {
            options.extend(store.get(body).map(|b| (body.to_string(), b.title.clone())));
        }
        options
    });
    let when = move |read: fn(&TimetableItem) -> Jun| {
        Signal::derive(move || {
            store
                .get(id)
                .map(|j| read(&j).index().to_string())
                .unwrap_or_default()
        })
    };
    let choices = Signal::derive(move || {
        let (first, last) = store.with(span).unwrap_or((0, 0));
        (first - 18..=last + 18)
            .map(|i| (i.to_string(), Jun::from_index(i).to_string()))
            .collect::<Vec<_>>()
    });
    let set_when = move |write: fn(&mut TimetableItem, Jun)| {
        Callback::new(move |key: String| {
            if let Ok(index) = key.parse() {
                store.edit(|s| {
                    edit::set(s, id, edit::Field::When, |j| {
                        write(j, Jun::from_index(index))
                    })
                });
            }
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
                <Choice label=words::from().to_owned() value=when(|j| j.from) options=choices on_change=set_when(|j, jun| {
                    j.from = jun;
                    j.to = j.to.max(jun);
                }) />
            </div>
            <div class="labelled">
                <span class="label">{words::to()}</span>
                <Choice label=words::to().to_owned() value=when(|j| j.to) options=choices on_change=set_when(|j, jun| {
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
            <label class="row whole">
                <input
                    type="checkbox"
                    disabled=read_only()
                    prop:checked=move || store.get(id).is_some_and(|j| j.done)
                    on:change=move |event| {
                        let done = event_target_checked(&event);
                        store.edit(|s| edit::set(s, id, edit::Field::Done, |j| j.done = done));
                    }
                />
                {words::done()}
            </label>
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
    .into_any()
}

/// The bodies that take part.
#[component]
fn Bodies() -> impl IntoView {
    let store = Store::here();
    let add = move |_| {
        let id = Id::new(fresh_id());
        let body = Body {
            id,
            ..Default::default()
        };
        if store.edit(|s| edit::add(s, body, usize::MAX)) {
            focus_added(title_id(id));
        }
    };
    view! {
        <section class="card bodies" aria-labelledby="bodies">
            <h2 id="bodies">{words::bodies()}</h2>
            <ul class="plain-list">
                <Each of={move || store.list::<Body>(About::ID)} let:id>
                    <BodyRow id />
                </Each>
            </ul>
            <button type="button" id=ADD_BODY class="btn plain small" on:click=add>
                <Icon name=IconName::Plus />
                {words::add_body()}
            </button>
        </section>
    }
    .into_any()
}

#[component]
fn BodyRow(id: Id<Body>) -> impl IntoView {
    let store = Store::here();
    let title = text_of(store, id, Body::title);
    view! {
        <li class="row top nowrap">
            <span class="grow">
                <TextOf of=id field=Body::title id=title_id(id) class="strong" label=words::body().to_owned() placeholder=words::body() />
                <TextOf of=id field=Body::role label=words::role().to_owned() placeholder=words::role() />
            </span>
            <button
                type="button"
                class="btn plain small"
                aria-label=move || words::remove(named(&title.get()))
                on:click=move |_| row::remove(store, id, ADD_BODY)
            >
                <Icon name=IconName::Trash />
            </button>
        </li>
    }
    .into_any()
}
