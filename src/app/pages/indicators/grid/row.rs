//! One row of the table, and its header.

use std::collections::BTreeSet;

use leptos::ev::MouseEvent;
use leptos::html::Div;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;

use super::super::beside::glance_at;
use super::super::list::Rating;
use super::rows::RowKey;
use super::state::{GridState, RIGHT};
use crate::as_of::AsOf;
use crate::parts::{Each, Icon, IconName};
use crate::store::Store;
use ::words::why::decided;
use ::words::{YearForms, grid as words, indicators, review, rules};
use browser::focus::focus;
use edit::FigureCell;
use insight::verdict::Verdict;
use strategy::*;

/// The header.
#[component]
pub fn HeaderRow(years: Memo<Vec<FiscalYear>>) -> impl IntoView {
    let grid = GridState::here();
    let pick = move |event: &MouseEvent, extend: bool| {
        if event.button() != RIGHT
            && let Some(column) = column_of(event, years.with_untracked(Vec::len))
        {
            event.prevent_default();
            grid.select(|selection, size| selection.column(column, extend, size));
            focus("grid-input");
        }
    };
    view! {
        <div
            class="grid-heads"
            on:mousedown=move |event| pick(&event, event.shift_key())
            on:mouseover=move |event| {
                if event.buttons() == 1 {
                    pick(&event, true);
                }
            }
        >
            {header(years.into(), grid.closed().into(), AsOf::here().into())}
        </div>
    }
    .into_any()
}

/// The same, for these years, of which some are closed and one is judged.
pub fn header(
    years: Signal<Vec<FiscalYear>>,
    closed: Signal<BTreeSet<FiscalYear>>,
    judged: Signal<FiscalYear>,
) -> AnyView {
    view! {
        <div class="grid-row grid-head" role="row">
            <span class="grid-name" role="columnheader">{words::name()}</span>
            <span class="grid-unit" role="columnheader">{words::unit()}</span>
            <span class="grid-kind" role="columnheader">
                <span class="visually-hidden">{words::kind()}</span>
            </span>
            <span class="grid-cell baseline" role="columnheader">{words::baseline()}</span>
            <Each of=move || years.get() let:year>
                <span
                    class="grid-cell"
                    class:closed=move || closed.with(|all| all.contains(&year))
                    role="columnheader"
                    title=move || closed.with(|all| all.contains(&year)).then(|| review::is_closed(year))
                >
                    <Show when=move || closed.with(|all| all.contains(&year))>
                        <Icon name=IconName::Lock />
                        <span class="visually-hidden">{review::lock()}</span>
                    </Show>
                    {year.short()}
                </span>
            </Each>
            <span class="grid-rating" role="columnheader">{move || words::rating(judged.get())}</span>
        </div>
    }
    .into_any()
}

/// The elements of a row before its cells: name, unit, kind.
const HEAD: u32 = 3;

/// Look of a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// Its text.
    pub text: String,
    /// Its classes.
    pub class: String,
    selected: bool,
    closed: bool,
}

/// More letters than this may be cut: the whole text is a tooltip.
const SHORT: usize = 6;
/// Wider texts than this, in full-width letters, stand in two small lines where columns are narrow.
const LINE: f64 = 3.5;

impl Look {
    /// Of a place in a series, its column and cell; without a cell, of a place where there is none: beside 実績, below
    /// the baseline, its year is told.
    pub fn of(
        series: Option<&Series>,
        (column, cell): (usize, Option<FigureCell>),
        selected: bool,
        closed: bool,
    ) -> Self {
        let figure = cell.and_then(|cell| cell.of(series?));
        let text = match (cell, column) {
            (None, 0) => at_of(series),
            _ => figure.map(|f| f.text().to_owned()).unwrap_or_default(),
        };
        let mut class = "grid-cell number".to_owned();
        let marks = [
            (column == 0, " baseline"),
            (selected, " selected"),
            (figure.is_some_and(Figure::needs_check), " check"),
            (cell.is_none(), " none"),
            (closed, " closed"),
            (full_widths(&text) > LINE, " long"),
        ];
        class.extend(
            marks
                .into_iter()
                .filter_map(|(on, mark)| on.then_some(mark)),
        );
        Self {
            text,
            class,
            selected,
            closed,
        }
    }

