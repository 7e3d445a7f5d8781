//! Rule sets that ask for more as the years go.

use super::*;

/// Rule sets that ask for more as the years go.
pub fn sets() -> Vec<RuleSet> {
    vec![
        set(
            "tama",
            "多摩市型（20・40・60・80・100％）",
            "多摩市 総合戦略の検証。目標値そのものに経過年数の割合を掛けて比べます（増やす指標だけに使えます）。",
            &[
                (
                    "①",
                    "着実に推移",
                    Tone::Best,
                    &[Reached, Kept, AsWished, OnPath],
                    &[(ShareOfTarget, AtLeast(100))],
                ),
                (
                    "②",
                    "概ね推移",
                    Tone::Good,
                    &[],
                    &[(ShareOfTarget, AtLeast(60))],
                ),
                (
                    "③",
                    "改善や工夫が必要",
                    Tone::Bad,
                    &[Nearing, NotKept, NoMove, AgainstWish, OffPath],
                    &[(ShareOfTarget, LessThan(60))],
                ),
                ("－", "評価なし", Tone::None, BLANK, &[]),
            ],
        ),
        set(
            "nagano",
            "長野県型（順調・おおむね順調・努力を要する）",
            "長野県 総合戦略の評価（平成27年度）では、順調は目標を上回るもの、おおむね順調は進捗率80％以上です。ここでは、その年度に見込む値（年度目標か、当初値から目標値への直線）を目標とみなし、ちょうど届いたものと、向きだけの目標でめざす向きに動いたものも順調としました。印は便宜上のものです。",
            &[
                (
                    "◎",
                    "順調",
                    Tone::Best,
                    &[Reached, Kept, AsWished, OnPath],
                    &[(Pace, AtLeast(100))],
                ),
                ("○", "おおむね順調", Tone::Good, &[], &[(Pace, AtLeast(80))]),
                (
                    "△",
                    "努力を要する",
                    Tone::Bad,
                    &[Nearing, NotKept, NoMove, AgainstWish, OffPath],
                    &[(Pace, LessThan(80))],
                ),
                ("－", "評価なし", Tone::None, BLANK_OR_MISSED, &[]),
            ],
        ),
        set(
            "fukuoka",
            "福岡市型（a・b・c）",
            "福岡市 総合計画の成果指標。意識調査は誤差（±3％など）より小さい動きを現状維持とします。",
            &[
                (
                    "a",
                    "順調",
                    Tone::Best,
                    &[Reached, Kept, AsWished, OnPath],
                    &[(Pace, AtLeast(100))],
                ),
                (
                    "b",
                    "ペースを下回るが改善・維持",
                    Tone::Warn,
                    &[Nearing, Unmoved, NoMove, OffPath],
                    &[(Progress, AtLeast(0)), (Pace, LessThan(100))],
                ),
                (
                    "c",
                    "初期値より悪化",
                    Tone::Bad,
                    &[Worse, NotKept, AgainstWish],
                    &[],
                ),
                ("－", "評価なし", Tone::None, BLANK_OR_MISSED, &[]),
            ],
        ),
        set(
            "fuji",
            "富士市型（進捗率の帯）",
            "富士市 総合戦略の検証。その年度に見込む値に対する実績の割合で分けます（富士市の計算式の細部は確かめていません）。印は便宜上のものです。",
            &[
                (
                    "Ⅰ",
                    "80％以上",
                    Tone::Best,
                    &[Kept],
                    &[(YearRatio, AtLeast(80))],
                ),
                (
                    "Ⅱ",
                    "50％以上80％未満",
                    Tone::Good,
                    &[],
                    &[(YearRatio, AtLeast(50))],
                ),
                (
                    "Ⅲ",
                    "20％以上50％未満",
                    Tone::Warn,
                    &[],
                    &[(YearRatio, AtLeast(20))],
                ),
                (
                    "Ⅳ",
                    "20％未満",
                    Tone::Bad,
                    &[],
                    &[(YearRatio, LessThan(20))],
                ),
                (
                    "－",
                    "その他",
                    Tone::None,
                    &[
                        Nearing,
                        NoActual,
                        NoTarget,
                        NotComparable,
                        NotKept,
                        AsWished,
                        NoMove,
                        AgainstWish,
                    ],
                    &[],
                ),
            ],
        ),
        set(
            "nagayo-plan",
            "計画比（±10％）",
            "長与町 施策評価（令和4年度）。計画に対する進みが110％以上・90％以上・90％未満。",
            &[
                (
                    "A",
                    "計画以上",
                    Tone::Best,
                    &[Reached],
                    &[(Pace, AtLeast(110))],
                ),
                (
                    "B",
                    "計画どおり",
                    Tone::Good,
                    &[Kept, AsWished, OnPath],
                    &[(Pace, AtLeast(90))],
                ),
                (
                    "C",
                    "遅れ",
                    Tone::Bad,
                    &[Nearing, NotKept, NoMove, AgainstWish, OffPath],
                    &[(Pace, LessThan(90))],
                ),
                ("－", "評価なし", Tone::None, BLANK_OR_MISSED, &[]),
            ],
        ),
    ]
}
