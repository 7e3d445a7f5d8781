//! Recognition of pasted tables, the text of a whole plan, and opinions on paper: they become facts with doubts.
//!
//! A reader selects what is certain, marks what is not so that the user decides, and returns every line that it did not
//! understand as it was.

// Test-only code does not count towards size.
#![cfg_attr(test, allow(clippy::disallowed_methods))]

mod arrows;
mod brackets;
mod circled;
mod ditto;
mod framework_items;
mod indicator_line;
mod invisible;
pub mod open_data;
mod open_end;
mod outline_text;
pub mod paper_notes;
pub mod population;
pub mod review;
pub mod stratml;
mod table;
mod ticks;

pub use framework_items::framework_items;
pub use indicator_line::IndicatorLine;
pub use outline_text::{
    LineDoubt, LineRole, PastedLine, PastedMark, PastedOutline, SaidMarks, Skipped,
    outline_in_steps, read_outline,
};
pub use table::{
    ColumnKind, ColumnMapping, Doubt, PastedColumn, PastedIndicator, PastedTable, read_table,
    read_table_as, table_in_steps,
};
pub use ticks::Ticks;