    fn put_on(&self, cell: &web_sys::Element) {
        cell.set_text_content(Some(&self.text));
        cell.set_class_name(&self.class);
        // As below.
        let _ = match self.text.chars().count() > SHORT {
            true => cell.set_attribute("title", &self.text),
            false => cell.remove_attribute("title"),
        };
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

/// Returns the width of a text, in full-width letters.
fn full_widths(text: &str) -> f64 {
    let each = text
        .chars()
        .map(|letter| if letter.is_ascii() { 0.6 } else { 1.0 });
    each.sum()
}

/// Year of the baseline.
fn at_of(series: Option<&Series>) -> String {
    let at = series.and_then(|s| s.baseline.as_ref()?.at.as_ref());
    let year = at.and_then(At::year);
    year.map(FiscalYear::short)
        .or_else(|| at.map(|at| at.0.clone()))
        .unwrap_or_default()
}

/// One row: it follows its own series and the part of the selection that lies in it, and nothing else. Scrolling
/// makes hundreds of cells, so they are plain elements, and one effect for the whole row changes what has changed.
#[component]
pub fn GridRow(key: RowKey, years: Memo<Vec<FiscalYear>>) -> impl IntoView {
    let store = Store::here();
    let grid = GridState::here();
    let element = NodeRef::<Div>::new();
    let index = Memo::new(move |_| grid.index_of(key));
    let selection = Memo::new(move |_| {
        let area = grid.area();
        area.rows()
            .contains(&index.get())
            .then(|| area.columns().into_inner())
    });
    let series = Signal::derive(move || store.get(key.series));
    let cells = move || cells(element, key, years, series, selection);
    let head = Memo::new(move |_| {
        let own = series.with(|s| s.as_ref().map(|s| s.name.clone()));
        let indicator = store.get(key.indicator);
        let name = indicator
            .as_ref()
            .map_or_else(String::new, |k| indicators::named(&k.name));
        let unit = indicator.as_ref().map_or("", |k| &k.unit);
        (name, own.unwrap_or_default(), unit.to_owned())
    });
    let pick = move |event: &MouseEvent, extend| {
        let row = (index.get_untracked(), key.indicator);
        pick(grid, row, years.with_untracked(Vec::len), event, extend);
    };
    let name = move || head.with(|(name, own, _)| named(key, name, own));
    let rating = rating(store, key, grid.beat);
    view! {
        <div
            node_ref=element
            class=class(key)
            class:chosen=move || grid.chosen.get() == Some(key.indicator)
            role="row"
            on:mousedown=move |event| pick(&event, event.shift_key())
            on:mouseover=move |event| {
                if event.buttons() == 1 {
                    pick(&event, true);
                }
            }
        >
            <span class="grid-name" role="rowheader" title=move || head.with(|h| words::row_name(&h.0, &h.1))>
                {name}
            </span>
            <span class="grid-unit" role="gridcell" title=move || head.with(|h| h.2.clone())>{move || key.first.then(|| head.with(|h| h.2.clone()))}</span>
            <span class="grid-kind" role="gridcell">{if key.target { words::target() } else { words::actual() }}</span>
            {cells}
            <span class="grid-rating" role="gridcell">{rating}</span>
        </div>
    }
    .into_any()
}

/// The cells of a row: plain elements, which one effect keeps as they are to look.
fn cells(
    element: NodeRef<Div>,
    key: RowKey,
    years: Memo<Vec<FiscalYear>>,
    series: Signal<Option<std::sync::Arc<Series>>>,
    selection: Memo<Option<(usize, usize)>>,
) -> impl IntoView {
    let grid = GridState::here();
    let positions = years.with(|years| {
        let columns = 0..=years.len();
        columns.map(|at| key.cell(at, years)).collect::<Vec<_>>()
    });
    let cells = positions
        .iter()
        .map(|_| view! { <span role="gridcell"></span> })
        .collect_view();
    keep_drawn(element, move || {
        let selection = selection.get();
        let selected =
            |column| selection.is_some_and(|(left, right)| (left..=right).contains(&column));
        let closed = |position: &Option<FigureCell>| {
            let year = position.and_then(FigureCell::closes_with);
            year.is_some_and(|year| grid.closed().with(|all| all.contains(&year)))
        };
        series.with(|series| {
            let look = |(at, position): (usize, &Option<FigureCell>)| {
                Look::of(
                    series.as_deref(),
                    (at, *position),
                    selected(at),
                    closed(position),
                )
            };
            positions.iter().enumerate().map(look).collect()
        })
    });
    cells
}

/// Handles the mouse in a row: selects a cell, or extends the selection to it; outside the figures, selects the
/// indicator.
fn pick(
    grid: GridState,
    (row, indicator): (usize, Id<Indicator>),
    years: usize,
    event: &MouseEvent,
    extend: bool,
) {
    event.prevent_default();
    if event.button() == RIGHT {
        return;
    }
    let Some(column) = column_of(event, years) else {
        if !extend {
            grid.pick(row, indicator);
        }
        return;
    };
    grid.go(row, column, extend);
    focus("grid-input");
}

/// The classes of a row.
pub fn class(key: RowKey) -> String {
    let marks = [
        (key.first, " first"),
        (key.at == 0, " top"),
        (key.at + 1 == key.of, " end"),
    ];
    let marks = marks
        .into_iter()
        .filter_map(|(on, mark)| on.then_some(mark));
    ["grid-row"].into_iter().chain(marks).collect()
}

/// The name of the indicator is shown once, over two rows where there are two; that of each series where there are
/// several. A blank cell still has a name for screen readers.
pub fn named(key: RowKey, name: &str, own: &str) -> AnyView {
    let whole = words::row_name(name, own);
    let (name, own) = (name.to_owned(), own.to_owned());
    match (key.at, key.first) {
        (0, _) if key.of > 1 => {
            let own = (!own.is_empty()).then(|| view! { <span>{own}</span> });
            view! { <b class="tall">{name} {own}</b> }.into_any()
        }
        (0, _) => view! { <b>{whole}</b> }.into_any(),
        (_, true) => view! {
            <span class="visually-hidden">{name}" "</span>
            <span class="own">{own}</span>
        }
        .into_any(),
        (_, false) => view! { <span class="visually-hidden">{whole}</span> }.into_any(),
    }
}

/// The series (where there are several) or the people that decided a rating, as a short and a full text.
pub fn decided_by(verdict: &Verdict) -> Option<(String, String)> {
    if verdict.by_people() {
        let word = rules::by_people_word().to_owned();
        return Some((word.clone(), word));
    }
    let names = verdict.deciding.iter().map(|one| one.name.as_str());
    Some((words::decided_by(names), decided(verdict)?))
}

/// The rating stands once for the indicator; below it what decided it: a series, where there are several, or people.
fn rating(store: Store, key: RowKey, beat: Signal<u32>) -> AnyView {
    let glance = match key.at {
        0 | 1 => glance_at(store, key.indicator, beat),
        _ => return ().into_any(),
    };
    let mut parts = Vec::new();
    if key.at == 0 {
        parts.push(view! { <Rating glance /> }.into_any());
    }
    if key.at + 1 == key.of.min(2) {
        let by = move || {
            let (short, description) = glance.with(|g| decided_by(&g.as_ref()?.verdict))?;
            Some(view! { <span class="sub by" title=description>{short}</span> })
        };
        parts.push(by.into_any());
    }
    parts.into_any()
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

/// The column of the cell under the mouse; `None` over the head of the row and over its rating.
fn column_of(event: &MouseEvent, years: usize) -> Option<usize> {
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
    column
        .checked_sub(HEAD as usize)
        .filter(|column| *column <= years)
}
