//! Units as printed after a number: 人, 千㎥/年, t-CO2, 円/人回, か所.

use super::lexer::{
    contains, digit_at, ends_with, is_hiragana, is_kanji, is_letter, is_one_of, is_space,
    skip_spaces, word, words,
};
use super::suffix_words::tail_word;
use super::{number, time};

/// Largest number of characters of a unit; longer runs are sentences.
const LONGEST: usize = 14;

/// Largest number of kanji: 自治会区 is a unit, 65歳健康寿命 is not a number of 歳健康寿命.
const MOST_KANJI: usize = 4;

/// Ends of names of indicators, which are not units.
const NAMES: &[&str] = words!("率 割合 人数 件数 回数 寿命 所得 満足度");

/// Words that look like units but are not: times, codes, parts of an address, ages.
const NOT_UNITS: &[&str] = words!("号 番 条 項 章 節 代 世紀 丁目 桁 計 合計 総数");

/// Units that begin like a date.
const TIME_UNITS: &[&str] =
    words!("年 年間 年分 日 日間 日分 時間 日/年 日/月 日/人 時間/月 時間/年 時間/日 時間/人");

/// Words that change the meaning of a number, and are not units.
const TURNS: &[&str] = words!(
    "不足 未達 以外 除 公表 回復 解消 成長 換算 相当 延伸 延長 延期 引上 引下 上積 上乗 超過 カット アップ ダウン オフ プラス \
     マイナス オーバー"
);

/// Characters of words for a change, a loss or a doubt; no unit contains them.
const TURNING: &str = "増減改抑圧縮伸節削昇悪緩強弱損赤黒欠未不無達維廃転〇";

/// Reads the unit at `i` (spaces before it are allowed), and returns the position after it. Empty where none is
/// printed; `None` where the text cannot be a unit.
pub(super) fn unit(s: &[char], i: usize) -> Option<(String, usize)> {
    let start = skip_spaces(s, i);
    let mut end = run(s, start, start);
    let next = skip_spaces(s, end);
    let broken = only_magnitude(&s[start..end]) || s.get(next) == Some(&'/');
    if end > start && next > end && broken {
        end = run(s, start, next).max(end);
    }
    if end == start {
        return Some((String::new(), i));
    }
    let unit: Vec<char> = s[start..end]
        .iter()
        .filter(|c| !is_space(**c))
        .map(|&c| if c == '憶' { '億' } else { c })
        .collect();
    sound(&unit).then(|| (unit.iter().collect(), end))
}

/// Returns the end of the run of unit characters from `i`, in a unit begun at `start`.
fn run(s: &[char], start: usize, mut i: usize) -> usize {
    while let Some(&c) = s.get(i) {
        if stops(s, i, start) {
            break;
        }
        i = match c {
            '/' if i > start => match after_slash(s, i) {
                Some(next) => next,
                None => break,
            },
            '2' | '3' if i > start && s[i - 1].is_ascii_alphabetic() && !counts_on(s, i) => i + 1,
            '-' if i > start && joins_latin(s, i) => i + 1,
            '%' | '‰' | '°' | '℃' | '²' | '³' | '₂' | '₃' | 'µ' | '㎡' | '㎢' | '㎥' | '㎞'
            | '㎏' | 'ℓ' | '㍑' | '㌧' | '㌶' | '㌔' | '㍍' => i + 1,
            c if is_hiragana(c) => match hiragana(s, i, start) {
                Some(next) => next,
                None => break,
            },
            c if is_letter(c) && !marks(c) => i + 1,
            _ => break,
        };
    }
    i
}

fn marks(c: char) -> bool {
    matches!(c, '①'..='⑳') || matches!(c, '△' | '▲')
}

/// True for the 2 or 3 of CO2 and m3, false at the start of another number.
fn counts_on(s: &[char], i: usize) -> bool {
    digit_at(s, i + 1) || (matches!(s.get(i + 1), Some(',' | '.')) && digit_at(s, i + 2))
}

fn joins_latin(s: &[char], i: usize) -> bool {
    s[i - 1].is_ascii_alphabetic() && s.get(i + 1).is_some_and(char::is_ascii_alphabetic)
}

