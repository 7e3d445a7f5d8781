//! Totals of a selection.

use rust_decimal::Decimal;
use strategy::arithmetic::{quotient, sum};

/// Number of filled cells, and sum and mean of those that are numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Cells that hold something.
    pub filled: usize,
    /// Cells that hold a number.
    pub numbers: usize,
    /// Sum of the numbers; `None` if it is too large to be told.
    pub sum: Option<Decimal>,
}

impl Totals {
    /// Of cells that hold something: each with its number, if it is one.
    pub fn of(cells: impl IntoIterator<Item = Option<Decimal>>) -> Self {
        let mut totals = Self {
            sum: Some(Decimal::ZERO),
            ..Self::default()
        };
        for number in cells {
            totals.filled += 1;
            if let Some(number) = number {
                totals.numbers += 1;
                totals.sum = totals.sum.and_then(|all| sum(all, number));
            }
        }
        totals
    }

    /// Mean of the numbers; `None` if there are none.
    pub fn mean(self) -> Option<Decimal> {
        quotient(self.sum?, Decimal::from(self.numbers))
    }
}
