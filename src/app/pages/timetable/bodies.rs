//! The bodies that take part in the drafting.

use leptos::prelude::*;

use super::super::row::{self, title_id};
use crate::parts::{Each, Icon, IconButton, IconName, TextOf, text_of};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::{model::named, timetable as words};
use browser::focus::focus_added;
use strategy::*;

use super::members::{MemberRoles, Members};

/// The DOM id of the button that adds a body.
const ADD_BODY: &str = "add-body";

/// The bodies that take part.
#[component]
pub fn Bodies() -> impl IntoView {
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
            <MemberRoles />
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
                <Members body=id title />
            </span>
            <IconButton
                icon=IconName::Trash
                label=Signal::derive(move || words::remove(named(&title.get())))
                on_press=move |()| row::remove(store, id, ADD_BODY)
            />
        </li>
    }
}
