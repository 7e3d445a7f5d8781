//! The menu of a selection, the bar that finds and replaces, and the widths of columns: the same for every grid, over what a
//! grid can do.

mod column_edge;
mod columns;
mod context_menu;
mod find_bar;
mod find_query;
mod long_block;

use std::sync::Arc;

use leptos::prelude::*;

use super::MenuItem;
use ::grid::{Command, Pattern, Position, Size};
use browser::clipboard::{self, ClipboardCommand};

pub use column_edge::ColumnEdge;
pub use columns::{ColumnChoices, ColumnHandle, full_widths, width_of_texts};
pub use context_menu::GridMenu;
pub use find_bar::FindBar;
pub use find_query::FindQuery;
pub use long_block::{LongBlock, LongBlockQuestion};

/// A grid, as the menu and the bar see it. Nothing in it is tracked unless it says so.
pub trait GridCommands: Send + Sync + 'static {
    /// Numbers of rows and columns.
    fn size(&self) -> Size;

    /// The cell that takes what is typed.
    fn active(&self) -> Position;

    /// The text in a cell.
    fn text(&self, at: Position) -> String;

    /// Name of a cell, for screen readers.
    fn label(&self, at: Position) -> String;

    /// Tracks the texts of all cells, a moment after they change.
    fn follow(&self);

    /// Tracked: true if no cell can be written.
    fn is_read_only(&self) -> bool;

    /// True if texts can be replaced in a cell.
    fn is_text(&self, _at: Position) -> bool {
        false
    }

    /// The text in which the bar looks for its own: that of a cell.
    fn sought(&self, at: Position) -> String {
        self.text(at)
    }

    /// Places of the cells that have a pattern, row by row.
    fn places(&self, pattern: &Pattern) -> Vec<Position> {
        let size = self.size();
        let all = (0..size.rows)
            .flat_map(|row| (0..size.columns).map(move |column| Position { row, column }));
        all.filter(|at| pattern.fits(&self.sought(*at))).collect()
    }

    /// Selects a cell and brings it into sight; the keyboard stays where it is.
    fn go(&self, at: Position);

    /// Moves or selects as a key asks.
    fn obey(&self, command: Command);

    /// Copies the selected cells and empties them, by the event of the cell that has the keyboard.
    fn cut(&self) {
        clipboard::send(ClipboardCommand::Cut);
    }

    /// Writes a block into the selection, or from its first cell on.
    fn paste(&self, text: &str);

    /// Asks whether records are added for a block that is longer than the grid; a grid to which none can be added never
    /// has one.
    fn asks(&self, _block: &LongBlock) -> String {
        String::new()
    }

    /// Writes such a block, after its records were added or into the rows that are there.
    fn paste_long(&self, block: &LongBlock, _adds: bool) {
        self.paste(&block.text);
    }

    /// Empties the selected cells.
    fn clear(&self);

    /// Copies the first selected row down.
    fn fill_down(&self);

    /// Copies the first selected column to the right.
    fn fill_right(&self);

    /// True if values of the grid can go on as a series.
    fn has_series(&self) -> bool {
        true
    }

    /// Goes on with the values at the beginning of the selection over the rest of it, in a grid that has series.
    fn fill_series(&self) {}

    /// Writes the texts of cells in which something was replaced; false if it was refused.
    fn replace(&self, _texts: Vec<(Position, String)>) -> bool {
        false
    }

    /// Result of the last act, in words.
    fn announcement(&self) -> RwSignal<String>;

    /// Gives the keyboard to the active cell.
    fn focus(&self);

    /// Further commands of the grid.
    fn more(&self) -> Vec<MenuItem> {
        Vec::new()
    }

    /// True if texts can be replaced somewhere in the grid.
    fn replaces(&self) -> bool {
        let columns = 0..self.size().columns;
        let mut first = columns.map(|column| Position { row: 0, column });
        first.any(|at| self.is_text(at))
    }
}

/// A grid that the menu and the bar share.
pub type SharedCommands = Arc<dyn GridCommands>;
