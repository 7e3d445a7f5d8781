//! Cells of words: reasons for no number, marks of judgement, plain arrows.

use rust_decimal::Decimal;

use super::lexer::{
    WordsByMeaning, bracket, collapse_spaces, ends_with, is_one_of, is_space, strip_brackets, trim,
    words,
};
use super::{number, time};
use crate::printed::{DirectionalTarget, Missing, Number, Reading};

/// Whole cells that give the reason for no number.
const MISSING: &WordsByMeaning<Missing> = &[
    (
        Missing::Unset,
        words!(
            "未設定 設定なし 目標なし 未定 検討中 調整中 設定中 設定予定 今後設定 今後検討 別途設定 別途定める TBD"
        ),
    ),
    (
        Missing::Counting,
        words!(
            "集計中 未集計 集計前 集計待ち 算定中 算出中 精査中 確認中 調査中 未確定 未算定 未算出"
        ),
    ),
    (
        Missing::Unpublished,
        words!("未公表 非公表 未発表 公表前 公表待ち 未公開"),
    ),
    (
        Missing::NotSurveyed,
        words!(
            "調査なし 調査無し 調査未実施 調査実施なし 未調査 未実施 未測定 実施なし 実施せず 調査せず \
             調査年以外 非調査年 隔年調査 調査対象外 今後調査 新規 新規指標 新規調査"
        ),
    ),
    (
        Missing::Stopped,
        words!(
            "中止 開催中止 調査中止 事業中止 廃止 調査廃止 事業廃止 終了 事業終了 休止 休止中 事業休止"
        ),
    ),
    (
        Missing::Unknown,
        words!(
            "不明 不詳 未把握 把握できない 把握できず 把握不可 データなし 算出不可 算定不可 測定不能 N/A … …… ‥ ... ・・・"
        ),
    ),
    (Missing::Ditto, words!("〃 々 同上 ″ \"")),
];

/// Ends of sentences that give the reason for no number.
const MISSING_ENDS: &WordsByMeaning<Missing> = &[
    (
        Missing::Unpublished,
        words!("公表予定 公表見込み 発表予定 判明予定"),
    ),
    (Missing::Counting, words!("確定予定 集計予定")),
    (
        Missing::NotSurveyed,
        words!("初回調査 調査予定 実施予定 ため未実施 により未実施"),
    ),
    (Missing::Stopped, words!("ため中止 により中止 で中止")),
];

/// Marks and words of judgement, with which nothing can be computed.
const MARKS: &[&str] = words!(
    "◎ ○ 〇 ● ◯ △ ▲ × ✕ ☆ ★ S A B C D E 定性評価 定性的評価 定性 \
     達成 未達成 未達 目標達成 概ね達成 おおむね達成 達成済み 達成見込み 達成見込 未達成見込み 達成困難 \
     順調 概ね順調 おおむね順調 遅れ やや遅れ 要改善 改善 改善傾向 悪化 時期未到来 \
     おおむね解消 概ね解消 推進 充実 実施"
);

/// Words that may follow 全 in the sense of "all".
const COUNTED: &[&str] = words!(
    "員 員取得 数 て 域 市町村 町村 校 学校 校種 世帯 戸 施設 地区 地域 職員 園 園児 集落 \
     行政区 自治会 課 事業所"
);

/// Names of columns that slip into their cells.
const COLUMNS: &[&str] =
    words!("実績値 実績 目標値 目標 現状値 基準値 当初値 判定 評価 達成状況 進捗");

/// True if the text is the name of a column: 実績値, 判定.
pub(super) fn is_column(s: &[char]) -> bool {
    is_one_of(s, COLUMNS)
}

/// True if the text is a mark or word of judgement.
pub(super) fn is_mark(s: &[char]) -> bool {
    is_one_of(s, MARKS)
}

fn is_dash(s: &[char]) -> bool {
    !s.is_empty() && s.iter().all(|c| matches!(c, '-' | 'ー'))
}

