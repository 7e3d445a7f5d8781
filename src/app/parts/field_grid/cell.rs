//! A cell of such a grid: a field with the habits of a spreadsheet.

use leptos::ev::{ClipboardEvent, KeyboardEvent, MouseEvent};
use leptos::html::Input;
use leptos::prelude::*;

use super::{Act, FieldGrid};
use crate::parts::field::without_line_end;
use crate::parts::{RIGHT, WindowPoint, is_composing, pasted, put_block};
use crate::store::Store;
use ::grid::{Command, Key, Position, next_choice};
use ::words::grid as words;

/// A cell of a grid, and its place there while it has one. Copy it freely.
#[derive(Clone, Copy)]
pub struct CellPlace {
    /// The grid.
    pub grid: FieldGrid,
    /// Row and column.
    pub at: Signal<Option<Position>>,
}

/// True if the whole text is selected: the keyboard is on the cell, not in its text.
fn is_whole(input: &web_sys::HtmlInputElement) -> bool {
    let (start, end) = (input.selection_start(), input.selection_end());
    let (start, end) = (start.ok().flatten(), end.ok().flatten());
    start == Some(0) && end == Some(input.value().encode_utf16().count() as u32)
}

/// A one-line field that is also a cell: Enter and the arrows move, Shift with the arrows selects, Ctrl+D copies from above,
/// blocks are copied and pasted. What is typed is sent when the cell is left.
#[component]
pub fn CellField(
    /// The DOM id.
    #[prop(into)]
    id: String,
    /// Label for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The text as it is kept, or as it was typed if it could not be.
    #[prop(into)]
    shown: Signal<String>,
    /// Called with the new text.
    #[prop(into)]
    send: Callback<String>,
    /// Called when Escape gives up a text that could not be kept.
    #[prop(optional_no_strip)]
    forget: Option<Callback<()>>,
    /// The grid it stands in.
    #[prop(optional_no_strip)]
    place: Option<CellPlace>,
    /// True if its text could not be kept. The reason stands under its id with `-why` behind it.
    #[prop(optional, into)]
    wrong: Signal<bool>,
    /// True if it can only be read now.
    #[prop(into)]
    locked: Signal<bool>,
    /// Each letter is sent as it is typed.
    #[prop(optional)]
    live: bool,
    /// The id of a `datalist` with words to choose from.
    #[prop(optional, into)]
    list: String,
    /// The words that Space goes through.
    #[prop(optional)]
    choices: &'static [&'static str],
    /// Shown while empty.
    #[prop(optional, into)]
    placeholder: String,
    /// More classes.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let cell = FieldCell {
        element: NodeRef::new(),
        shown,
        send,
        forget,
        place,
        locked,
        live,
        has_list: !list.is_empty(),
        label,
        choices,
        store: Store::here(),
        editing: StoredValue::new(false),
        composing: StoredValue::new(false),
        fresh: StoredValue::new(false),
        in_text: StoredValue::new(false),
        before: StoredValue::new((String::new(), 0)),
    };
    let at = move || place.and_then(|one| Some((one.grid, one.at.get()?)));
    let is_selected = move || at().is_some_and(|(grid, at)| grid.is_selected(at));
    let is_corner = move || at().is_some_and(|(grid, at)| grid.is_corner(at));
    let in_grid = move || at().map(|(_, at)| format!("{},{}", at.row, at.column));
    let described = format!("{id}-why");
    Effect::new(move |drawn: Option<()>| {
        shown.track();
        if drawn.is_some() {
            cell.rewritten();
        }
    });
    view! {
        <input
            node_ref=cell.element
            type="text"
            id=id
            class=format!("input cell-field {class}")
            class:picked=is_selected
            class:corner=is_corner
            data-place=in_grid
            inputmode="text"
            autocomplete="off"
            list=(!list.is_empty()).then_some(list)
            placeholder=placeholder
            aria-label=label
            aria-invalid=move || wrong.get().then_some("true")
            aria-describedby=move || wrong.get().then(|| described.clone())
            readonly=locked
            prop:value=move || shown.get()
            on:focus=move |_| cell.focused()
            on:mousedown=move |event| cell.press(&event)
            on:mouseover=move |event| cell.draw(&event)
            on:contextmenu=move |event| cell.open_menu(&event)
            on:dblclick=move |_| if !locked.get_untracked() { cell.edit() }
            on:compositionstart=move |_| cell.compose()
            on:compositionend=move |_| cell.composed()
            on:input=move |_| {
                cell.editing.set_value(true);
                cell.typed();
            }
            on:blur=move |_| cell.blurred()
            on:change=move |_| cell.send()
            on:keydown=move |event| cell.keydown(&event)
            on:copy=move |event| cell.copy(&event, false)
            on:cut=move |event| cell.copy(&event, true)
            on:paste=move |event| cell.paste(&event)
        />
    }
}

