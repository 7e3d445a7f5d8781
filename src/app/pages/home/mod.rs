//! はじめに: the strategies on this device, and the ways to begin one.

mod brought;
mod card;
mod foreign_plan;
mod requested;
mod start;
mod updated;

use leptos::prelude::*;

use crate::command::Command;
use crate::editor::shell::{Brand, Trouble, Troubles, WorkspaceToast};
use crate::lazy::{Chunk, Chunks};
use crate::page::Page;
use crate::panels::Panels;
use crate::parts::drop_zone;
use crate::route::Route;
use crate::workspace::{DocumentCommand, Workspace};
use ::words::{home as words, shell};
use browser::files;
use device::{asset, carried};
use format::OpenedAs;

pub use brought::BroughtCard;
use card::{Cards, Trash};
use start::{NewStrategy, Samples};
pub use updated::UpdatedNotice;

/// The first screen.
#[component]
pub fn HomePage() -> impl IntoView {
    let workspace = Workspace::here();
    let dragging = RwSignal::new(false);
    let making = Panels::here().new_strategy;
    // The reading of the file changes while the card is shown.
    let is_updated = Memo::new(move |_| workspace.is_updated());
    let any_brought = Memo::new(move |_| workspace.brought().with(Option::is_some));
    let open_first = move |files: Vec<web_sys::File>| {
        if let Some(file) = files.into_iter().next() {
            workspace.send(DocumentCommand::File(file, Page::Overview));
        }
    };
    Effect::new(move |_| document().set_title(shell::name()));
    view! {
        <main
            class="home"
            id="main"
            class:dragging=move || dragging.get()
            {..drop_zone(dragging, open_first)}
        >
            <div class="home-top">
                <p class="brand"><Brand /></p>
                <button type="button" class="btn small" on:click=move |_| Command::Help.run()>
                    {Command::Help.words()}
                </button>
                <button type="button" class="btn small" on:click=move |_| Panels::here().display.set(true)>
                    {words::display()}
                </button>
            </div>
            <h1>{words::lead()}</h1>
            <p class="promise">{words::promise()}</p>
            {move || carried::is_here().then(|| Chunks::here().show(Chunk::Carried, Route::Home))}
            {move || is_updated.get().then(|| Chunks::here().show(Chunk::Updated, Route::Home))}
            <Begin making />
            {move || any_brought.get().then(|| Chunks::here().show(Chunk::Brought, Route::Home))}
            <Troubles />
            <Trouble />
            <section aria-labelledby="on-device">
                <h2 id="on-device">{words::on_this_device()}</h2>
                <Cards />
            </section>
            <p class="to-region"><a href=Route::Region.to_string()>{words::region()}</a> " " <span class="sub">{words::region_text()}</span></p>
            <section aria-labelledby="samples">
                <h2 id="samples">{words::from_sample()}</h2>
                <Samples />
            </section>
            <Trash />
            {move || {
                let any = workspace.asides().with(|all| !all.is_empty());
                any.then(|| Chunks::here().show(Chunk::Rescue, Route::Home))
            }}
            <Where />
        </main>
        <NewStrategy open=making />
        <WorkspaceToast />
    }
}

/// A new strategy, or one from a file.
#[component]
fn Begin(
    /// True while the form for a new one is open.
    making: RwSignal<bool>,
) -> impl IntoView {
    let workspace = Workspace::here();
    view! {
        <div class="row begin">
            <button type="button" class="btn main large" on:click=move |_| making.set(true)>
                {words::new()}
            </button>
            <label class="btn large file-button">
                {words::open_file()}
                <input
                    type="file"
                    class="visually-hidden"
                    accept=OpenedAs::Strategy.accept()
                    on:change=move |event| {
                        if let Some(file) = files::chosen(&event).into_iter().next() {
                            workspace.send(DocumentCommand::File(file, Page::Overview));
                        }
                    }
                />
            </label>
            <span class="sub drop-hint">{words::drop()}</span>
        </div>
    }
}

/// Place of the data, its storage quota, and the files beside the app.
#[component]
fn Where() -> impl IntoView {
    let workspace = Workspace::here();
    view! {
        <section class="card where" aria-labelledby="where">
            <h2 id="where">{words::r#where()}</h2>
            <p>{words::where_text()}<b>{words::where_advice()}</b></p>
            <p class="hint">{move || workspace.room().get().map(|(used, of)| words::room(used, of))}</p>
            <p class="hint">{move || workspace.persisted().get().then_some(words::persisted())}</p>
        </section>
        {asset::is_folder().then(|| view! {
            <section class="card where" aria-labelledby="reader">
                <h2 id="reader">{words::reader()}</h2>
                <p>{words::reader_text()} <a href="reader/index.html">{words::reader_open()}</a></p>
            </section>
        })}
    }
}
