//! Text in brackets beside a number: its year, 速報値, 累計 …; the rest is kept as text.

use std::ops::Range;

use super::lexer::{WordTable, collapse_spaces, contains, ends_with, skip_spaces, trim, words};
use super::qualifier::{PartialNumber, Qualifier};
use super::time;
use crate::printed::{Provisional, Span};
use crate::year::At;

/// Words in brackets.
static NOTES: WordTable<Qualifier> = WordTable::new(&[
    (Qualifier::Firm(Provisional::Flash), words!("速報 速報値")),
    (Qualifier::Firm(Provisional::Interim), words!("暫定 暫定値")),
    (
        Qualifier::Firm(Provisional::Estimate),
        words!("推計 推計値"),
    ),
    (
        Qualifier::Firm(Provisional::Expected),
        words!("見込 見込み 見込値"),
    ),
    (
        Qualifier::Over(Span::Cumulative),
        words!("累計 累計値 の累計 までの累計"),
    ),
    (
        Qualifier::Over(Span::Average),
        words!("平均 平均値 の平均 年平均 期間平均"),
    ),
    (Qualifier::Over(Span::Total), words!("延べ のべ 延べ人数")),
    (Qualifier::Over(Span::EveryYear), words!("毎年 毎年度")),
    (Qualifier::About, words!("概数 概算")),
    (
        Qualifier::Nothing,
        words!(
            "時点 現在 末 末時点 末現在 実績 実績値 目標 目標値 基準値 現状値 確定値 確報値 値 まで 当初 頃 の"
        ),
    ),
]);

/// Words that mark a year in brackets as another than the year of the figure.
const OTHER_YEAR: &[&str] =
    words!("比 から より 以降 以後 開始 開設 設立 設置 開業 廃止 中止 終了 増 減 予定 公表");

/// Averages of others than the town.
const OTHERS: &str = "全国県府道都市町村類似近隣他";

/// Reads the text `inside` brackets, or after a `mark`, into the number.
pub(super) fn read(p: &mut PartialNumber, inside: Range<usize>, mark: &str) {
    let s: &[char] = p.s;
    let s = &s[trim(s, inside)];
    let s = s.strip_suffix(&['。']).unwrap_or(s);
    if s.is_empty() {
        return;
    }
    let (at, said, i) = known(s, p.number.at.is_none());
    let rest = &s[i..];
    let named = at.is_some() || said.iter().any(|s| *s != Qualifier::Nothing);
    let other =
        rest.iter().any(char::is_ascii_digit) || OTHER_YEAR.iter().any(|w| contains(rest, w));
    if !named || (!rest.is_empty() && (at.is_none() || other)) {
        if is_average(s) {
            let _ = p.says(Qualifier::Over(Span::Average));
        }
        return p.beside(&[mark, &collapse_spaces(s)].concat());
    }
    if is_average(rest) {
        let _ = p.says(Qualifier::Over(Span::Average));
    }
    if at.is_some() {
        p.number.at = at;
    }
    let clash = said.iter().any(|says| p.says(*says).is_none());
    p.beside(&collapse_spaces(if clash { s } else { rest }));
}

/// Returns the time and the known words at the start of a note, and the position after them.
fn known(s: &[char], free: bool) -> (Option<At>, Vec<Qualifier>, usize) {
    let (mut at, mut said, mut i) = (None, Vec::new(), 0);
    while i < s.len() {
        if free
            && at.is_none()
            && let Some(end) = time::time(s, i, true)
            && !(end == s.len() && i == 0 && time::in_brackets(s).is_none())
        {
            at = Some(time::at(&s[i..end]));
            i = skip_spaces(s, end);
        } else if let Some((end, says)) = NOTES.at(s, i) {
            said.push(says);
            i = skip_spaces(s, end);
        } else {
            break;
        }
    }
    (at, said, i)
}

/// 過去5大会の平均人数, not 全国平均.
fn is_average(s: &[char]) -> bool {
    ["平均", "平均値", "平均人数", "平均件数"]
        .iter()
        .any(|w| ends_with(s, w))
        && !s.iter().any(|c| OTHERS.contains(*c))
}
