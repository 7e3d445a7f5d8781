//! A cell that takes an amount, with Excel's habits.

use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::html::Input;
use leptos::prelude::*;

use super::grid::Grid;
use super::{FiscalCycle, InvalidInput};
use crate::parts::{is_composing, pasted, put_block};
use crate::store::Store;
use ::grid::{Command, Key};
use ::words::{Say, Style, plan as words};
use browser::focus::focus;
use edit::{MoneyCell, Refusal};
use strategy::*;

/// The DOM id of a cell.
pub fn cell_id(cell: MoneyCell) -> String {
    match cell {
        MoneyCell::Settled(id) => format!("cell-{id}-settled"),
        MoneyCell::Budget(id, year) => format!("cell-{id}-{}", year.0),
        MoneyCell::Fund(id, source) => format!("cell-{id}-fund-{}", source as u8),
        MoneyCell::Printed(id, Side::Done) => format!("cell-{id}-done"),
        MoneyCell::Printed(id, Side::Planned) => format!("cell-{id}-planned"),
    }
}

/// Tracked: returns the text of a cell.
fn kept(store: Store, cell: MoneyCell) -> String {
    match cell {
        MoneyCell::Printed(id, _) => store.get(id).map(drop),
        _ => cell.line().and_then(|id| store.get(id)).map(drop),
    };
    let money = store.with(|s| cell.of(s));
    money.map(|money| money.say()).unwrap_or_default()
}

/// Writes what was typed, or keeps it on the screen with the reason why it cannot be written.
fn write(store: Store, cycle: FiscalCycle, cell: MoneyCell, text: &str) {
    let forget = || {
        cycle.invalid.update(|invalid| {
            invalid.remove(&cell);
        });
    };
    let made = store.with(|s| edit::set_money(s, cell, text));
    match made {
        Ok(edit) => {
            if store.commit(edit) {
                store.seal();
                forget();
            }
        }
        Err(Refusal::Nothing) => forget(),
        Err(why) => {
            let (text, why) = (text.to_owned(), why.say());
            cycle.keep_invalid(cell, InvalidInput { text, why });
        }
    }
}

/// True if the whole text is selected: the keyboard is on the cell, not in its text.
fn is_whole(input: &web_sys::HtmlInputElement) -> bool {
    let (start, end) = (input.selection_start(), input.selection_end());
    let (start, end) = (start.ok().flatten(), end.ok().flatten());
    start == Some(0) && end == Some(input.value().encode_utf16().count() as u32)
}

/// Puts the keyboard into a cell.
fn go(cell: MoneyCell) {
    focus(&cell_id(cell));
}

