//! The state of the table: what is selected, and what its cells hold.

use std::collections::BTreeSet;

use leptos::html::Div;
use leptos::prelude::*;

use super::super::change::Changing;
use super::card::card_height;
use super::columns::{ColumnSettings, fitting};
use super::widths::{ColumnKind, Widths};
use crate::parts::{ColumnHandle, FindQuery, LongBlock, Pressed, Scroll, WindowPoint};
use crate::route::{Page, Route};
use crate::settled::settled;
use crate::sizes::{row_height, sizes};
use crate::store::Store;
use ::grid::{Area, Command, Position, Selection, SelectionGrid, Size};
use ::words::grid as words;
use browser::focus::focus;
use edit::{FigureCell, TableCell};
use insight::{FigureColumns, FigureRow, RowsShown, Totals};
use strategy::*;

/// Height of a row in the usual size, in CSS px.
pub const ROW: f64 = 36.0;

/// Height of the header in the usual size, in CSS px; the style sheet holds the same.
const HEADER: f64 = 38.0;

/// Rows and columns of the table, and their look.
pub struct Layout {
    /// The rows.
    pub rows: Memo<Vec<FigureRow>>,
    /// The rows shown of each series.
    pub shown: RwSignal<RowsShown>,
    /// The columns.
    pub columns: Memo<FigureColumns>,
    /// Widths of the columns.
    pub widths: Memo<Widths>,
    /// Choices for the columns.
    pub settings: ColumnSettings,
    /// True while each series is a card.
    pub cards: Memo<bool>,
}

/// The state of the table, of this tab alone.
#[derive(Clone, Copy)]
pub struct GridState {
    /// The open strategy.
    pub store: Store,
    /// The rows.
    pub rows: Memo<Vec<FigureRow>>,
    /// The rows shown of each series.
    pub(super) shown: RwSignal<RowsShown>,
    /// The columns.
    pub columns: Memo<FigureColumns>,
    /// True while each series is a card.
    pub cards: Memo<bool>,
    /// A decided target to be changed with its reason.
    pub changing: RwSignal<Option<Changing>>,
    /// The mouse that draws a selection.
    pub pressed: Pressed,
    closed: Memo<BTreeSet<FiscalYear>>,
    selection: RwSignal<Selection>,
    active: Memo<Position>,
    announcement: RwSignal<String>,
    /// Counts the times that a cell was to be edited by a double click.
    edits: RwSignal<u32>,
    /// Height of a row, in CSS px.
    pub row: Memo<f64>,
    /// Height of the header.
    pub header: Memo<f64>,
    /// Widths of its columns.
    pub widths: Memo<Widths>,
    /// Changes when the figures have stood still for a moment.
    pub beat: Signal<u32>,
    /// All that is selected, once it has stood still for a moment: for what is said of it.
    pub marked: Signal<Area>,
    /// The indicator of the active cell, once it has stood still for a moment.
    pub chosen: Signal<Option<Id<Indicator>>>,
    pub(super) scroller: NodeRef<Div>,
    pub(super) scroll: RwSignal<Scroll>,
    /// Text that is looked for.
    pub find: FindQuery,
    /// Place of the menu of the selection; `None`: it is closed.
    pub menu: RwSignal<Option<WindowPoint>>,
    /// The series and the year whose note is open.
    pub noting: RwSignal<Option<(Id<Series>, FiscalYear)>>,
    /// Block that is longer than the table, until it is pasted.
    pub long: RwSignal<Option<LongBlock>>,
    /// Choices for its columns.
    pub settings: ColumnSettings,
    pub(super) text_size: Memo<f64>,
}

