//! 金額・計・純計・財源のことば.

use super::super::text::plan_money as text;
pub use super::super::text::plan_money::*;
use crate::Word;
use crate::text::marks;

use rust_decimal::Decimal;

use crate::number::grouped;
use crate::number::percent;
use insight::money::{Amount, PrintedTotal, Total};
use strategy::*;

/// 財源, in full.
pub fn fund_name(source: Option<FundSource>) -> &'static str {
    source.map_or(text::fund_name(), |one| one.word())
}

/// 「ふるさと納税 財源内訳（国）」.
pub fn fund_of(title: &str, source: FundSource) -> String {
    text::fund_of(title, fund(source))
}

/// 「国 7,020・一般 8,580」.
pub fn funds(funds: &[Fund]) -> String {
    let parts: Vec<String> = funds
        .iter()
        .map(|part| format!("{} {}", fund(part.source), grouped(part.amount)))
        .collect();
    parts.join(marks::and())
}

/// Says if the parts add up to the whole; `rest`: whole less parts, in 千円.
pub fn funds_rest(rest: i128) -> String {
    let number = |n: i128| grouped(n.clamp(i64::MIN.into(), i64::MAX.into()) as i64);
    match rest {
        0 => text::funds_rest_none().to_owned(),
        1.. => text::funds_rest_other(number(rest)),
        _ => text::funds_rest_other_2(number(-rest)),
    }
}

/// 「予算 300千円、執行率 96.5％」.
pub fn against_plan(budget: i64, rate: Option<Decimal>) -> String {
    let rate = rate
        .map(|rate| text::against_plan(percent(rate)))
        .unwrap_or_default();
    text::against_plan_2(grouped(budget), rate)
}

/// 「200,000千円」, 「-」; or a text for an empty field.
pub fn money(money: Option<&Money>) -> String {
    match money {
        Some(Money::Thousand(n)) => thousand(*n),
        Some(Money::Blank(text)) => text.clone(),
        None => text::money().to_owned(),
    }
}

/// 「431,295千円」.
pub fn thousand(n: i64) -> String {
    text::thousand(grouped(n))
}

/// 「431,295」; 「-」 for dashes alone, 「未記入」 for blanks alone, 「－」 without a line. Never a zero that nobody
/// wrote.
pub fn amount(amount: Option<Amount>) -> String {
    match amount {
        None => marks::nothing().to_owned(),
        Some(Amount::Unset) => money(None),
        Some(Amount::Dash) => "-".to_owned(),
        Some(Amount::Known(n)) => grouped(n),
    }
}

/// 「431,295」 of a 計: lines of dashes come to 0, as the sheets of the cities print it; blanks do not.
pub fn total_amount(total: Option<Amount>) -> String {
    match total {
        Some(Amount::Dash) => grouped(0),
        other => amount(other),
    }
}

/// 「431,295千円」; the same marks if it is not a number.
pub fn amount_in_thousand(total: Option<Amount>) -> String {
    match total {
        Some(Amount::Known(n)) => thousand(n),
        Some(Amount::Dash) => thousand(0),
        other => amount(other),
    }
}

/// 「令和8年度の計 1,000千円」.
pub fn sum_of_year(year: FiscalYear, total: &Total) -> String {
    text::sum_of_year(year, amount_in_thousand(total.amount()))
}

/// Says how much of the 純計 repeats lines that are not in this plan; `None` if nothing does.
pub fn outside(total: &Total) -> Option<String> {
    (total.outsiders > 0 && total.known > 0).then(|| {
        text::outside(
            thousand(total.net),
            thousand(total.outside),
            total.outsiders,
        )
    })
}

/// Lines in a total: 「58事業と再掲6行、うち未記入 2」.
pub fn counted(total: &Total) -> String {
    let mut sentence = text::counted(total.works());
    if total.repeats > 0 {
        sentence += &text::counted_yes(total.repeats);
    }
    if total.dashes > 0 {
        sentence += &text::counted_yes_2(total.dashes);
    }
    if total.unset() > 0 {
        sentence += &text::counted_yes_3(total.unset());
    }
    sentence
}

/// Says if paper and app agree.
pub fn printed(total: &PrintedTotal) -> String {
    if total.agrees() {
        return text::printed_yes().to_owned();
    }
    let gap = total.printed.saturating_sub(total.computed);
    text::printed(
        grouped(total.printed),
        grouped(total.computed),
        grouped(gap),
    )
}

/// Says why 純計 is less, in one sentence.
pub fn why_net(total: &Total) -> String {
    if total.repeats == 0 {
        return text::why_net_yes(thousand(total.net));
    }
    text::why_net(
        thousand(total.sum),
        total.repeats,
        thousand(total.sum.saturating_sub(total.net)),
        thousand(total.net),
    )
}
