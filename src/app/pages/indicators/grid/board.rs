//! Where the cursor is, what is selected, and which cell that is.

use std::collections::{BTreeMap, BTreeSet};

use leptos::html::Div;
use leptos::prelude::*;

use super::super::change::Changing;
use super::{HEADER, ROW};
use crate::app::parts::Scroll;
use crate::app::store::Store;
use crate::edit::{self, Cell};
use crate::locale::grid as words;
use crate::strategy::*;

/// Which rows a series shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowsShown {
    /// 目標 and 実績.
    Both,
    /// 実績 only.
    Actuals,
    /// 目標 only.
    Targets,
}

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RowKey {
    /// The series.
    pub series: Id<Series>,
    /// 目標, else 実績.
    pub target: bool,
    /// Whether it is the first row of its series: name, unit and baseline stand there.
    pub first: bool,
}

impl RowKey {
    /// What stands in a column, counted from the baseline; `None` where nothing can (the baseline beside 実績).
    pub fn cell(self, column: usize, years: &[FiscalYear]) -> Option<Cell> {
        match column.checked_sub(1) {
            None => self.first.then_some(Cell::Baseline),
            Some(at) if self.target => years.get(at).copied().map(Cell::Target),
            Some(at) => years.get(at).copied().map(Cell::Actual),
        }
    }
}

/// The rows of some indicators.
pub fn rows(s: &Strategy, found: &[Id<Indicator>], shown: RowsShown) -> Vec<RowKey> {
    let all = s.series.by_parent();
    let of_one = found.iter().filter_map(|indicator| all.get(indicator));
    let mut rows = Vec::with_capacity(found.len() * 2);
    for series in of_one.flatten() {
        let series = series.id;
        if shown != RowsShown::Actuals {
            rows.push(RowKey {
                series,
                target: true,
                first: true,
            });
        }
        if shown != RowsShown::Targets {
            rows.push(RowKey {
                series,
                target: false,
                first: shown == RowsShown::Actuals,
            });
        }
    }
    rows
}

/// The columns: the period, and every other year that has a figure.
pub fn years(s: &Strategy) -> Vec<FiscalYear> {
    let period = s.about().period;
    let mut years: BTreeSet<FiscalYear> = period.years().collect();
    // Most figures are within the period, and there is nothing to add.
    let beyond = |figures: &&BTreeMap<FiscalYear, Figure>| {
        let ends = [figures.keys().next(), figures.keys().next_back()];
        ends.into_iter().flatten().any(|year| !years.contains(year))
    };
    let all = s.series.iter().flat_map(|r| [&r.targets, &r.actuals]);
    let others: Vec<_> = all
        .filter(beyond)
        .flat_map(|figures| figures.keys())
        .collect();
    years.extend(others);
    years.into_iter().collect()
}

/// Widths of the columns in CSS px: name, unit, kind of row, baseline; then each year.
const NAME: f64 = 240.0;
const UNIT: f64 = 64.0;
const KIND: f64 = 52.0;
const BASELINE: f64 = 104.0;
const YEAR: f64 = 104.0;

/// A place in the table: row, and column counted from the baseline.
pub type Place = (usize, usize);

/// The state of the table, of this tab alone.
#[derive(Clone, Copy)]
pub struct Board {
    /// The open strategy.
    pub store: Store,
    /// The rows.
    pub rows: Memo<Vec<RowKey>>,
    /// The year columns.
    pub years: Memo<Vec<FiscalYear>>,
    /// A decided target to be changed with its reason.
    pub changing: RwSignal<Option<Changing>>,
    closed: Memo<BTreeSet<FiscalYear>>,
    cursor: RwSignal<Place>,
    anchor: RwSignal<Place>,
    said: RwSignal<String>,
    scroller: NodeRef<Div>,
    scroll: RwSignal<Scroll>,
}

impl Board {
    /// A table with the cursor in the first year.
    pub fn new(
        store: Store,
        rows: Memo<Vec<RowKey>>,
        years: Memo<Vec<FiscalYear>>,
        changing: RwSignal<Option<Changing>>,
        scroller: NodeRef<Div>,
        scroll: RwSignal<Scroll>,
    ) -> Self {
        Self {
            store,
            rows,
            years,
            changing,
            closed: Memo::new(move |_| store.closed_years()),
            cursor: RwSignal::new((0, 1)),
            anchor: RwSignal::new((0, 1)),
            said: RwSignal::new(String::new()),
            scroller,
            scroll,
        }
    }

    /// The board of this table.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// What the last act did, in words.
    pub fn said(self) -> RwSignal<String> {
        self.said
    }

    /// The closed years.
    pub fn closed(self) -> Memo<BTreeSet<FiscalYear>> {
        self.closed
    }

    /// The closed year that a place is of.
    pub fn closed_at(self, place: Place) -> Option<FiscalYear> {
        let (_, cell) = self.cell(place)?;
        let year = cell.closes_with()?;
        self.closed
            .with(|closed| closed.contains(&year))
            .then_some(year)
    }

