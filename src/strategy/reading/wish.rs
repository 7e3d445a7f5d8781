//! Targets without a number: which way to go, measured against what.

use rust_decimal::Decimal;

use super::number::digits;
use super::scan::{Words, any_word, bare, bracket, spaces, squeeze, trim, word, words};
use super::words::{among, ends_with};
use super::{phrase, time};
use crate::strategy::figure::{Bound, Number, Reading, Span, Wish};

/// What is wished.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Up,
    Down,
    Keep,
    /// 維持または増加.
    NotBelow,
    /// 維持または減少.
    NotAbove,
    /// 上回る.
    Over,
    /// 下回る.
    Under,
    /// 以上.
    AtLeast,
    /// 以下.
    AtMost,
}

/// Words for each way. The longest one at the end of a sentence counts.
const WAYS: &Words<Way> = &[
    (
        Way::NotBelow,
        words!(
            "維持又は増加 維持または増加 維持もしくは増加 維持・増加 増加または維持 増加又は維持 \
             維持又は向上 維持または向上 維持・向上 維持向上 維持以上 以上を維持 同程度以上 同水準以上"
        ),
    ),
    (
        Way::NotAbove,
        words!(
            "維持又は減少 維持または減少 維持もしくは減少 維持・減少 減少または維持 減少又は維持 \
             維持以下 以下を維持 同程度以下 同水準以下"
        ),
    ),
    (Way::AtLeast, words!("以上")),
    (Way::AtMost, words!("以下")),
    (
        Way::Over,
        words!("上回る を上回る を上回って伸長 を超える 超える を超えて増加 より高い より高く"),
    ),
    (Way::Under, words!("下回る を下回る 未満 より低い より低く")),
    (
        Way::Up,
        words!("増加 増大 増やす 増 上昇 向上 拡大 アップ UP 高める 引き上げ"),
    ),
    (
        Way::Down,
        words!("減少 減らす 減 低下 低減 削減 縮減 縮小 短縮 ダウン DOWN 引き下げ"),
    ),
    (Way::Keep, words!("維持 横ばい 同程度 同水準 同数 同値")),
];

/// Ends of a sentence that add nothing.
const ENDINGS: &[&str] = words!(
    "を目指す をめざす を目標とする を目標 させる を図る すること とする する 傾向 の方向 方向 こと へ 。"
);

/// Words between a way and what it is measured against.
const JOINS: &[&str] =
    words!("よりも より から に比べて に比べ と比べて と比べ と を の は に が 比");

/// Joins that compare.
const COMPARING: &[&str] = words!("から より よりも に比べて に比べ 比 の");

/// Names of the figure a plan starts from.
const BASELINE: &[&str] = words!(
    "現状 現状値 現況 現況値 現在 現在値 現在位置 基準 基準値 基準年 当初 当初値 実績 実績値 初期値 \
     計画策定時 策定時 計画当初"
);

/// Names of the figure of the year before.
const LAST_YEAR: &[&str] = words!(
    "前年 前年度 前年値 前年度値 前年実績 前年度実績 前年同月 前年同期 前回 前回調査 毎年 毎年度 \
     対前年 対前年度 毎年前年 毎年前年度 毎年度前年度 毎年度前年"
);

/// Ends of the names of figures that are not the town's own.
const OTHERS: &[&str] = words!("平均 平均値 全国 全国値 国 県 道 府 都 類似団体 近隣市町村");

/// The characters without the longest of the words at their end.
fn without<'a>(s: &'a [char], words: &[&str]) -> Option<&'a [char]> {
    words
        .iter()
        .filter(|w| ends_with(s, w))
        .map(|w| w.chars().count())
        .max()
        .map(|n| &s[..s.len() - n])
}

fn without_endings(mut s: &[char]) -> &[char] {
    while let Some(rest) = without(s, ENDINGS) {
        s = rest;
    }
    s
}

fn is_baseline(s: &[char]) -> bool {
    among(without(s, JOINS).unwrap_or(s), BASELINE)
}

/// Whether the text compares with the figure a plan starts from: 現状値の, 基準値から.
pub(super) fn from_baseline(s: &[char]) -> bool {
    without(s, COMPARING).is_some_and(|name| among(name, BASELINE))
}

/// Reads a sentence, without brackets and spaces, that names a way to go.
pub(super) fn sentence(s: &[char]) -> Option<Reading> {
    wished(s).map(Reading::Wish)
}

fn wished(s: &[char]) -> Option<Wish> {
    let start = time::time(s, 0, false).unwrap_or(0);
    let mut s = without_endings(&s[start..]);
    if start > 0 {
        s = ["までに", "に", "は", "の"]
            .iter()
            .find_map(|w| word(s, 0, w))
            .map_or(s, |end| &s[end..]);
    }
    if s.iter().any(char::is_ascii_digit) {
        return None;
    }
    for (words, times) in [("半減", Decimal::new(5, 1)), ("倍増", Decimal::TWO)] {
        if let Some(subject) = without(s, &[words]) {
            let plain = subject.is_empty() || is_baseline(subject);
            return plain.then_some(Wish::Times(times));
        }
    }
    let (way, subject) = WAYS
        .iter()
        .filter_map(|(way, words)| without(s, words).map(|rest| (*way, rest)))
        .min_by_key(|(_, rest)| rest.len())?;
    against(way, subject)
}

