//! 本文・支援: the narrative chapters of the strategy, and the support an initiative can draw on.

mod grounds;
mod supports;
mod supports_from_file;

use leptos::prelude::*;

use super::cited::Cited;
use super::row::{self, title_id};
use crate::parts::{Each, Icon, IconButton, IconName, OneOf, TextOf, text_of};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::{chapters as words, model::named};
use browser::focus::focus_added;
use grounds::Grounds;
use strategy::record::Lens;
use strategy::*;
use supports::Supports;

/// The DOM id of the button that adds a chapter.
const ADD: &str = "add-section";

/// The page.
#[component]
pub fn ChaptersPage() -> impl IntoView {
    let store = Store::here();
    let sections = move || store.list::<Section>(About::ID);
    let add = move |_| {
        let id = Id::new(fresh_id());
        if store.edit(|s| edit::add(s, edit::empty_section(id), usize::MAX)) {
            focus_added(title_id(id));
        }
    };
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::title()}</h1>
            <button type="button" id=ADD class="btn" on:click=add>
                <Icon name=IconName::Plus />
                {words::add()}
            </button>
        </div>
        <Show when=move || sections().is_empty()>
            <p class="empty">{words::none()}</p>
        </Show>
        <div class="chapters">
            <Each of=sections let:id>
                <Chapter id />
            </Each>
        </div>
        <Supports />
        <Grounds />
    }
}

#[component]
fn Chapter(id: Id<Section>) -> impl IntoView {
    let store = Store::here();
    let title = text_of(store, id, Section::title);
    let points = Memo::new(move |_| store.get(id).map_or(0, |t| t.points.len()));
    view! {
        <section class="card chapter">
            <div class="row">
                <OneOf of=id field=Section::kind label=words::kind().to_owned() />
                <span class="grow"></span>
                <IconButton icon=IconName::Up label=words::up() on_press=move |()| row::shift(store, id, -1) />
                <IconButton icon=IconName::Down label=words::down() on_press=move |()| row::shift(store, id, 1) />
                <IconButton
                    icon=IconName::Trash
                    label=Signal::derive(move || words::remove(named(&title.get())))
                    on_press=move |()| row::remove(store, id, ADD)
                />
            </div>
            <h2 class="field-heading row nowrap">
                <span class="number-field">
                    <TextOf of=id field=Section::number label=words::number().to_owned() placeholder=words::number() />
                </span>
                <span class="grow">
                    <TextOf
                        of=id
                        field=Section::title
                        id=title_id(id)
                        class="strong"
                        label=words::heading().to_owned()
                        placeholder=words::heading()
                    />
                </span>
            </h2>
            <TextOf of=id field=Section::text lines=true label=words::text().to_owned() placeholder=words::text_hint() />
            <Cited of=id field=Section::grounds />
            <ol class="points">
                <Each of=move || 0..points.get() let:i>
                    <PointRow section=id index=i />
                </Each>
            </ol>
            <button
                type="button"
                id=format!("add-point-{id}")
                class="btn plain small"
                on:click=move |_| {
                    let at = points.get_untracked();
                    if store.edit(|s| edit::set(s, id, edit::Field::Points, |t| t.points.push(Point::default()))) {
                        focus_added(point_id(id, at));
                    }
                }
            >
                <Icon name=IconName::Plus />
                {words::add_point()}
            </button>
        </section>
    }
}

/// The DOM id of the field with a point's name.
fn point_id(section: Id<Section>, index: usize) -> String {
    format!("point-{section}-{index}")
}

#[component]
fn PointRow(section: Id<Section>, index: usize) -> impl IntoView {
    let store = Store::here();
    let of = |field: Lens<Point, String>| Section::points.nth(index, field);
    let title = text_of(store, section, of(Point::title));
    view! {
        <li class="row top nowrap">
            <span class="number-field">
                <TextOf of=section field=of(Point::number) label=words::number().to_owned() placeholder=words::number() />
            </span>
            <span class="grow">
                <TextOf of=section field=of(Point::title) id=point_id(section, index) class="strong" label=words::point().to_owned() placeholder=words::point() />
                <TextOf of=section field=of(Point::text) lines=true label=words::text().to_owned() placeholder=words::text_hint() />
            </span>
            <IconButton
                icon=IconName::Trash
                label=Signal::derive(move || words::remove(named(&title.get())))
                on_press=move |()| {
                    let gone = store.edit(|s| {
                        edit::set(s, section, edit::Field::Points, |t| if index < t.points.len() { t.points.remove(index); })
                    });
                    if gone {
                        let left = store.with(|s| s.get(section).map_or(0, |t| t.points.len()));
                        focus_added(match left {
                            0 => format!("add-point-{section}"),
                            left => point_id(section, index.min(left - 1)),
                        });
                    }
                }
            />
        </li>
    }
}
