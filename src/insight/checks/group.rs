//! Findings that are one sentence, said of many.

use super::finding::{Fact, Finding};
use super::rule::{Rule, Severity};
use strategy::FiscalYear;

/// Number of findings with one sentence from which they are shown as one.
const MANY: usize = 3;

/// Findings of one rule, about one year where the rule is about years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingGroup {
    /// The rule.
    pub rule: Rule,
    /// Severity.
    pub severity: Severity,
    /// The year all of them are about.
    pub year: Option<FiscalYear>,
    /// They themselves, in their order; one, or at least three.
    pub findings: Vec<Finding>,
}

/// The findings, what is one sentence three times or more together, where the first of it stood (C7).
pub fn grouped(findings: &[Finding]) -> Vec<FindingGroup> {
    let mut groups: Vec<FindingGroup> = Vec::new();
    for finding in findings {
        let year = year_of(finding);
        let same = |g: &&mut FindingGroup| {
            (g.rule, g.severity, g.year) == (finding.rule, finding.severity, year)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.findings.push(finding.clone()),
            None => groups.push(FindingGroup {
                rule: finding.rule,
                severity: finding.severity,
                year,
                findings: vec![finding.clone()],
            }),
        }
    }
    groups.into_iter().flat_map(few_apart).collect()
}

/// Two of one sentence are told one by one.
fn few_apart(group: FindingGroup) -> Vec<FindingGroup> {
    if group.findings.len() >= MANY {
        return vec![group];
    }
    let alone = |finding: Finding| FindingGroup {
        findings: vec![finding],
        ..group.clone()
    };
    group.findings.iter().cloned().map(alone).collect()
}

fn year_of(finding: &Finding) -> Option<FiscalYear> {
    match finding.facts[..] {
        [Fact::Year(year)] => Some(year),
        _ => None,
    }
}

/// Number of findings to look at: everything but advice. Shown on the page, and beside its name.
pub fn to_confirm(findings: &[Finding]) -> usize {
    let serious = |f: &&Finding| f.severity != Severity::Advice;
    findings.iter().filter(serious).count()
}
