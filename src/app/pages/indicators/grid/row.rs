//! One row of the table, and its header.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::board::{Board, RowKey};
use crate::app::store::Store;
use crate::edit::Cell;
use crate::locale::grid as words;
use crate::strategy::*;

/// The header.
#[component]
pub fn HeaderRow(years: Memo<Vec<FiscalYear>>) -> impl IntoView {
    view! {
        <div class="grid-row grid-head" role="row">
            <span class="grid-name" role="columnheader">{words::NAME}</span>
            <span class="grid-unit" role="columnheader">{words::UNIT}</span>
            <span class="grid-kind" role="columnheader">
                <span class="visually-hidden">{words::KIND}</span>
            </span>
            <span class="grid-cell" role="columnheader">{words::BASELINE}</span>
            <For each=move || years.get() key=|year| *year let:year>
                <span class="grid-cell" role="columnheader">{year.short()}</span>
            </For>
        </div>
    }
    .into_any()
}

/// One row: it follows its own series and the part of the selection that lies in it, and nothing else.
#[component]
pub fn GridRow(key: RowKey, years: Memo<Vec<FiscalYear>>) -> impl IntoView {
    let store = Store::here();
    let board = Board::here();
    let index = Memo::new(move |_| {
        board
            .rows
            .with(|rows| rows.iter().position(|row| *row == key))
            .unwrap_or_default()
    });
    let picked = Memo::new(move |_| {
        let ((top, left), (bottom, right)) = board.selection();
        (top..=bottom)
            .contains(&index.get())
            .then_some((left, right))
    });
    let series = RwSignal::from(store.signal(key.series));
    let head = move || {
        let indicator = series.get().and_then(|s| store.get(s.indicator));
        let own = series.with(|s| s.as_ref().map(|s| s.name.clone()));
        let name = words::row_name(
            indicator.as_ref().map_or("", |k| &k.name),
            &own.unwrap_or_default(),
        );
        let unit = indicator.filter(|_| key.first).map(|k| k.unit.clone());
        // The second row of a series looks blank where the first says it all.
        let quiet = if key.first { "" } else { "visually-hidden" };
        view! {
            <span class="grid-name" role="rowheader"><span class=quiet>{name}</span></span>
            <span class="grid-unit" role="gridcell">{unit}</span>
            <span class="grid-kind" role="gridcell">{if key.target { words::TARGET } else { words::ACTUAL }}</span>
        }
    };
    let cells = move || {
        let (series, picked) = (series.get(), picked.get());
        let cell = |column: usize, cell: Option<Cell>| {
            let figure = cell.and_then(|cell| cell.of(series.as_deref()?));
            let selected = picked.is_some_and(|(left, right)| (left..=right).contains(&column));
            let mut class = "grid-cell number".to_owned();
            let marks = [
                (selected, " selected"),
                (figure.is_some_and(Figure::needs_check), " check"),
                (cell.is_none(), " none"),
            ];
            class.extend(
                marks
                    .into_iter()
                    .filter_map(|(on, mark)| on.then_some(mark)),
            );
            view! {
                <span class=class role="gridcell" data-column=column aria-selected=selected.to_string()>
                    {figure.map(|f| f.text().to_owned())}
                </span>
            }
        };
        let of_year = |(at, year): (usize, FiscalYear)| {
            let place = if key.target {
                Cell::Target(year)
            } else {
                Cell::Actual(year)
            };
            cell(at, Some(place))
        };
        let years = (1..).zip(years.get());
        std::iter::once(cell(0, key.first.then_some(Cell::Baseline)))
            .chain(years.map(of_year))
            .collect_view()
    };
    let pick = move |event: &MouseEvent, extend: bool| {
        let Some(column) = column_of(event) else {
            return;
        };
        let row = index.get_untracked();
        if extend {
            board.extend(row, column)
        } else {
            board.select(row, column)
        }
        crate::app::focus("grid-input");
    };
    view! {
        <div
            class="grid-row"
            class:first=key.first
            role="row"
            on:mousedown=move |event| {
                event.prevent_default();
                pick(&event, event.shift_key());
            }
            on:mouseover=move |event| {
                if event.buttons() == 1 {
                    pick(&event, true);
                }
            }
        >
            {head}
            {cells}
        </div>
    }
    .into_any()
}

/// The column of the cell under the mouse; `None` over the head of the row.
fn column_of(event: &MouseEvent) -> Option<usize> {
    let element = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    element.get_attribute("data-column")?.parse().ok()
}
