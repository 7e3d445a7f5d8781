//! HOW a strategy travels: one file a format.

mod block;
mod indicator_line;
pub mod json;
mod outline_text;
mod table;

pub use block::block;
pub use indicator_line::IndicatorLine;
pub use outline_text::PastedOutline;
pub use table::{
    Doubt, Holds, PastedColumn, PastedIndicator, PastedTable, Said, read_table, read_table_as,
};
