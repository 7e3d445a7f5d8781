//! 根拠: the laws, plans and documents the strategy rests on, each listed once.

use leptos::prelude::*;

use super::super::cited;
use super::super::record_route::route_to;
use super::super::row::{self, title_id};
use crate::parts::{
    Each, Icon, IconName, MenuItem, OneOf, RowMenu, TextOf, read_only, text_of, when_left,
};
use crate::store::Store;
use crate::workspace::{Workspace, fresh_id};
use ::words::{ground as words, model::named};
use browser::focus::focus_added;
use insight::Numbers;
use strategy::*;

/// The DOM id of the button that adds a ground.
const ADD: &str = "add-ground";

/// The list, and the way to add to it.
#[component]
pub fn Grounds() -> impl IntoView {
    let store = Store::here();
    let grounds = move || store.list::<Ground>(About::ID);
    let add = move |_| {
        let id = Id::new(fresh_id());
        if store.edit(|s| edit::add(s, edit::empty_ground(id), usize::MAX)) {
            focus_added(title_id(id));
        }
    };
    view! {
        <section aria-labelledby="grounds">
            <h2 id="grounds" class="section-title">{words::grounds()}</h2>
            <p class="sub">{words::note()}</p>
            <ul class="plain-list ground-list">
                <Each of=grounds let:id>
                    <GroundRow id />
                </Each>
            </ul>
            <button type="button" id=ADD class="btn small" on:click=add>
                <Icon name=IconName::Plus />
                {words::add()}
            </button>
        </section>
    }
}

/// One ground; left with nothing in it, it is gone.
#[component]
fn GroundRow(id: Id<Ground>) -> impl IntoView {
    let store = Store::here();
    let title = text_of(store, id, Ground::title);
    view! {
        <li class="card ground" on:focusout=move |event| when_left(&event, move |_| { store.drop_blank(id); })>
            <div class="row nowrap top">
                <OneOf of=id field=Ground::kind label=words::kind().to_owned() />
                <span class="grow">
                    <TextOf of=id field=Ground::title id=title_id(id) class="strong" label=words::title().to_owned() placeholder=words::title_hint() />
                </span>
                <RowMenu
                    label=Signal::derive(move || words::acts_on(named(&title.get())))
                    items=Callback::new(move |()| vec![
                        MenuItem::act(words::up(), move || row::shift(store, id, -1)),
                        MenuItem::act(words::down(), move || row::shift(store, id, 1)),
                        MenuItem::act(words::remove(), move || row::remove(store, id, ADD)),
                    ])
                />
            </div>
            <div class="ground-facts">
                <TextOf of=id field=Ground::issuer label=words::issuer().to_owned() placeholder=words::issuer() />
                <TextOf of=id field=Ground::passage label=words::passage().to_owned() placeholder=words::passage() />
                <TextOf of=id field=Ground::address label=words::address().to_owned() placeholder=words::address_hint() />
                <Seen id />
            </div>
            <CitedBy id />
        </li>
    }
}

/// The way to its address, and on which day it was seen there.
#[component]
fn Seen(id: Id<Ground>) -> impl IntoView {
    let store = Store::here();
    let ground = move || store.get(id);
    let write = move |day: String| {
        let seen = (!day.is_empty()).then_some(Date(day));
        store.edit(|s| edit::set(s, id, edit::Field::of("seen", None), |one| one.seen = seen));
    };
    let is_link = Memo::new(move |_| ground().is_some_and(|one| one.link().is_some()));
    view! {
        <div class="row">
            <label class="row nowrap">
                <span class="sub">{words::seen()}</span>
                <input
                    type="date"
                    class="input small"
                    disabled=read_only()
                    prop:value=move || ground().and_then(|one| one.seen.clone()).unwrap_or_default().0
                    on:change=move |event| write(event_target_value(&event))
                />
            </label>
            <button type="button" class="btn small quiet" disabled=read_only() on:click=move |_| write(Workspace::here().today())>
                {words::seen_today()}
            </button>
            <Show when=move || is_link.get()>
                <span class="ground-link">{move || ground().map(|one| cited::name(&one))}</span>
            </Show>
        </div>
    }
}

/// Records that cite it, each a link to its page.
#[component]
fn CitedBy(id: Id<Ground>) -> impl IntoView {
    let store = Store::here();
    let citing = Memo::new(move |_| {
        store.follow(|s| {
            let numbers = Numbers::of(s);
            let link = |one: AnyId| {
                let name = words::citing(s, &numbers, one)?;
                Some((route_to(s, one).to_string(), name))
            };
            s.citing(id)
                .into_iter()
                .filter_map(link)
                .collect::<Vec<_>>()
        })
    });
    let links = move || {
        let link = |(href, name): (String, String)| view! { <li><a href=href>{name}</a></li> };
        citing.get().into_iter().map(link).collect_view()
    };
    view! {
        <Show when=move || !citing.with(Vec::is_empty) fallback=|| view! { <p class="hint">{words::uncited()}</p> }>
            <div class="row cited-by">
                <span class="sub">{words::cited_by()}</span>
                <ul class="row">{links}</ul>
            </div>
        </Show>
    }
}
