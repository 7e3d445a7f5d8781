//! はじめに of a page that carries a strategy. Opening it for the first time makes a copy for the reader; after that,
//! both can be opened.

use leptos::prelude::*;

use crate::parts::{Attempt, Failure};
use crate::route::{Page, Route};
use crate::workspace::{Workspace, read_file};
use ::words::{home, model, one_file as words, time};
use device::asset;
use device::carried::{ASSET, Carried};
use keep::Listing;

/// The strategy that the page carries, and the plans opened from it on this device.
#[component]
pub fn CarriedCard() -> impl IntoView {
    Carried::here().map(|carried| view! { <Card carried /> })
}

#[component]
fn Card(carried: Carried) -> impl IntoView {
    let workspace = Workspace::here();
    let opening = Attempt::default();
    let at = time::dated(&carried.at, "");
    let carried = StoredValue::new(carried);
    let open = move || opening.start(open_copy(workspace, carried.get_value()));
    let made = move || {
        let keeper = workspace.is_ready().then(|| workspace.keeper()).flatten();
        keeper.map(|keeper| carried.with_value(|carried| keeper.copies_of(&carried.id)))
    };
    let is_known = move || made().is_some_and(|of| !of.is_empty());
    let begun = StoredValue::new(false);
    Effect::new(move |_| {
        if !begun.get_value()
            && let Some(made) = made()
        {
            begun.set_value(true);
            if made.is_empty() {
                open();
            }
        }
    });
    let copies = move || {
        let of = made().unwrap_or_default();
        let is_one = |card: &&Listing| card.trashed.is_none() && of.contains(&card.doc);
        let cards = workspace.cards();
        cards.with(|cards| cards.iter().filter(is_one).cloned().collect::<Vec<_>>())
    };
    view! {
        <section class="card" aria-labelledby="carried">
            <h2 id="carried">{words::carried()}</h2>
            <p>{words::carried_at(&at)}</p>
            <ul class="plain-list">{move || copies().into_iter().map(|card| copy(workspace, &card)).collect_view()}</ul>
            <Show when=is_known>
                <p class="sub">{words::both_stay()}</p>
            </Show>
            <div class="row">
                <button type="button" class="btn" disabled=move || opening.is_busy() on:click=move |_| open()>
                    {move || if opening.is_busy() { words::opening() } else { words::open_carried() }}
                </button>
            </div>
            <Failure of=opening />
        </section>
    }
}

/// Returns the view of an earlier copy.
fn copy(workspace: Workspace, card: &Listing) -> AnyView {
    let (doc, page) = (card.doc, Page::Overview);
    let open = Route::Open { doc, page }.to_string();
    let changed = home::changed(time::moment(&card.changed.local, &workspace.today()));
    view! {
        <li class="row">
            <a class="btn main" href=open>{words::open_copy(model::named(&card.title))}</a>
            <span class="sub">{changed}</span>
        </li>
    }
    .into_any()
}

/// Copies the strategy of the page to this device, and opens it; the error is a sentence.
async fn open_copy(workspace: Workspace, carried: Carried) -> Result<(), String> {
    let bytes = asset::load(ASSET).await;
    let bytes = bytes.map_err(|_| words::not_read().to_owned())?;
    let strategy = read_file(words::this_file(), &bytes).await?;
    let said = words::opened(time::dated(&carried.at, ""));
    workspace.keep_copy(strategy, &carried.id, said).await;
    Ok(())
}
