//! One row of the table, and its header.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use leptos::ev::MouseEvent;
use leptos::html::Div;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;

use super::columns::figure_heads;
use super::state::GridState;
use super::widths::ColumnKind;
use crate::as_of::YearJudged;
use crate::parts::{ColumnEdge, Each, Icon, IconName, RIGHT, Slot, Stamp, full_widths, show_stamp};
use crate::store::Store;
use ::words::why::decided;
use ::words::{YearForms, grid as words, indicators, review, rules};
use browser::focus::focus;
use edit::{IndicatorText, TableCell};
use insight::appraisal::{appraise, rules_of};
use insight::verdict::Verdict;
use insight::{FigureColumns, FigureRow};
use strategy::*;

/// The header.
#[component]
pub fn HeaderRow() -> impl IntoView {
    let grid = GridState::here();
    let pick = move |event: &MouseEvent, extend: bool| {
        if event.button() != RIGHT
            && let Some(column) = column_of(event, &grid.columns.read_untracked())
        {
            event.prevent_default();
            grid.select(|selection, size| selection.column(column, extend, size));
            focus("grid-input");
        }
    };
    view! {
        <div
            class="grid-heads"
            on:mousedown=move |event| {
                grid.pressed.at(&event);
                pick(&event, event.shift_key());
            }
            on:mouseover=move |event| {
                if grid.pressed.draws(&event) {
                    pick(&event, true);
                }
            }
        >
            {header(grid.columns.into(), grid.closed().into(), YearJudged::here().into())}
        </div>
    }
}

/// The same, for these columns; of the years some are closed and one is judged.
pub fn header(
    columns: Signal<FigureColumns>,
    closed: Signal<BTreeSet<FiscalYear>>,
    judged: Signal<FiscalYear>,
) -> AnyView {
    let texts = move || columns.with(|columns| columns.texts.clone());
    view! {
        <div class="grid-row grid-head" role="row">
            {move || texts().into_iter().map(text_head).collect_view()}
            <span class="grid-kind" role="columnheader">
                <span class="visually-hidden">{words::kind()}</span>
            </span>
            <span class="grid-cell baseline" role="columnheader">
                {words::baseline()} {edge(ColumnKind::Baseline)}
            </span>
            <Each of=move || columns.with(|columns| columns.years.clone()) let:year>
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
                    {year.short()} {edge(ColumnKind::Year)}
                </span>
            </Each>
            <span class="grid-rating" role="columnheader">{move || words::rating(judged.get())}</span>
        </div>
    }
    .into_any()
}

fn text_head(column: IndicatorText) -> impl IntoView {
    let edge = edge(ColumnKind::Text(column));
    view! { <span class=class_of(column) role="columnheader">{words::text_head(column)} {edge}</span> }
}

/// The border of a column. Before the strategy is open there is nothing to draw.
fn edge(column: ColumnKind) -> Option<impl IntoView> {
    let grid = use_context::<GridState>()?;
    Some(view! { <ColumnEdge column=grid.column_handle(column) /> })
}

/// The class of the cells of a column of texts.
fn class_of(column: IndicatorText) -> String {
    format!("grid-{}", ColumnKind::Text(column).name())
}

/// The classes of such a cell with a text in it.
pub fn text_class(column: IndicatorText, text: &str) -> String {
    let is_long = column != IndicatorText::Unit || full_widths(text) > UNIT;
    class_of(column) + if is_long { " long" } else { "" }
}

/// Look of a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// Its text.
    pub text: String,
    /// Its classes.
    pub class: String,
    closed: bool,
    /// The note on it.
    #[serde(default)]
    note: String,
}

/// More letters than this may be cut: the whole text is a tooltip.
const SHORT: usize = 6;
/// Wider texts than this, in full-width letters, stand in two small lines where columns are narrow.
const LINE: f64 = 3.5;
/// A unit no wider than this is not cut.
const UNIT: f64 = 3.0;

