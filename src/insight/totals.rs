//! Totals of chosen figures.

use rust_decimal::Decimal;

use crate::unit;
use strategy::arithmetic::{quotient, sum};
use strategy::{Figure, sort};

/// Number of figures, and sum and mean of those that are numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Figures, of numbers or not.
    pub filled: usize,
    /// Those that are numbers.
    pub numbers: usize,
    /// True if the numbers have several units: they have no sum then.
    pub units_differ: bool,
    /// Sum of the numbers; `None` if their units differ, or if it is too large to be told.
    pub sum: Option<Decimal>,
}

impl Totals {
    /// Of figures, each with the unit of its indicator. A number printed in another unit (260万人 under 千人) counts in that of
    /// the indicator (I3).
    pub fn of<'a>(figures: impl IntoIterator<Item = (&'a Figure, &'a str)>) -> Self {
        let mut totals = Self {
            sum: Some(Decimal::ZERO),
            ..Self::default()
        };
        let mut units = Vec::new();
        for (figure, unit) in figures {
            totals.filled += 1;
            let Some(number) = figure.number() else {
                continue;
            };
            totals.numbers += 1;
            let is_its_own = unit::counts_same(&number.unit, unit);
            units.push(if is_its_own { unit } else { &number.unit }.trim());
            let value = match is_its_own {
                true => unit::value_in(number, unit),
                false => Some(number.value),
            };
            totals.sum = totals.sum.zip(value).and_then(|(all, one)| sum(all, one));
        }
        sort::ascending(&mut units);
        units.dedup();
        if units.len() > 1 {
            (totals.units_differ, totals.sum) = (true, None);
        }
        totals
    }

    /// Of cells that hold a text, each with its number if it is one. All have one unit.
    pub fn of_numbers(cells: impl IntoIterator<Item = Option<i64>>) -> Self {
        let mut totals = Self {
            sum: Some(Decimal::ZERO),
            ..Self::default()
        };
        for cell in cells {
            totals.filled += 1;
            if let Some(number) = cell {
                totals.numbers += 1;
                let one = Decimal::from(number);
                totals.sum = totals.sum.and_then(|all| sum(all, one));
            }
        }
        totals
    }

    /// Mean of the numbers; `None` if there is no sum.
    pub fn mean(self) -> Option<Decimal> {
        quotient(self.sum?, Decimal::from(self.numbers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_added_and_other_texts_counted() {
        let totals = Totals::of_numbers([Some(1_200), None, Some(300)]);
        assert_eq!((totals.filled, totals.numbers), (3, 2));
        assert_eq!(totals.sum, Some(Decimal::from(1_500)));
        assert_eq!(totals.mean(), Some(Decimal::from(750)));
        assert_eq!(Totals::of_numbers([None]).mean(), None);
    }

    #[test]
    fn numbers_are_added_in_the_unit_of_their_indicator() {
        for (figures, filled, numbers, sum, mean) in [
            (
                &[("1.5", "人"), ("なし", "人"), ("2", "人"), ("-0.5", "人")][..],
                4,
                3,
                Some("3.0"),
                Some("1"),
            ),
            (
                &[("260万人", "千人"), ("2,400", "千人")],
                2,
                2,
                Some("5000"),
                Some("2500"),
            ),
            (
                &[("8割", "％"), ("70", "％")],
                2,
                2,
                Some("150"),
                Some("75"),
            ),
            (&[("3", "人"), ("4", "世帯")], 2, 2, None, None),
            (&[("3組", "人"), ("4", "人")], 2, 2, None, None),
            (&[], 0, 0, Some("0"), None),
        ] {
            let read: Vec<Figure> = figures.iter().map(|(text, _)| Figure::read(text)).collect();
            let units = figures.iter().map(|(_, unit)| *unit);
            let totals = Totals::of(read.iter().zip(units));
            let told = |value: Option<Decimal>| value.map(|value| value.normalize());
            let number = |text: Option<&str>| told(text.and_then(|text| text.parse().ok()));
            assert_eq!(
                (totals.filled, totals.numbers),
                (filled, numbers),
                "{figures:?}"
            );
            assert_eq!(totals.units_differ, sum.is_none(), "{figures:?}");
            assert_eq!(told(totals.sum), number(sum), "{figures:?}");
            assert_eq!(told(totals.mean()), number(mean), "{figures:?}");
        }
    }

    #[test]
    fn a_sum_too_large_is_not_told() {
        let large = Figure::read("79228162514264337593543950335");
        let totals = Totals::of([(&large, ""), (&large, "")]);
        assert_eq!((totals.filled, totals.sum, totals.mean()), (2, None, None));
        assert!(!totals.units_differ);
    }
}
