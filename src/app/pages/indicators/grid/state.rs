//! Cursor and selection of the grid, and their cells.

use std::collections::{BTreeMap, BTreeSet};

use leptos::html::Div;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::super::change::Changing;
use super::super::settled::settled;
use crate::parts::{Scroll, Short};
use crate::route::{Page, Route};
use crate::sizes::{Sizes, row_height, sizes};
use crate::store::Store;
use ::words::{YearForms, grid as words, indicators};
use browser::focus::focus;
use edit::FigureCell;
use strategy::*;

/// Height of a row in the usual size, in CSS px.
pub const ROW: f64 = 36.0;

/// Height of the header in the usual size, in CSS px; the style sheet holds the same.
const HEADER: f64 = 38.0;

/// Rows shown for a series.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RowKey {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// The series.
    pub series: Id<Series>,
    /// 目標, else 実績.
    pub target: bool,
    /// True if it is the first row of its series, which shows name, unit and baseline.
    pub first: bool,
    /// Its place among the rows of its indicator.
    pub at: usize,
    /// Number of rows of its indicator.
    pub of: usize,
}

impl RowKey {
    /// Returns the cell in a column, counted from the baseline; `None` where there can be none (the baseline beside
    /// 実績).
    pub fn cell(self, column: usize, years: &[FiscalYear]) -> Option<FigureCell> {
        match column.checked_sub(1) {
            None => self.first.then_some(FigureCell::Baseline),
            Some(at) if self.target => years.get(at).copied().map(FigureCell::Target),
            Some(at) => years.get(at).copied().map(FigureCell::Actual),
        }
    }
}

/// The rows of some indicators.
pub fn rows(s: &Strategy, found: &[Id<Indicator>], shown: RowsShown) -> Vec<RowKey> {
    let all = s.series.by_parent();
    let kinds: &[bool] = match shown {
        RowsShown::Both => &[true, false],
        RowsShown::Actuals => &[false],
        RowsShown::Targets => &[true],
    };
    let mut rows = Vec::with_capacity(found.len() * 2);
    for indicator in found {
        let under = all.under(*indicator);
        for (nth, series) in under.iter().enumerate() {
            for (row, target) in kinds.iter().enumerate() {
                rows.push(RowKey {
                    indicator: *indicator,
                    series: series.id,
                    target: *target,
                    first: row == 0,
                    at: nth * kinds.len() + row,
                    of: under.len() * kinds.len(),
                });
            }
        }
    }
    rows
}

/// The columns: the period, and every other year that has a figure.
pub fn years(s: &Strategy) -> Vec<FiscalYear> {
    let period = s.about().period;
    let mut years = sort::set(period.years());
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

/// Widths of the columns in CSS px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Widths {
    name: f64,
    unit: f64,
    kind: f64,
    baseline: f64,
    year: f64,
    rating: f64,
}

/// Widths of columns that need more room in other languages, and where years have four digits.
struct Longer {
    kind: f64,
    rating: f64,
    /// The least of a column of a year: a lock may stand before it.
    least: f64,
}

impl Longer {
    fn now(kind: f64, rating: f64) -> Self {
        let letters = |word: &str| word.chars().count() as f64;
        let word = letters(indicators::target()).max(letters(indicators::actual()));
        let year = letters(&FiscalYear(2024).short()) - 2.0;
        Self {
            kind: (word * 9.0 + 10.0).max(kind),
            rating: rating + year.min(2.0) * 7.0,
            least: 58.0 + year.min(4.0) * 8.0,
        }
    }
}

impl Widths {
    /// Returns the widths for a table this wide, in text of this size.
    pub fn fit(room: f64, years: usize, sizes: Sizes) -> Self {
        let text = sizes.text;
        let Self {
            name,
            unit,
            kind,
            baseline,
            year,
            rating,
        } = Self::usual(room / text, years);
        Self {
            name: (name * text).floor(),
            unit: unit * text,
            kind: kind * text,
            baseline: (baseline * text).floor(),
            year: (year * text).floor(),
            rating: rating * text,
        }
    }

    /// The same in text of the usual size: first the years, then the names; on a phone names stay narrow, and the
    /// years are scrolled.
    fn usual(room: f64, years: usize) -> Self {
        if room < 560.0 {
            return Self {
                name: 96.0,
                unit: 0.0,
                kind: 40.0,
                baseline: 76.0,
                year: 76.0,
                rating: 84.0,
            };
        }
        let (unit, kind, rating) = match room < 760.0 {
            true => (48.0, 36.0, 104.0),
            false => (56.0, 44.0, 112.0),
        };
        let Longer {
            kind,
            rating,
            least,
        } = Longer::now(kind, rating);
        // The baseline is a column like a year's.
        let columns = years as f64 + 1.0;
        let left = room - unit - kind - rating;
        let names = (room * 0.2).clamp(140.0, 300.0);
        let year = ((left - names) / columns).clamp(least, 112.0).floor();
        Self {
            name: (left - year * columns).clamp(130.0, 480.0).floor(),
            unit,
            kind,
            baseline: year,
            year,
            rating,
        }
    }