impl Look {
    /// Of a cell of a series, whether it is below 当初値, and its cell; below 当初値, beside 実績, its year is told.
    pub fn of(
        series: Option<&Series>,
        (is_baseline, cell): (bool, Option<TableCell>),
        closed: bool,
    ) -> Self {
        let is_figure = cell.is_some_and(|cell| cell.figure().is_some());
        let figure = cell.and_then(|cell| cell.figure()?.1.of(series?));
        let text = match (is_figure, is_baseline) {
            (false, true) => at_of(series),
            _ => figure.map(|f| f.text().to_owned()).unwrap_or_default(),
        };
        let year = cell.and_then(|cell| cell.figure()?.1.year());
        let note = year.and_then(|year| series?.notes.get(&year));
        let note = note.cloned().unwrap_or_default();
        let mut class = "grid-cell number".to_owned();
        let marks = [
            (is_baseline, " baseline"),
            (figure.is_some_and(Figure::needs_check), " check"),
            (!is_figure, " none"),
            (closed, " closed"),
            (!note.is_empty(), " noted"),
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
            closed,
            note,
        }
    }

    /// Of a text of an indicator.
    fn of_text(column: IndicatorText, text: &str) -> Self {
        Self {
            text: text.to_owned(),
            class: text_class(column, text),
            closed: false,
            note: String::new(),
        }
    }

    /// The tooltip: a text that may be cut, and the note.
    pub fn tip(&self) -> Option<String> {
        let whole = (self.text.chars().count() > SHORT).then_some(self.text.as_str());
        let note = Some(self.note.as_str()).filter(|note| !note.is_empty());
        let all: Vec<&str> = whole.into_iter().chain(note).collect();
        (!all.is_empty()).then(|| all.join("\n"))
    }

    /// Changes a cell that looked so before: a key writes one text.
    fn put_on(&self, before: Option<&Self>, cell: &web_sys::Element) {
        if before.is_none_or(|before| before.text != self.text) {
            match cell.first_child().filter(|_| before.is_some()) {
                Some(text) => text.set_node_value(Some(&self.text)),
                None => cell.set_text_content(Some(&self.text)),
            }
        }
        let tip = |look: &Self| look.tip();
        if before.map(tip) != Some(self.tip()) {
            // As below.
            let _ = match self.tip() {
                Some(tip) => cell.set_attribute("title", &tip),
                None => cell.remove_attribute("title"),
            };
        }
        if before.is_none_or(|before| before.class != self.class) {
            cell.set_class_name(&self.class);
        }
        if before.map_or(self.closed, |before| before.closed != self.closed) {
            // Name and value are fixed and valid, and so is a name to be taken away.
            let _ = match self.closed {
                true => cell.set_attribute("aria-readonly", "true"),
                false => cell.remove_attribute("aria-readonly"),
            };
        }
    }
}

/// Year of the baseline.
fn at_of(series: Option<&Series>) -> String {
    let at = series.and_then(|s| s.baseline.as_ref()?.at.as_ref());
    let year = at.and_then(At::year);
    year.map(FiscalYear::short)
        .or_else(|| at.map(|at| at.0.clone()))
        .unwrap_or_default()
}

/// One row: it follows the series it shows and the part of the selection that lies in it, and nothing else. Scrolling
/// shows another series in it: its elements stay, and one effect for the whole row changes what has changed.
#[component]
pub fn GridRow(
    /// Its place, and the series it shows.
    row: Slot<FigureRow>,
) -> impl IntoView {
    let store = Store::here();
    let grid = GridState::here();
    let element = NodeRef::<Div>::new();
    let Slot { index, key } = row;
    let own = Memo::new(move |_| {
        store
            .get(key.get().series)
            .map_or_else(String::new, |s| s.name.clone())
    });
    let name = Memo::new(move |_| {
        let indicator = store.get(key.get().indicator);
        indicator.map_or_else(String::new, |k| indicators::named(&k.name))
    });
    let whole_name = move || name.with(|name| own.with(|own| words::row_name(name, own)));
    let pick = move |event: &MouseEvent, extend| {
        let at = (index.get_untracked(), key.get_untracked());
        pick(grid, at, event, extend);
    };
    let shown_name = move || name.with(|name| own.with(|own| named(key.get(), name, own)));
    let year = YearJudged::here();
    let rated = Memo::new(move |_| RowRating::of(store, key.get(), grid.beat, year));
    let by = move || {
        let (short, description) = rated.with(|rated| rated.by.clone())?;
        Some(view! { <span class="sub by" title=description>{short}</span> })
    };
    let class = Memo::new(move |_| {
        let key = key.get();
        let chosen = grid.chosen.get() == Some(key.indicator);
        class(key) + if chosen { " chosen" } else { "" }
    });
    view! {
        <div
            node_ref=element
            class=move || class.get()
            role="row"
            aria-rowindex=move || (index.get() + 1).to_string()
            on:mousedown=move |event| {
                grid.pressed.at(&event);
                pick(&event, event.shift_key());
            }
            on:mouseover=move |event| {
                if grid.pressed.draws(&event) {
                    pick(&event, true);
                }
            }
        >
            <span
                class="grid-name"
                role="rowheader"
                aria-selected="false"
                title=whole_name
            >
                {shown_name}
            </span>
            {move || cells(element, row)}
            <span class="grid-rating" role="gridcell">
                {move || rated.with(|rated| rated.stamp.clone()).map(show_stamp)}
                {by}
            </span>
        </div>
    }
}

