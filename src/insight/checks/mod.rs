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
mod finding;
mod fix;
mod group;
mod indicators;
mod outline;
mod plan;
mod report;
mod rule;
mod running;
mod sheets;
#[cfg(test)]
mod tests;
mod view;

use crate::strategy::*;
use report::Report;
use view::View;

pub use finding::{Fact, Finding, Place, by_severity};
pub use fix::{Fix, User};
pub use group::{Group, grouped, to_confirm};
pub use rule::{Rule, Severity};

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
