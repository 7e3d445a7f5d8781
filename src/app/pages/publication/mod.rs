//! 公表: what of the plan everybody may read, what to look at before, how it will look, and the folder to put up.

mod chosen;
mod comment;
mod concerns;
mod english;
mod folder;
mod preview;
mod state;
mod terms;

use leptos::prelude::*;

use crate::one_file::OneFileButton;
use crate::workspace::Workspace;
use ::words::{one_file, publication as words};
use chosen::Chosen;
use comment::Comment;
use concerns::ConcernsFound;
use english::English;
use folder::Folder;
use preview::Preview;
use state::PublicationState;
use terms::Terms;

/// The page.
#[component]
pub fn PublicationPage() -> impl IntoView {
    let state = PublicationState::set_up();
    provide_context(state);
    let workspace = Workspace::here();
    let last = move || {
        let last = state.publications().into_iter().next();
        last.map_or_else(
            || words::never().to_owned(),
            |version| words::last(&version.name),
        )
    };
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::title()}</h1>
        </div>
        <p>{last}</p>
        <p class="sub">{words::note()}</p>
        <Chosen />
        <Terms />
        <Comment />
        <English />
        <section class="card" aria-labelledby="look">
            <h2 id="look">{words::look()}</h2>
            <p class="sub">{words::look_note()}</p>
            <div class="row">
                <button type="button" class="btn main" disabled=move || state.preparing.is_running() on:click=move |_| state.prepare(workspace)>
                    {move || if state.preparing.is_running() { words::preparing() } else { words::prepare() }}
                </button>
                <Show when=move || state.preparing.is_running()>
                    <button type="button" class="btn" on:click=move |_| state.cancel()>{words::cancel()}</button>
                </Show>
            </div>
            <p class="bad-text" role="alert">{move || state.failed.get()}</p>
            {move || state.prepared.get().map(|prepared| view! {
                <ConcernsFound prepared=prepared.clone() />
                <Preview prepared=prepared.clone() />
                <Folder prepared />
            })}
        </section>
        <section class="card" aria-labelledby="one-file">
            <h2 id="one-file">{one_file::section()}</h2>
            <p class="sub">{one_file::note()}</p>
            <OneFileButton />
        </section>
    }
}
