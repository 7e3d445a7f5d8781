//! 首長説明のことば.

use crate::insight::briefing::{Briefing, Decision, Miss, Money, Worse};
use crate::insight::words::{amount, percent, shown};
use crate::strategy::{FiscalYear, Side};

/// Heading.
pub const WORSE: &str = "前の年度より悪くなった指標";
/// Beside the heading.
pub const WORSE_NOTE: &str =
    "評価が下がったもの、または前の年度より悪く当初値も下回る（上回る）もの";
/// Empty.
pub const NONE_WORSE: &str = "ありません。";
/// Heading.
pub const MISSES: &str = "目標に届かない見込みの指標";
/// Columns.
pub const MISS_COLUMNS: [&str; 6] = [
    "指標",
    "今の評価",
    "最新の実績",
    "見込み",
    "目標",
    "いま・見込み・目標の位置",
];
/// Legend of the small pictures.
pub const LEGEND: [(&str, &str); 3] = [("now", "いま"), ("foreseen", "見込み"), ("aim", "目標")];
/// Heading.
pub const RESULTS: &str = "予算・決算と評価";
/// Columns.
pub const RESULT_COLUMNS: [&str; 3] = ["基本目標", "金額（千円）", "指標の評価"];
/// Empty.
pub const NO_MONEY: &str = "この年度の金額は、まだ入力されていません。";
/// Heading.
pub const OWNERS: &str = "担当課別の評価";
/// Beside the heading.
pub const OWNERS_NOTE: &str = "指標の数、遅れの多い順";
/// Columns.
pub const OWNER_COLUMNS: [&str; 4] = ["担当課", "順調", "遅れ", "評価なし"];
/// Nobody is named.
pub const NO_OWNER: &str = "担当課の記入なし";
/// Heading.
pub const DECISIONS: &str = "判断が要ること";
/// Beside the heading, on the screen only.
pub const CHOOSE: &str = "印刷する項目を選んでください";
/// Empty.
pub const NO_DECISIONS: &str = "実績と見込みからは、ありません。";
/// Button.
pub const PRINT: &str = "A4で印刷する";
/// Nothing rated: no name for what is not there.
pub const UNNAMED: &str = "（名称なし）";
/// Empty page.
pub const NO_INDICATORS: &str =
    "指標がまだありません。指標と実績を入力すると、首長への説明に使う1枚がここにできます。";

/// 「町長説明資料」, by what the town is called.
pub fn title(town: &str) -> String {
    let head = match town.trim().chars().last() {
        Some('町') => "町長",
        Some('市') => "市長",
        Some('村') => "村長",
        Some('区') => "区長",
        Some('道' | '府' | '県' | '都') => "知事",
        _ => "首長",
    };
    format!("{head}説明資料")
}

/// 「第2期みほん町総合戦略 令和6年度の実績」.
pub fn about(title: &str, year: FiscalYear) -> String {
    format!("{title}　{year}の実績")
}

/// What is true, in one sentence.
pub fn headline(b: &Briefing) -> String {
    let (total, missed) = (b.whole.indicators.total, b.misses.len());
    match (b.foreseen, missed) {
        (0, _) => format!("指標{total}件。見込みを出せるだけの実績（3年分）は、まだありません"),
        (told, 0) => {
            format!("指標{total}件のうち見込みを出せる{told}件は、すべて目標に届く見込みです")
        }
        (_, missed) => {
            format!("指標{total}件のうち{missed}件が、このままでは目標に届かない見込みです")
        }
    }
}

/// What follows the headline.
pub fn subline(b: &Briefing) -> String {
    let mut told = match b.worse.len() {
        0 => "前の年度より悪くなった指標はありません。".to_owned(),
        worse => format!("前の年度より悪くなった指標は{worse}件です。"),
    };
    let well = b.misses.iter().filter(|miss| miss.looks_well()).count();
    if well > 0 {
        told += &format!("届かない見込みのうち{well}件は、今の評価では順調に見えています。");
    }
    told
}

/// 「令和6年度末で計画期間の80％が経過しました」.
pub fn elapsed(b: &Briefing) -> String {
    b.elapsed.map_or(String::new(), |share| {
        format!("{}末で計画期間の{}が経過しました", b.year, percent(share))
    })
}