    /// True if there is no room beside the table.
    pub fn is_narrow(self) -> bool {
        self.unit == 0.0
    }

    /// Returns the widths for the room of a scroller; before that is measured, for a common one.
    pub fn within(seen: Scroll, years: usize, sizes: Sizes) -> Self {
        let room = if seen.width == 0.0 { 700.0 } else { seen.width };
        Self::fit(room, years, sizes)
    }

    /// The same for the style sheet.
    pub fn style(self) -> String {
        let Self {
            name,
            unit,
            kind,
            baseline,
            year,
            rating,
        } = self;
        let [name, unit, kind, baseline, year, rating] =
            [name, unit, kind, baseline, year, rating].map(Short);
        format!(
            "--name:{name}px;--unit:{unit}px;--kind:{kind}px;--baseline:{baseline}px;--year:{year}px;--rating:{rating}px"
        )
    }
}

/// A position in the table: row, and column counted from the baseline.
pub type Position = (usize, usize);

/// The state of the table, of this tab alone.
#[derive(Clone, Copy)]
pub struct GridState {
    /// The open strategy.
    pub store: Store,
    /// The rows.
    pub rows: Memo<Vec<RowKey>>,
    /// The year columns.
    pub years: Memo<Vec<FiscalYear>>,
    /// A decided target to be changed with its reason.
    pub changing: RwSignal<Option<Changing>>,
    closed: Memo<BTreeSet<FiscalYear>>,
    cursor: RwSignal<Position>,
    anchor: RwSignal<Position>,
    announcement: RwSignal<String>,
    /// Height of a row, in CSS px.
    pub row: Memo<f64>,
    /// Height of the header.
    pub header: Memo<f64>,
    /// Widths of its columns.
    pub widths: Memo<Widths>,
    /// Changes when the figures have stood still for a moment.
    pub beat: Signal<u32>,
    /// The indicator of the cursor, once it has stood still for a moment.
    pub chosen: Signal<Option<Id<Indicator>>>,
    scroller: NodeRef<Div>,
    scroll: RwSignal<Scroll>,
}

impl GridState {
    /// A table with the cursor in the first year.
    pub fn new(
        store: Store,
        rows: Memo<Vec<RowKey>>,
        years: Memo<Vec<FiscalYear>>,
        changing: RwSignal<Option<Changing>>,
        scroller: NodeRef<Div>,
        scroll: RwSignal<Scroll>,
    ) -> Self {
        let (cursor, now, of_text) = (RwSignal::new((0, 1)), sizes(), sizes());
        let at_cursor = move || {
            let (row, _) = cursor.get();
            rows.with(|rows| rows.get(row).map(|row| row.indicator))
        };
        Self {
            store,
            rows,
            years,
            changing,
            closed: Memo::new(move |_| store.closed_years()),
            beat: settled(move || store.revision()).into(),
            chosen: settled(at_cursor).into(),
            cursor,
            anchor: RwSignal::new((0, 1)),
            announcement: RwSignal::new(String::new()),
            row: row_height(ROW),
            header: Memo::new(move |_| HEADER * of_text.get().text),
            widths: Memo::new(move |_| {
                Widths::within(scroll.get(), years.with(Vec::len), now.get())
            }),
            scroller,
            scroll,
        }
    }

    /// That of the components below.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// Returns the result of the last act, in words.
    pub fn announcement(self) -> RwSignal<String> {
        self.announcement
    }

    /// The closed years.
    pub fn closed(self) -> Memo<BTreeSet<FiscalYear>> {
        self.closed
    }

    /// The closed year that a place is of.
    pub fn closed_at(self, position: Position) -> Option<FiscalYear> {
        let (_, cell) = self.cell(position)?;
        let year = cell.closes_with()?;
        self.closed
            .with(|closed| closed.contains(&year))
            .then_some(year)
    }

    /// Says that a closed year cannot be changed, and no longer what was done before.
    pub fn refuse(self, year: FiscalYear) {
        self.announcement.set(String::new());
        self.store.refuse_closed(year);
    }

    /// True if more than one cell is selected.
    pub fn has_block(self) -> bool {
        self.anchor.get_untracked() != self.cursor.get_untracked()
    }

    /// Returns the cursor.
    pub fn cursor(self) -> Position {
        self.cursor.get()
    }

