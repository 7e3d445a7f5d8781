//! 続きを表示: texts of a list that is shown a part at a time.

pub use super::text::long_list::*;
