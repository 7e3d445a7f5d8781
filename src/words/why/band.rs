//! The band a progress status falls under, and the one it missed.

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

/// True if the test that failed explains the rating: no test of its own band says so already.
pub(super) fn explains(missed: &Missed, held: &[Measured]) -> bool {
    let says_it = |m: &Measured| m.test.of == missed.failed.test.of && m.test.less_than.is_some();
    !held.iter().any(says_it)
}

/// ペースが74.3％で、「B 順調」の80％以上に5.7ポイント届かないため。
pub(super) fn missed_text(missed: &Missed) -> String {
    let Measured { test, value } = &missed.failed;
    let gap = test
        .lower()
        .and_then(|bound| arithmetic::difference(bound, *value));
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
        _ => number::points(figures(decimal::rounded(gap, 1, |sentence| {
            !sentence.is_zero()
        }))),
    };
    text::missed_by(quantity, value, mark, word, bounds, gap)
}

pub(super) fn measured_text(measured: &Measured) -> String {
    text::measured(rules::test(&measured.test), value_text(measured))
}

/// The value a test was put to, never rounded over the bound of the test.
pub(super) fn value_text(measured: &Measured) -> String {
    let Measured { test, value } = measured;
    let same = |rounded: Decimal| test.holds(rounded) == test.holds(*value);
    let rounded = decimal::rounded(*value, 1, same);
    match test.of {
        Quantity::Surplus => figures(*value),
        _ if rounded.scale() <= 1 => percent(*value),
        _ => figures(rounded) + number::percent(),
    }
}
