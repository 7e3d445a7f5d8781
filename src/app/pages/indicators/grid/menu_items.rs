//! Commands of the menu on the columns and the indicator of the active cell.

use leptos::prelude::*;

use super::columns::column_kind;
use super::state::GridState;
use super::widths::ColumnKind;
use crate::parts::MenuItem;
use crate::route::{Page, Route};
use crate::workspace::fresh_id;
use ::words::{grid as words, indicators};
use edit::IndicatorText;
use strategy::{Id, Indicator};

/// Returns the commands of 指標・表 for the selection.
pub fn items(grid: GridState) -> Vec<MenuItem> {
    let mut items = of_columns(grid);
    if let Some(noted) = untrack(|| grid.noted_at(grid.active())) {
        let act = move || {
            grid.open_note();
        };
        items.push(MenuItem::act(words::note_of(noted.1), act).with_keys("Shift+F2"));
    }
    if let Some((id, name)) = indicator(grid) {
        items.push(MenuItem::act(words::open_indicator(), move || {
            Route::of_page(Page::Indicators(Some(id))).go();
        }));
        if !grid.store.read_only().get_untracked() {
            items.push(MenuItem::act(words::add_below(), move || {
                add_below(grid, id)
            }));
            items.push(MenuItem::act(indicators::remove(name), move || {
                grid.store.edit(|s| edit::remove(s, id));
            }));
        }
    }
    items
}

/// Adds an indicator below another, the keyboard in its name.
fn add_below(grid: GridState, after: Id<Indicator>) {
    let (id, series) = (Id::new(fresh_id()), Id::new(fresh_id()));
    let added = grid
        .store
        .edit(|s| edit::add_indicator_after(s, id, series, after));
    if added && !grid.show_name(id) {
        grid.announcement().set(words::added_unseen().to_owned());
    }
}

/// Commands on the active column.
fn of_columns(grid: GridState) -> Vec<MenuItem> {
    let column = untrack(|| grid.active()).column;
    let kind = grid
        .columns
        .with_untracked(|columns| column_kind(columns, column));
    let column = grid.column_handle(kind);
    let mut items = column.width_items();
    if let ColumnKind::Text(text) = kind
        && text != IndicatorText::Name
    {
        items.push(column.hide_item());
    }
    items
}

/// The indicator of the active cell, and its name.
fn indicator(grid: GridState) -> Option<(Id<Indicator>, String)> {
    let row = untrack(|| grid.active()).row;
    let key = grid.rows.with_untracked(|rows| rows.get(row).copied())?;
    let indicator = grid.store.with(|s| s.get(key.indicator).cloned())?;
    Some((key.indicator, indicators::named(&indicator.name)))
}
