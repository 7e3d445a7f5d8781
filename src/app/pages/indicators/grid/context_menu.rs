//! The menu of the selection: right click, long press, Shift+F10. It offers what the keys do.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::clipboard;
use super::state::GridState;
use super::widths::ColumnKind;
use crate::parts::{MenuAt, MenuItem, MenuList, Point};
use crate::route::{Page, Route};
use crate::workspace::fresh_id;
use ::grid::Command;
use ::words::{grid as words, indicators};
use browser::clipboard::{self as browser_clipboard, ClipboardCommand};
use browser::focus::focus;
use edit::IndicatorText;
use strategy::{Id, Indicator};

/// The menu, while it is open.
#[component]
pub fn ContextMenu() -> impl IntoView {
    let grid = GridState::here();
    let close = move || {
        grid.menu.set(None);
        focus("grid-input");
    };
    let menu = move |point: Point| {
        view! {
            <MenuAt point>
                <MenuList label=words::menu().to_owned() items=items(grid) close=Callback::new(move |()| close()) />
            </MenuAt>
        }
    };
    (move || grid.menu.get().map(menu)).into_any()
}

fn items(grid: GridState) -> Vec<MenuItem> {
    let find = grid.find;
    let mut items =
        vec![MenuItem::act(words::copy(), || send(ClipboardCommand::Copy)).with_keys("Ctrl+C")];
    let reads = grid.store.read_only().get_untracked();
    if !reads {
        items.insert(
            0,
            MenuItem::act(words::cut(), || send(ClipboardCommand::Cut)).with_keys("Ctrl+X"),
        );
        items.extend([
            MenuItem::act(words::paste(), move || paste(grid)).with_keys("Ctrl+V"),
            MenuItem::act(words::clear(), move || clipboard::clear(grid)).with_keys("Delete"),
            MenuItem::act(words::fill_down(), move || clipboard::fill_down(grid))
                .with_keys("Ctrl+D"),
            MenuItem::act(words::fill_right(), move || clipboard::fill_right(grid))
                .with_keys("Ctrl+R"),
        ]);
    }
    let select = |label: &'static str, command, keys| {
        MenuItem::act(label, move || {
            grid.obey(command);
        })
        .with_keys(keys)
    };
    items.extend([
        select(words::select_rows(), Command::Rows, "Shift+Space"),
        select(words::select_columns(), Command::Columns, "Ctrl+Space"),
        select(words::select_all(), Command::All, "Ctrl+A"),
        MenuItem::act(words::find(), move || find.open(!reads)).with_keys("Ctrl+F"),
    ]);
    items.extend(of_columns(grid));
    if let Some((id, name)) = indicator(grid) {
        items.push(MenuItem::act(words::open_indicator(), move || {
            Route::of_page(Page::Indicators(Some(id))).go();
        }));
        if !reads {
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
    let kind = grid.columns.with_untracked(|columns| columns.kind(column));
    let settings = grid.settings;
    let mut items = vec![MenuItem::act(words::fit_width(), move || {
        grid.store.with(|s| settings.fit(kind, s));
    })];
    if let ColumnKind::Text(text) = kind
        && text != IndicatorText::Name
    {
        items.push(MenuItem::act(words::hide_column(), move || {
            settings.show(text, false)
        }));
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

/// The field of the cell has the keyboard again by now, and hears of the command.
fn send(command: ClipboardCommand) {
    browser_clipboard::send(command);
}

fn paste(grid: GridState) {
    spawn_local(async move {
        match browser_clipboard::text().await {
            Some(text) => clipboard::paste(grid, &text),
            None => grid.announcement().set(words::paste_by_key().to_owned()),
        }
    });
}