/// The cells of a row behind its name: plain elements, which one effect keeps as they are to look.
fn cells(element: NodeRef<Div>, Slot { index, key }: Slot<FigureRow>) -> impl IntoView {
    let grid = GridState::here();
    let columns = grid.columns.get();
    let cell = || view! { <span role="gridcell" aria-selected="false"></span> };
    let texts = columns.texts.iter().skip(1).map(|_| cell());
    let texts = texts.collect_view();
    let heads = figure_heads(&columns);
    let cells = match grid.cards.get() {
        true => {
            let cell =
                |head| view! { <span role="gridcell" aria-selected="false" data-head=head></span> };
            heads.map(cell).collect_view().into_any()
        }
        false => heads.map(|_| cell()).collect_view().into_any(),
    };
    let is_target = Memo::new(move |_| key.with(|key| key.target));
    let kind = move || match is_target.get() {
        true => words::target(),
        false => words::actual(),
    };
    let texts_before = columns.texts.len();
    keep_drawn(element, move || looks(grid, key.get(), &columns));
    keep_marked(element, texts_before, move || {
        let area = grid.marked.get();
        area.rows().contains(&index.get()).then(|| area.columns())
    });
    view! {
        {texts}
        <span class="grid-kind" role="gridcell">{kind}</span>
        {cells}
    }
}

/// The look of each cell behind the name of a row; none of the kind.
fn looks(grid: GridState, key: FigureRow, columns: &FigureColumns) -> Vec<Option<Look>> {
    let closed = |cell: Option<TableCell>| {
        let year = cell.and_then(TableCell::closes_with);
        year.is_some_and(|year| grid.closed().with(|all| all.contains(&year)))
    };
    let indicator = grid.store.get(key.indicator);
    let text = |column: &IndicatorText| {
        // The unit stands beside each series, the others once.
        let shown = key.at == 0 || key.first && *column == IndicatorText::Unit;
        let text = indicator.as_deref().filter(|_| shown);
        let text = text.map_or("", |k| column.of(k));
        Some(Look::of_text(*column, text))
    };
    let series = grid.store.get(key.series);
    let figure = |at: usize| {
        let cell = key.cell(at, columns);
        let place = (at == columns.baseline(), cell);
        Some(Look::of(series.as_deref(), place, closed(cell)))
    };
    let texts = columns.texts.iter().skip(1).map(text);
    let kind = std::iter::once(None);
    let figures = columns.baseline()..columns.count();
    texts.chain(kind).chain(figures.map(figure)).collect()
}

/// Handles the mouse in a row: selects a cell, or extends the selection to it; on a text or beside the figures, selects
/// the indicator.
fn pick(grid: GridState, (row, key): (usize, FigureRow), event: &MouseEvent, extend: bool) {
    event.prevent_default();
    if event.button() == RIGHT {
        return;
    }
    let columns = grid.columns.get_untracked();
    let column = column_of(event, &columns);
    match column {
        Some(column) if extend || column >= columns.baseline() => {
            grid.go(row, column, extend);
            focus("grid-input");
        }
        _ if extend => (),
        column => {
            let column = column.unwrap_or(0);
            // Below the name of an indicator there is none.
            let is_there = key.cell(column, &columns).is_some();
            let row = if is_there { row } else { row - key.at.min(row) };
            grid.pick(row, column, key.indicator);
        }
    }
}

/// The classes of a row.
pub fn class(key: FigureRow) -> String {
    let marks = [
        (key.first, " first"),
        (key.at == 0, " top"),
        (key.at == 0 && key.pair, " high"),
        (key.at == 1 && key.pair, " second"),
        (key.at + 1 == key.of, " end"),
    ];
    let marks = marks
        .into_iter()
        .filter_map(|(on, mark)| on.then_some(mark));
    ["grid-row"].into_iter().chain(marks).collect()
}

