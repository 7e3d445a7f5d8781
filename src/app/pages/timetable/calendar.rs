//! The table of the timetable: a row a 旬, a column a lane.

use leptos::ev::DragEvent;
use leptos::prelude::*;

use super::super::row::{self, title_id};
use super::drag::Dragging;
use super::item::Item;
use super::range::ADD_LANE;
use crate::parts::{IconButton, IconName, TextOf, text_of};
use crate::store::Store;
use crate::workspace::{Workspace, fresh_id};
use ::words::{Word, model::named, timetable as words};
use insight::{LaneBlock, lane_blocks, timetable_span};
use strategy::*;

/// The head of a lane.
#[component]
pub fn LaneHead(id: Id<Lane>, editing: RwSignal<Option<Id<TimetableItem>>>) -> impl IntoView {
    let store = Store::here();
    let title = text_of(store, id, Lane::title);
    let add = move |_| {
        let item = Id::new(fresh_id());
        let start = store.with(|s| {
            let last = s.timetable.under(id).last().map(|j| j.to.index() + 1);
            let first = || timetable_span(s).map(|(first, _)| first);
            let today = || Date(Workspace::here().today()).jun().map(Jun::index);
            let before_period = (s.about().period.first.0 - 1) * 36 + 9;
            let start = last.or_else(first).or_else(today);
            Jun::from_index(start.unwrap_or(before_period))
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
                <IconButton icon=IconName::Plus label=Signal::derive(move || words::add_to(named(&title.get()))) on_press=add />
                <IconButton
                    icon=IconName::Trash
                    label=Signal::derive(move || words::remove(named(&title.get())))
                    on_press=move |()| row::remove(store, id, ADD_LANE)
                />
            </span>
        </th>
    }
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
    let dragging = Dragging::here();
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
        <tr class:month-start=jun.third == Third::Early class:today=is_today class:drop-row=move || dragging.begins(index)>
            {month}
            <th scope="row" class="third">
                {jun.third.word()}
                {is_today.then(|| view! { <b class="today-mark">{words::today()}</b> })}
            </th>
            {cells}
        </tr>
    }
}

#[component]
fn Cell(
    lane: Id<Lane>,
    index: i32,
    last: i32,
    editing: RwSignal<Option<Id<TimetableItem>>>,
) -> impl IntoView {
    let store = Store::here();
    // The block that begins here, or runs through.
    let block = Memo::new(move |_| {
        let blocks = store.follow(|s| lane_blocks(s, lane, last));
        let here = |block: &LaneBlock| (block.from..=block.to).contains(&index);
        blocks.into_iter().find(here)
    });
    let dragging = Dragging::here();
    let pass = move |event: DragEvent| dragging.pass(&event, lane, index);
    let put_down = move |event: DragEvent| dragging.put_down(&event, lane, index);
    move || {
        match block.get() {
        None => view! {
            <td class:drop-over=move || dragging.goes_to(lane, index, index) on:dragover=pass on:drop=put_down></td>
        }
        .into_any(),
        Some(block) if block.from < index => ().into_any(),
        Some(LaneBlock { from, to, items }) => view! {
            <td
                rowspan=(to - from + 1).to_string()
                class="has-items"
                class:drop-over=move || dragging.goes_to(lane, from, to)
                on:dragover=pass
                on:drop=put_down
            >
                {items.into_iter().map(|id| view! { <Item id row=from editing /> }).collect_view()}
            </td>
        }
        .into_any(),
    }
    }
}
