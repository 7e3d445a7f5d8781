//! The place for files that came back; each is told.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::book;
use super::ledger::version_of;
use super::state::{Hands, ReturnedPlan};
use crate::job::JobStatus;
use crate::pages::request_answer::RequestAnswer;
use crate::parts::{FilePlace, read_only};
use crate::trouble::trouble_text;
use crate::workspace::{is_request, is_workbook, read_file};
use ::words::{chosen_file, hands as words};
use format::OpenedAs;
use jobs::Untaken;
use keep::read_bytes;
use output::hands::{Incoming, incoming};
use strategy::{AnyId, Strategy, sort};

/// The drop zone for returned files, and the result of each file.
#[component]
pub fn Drop() -> impl IntoView {
    let hands = Hands::here();
    let request = RwSignal::new_local(None::<(web_sys::File, Arc<Strategy>)>);
    let take = move |chosen: Vec<web_sys::File>| {
        if chosen.is_empty() || hands.busy.get_untracked() || read_only().get_untracked() {
            return;
        }
        hands.busy.set(true);
        hands.done.set(None);
        spawn_local(async move {
            let mut parts = Vec::new();
            for file in chosen {
                match is_request(&file).await {
                    true => {
                        let plan = Arc::new(hands.store.with(Strategy::clone));
                        request.try_set(Some((file, plan)));
                    }
                    false => parts.push(file),
                }
            }
            take_in(hands, parts).await;
            hands.busy.try_set(false);
        });
    };
    let button = move || match hands.busy.get() {
        true => words::reading(),
        false => words::choose_files(),
    };
    view! {
        <FilePlace
            id="hands-drop"
            title=words::drop_title()
            note=words::drop_note()
            button=Signal::derive(button)
            accept=OpenedAs::Part.accept()
            take=Callback::new(take)
            told=hands.said
        >
            <JobStatus job=hands.reading cancel=chosen_file::stop_reading() />
            <Show when=move || hands.brought.with(|all| !all.is_empty())>
                <button type="button" class="btn quiet" on:click=move |_| hands.clear()>
                    {words::clear()}
                </button>
            </Show>
        </FilePlace>
        {move || request.get().map(|(file, plan)| {
            let plan = Signal::derive_local(move || Some(Arc::clone(&plan)));
            let close = Callback::new(move |()| request.set(None));
            view! { <RequestAnswer file plan close /> }
        })}
    }
}

/// Reads files one after the other, and lays what is a part beside the others.
async fn take_in(hands: Hands, chosen: Vec<web_sys::File>) {
    let mut said = Vec::new();
    let mut brought = hands.brought.get_untracked();
    let begun = brought.len();
    let mut names = Vec::new();
    for file in chosen {
        let already: Vec<Incoming> = brought.iter().map(|one| one.incoming.clone()).collect();
        match read(hands, &file, &already).await {
            Ok((one, untaken)) => {
                let lines = book::told_of(&untaken).into_iter();
                said.extend(lines.map(|line| (true, words::of_file(file.name(), line))));
                let version = version_of(hands, &one.part).await;
                names.push(file.name());
                brought.push(ReturnedPlan {
                    incoming: one,
                    version,
                    untaken,
                });
            }
            Err(sentence) => said.extend(sentence.map(|sentence| (true, sentence))),
        }
    }
    // A file that came back unchanged shows the part as it was, if its version is not here.
    let untouched: Vec<Incoming> = brought
        .iter()
        .map(|one| one.incoming.clone())
        .filter(Incoming::is_untouched)
        .collect();
    for one in &mut brought {
        if one.version.is_none() {
            let same = untouched
                .iter()
                .find(|other| other.part.id == one.incoming.part.id);
            one.version = same.map(|same| same.strategy.clone());
        }
    }
    for (name, one) in names.iter().zip(&brought[begun..]) {
        let to = &one.incoming.part.to;
        said.push(match (&one.version, one.incoming.is_untouched()) {
            (_, true) if one.untaken.count() > 0 => {
                (true, words::took_unread(name, to, one.untaken.count()))
            }
            (_, true) => (false, words::took_untouched(name, to)),
            (None, _) => (true, words::no_base(name)),
            (Some(_), _) => (false, words::took(name, to)),
        });
    }
    // The page may have been left.
    hands.said.try_set(said);
    hands.brought.try_set(brought);
}

/// Returns the part that came back in a file, and the rejected edits; the error is a sentence, `None` if reading was
/// cancelled.
async fn read(
    hands: Hands,
    file: &web_sys::File,
    already: &[Incoming],
) -> Result<(Incoming, Untaken), Option<String>> {
    let name = file.name();
    let (strategy, untaken) = match is_workbook(file).await {
        true => book::read(hands, file).await?,
        false => {
            let bytes = read_bytes(file).await;
            let bytes = bytes.map_err(|trouble| words::not_read(&name, trouble_text(&trouble)))?;
            (read_file(&name, &bytes).await?, Untaken::default())
        }
    };
    let today = hands.workspace.today();
    let read = hands.store.with(|mine| incoming(mine, strategy, already));
    let mut read = read.map_err(|why| words::not_incoming(&name, &why, &today))?;
    read.offered = offered(&untaken);
    Ok((read, untaken))
}

/// The new records that are offered.
fn offered(untaken: &Untaken) -> BTreeSet<AnyId> {
    let ids = untaken.offered.iter().filter_map(|id| AnyId::read(id));
    sort::set(ids)
}
