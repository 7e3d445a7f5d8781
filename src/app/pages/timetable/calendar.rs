//! The table of the timetable: a row a 旬, a column a lane.

use leptos::ev::DragEvent;
use leptos::prelude::*;

use super::super::row::{self, title_id};
use super::item::{Dragged, Item, say_when};
use super::range::ADD_LANE;
use super::range::span;
use crate::app::parts::{Icon, IconName, TextOf, text_of};
use crate::app::store::Store;
use crate::app::workspace::fresh_id;
use crate::edit;
use crate::strategy::*;
use crate::words::{model::named, timetable as words};

/// The head of a lane.
#[component]
pub fn LaneHead(id: Id<Lane>, editing: RwSignal<Option<Id<TimetableItem>>>) -> impl IntoView {
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
pub fn JunRow(
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
    let dragged = expect_context::<Dragged>();
    let over = RwSignal::new(false);
    let allow = move |event: DragEvent| {
        if dragged.get_untracked().is_some() {
            event.prevent_default();
            over.set(true);
        }
    };
    let drop = move |event: DragEvent| {
        over.set(false);
        let Some(id) = dragged.get_untracked() else {
            return;
        };
        event.prevent_default();
        dragged.set(None);
        if store.edit(|s| edit::put_item(s, id, lane, index)) {
            say_when(store, id);
        }
    };
    move || {
        match block.get() {
        None => view! {
            <td class:drop-over=move || over.get() on:dragover=allow on:dragleave=move |_| over.set(false) on:drop=drop></td>
        }
        .into_any(),
        Some((from, _, _)) if from < index => ().into_any(),
        Some((from, to, ids)) => view! {
            <td rowspan=(to - from + 1).to_string() class="has-items" class:drop-over=move || over.get() on:dragover=allow on:dragleave=move |_| over.set(false) on:drop=drop>
                {ids.into_iter().map(|id| view! { <Item id editing /> }).collect_view()}
            </td>
        }
        .into_any(),
    }
    }
}
