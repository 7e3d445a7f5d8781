//! The strategies on this device.

use leptos::prelude::*;

use crate::lazy::{Chunk, Chunks};
use crate::route::{Page, Route};
use crate::workspace::{DocumentCommand, Workspace};
use ::words::{Word, home as words, marks, model, time};
use keep::Listing;

/// Every strategy not deleted, the one changed last first.
#[component]
pub fn Cards() -> impl IntoView {
    let workspace = Workspace::here();
    let all = Memo::new(move |_| {
        workspace.cards().with(|cards| {
            cards
                .iter()
                .filter(|c| c.trashed.is_none())
                .cloned()
                .collect::<Vec<Listing>>()
        })
    });
    view! {
        <Show when=move || all.with(Vec::is_empty)>
            <p class="sub">{words::none_yet()}</p>
            {move || {
                let apart = workspace.is_ready() && workspace.is_apart();
                apart.then(|| Chunks::here().show(Chunk::Elsewhere, Route::Home))
            }}
        </Show>
        <ul class="cards">
            <For each=move || all.get() key=|card| (card.doc, card.changed.local.clone(), card.title.clone()) let:card>
                <li class="card plan-card"><CardBody card /></li>
            </For>
        </ul>
    }
}

#[component]
fn CardBody(card: Listing) -> impl IntoView {
    let workspace = Workspace::here();
    let id = card.doc;
    let open = Route::Open {
        doc: id,
        page: Page::Overview,
    }
    .to_string();
    let publication = Route::Open {
        doc: id,
        page: Page::Publication,
    };
    let name = card.title.clone();
    let label_of = move |act: &str| marks::act_on(act, &name);
    view! {
        <p class="sub">{words::town_and_period(&card.town.name, model::period(card.period))}</p>
        <h3><a href=open>{model::named(&card.title).to_owned()}</a></h3>
        <p class="row">
            <span class="chip blue">{card.stage.word()}</span>
            <span class="chip">{words::goals(card.counts.goals)}</span>
            {(card.counts.indicators > 0).then(|| view! { <span class="chip">{words::indicators(card.counts.indicators)}</span> })}
            {(card.counts.initiatives > 0).then(|| view! { <span class="chip">{words::initiatives(card.counts.initiatives)}</span> })}
        </p>
        <p class="sub">
            {words::changed(time::moment(&card.changed.local, &workspace.today()))}
        </p>
        <div class="row acts">
            <button type="button" class="btn plain small" aria-label=label_of(words::export()) on:click=move |_| workspace.send(DocumentCommand::Export(id))>
                {words::export()}
            </button>
            <button type="button" class="btn plain small" aria-label=label_of(words::one_file()) on:click=move |_| publication.go()>
                {words::one_file()}
            </button>
            <button type="button" class="btn plain small" aria-label=label_of(words::duplicate()) on:click=move |_| workspace.send(DocumentCommand::Duplicate(id))>
                {words::duplicate()}
            </button>
            <button type="button" class="btn plain small" aria-label=label_of(words::next_period()) on:click=move |_| workspace.send(DocumentCommand::NextPeriod(id))>
                {words::next_period()}
            </button>
            <button type="button" class="btn plain small" aria-label=label_of(words::delete()) on:click=move |_| workspace.send(DocumentCommand::Trash(id))>
                {words::delete()}
            </button>
        </div>
    }
}

/// Strategies deleted, to be had back.
#[component]
pub fn Trash() -> impl IntoView {
    let workspace = Workspace::here();
    let trashed = move || {
        workspace.cards().with(|cards| {
            cards
                .iter()
                .filter(|c| c.trashed.is_some())
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    view! {
        <Show when=move || !trashed().is_empty()>
            <section aria-labelledby="trash">
                <h2 id="trash">{words::trash()}</h2>
                <ul class="plain-list">
                    {move || {
                        trashed()
                            .into_iter()
                            .map(|card| {
                                let id = card.doc;
                                let named = |act: &str| marks::act_on(act, &card.title);
                                view! {
                                    <li class="row">
                                        <span class="grow">{card.town.name.clone()} " " {card.title.clone()}</span>
                                        <button type="button" class="btn small" aria-label=named(words::restore()) on:click=move |_| workspace.send(DocumentCommand::Restore(id))>
                                            {words::restore()}
                                        </button>
                                        <button type="button" class="btn small quiet" aria-label=named(words::purge()) on:click=move |_| workspace.send(DocumentCommand::Purge(id))>
                                            {words::purge()}
                                        </button>
                                    </li>
                                }
                            })
                            .collect_view()
                    }}
                </ul>
            </section>
        </Show>
    }
}
