//! Rule sets that say what is to be expected at the end.

use super::*;

/// Rule sets that say what is to be expected at the end.
pub fn sets() -> Vec<RuleSet> {
    vec![
        set(
            "nagaoka",
            "長岡市型（達成見込み）",
            "長岡市 総合戦略の検証。見込みは、これまでのペースが100％以上かで分けます。印は便宜上のものです。",
            &[
                ("◎", "達成済み", Tone::Best, &[Reached], &[]),
                (
                    "○",
                    "達成見込み",
                    Tone::Good,
                    &[Kept, AsWished, OnPath],
                    &[(Pace, AtLeast(100))],
                ),
                (
                    "△",
                    "達成困難",
                    Tone::Bad,
                    &[Nearing, NotKept, NoMove, AgainstWish, OffPath],
                    &[(Pace, LessThan(100))],
                ),
                ("－", "未定", Tone::None, BLANK_OR_MISSED, &[]),
            ],
        ),
        set(
            "fukushima",
            "福島県型（達成・達成見込み・未達成見込み・未達成）",
            "福島県 総合計画の指標判定。期間の途中は、これまでのペースで見込みます。値を保つ目標と向きだけの目標は、その年度に保てた・めざす向きに動いたことを達成としました。印は便宜上のものです。",
            &[
                ("◎", "達成", Tone::Best, &[Reached, Kept, AsWished], &[]),
                (
                    "○",
                    "達成見込み",
                    Tone::Good,
                    &[OnPath],
                    &[(Elapsed, LessThan(100)), (Pace, AtLeast(100))],
                ),
                (
                    "△",
                    "未達成見込み",
                    Tone::Warn,
                    &[Nearing, OffPath],
                    &[(Elapsed, LessThan(100)), (Pace, LessThan(100))],
                ),
                (
                    "×",
                    "未達成",
                    Tone::Bad,
                    &[NotKept, NoMove, AgainstWish],
                    &[(Elapsed, AtLeast(100))],
                ),
                ("－", "判定なし", Tone::None, BLANK, &[]),
            ],
        ),
        set(
            "kakamigahara",
            "順調に推移している・していない",
            "各務原市 総合戦略の検証。ペース100％を境とします。",
            &[
                (
                    "○",
                    "順調に推移している",
                    Tone::Good,
                    &[Reached, Kept, AsWished, OnPath],
                    &[(Pace, AtLeast(100))],
                ),
                (
                    "△",
                    "順調に推移していない",
                    Tone::Bad,
                    &[Nearing, NotKept, NoMove, AgainstWish, OffPath],
                    &[(Pace, LessThan(100))],
                ),
                ("－", "評価なし", Tone::None, BLANK_OR_MISSED, &[]),
            ],
        ),
    ]
}
