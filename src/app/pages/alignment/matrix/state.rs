//! State of the matrix: its focused cell, and the cells selected with it.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::parts::{FindQuery, Pressed, WindowPoint};
use crate::store::Store;
use ::grid::{Area, Command, Position, Selection, SelectionGrid, Size};
use edit::Answering;
use insight::{
    AlignmentMatrix, FrameworkColumns, MatrixCell, MatrixRow, Numbers, alignment_matrix,
};
use strategy::*;

/// Rows shown before one asks for all.
const FIRST: usize = 200;

/// Rows that Page Up and Page Down go past.
const PAGE: usize = 10;

/// Columns that stand together: those of a framework, or those under one of its items.
pub type ColumnGroup = (Id<Framework>, Option<Id<FrameworkItem>>);

/// A group that is shown: it, the place of its first among all columns, and its items.
pub type ShownGroup = (ColumnGroup, usize, Vec<Id<FrameworkItem>>);

/// The matrix that is on the page.
#[derive(Clone, Copy)]
pub struct MatrixState {
    /// The open strategy.
    pub store: Store,
    /// All of it.
    pub matrix: Memo<AlignmentMatrix>,
    /// 番号.
    pub numbers: Memo<Numbers>,
    /// The one group that is shown; `None`: every framework, without what stands under its items.
    pub only: RwSignal<Option<ColumnGroup>>,
    /// The columns shown, framework by framework.
    pub shown: Memo<Vec<ShownGroup>>,
    /// True if every row is shown, however many there are.
    pub whole: RwSignal<bool>,
    /// The scroller.
    pub scroller: NodeRef<Div>,
    /// Result of the last act on the selected cells, in words.
    pub announcement: RwSignal<String>,
    /// The revision of the strategy that the result is of.
    said_of: StoredValue<u32>,
    /// Text that is looked for.
    pub find: FindQuery,
    /// Place of the menu of the selection; `None`: it is closed.
    pub menu: RwSignal<Option<WindowPoint>>,
    /// The mouse that draws a selection.
    pub pressed: Pressed,
    /// The cell of the keyboard among all rows and columns, as far as it is there.
    place: RwSignal<Position>,
    /// Several cells that are selected, from the cell of the keyboard on.
    block: RwSignal<Option<Selection>>,
}

impl MatrixState {
    /// That of a strategy, the keyboard in its first cell.
    pub fn new(store: Store) -> Self {
        let matrix = Memo::new(move |_| store.follow(alignment_matrix));
        let only = RwSignal::new(None);
        let shown = Memo::new(move |_| matrix.with(|matrix| shown(matrix, only.get())));
        let (announcement, said_of) = (RwSignal::new(String::new()), StoredValue::new(0));
        // The account of an act ends with the next edit, or when the act is undone (g43).
        Effect::new(move |before: Option<u32>| {
            let now = store.revision();
            if before.is_some_and(|before| before != now) && said_of.get_value() != now {
                announcement.set(String::new());
            }
            now
        });
        Self {
            store,
            matrix,
            numbers: Memo::new(move |_| store.follow(Numbers::of)),
            only,
            shown,
            whole: RwSignal::new(false),
            scroller: NodeRef::new(),
            announcement,
            said_of,
            find: FindQuery::closed("matrix-find"),
            menu: RwSignal::new(None),
            pressed: Pressed::default(),
            place: RwSignal::new(Position::default()),
            block: RwSignal::new(None),
        }
    }

    /// That of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// The first column shown, and the one after the last.
    pub fn range(self) -> (usize, usize) {
        self.shown.with(|shown| {
            let first = shown.first().map_or(0, |(_, first, _)| *first);
            let last = shown
                .last()
                .map_or(0, |(_, first, items)| first + items.len());
            (first, last)
        })
    }

    /// Returns the number of rows shown.
    pub fn rows(self) -> usize {
        let rows = self.matrix.with(|matrix| matrix.rows.len());
        match self.whole.get() {
            true => rows,
            false => rows.min(FIRST),
        }
    }

    /// Returns the number of rows not shown.
    pub fn more(self) -> usize {
        self.matrix.with(|matrix| matrix.rows.len()) - self.rows()
    }