impl GridState {
    /// A table with the cursor in the first year.
    pub fn new(
        store: Store,
        layout: Layout,
        changing: RwSignal<Option<Changing>>,
        (scroller, scroll): (NodeRef<Div>, RwSignal<Scroll>),
    ) -> Self {
        let Layout {
            rows,
            shown,
            columns,
            widths,
            settings,
            cards,
        } = layout;
        // The cursor stands in the first year at first.
        let first = Position {
            row: 0,
            column: columns.with_untracked(FigureColumns::baseline) + 1,
        };
        let (selection, now) = (RwSignal::new(Selection::at(first)), sizes());
        let (text_size, row) = (Memo::new(move |_| now.get().text), row_height(ROW));
        let height = move |_: Option<&f64>| match cards.get() {
            true => {
                let figures = columns.with(FigureColumns::figures);
                card_height(shown.get(), figures, text_size.get())
            }
            false => row.get(),
        };
        let active = Memo::new(move |_| selection.with(Selection::active));
        let at_active = move || {
            let row = active.get().row;
            rows.with(|rows| rows.get(row).map(|row| row.indicator))
        };
        let grid = Self {
            store,
            rows,
            shown,
            columns,
            cards,
            changing,
            pressed: Pressed::default(),
            closed: Memo::new(move |_| store.closed_years()),
            beat: settled(move || store.revision()).into(),
            marked: settled(move || selection.with(Selection::area)).into(),
            chosen: settled(at_active).into(),
            selection,
            active,
            announcement: RwSignal::new(String::new()),
            edits: RwSignal::new(0),
            row: Memo::new(height),
            header: Memo::new(move |_| match cards.get() {
                true => 0.0,
                false => HEADER * text_size.get(),
            }),
            widths,
            scroller,
            scroll,
            find: FindQuery::closed("grid-find"),
            menu: RwSignal::new(None),
            noting: RwSignal::new(None),
            long: RwSignal::new(None),
            settings,
            text_size,
        };
        // There may be fewer rows or columns now, or a column stands elsewhere.
        Effect::new(move |before: Option<FigureColumns>| {
            rows.track();
            let now = columns.get();
            if let Some(before) = before.filter(|before| *before != now) {
                grid.change(|selection, _| {
                    selection.move_columns(&|column| now.place_of(column, &before));
                });
            }
            grid.change(Selection::keep_within);
            now
        });
        grid
    }

    /// That of the components below.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// Returns the result of the last act, in words.
    pub fn announcement(self) -> RwSignal<String> {
        self.announcement
    }

    /// Counts the times that a cell was to be edited by a double click.
    pub fn edits(self) -> RwSignal<u32> {
        self.edits
    }

    /// The closed years.
    pub fn closed(self) -> Memo<BTreeSet<FiscalYear>> {
        self.closed
    }

    /// The closed year that a place is of.
    pub fn closed_at(self, position: Position) -> Option<FiscalYear> {
        let year = self.cell(position)?.closes_with()?;
        self.closed
            .with(|closed| closed.contains(&year))
            .then_some(year)
    }

    /// The series and the year of a place, on which a note can be written.
    pub fn noted_at(self, position: Position) -> Option<(Id<Series>, FiscalYear)> {
        let (series, cell) = self.cell(position)?.figure()?;
        Some((series, cell.year()?))
    }

    /// The note on a place.
    pub fn note(self, position: Position) -> Option<String> {
        let (series, year) = self.noted_at(position)?;
        self.store
            .with(|s| s.get(series)?.notes.get(&year).cloned())
    }

    /// Opens the note of the active cell; false where there can be none.
    pub fn open_note(self) -> bool {
        let noted = untrack(|| self.noted_at(self.active()));
        if noted.is_some() {
            self.noting.set(noted);
        }
        noted.is_some()
    }

    /// Says that a closed year cannot be changed, and no longer what was done before.
    pub fn refuse(self, year: FiscalYear) {
        self.announcement.set(String::new());
        self.store.refuse_closed(year);
    }

    /// Returns the cell that takes what is typed.
    pub fn active(self) -> Position {
        self.active.get()
    }

    /// Returns all that is selected.
    pub fn area(self) -> Area {
        self.selection.with(Selection::area)
    }

    /// Tracked: all that is selected, if that is more than one cell.
    pub fn block(self) -> Option<Area> {
        let block = |selection: &Selection| selection.is_block().then(|| selection.area());
        self.selection.with(block)
    }

    /// True if more than one cell is selected.
    pub fn is_block(self) -> bool {
        self.selection.with_untracked(Selection::is_block)
    }

    /// Numbers of rows and columns.
    pub fn size(self) -> Size {
        Size {
            rows: self.rows.with_untracked(Vec::len),
            columns: self.columns.with_untracked(FigureColumns::count),
        }
    }

    /// Changes the selection, and shows the place that moved.
    pub fn select<T>(self, change: impl FnOnce(&mut Selection, Size) -> T) -> T {
        let done = self.change(change);
        self.show_head();
        done
    }

    fn change<T>(self, change: impl FnOnce(&mut Selection, Size) -> T) -> T {
        let before = self.selection.get_untracked();
        let mut after = before;
        let done = change(&mut after, self.size());
        if after != before {
            self.selection.set(after);
        }
        done
    }

    /// Selects one cell, or extends the selection to it.
    pub fn go(self, row: usize, column: usize, extend: bool) {
        self.select(|selection, size| selection.go(Position { row, column }, extend, size));
    }

    /// Moves as a key asks; false where the key moves nothing.
    pub fn obey(self, command: Command) -> bool {
        let page = self.page();
        self.select(|selection, size| {
            let is_filled = |position| self.is_filled(position);
            let field = SelectionGrid {
                size,
                page,
                is_filled: &is_filled,
            };
            selection.obey(command, field)
        })
    }

