//! ロジックモデルのことば.

use super::model;
use super::number::grouped;
use super::text::logic as text;
pub use super::text::logic::*;
use super::text::marks;
use super::year::YearForms;

use insight::Numbers;
use insight::logic::{LogicActivity, LogicHole};
use strategy::*;

/// 「ロジックモデル：抜けが12件」.
pub fn headline(holes: usize) -> String {
    match holes {
        0 => text::headline_none().to_owned(),
        count => text::headline(count),
    }
}

/// Returns every goal by its id, with its number and title.
pub fn goals(strategy: &Strategy) -> Vec<(String, String)> {
    let numbers = Numbers::of(strategy);
    let named = |goal: &Goal| model::goal_coded(&numbers.goal(goal.id), &goal.title);
    let goals = strategy.goals.sorted().into_iter();
    goals
        .map(|goal| (goal.id.to_string(), named(goal)))
        .collect()
}

/// Returns the name of a measure or indicator.
pub fn source_name(strategy: &Strategy, source: LogicSource) -> String {
    let name = match source {
        LogicSource::Measure(id) => strategy.get(id).map(|one| one.title.clone()),
        LogicSource::Indicator(id) => strategy.get(id).map(|one| one.name.clone()),
    };
    model::named(&name.unwrap_or_default()).to_owned()
}

/// 「取組3件、R7予算 1,200千円」.
pub fn activity_note(activity: &LogicActivity) -> String {
    let mut all = Vec::new();
    if !activity.initiatives.is_empty() {
        all.push(text::initiatives(activity.initiatives.len()));
    }
    if let Some((year, amount)) = activity.budget {
        all.push(text::budget(year.short(), grouped(amount)));
    }
    all.join(marks::list())
}

/// 「数値目標」 for a target.
pub fn indicator_note(is_target: bool) -> String {
    let note = is_target.then(text::target);
    note.unwrap_or_default().to_owned()
}

/// Returns a sentence about something that is missing.
pub fn hole(strategy: &Strategy, hole: LogicHole) -> String {
    let measure = |id| source_name(strategy, LogicSource::Measure(id));
    let indicator = |id| source_name(strategy, LogicSource::Indicator(id));
    match hole {
        LogicHole::NoTarget => text::no_target().to_owned(),
        LogicHole::NoPath(id) => text::no_path(measure(id)),
        LogicHole::Unreached(id) => text::unreached(indicator(id)),
        LogicHole::NoReason(from, count) => text::no_reason(source_name(strategy, from), count),
        LogicHole::OutputsOnly(id) => text::outputs_only(measure(id)),
        LogicHole::NoSource(id) => text::no_source(indicator(id)),
    }
}

/// Returns one sentence for each kind of gap, for paper. Links without a reason are only counted, because the table
/// of links marks them.
pub fn holes_in_brief(strategy: &Strategy, holes: &[LogicHole]) -> Vec<String> {
    let mut kinds: Vec<(LogicHole, Vec<String>)> = Vec::new();
    let mut unexplained = 0;
    for hole in holes {
        let name = match *hole {
            LogicHole::NoTarget => String::new(),
            LogicHole::NoPath(id) | LogicHole::OutputsOnly(id) => {
                source_name(strategy, LogicSource::Measure(id))
            }
            LogicHole::Unreached(id) | LogicHole::NoSource(id) => {
                source_name(strategy, LogicSource::Indicator(id))
            }
            LogicHole::NoReason(_, count) => {
                unexplained += count;
                String::new()
            }
        };
        let is_same = |(one, _): &&mut (LogicHole, _)| {
            std::mem::discriminant(one) == std::mem::discriminant(hole)
        };
        match kinds.iter_mut().find(is_same) {
            Some((_, names)) => names.push(name),
            None => kinds.push((*hole, vec![name])),
        }
    }
    let sentence = |(kind, names): (LogicHole, Vec<String>)| {
        let names = names.join(text::between_names());
        match kind {
            LogicHole::NoTarget => text::no_target().to_owned(),
            LogicHole::NoPath(_) => text::no_path(names),
            LogicHole::Unreached(_) => text::unreached(names),
            LogicHole::NoReason(..) => text::no_reasons(unexplained),
            LogicHole::OutputsOnly(_) => text::outputs_only(names),
            LogicHole::NoSource(_) => text::no_source(names),
        }
    };
    kinds.into_iter().map(sentence).collect()
}

/// Names of a file that the goal does not have; only the first of many.
pub fn unknown_names(names: &[String]) -> String {
    const SHOWN: usize = 10;
    let shown: Vec<_> = names.iter().take(SHOWN).map(String::as_str).collect();
    let more = if names.len() > SHOWN { " …" } else { "" };
    text::unknown_names(shown.join(marks::list()) + more)
}
