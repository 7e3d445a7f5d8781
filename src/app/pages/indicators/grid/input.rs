//! The field that stands over the active cell: it takes the keys, the conversion of Japanese input, and what is copied
//! and pasted.

use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::html::Input;
use leptos::prelude::*;

use super::clipboard;
use super::menu_place::open_by_key;
use super::state::GridState;
use crate::parts::{ParsePreview, Scroll, is_composing, pasted, put_block, writes};
use ::grid::{Area, Command, Key, Position};
use ::words::{grid as words, reading};
use browser::Timer;
use edit::TableCell;
use insight::FigureColumns;

/// The field. Unless it is being written in, it is empty and clear, and the cell shows through.
#[component]
pub fn CellInput(grid: GridState, scroll: RwSignal<Scroll>) -> impl IntoView {
    let cell = CellWriter::new(grid);
    let CellWriter {
        element, composing, ..
    } = cell;
    let writing = move || cell.writing.with(Option::is_some);
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
            class:text=move || grid.active().column < grid.columns.with(FigureColumns::baseline)
            autocomplete="off"
            aria-label=label
            style=move || place(grid, scroll, writing())
            on:compositionstart=move |_| cell.compose()
            on:compositionend=move |_| cell.composed()
            on:input=move |event| {
                if !cell.is_writing() && event_target_value(&event).is_empty() {
                    // A conversion that was cut off by moving away: it is sent already.
                    return;
                }
                cell.begin(None);
                cell.preview_soon();
                if !composing.get_value() {
                    cell.send();
                }
            }
            readonly=move || {
                closed.get().is_some() || grid.store.read_only().get() || !grid.has_cell()
            }
            on:mousedown=move |_| cell.in_text.set_value(true)
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
                if cell.writing.try_with_untracked(|_| ()).is_some() {
                    cell.end();
                }
            }
        />
        <ParsePreview text=cell.preview />
    }
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

/// Pause after the last key before it is shown how a figure is read, in ms.
const PAUSE: i32 = 120;

/// The text that is being written in the active cell. Each letter is an edit; all letters of a cell are one step.
#[derive(Clone, Copy)]
struct CellWriter {
    grid: GridState,
    element: NodeRef<Input>,
    /// The cell that is written in, and the text it had when writing began; `None` while the cursor only moves about. Rows
    /// may move under the cursor meanwhile: the letters are of this cell (g29).
    writing: RwSignal<Option<(TableCell, String)>>,
    composing: StoredValue<bool>,
    /// True if the writing began with the conversion.
    fresh: StoredValue<bool>,
    /// True after F2, or the mouse in the text: left and right go through it.
    in_text: StoredValue<bool>,
    /// Text written over a decided target, until the cell is left.
    pending: StoredValue<Option<(TableCell, String)>>,
    /// Reading of the text that is being typed, once no key was pressed for a moment.
    preview: RwSignal<String>,
    reads: StoredValue<Option<Timer>, LocalStorage>,
    /// True after Escape: Tab leaves the table.
    leaves: StoredValue<bool>,
}

impl CellWriter {
    fn new(grid: GridState) -> Self {
        let cell = Self {
            grid,
            element: NodeRef::new(),
            writing: RwSignal::new(None),
            composing: StoredValue::new(false),
            fresh: StoredValue::new(false),
            in_text: StoredValue::new(false),
            pending: StoredValue::new(None),
            preview: RwSignal::new(String::new()),
            reads: StoredValue::new_local(None),
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
        self.writing.with_untracked(Option::is_some)
    }

    fn active(self) -> Position {
        untrack(|| self.grid.active())
    }

    /// Begins to write, in this text.
    fn begin(self, text: Option<String>) {
        if !self.is_writing() {
            let cell = self.grid.cell(self.active());
            let writing = cell.map(|cell| (cell, self.grid.text_of(cell)));
            self.writing.set(writing);
        }
        if let (Some(input), Some(text)) = (self.element.get_untracked(), text) {
            input.set_value(&text);
            self.preview_soon();
        }
    }

    /// A conversion begins.
    fn compose(self) {
        self.composing.set_value(true);
        self.fresh.set_value(!self.is_writing());
        self.begin(None);
    }

    /// A conversion ends. One that was given up before anything was typed leaves the cell as it was (g30).
    fn composed(self) {
        self.composing.set_value(false);
        let input = self.element.get_untracked();
        let is_empty = input.is_some_and(|input| input.value().is_empty());
        match is_empty && self.fresh.get_value() {
            true => self.cancel(),
            false => self.send(),
        }
    }

    /// Shows how a figure is read, after a pause: to set it beside the cell takes longer than to write the letter.
    fn preview_soon(self) {
        let preview = move || {
            // The page may be gone by then.
            let writing = self.writing.try_get_untracked().flatten();
            let input = self.element.try_get_untracked().flatten();
            if let (Some((cell, _)), Some(input)) = (writing, input) {
                self.preview.set(match cell.figure() {
                    Some(_) => reading::figure(&input.value()),
                    None => String::new(),
                });
            }
        };
        self.reads.set_value(Some(Timer::after(PAUSE, preview)));
    }

    /// Begins to write in the cell as it is.
    fn edit(self) {
        self.in_text.set_value(true);
        self.begin(Some(self.grid.text(self.active())));
    }

    /// Makes the edit of what is written so far.
    fn send(self) {
        if let Some(input) = self.element.get_untracked()
            && let Some((cell, before)) = self.writing.get_untracked()
        {
            let text = input.value();
            if self.grid.asks(cell, &before) {
                self.pending.set_value(Some((cell, text)));
            } else {
                self.grid.write(cell, &text);
            }
        }
    }

    /// Ends the writing. A conversion that is under way counts as typed.
    fn end(self) {
        if self.composing.try_update_value(std::mem::take) == Some(true) {
            self.send();
        }
        if self.is_writing() {
            self.writing.set(None);
        }
        self.in_text.set_value(false);
        self.reads.set_value(None);
        if self.preview.with_untracked(|preview| !preview.is_empty()) {
            self.preview.set(String::new());
        }
        if let Some(input) = self.element.get_untracked() {
            input.set_value("");
        }
        self.grid.store.seal();
        if let Some((cell, text)) = self.pending.try_update_value(Option::take).flatten() {
            self.grid.ask(cell, &text);
        }
    }

    /// Ends the writing, and puts back what the cell held.
    fn cancel(self) {
        let pending = self.pending.try_update_value(Option::take).flatten();
        if let (Some((cell, before)), None) = (self.writing.get_untracked(), pending) {
            self.grid.write(cell, &before);
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
            in_text: self.in_text.get_value(),
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
