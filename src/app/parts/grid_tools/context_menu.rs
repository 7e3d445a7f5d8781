//! The menu of the selection: right click, long press, Shift+F10. It offers what the keys do.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::find_bar::name_of_bar;
use super::{FindQuery, GridCommands, SharedCommands};
use crate::parts::{MenuAt, MenuItem, MenuList, WindowPoint};
use ::grid::Command;
use ::words::grid as words;
use browser::clipboard::{self, ClipboardCommand};

/// The menu, while it is open at a place.
#[component]
pub fn GridMenu(
    grid: SharedCommands,
    /// The bar that the menu opens.
    query: FindQuery,
    /// Place of the menu; `None`: it is closed.
    menu: RwSignal<Option<WindowPoint>>,
) -> impl IntoView {
    let grid = StoredValue::new(grid);
    let close = move || {
        menu.set(None);
        grid.with_value(|grid| grid.focus());
    };
    let shown = move |point: WindowPoint| {
        let items = untrack(|| items(&grid.get_value(), query));
        view! {
            <MenuAt point>
                <MenuList label=words::menu().to_owned() items close=Callback::new(move |()| close()) />
            </MenuAt>
        }
    };
    (move || menu.get().map(shown)).into_any()
}

fn items(grid: &SharedCommands, query: FindQuery) -> Vec<MenuItem> {
    let act = |label: &'static str, keys, act: fn(&dyn GridCommands)| {
        let grid = Arc::clone(grid);
        MenuItem::act(label, move || act(grid.as_ref())).with_keys(keys)
    };
    let writes = !grid.is_read_only();
    let replaces = writes && grid.replaces();
    // The cell has the keyboard again when a command runs, and hears of the event.
    let copy = MenuItem::act(words::copy(), || {
        clipboard::send(ClipboardCommand::Copy);
    });
    let mut items = vec![copy.with_keys("Ctrl+C")];
    if writes {
        items.insert(0, act(words::cut(), "Ctrl+X", |grid| grid.cut()));
        let pasting = Arc::clone(grid);
        items.extend([
            MenuItem::act(words::paste(), move || paste(Arc::clone(&pasting))).with_keys("Ctrl+V"),
            act(words::clear(), "Delete", |grid| {
                grid.clear();
                grid.focus();
            }),
            act(words::fill_down(), "Ctrl+D", |grid| {
                grid.fill_down();
                grid.focus();
            }),
            act(words::fill_right(), "Ctrl+R", |grid| {
                grid.fill_right();
                grid.focus();
            }),
        ]);
        if grid.has_series() {
            items.push(act(words::fill_series(), "", |grid| {
                grid.fill_series();
                grid.focus();
            }));
        }
    }
    items.extend([
        act(words::select_rows(), "Shift+Space", |grid| {
            grid.obey(Command::Rows);
        }),
        act(words::select_columns(), "Ctrl+Space", |grid| {
            grid.obey(Command::Columns);
        }),
        act(words::select_all(), "Ctrl+A", |grid| {
            grid.obey(Command::All);
        }),
        MenuItem::act(name_of_bar(grid.as_ref()), move || query.open(replaces)).with_keys("Ctrl+F"),
    ]);
    items.extend(grid.more());
    items
}

fn paste(grid: SharedCommands) {
    spawn_local(async move {
        match clipboard::text().await {
            Some(text) => {
                grid.paste(&text);
                grid.focus();
            }
            None => grid.announcement().set(words::paste_by_key().to_owned()),
        }
    });
}
