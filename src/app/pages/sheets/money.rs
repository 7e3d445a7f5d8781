//! A cell that takes an amount, with Excel's habits.

use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Round, Typed};
use crate::app::parts::is_composing;
use crate::app::store::Store;
use crate::edit::{self, Act, MoneyCell, Refusal, Written};
use crate::strategy::*;

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

/// What stands in a cell, now and whenever it changes.
fn kept(store: Store, cell: MoneyCell) -> String {
    match cell {
        MoneyCell::Printed(id, _) => store.get(id).map(drop),
        _ => cell.line().and_then(|id| store.get(id)).map(drop),
    };
    let money = store.with(|s| cell.of(s));
    money.map(|money| money.to_string()).unwrap_or_default()
}

/// Writes what was typed, or keeps it on the screen with the reason why it cannot be written.
fn write(store: Store, round: Round, cell: MoneyCell, text: &str) {
    let forget = || {
        round.typed.update(|typed| {
            typed.remove(&cell);
        });
    };
    let made = store.with(|s| edit::set_money(s, cell, text));
    match made {
        Ok(edit) => {
            if store.commit(edit) {
                forget();
            }
        }
        Err(Refusal::Nothing) => forget(),
        Err(why) => hold(round, cell, text, &why),
    }
}

fn hold(round: Round, cell: MoneyCell, text: &str, why: &Refusal) {
    let held = Typed {
        text: text.to_owned(),
        why: why.to_string(),
    };
    round.typed.update(|typed| {
        typed.insert(cell, held);
    });
}

/// Commits what came of a block; what could not be read stays in its cells as it came.
fn write_block(store: Store, round: Round, cells: &[(MoneyCell, String)], act: fn(usize) -> Act) {
    let Written { edit, unwritten } = store.with(|s| edit::write_money(s, cells, act));
    if edit.is_some_and(|edit| !store.commit(edit)) {
        return;
    }
    round.typed.update(|typed| {
        for (cell, _) in cells {
            typed.remove(cell);
        }
    });
    for one in &unwritten {
        hold(round, one.cell, &one.text, &one.why);
    }
}

/// The cells of a pasted block, from this one down the lines and on through the years.
fn block(lines: &[Id<Line>], from: MoneyCell, text: &str) -> Vec<(MoneyCell, String)> {
    let first = from
        .line()
        .and_then(|id| lines.iter().position(|l| *l == id));
    let Some(first) = first else {
        return Vec::new();
    };
    let rows = text.trim_end_matches(['\n', '\r']).lines();
    rows.zip(&lines[first..])
        .flat_map(|(row, line)| {
            row.split('\t').zip(0..).filter_map(move |(text, column)| {
                let cell = match from {
                    MoneyCell::Settled(_) if column == 0 => MoneyCell::Settled(*line),
                    MoneyCell::Budget(_, year) if column < Sheet::YEARS => {
                        MoneyCell::Budget(*line, FiscalYear(year.0 + column))
                    }
                    _ => return None,
                };
                Some((cell, text.to_owned()))
            })
        })
        .collect()
}

/// The same cell of another line.
fn on_line(cell: MoneyCell, line: Id<Line>) -> MoneyCell {
    match cell {
        MoneyCell::Settled(_) => MoneyCell::Settled(line),
        MoneyCell::Budget(_, year) => MoneyCell::Budget(line, year),
        MoneyCell::Fund(_, source) => MoneyCell::Fund(line, source),
        MoneyCell::Printed(..) => cell,
    }
}

/// The cell a key leads to.
fn next(lines: &[Id<Line>], cell: MoneyCell, down: bool) -> Option<MoneyCell> {
    let at = lines.iter().position(|l| Some(*l) == cell.line())?;
    let to = if down {
        at.checked_add(1)?
    } else {
        at.checked_sub(1)?
    };
    lines.get(to).map(|line| on_line(cell, *line))
}

/// Puts the keyboard into a cell.
fn go(cell: MoneyCell) {
    crate::app::focus(&cell_id(cell));
}

