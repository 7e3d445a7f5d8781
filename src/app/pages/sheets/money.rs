//! A cell that takes an amount.

use leptos::prelude::*;

use super::{FiscalCycle, InvalidInput};
use crate::parts::{CellField, CellPlace};
use crate::store::Store;
use ::words::{NumberStyle, Say, plan as words};
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
    let made = store.with(|s| edit::set_money(s, cell, text));
    match made {
        Ok(edit) => {
            if store.commit(edit) {
                store.seal();
                forget(cycle, cell);
            }
        }
        Err(Refusal::Nothing) => forget(cycle, cell),
        Err(why) => {
            let (text, why) = (text.to_owned(), why.say());
            cycle.keep_invalid(cell, InvalidInput { text, why });
        }
    }
}

/// Takes back a text that could not be kept.
fn forget(cycle: FiscalCycle, cell: MoneyCell) {
    cycle.invalid.update(|invalid| {
        invalid.remove(&cell);
    });
}

/// A field for an amount in 千円. It takes 「1,234千円」「△5」「-」; what it cannot read stays as typed,
/// with the reason beside it, until it is put right.
#[component]
pub fn MoneyField(
    /// The cell.
    cell: MoneyCell,
    /// The DOM id; without it, that of the cell on its sheet.
    #[prop(optional, into)]
    id: Option<String>,
    /// Label for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The place in the grid it stands in.
    #[prop(optional_no_strip, into)]
    place: Option<CellPlace>,
    /// True if it can only be read now.
    #[prop(into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let (store, cycle) = (Store::here(), FiscalCycle::here());
    let invalid = Memo::new(move |_| cycle.invalid.with(|invalid| invalid.get(&cell).cloned()));
    let is_wrong = move || invalid.with(Option::is_some);
    let id = id.unwrap_or_else(|| cell_id(cell));
    let shown = Memo::new(move |_| match invalid.get() {
        Some(invalid) => invalid.text,
        None => kept(store, cell),
    });
    let why = move || {
        // In a grid the reason stands under the whole line.
        let invalid = invalid.get().filter(|_| place.is_none())?;
        let id = format!("{}-why", cell_id(cell));
        Some(view! { <span class="money-why" id=id role="alert">{invalid.why}</span> })
    };
    let is_negative = move || {
        let minus = NumberStyle::now().minus.letter();
        !is_wrong() && shown.with(|text| text.starts_with(minus))
    };
    view! {
        <span class="money-field" class:wrong=is_wrong>
            <CellField
                id
                class="money"
                label
                shown
                send=Callback::new(move |text: String| write(store, cycle, cell, &text))
                forget=Some(Callback::new(move |()| forget(cycle, cell)))
                place
                wrong=Signal::derive(is_wrong)
                locked
                placeholder=" "
            />
            {why}
            <Show when=is_negative>
                <span class="money-why warn-text">{words::negative()}</span>
            </Show>
        </span>
    }
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
