//! Targets without a number: a direction, and the figure it is measured against.

use rust_decimal::Decimal;

use super::lexer::{
    WordsByMeaning, any_word, contains, ends_with, is_one_of, is_space, skip_spaces,
    strip_brackets, word, words,
};
use super::number::digits;
use super::time;
use super::unit::unit;
use crate::arithmetic::{difference, product, quotient, sum};
use crate::printed::{Bound, DirectionalTarget, Number, Reading, Span};

/// Wished direction.
#[derive(Clone, Copy, PartialEq)]
enum WordedWay {
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

/// Words for each direction. The longest one at the end of a sentence counts.
const WAYS: &WordsByMeaning<WordedWay> = &[
    (
        WordedWay::NotBelow,
        words!(
            "維持又は増加 維持または増加 維持もしくは増加 維持・増加 増加または維持 増加又は維持 \
             維持又は向上 維持または向上 維持・向上 維持向上 維持以上 以上を維持 以上の維持 以上維持 以上を確保 以上の確保 同程度以上 同水準以上"
        ),
    ),
    (
        WordedWay::NotAbove,
        words!(
            "維持又は減少 維持または減少 維持もしくは減少 維持・減少 減少または維持 減少又は維持 \
             維持以下 以下を維持 以下の維持 以下維持 以下に抑制 同程度以下 同水準以下"
        ),
    ),
    (WordedWay::AtLeast, words!("以上")),
    (WordedWay::AtMost, words!("以下")),
    (
        WordedWay::Over,
        words!("上回る を上回る を上回って伸長 を超える 超える を超えて増加 より高い より高く"),
    ),
    (
        WordedWay::Under,
        words!("下回る を下回る 未満 より低い より低く"),
    ),
    (
        WordedWay::Up,
        words!(
            "増加 増大 増やす 増 増額 増員 増進 増強 上昇 向上 拡大 伸長 延伸 延長 伸び 伸ばす 延ばす 上積み 上乗せ 底上げ \
             押し上げ アップ UP Up up プラス 高める 引き上げ 引上げ 引き上げる 引上げる"
        ),
    ),
    (
        WordedWay::Down,
        words!(
            "減少 減らす 減 減額 減量 軽減 低下 低減 削減 縮減 縮小 短縮 抑制 抑える 圧縮 節減 節約 カット ダウン DOWN Down \
             down マイナス オフ OFF 引き下げ 引下げ 引き下げる 引下げる 下げる"
        ),
    ),
    (
        WordedWay::Keep,
        words!("維持 横ばい 同程度 同水準 同数 同値"),
    ),
];

/// Ends of a sentence that add nothing.
const ENDINGS: &[&str] = words!(
    "を目指す をめざす を目標とする を目標 させる を図る すること とする する 傾向 の方向 方向 こと へ 。"
);

/// Words between a direction and the figure it is measured against.
const JOINS: &[&str] =
    words!("よりも より から に比べて に比べ と比べて と比べ と を の は に が 比");

/// Joins that compare.
const COMPARING: &[&str] = words!("から より よりも に比べて に比べ 比 の");

/// Names of the figure that a plan starts from.
const BASELINE: &[&str] = words!(
    "現状 現状値 現況 現況値 現在 現在値 現在位置 基準 基準値 基準年 当初 当初値 実績 実績値 初期値 \
     計画策定時 策定時 計画当初"
);

/// Names of the figure of the year before.
const LAST_YEAR: &[&str] = words!(
    "前年 前年度 昨年 昨年度 前年値 前年度値 前年実績 前年度実績 前年の実績 前年度の実績 前年の値 前年度の値 前年の水準 前年度の水準 前年水準 前年度水準 前年同月 前年同期 前回 前回調査 毎年 毎年度 \
     対前年 対前年度 毎年前年 毎年前年度 毎年度前年度 毎年度前年"
);

/// Ends of the names of figures that are not the town's own.
const OTHERS: &[&str] = words!("平均 平均値 全国 全国値 国 県 道 府 都 類似団体 近隣市町村");

/// Returns the characters without the longest of the words at their end.
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

/// True if the text names the figure that a plan starts from.
pub(super) fn is_baseline(s: &[char]) -> bool {
    is_one_of(without(s, JOINS).unwrap_or(s), BASELINE)
}

/// True if the text compares with the figure that a plan starts from: 現状値の, 基準値から.
pub(super) fn from_baseline(s: &[char]) -> bool {
    without(s, COMPARING).is_some_and(|name| is_one_of(name, BASELINE))
}

/// Reads a sentence, without brackets and spaces, that names a direction.
pub(super) fn sentence(s: &[char]) -> Option<Reading> {
    wished(s).map(Reading::Directional)
}

fn wished(s: &[char]) -> Option<DirectionalTarget> {
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
            return plain.then_some(DirectionalTarget::Times(times));
        }
    }
    let way_of = |s: &'static [WordedWay], t: &[char]| -> Option<(WordedWay, usize)> {
        let ends =
            |(way, words): &(WordedWay, &[&str])| without(t, words).map(|rest| (*way, rest.len()));
        let found = WAYS
            .iter()
            .filter(|(way, _)| s.is_empty() || s.contains(way));
        found.filter_map(ends).min_by_key(|(_, rest)| *rest)
    };
    // 全国平均を上回る水準の維持: the level to keep is one above others.
    if let Some(level) = kept_level(s) {
        return match way_of(COMPARED, level) {
            Some((way, end)) => against(way, &level[..end]),
            None => is_baseline(level).then_some(DirectionalTarget::Keep),
        };
    }
    let (way, end) = way_of(&[], s)?;
    against(way, &s[..end])
}

