//! 金額・計・純計・財源のことば.

use rust_decimal::Decimal;

use crate::insight::money::{Amount, PrintedTotal, Total};
use crate::insight::words::percent;
use crate::strategy::*;

/// Row.
pub const BUDGET: &str = "予算額";
/// Row.
pub const SETTLED: &str = "決算額";
/// Disclosure.
pub const FUNDS: &str = "財源内訳";
/// Group.
pub const TOTALS: &str = "計と純計";
/// Label.
pub const SUM: &str = "計";
/// Label.
pub const NET: &str = "純計";
/// Button.
pub const WHY: &str = "なぜ？";
/// Label.
pub const PRINTED: &str = "原資料の計";
/// Field.
pub const PRINTED_LABEL: &str = "原資料の計（千円）";
/// Dialog.
pub const WHY_TITLE: &str = "計と純計のちがい";
/// Table.
pub const OUTSIDE_TABLE: &str = "純計に入っている再掲の行（もとの事業がこの計画のシートにない）";
/// Columns.
pub const OUTSIDE_COLUMNS: [&str; 3] = ["数えている行", "千円", "もとの事業"];
/// Which original that is, is not said.
pub const OUTSIDE_UNKNOWN: &str = "（記入なし）";
/// Table.
pub const WHY_TABLE: &str = "純計で数えない再掲の行";
/// Column.
pub const WHY_OUT: &str = "数えない行";
/// Column.
pub const WHY_COUNTED: &str = "かわりに数えている行";
/// Column.
pub const THOUSAND: &str = "千円";
/// Unit, beside a heading.
pub const IN_THOUSAND: &str = "金額は千円";
/// Beside an amount below zero.
pub const NEGATIVE: &str = "マイナスの額です";
/// Chip in the list.
pub const DIFFERS: &str = "原資料の計と不一致";

/// An amount in a column of 千円.
pub fn cell(money: Option<&Money>) -> String {
    money.map_or_else(|| self::money(None), Money::to_string)
}

/// 財源.
pub fn fund(source: FundSource) -> &'static str {
    match source {
        FundSource::Nation => "国",
        FundSource::Prefecture => "県",
        FundSource::Bond => "起債",
        FundSource::Other => "その他",
        FundSource::General => "一般",
    }
}

/// 財源, in full.
pub fn fund_name(source: Option<FundSource>) -> &'static str {
    source.map_or("内訳の記入なし", FundSource::word)
}

/// 「ふるさと納税 財源内訳（国）」.
pub fn fund_of(title: &str, source: FundSource) -> String {
    format!("{title} 財源内訳（{}）", fund(source))
}

/// 「国 7,020・一般 8,580」.
pub fn funds(funds: &[Fund]) -> String {
    let parts: Vec<String> = funds
        .iter()
        .map(|part| format!("{} {}", fund(part.source), grouped(part.amount)))
        .collect();
    parts.join("・")
}

/// Whether the parts come to the whole; `rest`: whole less parts, in 千円.
pub fn funds_rest(rest: i128) -> String {
    let number = |n: i128| grouped(n.clamp(i64::MIN.into(), i64::MAX.into()) as i64);
    match rest {
        0 => "（額と一致）".to_owned(),
        1.. => format!("（あと {}千円）", number(rest)),
        _ => format!("（額より {}千円多い）", number(-rest)),
    }
}

/// 「予算 300千円、執行率 96.5％」.
pub fn against_plan(budget: i64, rate: Option<Decimal>) -> String {
    let rate = rate
        .map(|rate| format!("、執行率 {}", percent(rate)))
        .unwrap_or_default();
    format!("予算 {}千円{rate}", grouped(budget))
}

/// 「200,000千円」, 「-」; nothing written yet.
pub fn money(money: Option<&Money>) -> String {
    match money {
        Some(Money::Thousand(n)) => thousand(*n),
        Some(Money::Blank(text)) => text.clone(),
        None => "未記入".to_owned(),
    }
}

/// 「431,295千円」.
pub fn thousand(n: i64) -> String {
    format!("{}千円", grouped(n))
}

/// 「431,295」; 「-」 for dashes alone, 「未記入」 for blanks alone, 「－」 where there is no line. Never a zero nobody wrote.
pub fn amount(amount: Option<Amount>) -> String {
    match amount {
        None => "－".to_owned(),
        Some(Amount::Unset) => money(None),
        Some(Amount::Dash) => "-".to_owned(),
        Some(Amount::Known(n)) => grouped(n),
    }
}

/// 「431,295千円」, and the same of what is no number.
pub fn amount_in_thousand(total: Option<Amount>) -> String {
    match total {
        Some(Amount::Known(n)) => thousand(n),
        // Dashes alone come to 0, as the city prints it.
        Some(Amount::Dash) => thousand(0),
        other => amount(other),
    }
}

/// 「令和8年度の計 1,000千円」.
pub fn sum_of_year(year: FiscalYear, total: &Total) -> String {
    format!("{year}の計 {}", amount_in_thousand(total.amount()))
}

/// What of the 純計 repeats something that is not in this plan; `None`: nothing does.
pub fn outside(total: &Total) -> Option<String> {
    (total.outsiders > 0 && total.known > 0).then(|| {
        format!(
            "純計{}のうち{}（{}事業）は、もとの事業がこの計画のシートにない再掲です。",
            thousand(total.net),
            thousand(total.outside),
            total.outsiders
        )
    })
}

/// What stands behind a total: 「58事業と再掲6行、うち未記入 2」.
pub fn counted(total: &Total) -> String {
    let mut told = format!("{}事業", total.works());
    if total.repeats > 0 {
        told += &format!("と再掲{}行", total.repeats);
    }
    if total.dashes > 0 {
        told += &format!("、うち金額なし（-）{}", total.dashes);
    }
    if total.unset() > 0 {
        told += &format!("、未記入 {}", total.unset());
    }
    told
}

/// Whether paper and app agree.
pub fn printed(total: &PrintedTotal) -> String {
    if total.agrees() {
        return "原資料の計と一致".to_owned();
    }
    let gap = total.printed.saturating_sub(total.computed);
    format!(
        "不一致：原資料 {}、計算 {}（差 {}）",
        grouped(total.printed),
        grouped(total.computed),
        grouped(gap)
    )
}

/// Why 純計 is less, in one sentence.
pub fn why_net(total: &Total) -> String {
    if total.repeats == 0 {
        return format!("計と純計は同じ {} です。", thousand(total.net));
    }
    format!(
        "計 {} には、同じ事業をもう一度載せた行（再掲）が{}行、合わせて {} 入っています。純計 {} は、もとの行だけを数えた額です。",
        thousand(total.sum),
        total.repeats,
        thousand(total.sum.saturating_sub(total.net)),
        thousand(total.net)
    )
}
