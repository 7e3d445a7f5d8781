//! Words of the tables for other programs.

use super::say::Say;
use super::text::formats as text;
pub use super::text::formats::{budget_heads, side};
pub use super::text::indicator_table::*;
use strategy::Money;

/// Says if a row counts in the 純計; a dash is written as printed.
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
