//! Rules of the 体系: goals, headings, measures, initiatives and the indicators they use.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::Fact;
use super::fix::{Fix, User};
use super::indicators::is_output;
use super::report::Report;
use super::rule::Rule;
use super::view::View;
use crate::Numbers;
use edit::Field;
use strategy::*;

/// More 数値目標 than this under one goal are too many to tell.
const MANY_TARGETS: usize = 8;

pub(super) const RULES: &[fn(&View, &mut Report)] = &[
    no_goals,
    empty_titles,
    goals_without_targets,
    goals_without_measures,
    goals_without_direction,
    measures_without_kpis,
    measures_without_initiatives,
    measures_without_owner,
    empty_divisions,
    numbers_twice,
    titles_twice,
    indicators_listed_twice,
    reprises_without_original,
    related_unlinked,
    too_many_targets,
    outputs_as_goal_targets,
    measures_of_outputs_only,
];

/// A strategy begins with its goals.
fn no_goals(view: &View, report: &mut Report) {
    if view.goals.is_empty() {
        report.find(Rule::NoGoals, About::ID, None, "", []);
    }
}

/// Finds records without a title, which cannot be listed.
fn empty_titles(view: &View, report: &mut Report) {
    fn each<T: Record>(table: &Table<T>, title: fn(&T) -> &str, report: &mut Report) {
        for record in table.sorted() {
            if title(record).trim().is_empty() {
                let facts = [Fact::Kind(T::KIND)];
                report.find(Rule::EmptyTitle, record.id(), Field::Title, "", facts);
            }
        }
    }
    let s = view.strategy;
    each(&s.goals, |r| &r.title, report);
    each(&s.divisions, |r| &r.title, report);
    each(&s.measures, |r| &r.title, report);
    each(&s.initiatives, |r| &r.title, report);
    each(&s.lines, |r| &r.title, report);
    each(&s.indicators, |r| &r.name, report);
}

/// 数値目標 tells whether a goal is reached.
fn goals_without_targets(view: &View, report: &mut Report) {
    for goal in view.goals.iter().filter(|g| g.targets.is_empty()) {
        report.find(
            Rule::GoalWithoutTarget,
            goal.id,
            Field::Uses,
            &goal.title,
            [],
        );
    }
}

/// A goal of the basic kind is reached by measures; a cross-cutting one by those of the others.
fn goals_without_measures(view: &View, report: &mut Report) {
    let basic = view.goals.iter().filter(|g| g.kind == GoalKind::Basic);
    for goal in basic.filter(|g| view.measures.under(g.id).is_empty()) {
        report.find(Rule::GoalWithoutMeasure, goal.id, None, &goal.title, []);
    }
}

/// Words before numbers.
fn goals_without_direction(view: &View, report: &mut Report) {
    for goal in view.goals.iter().filter(|g| g.direction.trim().is_empty()) {
        report.find(
            Rule::GoalWithoutDirection,
            goal.id,
            Field::Direction,
            &goal.title,
            [],
        );
    }
}

/// A KPI tells whether a measure moves.
fn measures_without_kpis(view: &View, report: &mut Report) {
    for measure in view.all_measures().filter(|m| m.kpis.is_empty()) {
        report.find(
            Rule::MeasureWithoutKpi,
            measure.id,
            Field::Uses,
            &measure.title,
            [],
        );
    }
}

/// A measure is carried out by initiatives.
fn measures_without_initiatives(view: &View, report: &mut Report) {
    for measure in view
        .all_measures()
        .filter(|m| view.initiatives.under(m.id).is_empty())
    {
        report.find(
            Rule::MeasureWithoutInitiative,
            measure.id,
            None,
            &measure.title,
            [],
        );
    }
}

/// Somebody must write its sheet each spring.
fn measures_without_owner(view: &View, report: &mut Report) {
    for measure in view.all_measures().filter(|m| m.owner.trim().is_empty()) {
        report.find(
            Rule::MeasureWithoutOwner,
            measure.id,
            Field::Owner,
            &measure.title,
            [],
        );
    }
}

/// A heading gathers something.
fn empty_divisions(view: &View, report: &mut Report) {
    let measures = view.strategy.measures.iter();
    let used = sort::set(measures.filter_map(|m| m.division));
    for division in view
        .divisions
        .iter()
        .flatten()
        .filter(|d| !used.contains(&d.id))
    {
        report.find(Rule::DivisionEmpty, division.id, None, &division.title, []);
    }
}

/// A number calls one thing among its siblings.
fn numbers_twice(view: &View, report: &mut Report) {
    let mut goals = BTreeMap::new();
    for goal in &view.goals {
        let key = (goal.kind == GoalKind::Basic, number_key(&goal.number));
        again(report, &mut goals, key, goal.id, &goal.number, &goal.title);
    }
    let mut measures = BTreeMap::new();
    for measure in view.all_measures() {
        let key = (measure.goal, measure.division, number_key(&measure.number));
        again(
            report,
            &mut measures,
            key,
            measure.id,
            &measure.number,
            &measure.title,
        );
    }
}

fn number_key(number: &str) -> String {
    half_width(number.trim())
}

