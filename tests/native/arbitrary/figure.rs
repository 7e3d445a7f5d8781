//! Figures of every sort, and years.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use strategy::*;

use super::{Dice, text};

const PRINTED: [&str; 42] = [
    "",
    "0",
    "1.20",
    "272,000t-CO2",
    "△40",
    "▲1,234.5",
    "-3",
    "−3",
    "－",
    "-",
    "―",
    "集計中",
    "未公表",
    "調査なし",
    "↗",
    "↘",
    "→",
    "増加",
    "維持",
    "現状値以上",
    "前年度を上回る",
    "全国平均以上",
    "1.5倍",
    "半減",
    "3ポイントの増加",
    "毎年50億円の増加",
    "全員",
    "約30人",
    "50以上",
    "20～30",
    "60％台",
    "累計 1,200件",
    "１２３人",
    "R5：34.2％",
    "12,345千人（速報値）",
    "34.2 (県 40.1)",
    "0.000001",
    "79228162514264337593543950335",
    "1位",
    "令和5年",
    "10%",
    "9,999,999,999",
];

const YEARS: [i32; 14] = [
    1, 1868, 1926, 1989, 2000, 2018, 2019, 2020, 2023, 2024, 2025, 2029, 2060, 9999,
];

/// Any year a file can hold, mostly those of a plan.
pub fn year(dice: &mut Dice) -> FiscalYear {
    FiscalYear(match dice.below(3) {
        0 => dice.pick(&YEARS),
        _ => 2020 + dice.below(12) as i32,
    })
}

/// Something for a few years.
pub fn by_year<T>(dice: &mut Dice, mut one: impl FnMut(&mut Dice) -> T) -> BTreeMap<FiscalYear, T> {
    dice.up_to(4, |d| (year(d), one(d))).into_iter().collect()
}

/// A figure: as printed, as nobody would print it, or corrected by a person.
pub fn figure(dice: &mut Dice) -> Figure {
    let printed = match dice.below(5) {
        0 => text(dice),
        1 => format!("{}.{:02}", dice.below(3000), dice.below(100)),
        2 => format!("{},{:03}", dice.below(300), dice.below(1000)),
        _ => dice.pick(&PRINTED).to_owned(),
    };
    match dice.below(4) {
        0 => Figure::corrected(&printed, reading(dice)),
        _ => Figure::read(&printed),
    }
}

/// A decimal with any sign and scale.
pub fn decimal(dice: &mut Dice) -> Decimal {
    let number = (dice.next() >> dice.below(64)) as i64;
    Decimal::new(number, dice.below(8) as u32)
}

fn reading(dice: &mut Dice) -> Reading {
    match dice.below(4) {
        0 => Reading::Missing(dice.pick(&[
            Missing::Unset,
            Missing::Dash,
            Missing::Counting,
            Missing::Unpublished,
            Missing::NotSurveyed,
            Missing::Stopped,
            Missing::Unknown,
        ])),
        1 => Reading::Directional(directional(dice)),
        2 => Reading::Number(number(dice)),
        _ => Reading::Unread,
    }
}

fn directional(dice: &mut Dice) -> DirectionalTarget {
    match dice.below(3) {
        0 => DirectionalTarget::Times(decimal(dice)),
        1 => DirectionalTarget::Plus {
            by: decimal(dice),
            unit: text(dice),
            yearly: dice.once_in(2),
        },
        _ => dice.pick(&[
            DirectionalTarget::Up,
            DirectionalTarget::Down,
            DirectionalTarget::Keep,
            DirectionalTarget::NotBelow,
            DirectionalTarget::NotAbove,
            DirectionalTarget::AboveLastYear,
            DirectionalTarget::BelowLastYear,
            DirectionalTarget::AboveOthers,
            DirectionalTarget::BelowOthers,
            DirectionalTarget::All,
            DirectionalTarget::Words,
        ]),
    }
}

fn number(dice: &mut Dice) -> Number {
    let (a, b) = (decimal(dice), decimal(dice));
    let to = Bound::To(a.max(b));
    Number {
        value: a.min(b),
        unit: text(dice),
        bound: dice.pick(&[
            Bound::Exact,
            Bound::AtLeast,
            Bound::MoreThan,
            Bound::AtMost,
            Bound::LessThan,
            Bound::Band,
            to,
        ]),
        about: dice.once_in(2),
        span: dice.pick(&[
            Span::Single,
            Span::Cumulative,
            Span::Average,
            Span::Total,
            Span::EveryYear,
        ]),
        provisional: dice.maybe(&[
            Provisional::Flash,
            Provisional::Interim,
            Provisional::Estimate,
            Provisional::Expected,
        ]),
        at: dice.once_in(3).then(|| At(text(dice))),
        aside: text(dice),
    }
}
