//! The band of a progress status, and the band it missed.

use super::*;
use crate::Word;
use crate::rules;
use crate::text::marks;

/// 「当初値を下回る」に当たるため。
pub(super) fn because_text(s: &ProgressStatus, because: &Because) -> String {
    match because {
        Because::State(State::Worse) if s.way == Some(Way::Up) => text::because_below().to_owned(),
        Because::State(State::Worse) => text::because_above().to_owned(),
        Because::State(state) => text::because(state.word()),
        Because::Tests { held, missed } => match missed.as_ref().filter(|m| explains(m, held)) {
            Some(missed) => missed_text(missed),
            None => {
                let tests: Vec<String> = held.iter().map(measured_text).collect();
                text::because(tests.join(marks::list()))
            }
        },
        Because::NoBand => text::because_no_band().to_owned(),
    }
}

/// True if the failed test explains the rating: no test of its own band says so already.
pub(super) fn explains(missed: &Missed, held: &[Measured]) -> bool {
    let says_it = |m: &Measured| m.test.of == missed.failed.test.of && m.test.less_than.is_some();
    !held.iter().any(says_it)
}

/// ペースが74.3％で、「B 順調」の80％以上に5.7ポイント届かないため。
pub(super) fn missed_text(missed: &Missed) -> String {
    let test = &missed.failed.test;
    // The gap between the shown figures.
    let gap = test
        .lower()
        .and_then(|bound| arithmetic::difference(bound, shown_value(&missed.failed)));
    let gap = gap.filter(|gap| gap.is_sign_positive() && !gap.is_zero());
    let quantity = test.of.word();
    let value = value_text(&missed.failed);
    let (mark, word) = (&missed.band.mark, &missed.band.word);
    let bounds = rules::bounds(test);
    let Some(gap) = gap else {
        return text::missed(quantity, value, mark, word, bounds);
    };
    let gap = match test.of {
        Quantity::Surplus => figures(gap),
        _ => number::points(figures(gap.normalize())),
    };
    text::missed_by(quantity, value, mark, word, bounds, gap)
}

pub(super) fn measured_text(measured: &Measured) -> String {
    text::measured(rules::test(&measured.test), value_text(measured))
}

/// Returns the value that was tested.
pub(super) fn value_text(measured: &Measured) -> String {
    let shown = shown_value(measured);
    match measured.test.of {
        Quantity::Surplus => figures(shown),
        _ if shown.scale() <= 1 => percent(shown),
        _ => figures(shown) + number::percent(),
    }
}

/// Returns the value as it is shown: never rounded over the bound of the test, nor to 100 if it is not 100.
fn shown_value(measured: &Measured) -> Decimal {
    let Measured { test, value } = measured;
    let whole = |rounded: Decimal| rounded.cmp(&Decimal::ONE_HUNDRED);
    let same = |rounded: Decimal| {
        test.holds(rounded) == test.holds(*value) && whole(rounded) == whole(*value)
    };
    match test.of {
        Quantity::Surplus => *value,
        _ => decimal::rounded(*value, 1, same),
    }
}
