//! The band a standing fell under, and the one it missed.

use super::*;
use crate::insight::words;

/// 「当初値を下回る」に当たるため。
pub(super) fn because_told(s: &Standing, because: &Because) -> String {
    match because {
        Because::State(State::Worse) if s.way == Some(Way::Up) => {
            "「当初値を下回る」に当たるため。".to_owned()
        }
        Because::State(State::Worse) => "「当初値を上回る」に当たるため。".to_owned(),
        Because::State(state) => format!("「{}」に当たるため。", state.word()),
        Because::Tests { held, missed } => match missed.as_ref().filter(|m| explains(m, held)) {
            Some(missed) => missed_told(missed),
            None => {
                let told: Vec<String> = held.iter().map(measured_told).collect();
                format!("「{}」に当たるため。", told.join("、"))
            }
        },
        Because::NoBand => "この評価区分には、当てはまる区分がありません。".to_owned(),
    }
}

/// What falls short is told by what it fell short of, unless the tests of its own band say so.
pub(super) fn explains(missed: &Missed, held: &[Measured]) -> bool {
    let says_it = |m: &Measured| m.test.of == missed.failed.test.of && m.test.less_than.is_some();
    !held.iter().any(says_it)
}

/// ペースが74.3％で、「B 順調」の80％以上に5.7ポイント届かないため。
pub(super) fn missed_told(missed: &Missed) -> String {
    let Measured { test, value } = &missed.failed;
    let gap = test.lower().and_then(|bound| exact::minus(bound, *value));
    let gap = gap.filter(|gap| gap.is_sign_positive() && !gap.is_zero());
    let short = gap.map_or(String::new(), |gap| match test.of {
        Quantity::Surplus => figures(gap),
        _ => figures(exact::rounded(gap, 1, |told| !told.is_zero())) + "ポイント",
    });
    format!(
        "{}が{}で、「{} {}」の{}に{short}届かないため。",
        test.of.word(),
        value_told(&missed.failed),
        missed.band.mark,
        missed.band.word,
        words::rules::bounds(test)
    )
}

pub(super) fn measured_told(measured: &Measured) -> String {
    format!(
        "{}（{}）",
        words::test(&measured.test),
        value_told(measured)
    )
}

/// The value a test was put to, never rounded over the bound of the test.
pub(super) fn value_told(measured: &Measured) -> String {
    let Measured { test, value } = measured;
    let same = |told: Decimal| test.holds(told) == test.holds(*value);
    let told = exact::rounded(*value, 1, same);
    match test.of {
        Quantity::Surplus => figures(*value),
        _ if told.scale() <= 1 => percent(*value),
        _ => figures(told) + "％",
    }
}