    /// Shows a column that is not among those shown.
    pub fn show(self, column: usize) {
        let (first, end) = untrack(|| self.range());
        if (first..end).contains(&column) {
            return;
        }
        let group = self.matrix.with_untracked(|matrix| {
            let mut end = 0;
            let mut groups = matrix.frameworks.iter();
            let of = groups.find(|one| {
                end += one.items.len();
                column < end
            });
            of.map(|one| (one.framework, one.head))
        });
        // A framework is shown with the others.
        self.only.set(group.filter(|(_, head)| head.is_some()));
    }

    /// Row and column of the keyboard.
    pub fn cursor(self) -> (usize, usize) {
        let (Position { row, column }, (first, end)) = (self.place.get(), self.range());
        let last = end.saturating_sub(1).max(first);
        let row = row.min(self.rows().saturating_sub(1));
        (row, column.clamp(first, last))
    }

    /// The row of the keyboard.
    pub fn row(self) -> Option<MatrixRow> {
        let (row, _) = self.cursor();
        self.matrix.with(|matrix| matrix.rows.get(row).cloned())
    }

    /// The item of the keyboard's column, and what is tied to it.
    pub fn column(self) -> Option<(Id<FrameworkItem>, Vec<Answering>)> {
        let (_, column) = self.cursor();
        self.matrix.with(|matrix| {
            let column = matrix.columns().nth(column)?;
            Some((column.item, column.answering.clone()))
        })
    }

    /// Puts the keyboard into a cell, and the cell into sight.
    pub fn go(self, row: usize, column: usize) {
        self.block.set(None);
        self.place.set(Position { row, column });
        self.reveal_soon((row, column));
    }

    /// Numbers of rows and columns shown.
    pub fn size(self) -> Size {
        let (first, end) = self.range();
        Size {
            rows: self.rows(),
            columns: end - first,
        }
    }

    /// The cell of the keyboard, in shown rows and columns.
    pub fn active(self) -> Position {
        let ((row, column), (first, _)) = (self.cursor(), self.range());
        Position {
            row,
            column: column - first,
        }
    }

    /// The selection, in shown rows and columns: there may be fewer than when it was made.
    fn selection(self) -> Selection {
        let block = self.block.get();
        let mut selection = block.unwrap_or_else(|| Selection::at(self.active()));
        selection.keep_within(self.size());
        selection
    }

    /// True if several cells are selected.
    pub fn is_block(self) -> bool {
        self.block.with_untracked(Option::is_some)
    }

    /// Moves or selects as a key asks; false if it does neither.
    pub fn obey(self, command: Command) -> bool {
        let (mut selection, size) = untrack(|| (self.selection(), self.size()));
        let first = untrack(|| self.range()).0;
        let is_filled = |at: Position| self.is_tied(at.row, first + at.column);
        let field = SelectionGrid {
            size,
            page: PAGE,
            is_filled: &is_filled,
        };
        let moved = selection.obey(command, field);
        if moved {
            self.put(selection);
        }
        moved
    }

    /// Selects from the cell of the keyboard to another.
    pub fn extend_to(self, to: Position) {
        let (mut selection, size) = untrack(|| (self.selection(), self.size()));
        selection.go(to, true, size);
        self.put(selection);
    }

    /// Selects an area.
    pub fn select(self, area: Area) {
        let mut selection = Selection::at(area.first);
        selection.go(area.last, true, untrack(|| self.size()));
        self.put(selection);
    }

    /// Makes a selection the one that is shown, and brings the cell that moved into sight.
    fn put(self, selection: Selection) {
        let first = untrack(|| self.range()).0;
        let (active, head) = (selection.active(), selection.head());
        self.place.set(Position {
            row: active.row,
            column: first + active.column,
        });
        self.block.set(selection.is_block().then_some(selection));
        let area = selection.area().size();
        let is_whole = {
            let size = untrack(|| self.size());
            area.rows == size.rows || area.columns == size.columns
        };
        // Whole rows and columns are selected without leaving those in sight.
        if !(selection.is_block() && is_whole) {
            self.reveal_soon((head.row, first + head.column));
        }
    }

    /// Says what an act did, until the next edit.
    pub fn say(self, account: String) {
        self.said_of.set_value(untrack(|| self.store.revision()));
        self.announcement.set(account);
    }

