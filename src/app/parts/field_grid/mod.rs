//! A grid whose cells are fields of their own, with other things between them: the money of a sheet, the actuals of a year.
//! It has the keys and the blocks of the table of 指標; the crate `grid` decides them.

mod cell;
mod fill_handle;
mod host;
mod on_demand;
mod tools;

use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{ColumnHandle, LongBlock, Pressed, WindowPoint};
use ::grid::{
    Area, Command, Filling, Position, Selection, SelectionGrid, Size, copies, laid, rows_lacking,
};
use ::words::grid as words;
use browser::focus::{focus, focus_added};
use edit::Operation;
use format::tsv;
use insight::Totals;

pub use cell::{CellField, CellPlace};
pub use host::{FieldGridFoot, GridHost};
pub use on_demand::FieldGridOnDemand;
pub use tools::FieldGridTools;

/// Rows that Page Up and Page Down go past.
const PAGE: usize = 10;

/// An act on many cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// A block is pasted.
    Paste,
    /// A text or a series is put into all that is selected.
    Fill,
    /// The first selected row is copied into those below it.
    FillDown,
    /// The first selected column is copied into those after it.
    FillRight,
    /// The selected cells are emptied.
    Clear,
    /// A text that was found is replaced.
    Replace,
}

impl Act {
    /// The step of the history that it makes.
    pub fn operation(self) -> fn(usize) -> Operation {
        match self {
            Self::Paste => Operation::Paste,
            Self::Fill => Operation::Fill,
            Self::FillDown => Operation::FillDown,
            Self::FillRight => Operation::FillRight,
            Self::Clear => Operation::Clear,
            Self::Replace => Operation::Replace,
        }
    }
}

/// The cells of a grid. Nothing in it is tracked.
pub trait FieldCells: Send + Sync + 'static {
    /// Numbers of rows and columns.
    fn size(&self) -> Size;

    /// The text in a cell.
    fn text(&self, at: Position) -> String;

    /// Name of a cell, for screen readers.
    fn label(&self, at: Position) -> String;

    /// True if texts can be replaced in a cell.
    fn is_text(&self, _at: Position) -> bool {
        false
    }

    /// Totals of the cells of an area.
    fn totals(&self, area: Area) -> Totals;

    /// True if a choice leaves rows out.
    fn hides_rows(&self) -> bool {
        false
    }

    /// The DOM id of the field of a cell; `None`: nothing is entered there.
    fn id(&self, at: Position) -> Option<String>;

    /// Writes texts into cells in one step of the history; some texts had no place. Returns an account of it, in words.
    fn write(&self, cells: Vec<(Position, String)>, outside: &[String], act: Act) -> String;

    /// Asks whether records are added for a block that has more rows than the grid; `None`: none can be added here.
    fn asks(&self, _rows: usize) -> Option<String> {
        None
    }

    /// The same as `write`, after so many records were added, in the same step: cells may be in their rows below the last.
    fn write_below(
        &self,
        _added: usize,
        cells: Vec<(Position, String)>,
        outside: &[String],
    ) -> String {
        self.write(cells, outside, Act::Paste)
    }

    /// The column of a cell, if its width can be chosen.
    fn column(&self, _at: Position) -> Option<ColumnHandle> {
        None
    }

    /// Brings a row into sight, so that its fields are drawn.
    fn reveal(&self, _row: usize) {}
}

/// The selection of such a grid. Copy it freely.
#[derive(Clone, Copy)]
pub struct FieldGrid {
    cells: StoredValue<Box<dyn FieldCells>>,
    selection: RwSignal<Option<Selection>>,
    /// Number of acts on several cells.
    acts: StoredValue<u32>,
    /// The mouse that draws a selection.
    pressed: Pressed,
    /// The area that is being drawn with the handle.
    drawn: RwSignal<Option<Area>>,
    /// The selection that Tab leads to, if the browser finds the same field.
    tabbed: StoredValue<Option<Selection>>,
    host: GridHost,
}

impl FieldGrid {
    /// A grid of these cells, of which none is selected.
    pub fn new(cells: impl FieldCells, host: GridHost) -> Self {
        Self {
            cells: StoredValue::new(Box::new(cells)),
            selection: RwSignal::new(None),
            acts: StoredValue::new(0),
            pressed: Pressed::default(),
            drawn: RwSignal::new(None),
            tabbed: StoredValue::new(None),
            host,
        }
    }

    fn cells<T>(self, read: impl FnOnce(&dyn FieldCells) -> T) -> T {
        self.cells.with_value(|cells| read(cells.as_ref()))
    }

    /// The selection around a cell that has the keyboard.
    fn around(self, at: Position) -> Selection {
        let now = self.selection.get_untracked();
        // Rows may have moved since it was made.
        now.filter(|one| one.active() == at)
            .unwrap_or(Selection::at(at))
    }

    fn area(self, at: Position) -> Area {
        self.around(at).area()
    }

    /// True if more than one cell is selected.
    pub fn has_block(self) -> bool {
        self.selection
            .with_untracked(|one| one.is_some_and(|one| one.is_block()))
    }

