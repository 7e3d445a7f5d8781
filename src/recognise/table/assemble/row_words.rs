//! Words of a line that say what it is of: a sum, a goal, 目標 or 実績.

use super::super::heads::ColumnKind;
use super::super::kind::without_brackets;
use super::super::line::Line;
use super::super::named_unit::named_unit;
use strategy::half_width;

/// 合計, その他: a line of a sum.
pub fn is_sum(name: &str) -> bool {
    const SUMS: &str = "合計 計 小計 総計 総数 その他 全体 平均 不詳 差引 累計";
    let name = squeezed(without_brackets(name));
    // 計（人）.
    let bare = match named_unit(&name) {
        Some(_) => name.split(['(', '[', '【']).next().unwrap_or_default(),
        None => &name,
    };
    SUMS.split(' ').any(|sum| sum == bare)
}

/// The number of a goal and what follows it: 基本目標2, 基本目標2:….
pub fn numbered_goal(squeezed: &str) -> Option<(usize, &str)> {
    let behind = squeezed.strip_prefix("基本目標")?;
    let end = behind
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(behind.len());
    let (digits, rest) = behind.split_at(end);
    Some((digits.parse().ok()?, rest))
}

/// Text without spaces and line breaks, in half-width.
pub fn squeezed(text: &str) -> String {
    half_width(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}

impl Line {
    /// Splits the kind of a line off the end of its name: 出生数（目標）, 起業件数 実績値.
    pub fn split_off_kind(&mut self) {
        let closed = self.name.trim_end_matches([')', '）', ']', '］']);
        let Some((name, word)) =
            closed.rsplit_once(|c: char| c.is_whitespace() || "(（[［".contains(c))
        else {
            return;
        };
        let of_figures = row_kind(word).is_some_and(ColumnKind::figures);
        if of_figures && !name.trim().is_empty() {
            (self.name, self.series) = (name.trim().to_owned(), word.to_owned());
        }
    }
}

pub fn one_line(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).collect()
}

/// A line of 目標 or of 実績, where the years are columns; one of 達成率 or the like is computed from them.
pub fn row_kind(text: &str) -> Option<ColumnKind> {
    const NOTES: &str = "達成率 達成度 達成状況 進捗率 進捗 進捗状況 評価 判定 前年比 対前年比 前年度比 増減 増減率 備考";
    let plain = squeezed(without_brackets(text));
    let plain = ["上段:", "中段:", "下段:"]
        .iter()
        .find_map(|place| plain.strip_prefix(place))
        .unwrap_or(&plain);
    let (word, aside) = plain.split_once('(').unwrap_or((plain, ""));
    // 目標(A), 実績(B): letters for a formula. 目標(R7) says more.
    let formula = |c: char| c.is_ascii_uppercase() || ")/%÷".contains(c);
    let kind = match word {
        "目標" | "目標値" | "計画" | "計画値" => ColumnKind::Target,
        "実績" | "実績値" => ColumnKind::Actual,
        "成り行き" | "成り行き値" => ColumnKind::WithoutPolicy,
        word => {
            return NOTES
                .split(' ')
                .any(|one| one == word)
                .then_some(ColumnKind::Note);
        }
    };
    aside.chars().all(formula).then_some(kind)
}
