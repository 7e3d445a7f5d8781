//! Tables of the plan for other programs (CSV, UTF-8): figures of indicators, money by year and 財源, and what was judged.

mod budget;
mod indicators;
mod reviews;

pub use budget::budget;
pub use indicators::wide;
pub use reviews::reviews;
