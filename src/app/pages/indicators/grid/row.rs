//! One row of the table, and its header.

use leptos::ev::MouseEvent;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::board::{Board, RowKey};
use crate::app::parts::{Icon, Mark};
use crate::app::store::Store;
use crate::edit::Cell;
use crate::locale::{grid as words, review};
use crate::strategy::*;

/// The header.
#[component]
pub fn HeaderRow(years: Memo<Vec<FiscalYear>>) -> impl IntoView {
    let closed = Board::here().closed();
    view! {
        <div class="grid-row grid-head" role="row">
            <span class="grid-name" role="columnheader">{words::NAME}</span>
            <span class="grid-unit" role="columnheader">{words::UNIT}</span>
            <span class="grid-kind" role="columnheader">
                <span class="visually-hidden">{words::KIND}</span>
            </span>
            <span class="grid-cell" role="columnheader">{words::BASELINE}</span>
            <For each=move || years.get() key=|year| *year let:year>
                <span
                    class="grid-cell"
                    class:closed=move || closed.with(|all| all.contains(&year))
                    role="columnheader"
                    title=move || closed.with(|all| all.contains(&year)).then(|| review::is_closed(year))
                >
                    <Show when=move || closed.with(|all| all.contains(&year))>
                        <Mark icon=Icon::Lock />
                        <span class="visually-hidden">{review::LOCK}</span>
                    </Show>
                    {year.short()}
                </span>
            </For>
        </div>
    }
    .into_any()
}

/// The elements of a row before its cells: name, unit, kind.
const HEAD: u32 = 3;

/// How a cell looks.
#[derive(PartialEq)]
struct Look {
    text: String,
    class: String,
    selected: bool,
    closed: bool,
}

impl Look {
    /// Of a cell of a series; without one, of a place where there is none.
    fn of(series: Option<&Series>, cell: Option<Cell>, selected: bool, closed: bool) -> Self {
        let figure = cell.and_then(|cell| cell.of(series?));
        let mut class = "grid-cell number".to_owned();
        let marks = [
            (selected, " selected"),
            (figure.is_some_and(Figure::needs_check), " check"),
            (cell.is_none(), " none"),
            (closed, " closed"),
        ];
        class.extend(
            marks
                .into_iter()
                .filter_map(|(on, mark)| on.then_some(mark)),
        );
        Self {
            text: figure.map(|f| f.text().to_owned()).unwrap_or_default(),
            class,
            selected,
            closed,
        }
    }

    fn put_on(&self, cell: &web_sys::Element) {
        cell.set_text_content(Some(&self.text));
        cell.set_class_name(&self.class);
        // The attribute's name and value are fixed and valid.
        let _ = cell.set_attribute(
            "aria-selected",
            if self.selected { "true" } else { "false" },
        );
        // Name and value are fixed and valid, and so is a name to be taken away.
        let _ = match self.closed {
            true => cell.set_attribute("aria-readonly", "true"),
            false => cell.remove_attribute("aria-readonly"),
        };
    }
}

/// One row: it follows its own series and the part of the selection that lies in it, and nothing else. Scrolling
/// makes hundreds of cells, so they are plain elements, and one effect for the whole row changes what has changed.
#[component]
pub fn GridRow(key: RowKey, years: Memo<Vec<FiscalYear>>) -> impl IntoView {
    let store = Store::here();
    let board = Board::here();
    let element = NodeRef::<Div>::new();
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
    let cells = move || {
        let places = years.with(|years| {
            let columns = 0..=years.len();
            columns.map(|at| key.cell(at, years)).collect::<Vec<_>>()
        });
        let cells = places
            .iter()
            .map(|_| view! { <span role="gridcell"></span> })
            .collect_view();
        keep_drawn(element, move || {
            let picked = picked.get();
            let selected =
                |column| picked.is_some_and(|(left, right)| (left..=right).contains(&column));
            let closed = |place: &Option<Cell>| {
                let year = place.and_then(Cell::closes_with);
                year.is_some_and(|year| board.closed().with(|all| all.contains(&year)))
            };
            series.with(|series| {
                let look = |(at, place): (usize, &Option<Cell>)| {
                    Look::of(series.as_deref(), *place, selected(at), closed(place))
                };
                places.iter().enumerate().map(look).collect()
            })
        });
        cells
    };
    let head = Memo::new(move |_| {
        let of = series.with(|s| s.as_ref().map(|s| (s.indicator, s.name.clone())));
        let indicator = of.as_ref().and_then(|(id, _)| store.get(*id));
        let own = of.map(|(_, name)| name).unwrap_or_default();
        let name = indicator.as_ref().map_or("", |k| &k.name);
        let unit = indicator.as_ref().map_or("", |k| &k.unit);
        (words::row_name(name, &own), unit.to_owned())
    });
    let pick = move |event: &MouseEvent, extend: bool| {
        let Some(column) = column_of(event) else {
            return;
        };
        event.prevent_default();
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
            node_ref=element
            class=if key.first { "grid-row first" } else { "grid-row" }
            role="row"
            on:mousedown=move |event| pick(&event, event.shift_key())
            on:mouseover=move |event| {
                if event.buttons() == 1 {
                    pick(&event, true);
                }
            }
        >
            <span class="grid-name" role="rowheader">
                // The second row of a series looks blank where the first says it all.
                <span class=if key.first { "" } else { "visually-hidden" }>{move || head.with(|h| h.0.clone())}</span>
            </span>
            <span class="grid-unit" role="gridcell">{move || key.first.then(|| head.with(|h| h.1.clone()))}</span>
            <span class="grid-kind" role="gridcell">{if key.target { words::TARGET } else { words::ACTUAL }}</span>
            {cells}
        </div>
    }
    .into_any()
}

/// Changes the cells of a row that look otherwise than before, now and whenever that is so.
fn keep_drawn(row: NodeRef<Div>, looks: impl Fn() -> Vec<Look> + 'static) {
    Effect::new(move |before: Option<Vec<Look>>| {
        let Some(row) = row.get() else {
            return Vec::new();
        };
        let (before, now, cells) = (before.unwrap_or_default(), looks(), row.children());
        for (at, look) in now.iter().enumerate() {
            if before.get(at) != Some(look)
                && let Some(cell) = cells.item(HEAD + at as u32)
            {
                look.put_on(&cell);
            }
        }
        now
    });
}

/// The column of the cell under the mouse; `None` over the head of the row.
fn column_of(event: &MouseEvent) -> Option<usize> {
    let mut at = event
        .target()?
        .dyn_into::<web_sys::Element>()
        .ok()?
        .closest(".grid-row > *")
        .ok()??;
    let mut column = 0_usize;
    while let Some(before) = at.previous_element_sibling() {
        at = before;
        column += 1;
    }
    column.checked_sub(HEAD as usize)
}
