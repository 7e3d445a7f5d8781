//! A grid of cells, as in a spreadsheet: the selection, the commands of keys, the places of a pasted block, and the
//! filling of a selection. It depends neither on a browser nor on the content of the cells: a cell is a place and a
//! text.
//!
//! ```
//! use grid::{Direction, Position, Selection, Size};
//!
//! let size = Size { rows: 10, columns: 4 };
//! let mut selection = Selection::at(Position { row: 2, column: 1 });
//! selection.tab(false, size);
//! selection.tab(false, size);
//! // Enter goes back to the column where Tab began, as spreadsheets do.
//! selection.enter(false, size);
//! assert_eq!(selection.active(), Position { row: 3, column: 1 });
//! selection.step(Direction::Down, 2, true, size);
//! assert_eq!(selection.area().rows(), 3..=5);
//! ```

mod block;
mod choice;
mod edge;
mod fill;
mod filling;
mod find;
mod key;
mod place;
mod selection;

pub use block::{Laid, laid, placed, rows_lacking};
pub use choice::next_choice;
pub use edge::edge_step;
pub use fill::{OneNumber, continued, copies};
pub use filling::Filling;
pub use find::{Pattern, find_next};
pub use key::{Command, Key};
pub use place::{Area, Direction, Position, Size};
pub use selection::{Selection, SelectionGrid};
