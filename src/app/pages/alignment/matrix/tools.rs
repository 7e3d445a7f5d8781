//! The menu of the selection in the matrix, and the bar that finds texts. They are fetched when they are first asked for.

use std::sync::Arc;

use leptos::prelude::*;

use super::copied::{item_name, row_name};
use super::input;
use super::row::shown_text;
use super::state::{MatrixState, TABLE};
use super::ties;
use crate::lazy::{Chunk, Chunks};
use crate::parts::{FindBar, GridCommands, GridMenu, SharedCommands};
use crate::route::Route;
use crate::settled::settled;
use ::grid::{Command, Position, Size};
use ::words::alignment as words;
use browser::focus::focus;

/// The menu and the bar.
#[component]
pub fn MatrixOnDemand() -> impl IntoView {
    let state = MatrixState::here();
    let beat = settled(move || state.store.revision());
    let commands: SharedCommands = Arc::new(MatrixCommands { state, beat });
    view! {
        <FindBar grid=Arc::clone(&commands) query=state.find />
        <GridMenu grid=commands query=state.find menu=state.menu />
    }
}

/// Place of the menu and the bar, once they are fetched.
#[component]
pub fn MatrixTools(state: MatrixState) -> impl IntoView {
    let wanted = Memo::new(move |_| state.menu.with(Option::is_some) || state.find.is_open());
    view! {
        <Show when=move || wanted.get()>{move || Chunks::here().show(Chunk::MatrixTools, Route::Home)}</Show>
    }
}

struct MatrixCommands {
    state: MatrixState,
    beat: ReadSignal<u32>,
}

impl MatrixCommands {
    /// The names of the row and of the item of a cell.
    fn names(&self, at: Position) -> (String, String) {
        untrack(|| {
            let first = self.state.range().0;
            let item = item_name(self.state, first + at.column);
            (row_name(self.state, at.row), item)
        })
    }
}

impl GridCommands for MatrixCommands {
    fn size(&self) -> Size {
        untrack(|| self.state.size())
    }

    fn active(&self) -> Position {
        untrack(|| self.state.active())
    }

    fn text(&self, at: Position) -> String {
        self.state.cell(at).map(shown_text).unwrap_or_default()
    }

    // A row is found by its name in its first cell, an item in the first row.
    fn sought(&self, at: Position) -> String {
        let mut sought = self.text(at);
        if at.row == 0 || at.column == 0 {
            let (row, item) = self.names(at);
            let named = [(at.column == 0, row), (at.row == 0, item)].into_iter();
            for (_, name) in named.filter(|(is_here, _)| *is_here) {
                sought = [sought, name].join("\n");
            }
        }
        sought
    }

    fn label(&self, at: Position) -> String {
        let (row, item) = self.names(at);
        words::matrix_place(row, item)
    }

    fn follow(&self) {
        self.beat.track();
        self.state.shown.track();
    }

    fn is_read_only(&self) -> bool {
        self.state.store.read_only().get()
    }

    fn has_series(&self) -> bool {
        false
    }

    fn go(&self, at: Position) {
        let first = untrack(|| self.state.range()).0;
        self.state.go(at.row, first + at.column);
    }

    fn obey(&self, command: Command) {
        self.state.obey(command);
        self.focus();
    }

    fn cut(&self) {
        input::cut(self.state);
    }

    fn paste(&self, text: &str) {
        ties::paste(self.state, text);
    }

    fn clear(&self) {
        ties::clear(self.state);
    }

    fn fill_down(&self) {
        ties::fill(self.state, true);
    }

    fn fill_right(&self) {
        ties::fill(self.state, false);
    }

    fn announcement(&self) -> RwSignal<String> {
        self.state.announcement
    }

    fn focus(&self) {
        focus(TABLE);
    }
}