/// A field for an amount in 千円. It takes 「1,234千円」「△5」「-」; what it cannot read stays as typed,
/// with the reason beside it, until it is put right. In a grid it has Excel's habits: Enter and the arrows move,
/// Shift with the arrows picks, Ctrl+D copies from above, blocks are copied and pasted.
#[component]
#[expect(
    clippy::too_many_lines,
    reason = "the input of a grid, to be shared with the grid of indicators"
)]
pub fn MoneyField(
    /// The cell.
    cell: MoneyCell,
    /// Label for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The grid it stands in.
    #[prop(optional)]
    grid: Option<Grid>,
    /// True if it can only be read now.
    #[prop(into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let (store, cycle) = (Store::here(), FiscalCycle::here());
    let element = NodeRef::<Input>::new();
    let invalid = Memo::new(move |_| cycle.invalid.with(|invalid| invalid.get(&cell).cloned()));
    let shown = Memo::new(move |_| match invalid.get() {
        Some(invalid) => invalid.text,
        None => kept(store, cell),
    });
    let show = move || {
        if let Some(input) = element.get_untracked() {
            input.set_value(&shown.get_untracked());
        }
    };
    // True while the keyboard is in the text (after F2, a double click or a letter) and not on the cell.
    let editing = StoredValue::new(false);
    let select = move || {
        editing.set_value(false);
        if let Some(grid) = grid {
            grid.focused(cell);
        }
        if let Some(input) = element.get_untracked() {
            input.select();
        }
    };
    let edit_text = move || {
        editing.set_value(true);
        if let Some(input) = element.get_untracked() {
            let end = input.value().encode_utf16().count() as u32;
            // A text field always has a caret.
            let _ = input.set_selection_range(end, end);
        }
    };
    let send = move || {
        if let Some(input) = element.get_untracked()
            && input.value() != shown.get_untracked()
        {
            if let Some(grid) = grid {
                grid.announcement.set(String::new());
            }
            write(store, cycle, cell, &input.value());
            show();
        }
    };
    let keydown = move |event: KeyboardEvent| {
        if is_composing(&event) || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "Escape" => {
                cycle.invalid.update(|invalid| {
                    invalid.remove(&cell);
                });
                show();
            }
            "F2" => {
                event.prevent_default();
                if !locked.get_untracked() {
                    edit_text();
                }
            }
            "Enter" if grid.is_none() => {
                event.prevent_default();
                send();
            }
            _ => {
                if let (Some(grid), Some(input)) = (grid, element.get_untracked()) {
                    let still = is_whole(&input);
                    grid_key(grid, cell, &event, still, locked.get_untracked(), &send);
                }
            }
        }
    };
    let copy = move |event: ClipboardEvent, cut: bool| {
        let Some(grid) = grid.filter(|grid| grid.has_block()) else {
            return;
        };
        event.prevent_default();
        put_block(&event, &grid.copied(cell));
        if cut && !locked.get_untracked() {
            grid.clear(cell);
            show();
        }
    };
    let paste = move |event: ClipboardEvent| {
        let Some(grid) = grid.filter(|_| !locked.get_untracked()) else {
            return;
        };
        let text = pasted(&event);
        let is_block = text.trim_end().contains(['\t', '\n']);
        if is_block || grid.has_block() {
            event.prevent_default();
            grid.paste(cell, &text);
            show();
        }
    };
    let why_id = format!("{}-why", cell_id(cell));
    let described = why_id.clone();
    view! {
        <span
            class="money-field"
            class:wrong=move || invalid.with(Option::is_some)
            class:picked=move || grid.is_some_and(|grid| grid.is_selected(cell))
        >
            <input
                node_ref=element
                type="text"
                id=cell_id(cell)
                class="input money"
                inputmode="text"
                autocomplete="off"
                placeholder=" "
                aria-label=label
                aria-invalid=move || invalid.with(Option::is_some).then_some("true")
                aria-describedby=move || invalid.with(Option::is_some).then(|| described.clone())
                readonly=locked
                prop:value=move || shown.get()
                on:focus=move |_| select()
                // A click selects; it never puts the caret into the middle of a number.
                on:mousedown=move |event| {
                    if editing.get_value() {
                        return;
                    }
                    event.prevent_default();
                    if let Some(grid) = grid {
                        if event.shift_key() && grid.has_active() {
                            return grid.extend_to(cell);
                        }
                        grid.pick(cell);
                    }
                    if let Some(input) = element.get_untracked() {
                        // An element on the page takes the keyboard.
                        let _ = input.focus();
                    }
                    select();
                }
                on:dblclick=move |_| if !locked.get_untracked() { edit_text() }
                on:input=move |_| editing.set_value(true)
                on:blur=move |_| editing.set_value(false)
                on:change=move |_| send()
                on:keydown=keydown
                on:copy=move |event| copy(event, false)
                on:cut=move |event| copy(event, true)
                on:paste=paste
            />
            {move || {
                let why_id = why_id.clone();
                // In a grid the reason stands under the whole line.
                let invalid = invalid.get().filter(|_| grid.is_none());
                invalid.map(|invalid| view! { <span class="money-why" id=why_id role="alert">{invalid.why}</span> })
            }}
            <Show when=move || shown.with(|text| text.starts_with(Style::now().minus.letter())) && invalid.with(Option::is_none)>
                <span class="money-why warn-text">{words::negative()}</span>
            </Show>
        </span>
    }
    .into_any()
}

/// Why what was typed into the cells of a line cannot be kept, across the whole line.
#[component]
pub fn LineWrongs(
    /// The line.
    id: Id<Line>,
) -> impl IntoView {
    let invalid = FiscalCycle::here().invalid;
    let wrongs = Memo::new(move |_| {
        invalid.with(|invalid| {
            let of_line = |cell: &MoneyCell| {
                let in_grid = matches!(cell, MoneyCell::Settled(_) | MoneyCell::Budget(..));
                in_grid && cell.line() == Some(id)
            };
            let wrongs = invalid.iter().filter(|(cell, _)| of_line(cell));
            wrongs
                .map(|(cell, invalid)| (*cell, invalid.why.clone()))
                .collect::<Vec<_>>()
        })
    });
    let one = |(cell, why): (MoneyCell, String)| {
        let id = format!("{}-why", cell_id(cell));
        view! { <p class="money-why line-wrong" id=id role="alert">{words::wrong(cell, &why)}</p> }
    };
    move || wrongs.get().into_iter().map(one).collect_view()
}

/// A key pressed in a cell of a grid. `still`: the keyboard is on the cell, not in its text.
fn grid_key(
    grid: Grid,
    cell: MoneyCell,
    event: &KeyboardEvent,
    still: bool,
    locked: bool,
    send: &dyn Fn(),
) {
    let name = event.key();
    let command = Command::of(Key {
        name: &name,
        ctrl: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        writing: !still,
    });
    let Some(command) = command else { return };
    let changes = |change: &dyn Fn()| {
        if !locked {
            change();
        }
    };
    match command {
        Command::FillSelection => {
            let text = event_target::<web_sys::HtmlInputElement>(event).value();
            changes(&|| grid.fill_all(cell, &text));
        }
        Command::FillDown => changes(&|| grid.fill(cell, true)),
        Command::FillRight => changes(&|| grid.fill(cell, false)),
        Command::Clear | Command::Rewrite if grid.has_block() => changes(&|| grid.clear(cell)),
        // Every cell is a field of its own, with others between: Tab goes through them, and a field empties its own text.
        Command::Tab(_)
        | Command::Clear
        | Command::Rewrite
        | Command::Edit
        | Command::Cancel
        | Command::Find(_)
        | Command::Menu => return,
        Command::Nothing => {}
        moves => {
            send();
            if let Some(to) = grid.obey(cell, moves) {
                go(to);
            }
        }
    }
    event.prevent_default();
}
