//! Execution of commands.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::command::{Command, Performer};
use crate::command_table::for_each_command;
use crate::page::Page;
use crate::panels::Panels;
use crate::parts::is_composing;
use crate::route::Route;
use crate::shortcut::{Shortcut, primary};
use crate::store::Store;
use crate::workspace::Workspace;
use format::FileKind;

macro_rules! performing {
    ($($name:ident: $words:ident, $key:expr, $place:ident $(when $when:ident)?, $act:ident;)*) => {
        fn perform(command: Command) {
            match command {
                $(Command::$name => performing!(@now command $place $act),)*
                Command::Page(_) => Workspace::here().act(command),
            }
        }

        /// Performs a command on an open strategy. Its code is fetched with the first such command.
        pub fn perform_on(store: Store, command: Command) {
            if !untrack(|| command.allowed(Some(store))) {
                return;
            }
            match command {
                $(Command::$name => performing!(@on store $place $act),)*
                Command::Page(page) => Route::of_page(page).go(),
            }
        }
    };
    (@now $command:ident anywhere $act:ident) => { $act() };
    (@now $command:ident open $act:ident) => { Workspace::here().act($command) };
    (@on $store:ident anywhere $act:ident) => { () };
    (@on $store:ident open $act:ident) => { $act($store) };
}

for_each_command!(performing);

fn undo(store: Store) {
    store.undo();
}

fn redo(store: Store) {
    store.redo();
}

fn export(_: Store) {
    Workspace::here().export();
}

fn workbook(_: Store) {
    Panels::here().save_as.set(Some(FileKind::Workbook));
}

fn document(_: Store) {
    Panels::here().save_as.set(Some(FileKind::Document));
}

fn one_file(_: Store) {
    Panels::here().one_file.set(true);
}

fn other_formats(_: Store) {
    Panels::here().other_formats.set(true);
}

fn save_version(_: Store) {
    Panels::here().version.set(true);
}

fn paste_table(_: Store) {
    Panels::here().paste_table.set(true);
    Route::of_page(Page::Indicators(None)).go();
}

fn palette() {
    let panels = Panels::here();
    if !panels.palette.get_untracked() {
        panels.palette_text.set(String::new());
    }
    panels.palette.set(true);
}

fn history(_: Store) {
    Panels::here().history.set(true);
}

fn help() {
    Panels::here().help.set(true);
}

fn display() {
    Panels::here().display.set(true);
}

fn home() {
    Route::Home.go();
}

/// Performs the commands of this app, by menu or key.
pub fn set_up() {
    provide_context(Performer(perform));
    listen();
}

/// Listens for shortcuts, everywhere in the app, except during an input conversion (IME).
fn listen() {
    let owner = Owner::current();
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        if is_composing(&event) || event.default_prevented() {
            return;
        }
        let redo_with_shift = Shortcut {
            shift: true,
            ..primary("z")
        };
        let found = Command::all()
            .find(|command| command.shortcut().is_some_and(|key| key.fits(&event)))
            .or_else(|| redo_with_shift.fits(&event).then_some(Command::Redo))
            .filter(|command| {
                !matches!(command, Command::Undo | Command::Redo) || !writes_beside(&event)
            });
        if let (Some(command), Some(owner)) = (found, owner.clone()) {
            event.prevent_default();
            owner.with(|| command.run());
        }
    });
    on_cleanup(move || handle.remove());
}

/// True if a key press is in a form field beside the plan: there, undo affects letters, not steps. An empty field
/// outside a dialog has no letters to undo.
fn writes_beside(event: &KeyboardEvent) -> bool {
    let target = event.target();
    let Some(field) = target.and_then(|t| t.dyn_into::<web_sys::Element>().ok()) else {
        return false;
    };
    let within = |what| field.closest(what).is_ok_and(|found| found.is_some());
    let written = field.dyn_ref::<web_sys::HtmlInputElement>();
    within("form") && (within("dialog") || written.is_some_and(|field| !field.value().is_empty()))
}
