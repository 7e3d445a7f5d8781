//! Collects the findings of the rules.

use super::finding::{Fact, Finding, Location};
use super::rule::{Rule, Severity};
use crate::Title;
use edit::Field;
use strategy::AnyId;

/// Collects the findings of the rules.
pub(super) struct Report {
    pub(super) findings: Vec<Finding>,
    pub(super) early: bool,
}

impl Report {
    /// Reports a finding.
    pub(super) fn find(
        &mut self,
        rule: Rule,
        record: impl Into<AnyId>,
        field: impl Into<Option<Field>>,
        name: impl Into<Title>,
        facts: impl IntoIterator<Item = Fact>,
    ) -> &mut Finding {
        let still_missing = matches!(
            rule,
            Rule::NoGoals
                | Rule::GoalWithoutTarget
                | Rule::GoalWithoutMeasure
                | Rule::MeasureWithoutKpi
                | Rule::MeasureWithoutInitiative
                | Rule::NoBaseline
                | Rule::NoTarget
                | Rule::NoUnit
                | Rule::NoWay
        );
        let severity = match self.early && still_missing {
            true => Severity::Advice,
            false => rule.severity(),
        };
        self.findings.push(Finding {
            rule,
            severity,
            place: Location {
                record: record.into(),
                field: field.into(),
            },
            name: name.into(),
            facts: facts.into_iter().collect(),
            fixes: Vec::new(),
        });
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }
}