/// The wish for a way and what stands before it.
fn against(way: Way, subject: &[char]) -> Option<Wish> {
    let joined = without(subject, JOINS);
    let name = joined.unwrap_or(subject);
    if name.is_empty() || among(name, BASELINE) {
        let compared = !name.is_empty();
        return Some(match way {
            Way::Up => Wish::Up,
            Way::Down => Wish::Down,
            Way::Keep => Wish::Keep,
            Way::NotBelow => Wish::NotBelow,
            Way::NotAbove => Wish::NotAbove,
            Way::Over if compared => Wish::Up,
            Way::Under if compared => Wish::Down,
            Way::AtLeast if compared => Wish::NotBelow,
            Way::AtMost if compared => Wish::NotAbove,
            _ => return None,
        });
    }
    if among(name, LAST_YEAR) {
        return Some(match way {
            Way::Up | Way::Over | Way::AtLeast => Wish::AboveLastYear,
            Way::Down | Way::Under | Way::AtMost => Wish::BelowLastYear,
            Way::Keep => Wish::Keep,
            _ => return None,
        });
    }
    if name.len() > 14 || name.iter().any(|c| "増減悪不未赤".contains(*c)) {
        return None;
    }
    let other = without(name, OTHERS).is_some();
    match way {
        Way::Over => Some(Wish::AboveOthers),
        Way::Under => Some(Wish::BelowOthers),
        Way::AtLeast if other => Some(Wish::AboveOthers),
        Way::AtMost if other => Some(Wish::BelowOthers),
        Way::Up if joined.is_some() && !other => Some(Wish::Up),
        Way::Down if joined.is_some() && !other => Some(Wish::Down),
        Way::Keep if joined.is_some() && !other => Some(Wish::Keep),
        _ => None,
    }
}

/// 現状値から約22％減少; 過去5年間の平均値（96件）から約20％減少, worked out where the figure it is of is printed.
pub(super) fn relative(s: &[char]) -> Option<Reading> {
    if !s.contains(&'%') {
        return None;
    }
    let (at, after) =
        (0..s.len()).find_map(|i| Some((i, any_word(s, i, words!("から より 比"))?)))?;
    let i = spaces(s, after);
    let about = any_word(s, i, words!("約 概ね おおむね"));
    let (percent, i) = digits(s, about.unwrap_or(i))?;
    let up = way_after(s, word(s, i, "%")?)?;
    let times = times(percent, up)?;
    if is_baseline(&bare(&s[..after])) {
        return Some(Reading::Wish(Wish::Times(times)));
    }
    let open = s[..at].iter().rposition(|c| *c == '(')?;
    let (inside, close) = bracket(s, open)?;
    if !trim(s, close..at).is_empty() {
        return None;
    }
    let Reading::Number(base) = phrase::read(&s[inside])? else {
        return None;
    };
    Some(Reading::Number(Number {
        value: base.value.checked_mul(times)?.normalize(),
        unit: base.unit,
        about: about.is_some(),
        aside: squeeze(s),
        ..Number::default()
    }))
}

fn times(percent: Decimal, up: bool) -> Option<Decimal> {
    let share = percent.checked_div(Decimal::ONE_HUNDRED)?;
    let times = if up {
        Decimal::ONE.checked_add(share)?
    } else {
        Decimal::ONE.checked_sub(share)?
    };
    Some(times.normalize())
}

/// 増加・の減少を目指す … to the end of the text: whether up.
pub(super) fn way_after(s: &[char], i: usize) -> Option<bool> {
    let rest = bare(&s[spaces(s, i)..]);
    let rest = without_endings(&rest);
    let rest = rest.strip_prefix(&['の']).unwrap_or(rest);
    let is = |way: Way| {
        WAYS.iter()
            .any(|(w, words)| *w == way && among(rest, words))
    };
    if is(Way::Up) {
        Some(true)
    } else {
        is(Way::Down).then_some(false)
    }
}

/// A change read as a number: 3ポイントの増加, 22％減少, 50億円／年の増加.
pub(super) fn change(number: Number, up: bool) -> Option<Wish> {
    let plain = number.at.is_none()
        && number.aside.is_empty()
        && number.provisional.is_none()
        && matches!(number.bound, Bound::Exact | Bound::AtLeast)
        && number.unit != "倍"
        && !number.value.is_sign_negative();
    if !plain {
        return None;
    }
    if number.unit == "%" && number.span == Span::Single {
        return times(number.value, up).map(Wish::Times);
    }
    let (unit, per_year) = match number.unit.strip_suffix("/年") {
        Some(unit) => (unit.to_owned(), true),
        None => (number.unit, false),
    };
    let yearly = per_year || number.span == Span::EveryYear;
    (yearly || number.span == Span::Single).then_some(Wish::Plus {
        by: if up { number.value } else { -number.value },
        unit,
        yearly,
    })
}
