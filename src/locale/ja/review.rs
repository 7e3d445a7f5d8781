//! 評価のことば: 施策評価シート and 年度の確定.

use crate::insight::money::{Amount, Share, Total};
use crate::insight::sheets::SheetLack;
use crate::locale::plan::{amount_in_thousand, fund_name, thousand};
use crate::strategy::*;

/// Heading.
pub const TITLE: &str = "評価";
/// Heading.
pub const RESULTS_LINES: &str = "事業の実績";
/// Heading.
pub const RESULTS: &str = "成果・課題";
/// Heading.
pub const KPIS: &str = "この施策のKPI";
/// Empty.
pub const NO_KPIS: &str = "この施策にはKPIがまだありません。体系のページで選べます。";
/// Columns.
pub const KPI_COLUMNS: [&str; 3] = ["KPI", "実績 → 目標", "評価"];
/// Heading.
pub const RATING: &str = "評価";
/// Field.
pub const RATING_OWN: &str = "評価（ほかの言い方）";
/// Button.
pub const RATING_OTHER: &str = "ほかの言い方";
/// Button.
pub const RATING_NONE: &str = "評価を取り消す";
/// Heading.
pub const IMPROVEMENTS: &str = "改善点及び方向性";
/// Heading.
pub const OPINIONS: &str = "意見（一次・二次・外部）";
/// Empty.
pub const NO_OPINIONS: &str = "意見はまだありません。";
/// Who gives opinions.
pub const REVIEWERS: [&str; 3] = ["一次評価", "二次評価", "有識者会議（外部評価）"];
/// Field.
pub const OPINION_BY: &str = "意見を述べた人・会議";
/// Field.
pub const OPINION_RATING: &str = "その評価";
/// Field.
pub const OPINION_TEXT: &str = "意見";
/// Heading.
pub const GRANT: &str = "交付金事業の効果検証";
/// Button.
pub const ADD_GRANT: &str = "交付金の効果検証を追加";
/// Button.
pub const REMOVE_GRANT: &str = "効果検証を削除";
/// Field.
pub const GRANT_NAME: &str = "交付金の種類";
/// Names of grants.
pub const GRANTS: [&str; 4] = [
    "新しい地方経済・生活環境創生交付金",
    "デジタル田園都市国家構想交付金",
    "地方創生推進交付金",
    "地方創生拠点整備交付金",
];
/// Group.
pub const EFFECT: &str = "事業効果";
/// Choice.
pub const EFFECT_NONE: &str = "まだ決めていない";
/// The four classes of 事業効果, each with what it takes.
pub const EFFECTS: [(u8, &str, &str); 4] = [
    (1, "非常に効果的であった", "指標が目標値を上回ったなど"),
    (
        2,
        "相当程度効果があった",
        "目標値を上回らなかったが、7〜8割を達成したなど",
    ),
    (
        3,
        "効果があった",
        "目標値を上回らなかったが、事業を始める前より良くなったなど",
    ),
    (4, "効果がなかった", "事業を始める前より悪くなったなど"),
];
/// Field.
pub const EFFECTIVE: &str = "事業の評価（外部有識者）";
/// Choice.
pub const EFFECTIVE_NONE: &str = "まだ聞いていない";
/// Choice.
pub const EFFECTIVE_YES: &str = "総合戦略のKPI達成に有効であった";
/// Choice.
pub const EFFECTIVE_NO: &str = "総合戦略のKPI達成に有効とは言えない";
/// Field.
pub const POLICY: &str = "今後の方針";
/// Words for 今後の方針.
pub const POLICIES: [&str; 5] = [
    "追加等更に発展させる",
    "事業内容の見直し（改善）",
    "事業の継続",
    "事業の中止",
    "予定通り事業終了",
];
/// Field.
pub const POLICY_REASON: &str = "今後の方針の理由";
/// Button.
pub const PICTURES: &str = "予算と決算を図で見る";
/// Title.
pub const USED_TITLE: &str = "目標ごとの予算と決算（純計、千円）";
/// Part.
pub const BUDGET: &str = "予算額";
/// Part.
pub const SETTLED: &str = "決算額";
/// Title.
pub const SETTLED_FUND_TITLE: &str = "財源ごとの決算額（純計、千円）";
/// In the list.
pub const UNRATED: &str = "評価 未記入";
/// In the list.
pub const NO_SHEET: &str = "シートなし";
/// Heading.
pub const CLOSING: &str = "年度の確定";
/// Empty.
pub const NOTHING_BLANK: &str = "記入もれはありません。";
/// Heading.
pub const BLANK_SHEETS: &str = "評価シートの記入もれ";
/// Heading.
pub const BLANK_ACTUALS: &str = "指標の実績の記入もれ";
/// Field.
pub const CLOSING_BY: &str = "確定する人・課";
/// Field.
pub const REOPEN_BY: &str = "解除する人・課";
/// Field.
pub const REOPEN_REASON: &str = "確定を解除する理由（必須）";
/// Heading.
pub const TRACE: &str = "確定と解除の記録";
/// Empty.
pub const NO_TRACE: &str = "確定した年度はまだありません。";
/// Columns.
pub const TRACE_COLUMNS: [&str; 5] = ["年度", "内容", "日付", "担当", "理由"];
/// Act.
pub const CLOSED: &str = "確定";
/// Act.
pub const REOPENED: &str = "確定を解除";

/// Under the heading of the page.
pub fn subtitle(year: FiscalYear, has_sheets: bool) -> String {
    if !has_sheets {
        return format!("{year}を評価するシートは、まだありません");
    }
    format!(
        "{year}の実績をふりかえり、{}の計画につなげます",
        year.next()
    )
}

