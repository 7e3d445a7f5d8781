//! The bar at the top that always tells where the work is kept.

use leptos::prelude::*;

use super::Panels;
use crate::app::action::Action;
use crate::app::desk::{Desk, Saved};
use crate::app::parts::{Icon, Mark};
use crate::app::store::Store;
use crate::keep::{Version, VersionKind};
use crate::locale::{model, shell as words};

/// Name, stage and period; where it is saved; undo, redo, write a file.
#[component]
pub fn TruthBar(
    /// The open strategy.
    store: Store,
) -> impl IntoView {
    let panels = Panels::here();
    let name = move || {
        let about = store.about();
        words::plan_name(&about.town.name, &about.title)
    };
    view! {
        <header class="bar">
            <button
                type="button"
                class="btn plain menu-button"
                aria-label=words::MENU
                aria-expanded=move || panels.menu.get().to_string()
                on:click=move |_| panels.menu.update(|open| *open = !*open)
            >
                <Mark icon=Icon::Menu />
            </button>
            <span class="name" title=name>{name}</span>
            <span class="chip blue">{move || model::stage(store.about().stage)}</span>
            <span class="chip period">{move || model::period(store.about().period)}</span>
            <div class="truth" role="status" aria-label=words::TRUTH>
                <button
                    type="button"
                    class="btn plain small"
                    aria-haspopup="dialog"
                    title=words::TRUTH_MORE
                    on:click=move |_| panels.keeping.set(true)
                >
                    <SavedHere store />
                    <SavedFile />
                </button>
            </div>
            <div class="row nowrap">
                <ActionButton action=Action::Undo icon=Icon::Undo store />
                <ActionButton action=Action::Redo icon=Icon::Redo store />
                <button type="button" class="btn quiet small" on:click=move |_| Action::Export.run()>
                    {words::EXPORT}
                </button>
                <button
                    type="button"
                    class="btn quiet small"
                    aria-label=words::PALETTE
                    title=words::PALETTE
                    on:click=move |_| Action::Palette.run()
                >
                    <Mark icon=Icon::Search />
                </button>
            </div>
        </header>
    }
    .into_any()
}

#[component]
fn ActionButton(action: Action, icon: Icon, store: Store) -> impl IntoView {
    let title = move || {
        let key = action
            .shortcut()
            .map(|key| format!("（{}）", key.words()))
            .unwrap_or_default();
        format!("{}{key}", action.words())
    };
    view! {
        <button
            type="button"
            class="btn quiet small"
            aria-label=action.words()
            title=title
            disabled=move || !action.allowed(Some(store))
            on:click=move |_| action.run()
        >
            <Mark icon />
        </button>
    }
}

/// The dot's class and the sentence beside it. Never green where something is to be looked at.
fn saved_here(desk: Desk, store: Store) -> (&'static str, String) {
    let doc = desk.open_number();
    let saved = match desk.saved().get() {
        _ if store.read_only().get() => ("dot wait", words::READING.to_owned()),
        Saved::Yes { at } => ("dot", words::saved_at(&at)),
        Saved::Saving => ("dot wait", words::SAVING.to_owned()),
        Saved::Journal { why } => ("dot wait", why),
        Saved::No { why } => ("dot bad", why),
    };
    if desk
        .troubles()
        .with(|all| all.iter().any(|told| told.concerns(doc)))
    {
        return ("dot bad", format!("{}　{}", words::TROUBLE_CHECK, saved.1));
    }
    saved
}

#[component]
fn SavedHere(store: Store) -> impl IntoView {
    let desk = Desk::here();
    move || {
        let (dot, sentence) = saved_here(desk, store);
        view! {
            <span>
                <i class=dot></i>
                {sentence}
            </span>
        }
    }
}

#[component]
fn SavedFile() -> impl IntoView {
    let desk = Desk::here();
    let copies = move || {
        let automatic = |version: &Version| version.kind == VersionKind::Auto;
        desk.versions()
            .with(|all| all.iter().filter(|one| automatic(one)).count())
    };
    move || {
        let (dot, sentence) = match desk.file_saved().get() {
            Some(at) => ("dot", words::file_at(&at)),
            None => ("dot wait", words::FILE_UNSAVED.to_owned()),
        };
        view! {
            <span>
                <i class=dot></i>
                {sentence}
            </span>
            <span>{words::backups(copies())}</span>
        }
    }
}