/// Ways that compare with something.
const COMPARED: &[WordedWay] = &[
    WordedWay::Over,
    WordedWay::Under,
    WordedWay::AtLeast,
    WordedWay::AtMost,
];

/// Words for the level of a figure.
const LEVELS: &[&str] = words!("水準 状態 レベル 数値 値 成績");

/// 全国平均を上回る of 全国平均を上回る水準の維持; 現在の of 現在の水準を維持.
fn kept_level(s: &[char]) -> Option<&[char]> {
    let keeping = without(s, words!("維持 確保 保持 継続 キープ 保つ"));
    let kept = keeping.map(|rest| without(rest, words!("を の に")).unwrap_or(rest));
    let level = without(kept.unwrap_or(s), LEVELS)?;
    let level = without(level, &["の"]).unwrap_or(level);
    (keeping.is_some() || without(level, words!("上回る 下回る 超える")).is_some()).then_some(level)
}

/// Words of a name that compare it with another figure than the town's own.
const COMPARES: &[&str] = words!(
    "平均 全国 県内 都内 府内 道内 国内 上回 下回 超え 以上 以下 未満 並み 並の 同等 水準 レベル トップ 上位 順位 前年 前回 \
     前期 毎年 昨年 類似 近隣 との差 流出 ゼロ"
);

/// True if a name is of the town's own figure at another time.
fn among_past(name: &[char]) -> bool {
    words!("前年 前回 前期 昨年 過去 現状 現在 基準 当初 策定 目標 計画値")
        .iter()
        .any(|w| contains(name, w))
}

