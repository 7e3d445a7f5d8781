//! Rules of the 支援: what an initiative relies on and can no longer be asked for.

use super::finding::Fact;
use super::report::Report;
use super::rule::Rule;
use super::view::View;
use crate::is_used;
use edit::Field;

pub(super) const RULES: &[fn(&View, &mut Report)] = &[past_deadline];

/// A support that initiatives draw on, and whose deadline is past.
fn past_deadline(view: &View, report: &mut Report) {
    let strategy = view.strategy;
    for support in strategy.supports.sorted() {
        let Some(deadline) = support.deadline.as_ref().filter(|day| view.is_past(day)) else {
            continue;
        };
        if is_used(strategy, support.id) {
            report.find(
                Rule::SupportPastDeadline,
                support.id,
                Field::of("deadline", None),
                &support.title,
                [Fact::Day(deadline.clone())],
            );
        }
    }
}
