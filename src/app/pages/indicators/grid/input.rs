//! The field that stands over the active cell: it takes the keys, the conversion of Japanese input, and what is copied
//! and pasted.

use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::html::Input;
use leptos::prelude::*;

use super::clipboard;
use super::menu_place::open_by_key;
use super::rows::Columns;
use super::state::GridState;
use crate::parts::{ParsePreview, Scroll, is_composing, pasted, put_block, writes};
use ::grid::{Area, Command, Key, Position};
use ::words::{grid as words, reading};

/// The field. Unless it is being written in, it is empty and clear, and the cell shows through.
#[component]
pub fn CellInput(grid: GridState, scroll: RwSignal<Scroll>) -> impl IntoView {
    let cell = CellWriter::new(grid);
    let CellWriter {
        element, composing, ..
    } = cell;
    let writing = move || cell.before.with(Option::is_some);
    let closed = Memo::new(move |_| grid.closed_at(grid.active()));
    // It is told when the cursor moves and when writing ends, not with every letter.
    let label = Memo::new(move |before: Option<&String>| match (writing(), before) {
        (true, Some(before)) => before.clone(),
        _ => {
            grid.follow_active();
            let active = grid.active();
            let said = words::at(&grid.label(active), &grid.text(active));
            words::with_note(said, grid.note(active))
        }
    });
    Effect::new(move |before: Option<u32>| {
        let count = grid.edits().get();
        if before.is_some_and(|before| before != count) && !cell.is_writing() {
            match closed.get_untracked() {
                Some(year) => grid.refuse(year),
                None if grid.store.read_only().get_untracked() => (),
                None => cell.edit(),
            }
        }
        count
    });
    view! {
        <input
            node_ref=element
            id="grid-input"
            class="grid-input"
            class:writing=writing
            class:text=move || grid.active().column < grid.columns.with(Columns::baseline)
            autocomplete="off"
            aria-label=label
            style=move || place(grid, scroll, writing())
            on:compositionstart=move |_| {
                composing.set_value(true);
                cell.begin(None);
            }
            on:compositionend=move |_| {
                composing.set_value(false);
                cell.send();
            }
            on:input=move |event| {
                cell.begin(None);
                cell.preview(&event_target_value(&event));
                if !composing.get_value() {
                    cell.send();
                }
            }
            readonly=move || closed.get().is_some() || grid.store.read_only().get()
            on:keydown=move |event| cell.keydown(event, closed)
            on:copy=move |event| cell.copy(&event, false)
            on:cut=move |event| cell.copy(&event, true)
            on:paste=move |event: ClipboardEvent| {
                if !cell.is_writing() {
                    event.prevent_default();
                    clipboard::paste(grid, &pasted(&event));
                }
            }
            on:blur=move |_| {
                // Taken off the page while it has the keyboard: its signals are gone already.
                if cell.before.try_get_untracked().is_some() {
                    cell.end();
                }
            }
        />
        <ParsePreview text=cell.preview />
    }
    .into_any()
}

/// Place of the field: over the active cell, as far as that is in sight. It is moved without laying out the page; what tells how
/// a text is read stands beside it only where it is laid out.
fn place(grid: GridState, scroll: RwSignal<Scroll>, is_writing: bool) -> String {
    let (active, seen) = (grid.active(), scroll.get());
    let mut edges = grid.edges(Area::between(active, active), seen);
    if active.column == 0 {
        // A name stands over two rows.
        edges.bottom += grid.row.get() * grid.rows_below_name(active.row) as f64;
    }
    let above = edges.top < grid.header.get() - 1.0 || edges.left < -1.0;
    let below = edges.bottom > seen.height + 1.0 || edges.right > seen.width + 1.0;
    // Before the table is measured it has no width.
    let hidden = seen.width > 0.0 && (above || below);
    if is_writing {
        return edges.style();
    }
    if !hidden {
        return edges.moved();
    }
    // A hidden cell makes the page no wider.
    let width = edges.right - edges.left;
    edges.left = edges.left.min((seen.width - width).max(0.0));
    edges.right = edges.left + width;
    format!("opacity:0;{}", edges.moved())
}

/// The text that is being written in the active cell. Each letter is an edit; all letters of a cell are one step.
#[derive(Clone, Copy)]
struct CellWriter {
    grid: GridState,
    element: NodeRef<Input>,
    /// The text the cell had when writing began; `None` while the cursor only moves about.
    before: RwSignal<Option<String>>,
    composing: StoredValue<bool>,
    /// Text written over a decided target, until the cell is left.
    pending: StoredValue<Option<(Position, String)>>,
    /// Reading of the text that is being typed.
    preview: RwSignal<String>,
    /// True after Escape: Tab leaves the table.
    leaves: StoredValue<bool>,
}

