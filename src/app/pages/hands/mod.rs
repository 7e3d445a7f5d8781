//! 課へ渡す, 受け取り台帳 and 合流: parts of a plan go to sections as files and come together again.

mod accept;
mod book;
mod comparing;
mod drop;
mod give;
mod give_form;
mod ledger;
mod letter;
mod lines;
mod missing;
mod one_line;
mod own_part;
mod part_file;
mod part_progress;
mod records;
mod state;
mod untaken;

use leptos::prelude::*;

use crate::store::Store;
use ::words::hands as words;
use insight::is_late;
pub use part_progress::PartProgress;
use state::Hands;
use strategy::{Date, HandedPart};

/// The page.
#[component]
pub fn HandsPage() -> impl IntoView {
    let store = Store::here();
    let hands = Hands::set_up();
    comparing::follow(hands);
    let handed = Memo::new(move |_| store.about().handed.clone());
    let any = Memo::new(move |_| !store.about().handed_out.is_empty());
    let has_files = Memo::new(move |_| hands.brought.with(|all| !all.is_empty()));
    let has_outcome = Memo::new(move |_| hands.outcome.with(Option::is_some));
    let is_new = !untrack(|| any.get());
    view! {
        <div class="page-head">
            <div class="grow">
                <h1 tabindex="-1">{move || heading(hands)}</h1>
                <p class="sub">
                    {move || match handed.with(Option::is_some) {
                        true => words::part_note(),
                        false => words::subtitle(),
                    }}
                </p>
            </div>
        </div>
        {move || handed.get().map(|part| view! { <own_part::OwnPart part /> })}
        <Show when=move || handed.with(Option::is_none)>
            <Show when=move || any.get() || has_files.get()>
                <ledger::Ledger />
            </Show>
            <drop::Drop />
            <accept::Done />
            <comparing::Comparing />
            <Show when=move || has_outcome.get()>
                <lines::Lines />
            </Show>
            <details class="card hands-give" open=is_new>
                <summary>
                    <h2>{words::give_title()}</h2>
                </summary>
                <give::Give />
            </details>
            <untaken::Untaken />
        </Show>
    }
}

/// Heading: the next thing to do.
fn heading(hands: Hands) -> String {
    let about = hands.store.about();
    if let Some(part) = &about.handed {
        return words::part_title(&part.to);
    }
    let today = Date(hands.workspace.today());
    let open = hands.undecided();
    let is_late = |part: &&HandedPart| is_late(part, &today);
    let late = about.handed_out.iter().filter(is_late).count();
    let back = about
        .handed_out
        .iter()
        .filter(|part| !part.returns.is_empty());
    let files = hands.outcome().map_or(0, |outcome| outcome.tallies.len());
    match (files, open, late) {
        (1.., 0, _) => words::heading_ready().to_owned(),
        (1.., open, _) => match hands.to_decide() {
            all if all > open => words::heading_left(all, open),
            _ => words::heading_open(open),
        },
        (0, _, 1..) => words::heading_late(late),
        _ if about.handed_out.is_empty() => words::heading().to_owned(),
        _ => words::heading_out(about.handed_out.len(), back.count()),
    }
}
