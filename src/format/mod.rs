//! HOW a strategy travels: one file a format.

mod block;
pub mod json;
mod table;

pub use block::block;
pub use table::{PastedIndicator, PastedTable, read_table};
