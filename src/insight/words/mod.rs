//! The sentences insight speaks in: numbers as an office writes them, and the why of every rating.

mod number;
mod rules;
mod verdict;
mod why;

pub use number::{amount, figures, percent, shown};
pub use rules::test;
pub use verdict::{decided, reasons};
pub use why::why;
