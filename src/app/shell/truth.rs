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
            <span class="chip blue">{move || store.about().stage.word()}</span>
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
                <div class="bar-acts">
                    <Acts store />
                </div>
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

/// Undo, redo, write a file: in the bar, on a phone in the drawn-out navigation.
#[component]
pub fn Acts(
    /// The open strategy.
    store: Store,
) -> impl IntoView {
    view! {
        <ActionButton action=Action::Undo icon=Icon::Undo store />
        <ActionButton action=Action::Redo icon=Icon::Redo store />
        <button type="button" class="btn quiet small" on:click=move |_| Action::Export.run()>
            {words::EXPORT}
        </button>
    }
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

/// Where the work is kept: the dot's class, a word for narrow screens, and the whole sentence.
struct Kept {
    dot: &'static str,
    word: &'static str,
    sentence: String,
}

/// Never green where something is to be looked at.
fn saved_here(desk: Desk, store: Store) -> Kept {
    let doc = desk.open_number();
    let (dot, word, sentence) = match desk.saved().get() {
        _ if store.read_only().get() => {
            ("dot wait", words::READING_SHORT, words::READING.to_owned())
        }
        Saved::Yes { at } => ("dot", words::SAVED_SHORT, words::saved_at(&at)),
        Saved::Saving => ("dot wait", words::SAVING_SHORT, words::SAVING.to_owned()),
        Saved::Journal { why } => ("dot wait", words::SAVING_SHORT, why),
        Saved::No { why } => ("dot bad", words::TROUBLE_CHECK, why),
    };
    let troubled = desk
        .troubles()
        .with(|all| all.iter().any(|told| told.concerns(doc)));
    match troubled {
        true => Kept {
            dot: "dot bad",
            word: words::TROUBLE_CHECK,
            sentence: format!("{}　{sentence}", words::TROUBLE_CHECK),
        },
        false => Kept {
            dot,
            word,
            sentence,
        },
    }
}

#[component]
fn SavedHere(store: Store) -> impl IntoView {
    let desk = Desk::here();
    move || {
        let Kept {
            dot,
            word,
            sentence,
        } = saved_here(desk, store);
        view! {
            <span>
                <i class=dot></i>
                <span class="narrow-only" aria-hidden="true">{word}</span>
                <span class="truth-sentence">{sentence}</span>
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
            <span class="truth-more">
                <i class=dot></i>
                {sentence}
            </span>
            <span class="truth-more copies">{words::backups(copies())}</span>
        }
    }
}