#[derive(Clone, Copy)]
struct FieldCell {
    element: NodeRef<Input>,
    shown: Signal<String>,
    send: Callback<String>,
    forget: Option<Callback<()>>,
    place: Option<CellPlace>,
    locked: Signal<bool>,
    live: bool,
    has_list: bool,
    label: Signal<String>,
    choices: &'static [&'static str],
    store: Store,
    /// True while the keyboard is in the text (after F2, a double click or a letter) and not on the cell.
    editing: StoredValue<bool>,
    composing: StoredValue<bool>,
    /// True after F2, or the mouse in the text: left and right go through it.
    in_text: StoredValue<bool>,
    /// True if the conversion takes the place of the whole text.
    fresh: StoredValue<bool>,
    /// The text that Escape puts back, and the number of acts on the grid when it was noted.
    before: StoredValue<(String, u32)>,
}

impl FieldCell {
    /// The grid, and the place in it.
    fn place(self) -> Option<(FieldGrid, Position)> {
        let place = self.place?;
        Some((place.grid, place.at.get_untracked()?))
    }

    fn show(self) {
        if let Some(input) = self.element.get_untracked() {
            input.set_value(&self.shown.get_untracked());
        }
    }

    /// Sends what is written, if it is new.
    fn send(self) {
        if let Some(input) = self.element.get_untracked()
            && input.value() != self.shown.get_untracked()
        {
            if let Some((grid, _)) = self.place() {
                grid.host.announcement.set(String::new());
            }
            self.send.run(input.value());
            if !self.live {
                self.show();
            }
        }
    }

    /// A conversion begins.
    fn compose(self) {
        let input = self.element.get_untracked();
        self.composing.set_value(true);
        self.fresh
            .set_value(input.is_some_and(|input| is_whole(&input)));
    }

    /// A conversion ends. One that was given up leaves the cell as it was (g30).
    fn composed(self) {
        self.composing.set_value(false);
        let input = self.element.get_untracked();
        let is_empty = input.is_some_and(|input| input.value().is_empty());
        if is_empty && self.fresh.get_value() {
            self.show();
            self.select();
        } else {
            self.typed();
        }
    }

    fn typed(self) {
        if self.live && !self.composing.get_value() {
            self.send();
        }
    }

    /// Shows the text as it is kept now, and puts the keyboard on the cell as a whole.
    fn changed(self) {
        self.show();
        self.select();
        self.seal();
    }

    /// Selects a text that changes under the keyboard, by an undo or by another tab: the keyboard stays on the cell (g35).
    fn rewritten(self) {
        let input = self.element.get_untracked();
        let has_keyboard = |input: &web_sys::HtmlInputElement| {
            document()
                .active_element()
                .is_some_and(|one| one == ***input)
        };
        if !self.editing.get_value()
            && let Some(input) = input.filter(has_keyboard)
        {
            input.set_value(&self.shown.get_untracked());
            input.select();
        }
    }

    /// Later typing is another step, and Escape restores the present text.
    fn seal(self) {
        self.note();
        self.store.seal();
    }

    /// Escape restores the present text from now on.
    fn note(self) {
        self.before
            .set_value((self.shown.get_untracked(), self.acts()));
    }

    fn acts(self) -> u32 {
        self.place.map_or(0, |place| place.grid.acts.get_value())
    }

    fn focused(self) {
        self.note();
        self.select();
    }

    fn blurred(self) {
        // A field taken off the page while it has the keyboard loses it after its signals are gone.
        if self.shown.try_get_untracked().is_none() {
            return;
        }
        self.editing.set_value(false);
        self.composing.set_value(false);
        if let Some(place) = self.place {
            place.grid.host.has_keyboard.set(false);
        }
        if self.live {
            self.send();
            self.seal();
            // A refused text (the user was told) does not stay as if it were kept.
            self.show();
        }
    }

    /// Puts the keyboard on the cell as a whole.
    fn select(self) {
        self.editing.set_value(false);
        self.in_text.set_value(false);
        if let Some((grid, at)) = self.place() {
            grid.host.has_keyboard.set(true);
            grid.focused(at);
        }
        if let Some(input) = self.element.get_untracked() {
            input.select();
        }
    }

    /// Puts the keyboard into its text.
    fn edit(self) {
        self.editing.set_value(true);
        self.in_text.set_value(true);
        if let Some(input) = self.element.get_untracked() {
            let end = input.value().encode_utf16().count() as u32;
            // A text field always has a caret.
            let _ = input.set_selection_range(end, end);
        }
    }

