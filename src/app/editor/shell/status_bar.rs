//! The bar at the top, which always shows where the work is saved.

use leptos::prelude::*;

use super::rail::MenuButton;
use crate::command::Command;
use crate::panels::Panels;
use crate::parts::{Icon, IconName, MenuItem, RowMenu};
use crate::session::{Saved, Saving, Session};
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::{Word, model, plans, shell as words};
use keep::{FileState, Version, VersionKind};

/// Bar with name, stage and period; save status; undo, redo, export.
#[component]
pub fn StatusBar(
    /// The open session.
    session: Session,
) -> impl IntoView {
    let store = session.store;
    let panels = Panels::here();
    let name = move || {
        let about = store.about();
        words::plan_name(&about.town.name, &about.title)
    };
    view! {
        <header class="bar">
            <MenuButton />
            <span class="name" title=name>{name}</span>
            <span class="chip blue">{move || store.about().told_stage().word()}</span>
            <span class="chip period">{move || model::period(store.about().period)}</span>
            {session.saving.map(|saving| view! {
                <div class="truth" role="status" aria-label=words::truth()>
                    <button
                        type="button"
                        class="btn plain small"
                        aria-haspopup="dialog"
                        title=words::truth_more()
                        on:click=move |_| panels.keeping.set(true)
                    >
                        <SavedHere store saving />
                        <SavedFile saving />
                    </button>
                </div>
            })}
            <div class="row nowrap">
                <div class="bar-acts">
                    <Acts store=Some(store) />
                </div>
                <button
                    type="button"
                    class="btn quiet small"
                    aria-label=words::palette()
                    title=words::palette()
                    on:click=move |_| Command::Palette.run()
                >
                    <Icon name=IconName::Search />
                </button>
            </div>
        </header>
    }
}

/// Undo, redo, export: in the bar, or on a phone in the navigation.
#[component]
pub fn Acts(
    /// The strategy, once it is open.
    store: Option<Store>,
) -> impl IntoView {
    view! {
        <CommandButton command=Command::Undo icon=IconName::Undo store />
        <CommandButton command=Command::Redo icon=IconName::Redo store />
        <RowMenu
            named=true
            label=Signal::derive(|| words::export().to_owned())
            disabled=store.is_none()
            items=Callback::new(move |()| formats())
        />
    }
}

/// Returns the formats in which a plan can be saved: the usual one first.
fn formats() -> Vec<MenuItem> {
    let runner = Owner::current();
    let item = move |name: &str, command: Command| {
        let runner = runner.clone();
        MenuItem::act(name, move || match &runner {
            Some(owner) => owner.with(|| command.run()),
            None => command.run(),
        })
    };
    vec![
        item(words::save_own(), Command::Export).with_keys("Ctrl+S"),
        item(words::save_workbook(), Command::Workbook),
        item(words::save_document(), Command::Document),
        item(words::save_others(), Command::OtherFormats),
    ]
}

#[component]
fn CommandButton(command: Command, icon: IconName, store: Option<Store>) -> impl IntoView {
    let title = move || {
        let key = command
            .shortcut()
            .map(|key| words::key(key.words()))
            .unwrap_or_default();
        format!("{}{key}", command.words())
    };
    view! {
        <button
            type="button"
            class="btn quiet small"
            aria-label=command.words()
            title=title
            disabled=move || !command.allowed(store)
            on:click=move |_| command.run()
        >
            <Icon name=icon />
        </button>
    }
}

/// Save status: the class of the dot, a word for narrow screens, and the whole sentence.
struct SaveStatus {
    dot: &'static str,
    word: &'static str,
    sentence: String,
}

/// Returns the save status; never green while something needs attention.
fn saved_here(workspace: Workspace, store: Store, saving: Saving) -> SaveStatus {
    let (dot, word, sentence) = match saving.state.get() {
        _ if store.trashed().get() => (
            "dot wait",
            plans::trashed_short(),
            plans::trashed_bar().to_owned(),
        ),
        _ if store.reading().get() => (
            "dot wait",
            words::reading_short(),
            words::reading().to_owned(),
        ),
        Saved::Yes { at } => ("dot", words::saved_short(), words::saved_at(&at)),
        Saved::Saving => (
            "dot wait",
            words::saving_short(),
            words::saving().to_owned(),
        ),
        Saved::Journal { why } => ("dot wait", words::saving_short(), why),
        Saved::No { why } => ("dot bad", words::trouble_check(), why),
    };
    let troubled = workspace
        .troubles()
        .with(|all| all.iter().any(|one| one.concerns(Some(saving.doc))));
    match troubled {
        true => SaveStatus {
            dot: "dot bad",
            word: words::trouble_check(),
            sentence: words::troubled(words::trouble_check(), &sentence),
        },
        false => SaveStatus {
            dot,
            word,
            sentence,
        },
    }
}

#[component]
fn SavedHere(store: Store, saving: Saving) -> impl IntoView {
    let workspace = Workspace::here();
    move || {
        let SaveStatus {
            dot,
            word,
            sentence,
        } = saved_here(workspace, store, saving);
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
fn SavedFile(saving: Saving) -> impl IntoView {
    let copies = move || {
        let automatic = |version: &Version| version.kind == VersionKind::Auto;
        saving
            .versions
            .with(|all| Some(all.as_ref()?.iter().filter(|one| automatic(one)).count()))
    };
    move || {
        // Only a file that was read back is green: a browser does not report whether a download was written.
        let (dot, sentence) = match (saving.linked.get(), saving.downloaded.get()) {
            (FileState::Failed(_), _) => ("dot bad", words::file_failed().to_owned()),
            (FileState::Saved(at), _) => ("dot", words::file_at(at.time())),
            (_, Some(at)) => ("dot wait", plans::downloaded_at(at)),
            (_, None) => ("dot wait", words::file_unsaved().to_owned()),
        };
        view! {
            <span class="truth-more">
                <i class=dot></i>
                {sentence}
            </span>
            <span class="truth-more copies">{copies().map(words::backups)}</span>
        }
    }
}
