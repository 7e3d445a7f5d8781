//! 支援の取り込み: the support that another strategy's file lists, chosen one by one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::parts::{Dialog, FileButton, Tick, open_while, read_only};
use crate::store::Store;
use crate::trouble::trouble_text;
use crate::workspace::{fresh_id, read_file};
use ::words::{Word, chapters as words, model};
use edit::{Offer, OfferState};
use format::OpenedAs;
use keep::read_bytes;

/// Result of reading a file: the town, and each support with its choice.
type ReadSupports = (String, Vec<(Offer, RwSignal<bool>)>);

/// The way to choose a file, and the window with what it holds.
#[component]
pub fn SupportsFromFile() -> impl IntoView {
    let store = Store::here();
    let read = RwSignal::new(None::<ReadSupports>);
    let failed = RwSignal::new(None::<String>);
    let open = open_while(read);
    let choose = move |chosen: Vec<File>| {
        failed.set(None);
        if let Some(file) = chosen.into_iter().next() {
            spawn_local(async move {
                // The page may have been left.
                match offers(store, &file).await {
                    Ok((_, offers)) if offers.is_empty() => {
                        failed.try_set(Some(words::no_supports_in(file.name())));
                    }
                    Ok(found) => {
                        read.try_set(Some(found));
                    }
                    Err(sentence) => {
                        failed.try_set(Some(sentence));
                    }
                }
            });
        }
    };
    view! {
        <FileButton class="small" label=words::take_supports() accept=OpenedAs::Beside.accept() disabled=read_only() take=choose />
        <div role="alert">{move || failed.get().map(|why| view! { <p class="empty bad">{why}</p> })}</div>
        <Dialog open title=words::take_supports_title().to_owned() class="wide">
            {move || read.get().map(|read| view! { <Form read open /> })}
        </Dialog>
    }
}

async fn offers(store: Store, file: &web_sys::File) -> Result<ReadSupports, String> {
    let bytes = read_bytes(file).await;
    let bytes =
        bytes.map_err(|trouble| words::file_trouble(file.name(), trouble_text(&trouble)))?;
    let other = read_file(&file.name(), &bytes).await?;
    let offers = store.with(|s| edit::offered_supports(s, &other));
    let choices = offers.into_iter().map(|offer| {
        let is_new = offer.state == OfferState::New;
        (offer, RwSignal::new(is_new))
    });
    let about = other.about();
    Ok((
        words::whose(&about.town.name, &about.title),
        choices.collect(),
    ))
}

#[component]
fn Form(read: ReadSupports, open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let (whose, offers) = read;
    let rows = offers
        .iter()
        .cloned()
        .map(|(offer, taken)| row(offer, taken))
        .collect_view();
    let offers = StoredValue::new(offers);
    let chosen = move || {
        offers.with_value(|offers| {
            let taken = offers.iter().filter(|(_, taken)| taken.get());
            taken.map(|(offer, _)| offer.clone()).collect::<Vec<_>>()
        })
    };
    let apply = move |_| {
        let chosen = untrack(chosen);
        if store.edit(|s| edit::take_supports(s, &chosen, fresh_id)) {
            store.tell_done(words::supports_taken(chosen.len()));
            open.set(false);
        }
    };
    let count = move || chosen().len();
    view! {
        <p>{whose}</p>
        <p class="sub">{words::take_supports_note()}</p>
        <ul class="plain-list offers">{rows}</ul>
        <button type="button" class="btn main" disabled=move || count() == 0 on:click=apply>
            {move || words::take_count(count())}
        </button>
    }
}

fn row(offer: Offer, taken: RwSignal<bool>) -> AnyView {
    let is_here = offer.state == OfferState::Same;
    let state = match offer.state {
        OfferState::New => None,
        OfferState::Same => Some(words::support_here()),
        OfferState::Changed(_) => Some(words::support_changed()),
    };
    let support = offer.support;
    view! {
        <li>
            <Tick class="row nowrap top" on=taken disabled=is_here set=move |on| taken.set(on)>
                <span class="grow">
                    <b>{model::named(&support.title).to_owned()}</b>
                    " "
                    <span class="chip">{support.kind.word()}</span>
                    {state.map(|state| view! { " " <span class="chip blue">{state}</span> })}
                    <span class="sub">{support.text}</span>
                </span>
            </Tick>
        </li>
    }
    .into_any()
}