    /// Ties the row of the keyboard to the item of its column, or unties it.
    pub fn toggle(self) {
        let (_, column) = untrack(|| self.cursor());
        let (Some(row), Some((item, _))) = (untrack(|| self.row()), untrack(|| self.column()))
        else {
            return;
        };
        let on = !row.cells.get(column).is_some_and(|cell| cell.own);
        self.store.edit(|s| edit::align(s, row.of, item, on));
    }

    /// Tracked: the columns of a row that are selected with others.
    pub fn selected(self, row: usize) -> Option<(usize, usize)> {
        self.block.get()?;
        let (area, (first, _)) = (self.area(), self.range());
        let columns = (first + area.first.column, first + area.last.column);
        area.rows().contains(&row).then_some(columns)
    }

    /// The cells selected, in shown rows and columns.
    pub fn area(self) -> Area {
        self.selection().area()
    }

    /// Tracked: numbers of selected cells and of ties among them; `None` for a single cell.
    pub fn tied_in_block(self) -> Option<(usize, usize)> {
        self.block.get()?;
        let area = self.area();
        self.matrix.track();
        let tied = |at: &Position| self.cell(*at).is_some_and(|cell| cell.own);
        Some((
            area.positions().count(),
            area.positions().filter(tied).count(),
        ))
    }

    /// The cell at a place of the shown rows and columns. Untracked.
    pub fn cell(self, at: Position) -> Option<MatrixCell> {
        let first = untrack(|| self.range()).0;
        self.matrix.with_untracked(|matrix| {
            matrix
                .rows
                .get(at.row)?
                .cells
                .get(first + at.column)
                .copied()
        })
    }

    /// True if a row is tied to the item of a column.
    fn is_tied(self, row: usize, column: usize) -> bool {
        self.matrix.with_untracked(|matrix| {
            let row = matrix.rows.get(row);
            let cell = row.and_then(|row| row.cells.get(column));
            cell.is_some_and(|cell| cell.own || cell.under > 0)
        })
    }

    fn reveal_soon(self, cell: (usize, usize)) {
        request_animation_frame(move || {
            // The page may have been left.
            if self.place.try_get_untracked().is_some() {
                self.reveal(cell);
            }
        });
    }

    /// Scrolls until a cell is seen beside the heads that stay.
    fn reveal(self, (row, column): (usize, usize)) {
        let at = |id: &str| {
            document()
                .get_element_by_id(id)?
                .dyn_into::<HtmlElement>()
                .ok()
        };
        let cell = at(&cell_id(row, column));
        let (Some(scroller), Some(cell), Some(corner)) =
            (self.scroller.get_untracked(), cell, at(CORNER))
        else {
            return;
        };
        let moved = |seen: i32, from: i32, size: i32, head: i32, room: i32| {
            seen.min(from - head).max(from + size - room)
        };
        let (left, width) = (cell.offset_left(), cell.offset_width());
        let (top, height) = (cell.offset_top(), cell.offset_height());
        let (across, down) = (corner.offset_width(), corner.offset_height());
        scroller.set_scroll_left(moved(
            scroller.scroll_left(),
            left,
            width,
            across,
            scroller.client_width(),
        ));
        scroller.set_scroll_top(moved(
            scroller.scroll_top(),
            top,
            height,
            down,
            scroller.client_height(),
        ));
    }
}

/// The DOM id of the table, which has the keyboard.
pub const TABLE: &str = "matrix-table";

/// The DOM id of the head of heads.
pub const CORNER: &str = "matrix-corner";

/// The DOM id of a cell.
pub fn cell_id(row: usize, column: usize) -> String {
    format!("cell-{row}-{column}")
}

fn shown(matrix: &AlignmentMatrix, only: Option<ColumnGroup>) -> Vec<ShownGroup> {
    let group = |one: &FrameworkColumns| (one.framework, one.head);
    let there = |only: &ColumnGroup| matrix.frameworks.iter().any(|one| group(one) == *only);
    let only = only.filter(there);
    let mut first = 0;
    let mut shown = Vec::new();
    for one in &matrix.frameworks {
        let items: Vec<_> = one.items.iter().map(|column| column.item).collect();
        let next = first + items.len();
        let is_shown = match only {
            Some(only) => only == group(one),
            None => one.head.is_none(),
        };
        if is_shown {
            shown.push((group(one), first, items));
        }
        first = next;
    }
    shown
}
