//! 枠組みのファイル: a framework saved for other towns, and those of a file taken one by one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::parts::{Dialog, FileButton, open_while, read_only};
use crate::store::Store;
use crate::strategy_file::Download;
use crate::trouble::trouble_text;
use crate::workspace::{fresh_id, read_file};
use ::words::{alignment as words, chapters, one_file};
use edit::{FrameworkOffer, framework_alone, offered_frameworks, take_framework};
use format::{FileKind, OpenedAs, json};
use keep::read_bytes;
use strategy::*;

/// Saves a framework with its source as a file, and says so.
pub fn save(store: Store, id: Id<Framework>) {
    let Some(alone) = store.with(|s| framework_alone(s, id)) else {
        return;
    };
    let file = Download::of_town(
        words::framework_file(),
        &alone.about().title,
        FileKind::Plan,
    );
    match file.text(&json::write(&alone)) {
        Ok(name) => store.tell_done(one_file::saved(name)),
        Err(sentence) => store.tell_done(sentence),
    }
}

/// The button that opens a file, and the window with its frameworks.
#[component]
pub fn FrameworksFromFile() -> impl IntoView {
    let read = RwSignal::new_local(None::<Strategy>);
    let failed = RwSignal::new(None::<String>);
    let shown = RwSignal::new(None::<()>);
    let open = open_while(shown);
    let choose = move |chosen: Vec<File>| {
        failed.set(None);
        let Some(file) = chosen.into_iter().next() else {
            return;
        };
        spawn_local(async move {
            let other = opened(&file).await;
            // The page may have been left.
            match other {
                Ok(other) if other.frameworks.is_empty() => {
                    failed.try_set(Some(words::no_frameworks_in(file.name())));
                }
                Ok(other) => {
                    read.try_set(Some(other));
                    shown.try_set(Some(()));
                }
                Err(sentence) => {
                    failed.try_set(Some(sentence));
                }
            }
        });
    };
    view! {
        <FileButton class="" label=words::open_framework_file() accept=OpenedAs::Beside.accept() disabled=read_only() take=choose />
        <div role="alert">{move || failed.get().map(|why| view! { <p class="empty bad">{why}</p> })}</div>
        <Dialog open title=words::framework_file_title().to_owned() class="wide">
            <Offers read />
        </Dialog>
    }
}

async fn opened(file: &File) -> Result<Strategy, String> {
    let bytes = read_bytes(file).await;
    let bytes =
        bytes.map_err(|trouble| chapters::file_trouble(file.name(), trouble_text(&trouble)))?;
    read_file(&file.name(), &bytes).await
}

/// The frameworks of the file, with what each would add.
#[component]
fn Offers(read: RwSignal<Option<Strategy>, LocalStorage>) -> impl IntoView {
    let store = Store::here();
    let offers = move || {
        let of = |other: &Strategy| store.follow(|s| offered_frameworks(s, other));
        read.with(|other| other.as_ref().map(of))
            .unwrap_or_default()
    };
    let take = move |id: Id<Framework>, title: &str| {
        let taken = read.with_untracked(|other| {
            let other = other.as_ref()?;
            Some(store.edit(|s| take_framework(s, other, id, fresh_id)))
        });
        if taken == Some(true) {
            store.tell_done(words::framework_added(title));
        }
    };
    let row = move |offer: FrameworkOffer| {
        let (id, title) = (offer.id, offer.title.clone());
        let label = words::add_this(&offer.title);
        view! {
            <li class="published-framework">
                <span class="grow">
                    <b lang="ja">{offer.title.clone()}</b>
                    <span class="sub">{words::offered(&offer)}</span>
                    <span class="sub" lang="ja">{offer.source.clone()}</span>
                </span>
                {match offer.own.is_some() && offer.new == 0 {
                    true => view! { <span class="chip">{words::there_already()}</span> }.into_any(),
                    false => view! {
                        <button type="button" class="btn small" aria-label=label on:click=move |_| take(id, &title)>
                            {words::take()}
                        </button>
                    }
                    .into_any(),
                }}
            </li>
        }
    };
    view! {
        <p class="sub">{words::framework_file_note()}</p>
        <ul class="plain-list">{move || offers().into_iter().map(row).collect_view()}</ul>
    }
}
