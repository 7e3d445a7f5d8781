//! Rule sets that ask for more as the years go.

use super::*;

/// Rule sets that ask for more as the years go.
pub(super) const BY_PACE: &[Preset] = &[
    Preset {
        id: "tama",
        name: "多摩市型（20・40・60・80・100％）",
        source: "多摩市 総合戦略の検証。目標値そのものに経過年数の割合を掛けて比べます（増やす指標だけに使えます）。",
        bands: &[
            BandRow {
                mark: "①",
                word: "着実に推移",
                tone: Tone::Best,
                states: &[Reached, Kept, AsWished, OnPath],
                when: &[(ShareOfTarget, AtLeast(100))],
            },
            BandRow {
                mark: "②",
                word: "概ね推移",
                tone: Tone::Good,
                states: &[],
                when: &[(ShareOfTarget, AtLeast(60))],
            },
            BandRow {
                mark: "③",
                word: "改善や工夫が必要",
                tone: Tone::Bad,
                states: &[Nearing, NotKept, NoMove, AgainstWish, OffPath],
                when: &[(ShareOfTarget, LessThan(60))],
            },
            BandRow {
                mark: "－",
                word: "評価なし",
                tone: Tone::None,
                states: BLANK,
                when: &[],
            },
        ],
    },
    Preset {
        id: "nagano",
        name: "長野県型（順調・おおむね順調・努力を要する）",
        source: "長野県 総合戦略の評価（平成27年度）では、順調は目標を上回るもの、おおむね順調は進捗率80％以上です。ここでは、その年度に見込む値（年度目標か、当初値から目標値への直線）を目標とみなし、ちょうど届いたものと、向きだけの目標でめざす向きに動いたものも順調としました。印は便宜上のものです。",
        bands: &[
            BandRow {
                mark: "◎",
                word: "順調",
                tone: Tone::Best,
                states: &[Reached, Kept, AsWished, OnPath],
                when: &[(Pace, AtLeast(100))],
            },
            BandRow {
                mark: "○",
                word: "おおむね順調",
                tone: Tone::Good,
                states: &[],
                when: &[(Pace, AtLeast(80))],
            },
            BandRow {
                mark: "△",
                word: "努力を要する",
                tone: Tone::Bad,
                states: &[Nearing, NotKept, NoMove, AgainstWish, OffPath],
                when: &[(Pace, LessThan(80))],
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
    Preset {
        id: "fukuoka",
        name: "福岡市型（a・b・c）",
        source: "福岡市 総合計画の成果指標。意識調査は誤差（±3％など）より小さい動きを現状維持とします。",
        bands: &[
            BandRow {
                mark: "a",
                word: "順調",
                tone: Tone::Best,
                states: &[Reached, Kept, AsWished, OnPath],
                when: &[(Pace, AtLeast(100))],
            },
            BandRow {
                mark: "b",
                word: "ペースを下回るが改善・維持",
                tone: Tone::Warn,
                states: &[Nearing, Unmoved, NoMove, OffPath],
                when: &[(Progress, AtLeast(0)), (Pace, LessThan(100))],
            },
            BandRow {
                mark: "c",
                word: "初期値より悪化",
                tone: Tone::Bad,
                states: &[Worse, NotKept, AgainstWish],
                when: &[],
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
    Preset {
        id: "fuji",
        name: "富士市型（進捗率の帯）",
        source: "富士市 総合戦略の検証。その年度に見込む値に対する実績の割合で分けます（富士市の計算式の細部は確かめていません）。印は便宜上のものです。",
        bands: &[
            BandRow {
                mark: "Ⅰ",
                word: "80％以上",
                tone: Tone::Best,
                states: &[Kept],
                when: &[(YearRatio, AtLeast(80))],
            },
            BandRow {
                mark: "Ⅱ",
                word: "50％以上80％未満",
                tone: Tone::Good,
                states: &[],
                when: &[(YearRatio, AtLeast(50))],
            },
            BandRow {
                mark: "Ⅲ",
                word: "20％以上50％未満",
                tone: Tone::Warn,
                states: &[],
                when: &[(YearRatio, AtLeast(20))],
            },
            BandRow {
                mark: "Ⅳ",
                word: "20％未満",
                tone: Tone::Bad,
                states: &[],
                when: &[(YearRatio, LessThan(20))],
            },
            BandRow {
                mark: "－",
                word: "その他",
                tone: Tone::None,
                states: &[
                    Nearing,
                    NoActual,
                    NoTarget,
                    NotComparable,
                    NotKept,
                    AsWished,
                    NoMove,
                    AgainstWish,
                ],
                when: &[],
            },
        ],
    },
    Preset {
        id: "nagayo-plan",
        name: "計画比（±10％）",
        source: "長与町 施策評価（令和4年度）。計画に対する進みが110％以上・90％以上・90％未満。",
        bands: &[
            BandRow {
                mark: "A",
                word: "計画以上",
                tone: Tone::Best,
                states: &[Reached],
                when: &[(Pace, AtLeast(110))],
            },
            BandRow {
                mark: "B",
                word: "計画どおり",
                tone: Tone::Good,
                states: &[Kept, AsWished, OnPath],
                when: &[(Pace, AtLeast(90))],
            },
            BandRow {
                mark: "C",
                word: "遅れ",
                tone: Tone::Bad,
                states: &[Nearing, NotKept, NoMove, AgainstWish, OffPath],
                when: &[(Pace, LessThan(90))],
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