/// 「B 順調 → C 遅れ」, or what the figure did.
pub fn fell(worse: &Worse) -> String {
    let word = |band: &crate::insight::rating::Given| format!("{} {}", band.mark, band.word);
    match (&worse.before, &worse.now) {
        (Some(before), Some(now)) if worse.fell => {
            format!(
                "評価が「{}」から「{}」に下がりました",
                word(before),
                word(now)
            )
        }
        _ => "前の年度より悪くなり、当初値よりも悪い値です".to_owned(),
    }
}

/// 「46 → 38 → 36人」.
pub fn run(worse: &Worse, unit: &str) -> String {
    let figures = worse.figures.iter().map(|(_, f)| shown(f.text()));
    let figures: Vec<String> = figures.collect();
    let run = figures.join(" → ");
    match run.ends_with(unit) {
        true => run,
        false => format!("{run}{unit}"),
    }
}

/// What the forecasts are drawn from.
pub fn misses_note(b: &Briefing) -> String {
    format!(
        "これまでの実績の傾向が続いた場合。見込みを出せるのは{}件",
        b.foreseen
    )
}

/// 「8,247 （R6）」.
pub fn latest(miss: &Miss) -> String {
    let (year, value) = miss.latest;
    format!("{}（{}）", amount(value, &miss.forecast.unit), year.short())
}

/// 「約8,170（R7）」.
pub fn foreseen(miss: &Miss) -> String {
    let mean = miss.forecast.mean.map_or("", |_| "期間平均 ");
    format!(
        "{mean}約{}（{}）",
        amount(miss.forecast.judged().told, &miss.forecast.unit),
        miss.forecast.year.short()
    )
}

/// 「50人」.
pub fn target(miss: &Miss) -> String {
    amount(miss.target, &miss.forecast.unit)
}

/// 「ほか12件」.
pub fn more(count: usize) -> String {
    format!("ほか{count}件は、「指標」で確認できます。")
}

/// Which money stands here.
pub fn money_note(money: Money, year: FiscalYear) -> String {
    let kind = match money.side {
        Side::Done => "決算額",
        Side::Planned => "予算額",
    };
    format!("{year}の{kind}の純計（再掲を除く）")
}

/// The ratings of a goal, for who does not see the squares.
pub fn ratings(counts: &[(String, usize)]) -> String {
    let told: Vec<_> = counts
        .iter()
        .map(|(word, n)| format!("{word} {n}"))
        .collect();
    told.join("、")
}

/// The question put.
pub fn question(name: &str, decision: &Decision<'_>) -> String {
    match decision.miss {
        Some(miss) => format!(
            "「{name}」の目標{}（{}）に届かせる対策を強めるか、目標を見直すか。",
            target(miss),
            miss.forecast.year.short()
        ),
        None => format!("「{name}」が悪くなった原因を調べ、対策を取るか。"),
    }
}

/// What the question rests on.
pub fn grounds(decision: &Decision<'_>) -> String {
    let mut told = Vec::new();
    if let Some(worse) = decision.worse {
        told.push(fell(worse));
    }
    if let Some(miss) = decision.miss {
        told.push(format!(
            "最新の実績は{}、見込みは{}",
            latest(miss),
            foreseen(miss)
        ));
        if miss.looks_well() {
            told.push("今の評価は順調".to_owned());
        }
    }
    format!("{}。", told.join("。"))
}

/// The boxes to tick.
pub fn answers(decision: &Decision<'_>) -> [&'static str; 3] {
    match decision.miss {
        Some(_) => ["対策を強める", "目標を見直す", "次回に判断"],
        None => ["対策を取る", "様子を見る", "次回に判断"],
    }
}

/// Label of the box that chooses what is printed.
pub fn choose(name: &str) -> String {
    format!("「{name}」を印刷する")
}

/// At the foot.
pub fn foot(rules: &str) -> String {
    format!(
        "評価は「{rules}」による。見込みは実績の年度ごとの傾向（最小二乗法の直線）から計算した目安。"
    )
}
