//! 対話: a session with residents, from preparing it to the answers of the town.

mod about;
mod answer;
mod audience;
mod ballots;
mod board;
mod board_shown;
mod codes;
mod countdown;
mod export;
mod gathering;
mod learn;
mod map;
mod more;
mod paper_cells;
mod paper_count;
mod paper_text;
mod personal_note;
mod prepare;
mod prepare_steps;
mod projector;
mod result;
mod share;
mod soon;
mod state;
mod subjects;
mod table_choice;
mod tables;
mod usual;
mod voting_choice;

use leptos::prelude::*;

pub use codes::{ShowCodes, TakeCodes};

use crate::lazy::{Chunk, Chunks};
use crate::parts::{Choice, Dialog, Icon, IconName, read_only};
use crate::route::{Page, Route};
use crate::store::Store;
use crate::table_face::TableFace;
use ::words::workshop as words;
use insight::workshop::SessionPart;
use state::{ADD_SESSION, WorkshopState};
use strategy::*;

/// The page.
#[component]
pub fn WorkshopPage() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::set_up(store);
    let face = TableFace::here();
    let giving = RwSignal::new(false);
    let at_table = Memo::new(move |_| state.record(store).map(|one| one.at_table.clone()));
    let at_table = move || at_table.get().filter(|table| !table.is_empty());
    view! {
        <div class="page-head">
            <div class="grow">
                <h1 tabindex="-1">{move || words::heading(state.record(store).as_deref())}</h1>
                <p class="sub">{move || words::subtitle(state.record(store).as_deref())}</p>
            </div>
            <Show when=move || at_table().is_none()>
                <Sessions />
                <Show when=move || state.session.get().is_some()>
                    <projector::Projector />
                </Show>
            </Show>
            <Show when=move || at_table().is_some()>
                <button type="button" class="btn plain small" on:click=move |_| face.whole.update(|on| *on = !*on)>
                    {move || if face.is_on() { words::whole_app() } else { words::only_table() }}
                </button>
                <button type="button" class="btn large" aria-haspopup="dialog" on:click=move |_| giving.set(true)>{words::give_codes()}</button>
                <button type="button" class="btn main large" on:click=move |_| tables::save_own(store, state)>{words::save_table()}</button>
            </Show>
        </div>
        <Dialog open=giving title=words::give_codes().to_owned() class="wide codes-dialog">
            {move || Chunks::here().show(Chunk::ShowCodes, Route::here().get_untracked())}
        </Dialog>
        <Show when=move || state.session.get().is_none()>
            <Begin />
        </Show>
        <nav class="tabs workshop-parts" class:of-table=move || at_table().is_some() aria-label=words::parts()>
            {move || state.parts(store).iter().enumerate().map(|(at, part)| tab(store, state, at, *part)).collect_view()}
        </nav>
        {move || match state.part.get() {
            SessionPart::Prepare => view! { <prepare::Prepare /> }.into_any(),
            SessionPart::Learn => view! { <learn::Learn /> }.into_any(),
            SessionPart::Share => view! { <share::Share /> }.into_any(),
            SessionPart::Choose => view! { <ballots::Choose /> }.into_any(),
            SessionPart::LookBack => view! { <board::LookBack /> }.into_any(),
            SessionPart::Answer => view! { <answer::Answers /> }.into_any(),
        }}
    }
}

fn tab(store: Store, state: WorkshopState, at: usize, part: SessionPart) -> AnyView {
    let is_here = move || state.part.get() == part;
    let is_table = untrack(|| TableFace::here().is_table.get());
    let number =
        is_table.then(|| view! { <span class="step-number" aria-hidden="true">{at + 1}</span> });
    view! {
        <button
            type="button"
            class="btn"
            aria-pressed=move || is_here().to_string()
            on:click=move |_| state.go(store, part)
        >
            {number}
            {words::part_name(part.name())}
        </button>
    }
    .into_any()
}

/// Choice of the session, with a button to add one.
#[component]
fn Sessions() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let options = move || {
        let all = store.list::<Session>(About::ID).into_iter();
        let all: Vec<_> = all.filter_map(|id| store.get(id)).collect();
        let names = words::session_names(&all).into_iter();
        let ids = all.iter().map(|one| one.id.to_string());
        ids.zip(names).collect::<Vec<_>>()
    };
    let many = move || store.list::<Session>(About::ID).len() > 1;
    let value = move || {
        state
            .session
            .get()
            .map(|id| id.to_string())
            .unwrap_or_default()
    };
    let choose = move |id: String| {
        if let Ok(id) = id.parse() {
            Route::of_page(Page::Workshop(Some(id))).go();
            state.session.set(Some(id));
        }
    };
    view! {
        <Show when=many>
            <Choice
                label=words::which().to_owned()
                value=Signal::derive(value)
                options=Signal::derive(options)
                on_change=Callback::new(choose)
                shows=true
            />
        </Show>
        <Show when=move || state.session.get().is_some()>
            <button id=ADD_SESSION type="button" class="btn" disabled=read_only() on:click=move |_| usual::begin(store, state)>
                <Icon name=IconName::Plus />
                {words::add_session()}
            </button>
        </Show>
    }
}

/// Purpose of a session, shown while there is none.
#[component]
fn Begin() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    view! {
        <section class="card" aria-labelledby="workshop-begin">
            <h2 id="workshop-begin">{words::begin_title()}</h2>
            <p>{words::begin_note()}</p>
            <div class="row">
                <button id=ADD_SESSION type="button" class="btn main large" disabled=read_only() on:click=move |_| usual::begin(store, state)>
                    {words::begin()}
                </button>
            </div>
        </section>
    }
}