    /// Tracked: true if a cell is one of several that are selected or drawn, or the one that was found.
    pub fn is_selected(self, at: Position) -> bool {
        match self.drawn.get().or(self.block()) {
            Some(area) => area.contains(at),
            None => self.host.find.is_open() && self.active() == Some(at),
        }
    }

    /// Tracked: true if the handle stands at a cell.
    pub fn is_corner(self, at: Position) -> bool {
        let is_last = |one: &Selection| one.area().last == at;
        self.selection.with(|one| one.as_ref().is_some_and(is_last)) && self.host.is_worked_in(self)
    }

    /// Tracked: the area selected, of several cells.
    pub fn block(self) -> Option<Area> {
        let block = self.selection.get().filter(Selection::is_block);
        block.map(|one| one.area())
    }

    /// Totals of the cells of an area.
    pub fn totals(self, area: Area) -> Totals {
        self.cells(|cells| cells.totals(area))
    }

    /// Opens the bar that finds texts, and replaces them where cells are texts.
    pub fn open_find(self, replaces: bool) {
        self.host.turn_to(self);
        let has_texts = self.cells(|cells| {
            let mut columns = 0..cells.size().columns;
            columns.any(|column| cells.is_text(Position { row: 0, column }))
        });
        self.host.find.open(replaces && has_texts);
    }

    /// Opens the menu of the selection around a cell.
    pub fn open_menu(self, at: Position, place: WindowPoint) {
        if !self.contains(at) {
            self.pick(at);
        }
        self.host.turn_to(self);
        self.host.menu.set(Some(place));
    }

    /// True if a cell is selected, alone or with others.
    pub fn contains(self, at: Position) -> bool {
        let selected = self.selection.get_untracked();
        selected.is_some_and(|one| one.area().contains(at))
    }

    /// Takes note of the keyboard: a cell that is not the active one is selected alone.
    pub fn focused(self, at: Position) {
        self.host.turn_to(self);
        let active = self.selection.get_untracked().map(|one| one.active());
        let tabbed = self.tabbed.try_update_value(Option::take).flatten();
        if active != Some(at) {
            let tabbed = tabbed.filter(|one| one.active() == at);
            self.selection.set(tabbed.or(Some(Selection::at(at))));
        }
    }

    /// Takes note that Tab goes on from a cell: Enter goes back to the column where Tab began.
    fn tab(self, at: Position, back: bool) {
        let mut selection = self.around(at);
        let size = self.cells(|cells| cells.size());
        let goes_on = !selection.is_block() && selection.tab(back, size);
        self.tabbed.set_value(goes_on.then_some(selection));
    }

    /// True if a cell has the keyboard, or had it last.
    pub fn has_active(self) -> bool {
        self.selection.with_untracked(Option::is_some)
    }

    /// Tracked: the cell that has the keyboard, or had it last.
    pub fn active(self) -> Option<Position> {
        self.selection.with(|one| one.map(|one| one.active()))
    }

    /// Tracked: the row of the cell that has the keyboard.
    pub fn row_with_keyboard(self) -> Option<usize> {
        let active = self.active().filter(|_| self.host.is_worked_in(self));
        active.map(|at| at.row)
    }

    /// Selects a cell alone.
    pub fn pick(self, at: Position) {
        self.selection.set(Some(Selection::at(at)));
    }

    /// Selects from the active cell to this one.
    pub fn extend_to(self, to: Position) {
        let mut selection = self.selection.get_untracked().unwrap_or(Selection::at(to));
        selection.go(to, true, self.cells(|cells| cells.size()));
        self.selection.set(Some(selection));
    }

    /// Moves from a cell as a key asks, and the keyboard with it.
    pub fn obey(self, at: Position, command: Command) {
        let mut selection = self.around(at);
        let to = self.cells(|cells| {
            let size = cells.size();
            let is_filled = |at| !cells.text(at).is_empty();
            let field = SelectionGrid {
                size,
                page: PAGE,
                is_filled: &is_filled,
            };
            selection.obey(command, field);
            // A place without a field is passed by, if the key goes on.
            for _ in 0..size.rows.max(size.columns) {
                let before = selection.active();
                if cells.id(before).is_some() || !selection.obey(command, field) {
                    break;
                }
                if selection.active() == before {
                    return None;
                }
            }
            let active = selection.active();
            let id = cells.id(active).filter(|_| active != at);
            if id.is_some() {
                cells.reveal(active.row);
            } else if selection.head() != active {
                cells.reveal(selection.head().row);
            }
            Some(id)
        });
        let Some(to) = to else { return };
        self.selection.set(Some(selection));
        if let Some(id) = to {
            focus_added(id);
        }
    }

    /// The selected cells as spreadsheets and word processors take them.
    pub fn copied(self, at: Position) -> Vec<Vec<String>> {
        self.cells(|cells| self.area(at).texts(|at| cells.text(at)))
    }