/// Returns the directional target for a direction and the words before it.
fn against(way: WordedWay, subject: &[char]) -> Option<DirectionalTarget> {
    let joined = without(subject, JOINS);
    let name = joined.unwrap_or(subject);
    if name.is_empty() || is_one_of(name, BASELINE) {
        let compared = !name.is_empty();
        return Some(match way {
            WordedWay::Up => DirectionalTarget::Up,
            WordedWay::Down => DirectionalTarget::Down,
            WordedWay::Keep => DirectionalTarget::Keep,
            WordedWay::NotBelow => DirectionalTarget::NotBelow,
            WordedWay::NotAbove => DirectionalTarget::NotAbove,
            WordedWay::Over if compared => DirectionalTarget::Up,
            WordedWay::Under if compared => DirectionalTarget::Down,
            WordedWay::AtLeast if compared => DirectionalTarget::NotBelow,
            WordedWay::AtMost if compared => DirectionalTarget::NotAbove,
            _ => return None,
        });
    }
    if is_one_of(name, LAST_YEAR) {
        return Some(match way {
            WordedWay::Up | WordedWay::Over => DirectionalTarget::AboveLastYear,
            WordedWay::Down | WordedWay::Under => DirectionalTarget::BelowLastYear,
            WordedWay::AtLeast | WordedWay::NotBelow => DirectionalTarget::NotBelowLastYear,
            WordedWay::AtMost | WordedWay::NotAbove => DirectionalTarget::NotAboveLastYear,
            WordedWay::Keep => DirectionalTarget::Keep,
        });
    }
    if name.len() > 14 || name.iter().any(|c| "増減悪不未赤転損".contains(*c)) {
        return None;
    }
    let other = without(name, OTHERS).is_some();
    let own = joined.is_some() && !other && !COMPARES.iter().any(|w| contains(name, w));
    match way {
        // 前年度の水準を上回る, 過去最高を上回る: a figure of the town itself, but the year is not given.
        WordedWay::Over | WordedWay::Under if among_past(name) => None,
        WordedWay::Over => Some(DirectionalTarget::AboveOthers),
        WordedWay::Under => Some(DirectionalTarget::BelowOthers),
        WordedWay::AtLeast | WordedWay::NotBelow if other => Some(DirectionalTarget::AboveOthers),
        WordedWay::AtMost | WordedWay::NotAbove if other => Some(DirectionalTarget::BelowOthers),
        WordedWay::Up if own => Some(DirectionalTarget::Up),
        WordedWay::Down if own => Some(DirectionalTarget::Down),
        WordedWay::Keep if own => Some(DirectionalTarget::Keep),
        _ => None,
    }
}

/// Returns the multiple for a rise or fall in percent.
pub(super) fn times(percent: Decimal, up: bool) -> Option<Decimal> {
    let share = quotient(percent, Decimal::ONE_HUNDRED)?;
    let times = if up {
        sum(Decimal::ONE, share)?
    } else {
        difference(Decimal::ONE, share)?
    };
    (!times.is_sign_negative()).then(|| times.normalize())
}

/// Reads 現状値×1.1, 現状値の9割, 現状値+10件: computed from the figure that a plan starts from.
pub(super) fn formula(s: &[char]) -> Option<DirectionalTarget> {
    let s: Vec<char> = s.iter().copied().filter(|c| !is_space(*c)).collect();
    let after = BASELINE.iter().filter_map(|w| word(&s, 0, w)).max()?;
    let of = word(&s, after, "の").unwrap_or(after);
    let ends = |i: usize| i == s.len() || s[i..] == ['に'];
    match s.get(of)? {
        '×' | '✕' | '✖' | 'x' | 'X' | '*' => {
            let (times, end) = digits(&s, of + 1)?;
            if let Some(end) = word(&s, end, "%") {
                let times = quotient(times, Decimal::ONE_HUNDRED)?.normalize();
                return ends(end).then_some(DirectionalTarget::Times(times));
            }
            ends(word(&s, end, "倍").unwrap_or(end)).then_some(DirectionalTarget::Times(times))
        }
        sign @ ('+' | '-') if of == after => {
            let (by, end) = digits(&s, of + 1)?;
            let (unit, end) = unit(&s, end)?;
            let plain = ends(end) && unit != "割" && !unit.starts_with('%');
            plain.then_some(DirectionalTarget::Plus {
                by: if *sign == '-' { -by } else { by },
                unit,
                yearly: false,
            })
        }
        _ if of > after => {
            let (share, end) = digits(&s, of)?;
            let (whole, end) = match s.get(end)? {
                '%' => (Decimal::ONE_HUNDRED, end + 1),
                '割' => (Decimal::TEN, end + 1),
                _ => return None,
            };
            ends(end)
                .then(|| quotient(share, whole))?
                .map(|t| DirectionalTarget::Times(t.normalize()))
        }
        _ => None,
    }
}

