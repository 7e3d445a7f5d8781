//! Words of the tables for other programs.

use super::say::Say;
use super::text::formats as text;
pub use super::text::indicator_table::*;
use strategy::{Money, Side};

/// The heads of the table of money.
pub fn budget_heads() -> [&'static str; 14] {
    [
        text::money_edition(),
        text::money_side(),
        text::money_year(),
        text::money_goal(),
        text::money_measure_id(),
        text::money_measure_code(),
        text::money_measure(),
        text::money_line_id(),
        text::money_work(),
        text::money_marks(),
        text::money_funding(),
        text::money_source(),
        text::money_amount(),
        text::money_counted(),
    ]
}

/// Name of a side of the money.
pub fn side(side: Side) -> &'static str {
    match side {
        Side::Done => text::money_settled(),
        Side::Planned => text::money_planned(),
    }
}

/// Says whether a row adds to the 純計; a dash is written as printed.
pub fn counts(counts: bool, money: &Money) -> String {
    let told = if counts {
        text::money_counts_yes()
    } else {
        text::money_counts_no()
    };
    match money {
        Money::Thousand(_) => told.to_owned(),
        Money::Blank(_) => text::money_printed(told, money.say()),
    }
}
