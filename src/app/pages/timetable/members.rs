//! 委員: members of a body.

use leptos::prelude::*;

use super::listed::RecordListing;
use crate::parts::{ComboBox, DataList, text_of, writing};
use crate::store::Store;
use ::words::{model::named, timetable as words};
use strategy::*;

/// The DOM id of the words offered for what a member is.
const ROLES: &str = "member-roles";

/// The words offered for what a member is; once on the page.
#[component]
pub fn MemberRoles() -> impl IntoView {
    view! { <DataList id=ROLES words=Signal::stored(words::member_roles().map(str::to_owned).to_vec()) /> }
        .into_any()
}

/// The members of a body: how many, and open, each of them.
#[component]
pub fn Members(body: Id<Body>, title: Signal<String>) -> impl IntoView {
    let list = RecordListing::here(body, Body::members, BodyMember::name);
    let count = list.count();
    let open = RwSignal::new(false);
    let add_to = Signal::derive(move || words::add_member_to(named(&title.get())));
    view! {
        <details class="members" on:toggle=move |_| open.set(true)>
            <summary>{move || words::members_of(count.get())}</summary>
            <Show when=move || open.get()>
                {list.rows(count, |list, at| view! { <MemberRow list at /> }.into_any())}
                <div class="row">{list.add_button(words::add_member(), add_to)}</div>
                <p class="sub">{words::members_inner()}</p>
            </Show>
        </details>
    }
}

#[component]
fn MemberRow(list: RecordListing<Body, BodyMember>, at: usize) -> impl IntoView {
    let store = Store::here();
    let body = list.of;
    let role = list.list.nth(at, BodyMember::role);
    let name = text_of(store, body, list.list.nth(at, BodyMember::name));
    let label =
        move |what: &'static str| Signal::derive(move || words::of_member(&name.get(), what));
    view! {
        <li class="member">
            {list.field(at, BodyMember::name, Signal::stored(words::member_name().to_owned()), words::member_name())}
            <ComboBox
                class="boxed"
                label=label(words::member_role())
                list=ROLES
                value=text_of(store, body, role)
                on_change=writing(store, body, role)
                placeholder=words::member_role()
                on_key=list.on_key(at)
            />
            {list.field(at, BodyMember::organisation, label(words::member_organisation()), words::member_organisation())}
            {list.remove_button(at, name)}
        </li>
    }
}