    /// Returns the number of rows in sight.
    fn page(self) -> usize {
        let (seen, header) = untrack(|| (self.scroll.get(), self.header.get()));
        let rows = (seen.height - header) / self.row.get_untracked();
        (rows as usize).saturating_sub(1).max(1)
    }

    /// True if a cell holds a text.
    fn is_filled(self, position: Position) -> bool {
        self.cell(position)
            .is_some_and(|cell| self.store.with(|s| !cell.text(s).is_empty()))
    }

    /// A column, for its border and its commands.
    pub fn column_handle(self, column: ColumnKind) -> ColumnHandle {
        let width = move |()| self.widths.with_untracked(|all| all.of(column)) / self.text_size();
        let fits = move |()| self.store.with(|s| fitting(column, s));
        let (width, fits) = (Callback::new(width), Callback::new(fits));
        self.settings.handle(column, width, fits)
    }

    /// The place of 当初値.
    pub fn baseline(self) -> usize {
        self.columns.with_untracked(FigureColumns::baseline)
    }

    /// Number of rows that an indicator with one series has.
    pub fn rows_of_one(self) -> usize {
        self.shown.with_untracked(|shown| shown.kinds().len())
    }

    /// The cell that a place below the last row has once these indicators, of one series each, are added there.
    pub fn cell_to_come(
        self,
        position: Position,
        added: &[(Id<Indicator>, Id<Series>)],
    ) -> Option<TableCell> {
        let below = position.row.checked_sub(self.size().rows)?;
        let kinds = self.shown.with_untracked(|shown| shown.kinds());
        let (indicator, series) = *added.get(below / kinds.len())?;
        let key = FigureRow::of_series(indicator, series, (below % kinds.len(), kinds), (0, 1));
        self.columns
            .with_untracked(|columns| key.cell(position.column, columns))
    }

    /// The cell of a place; `None` where there is none.
    pub fn cell(self, position: Position) -> Option<TableCell> {
        let key = self
            .rows
            .with_untracked(|rows| rows.get(position.row).copied())?;
        self.columns
            .with_untracked(|columns| key.cell(position.column, columns))
    }

    /// Reads the cells of many places, `None` where there is none: a block looks up rows and columns once.
    pub fn with_cells<T>(
        self,
        read: impl FnOnce(&dyn Fn(Position) -> Option<TableCell>) -> T,
    ) -> T {
        self.rows.with_untracked(|rows| {
            self.columns
                .with_untracked(|columns| read(&|at| rows.get(at.row)?.cell(at.column, columns)))
        })
    }

    /// Tracked: true if the active place has a cell.
    pub fn has_cell(self) -> bool {
        let active = self.active();
        self.rows.track();
        self.columns.track();
        self.cell(active).is_some()
    }

    /// Number of rows over which the name in a row stands besides its own; on a card none.
    pub fn rows_below_name(self, row: usize) -> usize {
        if self.cards.get() {
            return 0;
        }
        let key = self.rows.with(|rows| rows.get(row).copied());
        key.map_or(0, |key| usize::from(key.at == 0 && key.pair))
    }

    /// The text in a cell.
    pub fn text(self, position: Position) -> String {
        let cell = self.cell(position);
        cell.map(|cell| self.text_of(cell)).unwrap_or_default()
    }

    /// Totals of the figures of an area.
    pub fn totals(self, area: Area) -> Totals {
        let keys = self
            .rows
            .with_untracked(|rows| rows.get(area.rows()).map(<[_]>::to_vec));
        let keys = keys.unwrap_or_default();
        let all = self.columns.get_untracked();
        self.store.with(|s| {
            let figures = keys.iter().flat_map(|key| {
                let row = s.get(key.series).zip(s.get(key.indicator));
                let cells = area.columns().filter_map(|column| key.cell(column, &all));
                cells.filter_map(move |cell| {
                    let ((series, indicator), (_, cell)) = (row?, cell.figure()?);
                    Some((cell.of(series)?, indicator.unit.as_str()))
                })
            });
            Totals::of(figures)
        })
    }

    /// True if a row is one of 目標; `None`: there is no such row.
    pub fn is_target(self, row: usize) -> Option<bool> {
        self.rows
            .with_untracked(|rows| rows.get(row).map(|key| key.target))
    }

    /// True if an edit of a cell asks for date, decider and reason: the target is decided, and there was one when the
    /// edit began (`before` is its text).
    pub fn asks(self, cell: TableCell, before: &str) -> bool {
        let target = cell.figure().filter(|_| !before.is_empty());
        target
            .is_some_and(|(series, cell)| self.store.with(|s| edit::wants_reason(s, series, cell)))
    }

    /// Asks for them.
    pub fn ask(self, cell: TableCell, text: &str) {
        if let TableCell::Figure(series, FigureCell::Target(year)) = cell
            && self.text_of(cell) != text
        {
            self.changing.set(Some((series, year, text.to_owned())));
        }
    }

