//! Rules of the figures a series is judged by: baseline, targets, units.

use rust_decimal::Decimal;

use super::finding::Fact;
use super::fix::Fix;
use super::indicators::sides;
use super::report::Report;
use super::rule::Rule;
use super::view::{CheckedSeries, View};
use crate::decimal;
use crate::progress::{Aim, ProgressInput, Unknown, Way, without_side};
use crate::unit;
use edit::Field;
use strategy::*;

pub(super) const RULES: &[fn(&View, &mut Report)] = &[
    no_baseline,
    no_baseline_year,
    no_target,
    no_final_target,
    targets_outside_the_period,
    targets_on_the_wrong_side,
    targets_reached_already,
    targets_within_tolerance,
    unread_figures,
    units_differ,
    changes_without_reason,
    targets_lowered,
];

/// Finds series without a baseline. 保つ within its own bounds needs none, nor does a directional target that names
/// another town.
fn no_baseline(view: &View, report: &mut Report) {
    for row in view.rows.iter().filter(|r| r.baseline.is_none()) {
        let bounded = matches!(
            row.indicator.desired,
            Some(Desired::Keep { lower, upper }) if lower.is_some() || upper.is_some()
        );
        let elsewhere = matches!(
            row.target.as_ref().map(|t| &t.aim),
            Some(Aim::Directional(
                DirectionalTarget::AboveOthers
                    | DirectionalTarget::BelowOthers
                    | DirectionalTarget::AboveLastYear
                    | DirectionalTarget::BelowLastYear
                    | DirectionalTarget::NotBelowLastYear
                    | DirectionalTarget::NotAboveLastYear
                    | DirectionalTarget::All
                    | DirectionalTarget::Words
            ))
        );
        if !bounded && !elsewhere {
            let (rule, id) = (Rule::NoBaseline, row.series.id);
            report.find(rule, id, Field::Baseline, row.name(), []).fixes =
                first_as_baseline(row.series).into_iter().collect();
        }
    }
}

/// The first of several figures that came, as 当初値.
fn first_as_baseline(series: &Series) -> Option<Fix> {
    let mut actuals = series.actuals.iter();
    let mut next = || actuals.find(|(_, figure)| figure.number().is_some());
    let (year, figure) = next()?;
    next()?;
    Some(Fix::SetBaseline(series.id, *year, figure.text().to_owned()))
}