    /// A click selects; it never puts the caret into the middle of a number.
    fn press(self, event: &MouseEvent) {
        if self.editing.get_value() {
            return self.in_text.set_value(true);
        }
        event.prevent_default();
        if let Some((grid, at)) = self.place() {
            if event.button() == RIGHT && grid.contains(at) {
                return;
            }
            grid.pressed.at(event);
            if event.shift_key() && grid.has_active() {
                return grid.extend_to(at);
            }
            grid.pick(at);
        }
        if let Some(input) = self.element.get_untracked() {
            // An element on the page takes the keyboard.
            let _ = input.focus();
        }
        self.select();
    }

    /// A mouse that is drawn over cells selects them.
    fn draw(self, event: &MouseEvent) {
        let Some((grid, at)) = self.place() else {
            return;
        };
        if grid.pressed.draws(event) && grid.has_active() {
            grid.extend_to(at);
        }
    }

    /// Opens the menu of the selection; in a text that is being written, the browser opens its own.
    fn open_menu(self, event: &MouseEvent) {
        if self.editing.get_value() {
            return;
        }
        if let Some((grid, at)) = self.place() {
            event.prevent_default();
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            grid.open_menu(at, WindowPoint { x, y });
        }
    }

    /// Puts back the text that was there when the keyboard came, where each letter is sent.
    fn restore(self) {
        let (before, acts) = self.before.get_value();
        // A text that a command wrote since then stays.
        if self.live && acts == self.acts() && self.shown.get_untracked() != before {
            self.send.run(before);
        }
    }

    fn cancel(self) {
        self.restore();
        if let Some(forget) = self.forget {
            forget.run(());
        }
        self.changed();
    }

    fn keydown(self, event: &KeyboardEvent) {
        if is_composing(event) || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "Escape" => self.cancel(),
            "Tab" => {
                if let Some((grid, at)) = self.place() {
                    grid.tab(at, event.shift_key());
                }
            }
            "F2" => {
                event.prevent_default();
                if !self.locked.get_untracked() {
                    self.edit();
                }
            }
            "Enter" if self.place.is_none() => {
                event.prevent_default();
                self.send();
            }
            _ => self.command(event),
        }
    }

    fn command(self, event: &KeyboardEvent) {
        let (Some((grid, at)), Some(input)) = (self.place(), self.element.get_untracked()) else {
            return;
        };
        let (name, writing) = (event.key(), !is_whole(&input));
        if self.has_list && writing && matches!(name.as_str(), "ArrowUp" | "ArrowDown") {
            // They choose among the words offered.
            return;
        }
        let is_alone = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if name == " " && is_alone && !writing && !self.choices.is_empty() {
            self.choose(&input);
            return event.prevent_default();
        }
        let key = Key {
            name: &name,
            ctrl: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            writing,
            in_text: self.in_text.get_value() || self.has_list,
        };
        let Some(command) = Command::of_field(key, grid.has_block()) else {
            return;
        };
        let changes = |change: &dyn Fn()| {
            if !self.locked.get_untracked() {
                change();
                self.changed();
            }
        };
        match command {
            Command::FillSelection => changes(&|| {
                // The letters typed make no step of their own.
                let text = input.value();
                self.restore();
                grid.fill_all(at, &text);
            }),
            Command::FillDown => changes(&|| grid.fill(at, Act::FillDown)),
            Command::FillRight => changes(&|| grid.fill(at, Act::FillRight)),
            Command::Clear => changes(&|| grid.clear(at)),
            Command::Find(replaces) => grid.open_find(replaces),
            Command::Menu => {
                let frame = input.get_bounding_client_rect();
                let (x, y) = (frame.left(), frame.bottom());
                grid.open_menu(at, WindowPoint { x, y });
            }
            Command::Nothing => {}
            moves => {
                self.send();
                self.seal();
                grid.obey(at, moves);
            }
        }
        event.prevent_default();
    }

    /// Puts the next of the words into the cell, and says it.
    fn choose(self, input: &web_sys::HtmlInputElement) {
        if self.locked.get_untracked() {
            return;
        }
        let next = next_choice(&input.value(), self.choices);
        input.set_value(next);
        self.send();
        self.changed();
        if let Some((grid, _)) = self.place() {
            let said = words::at(&self.label.get_untracked(), next);
            grid.host.announcement.set(said);
        }
    }

    fn copy(self, event: &ClipboardEvent, cut: bool) {
        let Some((grid, at)) = self.place().filter(|(grid, _)| grid.has_block()) else {
            return;
        };
        event.prevent_default();
        put_block(event, &grid.copied(at));
        if cut && !self.locked.get_untracked() {
            grid.clear(at);
            self.changed();
        }
    }

    fn paste(self, event: &ClipboardEvent) {
        if self.locked.get_untracked() {
            return;
        }
        let text = pasted(event);
        let is_block = text.trim_end().contains(['\t', '\n']);
        match self.place() {
            Some((grid, at)) if is_block || grid.has_block() => {
                event.prevent_default();
                grid.paste(at, &text);
                self.changed();
            }
            _ => without_line_end(event),
        }
    }
}