/// The name of the indicator is shown once, over two rows where there are two; that of each series where there are
/// several. A blank cell still has a name for screen readers.
pub fn named(key: FigureRow, name: &str, own: &str) -> AnyView {
    let whole = words::row_name(name, own);
    let (name, own) = (name.to_owned(), own.to_owned());
    match (key.at, key.first) {
        (0, _) if key.pair => {
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

/// True if a row tells who decided the rating: the second of an indicator, and on a card the first of two.
pub fn tells_by(key: FigureRow) -> bool {
    key.at + 1 == key.of.min(2) || key.at == 0 && key.pair
}

/// The rating of an indicator, as far as a row shows it.
#[derive(Clone, PartialEq, Default)]
struct RowRating {
    /// In the first row.
    stamp: Option<Stamp>,
    /// The series or the people that decided it, below it.
    by: Option<(String, String)>,
}

impl RowRating {
    /// Tracked; it is computed again when `beat` changes, and not with every key.
    fn of(store: Store, key: FigureRow, beat: Signal<u32>, year: Memo<FiscalYear>) -> Self {
        if key.at > 1 {
            return Self::default();
        }
        beat.track();
        let (year, series) = (year.get(), store.list::<Series>(key.indicator));
        let verdict = store.with(|s| {
            let series: Vec<_> = series.iter().filter_map(|id| s.get(*id)).collect();
            let (period, rules) = (s.about().period, rules_of(s));
            let indicator = s.get(key.indicator)?;
            Some(appraise(indicator, &series, period, year, &rules).verdict)
        });
        let verdict = verdict.as_ref();
        Self {
            stamp: verdict.filter(|_| key.at == 0).map(Stamp::of),
            by: verdict.filter(|_| tells_by(key)).and_then(decided_by),
        }
    }
}

/// Changes the cells behind the name of a row that look otherwise than before, now and whenever that is so.
fn keep_drawn(row: NodeRef<Div>, looks: impl Fn() -> Vec<Option<Look>> + 'static) {
    Effect::new(move |before: Option<Vec<Option<Look>>>| {
        let Some(row) = row.get() else {
            return Vec::new();
        };
        let (before, now, cells) = (before.unwrap_or_default(), looks(), row.children());
        for (at, look) in now.iter().enumerate() {
            let before = before.get(at);
            if before != Some(look)
                && let (Some(look), Some(cell)) = (look, cells.item(1 + at as u32))
            {
                look.put_on(before.and_then(Option::as_ref), &cell);
            }
        }
        now
    });
}

/// Keeps `aria-selected` of the cells of a row as the columns of the selection in it are; so many columns of texts stand before
/// 目標・実績.
fn keep_marked(
    row: NodeRef<Div>,
    texts: usize,
    columns: impl Fn() -> Option<RangeInclusive<usize>> + 'static,
) {
    let mark = move |columns: Option<&RangeInclusive<usize>>, value: &str| {
        let Some((row, columns)) = row.get().zip(columns.cloned()) else {
            return;
        };
        let cells = row.children();
        for column in columns {
            let place = column + usize::from(column >= texts);
            if let Some(cell) = cells.item(place as u32) {
                // Name and value are fixed and valid.
                let _ = cell.set_attribute("aria-selected", value);
            }
        }
    };
    Effect::new(move |before: Option<Option<RangeInclusive<usize>>>| {
        let (before, now) = (before.flatten(), columns());
        if before != now {
            mark(before.as_ref(), "false");
            mark(now.as_ref(), "true");
        }
        now
    });
}

/// True if the pointer is on a cell of a row that is written in.
pub fn is_on_cell(event: &MouseEvent) -> bool {
    let target = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let cell = target.and_then(|target| {
        target
            .closest(".grid-row:not(.grid-head) > :not(.grid-kind, .grid-rating)")
            .ok()?
    });
    cell.is_some()
}

/// The column of the cell under the mouse; `None` over 目標・実績 and over the rating.
fn column_of(event: &MouseEvent, columns: &FigureColumns) -> Option<usize> {
    let mut at = event
        .target()?
        .dyn_into::<web_sys::Element>()
        .ok()?
        .closest(".grid-row > *")
        .ok()??;
    let mut place = 0_usize;
    while let Some(before) = at.previous_element_sibling() {
        at = before;
        place += 1;
    }
    let kind = columns.texts.len();
    match place {
        place if place < kind => Some(place),
        place if place == kind => None,
        place => Some(place - 1).filter(|column| *column < columns.count()),
    }
}
