//! Finding and replacing texts in the cells that are shown.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::super::settled::settled;
use super::clipboard;
use super::find_query::{FIELD, FindQuery};
use super::state::GridState;
use crate::parts::{Icon, IconName};
use ::grid::{Pattern, Position, find_next};
use ::words::grid as words;

/// Cells that have the pattern.
fn count(grid: GridState, pattern: &Pattern) -> usize {
    places(grid, pattern).len()
}

/// Places of the cells that have the pattern, row by row.
fn places(grid: GridState, pattern: &Pattern) -> Vec<Position> {
    let columns = grid.columns.get_untracked();
    let rows = grid.rows.get_untracked();
    grid.store.with(|s| {
        let fits = |key: &super::RowKey, column| {
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

/// Goes to the next cell that has the pattern; false: there is none.
fn go_next(grid: GridState, bar: FindQuery, backward: bool) -> bool {
    let Some(pattern) = untrack(|| bar.pattern()) else {
        return false;
    };
    let from = untrack(|| grid.active());
    let fits = |position| pattern.fits(&grid.text(position));
    match find_next(from, backward, grid.size(), fits) {
        Some(Position { row, column }) => {
            grid.announcement().set(String::new());
            grid.go(row, column, false);
            let active = untrack(|| grid.active());
            grid.announcement()
                .set(words::at(&grid.label(active), &grid.text(active)));
            true
        }
        None => {
            grid.announcement().set(words::found_none().to_owned());
            false
        }
    }
}

/// Replaces in the active cell if it has the pattern, and goes to the next.
fn replace_one(grid: GridState, bar: FindQuery) {
    let here = untrack(|| grid.active());
    let has_it = untrack(|| bar.pattern()).is_some_and(|pattern| pattern.fits(&grid.text(here)));
    if !has_it {
        go_next(grid, bar, false);
        return;
    }
    let replaced = replace(grid, bar, &[here]);
    let account = grid.announcement().get_untracked();
    if go_next(grid, bar, false) && replaced {
        grid.announcement().set(account);
    }
}

fn replace_all(grid: GridState, bar: FindQuery) {
    let all = untrack(|| bar.pattern()).map(|pattern| places(grid, &pattern));
    replace(grid, bar, &all.unwrap_or_default());
}

fn replace(grid: GridState, bar: FindQuery, places: &[Position]) -> bool {
    let Some(pattern) = untrack(|| bar.pattern()) else {
        return false;
    };
    let new = bar.new.get_untracked();
    let texts = places.iter().filter_map(|position| {
        let text = pattern.replaced(&grid.text(*position), &new)?;
        Some((*position, text))
    });
    clipboard::replace(grid, texts.collect())
}

/// The bar, while it is open.
#[component]
pub fn Bar() -> impl IntoView {
    let grid = GridState::here();
    let bar = grid.find;
    let shown = Memo::new(move |_| bar.mode.get().is_some());
    let found = settled(move || bar.pattern());
    let count = move || {
        grid.beat.track();
        grid.rows.track();
        found
            .get()
            .map(|pattern| words::found(count(grid, &pattern)))
    };
    let keydown = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            bar.close();
        }
        "Enter" if event.is_composing() => (),
        "Enter" => {
            event.prevent_default();
            go_next(grid, bar, event.shift_key());
        }
        _ => (),
    };
    let next = move |label: &'static str, backward: bool| {
        view! {
            <button type="button" class="btn small" on:click=move |_| { go_next(grid, bar, backward); }>
                {label}
            </button>
        }
    };
    let bar_view = move || {
        view! {
            <div class="row find-bar" role="search" aria-label=words::find()>
                <input
                    type="text"
                    id=FIELD
                    class="input"
                    autocomplete="off"
                    aria-label=words::find_text()
                    placeholder=words::find_text()
                    prop:value=move || bar.text.get()
                    on:input=move |event| bar.text.set(event_target_value(&event))
                    on:keydown=keydown
                />
                {next(words::find_before(), true)}
                {next(words::find_after(), false)}
                <label class="row">
                    <input
                        type="checkbox"
                        prop:checked=move || bar.whole.get()
                        on:change=move |event| bar.whole.set(event_target_checked(&event))
                    />
                    {words::find_whole()}
                </label>
                <span class="sub" role="status">{count}</span>
                {move || bar.mode.get().unwrap_or_default().then(|| replacing(grid, bar))}
                <button type="button" class="btn plain small find-close" aria-label=words::find_close() on:click=move |_| bar.close()>
                    <Icon name=IconName::Close />
                </button>
            </div>
        }
    };
    view! { <Show when=move || shown.get()>{bar_view}</Show> }.into_any()
}

/// The new text, and the buttons that put it in.
fn replacing(grid: GridState, bar: FindQuery) -> AnyView {
    let disabled = move || grid.store.read_only().get();
    let keydown = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => bar.close(),
        "Enter" if !event.is_composing() => replace_one(grid, bar),
        _ => (),
    };
    view! {
        <input
            type="text"
            class="input"
            autocomplete="off"
            aria-label=words::replace_text()
            placeholder=words::replace_text()
            prop:value=move || bar.new.get()
            on:input=move |event| bar.new.set(event_target_value(&event))
            on:keydown=keydown
        />
        <button type="button" class="btn small" disabled=disabled on:click=move |_| replace_one(grid, bar)>
            {words::replace_one()}
        </button>
        <button type="button" class="btn small" disabled=disabled on:click=move |_| replace_all(grid, bar)>
            {words::replace_all()}
        </button>
    }
    .into_any()
}
