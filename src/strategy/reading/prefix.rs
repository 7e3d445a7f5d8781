//! Text before a number: times, 約・累計 …, brackets, and labels.

use super::lexer::{
    WordTable, any_word, bracket, collapse_spaces, contains, digit_at, ends_with, is_hiragana,
    is_letter, is_one_of, skip_spaces, word, words,
};
use super::number;
use super::qualifier::{PartialNumber, Qualifier};
use super::{directional, note, time};
use crate::printed::{Provisional, Span};

/// Words before a number.
static HEADS: WordTable<Qualifier> = WordTable::new(&[
    (
        Qualifier::About,
        words!("約 およそ おおよそ おおむね 概ね ほぼ"),
    ),
    (Qualifier::AtLeast, words!("最低 最低でも 少なくとも ≧ ≥")),
    (Qualifier::AtMost, words!("最大 上限 ≦ ≤")),
    (
        Qualifier::Over(Span::Cumulative),
        words!("累計 累積 期間累計 までの累計 の累計"),
    ),
    (Qualifier::Over(Span::Total), words!("延べ 延 のべ")),
    (
        Qualifier::Over(Span::Average),
        words!("平均 年平均 年間平均 期間平均 の平均"),
    ),
    (
        Qualifier::Over(Span::EveryYear),
        words!("毎年 毎年度 各年度 年間"),
    ),
    (Qualifier::Firm(Provisional::Flash), words!("速報値")),
    (Qualifier::Firm(Provisional::Interim), words!("暫定値")),
    (
        Qualifier::Firm(Provisional::Estimate),
        words!("推計値 推計"),
    ),
    (
        Qualifier::Firm(Provisional::Expected),
        words!("見込値 見込み 見込"),
    ),
]);

/// Words that may follow a time.
const AFTER_TIME: &[&str] = words!(
    ": 、 時点 現在 末 末現在 末時点 まで までに における 実績 実績値 目標 目標値 当初 には では に は の で 頃"
);

/// Words in a label that reverse the sense of its number; a person reads such a figure.
const TURNS: &[&str] = words!(
    "減 赤字 不足 転出 マイナス 以外 除く 未満 以下 損失 欠損 流出 死亡超過 支出超過 輸入超過 下位 ワースト 落ち込み 〇"
);

/// Words that make the number after them a change: 改善 5ポイント, 前年から増 5人.
const CHANGES: &[&str] = words!(
    "増 増加 増大 増額 拡大 向上 上昇 改善 悪化 回復 伸び 伸長 延伸 延長 短縮 縮小 抑制 圧縮 節約 低下 下落 解消 引上げ 引下げ \
     引き上げ 引き下げ 上積み 上乗せ 底上げ 押し上げ カット アップ ダウン プラス オフ UP DOWN"
);

/// Words before the last place that still counts: トップ10.
const RANKS: &[&str] = words!("トップ ベスト 上位");

/// Ends of words that are not a label of a figure, but the number of a thing, or half a sentence.
const NO_LABEL: &[&str] =
    words!("第 レベル ランク ステージ フェーズ 区分 段階 番号 を に から より と で も が へ の");

/// Counts before a number that give its base; kept beside the number.
const EACH: &[&str] = words!(
    "1日平均 1日当たり 1日あたり 1人当たり 1人あたり 1世帯当たり 1世帯あたり 1回平均 1回当たり 1日1人当たり 1日1人あたり \
     1人1日当たり 1人1日あたり 人口千対 人口千人対 人口千人当たり 人口千人あたり 千人当たり 千人あたり 人口10万対 人口10万人対 \
     人口10万人当たり 人口10万人あたり 10万人当たり 10万人あたり"
);

/// 5年間で, 5か年の累計: after a number of years, the figure is their total.
const OVER_YEARS: &[&str] =
    words!("年間で 年間の累計 年間累計 年間合計 か年で か年の累計 か年累計 カ年累計 ヵ年累計");

/// Ends of a label that may be joined to its number although they are hiragana.
const JOINED: &[&str] = words!("は である うち");

