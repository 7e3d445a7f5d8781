//! HOW a strategy travels: one file a format.

mod block;
pub mod json;

pub use block::block;
