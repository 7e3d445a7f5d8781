//! 続きを表示: texts of a list that is shown in parts.

pub use super::text::long_list::*;