/// Reads a cell that is a known word as a whole.
pub(super) fn read(s: &[char]) -> Option<Reading> {
    let s = &s[trim(s, 0..s.len())];
    if let Some((inside, end)) = bracket(s, 0)
        && end == s.len()
    {
        return read(&s[inside]);
    }
    if s.is_empty() || s.iter().any(char::is_ascii_digit) {
        return None;
    }
    let mut texts = s
        .split(|c| is_space(*c) || *c == '|')
        .filter(|t| !t.is_empty())
        .peekable();
    if texts.peek().is_none() {
        return Some(Reading::Missing(Missing::Unset));
    }
    if texts.all(is_mark) {
        return Some(Reading::Directional(DirectionalTarget::Words));
    }
    // A：計画どおり進んでいる
    if let Some(colon) = s.iter().position(|c| *c == ':')
        && is_mark(&s[trim(s, 0..colon)])
        && !s[colon + 1..].iter().all(|c| is_space(*c))
    {
        return Some(Reading::Directional(DirectionalTarget::Words));
    }
    word(&collapse_spaces(s).chars().collect::<Vec<_>>()).or_else(|| {
        let cut = s.iter().position(|c| is_space(*c) || *c == ':')?;
        is_column(&s[..cut]).then(|| read(&s[cut + 1..]))?
    })
}

/// Units that may follow a dash in place of a number.
const DASHED: &[&str] = words!(
    "人 % 件 円 千円 万円 百万円 億円 回 か所 箇所 ヶ所 カ所 校 戸 世帯 組 社 団体 歳 位 倍 台 点 年 日 ポイント t ha km kg"
);

fn word(s: &[char]) -> Option<Reading> {
    let dashes = s.iter().take_while(|c| matches!(c, '-' | 'ー')).count();
    if is_dash(s) || dashes > 0 && is_one_of(&s[dashes..], DASHED) {
        return Some(Reading::Missing(Missing::Dash));
    }
    if let Some((why, _)) = MISSING.iter().find(|(_, words)| is_one_of(s, words)) {
        return Some(Reading::Missing(*why));
    }
    if is_one_of(s, &["解消", "完全解消", "ゼロ"]) {
        return Some(Reading::Number(Number {
            value: Decimal::ZERO,
            ..Number::default()
        }));
    }
    match s {
        ['↗'] => Some(DirectionalTarget::Up),
        ['↘'] => Some(DirectionalTarget::Down),
        ['→'] => Some(DirectionalTarget::Keep),
        ['す', 'べ', 'て'] => Some(DirectionalTarget::All),
        ['全', rest @ ..] if is_one_of(rest, COUNTED) => Some(DirectionalTarget::All),
        _ => None,
    }
    .map(Reading::Directional)
}

/// Reads a sentence that gives the reason for no number: 未公表（R7.1月頃）, に公表予定, ―（中止）. It must not
/// contain a number other than a time.
pub(super) fn missing(s: &[char]) -> Option<Reading> {
    let head = strip_brackets(s);
    let mut notes = (0..s.len()).filter_map(|i| bracket(s, i).map(|(inside, _)| &s[inside]));
    if head.is_empty() || notes.clone().any(counts) {
        return None;
    }
    if is_dash(&head) {
        let why = notes.find_map(missing);
        return why.or(Some(Reading::Missing(Missing::Dash)));
    }
    let body = &head[time::time(&head, 0, false).unwrap_or(0)..];
    if let Some(known @ Reading::Missing(_)) = read(body) {
        return Some(known);
    }
    let ends = |words: &[&str]| words.iter().any(|w| ends_with(body, w));
    let (why, _) = MISSING_ENDS.iter().find(|(_, words)| ends(words))?;
    (!counts(body)).then_some(Reading::Missing(*why))
}

/// True if the text has a number other than a time or a month.
fn counts(s: &[char]) -> bool {
    let mut i = 0;
    while i < s.len() {
        if let Some(end) = time::time(s, i, true) {
            i = end;
        } else if let Some(a) = number::amount(s, i)
            && matches!(s.get(a.end), Some('月' | '日'))
        {
            i = a.end + 1;
        } else if s[i].is_ascii_digit() {
            return true;
        } else {
            i += 1;
        }
    }
    false
}
