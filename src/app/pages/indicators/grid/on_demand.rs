//! Parts of the table that are fetched when they are first asked for: the menu of the selection, the bar that finds and
//! replaces, and the question about a block that is longer than the table.

use std::sync::Arc;

use leptos::prelude::*;

use super::clipboard;
use super::menu_items;
use super::state::GridState;
use crate::lazy::{Chunk, Chunks};
use crate::parts::{
    FindBar, GridCommands, GridMenu, LongBlock, LongBlockQuestion, MenuItem, SharedCommands,
};
use crate::route::Route;
use ::grid::{Command, Pattern, Position, Size};
use ::words::grid as words;
use browser::focus::focus;
use insight::FigureRow;

/// The parts that are asked for.
#[component]
pub fn GridOnDemand() -> impl IntoView {
    let grid = GridState::here();
    let commands: SharedCommands = Arc::new(FigureCommands(grid));
    view! {
        <FindBar grid=Arc::clone(&commands) query=grid.find />
        <GridMenu grid=Arc::clone(&commands) query=grid.find menu=grid.menu />
        <LongBlockQuestion grid=commands block=grid.long />
    }
}

/// Place of those parts, once they are fetched.
#[component]
pub fn OnDemand(grid: GridState) -> impl IntoView {
    let wanted = Memo::new(move |_| {
        let asks = grid.menu.with(Option::is_some) || grid.long.with(Option::is_some);
        asks || grid.find.is_open()
    });
    view! {
        <Show when=move || wanted.get()>{move || Chunks::here().show(Chunk::GridOnDemand, Route::Home)}</Show>
    }
}

struct FigureCommands(GridState);

impl GridCommands for FigureCommands {
    fn size(&self) -> Size {
        self.0.size()
    }

    fn active(&self) -> Position {
        untrack(|| self.0.active())
    }

    fn text(&self, at: Position) -> String {
        self.0.text(at)
    }

    fn label(&self, at: Position) -> String {
        self.0.label(at)
    }

    fn follow(&self) {
        self.0.beat.track();
        self.0.rows.track();
    }

    fn is_read_only(&self) -> bool {
        self.0.store.read_only().get()
    }

    fn is_text(&self, _: Position) -> bool {
        true
    }

    // A long table is looked through without a copy of every text.
    fn places(&self, pattern: &Pattern) -> Vec<Position> {
        let columns = self.0.columns.get_untracked();
        let rows = self.0.rows.get_untracked();
        self.0.store.with(|s| {
            let fits = |key: &FigureRow, column| {
                let text = key.cell(column, &columns)?.text(s);
                pattern.fits(text).then_some(column)
            };
            let each = rows.iter().enumerate();
            each.flat_map(|(row, key)| {
                let found = (0..columns.count()).filter_map(move |column| fits(key, column));
                found.map(move |column| Position { row, column })
            })
            .collect()
        })
    }

    fn go(&self, at: Position) {
        self.0.go(at.row, at.column, false);
    }

    fn obey(&self, command: Command) {
        self.0.obey(command);
    }

    fn paste(&self, text: &str) {
        clipboard::paste(self.0, text);
    }

    fn asks(&self, block: &LongBlock) -> String {
        words::more_indicators(block.rows, block.records)
    }

    fn paste_long(&self, block: &LongBlock, adds: bool) {
        clipboard::paste_long(self.0, block, adds);
    }

    fn clear(&self) {
        clipboard::clear(self.0);
    }

    fn fill_down(&self) {
        clipboard::fill_down(self.0);
    }

    fn fill_right(&self) {
        clipboard::fill_right(self.0);
    }

    fn fill_series(&self) {
        clipboard::fill_within(self.0);
    }

    fn replace(&self, texts: Vec<(Position, String)>) -> bool {
        clipboard::replace(self.0, texts)
    }

    fn announcement(&self) -> RwSignal<String> {
        self.0.announcement()
    }

    fn focus(&self) {
        focus("grid-input");
    }

    fn more(&self) -> Vec<MenuItem> {
        menu_items::items(self.0)
    }
}
