//! 点検のことば.

use super::findings::RuleWords;
use super::say::Word;
use super::text::checks as text;
pub use super::text::checks::*;

use insight::checks::{FindingGroup, Rule, Severity};

/// The first line; not yet counted, it says so.
pub fn headline(count: Option<usize>) -> String {
    match count {
        None => text::headline_none().to_owned(),
        Some(0) => text::headline_none_2().to_owned(),
        Some(n) => text::headline_some(n),
    }
}

/// Says how many findings are only advice, which is not counted above.
pub fn advice(count: usize) -> Option<String> {
    (count > 0).then(|| text::advice(count))
}

/// One sentence for many findings of a kind: 「令和7年度の実績が未入力：24件」.
pub fn group(group: &FindingGroup) -> String {
    let what = match (group.rule, group.year) {
        (Rule::ActualOverdue, Some(year)) => text::group_actual_overdue_some(year),
        (Rule::SheetWithoutRating, Some(year)) => text::group_sheet_without_rating_some(year),
        (rule, Some(year)) => text::group_some(rule.title(), year),
        (rule, None) => rule.title().to_owned(),
    };
    text::group(what, group.findings.len())
}

/// 「注意（3）」.
pub fn kind(severity: Severity, count: usize) -> String {
    text::kind(severity.word(), count)
}
