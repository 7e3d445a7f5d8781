//! WHAT people wrote: pasted tables, the text of a whole plan, and opinions on paper become facts with doubts.
//!
//! What is certain comes chosen, what is not is asked, and every line that was not understood is given back as it came.

// Test-only code does not count towards size.
#![cfg_attr(test, allow(clippy::disallowed_methods))]

mod indicator_line;
mod outline_text;
pub mod paper_notes;
mod table;

pub use indicator_line::IndicatorLine;
pub use outline_text::{
    LineDoubt, LineRole, PastedLine, PastedMark, PastedOutline, SaidMarks, Skipped, read_outline,
};
pub use table::{
    ColumnKind, ColumnMapping, Doubt, PastedColumn, PastedIndicator, PastedTable, read_table,
    read_table_as,
};