    /// Says that a closed year cannot be changed, and no longer what was done before.
    pub fn refuse(self, year: FiscalYear) {
        self.said.set(String::new());
        self.store.refuse_closed(year);
    }

    /// Whether more than one cell is selected.
    pub fn has_block(self) -> bool {
        self.anchor.get_untracked() != self.cursor.get_untracked()
    }

    /// Where the cursor is.
    pub fn cursor(self) -> Place {
        self.cursor.get()
    }

    /// The selected rows and columns, first and last.
    pub fn selection(self) -> (Place, Place) {
        let (a, b) = (self.anchor.get(), self.cursor.get());
        ((a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1)))
    }

    /// Puts the cursor there.
    pub fn select(self, row: usize, column: usize) {
        self.extend(row, column);
        self.anchor.set(self.cursor.get_untracked());
    }

    /// Puts the cursor there, and selects from where it was anchored.
    pub fn extend(self, row: usize, column: usize) {
        let last_row = self.rows.with_untracked(Vec::len).saturating_sub(1);
        let last_column = self.years.with_untracked(Vec::len);
        self.cursor
            .set((row.min(last_row), column.min(last_column)));
        self.show_cursor();
    }

    /// Moves the cursor by so many rows and columns.
    pub fn step(self, down: isize, right: isize, extend: bool) {
        let (row, column) = self.cursor.get_untracked();
        let (row, column) = (
            row.saturating_add_signed(down),
            column.saturating_add_signed(right),
        );
        if extend {
            self.extend(row, column)
        } else {
            self.select(row, column)
        }
    }

    /// The cell of a place; `None` where there is none (the baseline beside 実績).
    pub fn cell(self, place: Place) -> Option<(Id<Series>, Cell)> {
        let key = self
            .rows
            .with_untracked(|rows| rows.get(place.0).copied())?;
        let cell = self
            .years
            .with_untracked(|years| key.cell(place.1, years))?;
        Some((key.series, cell))
    }

    /// The text in a cell.
    pub fn text(self, place: Place) -> String {
        let Some((series, cell)) = self.cell(place) else {
            return String::new();
        };
        self.store.with(|s| {
            let figure = s.get(series).and_then(|s| cell.of(s));
            figure.map(|f| f.text().to_owned()).unwrap_or_default()
        })
    }

    /// Whether writing into a cell asks for date, decider and reason: a decided target, unless there was none
    /// when the writing began (`before` is what stood there then).
    pub fn asks(self, place: Place, before: &str) -> bool {
        let target = self.cell(place).filter(|_| !before.is_empty());
        target
            .is_some_and(|(series, cell)| self.store.with(|s| edit::wants_reason(s, series, cell)))
    }

    /// Asks for them.
    pub fn ask(self, place: Place, text: &str) {
        if let Some((series, Cell::Target(year))) = self.cell(place)
            && self.text(place) != text
        {
            self.changing.set(Some((series, year, text.to_owned())));
        }
    }

    /// Writes a text into a cell.
    pub fn write(self, place: Place, text: &str) {
        if let Some((series, cell)) = self.cell(place)
            && self.text(place) != text
        {
            self.store.edit(|s| edit::set_cell(s, series, cell, text));
        }
    }

    /// What a screen reader calls a cell.
    pub fn label(self, place: Place) -> String {
        let Some((series, cell)) = self.cell(place) else {
            return words::NO_CELL.to_owned();
        };
        self.store.with(|s| {
            let row = s.get(series);
            let name = row
                .and_then(|r| s.get(r.indicator))
                .map(|k| k.name.clone())
                .unwrap_or_default();
            let own = row.map(|r| r.name.clone()).unwrap_or_default();
            words::cell(&name, &own, cell)
        })
    }

    /// Left edge and width of a column inside the scroller.
    pub fn column(self, column: usize) -> (f64, f64) {
        let start = NAME + UNIT + KIND;
        match column.checked_sub(1) {
            None => (start, BASELINE),
            Some(i) => (start + BASELINE + i as f64 * YEAR, YEAR),
        }
    }

    /// Scrolls so that the cursor is seen. Where the table stands is known: to ask the browser would make it lay out
    /// the page between two changes.
    fn show_cursor(self) {
        let Some(element) = self.scroller.get_untracked() else {
            return;
        };
        let seen = self.scroll.get_untracked();
        if seen.width == 0.0 {
            // Not measured yet: it stands at its beginning, as the cursor does.
            return;
        }
        let (row, column) = self.cursor.get_untracked();
        let (top, height) = (row as f64 * ROW, seen.height - HEADER);
        if top < seen.top {
            element.set_scroll_top(top as i32);
        } else if top + ROW > seen.top + height {
            element.set_scroll_top((top + ROW - height) as i32);
        }
        let (left, wide) = self.column(column);
        let sticky = NAME.min(seen.width * 0.4);
        if left - sticky < seen.left {
            element.set_scroll_left((left - sticky) as i32);
        } else if left + wide > seen.left + seen.width {
            element.set_scroll_left((left + wide - seen.width) as i32);
        }
    }
}