/// Reads かぎりなくゼロに近づける: towards zero, which means less unless the figure can be below it.
pub(super) fn near_zero(s: &[char]) -> Option<Reading> {
    let any = |words: &[&str]| words.iter().any(|w| contains(s, w));
    let near = any(&["近づ", "近付", "近い", "限りなく", "かぎりなく", "限り無く"]);
    if !near || !any(&["ゼロ", "0", "零"]) {
        return None;
    }
    let numbers = s.iter().filter(|c| c.is_ascii_digit()).count();
    let signed = any(&[
        "減",
        "増",
        "差",
        "収支",
        "転",
        "赤字",
        "マイナス",
        "不足",
        "-",
        "△",
        "▲",
    ]);
    let down = any(&["限りなく", "かぎりなく", "限り無く"]) && !signed && numbers <= 1;
    Some(if down {
        Reading::Directional(DirectionalTarget::Down)
    } else {
        Reading::Unread
    })
}

/// True if に縮小 or まで引き上げる follows: the number before is the level to reach.
pub(super) fn level_after(s: &[char], i: usize) -> bool {
    any_word(s, i, words!("に へ まで までに")).is_some_and(|end| way_after(s, end).is_some())
}

/// Reads 増加・の減少を目指す … to the end of the text; returns true for up.
pub(super) fn way_after(s: &[char], i: usize) -> Option<bool> {
    let rest = strip_brackets(&s[skip_spaces(s, i)..]);
    let rest = without_endings(&rest);
    let rest = rest.strip_prefix(&['の']).unwrap_or(rest);
    let rest = rest.strip_prefix(&['を']).unwrap_or(rest);
    let is = |way: WordedWay| {
        WAYS.iter()
            .any(|(w, words)| *w == way && is_one_of(rest, words))
    };
    if is(WordedWay::Up) {
        Some(true)
    } else {
        is(WordedWay::Down).then_some(false)
    }
}

/// Reads a change from a number: 3ポイントの増加, 22％減少, 50億円／年の増加.
pub(super) fn change(mut number: Number, up: bool) -> Option<DirectionalTarget> {
    // 5年間で100人増: the change by the end, not in a year.
    let until = ["年間で", "か年で"]
        .iter()
        .find_map(|w| number.aside.strip_suffix(w));
    if until.is_some_and(|years| years.chars().all(|c| c.is_ascii_digit())) {
        number.aside.clear();
        number.span = Span::Single;
    }
    let plain = number.at.is_none()
        && number.aside.is_empty()
        && number.provisional.is_none()
        && matches!(number.bound, Bound::Exact | Bound::AtLeast)
        && number.unit != "倍"
        && !number.value.is_sign_negative();
    if !plain {
        return None;
    }
    let percent = match number.unit.as_str() {
        "%" => Some(number.value),
        "割" => product(number.value, Decimal::TEN),
        "%/年" | "割/年" | "‰" => return None,
        _ => None,
    };
    if let Some(percent) = percent {
        // 毎年3%増 does not say how the increases add up.
        let once = number.span == Span::Single;
        return times(percent, up)
            .filter(|_| once)
            .map(DirectionalTarget::Times);
    }
    let (unit, per_year) = match number.unit.strip_suffix("/年") {
        Some(unit) => (unit.to_owned(), true),
        None => (number.unit, false),
    };
    let yearly = per_year || number.span == Span::EveryYear;
    (yearly || number.span == Span::Single).then_some(DirectionalTarget::Plus {
        by: if up { number.value } else { -number.value },
        unit,
        yearly,
    })
}