/// Reports a number that another record has already, and remembers it.
fn again<K: Ord, T: Record>(
    report: &mut Report,
    seen: &mut BTreeMap<K, String>,
    key: K,
    id: Id<T>,
    number: &str,
    title: &str,
) {
    if number.trim().is_empty() {
        return;
    }
    match seen.get(&key) {
        Some(other) => {
            let facts = [
                Fact::Text(number.trim().to_owned()),
                Fact::Text(other.clone()),
            ];
            report.find(Rule::NumberTwice, id, Field::Number, title, facts);
        }
        None => {
            seen.insert(key, title.to_owned());
        }
    }
}

/// Two of one name under one roof: a slip, or a 再掲 not marked.
fn titles_twice(view: &View, report: &mut Report) {
    let mut seen: BTreeSet<(AnyId, &str)> = BTreeSet::new();
    let goals = view.goals.iter();
    let measures = view.all_measures();
    let initiatives = view.initiatives.iter().flatten();
    let all = goals
        .map(|g| (About::ID.into(), g.id.into(), g.title.trim()))
        .chain(measures.map(|m| (m.goal.into(), m.id.into(), m.title.trim())))
        .chain(
            initiatives
                .filter(|i| i.reprise.is_none())
                .map(|i| (i.measure.into(), i.id.into(), i.title.trim())),
        );
    let named = all.filter(|(_, _, title): &(AnyId, AnyId, &str)| !title.is_empty());
    for (parent, id, title) in named {
        if !seen.insert((parent, title)) {
            report.find(Rule::TitleTwice, id, Field::Title, title, []);
        }
    }
}

/// One row is enough.
fn indicators_listed_twice(view: &View, report: &mut Report) {
    let mut look = |user: User, title: &str, used: &[Id<Indicator>]| {
        let mut seen = BTreeSet::new();
        let mut told = BTreeSet::new();
        for id in used.iter().filter(|id| !seen.insert(**id)) {
            if told.insert(*id) {
                let facts = [Fact::Text(view.indicator_name(*id))];
                let rule = Rule::IndicatorListedTwice;
                report
                    .find(rule, user.record(), Field::Uses, title, facts)
                    .fixes = vec![Fix::UseOnce(user, *id)];
            }
        }
    };
    for goal in &view.goals {
        look(User::Goal(goal.id), &goal.title, &goal.targets);
    }
    for measure in view.all_measures() {
        look(User::Measure(measure.id), &measure.title, &measure.kpis);
    }
}

/// A repeat must say of what.
fn reprises_without_original(view: &View, report: &mut Report) {
    for initiative in view.initiatives.iter().flatten() {
        let nameless =
            matches!(&initiative.reprise, Some(Reprise::Elsewhere(text)) if text.trim().is_empty());
        if nameless {
            let rule = Rule::RepriseWithoutOriginal;
            report.find(rule, initiative.id, Field::Mark, &initiative.title, []);
        }
    }
}

/// A printed code that means one measure of this strategy can be tied to it.
fn related_unlinked(view: &View, report: &mut Report) {
    let loose = |m: &Measure| m.related.iter().any(|r| r.measure.is_none());
    if !view.strategy.measures.iter().any(|m| loose(m)) {
        return;
    }
    let numbers = Numbers::of(view.strategy);
    for measure in view.all_measures() {
        for related in measure.related.iter().filter(|r| r.measure.is_none()) {
            let [meant] = numbers.measures_coded(&related.code)[..] else {
                continue;
            };
            let facts = [
                Fact::Text(related.code.clone()),
                Fact::Text(view.measure_name(meant)),
            ];
            report
                .find(
                    Rule::RelatedUnlinked,
                    measure.id,
                    Field::Related,
                    &measure.title,
                    facts,
                )
                .fixes = vec![Fix::LinkRelated(measure.id, related.code.clone(), meant)];
        }
    }
}

/// Finds goals with so many targets that the important ones get lost.
fn too_many_targets(view: &View, report: &mut Report) {
    for goal in view.goals.iter().filter(|g| g.targets.len() > MANY_TARGETS) {
        let facts = [Fact::Count(goal.targets.len())];
        report.find(
            Rule::TooManyTargets,
            goal.id,
            Field::Uses,
            &goal.title,
            facts,
        );
    }
}

/// 数値目標 tells what changed for people, not what the office did.
fn outputs_as_goal_targets(view: &View, report: &mut Report) {
    for goal in &view.goals {
        for id in &goal.targets {
            let indicator = view.strategy.get(*id);
            if let Some(indicator) = indicator.filter(|k| is_output(k)) {
                let facts = [Fact::Text(indicator.name.clone())];
                report.find(
                    Rule::OutputAsGoalTarget,
                    goal.id,
                    Field::Uses,
                    &goal.title,
                    facts,
                );
            }
        }
    }
}

/// At least one KPI should tell whether it worked.
fn measures_of_outputs_only(view: &View, report: &mut Report) {
    for measure in view.all_measures().filter(|m| !m.kpis.is_empty()) {
        let mut kpis = measure.kpis.iter().filter_map(|id| view.strategy.get(*id));
        if kpis.all(|k| is_output(k)) {
            report.find(
                Rule::OutputOnlyMeasure,
                measure.id,
                Field::Uses,
                &measure.title,
                [],
            );
        }
    }
}
