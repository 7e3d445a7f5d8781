//! Totals of a selection.

use grid::Totals;
use rust_decimal::Decimal;

#[test]
fn g11_filled_cells_are_counted_and_numbers_added() {
    let number = |text: &str| text.parse::<Decimal>().ok();
    let totals = Totals::of(["1.5", "なし", "2", "-0.5"].map(number));
    assert_eq!((totals.filled, totals.numbers), (4, 3));
    assert_eq!(totals.sum, number("3.0"));
    assert_eq!(totals.mean(), number("1"));
    assert_eq!(Totals::of([]).mean(), None);
    let large = Totals::of([Some(Decimal::MAX), Some(Decimal::MAX)]);
    assert_eq!((large.numbers, large.sum, large.mean()), (2, None, None));
}