    /// Writes a text into a cell.
    pub fn write(self, cell: TableCell, text: &str) {
        if self.text_of(cell) != text {
            self.store.edit(|s| edit::set_table_cell(s, cell, text));
        }
    }

    /// The text in a cell, wherever it stands now.
    pub fn text_of(self, cell: TableCell) -> String {
        self.store.with(|s| cell.text(s).to_owned())
    }

    /// Returns the label of a cell for screen readers.
    pub fn label(self, position: Position) -> String {
        let key = self
            .rows
            .with_untracked(|rows| rows.get(position.row).copied());
        let (Some(key), Some(cell)) = (key, self.cell(position)) else {
            return words::no_cell().to_owned();
        };
        self.store.with(|s| {
            let name = s.get(key.indicator).map_or("", |k| &k.name);
            let own = s.get(key.series).map_or("", |r| &r.name);
            words::cell(name, own, cell)
        })
    }

    /// Follows the series of the active cell: for what tells its text.
    pub fn follow_active(self) {
        match self.cell(self.active()) {
            Some(TableCell::Text(indicator, _)) => drop(self.store.get(indicator)),
            Some(
                TableCell::SeriesName(series)
                | TableCell::BaselineAt(series)
                | TableCell::Figure(series, _),
            ) => drop(self.store.get(series)),
            None => (),
        }
    }

    /// Selects a text of an indicator: the indicator is shown beside the table or, where there is no room, on its own page.
    pub fn pick(self, row: usize, column: usize, indicator: Id<Indicator>) {
        if self
            .columns
            .with_untracked(|columns| columns.texts.len() == 1)
        {
            return Route::of_page(Page::Indicators(Some(indicator))).go();
        }
        self.go(row, column, false);
        focus("grid-input");
    }

    /// The first row of an indicator; `None`: it has none here.
    fn first_row(self, indicator: Id<Indicator>) -> Option<usize> {
        let is_its = |row: &FigureRow| row.indicator == indicator;
        self.rows
            .with_untracked(|rows| rows.iter().position(is_its))
    }

    /// Puts the cursor on an indicator, if it has rows here.
    pub fn show(self, indicator: Id<Indicator>) {
        let row = self.first_row(indicator);
        if let Some(row) = row {
            self.go(row, self.active.get_untracked().column, false);
        }
    }

    /// True if a filter leaves indicators out.
    pub fn hides_rows(self) -> bool {
        let shown = self
            .rows
            .with_untracked(|rows| rows.iter().filter(|row| row.at == 0).count());
        shown < self.store.with(|s| s.indicators.len())
    }

    /// Puts the cursor on the name of an indicator; false if it has no rows here.
    pub fn show_name(self, indicator: Id<Indicator>) -> bool {
        let row = self.first_row(indicator);
        if let Some(row) = row {
            self.go(row, 0, false);
        }
        row.is_some()
    }

    /// Size of text on the screen, relative to the usual one.
    pub fn text_size(self) -> f64 {
        self.text_size.get_untracked()
    }

    /// The part of the table in sight.
    pub fn seen(self) -> Scroll {
        self.scroll.get_untracked()
    }

    /// Scrolls so that the place that moved is seen. Where the table stands is known: to ask the browser would make it lay
    /// out the page between two changes.
    fn show_head(self) {
        let Some(element) = self.scroller.get_untracked() else {
            return;
        };
        let seen = self.scroll.get_untracked();
        if seen.width == 0.0 {
            // Not measured yet: it stands at its beginning, as the cursor does.
            return;
        }
        let selection = self.selection.get_untracked();
        let (Position { row, column }, size) = (selection.head(), self.size());
        // Whole columns are selected without leaving the rows in sight, and whole rows likewise.
        let selected = selection.area().size();
        let is_all = |part: usize, whole: usize| part == whole && part > 1;
        if !is_all(selected.rows, size.rows) {
            let (high, header) = untrack(|| (self.row.get(), self.header.get()));
            let (top, height) = (row as f64 * high, seen.height - header);
            let bottom = top + high + untrack(|| self.over_next(row, seen));
            if top < seen.top {
                element.set_scroll_top(top as i32);
            } else if bottom > seen.top + height {
                element.set_scroll_top((bottom - height).ceil() as i32);
            }
        }
        if !is_all(selected.columns, size.columns) && !self.cards.get_untracked() {
            let (left, wide) = untrack(|| self.column(column));
            let sticky = self.widths.with_untracked(|widths| widths.sticky());
            if column == 0 {
                // It is always in sight.
            } else if left - sticky < seen.left {
                element.set_scroll_left((left - sticky) as i32);
            } else if left + wide > seen.left + seen.width {
                element.set_scroll_left((left + wide - seen.width) as i32);
            }
        }
    }
}
