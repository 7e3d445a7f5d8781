//! The menu and the bar of a grid of fields.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Act, FieldGrid, GridHost};
use crate::parts::{
    ColumnHandle, FindBar, GridCommands, GridMenu, LongBlock, LongBlockQuestion, MenuItem,
    SharedCommands,
};
use crate::settled::settled;
use crate::store::Store;
use ::grid::{Command, Position, Size};

/// The menu and the bar of the grid that is worked in.
#[component]
pub fn FieldGridOnDemand() -> impl IntoView {
    let (host, store) = (expect_context::<GridHost>(), Store::here());
    let beat = settled(move || store.revision());
    let tools = move |grid: FieldGrid| {
        let grid: SharedCommands = Arc::new(FieldCommands { grid, store, beat });
        view! {
            <FindBar grid=Arc::clone(&grid) query=host.find />
            <GridMenu grid=Arc::clone(&grid) query=host.find menu=host.menu />
            <LongBlockQuestion grid block=host.long />
        }
    };
    (move || host.current().map(tools)).into_any()
}

struct FieldCommands {
    grid: FieldGrid,
    store: Store,
    beat: ReadSignal<u32>,
}

impl FieldCommands {
    /// The field of the active cell, if it is drawn.
    fn field(&self) -> Option<web_sys::HtmlInputElement> {
        let id = self.grid.cells(|cells| cells.id(self.active()))?;
        document().get_element_by_id(&id)?.dyn_into().ok()
    }
}

impl GridCommands for FieldCommands {
    fn size(&self) -> Size {
        self.grid.cells(|cells| cells.size())
    }

    fn active(&self) -> Position {
        untrack(|| self.grid.active()).unwrap_or_default()
    }

    fn text(&self, at: Position) -> String {
        self.grid.cells(|cells| cells.text(at))
    }

    fn label(&self, at: Position) -> String {
        self.grid.cells(|cells| cells.label(at))
    }

    fn follow(&self) {
        self.beat.track();
    }

    fn is_read_only(&self) -> bool {
        let is_locked = self.field().is_some_and(|field| field.read_only());
        self.store.read_only().get() || is_locked
    }

    fn is_text(&self, at: Position) -> bool {
        self.grid.cells(|cells| cells.is_text(at))
    }

    fn go(&self, at: Position) {
        self.grid.pick(at);
        self.grid.cells(|cells| cells.reveal(at.row));
        let grid = self.grid;
        request_animation_frame(move || grid.show(at));
    }

    fn obey(&self, command: Command) {
        self.grid.obey(self.active(), command);
    }

    fn paste(&self, text: &str) {
        self.grid.paste(self.active(), text);
    }

    fn asks(&self, block: &LongBlock) -> String {
        let asks = self.grid.cells(|cells| cells.asks(block.rows));
        asks.unwrap_or_default()
    }

    fn paste_long(&self, block: &LongBlock, adds: bool) {
        self.grid.paste_long(self.active(), block, adds);
    }

    fn clear(&self) {
        self.grid.clear(self.active());
    }

    fn fill_down(&self) {
        self.grid.fill(self.active(), Act::FillDown);
    }

    fn fill_right(&self) {
        self.grid.fill(self.active(), Act::FillRight);
    }

    fn fill_series(&self) {
        self.grid.fill_series(self.active());
    }

    fn replace(&self, texts: Vec<(Position, String)>) -> bool {
        self.grid.write(texts, Vec::new(), Act::Replace)
    }

    fn announcement(&self) -> RwSignal<String> {
        self.grid.host.announcement
    }

    fn more(&self) -> Vec<MenuItem> {
        let column = self.grid.cells(|cells| cells.column(self.active()));
        let items = |column: ColumnHandle| {
            let mut items = column.width_items();
            items.push(column.hide_item());
            items
        };
        column.map(items).unwrap_or_default()
    }

    fn focus(&self) {
        if let Some(field) = self.field() {
            // A command may have written it; the keyboard goes on the cell as a whole.
            field.set_value(&self.text(self.active()));
            // A field on the page takes the keyboard.
            let _ = field.focus();
            field.select();
        }
    }
}
