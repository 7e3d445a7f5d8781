//! 点検: the strategy's compiler. Each rule is one small function that reads the whole and reports.
//!
//! - C1 A sound strategy has no findings.
//! - C2 A finding names its rule, the record and field it is about, and the facts; its sentence needs nothing else.
//! - C3 What is merely still missing is 助言 until the plan is being written out (素案).
//! - C4 A proposed fix is an edit; made, the finding is gone and nothing else was touched.
//! - C5 The findings come rule by rule, and within a rule in reading order.
//! - C6 Ten thousand indicators are checked while nobody notices.
//! - C7 What is one sentence three times or more is told as one; what has to be looked at is counted in one way.

mod alignment;
mod figures;
mod fix;
mod group;
mod indicators;
mod outline;
mod plan;
mod rule;
mod running;
mod sheets;
#[cfg(test)]
mod tests;
mod view;

use rust_decimal::Decimal;

use super::words;
use crate::edit::Field;
use crate::strategy::*;
use view::View;

pub use fix::{Fix, User};
pub use group::{Group, grouped, to_confirm};
pub use rule::{Rule, Severity};

/// Where something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The record.
    pub record: AnyId,
    /// Its field; `None`: the record as a whole.
    pub field: Option<Field>,
}

/// A fact of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A name or words as written.
    Text(String),
    /// A year.
    Year(FiscalYear),
    /// A value and its unit.
    Value(Decimal, String),
    /// How many.
    Count(usize),
    /// 千円.
    Money(i64),
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How grave, at this stage of the plan.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What the record is called.
    pub name: String,
    /// The facts, in the order the sentence tells them.
    pub facts: Vec<Fact>,
    /// What would mend it, where that is plain.
    pub fix: Option<Fix>,
}

impl Finding {
    /// What was found, in a sentence.
    pub fn sentence(&self) -> String {
        let mut told = self.rule.say().replace("〔名〕", &self.name);
        for (index, fact) in self.facts.iter().enumerate() {
            let place = ["〔0〕", "〔1〕", "〔2〕", "〔3〕"].get(index).copied();
            told = told.replace(place.unwrap_or_default(), &fact_told(fact));
        }
        told
    }
}

fn fact_told(fact: &Fact) -> String {
    match fact {
        Fact::Text(text) => text.clone(),
        Fact::Year(year) => year.to_string(),
        Fact::Value(value, unit) => words::amount(*value, unit),
        Fact::Count(count) => count.to_string(),
        Fact::Money(amount) => Money::Thousand(*amount).to_string() + "千円",
    }
}

/// What the rules report to.
struct Report {
    findings: Vec<Finding>,
    early: bool,
}

impl Report {
    /// Reports a finding.
    fn find(
        &mut self,
        rule: Rule,
        record: impl Into<AnyId>,
        field: impl Into<Option<Field>>,
        name: &str,
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
            place: Place {
                record: record.into(),
                field: field.into(),
            },
            name: name.to_owned(),
            facts: facts.into_iter().collect(),
            fix: None,
        });
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }
}

/// The rules at work, one at a time, so that who checks a large strategy can take breath between them.
pub struct Checking<'a> {
    view: View<'a>,
    report: Report,
    rules: std::vec::IntoIter<fn(&View<'_>, &mut Report)>,
}

impl<'a> Checking<'a> {
    /// Ready to check a strategy as of a year.
    pub fn new(strategy: &'a Strategy, today: FiscalYear) -> Self {
        let view = View::of(strategy, today);
        let report = Report {
            findings: Vec::new(),
            early: view.about.stage < Stage::Draft,
        };
        let all = [
            plan::RULES,
            outline::RULES,
            alignment::RULES,
            indicators::RULES,
            figures::RULES,
            running::RULES,
            sheets::RULES,
        ];
        Self {
            view,
            report,
            rules: all.concat().into_iter(),
        }
    }

    /// Applies the next rule; false when there are no more.
    pub fn step(&mut self) -> bool {
        let Some(rule) = self.rules.next() else {
            return false;
        };
        rule(&self.view, &mut self.report);
        true
    }

    /// What was found, rule by rule.
    pub fn finish(self) -> Vec<Finding> {
        self.report.findings
    }
}

/// Everything the rules find, as of a year.
pub fn check(strategy: &Strategy, today: FiscalYear) -> Vec<Finding> {
    let mut checking = Checking::new(strategy, today);
    while checking.step() {}
    checking.finish()
}

/// How many findings of each gravity: 誤り, 注意, 助言.
pub fn by_severity(findings: &[Finding]) -> [usize; 3] {
    let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
    [Severity::Error, Severity::Warning, Severity::Advice].map(count)
}
