//! 委員: who belongs to a body.

use leptos::prelude::*;

use super::listed::Listed;
use crate::app::parts::{ComboBox, DataList, Each, TextOf, text_of, writing};
use crate::app::store::Store;
use crate::strategy::record::Lens;
use crate::strategy::*;
use crate::words::{model::named, timetable as words};

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
    let list = Listed::here(body, Body::members);
    let count = list.count();
    let open = RwSignal::new(false);
    let add_to = Signal::derive(move || words::add_member_to(named(&title.get())));
    view! {
        <details class="members" on:toggle=move |_| open.set(true)>
            <summary>{move || words::members_of(count.get())}</summary>
            <Show when=move || open.get()>
                <ul class="plain-list">
                    <Each of=move || 0..count.get() let:at>
                        <MemberRow list at />
                    </Each>
                </ul>
                <div class="row">{list.add_button(words::add_member(), add_to)}</div>
                <p class="sub">{words::members_inner()}</p>
            </Show>
        </details>
    }
    .into_any()
}

#[component]
fn MemberRow(list: Listed<Body, BodyMember>, at: usize) -> impl IntoView {
    let store = Store::here();
    let body = list.of;
    let of = |field: Lens<BodyMember, String>| Body::members.nth(at, field);
    let name = text_of(store, body, of(BodyMember::name));
    let label =
        move |what: &'static str| Signal::derive(move || words::of_member(&name.get(), what));
    let on_enter = Callback::new(move |()| list.add(at + 1));
    view! {
        <li class="member">
            <TextOf
                of=body
                field=of(BodyMember::name)
                id=list.row_id(at)
                class="boxed"
                label=words::member_name().to_owned()
                placeholder=words::member_name()
                on_enter
                on_key=list.on_key(at)
            />
            <ComboBox
                class="boxed"
                label=label(words::member_role())
                list=ROLES
                value=text_of(store, body, of(BodyMember::role))
                on_change=writing(store, body, of(BodyMember::role))
                placeholder=words::member_role()
                on_key=list.on_key(at)
            />
            <TextOf
                of=body
                field=of(BodyMember::organisation)
                class="boxed"
                label=label(words::member_organisation())
                placeholder=words::member_organisation()
                on_enter
                on_key=list.on_key(at)
            />
            {list.remove_button(at, name)}
        </li>
    }
    .into_any()
}
