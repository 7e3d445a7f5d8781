//! Rules of the plan as a whole.

use super::finding::Fact;
use super::report::Report;
use super::rule::Rule;
use super::view::View;
use crate::is_awaited;
use crate::town_code::code_holds;
use edit::Field;
use strategy::*;

pub(super) const RULES: &[fn(&View, &mut Report)] = &[
    untitled,
    unnamed_town,
    wrong_code,
    reversed_period,
    dangling,
    gaps_in_the_rule_set,
    reversed_timetable,
    unanswered_ideas,
    late_parts,
];

/// The name is on every page and paper.
fn untitled(view: &View, report: &mut Report) {
    if view.about.title.trim().is_empty() {
        report.find(Rule::PlanUntitled, About::ID, Field::Title, "", []);
    }
}

/// A plan must say whose it is.
fn unnamed_town(view: &View, report: &mut Report) {
    if view.about.town.name.trim().is_empty() {
        report.find(Rule::TownUnnamed, About::ID, Field::Town, "", []);
    }
}

/// A wrong digit in the code makes another town of it.
fn wrong_code(view: &View, report: &mut Report) {
    let code = view.about.town.code.trim();
    if !code.is_empty() && !code_holds(code) {
        let facts = [Fact::Text(code.to_owned())];
        report.find(Rule::TownCodeWrong, About::ID, Field::Town, "", facts);
    }
}

/// Without years nothing can be expected of any.
fn reversed_period(view: &View, report: &mut Report) {
    let Period { first, last } = view.period;
    if first > last {
        let facts = [Fact::Year(first), Fact::Year(last)];
        report.find(Rule::PeriodReversed, About::ID, Field::Period, "", facts);
    }
}

/// Finds references to missing records.
fn dangling(view: &View, report: &mut Report) {
    let flaws = view.strategy.integrity();
    for flaw in flaws.iter().filter(|flaw| **flaw != Flaw::PeriodReversed) {
        let facts = [Fact::Flaw(flaw.clone())];
        report.find(Rule::Dangling, About::ID, None, "", facts);
    }
}

/// States no number can tell need a band of their own.
fn gaps_in_the_rule_set(view: &View, report: &mut Report) {
    let Some(rules) = &view.about.ruleset else {
        return;
    };
    let given = |state: &State| rules.bands.iter().any(|band| band.states.contains(state));
    let needed = [
        State::Kept,
        State::NotKept,
        State::AsWished,
        State::NoActual,
    ];
    let gaps: Vec<State> = needed.into_iter().filter(|s| !given(s)).collect();
    if !gaps.is_empty() {
        let facts = [Fact::States(gaps)];
        report.find(
            Rule::RuleSetGaps,
            About::ID,
            Field::RuleSet,
            &rules.name,
            facts,
        );
    }
}

/// A bar that ends before it begins cannot be drawn.
fn reversed_timetable(view: &View, report: &mut Report) {
    for item in view.strategy.timetable.sorted() {
        if item.to.index() < item.from.index() {
            report.find(
                Rule::TimetableReversed,
                item.id,
                Field::When,
                &item.title,
                [],
            );
        }
    }
}

/// Finds ideas without an answer, once the plan is proposed or the votes of their session were shown: the people who
/// gave them want to know what became of them.
fn unanswered_ideas(view: &View, report: &mut Report) {
    let is_proposed = view.about.stage >= Stage::Proposal;
    for idea in view.strategy.ideas.sorted() {
        let session = idea.session.and_then(|id| view.strategy.get(id));
        let is_due = is_proposed || session.is_some_and(|one| one.opened);
        if is_due && idea.is_unanswered() {
            let name: String = idea.text.chars().take(24).collect();
            report.find(Rule::IdeaUnanswered, idea.id, Field::Answer, &name, []);
        }
    }
}

/// A part that was to come back by a day that is past (I73).
fn late_parts(view: &View, report: &mut Report) {
    for part in view.about.handed_out.iter().filter(|part| is_awaited(part)) {
        let Some(until) = part.until.as_ref().filter(|day| view.is_past(day)) else {
            continue;
        };
        report.find(
            Rule::PartLate,
            About::ID,
            None,
            &part.to,
            [Fact::Day(until.clone())],
        );
    }
}
