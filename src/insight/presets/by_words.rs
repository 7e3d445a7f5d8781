//! Rule sets that say what is to be expected at the end.

use super::*;

/// Rule sets that say what is to be expected at the end.
pub(super) const BY_WORDS: &[Preset] = &[
    Preset {
        id: "nagaoka",
        name: "長岡市型（達成見込み）",
        source: "長岡市 総合戦略の検証。見込みは、これまでのペースが100％以上かで分けます。印は便宜上のものです。",
        bands: &[
            BandRow {
                mark: "◎",
                word: "達成済み",
                tone: Tone::Best,
                states: &[Reached],
                when: &[],
            },
            BandRow {
                mark: "○",
                word: "達成見込み",
                tone: Tone::Good,
                states: &[Kept, AsWished, OnPath],
                when: &[(Pace, AtLeast(100))],
            },
            BandRow {
                mark: "△",
                word: "達成困難",
                tone: Tone::Bad,
                states: &[Nearing, NotKept, NoMove, AgainstWish, OffPath],
                when: &[(Pace, LessThan(100))],
            },
            BandRow {
                mark: "－",
                word: "未定",
                tone: Tone::None,
                states: BLANK_OR_MISSED,
                when: &[],
            },
        ],
    },
    Preset {
        id: "fukushima",
        name: "福島県型（達成・達成見込み・未達成見込み・未達成）",
        source: "福島県 総合計画の指標判定。期間の途中は、これまでのペースで見込みます。値を保つ目標と向きだけの目標は、その年度に保てた・めざす向きに動いたことを達成としました。印は便宜上のものです。",
        bands: &[
            BandRow {
                mark: "◎",
                word: "達成",
                tone: Tone::Best,
                states: &[Reached, Kept, AsWished],
                when: &[],
            },
            BandRow {
                mark: "○",
                word: "達成見込み",
                tone: Tone::Good,
                states: &[OnPath],
                when: &[(Elapsed, LessThan(100)), (Pace, AtLeast(100))],
            },
            BandRow {
                mark: "△",
                word: "未達成見込み",
                tone: Tone::Warn,
                states: &[Nearing, OffPath],
                when: &[(Elapsed, LessThan(100)), (Pace, LessThan(100))],
            },
            BandRow {
                mark: "×",
                word: "未達成",
                tone: Tone::Bad,
                states: &[NotKept, NoMove, AgainstWish],
                when: &[(Elapsed, AtLeast(100))],
            },
            BandRow {
                mark: "－",
                word: "判定なし",
                tone: Tone::None,
                states: BLANK,
                when: &[],
            },
        ],
    },
    Preset {
        id: "kakamigahara",
        name: "順調に推移している・していない",
        source: "各務原市 総合戦略の検証。ペース100％を境とします。",
        bands: &[
            BandRow {
                mark: "○",
                word: "順調に推移している",
                tone: Tone::Good,
                states: &[Reached, Kept, AsWished, OnPath],
                when: &[(Pace, AtLeast(100))],
            },
            BandRow {
                mark: "△",
                word: "順調に推移していない",
                tone: Tone::Bad,
                states: &[Nearing, NotKept, NoMove, AgainstWish, OffPath],
                when: &[(Pace, LessThan(100))],
            },
            BandRow {
                mark: "－",
                word: "評価なし",
                tone: Tone::None,
                states: BLANK_OR_MISSED,
                when: &[],
            },
        ],
    },
];