/// Tab.
pub const TAB_SHEETS: &str = "施策の評価";

/// 「令和5年度の決算額」.
pub fn headline(year: FiscalYear) -> String {
    format!("{year}の決算額")
}

/// 「評価 Ｂ」.
pub fn rated(mark: &str) -> String {
    format!("評価 {mark}")
}

/// 「記入もれ 3」.
pub fn blanks(count: usize) -> String {
    format!("記入もれ {count}")
}

/// Marks counted, best first as they are written.
pub fn marks(counts: &[(String, usize)], unrated: usize) -> String {
    let mut parts: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(mark, count)| format!("{mark} {count}"))
        .collect();
    if unrated > 0 {
        parts.push(format!("評価なし {unrated}"));
    }
    parts.join("、")
}

/// 「出生数（人）」.
pub fn kpi(name: &str, unit: &str) -> String {
    match unit {
        "" => name.to_owned(),
        unit => format!("{name}（{unit}）"),
    }
}

/// Which button adds an opinion.
pub fn add_opinion(by: &str) -> String {
    format!("{by}を追加")
}

/// 「一次評価の意見を削除」.
pub fn remove_opinion(by: &str) -> String {
    format!("{by}の意見を削除")
}

/// A field of an opinion.
pub fn of_opinion(by: &str, what: &str) -> String {
    format!("{by} {what}")
}

/// 「1 非常に効果的であった」.
pub fn effect(class: u8, word: &str) -> String {
    format!("{class} 地方創生に{word}")
}

/// What a sheet lacks.
pub fn lack(lack: SheetLack) -> String {
    match lack {
        SheetLack::Sheet => "評価シートがない".to_owned(),
        SheetLack::Settled(count) => format!("決算額 {count}行"),
        SheetLack::Results => "成果・課題".to_owned(),
        SheetLack::Rating => "評価".to_owned(),
        SheetLack::Improvements => "改善点及び方向性".to_owned(),
    }
}

/// 担当課, or that there is none.
pub fn owner(name: &str) -> String {
    match name {
        "" => "担当課の記入なし".to_owned(),
        name => name.to_owned(),
    }
}

/// How many things are blank.
pub fn blank_count(sheets: usize, figures: usize) -> String {
    format!(
        "評価シートの記入もれ {sheets}施策、指標の実績の記入もれ {figures}件。このまま確定することもできます。"
    )
}

/// Whether a year is open.
pub fn open(year: FiscalYear) -> String {
    format!(
        "{year}は、まだ確定していません。確定すると、{year}の実績値・評価・決算額と、その評価シートは変えられなくなり、版が一つ保存されます。"
    )
}

/// Whether a year is closed.
pub fn closed(year: FiscalYear, closing: &Closing) -> String {
    let by = match closing.by.as_str() {
        "" => String::new(),
        by => format!("、{by}"),
    };
    format!(
        "{year}は確定済みです（{}{by}）。変更するには、理由を書いて確定を解除してください。",
        crate::locale::time::day(&closing.date)
    )
}

/// Button.
pub fn close(year: FiscalYear) -> String {
    format!("{year}を確定する")
}

/// Button.
pub fn reopen(year: FiscalYear) -> String {
    format!("{year}の確定を解除する")
}

/// What opening a year again does.
pub fn reopen_note(year: FiscalYear) -> String {
    format!(
        "{year}の実績値・評価・決算額と評価シートを、もう一度変更できるようにします。だれが、なぜ解除したかは記録に残ります。"
    )
}

/// After it.
pub fn reopened(year: FiscalYear) -> String {
    format!(
        "{year}の確定を解除しました。変更が済んだら、「評価」のページでもう一度確定してください。"
    )
}

/// Beside what cannot be changed.
pub const LOCK: &str = "確定";

/// Said of a closed year where it is shown.
pub fn is_closed(year: FiscalYear) -> String {
    format!("{year}は確定済みのため、見るだけです。")
}

/// The name of the version a closing saves.
pub fn version(year: FiscalYear) -> String {
    format!("{year} 年度の確定")
}

/// How much of the plan was used, in a sentence.
pub fn used(year: FiscalYear, planned: Total, done: Total) -> String {
    match (planned.net_amount(), done.net_amount()) {
        (_, None) => format!("{year}の実績のシートは、まだありません。"),
        (_, Some(Amount::Unset)) => format!("{year}の決算額は、まだ記入されていません。"),
        (None, Some(_)) => format!(
            "{year}の決算額は、純計で{}です。{year}の計画のシートはありません。",
            thousand(done.net)
        ),
        (Some(_), Some(_)) => format!(
            "{year}は、予算{}に対して決算{}です（どちらも純計）。",
            amount_in_thousand(planned.net_amount()),
            amount_in_thousand(done.net_amount())
        ),
    }
}

/// An indicator and its series.
pub fn awaited(name: &str, series: &str) -> String {
    crate::locale::overview::named(name, series)
}

/// The largest source of what was settled, in a sentence.
pub fn settled_by_fund(year: FiscalYear, shares: &[(Option<FundSource>, Share)]) -> String {
    let known = shares.iter().filter(|(source, _)| source.is_some());
    match known.max_by_key(|(_, share)| share.net) {
        None => format!("{year}の決算には、財源内訳がまだ入っていません。"),
        Some((source, share)) => format!(
            "{year}の決算で内訳の入ったもののうち、最も大きい財源は{}の{}です。",
            fund_name(*source),
            thousand(share.net)
        ),
    }
}
