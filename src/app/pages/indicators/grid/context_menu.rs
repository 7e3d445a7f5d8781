//! The menu of the selection: right click, long press, Shift+F10. It offers what the keys do.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::clipboard;
use super::find_bar::FindBar;
use super::state::{GridState, RIGHT};
use super::widths::ColumnKind;
use crate::parts::{MenuAt, MenuItem, MenuList, Point};
use crate::route::{Page, Route};
use crate::workspace::fresh_id;
use ::grid::{Area, Command};
use ::words::{grid as words, indicators};
use browser::clipboard::{self as browser_clipboard, ClipboardCommand};
use browser::focus::focus;
use edit::IndicatorText;
use strategy::{Id, Indicator};

/// Place of an open menu; `None`: it is closed.
pub type OpenAt = RwSignal<Option<Point>>;

/// The menu, while it is open.
#[component]
pub fn ContextMenu(grid: GridState, open: OpenAt, find: FindBar) -> impl IntoView {
    let close = move || {
        open.set(None);
        focus("grid-input");
    };
    let menu = move |point: Point| {
        view! {
            <MenuAt point>
                <MenuList label=words::menu().to_owned() items=items(grid, find) close=Callback::new(move |()| close()) />
            </MenuAt>
        }
    };
    (move || open.get().map(menu)).into_any()
}

/// Opens the menu at the pointer. In a text that is being written the browser's own opens.
pub fn open_by_pointer(grid: GridState, open: OpenAt, event: &MouseEvent) {
    let target = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let is_in = |what: &str| {
        let target = target.as_ref();
        target.is_some_and(|target| target.closest(what).is_ok_and(|found| found.is_some()))
    };
    if is_in(".writing") {
        return;
    }
    event.prevent_default();
    if is_in(".grid-input") && event.button() != RIGHT {
        return open_by_key(grid, open);
    }
    select_under(grid, event);
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    open.set(Some(Point { x, y }));
}

/// Selects what is under the pointer, unless it is selected already.
fn select_under(grid: GridState, event: &MouseEvent) {
    let Some(position) = grid.position_at(event) else {
        return;
    };
    let area = untrack(|| grid.area());
    let over_header = grid.is_over_header(event);
    let in_rows = over_header || area.rows().contains(&position.row);
    if in_rows && area.columns().contains(&position.column) {
        return;
    }
    match over_header {
        true => grid.select(|selection, size| selection.column(position.column, false, size)),
        false => grid.go(position.row, position.column, false),
    }
}

/// Opens the menu below the active cell.
pub fn open_by_key(grid: GridState, open: OpenAt) {
    let active = untrack(|| grid.active());
    if let Some(frame) = grid.frame() {
        let seen = grid.seen();
        let edges = untrack(|| grid.edges(Area::between(active, active), seen));
        let (x, y) = (frame.x() + edges.left, frame.y() + edges.bottom);
        open.set(Some(Point { x, y }));
    }
}

fn items(grid: GridState, find: FindBar) -> Vec<MenuItem> {
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
