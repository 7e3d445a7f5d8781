//! 概況のことば.

use crate::insight::contents::Contents;
use crate::insight::overview::{GoalOverview, Overview};
use crate::insight::rollup::{Average, Counts};
use crate::insight::words::percent;
use crate::locale::model;
use crate::strategy::{FiscalYear, RuleSet, grouped};

/// Field.
pub const YEAR: &str = "評価する年度";
/// Landmark.
pub const SUMMARY: &str = "指標の評価の数";
/// Landmark.
pub const COUNTS: &str = "計画の概要";
/// Counts.
pub const COUNT_WORDS: [&str; 8] = [
    "目標",
    "施策",
    "取組",
    "指標",
    "うち数値の目標値あり",
    "実施計画シート",
    "支援",
    "日程",
];
/// Mark.
pub const NO_MARK: &str = "－";
/// Word.
pub const NO_BAND: &str = "当てはまる区分なし";
/// Empty.
pub const NO_GOALS: &str = "基本目標はまだありません。体系のページで書き始められます。";
/// Link.
pub const TO_OUTLINE: &str = "体系を開く";
/// Empty.
pub const NO_TARGETS: &str = "数値目標はまだありません。";
/// Caption.
pub const TARGETS: &str = "数値目標の進みぐあい";
/// Note beside a rating.
pub const LEAVES: &str = "範囲を外れる見込み";
/// Figure.
pub const NO_ACTUAL: &str = "実績なし";
/// Heading of what the plan says of itself.
pub const ABOUT: &str = "この計画について";
/// Heading.
pub const RECENT: &str = "最近の変更";
/// Button.
pub const ALL_RECENT: &str = "すべての履歴を見る";

/// Heading of a plan with nothing in it.
pub const NOTHING_YET: &str = "まだ何も書かれていません。基本目標から始めましょう";

/// Heading, until the figures are there.
pub const COUNTING: &str = "指標を数えています…";

/// 「指標16件のうち10件がめざす向きに進んでいます」.
pub fn headline(facts: &Overview) -> String {
    let (total, whole) = (facts.whole.indicators.total, &facts.whole);
    match (total, facts.has_actuals) {
        (0, _) => String::new(),
        (total, false) => format!("指標{total}件の実績を、これから入力します"),
        (total, true) => format!(
            "指標{total}件のうち{}件がめざす向きに進んでいます",
            whole.as_wished
        ),
    }
}

/// What will not last, what is entered, and how much of the period is gone.
pub fn standing(facts: &Overview) -> String {
    let mut told = String::new();
    if facts.has_actuals && facts.whole.leaving > 0 {
        told += &format!(
            "めざす向きの{}件のうち{}件は、このままだと範囲を外れる見込みです。",
            facts.whole.as_wished, facts.whole.leaving
        );
    }
    if facts.has_actuals {
        let entry = &facts.entry;
        told += &format!(
            "{}の実績は{}項目中{}項目を入力済みです。",
            facts.year, entry.expected, entry.entered
        );
    }
    if let Some(elapsed) = facts.elapsed {
        told += &format!(
            "{}末で計画期間の{}が経過しました。",
            facts.year,
            percent(elapsed)
        );
    }
    told
}

/// Button to the year's actuals.
pub fn enter(year: FiscalYear) -> String {
    format!("{}の実績を入力", year.short())
}

/// Heading of a plan without indicators: what there is.
pub fn of_contents(contents: &Contents) -> String {
    match contents {
        Contents::Indicators => COUNTING.to_owned(),
        Contents::Sheets {
            year,
            projects,
            net,
        } => match net {
            Some(net) => format!("{year}は{projects}事業、純計{}千円", grouped(*net)),
            None => format!("{year}は{projects}事業。予算額はまだ入力されていません"),
        },
        Contents::Timetable { next, items } => match next {
            Some(ahead) if ahead.begun => {
                format!("「{}」は{}まで", model::named(&ahead.title), ahead.to)
            }
            Some(ahead) => format!(
                "次の予定は{}の「{}」",
                ahead.from,
                model::named(&ahead.title)
            ),
            None => format!("日程には{items}件の予定があります"),
        },
        Contents::Supports(count) => format!("支援の取組が{count}件あります"),
        Contents::Outline {
            goals,
            measures,
            initiatives,
        } => format!("基本目標{goals}、施策{measures}、取組{initiatives}件。指標はまだありません"),
        Contents::Nothing => NOTHING_YET.to_owned(),
    }
}

/// Button of a plan without indicators: what to do next with what there is.
pub fn next_step(contents: &Contents) -> &'static str {
    match contents {
        Contents::Indicators => "指標を開く",
        Contents::Sheets { .. } => "実施計画を開く",
        Contents::Timetable { .. } => "日程を開く",
        Contents::Supports(_) => "本文・支援を開く",
        Contents::Outline { .. } => "指標を追加する",
        Contents::Nothing => "基本目標を書く",
    }
}

/// Which rule set is used.
pub fn rules(name: &str) -> String {
    format!("評価区分：{name}。")
}

/// The average, honest about what it leaves out.
pub fn average(average: &Average) -> String {
    match average.value {
        None => String::new(),
        Some(value) => {
            let mut told = format!("進捗率の平均 {}（指標{}件", percent(value), average.of);
            if average.capped > 0 {
                told += &format!("、100％を超えた{}件は100％として", average.capped);
            }
            if average.left_out > 0 {
                told += &format!("、進捗率のない{}件を除く", average.left_out);
            }
            told + "）"
        }
    }
}

/// 「A 達成 1、B 順調 3」: the bands that have any, for who does not see the bar.
pub fn bands(rules: &RuleSet, counts: &Counts) -> String {
    let bands = rules.bands.iter().zip(&counts.bands);
    let mut parts: Vec<String> = bands
        .filter(|(_, count)| **count > 0)
        .map(|(band, count)| format!("{} {} {count}", band.mark, band.word))
        .collect();
    if counts.without_band > 0 {
        parts.push(format!("{NO_BAND} {}", counts.without_band));
    }
    parts.join("、")
}

/// 「施策 3 ・ 取組 10 ・ 数値目標 2 ・ KPI 4」.
pub fn goal_counts(goal: &GoalOverview) -> String {
    format!(
        "施策 {} ・ 取組 {} ・ 数値目標 {} ・ KPI {}",
        goal.measures,
        goal.initiatives,
        goal.tally.targets.indicators.total,
        goal.tally.kpis.indicators.total
    )
}

/// 「65歳健康寿命（男性）」.
pub fn named(name: &str, series: &str) -> String {
    if series.is_empty() {
        name.to_owned()
    } else {
        format!("{name}（{series}）")
    }
}

/// 「→ 438.3 万円」; the unit only where the figure does not carry it.
pub fn towards(target: &str, unit: &str) -> String {
    if target.contains(unit) {
        format!(" → {target}")
    } else {
        format!(" → {target} {unit}")
    }
}

/// The cover in a line.
pub fn cover(town: &str, title: &str, period: &str, stage: &str) -> String {
    format!("{town} {title}（{period}、{stage}）")
}
