//! This file, if it is a part that was handed out: the content to edit in it, and the return.

use leptos::prelude::*;

use super::part_progress::items;
use crate::pages::route_to;
use crate::parts::read_only;
use crate::route::Route;
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::{hands as words, model, time};
use strategy::record::called;
use strategy::*;

/// The card.
#[component]
pub fn OwnPart(part: HandedPart) -> impl IntoView {
    let (store, workspace) = (Store::here(), Workspace::here());
    let until = part
        .until
        .as_ref()
        .map(|day| words::part_until(time::day(day)));
    let ids: Vec<AnyId> = part
        .records
        .iter()
        .filter_map(|id| AnyId::read(id))
        .collect();
    let items = items();
    let state = move |id: AnyId| {
        let done = items.with(|all| all.iter().find(|one| one.record == id).map(|one| one.done));
        done.map(|done| match done {
            true => view! { <span class="chip blue">{words::part_filled()}</span> },
            false => view! { <span class="chip">{words::part_blank()}</span> },
        })
    };
    let given = move || {
        let link = |id: &AnyId| store.follow(|s| Some((route_to(s, *id), called(id.find(s)?))));
        let all = ids.iter().filter_map(|id| Some((*id, link(id)?)));
        let row = |(id, (route, name)): (AnyId, (Route, String))| {
            let name = model::named(&name).to_owned();
            view! {
                <li>
                    <span class="sub">{model::kind(id.kind)}</span>
                    " "
                    <a href=route.to_string()>{name}</a>
                    " "
                    {move || state(id)}
                </li>
            }
        };
        all.map(row).collect_view()
    };
    view! {
        <section class="card" aria-labelledby="own-part">
            <h2 id="own-part">{words::part_records()}</h2>
            <p>{until} " " {words::part_work(words::work_of(&part))} " " {words::part_years(words::years_of(&part))}</p>
            <ul class="plain-list hands-given">{given}</ul>
            <div class="row">
                <button type="button" class="btn main large" disabled=read_only() on:click=move |_| workspace.export()>
                    {words::part_save()}
                </button>
            </div>
        </section>
    }
}
