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

/// Whole percentages that add to 100: each share rounded down, the rest given to the largest
/// remainders (earlier first where equal). All zero when there is nothing to share.
pub fn shares(counts: &[usize]) -> Vec<u32> {
    let total: u128 = counts.iter().map(|c| *c as u128).sum();
    if total == 0 {
        return vec![0; counts.len()];
    }
    let hundredfold = counts.iter().map(|c| *c as u128 * 100);
    let mut shares: Vec<u32> = hundredfold.clone().map(|c| (c / total) as u32).collect();
    let mut by_rest: Vec<(usize, u128)> = hundredfold.map(|c| c % total).enumerate().collect();
    sort::by_key(&mut by_rest, |(index, rest)| {
        (std::cmp::Reverse(*rest), *index)
    });
    let left = 100 - shares.iter().sum::<u32>();
    for (index, _) in by_rest.into_iter().take(left as usize) {
        shares[index] += 1;
    }
    shares
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn i20_shares_add_to_a_hundred() {
        assert_eq!(shares(&[1, 1, 1]), [34, 33, 33]);
        assert_eq!(shares(&[1, 9, 3, 1, 2]), [6, 56, 19, 6, 13]);
        assert_eq!(shares(&[0, 0]), [0, 0]);
        assert_eq!(shares(&[]), Vec::<u32>::new());
        assert_eq!(shares(&[usize::MAX, 0]), [100, 0]);
    }

    proptest! {
        #[test]
        fn i20_shares_add_to_a_hundred_whatever_the_counts(
            counts in prop::collection::vec(0usize..100_000, 1..12)
        ) {
            let all: u32 = shares(&counts).iter().sum();
            prop_assert_eq!(all, if counts.iter().all(|c| *c == 0) { 0 } else { 100 });
            for (count, share) in counts.iter().zip(shares(&counts)) {
                prop_assert!(*count > 0 || share == 0);
            }
        }
    }

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
