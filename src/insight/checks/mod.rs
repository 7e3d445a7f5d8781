//! 点検: the strategy's compiler. Each rule is one small function that reads the whole and reports.
//!
//! - C1 A sound strategy has no findings.
//! - C2 A finding names its rule, the record and field it is about, and the facts; its sentence needs nothing else.
//! - C3 What is merely still missing is 助言 until the plan is being written out (素案).
//! - C4 A proposed fix is an edit; made, the finding is gone and nothing else was touched.
//! - C5 The findings come rule by rule, and within a rule in reading order.
//! - C6 A rule is applied when the caller asks for its findings, so that the caller may yield between rules.
//! - C7 What is one sentence three times or more is told as one; what has to be looked at is counted in one way.

mod alignment;
mod as_of;
mod figures;
mod finding;
mod fix;
mod grounds;
mod group;
mod indicators;
mod outline;
mod plan;
mod report;
mod rule;
mod running;
mod sheets;
mod supports;
mod view;

use report::Report;
use strategy::*;
use view::View;

pub use as_of::AsOf;
pub use figures::ways_to_judge;
pub use finding::{Fact, Finding, Location, new_since};
pub use fix::{Fix, User};
pub use group::{FindingGroup, grouped, to_confirm};
pub use rule::{Rule, Severity};

/// Returns the findings of each rule as of a time, rule by rule. A rule is applied when the iterator reaches it.
pub fn by_rule(strategy: &Strategy, now: AsOf) -> impl Iterator<Item = Vec<Finding>> {
    let view = View::of(strategy, now);
    let early = view.about.stage < Stage::Draft;
    let all = [
        plan::RULES,
        outline::RULES,
        alignment::RULES,
        grounds::RULES,
        supports::RULES,
        indicators::RULES,
        figures::RULES,
        running::RULES,
        sheets::RULES,
    ];
    all.concat().into_iter().map(move |rule| {
        let mut report = Report {
            findings: Vec::new(),
            early,
        };
        rule(&view, &mut report);
        report.findings
    })
}

/// Everything the rules find, as of a year or a time.
pub fn check(strategy: &Strategy, now: impl Into<AsOf>) -> Vec<Finding> {
    by_rule(strategy, now.into()).flatten().collect()
}