/// Returns the position after hiragana that belong to units: か所, つ, あたり.
fn hiragana(s: &[char], i: usize, start: usize) -> Option<usize> {
    let next = s.get(i + 1).copied().unwrap_or(' ');
    match s[i] {
        'か' if "所国月年村町校店寺院".contains(next) => Some(i + 2),
        'つ' if i == start && !is_letter(next) => Some(i + 1),
        'あ' if i > start => word(s, i, "あたり"),
        'た' if i > start => word(s, i, "たり").filter(|_| s[i - 1] == '当'),
        'り' if i > start && s[i - 1] == '当' => Some(i + 1),
        _ => None,
    }
}

/// Returns the position after the text behind a slash: 年, 人・日, or a count and its unit (5年, 10万人).
fn after_slash(s: &[char], i: usize) -> Option<usize> {
    let j = skip_spaces(s, i + 1);
    if !digit_at(s, j) {
        return s
            .get(j)
            .filter(|c| is_letter(**c) || **c == '㎡' || **c == '㎢')
            .map(|_| j);
    }
    let (_, end) = number::digits(s, j)?;
    s.get(end).filter(|c| is_letter(**c)).map(|_| end)
}

/// True if the unit ends before `i`, where something else is printed.
fn stops(s: &[char], i: usize, start: usize) -> bool {
    let counted = s[i] == '中' && i > start && digit_at(s, skip_spaces(s, i + 1));
    let band = s[i] == '台' && i > start && !only_magnitude(&s[start..i]);
    let era = matches!(s[i], '令' | '平' | '昭') && time::time(s, i, false).is_some();
    let tail = s[i] != '台' && tail_word(s, i).is_some();
    // 12人注1): the mark of a note.
    let noted = s[i] == '注' && matches!(s.get(i + 1), Some('0'..='9' | ')'));
    counted || band || era || tail || noted
}

fn only_magnitude(s: &[char]) -> bool {
    !s.is_empty() && s.iter().all(|c| "十百千万億憶兆".contains(*c))
}

fn sound(unit: &[char]) -> bool {
    let doubled = unit.len().is_multiple_of(2) && unit.chunks(2).all(|two| two[0] == two[1]);
    let dated =
        matches!(unit.first(), Some('年' | '月' | '日' | '時')) && !is_one_of(unit, TIME_UNITS);
    let turned =
        TURNS.iter().any(|w| contains(unit, w)) || unit.iter().any(|c| TURNING.contains(*c));
    let parts = || unit.split(|c| *c == '/');
    let long = parts().any(|p| p.iter().filter(|c| is_kanji(**c)).count() > MOST_KANJI);
    let named = parts().any(|p| NAMES.iter().any(|w| ends_with(p, w)));
    unit.len() <= LONGEST
        && !long
        && !named
        && !doubled
        && !dated
        && !turned
        && !is_one_of(unit, NOT_UNITS)
        && !is_exponent(unit)
        && !misread(unit)
}

/// True for 1.2e3: a number as programs write it.
fn is_exponent(unit: &[char]) -> bool {
    matches!(unit, ['e' | 'E', digit] if digit.is_ascii_digit())
}

/// True for 1OO人, 5O%, 1l件: letters in place of digits. Alphabets other than Latin come from the same slips.
fn misread(unit: &[char]) -> bool {
    let digit = |c: &&char| matches!(c, 'O' | 'o' | 'l' | 'I' | 'S' | 'B' | 'Z');
    let run = unit.iter().take_while(digit).count();
    let next = unit.get(run).copied();
    let alone = next.is_none() && unit[..run].iter().any(|c| matches!(c, 'O' | 'o' | 'I'));
    let joined =
        next.is_some_and(|c| c == '%' || is_kanji(c) || is_hiragana(c) || c.is_ascii_digit());
    let foreign = |c: &char| matches!(c, '\u{0370}'..='\u{052F}') && !matches!(c, 'μ' | 'Ω');
    run > 0 && (alone || joined) || unit.iter().any(foreign)
}
