//! The field that stands over the cell of the cursor: it takes the keys, the conversion of Japanese input,
//! and what is copied and pasted.

use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::html::Input;
use leptos::prelude::*;

use super::clipboard;
use super::state::{GridState, Position};
use crate::parts::{ParsePreview, Scroll, Short, is_composing, pasted, writes};
use ::words::{grid as words, reading};

/// The field. Unless it is being written in, it is empty and clear, and the cell shows through.
#[component]
#[expect(
    clippy::too_many_lines,
    reason = "the input of a grid, to be shared with the grid of sheets"
)]
pub fn CellInput(grid: GridState, scroll: RwSignal<Scroll>) -> impl IntoView {
    let element = NodeRef::<Input>::new();
    // The text the cell had when writing began; `None` while the cursor only moves about.
    let before = RwSignal::new(None::<String>);
    let composing = StoredValue::new(false);
    // Text written over a decided target, until the cell is left.
    let pending = StoredValue::new(None::<(Position, String)>);
    // Reading of the text that is being typed.
    let preview = RwSignal::new(String::new());
    let writing = move || before.with(Option::is_some);
    let clear = move || {
        before.set(None);
        preview.set(String::new());
        if let Some(input) = element.get_untracked() {
            input.set_value("");
        }
        grid.store.seal();
        if let Some((position, text)) = pending.try_update_value(Option::take).flatten() {
            grid.ask(position, &text);
        }
    };
    // Moving the cursor ends the writing.
    Effect::new(move |_| {
        grid.cursor();
        clear();
    });
    let begin = move |text: Option<String>| {
        if before.with_untracked(Option::is_none) {
            before.set(Some(grid.text(untrack(|| grid.cursor()))));
        }
        if let (Some(input), Some(text)) = (element.get_untracked(), text) {
            input.set_value(&text);
            preview.set(reading::figure(&text));
        }
    };
    let send = move || {
        if let Some(input) = element.get_untracked()
            && before.with_untracked(Option::is_some)
        {
            let before = before.get_untracked().unwrap_or_default();
            let (position, text) = (untrack(|| grid.cursor()), input.value());
            if grid.asks(position, &before) {
                pending.set_value(Some((position, text)));
            } else {
                grid.write(position, &text);
            }
        }
    };
    let closed = Memo::new(move |_| grid.closed_at(grid.cursor()));
    let keydown = move |event: KeyboardEvent| {
        if let Some(year) = closed.get_untracked()
            && writes(&event)
            && !grid.has_block()
        {
            event.prevent_default();
            return grid.refuse(year);
        }
        if is_composing(&event) {
            return;
        }
        let writing = untrack(writing);
        match (event.key().as_str(), writing) {
            ("Enter", _) => grid.step(if event.shift_key() { -1 } else { 1 }, 0, false),
            ("Tab", _) => {
                let (row, column) = untrack(|| grid.cursor());
                let last = grid.years.with_untracked(Vec::len);
                let leaves = if event.shift_key() {
                    (row, column) == (0, 0)
                } else {
                    column == last
                };
                if leaves && !writing {
                    return;
                }
                grid.step(0, if event.shift_key() { -1 } else { 1 }, false);
            }
            ("Escape", true) => {
                let text = before.get_untracked().unwrap_or_default();
                if pending.try_update_value(Option::take).flatten().is_none() {
                    grid.write(untrack(|| grid.cursor()), &text);
                }
                clear();
            }
            ("F2", false) => begin(Some(grid.text(untrack(|| grid.cursor())))),
            ("Delete" | "Backspace", false) => clipboard::clear(grid),
            ("a" | "A", false) if event.ctrl_key() || event.meta_key() => grid.select_all(),
            ("Home", false) if event.ctrl_key() => grid.corner(true, event.shift_key()),
            ("End", false) if event.ctrl_key() => grid.corner(false, event.shift_key()),
            ("ArrowUp", false) if event.ctrl_key() => grid.leap(-1, 0, event.shift_key()),
            ("ArrowDown", false) if event.ctrl_key() => grid.leap(1, 0, event.shift_key()),
            ("ArrowLeft", false) if event.ctrl_key() => grid.leap(0, -1, event.shift_key()),
            ("ArrowRight", false) if event.ctrl_key() => grid.leap(0, 1, event.shift_key()),
            ("ArrowUp", false) => grid.step(-1, 0, event.shift_key()),
            ("ArrowDown", false) => grid.step(1, 0, event.shift_key()),
            ("ArrowLeft", false) => grid.step(0, -1, event.shift_key()),
            ("ArrowRight", false) => grid.step(0, 1, event.shift_key()),
            ("ArrowUp", true) => grid.step(-1, 0, false),
            ("ArrowDown", true) => grid.step(1, 0, false),
            ("PageUp", _) => grid.step(-15, 0, event.shift_key()),
            ("PageDown", _) => grid.step(15, 0, event.shift_key()),
            ("Home", false) => grid.step(0, -10_000, event.shift_key()),
            ("End", false) => grid.step(0, 10_000, event.shift_key()),
            ("d" | "D", false) if event.ctrl_key() || event.meta_key() => {
                clipboard::fill_down(grid)
            }
            // Never the browser's reload, not in the middle of a text either.
            ("r" | "R", writing) if event.ctrl_key() || event.meta_key() => {
                if !writing {
                    clipboard::fill_right(grid);
                }
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let position = move || {
        let ((row, column), seen) = (grid.cursor(), scroll.get());
        let (left, width) = grid.column(column);
        let (high, header) = (grid.row.get(), grid.header.get());
        let (top, left) = (header + row as f64 * high - seen.top, left - seen.left);
        let above = top < header - 1.0 || left < -1.0;
        let below = top + high > seen.height + 1.0 || left + width > seen.width + 1.0;
        // Before the table is measured it has no width.
        let hidden = seen.width > 0.0 && (above || below);
        let shown = if hidden { "opacity:0;" } else { "" };
        // A hidden cell makes the page no wider.
        let left = match hidden {
            true => left.min((seen.width - width).max(0.0)),
            false => left,
        };
        let [top, left, width, height] = [top, left, width, high].map(Short);
        format!("{shown}top:{top}px;left:{left}px;width:{width}px;height:{height}px")
    };
    let copied = move |event: ClipboardEvent, cut: bool| {
        if !untrack(writing) {
            event.prevent_default();
            if let Some(data) = event.clipboard_data() {
                // Refused only where the browser forbids it; nothing is lost then.
                let _ = data.set_data("text/plain", &clipboard::copy(grid));
            }
            if cut {
                clipboard::clear(grid);
            }
        }
    };
    view! {
        <input
            node_ref=element
            id="grid-input"
            class="grid-input"
            class:writing=writing
            autocomplete="off"
            aria-label=move || words::at(&grid.label(grid.cursor()), &grid.store.follow(|_| grid.text(grid.cursor())))
            style=position
            on:compositionstart=move |_| {
                composing.set_value(true);
                begin(None);
            }
            on:compositionend=move |_| {
                composing.set_value(false);
                send();
            }
            on:input=move |event| {
                begin(None);
                preview.set(reading::figure(&event_target_value(&event)));
                if !composing.get_value() {
                    send();
                }
            }
            readonly=move || closed.get().is_some() || grid.store.read_only().get()
            on:dblclick=move |_| match closed.get_untracked() {
                Some(year) => grid.refuse(year),
                None => begin(Some(grid.text(grid.cursor()))),
            }
            on:keydown=keydown
            on:copy=move |event| copied(event, false)
            on:cut=move |event| copied(event, true)
            on:paste=move |event: ClipboardEvent| {
                if untrack(writing) {
                    return;
                }
                event.prevent_default();
                clipboard::paste(grid, &pasted(&event));
            }
            on:blur=move |_| {
                // Taken off the page while it has the keyboard: its signals are gone already.
                if before.try_get_untracked().is_some() {
                    clear();
                }
            }
        />
        <ParsePreview text=preview />
    }
    .into_any()
}