    /// The selected rows and columns, first and last.
    pub fn selection(self) -> (Position, Position) {
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

    /// The last row and the last column.
    fn last(self) -> Position {
        let rows = self.rows.with_untracked(Vec::len);
        (rows.saturating_sub(1), self.years.with_untracked(Vec::len))
    }

    /// Selects everything.
    pub fn select_all(self) {
        let (row, column) = self.last();
        self.select(row, column);
        self.extend(0, 0);
    }

    /// Goes to the first place of the table, or to the last.
    pub fn corner(self, first: bool, extend: bool) {
        let (row, column) = if first { (0, 0) } else { self.last() };
        if extend {
            self.extend(row, column)
        } else {
            self.select(row, column)
        }
    }

    /// Goes where the figures end or begin in a direction, as a spreadsheet does with Ctrl and an arrow.
    pub fn leap(self, down: isize, right: isize, extend: bool) {
        let (rows, columns) = self.last();
        let (row, column) = self.cursor.get_untracked();
        let after = |(row, column): Position| {
            let row = row.checked_add_signed(down)?;
            let column = column.checked_add_signed(right)?;
            (row <= rows && column <= columns).then_some((row, column))
        };
        let is_full = |position: Position| !self.text(position).is_empty();
        let next = after((row, column)).is_some_and(is_full);
        let runs = is_full((row, column)) && next;
        let mut position = (row, column);
        while let Some(there) = after(position) {
            if runs && !is_full(there) {
                break;
            }
            position = there;
            if !runs && is_full(there) {
                break;
            }
        }
        if extend {
            self.extend(position.0, position.1)
        } else {
            self.select(position.0, position.1)
        }
    }

    /// The cell of a place; `None` where there is none (the baseline beside 実績).
    pub fn cell(self, position: Position) -> Option<(Id<Series>, FigureCell)> {
        let key = self
            .rows
            .with_untracked(|rows| rows.get(position.0).copied())?;
        let cell = self
            .years
            .with_untracked(|years| key.cell(position.1, years))?;
        Some((key.series, cell))
    }

    /// The text in a cell.
    pub fn text(self, position: Position) -> String {
        let Some((series, cell)) = self.cell(position) else {
            return String::new();
        };
        self.store.with(|s| {
            let figure = s.get(series).and_then(|s| cell.of(s));
            figure.map(|f| f.text().to_owned()).unwrap_or_default()
        })
    }

    /// True if an edit of a cell asks for date, decider and reason: the target is decided, and there was one when the
    /// edit began (`before` is its text).
    pub fn asks(self, position: Position, before: &str) -> bool {
        let target = self.cell(position).filter(|_| !before.is_empty());
        target
            .is_some_and(|(series, cell)| self.store.with(|s| edit::wants_reason(s, series, cell)))
    }

    /// Asks for them.
    pub fn ask(self, position: Position, text: &str) {
        if let Some((series, FigureCell::Target(year))) = self.cell(position)
            && self.text(position) != text
        {
            self.changing.set(Some((series, year, text.to_owned())));
        }
    }

    /// Writes a text into a cell.
    pub fn write(self, position: Position, text: &str) {
        if let Some((series, cell)) = self.cell(position)
            && self.text(position) != text
        {
            self.store.edit(|s| edit::set_cell(s, series, cell, text));
        }
    }

    /// Returns the label of a cell for screen readers.
    pub fn label(self, position: Position) -> String {
        let Some((series, cell)) = self.cell(position) else {
            return words::no_cell().to_owned();
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

    /// Selects an indicator by its name: it is shown beside the table or, where there is no room, on its own page.
    pub fn pick(self, row: usize, indicator: Id<Indicator>) {
        if self.widths.with_untracked(|widths| widths.is_narrow()) {
            return Route::of_page(Page::Indicators(Some(indicator))).go();
        }
        self.select(row, self.cursor.get_untracked().1);
        focus("grid-input");
    }

    /// Puts the cursor on an indicator, if it has rows here.
    pub fn show(self, indicator: Id<Indicator>) {
        let row = self
            .rows
            .with_untracked(|rows| rows.iter().position(|row| row.indicator == indicator));
        if let Some(row) = row {
            self.select(row, self.cursor.get_untracked().1);
        }
    }

    /// Left edge and width of a column inside the scroller.
    pub fn column(self, column: usize) -> (f64, f64) {
        let widths = self.widths.get();
        let start = widths.name + widths.unit + widths.kind;
        match column.checked_sub(1) {
            None => (start, widths.baseline),
            Some(i) => (
                start + widths.baseline + i as f64 * widths.year,
                widths.year,
            ),
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
        let (high, header) = untrack(|| (self.row.get(), self.header.get()));
        let (top, height) = (row as f64 * high, seen.height - header);
        if top < seen.top {
            element.set_scroll_top(top as i32);
        } else if top + high > seen.top + height {
            element.set_scroll_top((top + high - height).ceil() as i32);
        }
        let (left, wide) = untrack(|| self.column(column));
        let sticky = self.widths.with_untracked(|widths| widths.name);
        if left - sticky < seen.left {
            element.set_scroll_left((left - sticky) as i32);
        } else if left + wide > seen.left + seen.width {
            element.set_scroll_left((left + wide - seen.width) as i32);
        }
    }
}