impl CellWriter {
    fn new(grid: GridState) -> Self {
        let cell = Self {
            grid,
            element: NodeRef::new(),
            before: RwSignal::new(None),
            composing: StoredValue::new(false),
            pending: StoredValue::new(None),
            preview: RwSignal::new(String::new()),
            leaves: StoredValue::new(false),
        };
        // Moving the cursor ends the writing.
        Effect::new(move |_| {
            grid.active();
            cell.end();
        });
        cell
    }

    fn is_writing(self) -> bool {
        self.before.with_untracked(Option::is_some)
    }

    fn active(self) -> Position {
        untrack(|| self.grid.active())
    }

    /// Begins to write, in this text.
    fn begin(self, text: Option<String>) {
        if !self.is_writing() {
            self.before.set(Some(self.grid.text(self.active())));
        }
        if let (Some(input), Some(text)) = (self.element.get_untracked(), text) {
            input.set_value(&text);
            self.preview(&text);
        }
    }

    /// Shows how a figure is read.
    fn preview(self, text: &str) {
        let cell = self.grid.cell(self.active());
        let is_figure = cell.is_some_and(|cell| cell.figure().is_some());
        self.preview.set(match is_figure {
            true => reading::figure(text),
            false => String::new(),
        });
    }

    /// Begins to write in the cell as it is.
    fn edit(self) {
        self.begin(Some(self.grid.text(self.active())));
    }

    /// Makes the edit of what is written so far.
    fn send(self) {
        if let Some(input) = self.element.get_untracked()
            && self.is_writing()
        {
            let before = self.before.get_untracked().unwrap_or_default();
            let (position, text) = (self.active(), input.value());
            if self.grid.asks(position, &before) {
                self.pending.set_value(Some((position, text)));
            } else {
                self.grid.write(position, &text);
            }
        }
    }

    /// Ends the writing.
    fn end(self) {
        self.before.set(None);
        self.preview.set(String::new());
        if let Some(input) = self.element.get_untracked() {
            input.set_value("");
        }
        self.grid.store.seal();
        if let Some((position, text)) = self.pending.try_update_value(Option::take).flatten() {
            self.grid.ask(position, &text);
        }
    }

    /// Ends the writing, and puts back what the cell held.
    fn cancel(self) {
        let text = self.before.get_untracked().unwrap_or_default();
        if self
            .pending
            .try_update_value(Option::take)
            .flatten()
            .is_none()
        {
            self.grid.write(self.active(), &text);
        }
        self.end();
    }

    /// Writes what is typed, or what the active cell holds, into all that is selected.
    fn fill(self) {
        let text = match (self.is_writing(), self.element.get_untracked()) {
            (true, Some(input)) => input.value(),
            _ => self.grid.text(self.active()),
        };
        if !self.grid.is_block() {
            return self.end();
        }
        if self.is_writing() {
            self.cancel();
        }
        clipboard::fill(self.grid, &text);
    }

    fn copy(self, event: &ClipboardEvent, cut: bool) {
        if self.is_writing() {
            return;
        }
        event.prevent_default();
        put_block(event, &clipboard::copy(self.grid));
        if cut {
            clipboard::clear(self.grid);
        }
    }

    fn keydown(self, event: KeyboardEvent, closed: Memo<Option<strategy::FiscalYear>>) {
        let name = event.key();
        let command = Command::of(Key {
            name: &name,
            ctrl: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            writing: self.is_writing(),
        });
        if let Some(year) = closed.get_untracked()
            && writes(&event)
            && !matches!(command, Some(Command::Rows | Command::Note))
            && !self.grid.is_block()
        {
            event.prevent_default();
            return self.grid.refuse(year);
        }
        if is_composing(&event) {
            return;
        }
        let left = self.leaves.get_value();
        self.leaves.set_value(name == "Escape" && command.is_none());
        if name == "Escape" && command.is_none() {
            self.grid.announcement().set(words::tab_leaves().to_owned());
        }
        if let Some(command) = command
            && !(left && matches!(command, Command::Tab(_)))
            && self.obey(command)
        {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    /// Does what a key asks for; false if the browser is to do what it does.
    fn obey(self, command: Command) -> bool {
        let grid = self.grid;
        match command {
            Command::FillSelection => self.fill(),
            Command::Edit => self.edit(),
            Command::Note => return grid.open_note(),
            Command::Rewrite => {
                self.begin(Some(String::new()));
                self.send();
            }
            Command::Clear => clipboard::clear(grid),
            Command::FillDown => clipboard::fill_down(grid),
            Command::FillRight => clipboard::fill_right(grid),
            Command::Cancel => self.cancel(),
            Command::Find(replaces) => grid.find.open(replaces),
            Command::Menu => open_by_key(grid),
            Command::Nothing => {}
            moves => {
                let before = self.active();
                let moved = grid.obey(moves);
                if moved && before == self.active() && matches!(moves, Command::Enter(_)) {
                    self.end();
                }
                return moved;
            }
        }
        true
    }
}
