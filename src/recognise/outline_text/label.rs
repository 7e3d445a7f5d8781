//! Labels: lines that only say what stands under them, and heads of columns.

use super::mark::{BULLETS, CLOSERS, OPENERS, WORDS};
use super::pasted::LineRole;

/// A line that only says what stands under it: [具体的取組], ■方向性, 数値目標.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// The lines that follow are of this kind.
    Of(LineRole),
    /// The lines that follow are about something else: 現状と課題.
    Other,
}

const LABELS: [(&[&str], Label); 7] = [
    (
        &["基本目標", "基本目標一覧", "政策目標"],
        Label::Of(LineRole::Goal),
    ),
    (
        &[
            "施策",
            "具体的施策",
            "具体的な施策",
            "主要施策",
            "主な施策",
            "基本施策",
        ],
        Label::Of(LineRole::Measure),
    ),
    (
        &[
            "具体的取組",
            "具体的な取組",
            "具体的取組み",
            "具体的な取組み",
            "具体的な取り組み",
            "主な取組",
            "主な取組み",
            "主な取り組み",
            "主な事業",
            "具体的な事業",
            "具体的事業",
            "主要事業",
            "関連事業",
            "取組",
            "取組内容",
            "主な取組内容",
            "事業",
        ],
        Label::Of(LineRole::Initiative),
    ),
    (
        &[
            "方向性",
            "基本的方向",
            "基本的な方向",
            "基本的方向性",
            "基本的な方向性",
            "施策の方向",
            "施策の方向性",
            "施策の概要",
            "取組の方向性",
            "目指す姿",
            "めざす姿",
            "目的",
        ],
        Label::Of(LineRole::Direction),
    ),
    (
        &[
            "数値目標",
            "kpi",
            "重要業績評価指標",
            "重要業績評価指標kpi",
            "kpi重要業績評価指標",
            "成果指標",
            "目標指標",
            "指標",
            "評価指標",
            "数値目標・kpi",
            "数値目標とkpi",
        ],
        Label::Of(LineRole::Indicator),
    ),
    (
        &[
            "4つの基本目標",
            "5つの基本目標",
            "3つの基本目標",
            "6つの基本目標",
        ],
        Label::Of(LineRole::Goal),
    ),
    (
        &[
            "現状と課題",
            "現状・課題",
            "現状",
            "課題",
            "背景",
            "用語解説",
            "用語説明",
            "参考",
            "成果と課題",
            "これまでの取組",
            "関係課",
            "担当課",
            "主な担当課",
            "関連するsdgs",
            "sdgs",
        ],
        Label::Other,
    ),
];

/// Reads a label, whatever signs stand around it.
pub fn read(text: &str) -> Option<Label> {
    if text.len() > 60 {
        return None;
    }
    let plain = strategy::half_width(text).to_lowercase();
    let sign = |c: &char| {
        !(BULLETS.contains(c)
            || OPENERS.contains(c)
            || CLOSERS.contains(c)
            || c.is_whitespace()
            || "():<>[]".contains(*c))
            || *c == '・'
    };
    let bare: String = plain.chars().filter(sign).collect();
    let bare = bare.trim_start_matches('・');
    let found = LABELS.iter().find(|(words, _)| words.contains(&bare));
    found.map(|(_, label)| *label)
}

/// Reads the head of a column: a label, or the word of a level, with or without 名.
pub fn head(text: &str) -> Option<Label> {
    let plain = strategy::half_width(text);
    let plain = plain.split(['(', '（']).next().unwrap_or_default().trim();
    let bare = plain.strip_suffix('名').unwrap_or(plain);
    let word = || WORDS.iter().find(|(word, _)| *word == bare);
    read(bare).or_else(|| word().map(|(_, role)| Label::Of(*role)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_says_what_stands_under_it() {
        for (text, wanted) in [
            ("[具体的取組]", Some(Label::Of(LineRole::Initiative))),
            ("■方向性", Some(Label::Of(LineRole::Direction))),
            ("【数値目標】", Some(Label::Of(LineRole::Indicator))),
            (
                "重要業績評価指標（ＫＰＩ）",
                Some(Label::Of(LineRole::Indicator)),
            ),
            ("・現状と課題", Some(Label::Other)),
            ("4つの基本目標", Some(Label::Of(LineRole::Goal))),
            ("方向性を示す", None),
            ("", None),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }
}