impl PartialNumber<'_> {
    /// Reads up to the number.
    pub fn head(&mut self) -> Option<()> {
        loop {
            self.i = skip_spaces(self.s, self.i);
            if self.i >= self.s.len() {
                return None;
            }
            if let Some(end) = time::time(self.s, self.i, false) {
                self.time(end)?;
            } else if let Some(end) = self.counted() {
                self.beside(&collapse_spaces(&self.s[self.i..end]));
                self.i = end;
            } else if number::starts(self.s, self.i) {
                return Some(());
            } else if let Some((inside, end)) = bracket(self.s, self.i) {
                note::read(self, inside, "");
                // （R11）：20億円.
                let labelled = self.number.at.is_some() && self.s.get(end) == Some(&':');
                self.i = end + usize::from(labelled);
            } else if let Some((end, says)) = self.head_word() {
                self.says(says)?;
                self.i = end;
            } else {
                self.label()?;
            }
        }
    }

    /// Reads 1日平均, and 5年間で, which makes the figure a total.
    fn counted(&mut self) -> Option<usize> {
        if let Some(end) = any_word(self.s, self.i, EACH) {
            return Some(end);
        }
        let (_, end) = number::digits(self.s, self.i)?;
        let end = any_word(self.s, end, OVER_YEARS)?;
        self.says(Qualifier::Over(Span::Cumulative)).map(|()| end)
    }

    /// Reads a word of [`HEADS`], unless it is the start of a longer word (平均|寿命).
    fn head_word(&self) -> Option<(usize, Qualifier)> {
        let (end, says) = HEADS.at(self.s, self.i)?;
        let next = skip_spaces(self.s, end);
        if self.s.get(next) == Some(&':') {
            return Some((next + 1, says));
        }
        let apart = next > end
            || number::starts(self.s, next)
            || self.s.get(next) == Some(&'(')
            || HEADS.at(self.s, next).is_some();
        apart.then_some((end, says))
    }

    /// Takes the time that ends at `end`.
    fn time(&mut self, end: usize) -> Option<()> {
        if let Some(after) = word(self.s, end, "比") {
            self.beside(&collapse_spaces(&self.s[self.i..after]));
            self.i = after;
            return Some(());
        }
        if self.number.at.is_some() {
            return None;
        }
        self.number.at = Some(time::at(&self.s[self.i..end]));
        self.i = skip_spaces(self.s, end);
        if let Some(after) = word(self.s, self.i, "を") {
            self.index = true;
            self.i = after;
        }
        while HEADS.at(self.s, self.i).is_none()
            && let Some(after) = any_word(self.s, self.i, AFTER_TIME)
        {
            self.of_year = self.s[self.i..after] == ['の'];
            self.i = skip_spaces(self.s, after);
        }
        Some(())
    }

    /// Takes other words: kept beside the number, unless they could reverse its sense.
    fn label(&mut self) -> Option<()> {
        let start = self.i;
        let mut end = start;
        while self.s.get(end).is_some_and(|c| is_letter(*c)) && !self.begins_other(start, end) {
            end += 1;
        }
        if end == start {
            return self.mark();
        }
        let next = *self.s.get(end)?;
        let text = &self.s[start..end];
        self.i = if next == ':' { end + 1 } else { end };
        if directional::from_baseline(text) {
            self.from_baseline = true;
            return Some(());
        }
        let joined = digit_at(self.s, end) || matches!(next, '-' | '+');
        if RANKS.iter().any(|w| ends_with(text, w)) {
            self.ranked = true;
        }
        let text = self.label_says(text)?;
        if (joined && !may_join(text, next)) || !is_label(text) {
            return None;
        }
        self.beside(&collapse_spaces(text));
        Some(())
    }

    /// True if a number or a time begins at `i`, after the label's start.
    fn begins_other(&self, start: usize, i: usize) -> bool {
        let era = matches!(self.s[i], 'R' | 'H' | '令' | '平' | '昭');
        i > start && (number::starts(self.s, i) || era && time::time(self.s, i, false).is_some())
    }

    /// Takes a mark before the number: ※, *, ◎, ￥.
    fn mark(&mut self) -> Option<()> {
        let c = self.s[self.i];
        self.i += 1;
        match c {
            '¥' | '￥' => self.number.unit.push('円'),
            '※' if digit_at(self.s, self.i) => return None,
            // ×1.1 is a factor, × 105件 a judgement and its figure.
            '×' if digit_at(self.s, self.i) || self.i > 1 => return None,
            '※' | '*' | '◎' | '○' | '●' | '×' | '☆' | '★' => {
                self.beside(c.encode_utf8(&mut [0; 4]))
            }
            _ => return None,
        }
        Some(())
    }

    /// Takes 約, 累計 … from the end of a label; returns the rest of it.
    fn label_says<'t>(&mut self, text: &'t [char]) -> Option<&'t [char]> {
        const ENDS: [(&str, Qualifier); 5] = [
            ("約", Qualifier::About),
            ("累計", Qualifier::Over(Span::Cumulative)),
            ("延べ", Qualifier::Over(Span::Total)),
            ("年平均", Qualifier::Over(Span::Average)),
            ("期間平均", Qualifier::Over(Span::Average)),
        ];
        let contract = ["契約", "予約", "規約", "協約", "条約", "節約"];
        match ENDS.iter().find(|(w, _)| ends_with(text, w)) {
            Some((w, says)) if !contract.iter().any(|c| ends_with(text, c)) => {
                self.says(*says)?;
                Some(&text[..text.len() - w.chars().count()])
            }
            _ => Some(text),
        }
    }
}

/// True if a label may touch its number. A dash between them is not a sign, and PM before 2.5 is not a label.
pub(super) fn may_join(text: &[char], next: char) -> bool {
    let Some(&last) = text.last() else {
        return true;
    };
    let sentence = is_hiragana(last) && !JOINED.iter().any(|w| ends_with(text, w));
    !sentence && !last.is_ascii_alphabetic() && !matches!(next, '-' | '+')
}

/// True if words can name a series: a label that says nothing of the number itself.
pub(super) fn is_name(text: &[char]) -> bool {
    is_label(text) && !ends_with(text, "比") && !HEADS.ends(text) && !is_one_of(text, EACH)
}

/// True if the text is a word that belongs to its number: 累計, 約.
pub(super) fn is_head_word(text: &[char]) -> bool {
    HEADS.at(text, 0).is_some_and(|(end, _)| end == text.len())
}

/// True if words may precede a number without changing its meaning.
fn is_label(text: &[char]) -> bool {
    text.len() <= 16
        && !matches!(text.first(), Some('ー' | '・'))
        && !TURNS.iter().any(|t| contains(text, t))
        && !CHANGES.iter().any(|w| ends_with(text, w))
        && !NO_LABEL.iter().any(|w| ends_with(text, w))
}