/// Returns fixes that make a series judgeable, for the reason why it is not; of several the user chooses one.
pub fn ways_to_judge(strategy: &Strategy, series: Id<Series>, why: Unknown) -> Vec<Fix> {
    let Some(series) = strategy.get(series) else {
        return Vec::new();
    };
    let id = series.indicator;
    match why {
        Unknown::NoSide => {
            let alone = strategy.series.iter().filter(|s| s.indicator == id).count() == 1;
            let indicator = strategy.get(id).filter(|_| alone);
            let period = strategy.about().period;
            let facts = indicator.map(|k| ProgressInput::new(k, series, period));
            let value = facts.and_then(|facts| without_side(&facts));
            value.map_or(Vec::new(), |value| sides(id, value))
        }
        Unknown::NoWay => [Desired::Increase, Desired::Decrease]
            .map(|desired| Fix::SetDesired(id, desired))
            .into(),
        Unknown::NoBaseline => first_as_baseline(series).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// When it was. The year before the plan is proposed.
fn no_baseline_year(view: &View, report: &mut Report) {
    for row in &view.rows {
        let Some(typed) = &row.series.baseline else {
            continue;
        };
        let Some(number) = typed.figure.number() else {
            continue;
        };
        let said = typed.at.as_ref().is_some_and(|at| !at.0.trim().is_empty());
        if !said && number.at.is_none() {
            let facts = [Fact::Text(typed.figure.text().to_owned())];
            let before = FiscalYear(view.period.first.0.saturating_sub(1));
            report
                .find(
                    Rule::NoBaselineYear,
                    row.series.id,
                    Field::BaselineAt,
                    row.name(),
                    facts,
                )
                .fixes = vec![Fix::SetBaselineYear(row.series.id, before)];
        }
    }
}

/// Finds series without a target. 保つ without bounds keeps the baseline; with bounds they are the target.
fn no_target(view: &View, report: &mut Report) {
    for row in view.rows.iter().filter(|r| r.target.is_none()) {
        let keeps = matches!(row.indicator.desired, Some(Desired::Keep { .. }));
        if !keeps || (row.baseline.is_none() && row.way.is_none()) {
            let field = Field::Target(view.period.last);
            report.find(Rule::NoTarget, row.series.id, field, row.name(), []);
        }
    }
}

/// The plan's last year is the one people will ask about.
fn no_final_target(view: &View, report: &mut Report) {
    for row in &view.rows {
        let Some(target) = row.target.as_ref().filter(|t| t.year < view.period.last) else {
            continue;
        };
        if view.period.contains(target.year) {
            let facts = [Fact::Year(view.period.last), Fact::Year(target.year)];
            let field = Field::Target(view.period.last);
            report.find(Rule::NoFinalTarget, row.series.id, field, row.name(), facts);
        }
    }
}

/// A target of another time judges nothing here.
fn targets_outside_the_period(view: &View, report: &mut Report) {
    if view.period.is_empty() {
        return;
    }
    for row in &view.rows {
        for year in row
            .series
            .targets
            .keys()
            .filter(|y| !view.period.contains(**y))
        {
            let facts = [Fact::Year(*year)];
            let rule = Rule::TargetOutsidePeriod;
            report.find(rule, row.series.id, Field::Target(*year), row.name(), facts);
        }
    }
}

/// Baseline and target of a row, as facts.
fn ends(row: &CheckedSeries) -> Option<(Decimal, Decimal, [Fact; 2])> {
    let (target, _) = row.target_value()?;
    let baseline = row.baseline?.value;
    let facts = [baseline, target].map(|value| Fact::Value(value, row.unit.to_string()));
    Some((baseline, target, facts))
}

/// Either the way is mistaken, or a fall is to be slowed: only a person knows, so that nothing is changed by a press. Where it
/// is written what happens without a policy, the fall is known to be slowed.
fn targets_on_the_wrong_side(view: &View, report: &mut Report) {
    for row in &view.rows {
        let Some((baseline, target, facts)) = ends(row) else {
            continue;
        };
        let wrong = match row.way {
            Some(Way::Up) => target < baseline,
            Some(Way::Down) => target > baseline,
            Some(Way::Keep) | None => false,
        };
        if wrong && row.series.without_policy.is_empty() {
            let year = row.target.as_ref().map_or(view.period.last, |t| t.year);
            let rule = Rule::TargetOnWrongSide;
            report.find(rule, row.series.id, Field::Target(year), row.name(), facts);
        }
    }
}

/// Finds targets that are reached at the start: they say nothing of progress.
fn targets_reached_already(view: &View, report: &mut Report) {
    for row in &view.rows {
        let Some((baseline, target, facts)) = ends(row) else {
            continue;
        };
        let bounded = match row.target_value() {
            Some((_, Bound::AtLeast | Bound::MoreThan)) => baseline >= target,
            Some((_, Bound::AtMost | Bound::LessThan)) => baseline <= target,
            _ => false,
        };
        let already = match (row.indicator.desired, row.way) {
            (Some(Desired::Keep { .. }), _) => false,
            (Some(_), Some(Way::Up | Way::Down)) => baseline == target,
            _ => bounded,
        };
        if already {
            let year = row.target.as_ref().map_or(view.period.last, |t| t.year);
            let rule = Rule::TargetAlreadyReached;
            report
                .find(rule, row.series.id, Field::Target(year), row.name(), facts)
                .fixes = kept_instead(row, target);
        }
    }
}

/// 保つ, with the side that the way wished for leaves open.
fn kept_instead(row: &CheckedSeries, target: Decimal) -> Vec<Fix> {
    let exact = matches!(row.target_value(), Some((_, Bound::Exact)));
    let (lower, upper) = match row.way {
        Some(Way::Up) if exact => (Some(target), None),
        Some(Way::Down) if exact => (None, Some(target)),
        _ => (None, None),
    };
    vec![Fix::SetDesired(
        row.indicator.id,
        Desired::Keep { lower, upper },
    )]
}

/// A move no survey could tell from chance.
fn targets_within_tolerance(view: &View, report: &mut Report) {
    for row in &view.rows {
        let (Some(tolerance), Some((baseline, target, [from, to]))) =
            (row.indicator.tolerance, ends(row))
        else {
            continue;
        };
        if baseline != target && decimal::same(baseline, target, Some(tolerance)) {
            let facts = [from, to, Fact::Value(tolerance.abs(), row.unit.to_string())];
            let rule = Rule::TargetWithinTolerance;
            report.find(rule, row.series.id, Field::Tolerance, row.name(), facts);
        }
    }
}

/// Every figure of a series, with its field.
fn figures(series: &Series) -> impl Iterator<Item = (Field, &Figure)> {
    let baseline = series.baseline.iter().map(|b| (Field::Baseline, &b.figure));
    let targets = series.targets.iter().map(|(y, f)| (Field::Target(*y), f));
    let actuals = series.actuals.iter().map(|(y, f)| (Field::Actual(*y), f));
    let without = series
        .without_policy
        .iter()
        .map(|(y, f)| (Field::WithoutPolicy(*y), f));
    baseline.chain(targets).chain(actuals).chain(without)
}

/// 要確認: somebody must say how it is to be read.
fn unread_figures(view: &View, report: &mut Report) {
    for row in &view.rows {
        for (field, figure) in figures(row.series).filter(|(_, f)| f.needs_check()) {
            let facts = [Fact::Field(field), Fact::Text(figure.text().to_owned())];
            report.find(Rule::FigureUnread, row.series.id, field, row.name(), facts);
        }
    }
}

/// ％ against 人, 人 against 世帯. 千人 and 万人 are one.
fn units_differ(view: &View, report: &mut Report) {
    for row in view.rows.iter().filter(|r| !r.unit.is_empty()) {
        let other = |figure: &Figure| {
            let number = figure.number();
            number.is_some_and(|n| !unit::counts_same(&n.unit, &row.unit))
        };
        if let Some((field, figure)) = figures(row.series).find(|(_, f)| other(f)) {
            let facts = [
                Fact::Text(figure.text().to_owned()),
                Fact::Text(row.unit.to_string()),
            ];
            report.find(Rule::UnitsDiffer, row.series.id, field, row.name(), facts);
        }
    }
}

/// The changes of the targets of a row, oldest first.
fn changes<'a>(row: &'a CheckedSeries) -> impl Iterator<Item = &'a TargetChange> {
    row.indicator
        .changes
        .iter()
        .filter(|c| c.series == row.series.id)
}

