//! Exact arithmetic on printed figures: decimal, one division at the end, no panic.

use rust_decimal::{Decimal, RoundingStrategy};

use strategy::arithmetic::{difference, product, quotient, sum};
use strategy::sort;

/// Hundred times `part` ÷ `whole`; `None` for a whole of zero or too many digits.
pub fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    match product(part, Decimal::ONE_HUNDRED) {
        Some(hundredfold) => quotient(hundredfold, whole),
        None => product(quotient(part, whole)?, Decimal::ONE_HUNDRED),
    }
}

/// `a` × a whole number.
pub fn times(a: Decimal, n: i32) -> Option<Decimal> {
    product(a, Decimal::from(n))
}

/// The mean; `None` of nothing.
pub fn mean(values: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
    let mut sum = Sum::default();
    for value in values {
        sum.add(value);
    }
    sum.mean()
}

/// The median; `None` of nothing.
pub fn median(mut values: Vec<Decimal>) -> Option<Decimal> {
    sort::by_key(&mut values, |value| *value);
    let middle = values.len() / 2;
    match values.len() % 2 {
        0 => mean([*values.get(middle.checked_sub(1)?)?, *values.get(middle)?]),
        _ => values.get(middle).copied(),
    }
}

/// A sum, and of how many; once it has too many digits it stays unknown.
#[derive(Debug, Clone)]
pub struct Sum {
    sum: Option<Decimal>,
    count: i64,
}

impl Default for Sum {
    fn default() -> Self {
        Self {
            sum: Some(Decimal::ZERO),
            count: 0,
        }
    }
}

impl Sum {
    /// One more.
    pub fn add(&mut self, value: Decimal) {
        self.sum = self.sum.and_then(|all| sum(all, value));
        self.count += 1;
    }

    /// The mean; `None` of nothing.
    pub fn mean(&self) -> Option<Decimal> {
        quotient(self.sum?, Decimal::from(self.count))
    }
}

/// True if a move from `b` to `a` is too small to count: zero, or smaller than the tolerance.
pub fn same(a: Decimal, b: Decimal, tolerance: Option<Decimal>) -> bool {
    a == b
        || match (difference(a, b), tolerance) {
            (Some(gap), Some(tolerance)) => gap.abs() < tolerance.abs(),
            _ => false,
        }
}

/// A value rounded to so many decimals, or to as many more as it takes for what is said of it to stay true.
pub fn rounded(value: Decimal, decimals: u32, stays: impl Fn(Decimal) -> bool) -> Decimal {
    let round =
        |decimals| value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let told = (decimals..=value.scale())
        .map(round)
        .find(|told| stays(*told));
    told.unwrap_or(value).normalize()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn i1_too_many_digits_are_no_number() {
        assert_eq!(percent(Decimal::MAX, Decimal::ONE), None);
        assert_eq!(percent(Decimal::ONE, Decimal::ZERO), None);
        assert_eq!(
            percent(Decimal::MAX, Decimal::MAX),
            Some(Decimal::ONE_HUNDRED)
        );
        assert_eq!(difference(Decimal::MAX, Decimal::MIN), None);
        assert_eq!(mean([]), None);
    }
}
