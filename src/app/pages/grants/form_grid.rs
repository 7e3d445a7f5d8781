//! The cells of a sheet of a form, chosen by mouse or by arrow keys.

use std::collections::BTreeMap;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::form_state::FormState;
use ::words::grants as words;
use format::workbook::{Address, FormSheet, column_letters};
use insight::grants::FormValue;

/// The largest part of a sheet that is shown.
const MOST_ROWS: usize = 150;
const MOST_COLUMNS: usize = 40;

/// The drawn part of a sheet: its cells row by row, its width, and true if it is cut.
#[derive(Clone, PartialEq, Default)]
struct DrawnForm {
    rows: Vec<Vec<DrawnCell>>,
    columns: usize,
    is_cut: bool,
}

#[derive(Clone, PartialEq)]
struct DrawnCell {
    at: Address,
    /// Numbers of columns and rows that it covers.
    span: (usize, usize),
    text: String,
    computes: bool,
    takes: Option<FormValue>,
}

/// The table of cells.
#[component]
pub fn FormGrid() -> impl IntoView {
    let state: FormState = expect_context();
    let drawn = Memo::new(move |_| {
        let cells = state.cells();
        state.read_sheet(|sheet| {
            let taking = cells.into_iter().filter(|one| one.sheet == sheet.name);
            draw(
                sheet,
                &strategy::sort::map(taking.map(|one| (one.at, one.value))),
            )
        })
    });
    let name = move || state.read_sheet(|sheet| words::form_grid(&sheet.name));
    let active = move || state.at.get().map(cell_id);
    let cut = move || {
        let (rows, columns, is_cut) =
            drawn.with(|drawn| (drawn.rows.len(), drawn.columns, drawn.is_cut));
        is_cut.then(|| words::form_cut(rows, columns))
    };
    let heads = move || (0..drawn.with(|drawn| drawn.columns)).map(column_letters);
    view! {
        <p class="sub">{cut}</p>
        <div class="table-scroll grant-sheet">
            <table
                role="grid"
                tabindex="0"
                aria-label=name
                aria-activedescendant=active
                on:keydown=move |event| on_key(state, &event)
                on:click=move |event| {
                    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                    let cell = target.and_then(|target| target.closest("[data-at]").ok().flatten());
                    let at = cell.and_then(|cell| cell.get_attribute("data-at")?.parse().ok());
                    if at.is_some() {
                        state.at.set(at);
                    }
                }
            >
                <thead>
                    <tr role="row">
                        <td></td>
                        {move || heads().map(|letters| view! { <th scope="col" role="columnheader">{letters}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{move || drawn.get().rows.into_iter().enumerate().map(|(at, cells)| row(state, at + 1, cells)).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn cell_id(at: Address) -> String {
    format!("grant-cell-{at}")
}

fn row(state: FormState, number: usize, cells: Vec<DrawnCell>) -> AnyView {
    let cell = move |one: DrawnCell| {
        let at = one.at;
        let takes = one.takes.map(words::form_value);
        let (columns, rows) = one.span;
        let is_taking = takes.is_some();
        view! {
            <td
                id=cell_id(at)
                role="gridcell"
                data-at=at.to_string()
                colspan=(columns > 1).then_some(columns)
                rowspan=(rows > 1).then_some(rows)
                class:computes=one.computes
                class:takes=is_taking
                aria-selected=move || (state.at.get() == Some(at)).to_string()
            >
                {one.text}
                {takes.map(|value| view! { <span class="chip blue">{value}</span> })}
            </td>
        }
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{number}</th>
            {cells.into_iter().map(cell).collect_view()}
        </tr>
    }
    .into_any()
}

/// Lays a sheet out: of joined cells the first one stands for all.
fn draw(sheet: &FormSheet, taking: &BTreeMap<Address, FormValue>) -> DrawnForm {
    let texts = sheet.rows.iter().flat_map(|row| {
        row.cells.iter().map(|(column, cell)| {
            let at = Address {
                row: row.number,
                column: *column,
            };
            (at, cell.text())
        })
    });
    let texts: BTreeMap<_, _> = strategy::sort::map(texts);
    let ends = sheet.joined.iter().map(|area| area.to);
    let all = texts.keys().chain(taking.keys()).copied().chain(ends);
    let (rows, columns) = all.fold((1, 1), |(rows, columns), at| {
        (rows.max(at.row), columns.max(at.column + 1))
    });
    // A row and a column beyond what is written may be filled in too.
    let (shown_rows, shown_columns) = ((rows + 1).min(MOST_ROWS), (columns + 1).min(MOST_COLUMNS));
    let cell = |at: Address| {
        let area = sheet.joined.iter().find(|area| area.covers(at));
        let span = area.map_or((1, 1), |area| {
            let last = (
                area.to.column.min(shown_columns - 1),
                area.to.row.min(shown_rows),
            );
            (last.0 + 1 - at.column, last.1 + 1 - at.row)
        });
        area.is_none_or(|area| area.from == at).then(|| DrawnCell {
            at,
            span,
            text: texts.get(&at).cloned().unwrap_or_default(),
            computes: sheet.computes(at),
            takes: taking.get(&at).copied(),
        })
    };
    let line = |row: usize| {
        (0..shown_columns)
            .filter_map(|column| cell(Address { row, column }))
            .collect()
    };
    DrawnForm {
        rows: (1..=shown_rows).map(line).collect(),
        columns: shown_columns,
        is_cut: rows > MOST_ROWS || columns > MOST_COLUMNS,
    }
}

/// Arrow keys choose the next cell; Enter leads to the choice of its value.
fn on_key(state: FormState, event: &KeyboardEvent) {
    let key = event.key();
    let now = state.at.get_untracked();
    let next = untrack(|| state.read_sheet(|sheet| Some(step(sheet, now, &key)))).flatten();
    if let Some(next) = next {
        event.prevent_default();
        state.at.set(Some(next));
        if let Some(cell) = document().get_element_by_id(&cell_id(next)) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
            cell.scroll_into_view_with_scroll_into_view_options(&options);
        }
    } else if key == "Enter" && now.is_some() {
        event.prevent_default();
        browser::focus::focus_added("grant-form-value".to_owned());
    }
}

/// The cell that an arrow key leads to; `None`: it is another key, or there is no cell.
fn step(sheet: &FormSheet, now: Option<Address>, key: &str) -> Option<Address> {
    let first = Address { row: 1, column: 0 };
    let (from, to) = match now {
        None if key.starts_with("Arrow") => return Some(sheet.holder(first)),
        None => return None,
        Some(at) => {
            let area = sheet.joined.iter().find(|area| area.covers(at));
            area.map_or((at, at), |area| (area.from, area.to))
        }
    };
    let (row, column) = match key {
        "ArrowUp" => (from.row.checked_sub(1).filter(|row| *row > 0)?, from.column),
        "ArrowDown" => (
            Some(to.row + 1).filter(|row| *row <= MOST_ROWS)?,
            from.column,
        ),
        "ArrowLeft" => (from.row, from.column.checked_sub(1)?),
        "ArrowRight" => (
            from.row,
            Some(to.column + 1).filter(|at| *at < MOST_COLUMNS)?,
        ),
        _ => return None,
    };
    Some(sheet.holder(Address { row, column }))
}
