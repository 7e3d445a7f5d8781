//! Rules of the 支援: what an initiative relies on and can no longer be asked for, and what must be asked for soon.

use super::finding::Fact;
use super::report::Report;
use super::rule::Rule;
use super::view::View;
use crate::is_used;
use edit::Field;

pub(super) const RULES: &[fn(&View, &mut Report)] = &[past_deadline, near_deadline];

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

/// A support that must be applied for soon, whether an initiative draws on it yet or not.
fn near_deadline(view: &View, report: &mut Report) {
    for support in view.strategy.supports.sorted() {
        let Some(deadline) = support.deadline.as_ref().filter(|day| view.is_near(day)) else {
            continue;
        };
        report.find(
            Rule::SupportDeadlineNear,
            support.id,
            Field::of("deadline", None),
            &support.title,
            [Fact::Day(deadline.clone())],
        );
    }
}