/// A field for an amount in 千円. It takes 「1,234千円」「△5」「-」; what it cannot read stays as typed,
/// with the reason beside it, until it is put right. Enter and the arrows move, Ctrl+D copies from above, a
/// block from a spreadsheet is pasted over the lines below and the years after.
#[component]
pub fn MoneyField(
    /// Which cell.
    cell: MoneyCell,
    /// What a screen reader calls it.
    #[prop(into)]
    label: Signal<String>,
    /// The lines it moves among.
    #[prop(optional, into)]
    lines: Signal<Vec<Id<Line>>>,
    /// Whether it can only be read now.
    #[prop(into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let (store, round) = (Store::here(), Round::here());
    let element = NodeRef::<Input>::new();
    let typed = Memo::new(move |_| round.typed.with(|typed| typed.get(&cell).cloned()));
    let shown = Memo::new(move |_| match typed.get() {
        Some(typed) => typed.text,
        None => kept(store, cell),
    });
    let show = move || {
        if let Some(input) = element.get_untracked() {
            input.set_value(&shown.get_untracked());
        }
    };
    let send = move || {
        if let Some(input) = element.get_untracked()
            && input.value() != shown.get_untracked()
        {
            write(store, round, cell, &input.value());
            show();
        }
    };
    let keydown = move |event: KeyboardEvent| {
        if is_composing(&event) || event.alt_key() {
            return;
        }
        let lines = lines.get_untracked();
        let copy = (event.ctrl_key() || event.meta_key()) && event.key() == "d";
        match event.key().as_str() {
            "Enter" | "ArrowDown" | "ArrowUp" => {
                event.prevent_default();
                send();
                let down =
                    event.key() == "ArrowDown" || event.key() == "Enter" && !event.shift_key();
                if let Some(to) = next(&lines, cell, down) {
                    go(to);
                }
            }
            "Escape" => {
                round.typed.update(|typed| {
                    typed.remove(&cell);
                });
                show();
            }
            "F2" => {
                event.prevent_default();
                if let Some(input) = element.get_untracked() {
                    let end = input.value().encode_utf16().count() as u32;
                    // A text field always has a caret.
                    let _ = input.set_selection_range(end, end);
                }
            }
            _ if copy && !locked.get_untracked() => {
                event.prevent_default();
                if let Some(above) = next(&lines, cell, false) {
                    let text = store.with(|s| above.of(s)).map(|m| m.to_string());
                    let cells = [(cell, text.unwrap_or_default())];
                    write_block(store, round, &cells, Act::FillDown);
                    show();
                }
            }
            _ => {}
        }
    };
    let paste = move |event: ClipboardEvent| {
        let data = event.clipboard_data();
        let text = data
            .and_then(|d| d.get_data("text").ok())
            .unwrap_or_default();
        let is_block = text.trim_end().contains(['\t', '\n']);
        if !is_block || locked.get_untracked() {
            return;
        }
        let cells = block(&lines.get_untracked(), cell, &text);
        if !cells.is_empty() {
            event.prevent_default();
            write_block(store, round, &cells, Act::Paste);
            show();
        }
    };
    let why_id = format!("{}-why", cell_id(cell));
    let described = why_id.clone();
    view! {
        <span class="money-field" class:wrong=move || typed.with(Option::is_some)>
            <input
                node_ref=element
                type="text"
                id=cell_id(cell)
                class="input money"
                inputmode="text"
                autocomplete="off"
                aria-label=label
                aria-invalid=move || typed.with(Option::is_some).then_some("true")
                aria-describedby=move || typed.with(Option::is_some).then(|| described.clone())
                readonly=locked
                prop:value=move || shown.get()
                on:focus=move |event| {
                    let target = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
                    if let Some(input) = target {
                        input.select();
                    }
                }
                on:change=move |_| send()
                on:keydown=keydown
                on:paste=paste
            />
            {move || {
                let why_id = why_id.clone();
                typed.get().map(|typed| view! { <span class="money-why" id=why_id role="alert">{typed.why}</span> })
            }}
        </span>
    }
    .into_any()
}
