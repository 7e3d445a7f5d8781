//! Finding and replacing texts in the cells that are shown.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::{FindQuery, GridCommands, SharedCommands};
use crate::parts::{Icon, IconName};
use crate::settled::settled;
use ::grid::{Position, find_next};
use ::words::grid as words;

/// A grid, and what is looked for in it.
#[derive(Clone)]
struct Search {
    grid: SharedCommands,
    query: FindQuery,
}

impl Search {
    /// Goes to the next cell that has the pattern; false: there is none.
    fn go_next(&self, backward: bool) -> bool {
        let Some(pattern) = untrack(|| self.query.pattern()) else {
            return false;
        };
        let grid = &self.grid;
        let fits = |at| pattern.fits(&grid.sought(at));
        match find_next(grid.active(), backward, grid.size(), fits) {
            Some(at) => {
                grid.announcement().set(String::new());
                grid.go(at);
                let active = grid.active();
                let account = words::at(&grid.label(active), &grid.text(active));
                grid.announcement().set(account);
                true
            }
            None => {
                grid.announcement().set(words::found_none().to_owned());
                false
            }
        }
    }

    /// Replaces in the active cell if it has the pattern, and goes to the next.
    fn replace_one(&self) {
        let here = self.grid.active();
        let pattern = untrack(|| self.query.pattern());
        if !pattern.is_some_and(|pattern| pattern.fits(&self.grid.text(here))) {
            self.go_next(false);
            return;
        }
        let replaced = self.replace(&[here]);
        let account = self.grid.announcement().get_untracked();
        if self.go_next(false) && replaced {
            self.grid.announcement().set(account);
        }
    }

    fn replace_all(&self) {
        let pattern = untrack(|| self.query.pattern());
        let all = pattern.map(|pattern| self.grid.places(&pattern));
        self.replace(&all.unwrap_or_default());
    }

    fn replace(&self, places: &[Position]) -> bool {
        let Some(pattern) = untrack(|| self.query.pattern()) else {
            return false;
        };
        let new = self.query.new.get_untracked();
        let texts = places.iter().filter(|at| self.grid.is_text(**at));
        let texts = texts.filter_map(|at| {
            let text = pattern.replaced(&self.grid.text(*at), &new)?;
            Some((*at, text))
        });
        self.grid.replace(texts.collect())
    }

    /// Closes the bar, and gives the keyboard back to the grid.
    fn close(&self) {
        self.query.mode.set(None);
        self.grid.focus();
    }
}

/// The bar, while it is open.
#[component]
pub fn FindBar(grid: SharedCommands, query: FindQuery) -> impl IntoView {
    let search = StoredValue::new(Search { grid, query });
    let shown = Memo::new(move |_| query.is_open());
    view! { <Show when=move || shown.get()>{move || bar(search, query)}</Show> }.into_any()
}

/// Returns the name of the bar: replacing belongs to it where the grid has texts.
pub(super) fn name_of_bar(grid: &dyn GridCommands) -> &'static str {
    match untrack(|| grid.replaces()) {
        true => words::find(),
        false => words::find_only(),
    }
}

fn bar(search: StoredValue<Search>, query: FindQuery) -> AnyView {
    let found = settled(move || query.pattern());
    let count = move || {
        let grid = search.with_value(|search| Arc::clone(&search.grid));
        grid.follow();
        let places = found.get().map(|pattern| grid.places(&pattern).len());
        places.map(words::found)
    };
    let keydown = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            search.with_value(Search::close);
        }
        "Enter" if event.is_composing() => (),
        "Enter" => {
            event.prevent_default();
            search.with_value(|search| search.go_next(event.shift_key()));
        }
        _ => (),
    };
    let next = move |label: &'static str, backward: bool| {
        let go = move |_| {
            search.with_value(|search| search.go_next(backward));
        };
        view! {
            <button type="button" class="btn small" on:click=go>
                {label}
            </button>
        }
    };
    let name = search.with_value(|search| name_of_bar(search.grid.as_ref()));
    view! {
        <div class="row find-bar" role="search" aria-label=name>
            <input
                type="text"
                id=query.id
                class="input"
                autocomplete="off"
                aria-label=words::find_text()
                placeholder=words::find_text()
                prop:value=move || query.text.get()
                on:input=move |event| query.text.set(event_target_value(&event))
                on:keydown=keydown
            />
            {next(words::find_before(), true)}
            {next(words::find_after(), false)}
            <label class="row">
                <input
                    type="checkbox"
                    prop:checked=move || query.whole.get()
                    on:change=move |event| query.whole.set(event_target_checked(&event))
                />
                {words::find_whole()}
            </label>
            <span class="sub" role="status">{count}</span>
            {move || query.mode.get().unwrap_or_default().then(|| replacing(search, query))}
            <button
                type="button"
                class="btn plain small find-close"
                aria-label=words::find_close()
                on:click=move |_| search.with_value(Search::close)
            >
                <Icon name=IconName::Close />
            </button>
        </div>
    }
    .into_any()
}

/// The new text, and the buttons that put it in.
fn replacing(search: StoredValue<Search>, query: FindQuery) -> AnyView {
    let disabled = move || {
        let grid = search.with_value(|search| Arc::clone(&search.grid));
        grid.is_read_only()
    };
    let keydown = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => search.with_value(Search::close),
        "Enter" if !event.is_composing() => search.with_value(Search::replace_one),
        _ => (),
    };
    view! {
        <input
            type="text"
            class="input"
            autocomplete="off"
            aria-label=words::replace_text()
            placeholder=words::replace_text()
            prop:value=move || query.new.get()
            on:input=move |event| query.new.set(event_target_value(&event))
            on:keydown=keydown
        />
        <button type="button" class="btn small" disabled=disabled on:click=move |_| search.with_value(Search::replace_one)>
            {words::replace_one()}
        </button>
        <button type="button" class="btn small" disabled=disabled on:click=move |_| search.with_value(Search::replace_all)>
            {words::replace_all()}
        </button>
    }
    .into_any()
}
