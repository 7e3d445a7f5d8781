//! Lines copied from printed plans, with the meaning of each.

use strategy::{Bound, DirectionalTarget, Missing, Number, Provisional, Reading, Span};

use super::Read::{Kept, Parts, Time};
use super::{Read, at, directional, missing, n, num, parts};

type Line = (&'static str, Read);

pub fn lines() -> Vec<Line> {
    let mut lines = numbers();
    lines.extend(signs());
    lines.extend(none());
    lines.extend(bounds());
    lines.extend(directionals());
    lines.extend(changes());
    lines.extend(times());
    lines.extend(spans());
    lines.extend(pairs());
    lines.extend(rows());
    lines.extend(ranks());
    lines.extend(money());
    lines.extend(marks());
    lines.extend(damaged());
    lines
}

fn dated(value: &str, unit: &str, year: &str) -> Number {
    Number {
        at: at(year),
        ..n(value, unit)
    }
}

fn beside(value: &str, unit: &str, aside: &str) -> Number {
    Number {
        aside: aside.to_owned(),
        ..n(value, unit)
    }
}

fn bound(value: &str, unit: &str, bound: Bound) -> Number {
    Number {
        bound,
        ..n(value, unit)
    }
}

fn over(number: Number, span: Span) -> Read {
    num(Number { span, ..number })
}

/// 数と単位.
fn numbers() -> Vec<Line> {
    vec![
        ("22", num(n("22", ""))),
        (
            "1.44(※) (2019年)",
            num(Number {
                aside: "※".into(),
                ..dated("1.44", "", "2019年")
            }),
        ),
        ("８６．１％", num(n("86.1", "%"))),
        ("１,２２３件", num(n("1223", "件"))),
        (
            "2,205千人 (2019年度)",
            num(dated("2205", "千人", "2019年度")),
        ),
        ("65.4 万人", num(n("65.4", "万人"))),
        ("212.6万人（1.23）", num(beside("212.6", "万人", "1.23"))),
        ("0人 (0人)", num(beside("0", "人", "0人"))),
    ]
}

/// 負・正・差.
fn signs() -> Vec<Line> {
    vec![
        ("▲3,928人", num(n("-3928", "人"))),
        ("△222人", num(n("-222", "人"))),
        ("-6.4ポイント", num(n("-6.4", "ポイント"))),
        ("▲27.6％", num(n("-27.6", "%"))),
        (
            "2020年度比 ＋11.2％（2025年度）",
            num(Number {
                aside: "2020年度比".into(),
                ..dated("11.2", "%", "2025年度")
            }),
        ),
        (
            "小国 ▲0.8 小算 ▲1.5 中国 ▲0.3 中数 ＋0.3",
            parts(&[
                ("小国", "", "▲0.8", "-0.8", ""),
                ("小算", "", "▲1.5", "-1.5", ""),
                ("中国", "", "▲0.3", "-0.3", ""),
                ("中数", "", "＋0.3", "0.3", ""),
            ]),
        ),
        (
            "H26 ▲229人 ⇒ H31 0人",
            parts(&[
                ("", "H26", "▲229人", "-229", "人"),
                ("", "H31", "0人", "0", "人"),
            ]),
        ),
        (
            "4.2万人（年平均1.4万人）の転入超過",
            num(beside("4.2", "万人", "年平均1.4万人")),
        ),
    ]
}

/// 値がない・まだ出ない.
fn none() -> Vec<Line> {
    vec![
        ("－", missing(Missing::Dash)),
        ("―", missing(Missing::Dash)),
        ("-", missing(Missing::Dash)),
        ("−", missing(Missing::Dash)),
        ("‐", missing(Missing::Dash)),
        ("–", missing(Missing::Dash)),
        ("― （中止）", missing(Missing::Stopped)),
        ("未公表", missing(Missing::Unpublished)),
        ("調査未実施", missing(Missing::NotSurveyed)),
        ("実績値 未実施", missing(Missing::NotSurveyed)),
        ("に公表予定", missing(Missing::Unpublished)),
        ("2021年度に初回調査", missing(Missing::NotSurveyed)),
        (
            "R8.5月 ［366件］",
            num(Number {
                provisional: Some(Provisional::Expected),
                ..beside("366", "件", "R8.5月")
            }),
        ),
        ("〃", missing(Missing::Ditto)),
    ]
}

/// 上限・下限・概数.
fn bounds() -> Vec<Line> {
    let about = |value| Number {
        about: true,
        ..n(value, "")
    };
    vec![
        ("60.0 以上", num(bound("60.0", "", Bound::AtLeast))),
        ("3品以上", num(bound("3", "品", Bound::AtLeast))),
        ("3,052件未満", num(bound("3052", "件", Bound::LessThan))),
        (
            "全国10位以内",
            num(Number {
                aside: "全国".into(),
                ..bound("10", "位", Bound::AtMost)
            }),
        ),
        (
            "202.2万人を上回る",
            num(bound("202.2", "万人", Bound::MoreThan)),
        ),
        ("64.5％を上回る", num(bound("64.5", "%", Bound::MoreThan))),
        (
            "10%以下（R12年度）",
            num(Number {
                bound: Bound::AtMost,
                ..dated("10", "%", "R12年度")
            }),
        ),
        (
            "48％程度",
            num(Number {
                unit: "%".into(),
                ..about("48")
            }),
        ),
        ("19,000 程度", num(about("19000"))),
        (
            "3兆7千億円台",
            num(bound("3700000000000", "円", Bound::Band)),
        ),
        (
            "望ましい状態である20～30㎢",
            num(Number {
                bound: Bound::To(30.into()),
                ..beside("20", "㎢", "望ましい状態である")
            }),
        ),
        ("125人以下", num(bound("125", "人", Bound::AtMost))),
    ]
}

/// 数でない目標.
fn directionals() -> Vec<Line> {
    vec![
        (
            "毎年前年度を 上回る",
            directional(DirectionalTarget::AboveLastYear),
        ),
        (
            "前年度(77.8%)を上回る",
            directional(DirectionalTarget::AboveLastYear),
        ),
        ("現状値より増加", directional(DirectionalTarget::Up)),
        (
            "現在位置（2024年）より減少",
            directional(DirectionalTarget::Down),
        ),
        (
            "前年より減少",
            directional(DirectionalTarget::BelowLastYear),
        ),
        ("毎年度減少", directional(DirectionalTarget::BelowLastYear)),
        (
            "現状値と同程度を目指す",
            directional(DirectionalTarget::Keep),
        ),
        (
            "R5(2023)の実績値を維持",
            directional(DirectionalTarget::Keep),
        ),
        (
            "全国平均を下回る（令和８年度）",
            directional(DirectionalTarget::BelowOthers),
        ),
        (
            "平均寿命の延びを 上回って伸長",
            directional(DirectionalTarget::AboveOthers),
        ),
        ("全市町村", directional(DirectionalTarget::All)),
        ("全員取得", directional(DirectionalTarget::All)),
        ("全校種100%", num(beside("100", "%", "全校種"))),
        ("ゼロ", num(n("0", ""))),
        ("おおむね解消", directional(DirectionalTarget::Words)),
        ("解消", num(n("0", ""))),
        ("（定性評価）", directional(DirectionalTarget::Words)),
        ("増加を目指す", directional(DirectionalTarget::Up)),
        ("アップ", directional(DirectionalTarget::Up)),
        ("ダウン", directional(DirectionalTarget::Down)),
    ]
}

/// 相対目標.
fn changes() -> Vec<Line> {
    vec![
        (
            "現状値から約22％減少",
            directional(DirectionalTarget::Times("0.78".parse().unwrap())),
        ),
        (
            "過去５年間の平均値（９６件）から約２０％減少",
            num(Number {
                about: true,
                ..beside("76.8", "件", "過去5年間の平均値(96件)から約20%減少")
            }),
        ),
        (
            "現状値の２倍にあたる40％に設定",
            num(beside("40", "%", "現状値の2倍にあたる")),
        ),
        (
            "約3ポイントの増加を目指す",
            directional(DirectionalTarget::Plus {
                by: 3.into(),
                unit: "ポイント".into(),
                yearly: false,
            }),
        ),
        (
            "50億円／年の増加を目指す",
            directional(DirectionalTarget::Plus {
                by: 50.into(),
                unit: "億円".into(),
                yearly: true,
            }),
        ),
        (
            "2022年を100とする",
            num(Number {
                aside: "指数".into(),
                ..dated("100", "", "2022年")
            }),
        ),
    ]
}

/// 時点の付け方.
fn times() -> Vec<Line> {
    vec![
        ("467,489人（R5年度）", num(dated("467489", "人", "R5年度"))),
        ("57,375人(R5)", num(dated("57375", "人", "R5"))),
        ("38.7% 〈R6〉", num(dated("38.7", "%", "R6"))),
        ("〈R6〉 77.0%", num(dated("77.0", "%", "R6"))),
        ("H27:74.3%", num(dated("74.3", "%", "H27"))),
        ("(2016) 51.0", num(dated("51.0", "", "2016"))),
        ("2024年 22.1％", num(dated("22.1", "%", "2024年"))),
        ("2,502人(H26)", num(dated("2502", "人", "H26"))),
        ("H30 7,286人", num(dated("7286", "人", "H30"))),
        ("（2年）", Time("2年")),
        (
            "令和５(2023)～ 令和10(2028)年度",
            Time("令和5(2023)~令和10(2028)年度"),
        ),
        ("R5.12", Time("R5.12")),
        (
            "29.5％ （令和11年3月 卒業者）",
            num(Number {
                aside: "卒業者".into(),
                ..dated("29.5", "%", "令和11年3月")
            }),
        ),
        ("7,480件（R５年度）", num(dated("7480", "件", "R5年度"))),
        ("172人 （2022年４月）", num(dated("172", "人", "2022年4月"))),
        ("（R２年10月～R３年 ９月）", Time("R2年10月~R3年9月")),
        (
            "6,328 TEU（R6年速報値）",
            num(Number {
                provisional: Some(Provisional::Flash),
                ..dated("6328", "TEU", "R6年")
            }),
        ),
        (
            "106億円 （推計値） （令和5年）",
            num(Number {
                provisional: Some(Provisional::Estimate),
                ..dated("106", "億円", "令和5年")
            }),
        ),
    ]
}

/// 累計・平均・延べ・毎年.
fn spans() -> Vec<Line> {
    vec![
        (
            "120件 (2021~2026年度累計)",
            over(dated("120", "件", "2021~2026年度"), Span::Cumulative),
        ),
        (
            "累計 515 人 (うち H28 度 255 人)",
            over(beside("515", "人", "うちH28度255人"), Span::Cumulative),
        ),
        (
            "552人 (R6年度までの累計)",
            over(dated("552", "人", "R6年度"), Span::Cumulative),
        ),
        (
            "200以上（2026～29累計）",
            over(
                Number {
                    bound: Bound::AtLeast,
                    ..dated("200", "", "2026~29")
                },
                Span::Cumulative,
            ),
        ),
        ("10(30)", num(beside("10", "", "30"))),
        ("※（）書きが累計", Kept),
        ("60件 (12件/年)", num(beside("60", "件", "12件/年"))),
        (
            "1,890人 (2021~2026年度平均)",
            over(dated("1890", "人", "2021~2026年度"), Span::Average),
        ),
        ("年平均15,018人", over(n("15018", "人"), Span::Average)),
        (
            "0.8人（過去5大会の 平均人数）",
            over(beside("0.8", "人", "過去5大会の平均人数"), Span::Average),
        ),
        ("毎年度1億円を目標", over(n("1", "億円"), Span::EveryYear)),
        (
            "2023年度：2,100 2024年度：2,400 2025年度：2,700",
            parts(&[
                ("", "2023年度", "2,100", "2100", ""),
                ("", "2024年度", "2,400", "2400", ""),
                ("", "2025年度", "2,700", "2700", ""),
            ]),
        ),
        ("累計1,86", Kept),
    ]
}

/// 割り算・併記.
fn pairs() -> Vec<Line> {
    vec![
        ("2,043/4,371", num(beside("2043", "", "/4,371"))),
        ("2,290人(43.2%)", num(beside("2290", "人", "43.2%"))),
        ("28市町村（68.3％）", num(beside("28", "市町村", "68.3%"))),
        ("29（4）", num(beside("29", "", "4"))),
        (
            "38社、2,285人",
            parts(&[
                ("", "", "38社", "38", "社"),
                ("", "", "2,285人", "2285", "人"),
            ]),
        ),
        (
            "旅客数 32万人 貨物量 16,180千トン",
            parts(&[
                ("旅客数", "", "32万人", "32", "万人"),
                ("貨物量", "", "16,180千トン", "16180", "千トン"),
            ]),
        ),
        (
            "①6,407人 ②3,422人",
            parts(&[
                ("①", "", "6,407人", "6407", "人"),
                ("②", "", "3,422人", "3422", "人"),
            ]),
        ),
        ("4組/年", num(n("4", "組/年"))),
        ("33%/年", num(n("33", "%/年"))),
        ("38,900円/人回", num(n("38900", "円/人回"))),
        ("119千㎥／年", num(n("119", "千㎥/年"))),
        ("㎥/人・日", Kept),
    ]
}

/// 男女・学校種などの小行.
fn rows() -> Vec<Line> {
    vec![
        (
            "男性：72.09歳（R4年） 女性：75.29歳（R4年）",
            parts(&[
                ("男性", "R4年", "72.09歳", "72.09", "歳"),
                ("女性", "R4年", "75.29歳", "75.29", "歳"),
            ]),
        ),
        ("▲1,842人", num(n("-1842", "人"))),
        (
            "小：90.1％（R5年度） 中：97.9％（R5年度） 高：98.1％（R5年度）",
            parts(&[
                ("小", "R5年度", "90.1％", "90.1", "%"),
                ("中", "R5年度", "97.9％", "97.9", "%"),
                ("高", "R5年度", "98.1％", "98.1", "%"),
            ]),
        ),
        (
            "小71.1％／中64.6％／高64.3％",
            parts(&[
                ("小", "", "71.1％", "71.1", "%"),
                ("中", "", "64.6％", "64.6", "%"),
                ("高", "", "64.3％", "64.3", "%"),
            ]),
        ),
        (
            "小6：84.0％ 中3：85.1％",
            parts(&[
                ("小6", "", "84.0％", "84.0", "%"),
                ("中3", "", "85.1％", "85.1", "%"),
            ]),
        ),
        (
            "奈良県：5.53倍 全国平均：4.20倍",
            parts(&[
                ("奈良県", "", "5.53倍", "5.53", "倍"),
                ("全国平均", "", "4.20倍", "4.20", "倍"),
            ]),
        ),
        (
            "国内 329億円 外国人 91 億円",
            parts(&[
                ("国内", "", "329億円", "329", "億円"),
                ("外国人", "", "91 億円", "91", "億円"),
            ]),
        ),
        (
            "高度急性期 243 急性期 4,883 回復期 2,596 慢性期 3,676 合計 11,398",
            parts(&[
                ("高度急性期", "", "243", "243", ""),
                ("急性期", "", "4,883", "4883", ""),
                ("回復期", "", "2,596", "2596", ""),
                ("慢性期", "", "3,676", "3676", ""),
                ("合計", "", "11,398", "11398", ""),
            ]),
        ),
        (
            "年度当初 12人 （R5年度） 年度途中 173人 （R4年度）",
            parts(&[
                ("年度当初", "R5年度", "12人", "12", "人"),
                ("年度途中", "R4年度", "173人", "173", "人"),
            ]),
        ),
    ]
}

/// 順位.
fn ranks() -> Vec<Line> {
    vec![
        ("東北１位", num(beside("1", "位", "東北"))),
        ("九州2位", num(beside("2", "位", "九州"))),
        ("80.5 （全国 43 位）", num(beside("80.5", "", "全国43位"))),
        (
            "2023年 98,895億円（全国13位）",
            num(Number {
                aside: "全国13位".into(),
                ..dated("98895", "億円", "2023年")
            }),
        ),
    ]
}

/// 金額.
fn money() -> Vec<Line> {
    vec![
        ("2億396万円", num(n("203960000", "円"))),
        ("4億3,0000万円", Kept),
        ("279兆3,625億92百 万円", num(n("279362592000000", "円"))),
        ("628億95百万円", num(n("62895000000", "円"))),
        ("427憶円", num(n("427", "億円"))),
        ("4兆5,400億円/年", num(n("4540000000000", "円/年"))),
        ("9,499,000", num(n("9499000", ""))),
        ("1.1兆円", num(n("1.1", "兆円"))),
    ]
}

/// 判定・評価の記号.
fn marks() -> Vec<Line> {
    let rate = |text: &'static str, value| ("", "", text, Reading::Number(n(value, "%")));
    vec![
        ("未達成 (1,820人)", num(beside("1820", "人", "未達成"))),
        ("達成見込み", directional(DirectionalTarget::Words)),
        ("判定 －", missing(Missing::Dash)),
        ("◎", directional(DirectionalTarget::Words)),
        ("○ ¦ B", directional(DirectionalTarget::Words)),
        ("概ね順調", directional(DirectionalTarget::Words)),
        ("未達 時期未到来", directional(DirectionalTarget::Words)),
        (
            "387% ¦ 129%",
            Parts(vec![rate("387%", "387"), rate("129%", "129")]),
        ),
    ]
}

/// 抽出で壊れた形.
fn damaged() -> Vec<Line> {
    vec![
        ("99..8800 １１位位", Kept),
        ("熊熊 本本", Kept),
        ("績値", Kept),
        (
            "自主防災組織率自主防災組織設立世帯数÷全世帯数57.10%平成22年度アップ93.0062.0066.766.6071.669.5074.7",
            Kept,
        ),
    ]
}
