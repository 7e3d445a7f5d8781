//! One row of the table, and its header.

use leptos::prelude::*;

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

/// One row: it follows its own series and nothing else.
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
    let series = RwSignal::from(store.signal(key.series));
    let series = move || series.get();
    let indicator = move || series().and_then(|s| store.get(s.indicator));
    let name = move || {
        let own = series().map(|s| s.name.clone()).unwrap_or_default();
        words::row_name(
            &indicator().map(|k| k.name.clone()).unwrap_or_default(),
            &own,
        )
    };
    let pick = move |column: usize, extend: bool| {
        let row = index.get_untracked();
        if extend {
            board.extend(row, column)
        } else {
            board.select(row, column)
        }
        crate::app::focus("grid-input");
    };
    let cell = move |column: usize, cell: Option<Cell>| {
        let figure =
            Memo::new(move |_| cell.and_then(|cell| series().and_then(|s| cell.of(&s).cloned())));
        let selected = move || {
            let ((top, left), (bottom, right)) = board.selection();
            let row = index.get();
            (top..=bottom).contains(&row) && (left..=right).contains(&column)
        };
        view! {
            <span
                class="grid-cell number"
                role="gridcell"
                class:selected=selected
                class:check=move || figure.with(|f| f.as_ref().is_some_and(Figure::needs_check))
                class:none=cell.is_none()
                aria-selected=move || selected().to_string()
                on:mousedown=move |event| {
                    event.prevent_default();
                    pick(column, event.shift_key());
                }
                on:mouseenter=move |event| {
                    if event.buttons() == 1 {
                        pick(column, true);
                    }
                }
            >
                {move || figure.with(|f| f.as_ref().map(|f| f.text().to_owned()))}
            </span>
        }
    };
    let of_year = move |year| {
        if key.target {
            Cell::Target(year)
        } else {
            Cell::Actual(year)
        }
    };
    view! {
        <div class="grid-row" role="row" class:first=key.first>
            <span class="grid-name" role="rowheader">
                {move || if key.first { name() } else { String::new() }}
                {(!key.first).then(|| view! { <span class="visually-hidden">{name}</span> })}
            </span>
            <span class="grid-unit" role="gridcell">
                {move || if key.first { indicator().map(|k| k.unit.clone()) } else { None }}
            </span>
            <span class="grid-kind" role="gridcell">{if key.target { words::TARGET } else { words::ACTUAL }}</span>
            {cell(0, key.first.then_some(Cell::Baseline))}
            {move || {
                years.get().into_iter().enumerate().map(|(i, year)| cell(i + 1, Some(of_year(year)))).collect_view()
            }}
        </div>
    }
    .into_any()
}