/// Why and when must be told to the council.
fn changes_without_reason(view: &View, report: &mut Report) {
    for row in &view.rows {
        let bare = |c: &&TargetChange| c.reason.trim().is_empty() || c.date.0.trim().is_empty();
        for change in changes(row).filter(bare) {
            let field = Field::Target(change.year);
            let facts = [Fact::Year(change.year)];
            report.find(
                Rule::ChangeWithoutReason,
                row.series.id,
                field,
                row.name(),
                facts,
            );
        }
    }
}

/// An easier target reached is not the first promise kept.
fn targets_lowered(view: &View, report: &mut Report) {
    for row in &view.rows {
        for change in changes(row) {
            let (Some(from), Some(to)) = (&change.from, &change.to) else {
                continue;
            };
            let easier = match (from.value(), to.value(), row.way) {
                (Some(from), Some(to), Some(Way::Up)) => to < from,
                (Some(from), Some(to), Some(Way::Down)) => to > from,
                _ => false,
            };
            if easier {
                let facts = [
                    Fact::Year(change.year),
                    Fact::Text(from.text().to_owned()),
                    Fact::Text(to.text().to_owned()),
                ];
                let field = Field::Target(change.year);
                report.find(Rule::TargetLowered, row.series.id, field, row.name(), facts);
            }
        }
    }
}
