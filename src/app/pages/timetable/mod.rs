//! 日程: meetings by 旬 and lane, and the stages of the draft.

mod bodies;
mod calendar;
mod drag;
mod export;
mod handouts;
mod item;
mod jun_choice;
mod listed;
mod members;
mod owner;
mod range;
mod shape;
mod shift;

use leptos::prelude::*;

use super::row::title_id;
use crate::parts::{Each, Icon, IconName};
use crate::store::Store;
use crate::workspace::{Workspace, fresh_id};
use ::words::timetable as words;
use bodies::Bodies;
use browser::focus::focus_added;
use calendar::{JunRow, LaneHead};
use drag::Dragging;
use export::ToCalendar;
use insight::{next_item, timetable_span};
use item::ItemDialog;
use owner::{OwnerFilter, OwnerShown};
use range::ADD_LANE;
use shape::FromShape;
use strategy::*;

/// The page.
#[component]
pub fn TimetablePage() -> impl IntoView {
    let store = Store::here();
    let editing = RwSignal::new(None::<Id<TimetableItem>>);
    Dragging::set_up();
    let shown = OwnerShown::set_up();
    let range = Memo::new(move |_| store.follow(timetable_span));
    let today = Date(Workspace::here().today()).jun();
    let next = Memo::new(move |_| store.follow(|s| next_item(s, today?)));
    let is_over = Signal::derive(move || next.with(Option::is_none));
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
            <Show when=move || !lanes().is_empty()>
                <FromShape main=is_over />
            </Show>
            <OwnerFilter shown />
            <Show when=move || range.get().is_some()>
                <ToCalendar />
            </Show>
        </div>
        <Show when=move || lanes().is_empty()>
            <div class="empty">
                <p>{words::template_hint()}</p>
                <FromShape main=true />
                <p>{words::none()}</p>
            </div>
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
            <p class="sub">{words::keys()}</p>
        </Show>
        <Bodies />
        <ItemDialog editing />
    }
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
