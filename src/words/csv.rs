//! Words of the tables for other programs.

use super::text::csv as text;
use crate::strategy::{Money, Side};

/// The heads of the table of money.
pub fn budget_heads() -> [&'static str; 14] {
    [
        text::edition(),
        text::side(),
        text::year(),
        text::goal(),
        text::measure_id(),
        text::measure_code(),
        text::measure(),
        text::line_id(),
        text::work(),
        text::marks(),
        text::funding(),
        text::source(),
        text::amount(),
        text::counted(),
    ]
}

/// What an amount is.
pub fn side(side: Side) -> &'static str {
    match side {
        Side::Done => text::settled(),
        Side::Planned => text::planned(),
    }
}

/// Whether a row adds to the 純計; a dash as it is printed.
pub fn counts(counts: bool, money: &Money) -> String {
    let told = if counts {
        text::counts_yes()
    } else {
        text::counts_no()
    };
    match money {
        Money::Thousand(_) => told.to_owned(),
        Money::Blank(_) => text::printed(told, money.to_string()),
    }
}
