//! 点検のことば.

use super::findings::RuleWords;
use super::number;
use super::say::{Say, Word};
use super::text::checks as text;
pub use super::text::checks::*;

use insight::checks::{FindingGroup, Fix, Rule, Severity};
use strategy::Desired;

/// Returns the first line; says so if the findings are not yet counted.
pub fn headline(count: Option<usize>) -> String {
    match count {
        None => text::headline_none().to_owned(),
        Some(0) => text::headline_none_2().to_owned(),
        Some(n) => text::headline_some(n),
    }
}

/// Says how many findings are only advice, which the headline does not count.
pub fn advice(count: usize) -> Option<String> {
    (count > 0).then(|| text::advice(count))
}

/// Returns one sentence for many findings of a kind: 「令和7年度の実績が未入力：24件」.
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

const KEEP: Desired = Desired::Keep {
    lower: None,
    upper: None,
};

impl Say for Fix {
    /// Label of the button for the fix.
    fn say(&self) -> String {
        match self {
            Fix::SetDesired(_, Desired::Keep { lower, upper }) => match (lower, upper) {
                (Some(lower), Some(upper)) if lower == upper => {
                    text::fix_keep_exactly(number::figures(*lower))
                }
                (Some(_), Some(_)) => text::fix_limits().to_owned(),
                (Some(lower), None) => text::fix_keep_at_least(number::figures(*lower)),
                (None, Some(upper)) => text::fix_keep_at_most(number::figures(*upper)),
                (None, None) => text::fix_desired(KEEP.word()),
            },
            Fix::SetDesired(_, desired) => text::fix_desired(desired.word()),
            Fix::SetBaseline(_, year, figure) => text::fix_baseline(year, number::shown(figure)),
            Fix::SetCounting(_, counting) => text::fix_counting(counting.word()),
            Fix::SetUnit(_, unit) => text::fix_unit(unit),
            Fix::SetBaselineYear(_, year) => text::fix_baseline_year(year),
            Fix::UseOnce(..) => text::fix_once().to_owned(),
            Fix::LinkRelated(_, code, _) => text::fix_related(code),
        }
    }
}
