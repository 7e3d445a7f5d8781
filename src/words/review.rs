//! 評価のことば: 施策評価シート and 年度の確定.

use super::text::review as text;
pub use super::text::review::*;

use crate::text::marks;

use crate::plan::{amount_in_thousand, fund_name, thousand};
use insight::money::{Amount, Share, Total};
use insight::sheets::SheetLack;
use strategy::*;

/// Columns.
pub fn kpi_columns() -> [&'static str; 3] {
    ["KPI", text::kpi_columns_1(), text::kpi_columns_2()]
}

/// Returns the four classes of 事業効果, each with its condition.
pub fn effects() -> [(u8, &'static str, &'static str); 4] {
    [
        (1, text::effects_1(), text::effects_2()),
        (2, text::effects_3(), text::effects_4()),
        (3, text::effects_5(), text::effects_6()),
        (4, text::effects_7(), text::effects_8()),
    ]
}

/// Number of measures with a complete sheet of the year, of those that need one; if none need one, there is no sheet
/// yet.
pub fn subtitle(year: FiscalYear, done: usize, owed: usize) -> String {
    match owed {
        0 => text::subtitle_yes(year),
        owed => text::subtitle(done, owed),
    }
}

/// Counts of the marks, in their written order from the best.
pub fn marks(counts: &[(String, usize)], unrated: usize) -> String {
    let mut parts: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(mark, count)| format!("{mark} {count}"))
        .collect();
    if unrated > 0 {
        parts.push(text::marks_yes(unrated));
    }
    parts.join(marks::list())
}

/// 「出生数（人）」.
pub fn kpi(name: &str, unit: &str) -> String {
    match unit {
        "" => name.to_owned(),
        unit => text::kpi(name, unit),
    }
}

/// Label of a field of an opinion.
pub fn of_opinion(by: &str, what: &str) -> String {
    format!("{by} {what}")
}

/// Gap of a sheet.
pub fn lack(lack: SheetLack) -> String {
    match lack {
        SheetLack::Sheet => text::lack_sheet().to_owned(),
        SheetLack::Settled(count) => text::lack_settled(count),
        SheetLack::Results => text::lack_results().to_owned(),
        SheetLack::Rating => text::lack_rating().to_owned(),
        SheetLack::Improvements => text::lack_improvements().to_owned(),
    }
}

/// Returns 担当課, or that there is none.
pub fn owner(name: &str) -> String {
    match name {
        "" => text::owner().to_owned(),
        name => name.to_owned(),
    }
}

/// Says that a year is closed, with the date and the person.
pub fn closed(year: FiscalYear, closing: &Closing) -> String {
    let by = match closing.by.as_str() {
        "" => String::new(),
        by => text::closed_other(by),
    };
    text::closed(year, crate::time::day(&closing.date), by)
}

/// Name of the version that a closing saves.
pub fn version(year: FiscalYear) -> String {
    text::version(year.in_plan())
}

/// Says which share of the planned money was used, in a sentence.
pub fn used(year: FiscalYear, planned: Total, done: Total) -> String {
    match (planned.net_amount(), done.net_amount()) {
        (_, None) => text::used_none(year),
        (_, Some(Amount::Unset)) => text::used_unset(year),
        (None, Some(_)) => text::used_none_some(year, thousand(done.net)),
        (Some(_), Some(_)) => text::used_some_some(
            year,
            amount_in_thousand(planned.net_amount()),
            amount_in_thousand(done.net_amount()),
        ),
    }
}

/// Returns an indicator and its series.
pub fn awaited(name: &str, series: &str) -> String {
    crate::overview::named(name, series)
}

/// Names the largest source of the settled money, in a sentence.
pub fn settled_by_fund(year: FiscalYear, shares: &[(Option<FundSource>, Share)]) -> String {
    let known = shares.iter().filter(|(source, _)| source.is_some());
    match known.max_by_key(|(_, share)| share.net) {
        None => text::settled_by_fund_none(year),
        Some((source, share)) => {
            text::settled_by_fund_some(year, fund_name(*source), thousand(share.net))
        }
    }
}