    /// Writes a block into the selection, or from its first cell on. Of a block longer than the grid a person is asked
    /// whether rows are added.
    pub fn paste(self, at: Position, text: &str) {
        let block = tsv::parse(text);
        let rows = self.cells(|cells| rows_lacking(&block, self.area(at), cells.size()));
        if rows == 0 || self.cells(|cells| cells.asks(rows)).is_none() {
            return self.put(at, &block, Act::Paste);
        }
        self.host.turn_to(self);
        self.host.long.set(Some(LongBlock {
            text: text.to_owned(),
            rows,
            records: rows,
        }));
    }

    /// Writes such a block, after its rows were added or into those that are there.
    fn paste_long(self, at: Position, block: &LongBlock, adds: bool) {
        let rows = tsv::parse(&block.text);
        if !adds {
            return self.put(at, &rows, Act::Paste);
        }
        let mut size = self.cells(|cells| cells.size());
        size.rows += block.records;
        let laid = laid(&rows, self.area(at), size);
        let inside = laid.inside.into_iter();
        let cells = inside.map(|(at, text)| (at, text.to_owned())).collect();
        let outside: Vec<_> = laid.outside.into_iter().map(str::to_owned).collect();
        self.acts.update_value(|acts| *acts += 1);
        let account = self.cells(|all| all.write_below(block.records, cells, &outside));
        self.host.announcement.set(account);
    }

    /// Writes one text into all that is selected.
    pub fn fill_all(self, at: Position, text: &str) {
        self.put(at, &[vec![text.to_owned()]], Act::Fill);
    }

    /// Goes on with the values at the beginning of the selection over the rest of it.
    pub fn fill_series(self, at: Position) {
        self.fill_with(&Filling::within(self.area(at)));
    }

    /// Goes on with the selected cells as far as the area that was drawn from their corner, and selects it.
    fn fill_drawn(self) {
        let selected = self.selection.get_untracked();
        let (Some(to), Some(selected)) = (self.drawn.get_untracked(), selected) else {
            return;
        };
        self.drawn.set(None);
        if self.fill_with(&Filling::drawn(selected.area(), to)) {
            self.pick(to.first);
            self.extend_to(to.last);
        }
    }

    /// Writes a filling, or says that it has no cells; false if it was refused.
    fn fill_with(self, filling: &Filling) -> bool {
        let cells = self.cells(|cells| {
            let kind = |at| cells.id(at).map(|_| cells.is_text(at));
            filling.texts(kind, |at| cells.text(at))
        });
        if cells.is_empty() {
            self.host.announcement.set(words::no_series().to_owned());
            return false;
        }
        self.write(cells, Vec::new(), Act::Fill)
    }

    /// Gives the keyboard to the active cell.
    fn focus(self) {
        let active = self.selection.get_untracked().map(|one| one.active());
        if let Some(id) = active.and_then(|at| self.cells(|cells| cells.id(at))) {
            focus(&id);
        }
    }

    fn put(self, at: Position, rows: &[Vec<String>], act: Act) {
        let laid = laid(rows, self.area(at), self.cells(|cells| cells.size()));
        let laid_on = laid.inside.len();
        let inside = laid.inside.into_iter();
        let cells: Vec<_> = inside.map(|(at, text)| (at, text.to_owned())).collect();
        let outside = laid.outside.into_iter().map(str::to_owned).collect();
        let is_partial = laid_on > 1 && self.cells(|cells| cells.hides_rows());
        if self.write(cells, outside, act) && is_partial {
            let only_seen = words::only_seen();
            self.host.announcement.update(|said| *said += only_seen);
        }
    }

    /// Scrolls to the field of a cell.
    fn show(self, at: Position) {
        let id = self.cells(|cells| cells.id(at));
        if let Some(field) = id.and_then(|id| document().get_element_by_id(&id)) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            options.set_inline(ScrollLogicalPosition::Nearest);
            field.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Copies the first selected row into those below it, or the first selected column into those after it; of a single
    /// cell, the one before it.
    pub fn fill(self, at: Position, act: Act) {
        let pairs = copies(self.area(at), act == Act::FillDown).into_iter();
        let cells = self.cells(|cells| pairs.map(|(from, to)| (to, cells.text(from))).collect());
        self.write(cells, Vec::new(), act);
    }

    /// Empties the selected cells.
    pub fn clear(self, at: Position) {
        let all = self.area(at).positions();
        self.write(
            all.map(|at| (at, String::new())).collect(),
            Vec::new(),
            Act::Clear,
        );
    }

    /// Writes texts into cells, and says what became of them; false if it was refused.
    fn write(self, cells: Vec<(Position, String)>, mut outside: Vec<String>, act: Act) -> bool {
        self.acts.update_value(|acts| *acts += 1);
        self.host.announcement.set(String::new());
        let account = self.cells(|all| {
            let has_field = |at: &Position| all.id(*at).is_some();
            let (cells, others): (Vec<_>, Vec<_>) =
                cells.into_iter().partition(|(at, _)| has_field(at));
            // A text for a place without a field has no place.
            outside.extend(
                others
                    .into_iter()
                    .map(|(_, text)| text)
                    .filter(|text| !text.is_empty()),
            );
            all.write(cells, &outside, act)
        });
        let done = !account.is_empty();
        self.host.announcement.set(account);
        done
    }
}
