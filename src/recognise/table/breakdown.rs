//! Breakdowns in columns: 男 and 女 below 基準値(R6), 目標値（町内） beside 目標値（町外）, and a second column of names.

use super::columns::{Columns, ReadColumn};
use super::heads::{ColumnKind, Heads, head, is_time, year};
use super::kind::{is_class, is_figure, is_unit};
use crate::ditto::is_ditto;
use strategy::half_width;

/// Words that tell apart two figures of one indicator that are no parts of a breakdown.
const OTHERWISE: &str = "中間 最終 前期 後期 上期 下期 上半期 下半期 見込 速報 確定 当初 変更 見直 改定 改訂 累計 単年 平均 年度 予定 \
     参考 全国 県 国 増減 前年 計画 評価 達成";

/// The part of a breakdown that heads name.
#[derive(Debug, Clone, PartialEq, Eq)]
struct BreakdownPart {
    name: String,
    /// True if the word can only be such a part.
    known: bool,
}

impl Columns {
    /// Gives the columns of figures their parts of a breakdown, if the heads of one figure differ in nothing else.
    pub(super) fn break_down(&mut self, mapped: Heads) {
        let places = self.figures();
        let field = |at: usize| (self.all[at].holds, self.all[at].year.as_ref());
        let beside = |at: usize| {
            places
                .iter()
                .filter(move |&&other| field(other) == field(at))
        };
        let parts: Vec<Option<BreakdownPart>> = places.iter().map(|&at| self.part(at)).collect();
        let part = |at: usize| {
            let nth = places.iter().position(|&place| place == at)?;
            parts[nth].as_ref()
        };
        let several: Vec<usize> = places
            .iter()
            .copied()
            .filter(|&at| beside(at).count() > 1)
            .collect();
        let tells_apart = |&at: &usize| {
            let Some(own) = part(at) else { return false };
            let mut named = beside(at).filter_map(|&other| part(other));
            named
                .by_ref()
                .filter(|other| other.name == own.name)
                .count()
                == 1
        };
        if several.is_empty() || !several.iter().all(tells_apart) {
            return;
        }
        // Words that are in no list are parts only if every figure has the same ones.
        let known = several
            .iter()
            .all(|&at| part(at).is_some_and(|part| part.known));
        let names = |at: usize| -> Vec<&str> {
            let names = beside(at).filter_map(|&other| part(other));
            names.map(|part| part.name.as_str()).collect()
        };
        let first = names(several[0]);
        let alike = places.iter().all(|&at| names(at) == first);
        let is_cross = alike && first.len() < places.len();
        if !known && !is_cross {
            return;
        }
        let named: Vec<(usize, Option<String>)> = places
            .iter()
            .map(|&at| (at, part(at).map(|part| part.name.clone())))
            .collect();
        for (at, name) in named {
            let said = mapped.chosen(&self.all[at].key).is_some();
            let column = &mut self.all[at];
            // A figure of all beside the figures of each.
            column.sure &= said || known && name.is_some();
            column.series = name.unwrap_or_default();
        }
    }

    /// Finds the second column of names: lines without a name of their own, or with the one above, differ in it.
    pub(super) fn find_parts_in_rows(&mut self, body: &[&Vec<String>], mapped: Heads) {
        let holds = |column: &ReadColumn, kind| column.holds == Some(kind);
        let Some(names) = self.all.iter().position(|c| holds(c, ColumnKind::Name)) else {
            return;
        };
        let figures = self.figures();
        let first = figures.first().copied().unwrap_or_default();
        if self.has(ColumnKind::Series) || self.has(ColumnKind::RowYear) {
            return;
        }
        let cell = |row: &Vec<String>, at: usize| row.get(at).cloned().unwrap_or_default();
        let rows: Vec<&Vec<String>> = body
            .iter()
            .copied()
            .filter(|row| figures.iter().any(|&at| is_figure(&cell(row, at))))
            .collect();
        for at in names + 1..first {
            let column = &self.all[at];
            let chosen = mapped.chosen(&column.key).is_some();
            if column.holds.is_some() || column.head.is_empty() || chosen {
                continue;
            }
            let texts: Vec<String> = rows.iter().map(|row| cell(row, at)).collect();
            let again = |pair: &[usize]| {
                let (name, above) = (cell(rows[pair[1]], names), cell(rows[pair[0]], names));
                let named = name.is_empty() || is_ditto(&name) || name == above;
                let (one, next) = (&texts[pair[0]], &texts[pair[1]]);
                named && !one.is_empty() && !next.is_empty() && one != next
            };
            let pairs: Vec<usize> = (0..rows.len()).collect();
            if !pairs.windows(2).any(again) {
                continue;
            }
            let filled = || texts.iter().filter(|text| !text.is_empty());
            let column = &mut self.all[at];
            column.holds = Some(ColumnKind::Series);
            column.sure = filled().all(|text| is_class(text));
            return;
        }
    }

    /// The part that the heads over a column name.
    fn part(&self, at: usize) -> Option<BreakdownPart> {
        let texts = self.above(at);
        let words: Vec<String> = texts.iter().filter_map(|text| part_in(text)).collect();
        let name = words.join(" ");
        let known = !words.is_empty() && words.iter().all(|word| is_class(word));
        let otherwise = OTHERWISE.split(' ').any(|word| name.contains(word));
        (!name.is_empty() && (known || !otherwise)).then_some(BreakdownPart { name, known })
    }
}

/// The word of a head that names neither a figure nor a year nor a unit: 男 of 基準値(R6) 男.
fn part_in(text: &str) -> Option<String> {
    let is_sign = |c: char| c.is_whitespace() || "()（）[]［］【】:：_＿/／・".contains(c);
    let says_nothing = |piece: &&str| {
        let timed = is_time(piece) || year(piece).is_some();
        piece.is_empty() || !is_class(piece) && (timed || is_unit(piece) || head(piece).is_some())
    };
    let pieces = text.split(is_sign).filter(|piece| !says_nothing(piece));
    let pieces: Vec<&str> = pieces.collect();
    let whole = text.trim_matches(is_sign);
    match &pieces[..] {
        _ if is_class(whole) => Some(whole.to_owned()),
        [] => class_joined(text).map(str::to_owned),
        pieces => Some(pieces.join(" ")),
    }
}

/// The part of a breakdown that is joined to a known head: 男性基準値, 目標値女.
fn class_joined(text: &str) -> Option<&str> {
    let text = text
        .split(['(', '（', ' ', '　', '\n'])
        .next()
        .unwrap_or(text);
    let known = |rest: &str| {
        let rest = rest.trim_matches(|c| "のー-".contains(c));
        matches!(head(rest), Some(kind) if kind.figures() && kind != ColumnKind::Year)
    };
    let cuts = text.char_indices().skip(1).map(|(at, _)| text.split_at(at));
    let classes = cuts.filter_map(|(before, after)| {
        let front = before.trim_end_matches('の');
        if is_class(front) && known(after) {
            return Some(front);
        }
        (is_class(after) && known(before)).then_some(after)
    });
    // 男性 of 男性基準値, not 男.
    classes.max_by_key(|class| class.len())
}

/// True if a row right below heads names parts of a breakdown that read as figures: 65歳以上, 75歳以上 below 基準値 and again
/// below 目標値.
pub fn is_row_of_classes(row: &[String]) -> bool {
    let filled: Vec<&String> = row.iter().filter(|cell| !cell.is_empty()).collect();
    let is_below = row.first().is_some_and(String::is_empty);
    is_below && filled.len() > 1 && filled.iter().all(|cell| is_class(&half_width(cell)))
}
