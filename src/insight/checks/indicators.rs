//! Rules of indicators: what must be said of each before it can be judged.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::finding::Fact;
use super::fix::Fix;
use super::report::Report;
use super::rule::Rule;
use super::view::View;
use crate::progress::{Aim, Way};
use crate::search::fold;
use crate::unit;
use edit::Field;
use strategy::*;

/// More indicators than this are too many to gather and judge each spring.
const MANY_INDICATORS: usize = 120;

pub(super) const RULES: &[fn(&View, &mut Report)] = &[
    too_many,
    unused,
    same_twice,
    same_code,
    no_way,
    keep_without_side,
    way_against_target,
    counting_against_target,
    reversed_limits,
    no_unit,
    no_source,
    no_owner,
    no_definition,
    no_rationale,
];

/// 活動の量: said so, or (when nothing is said) worded so.
pub(super) fn is_output(indicator: &Indicator) -> bool {
    const TAILS: [&str; 22] = [
        "回開催",
        "の開催",
        "の実施",
        "の配布",
        "の作成",
        "の設置",
        "開催回数",
        "開催件数",
        "開催数",
        "実施回数",
        "配布数",
        "配布部数",
        "発行回数",
        "発行部数",
        "掲載回数",
        "発信回数",
        "投稿数",
        "投稿件数",
        "更新回数",
        "訪問回数",
        "会議回数",
        "講座数",
    ];
    match indicator.nature {
        Some(nature) => nature == Nature::Output,
        None => {
            let name = indicator.name.trim();
            TAILS.iter().any(|tail| name.ends_with(tail))
        }
    }
}

/// Fewer are looked at better.
fn too_many(view: &View, report: &mut Report) {
    if view.indicators.len() > MANY_INDICATORS {
        let facts = [Fact::Count(view.indicators.len())];
        report.find(Rule::TooManyIndicators, About::ID, None, "", facts);
    }
}

/// Finds indicators that no goal and no measure uses: they are not part of the plan.
fn unused(view: &View, report: &mut Report) {
    let s = view.strategy;
    let targets = s.goals.iter().flat_map(|g| &g.targets);
    let kpis = s.measures.iter().flat_map(|m| &m.kpis);
    let used = sort::set(targets.chain(kpis).copied());
    for indicator in view.indicators.iter().filter(|k| !used.contains(&k.id)) {
        report.find(
            Rule::IndicatorUnused,
            indicator.id,
            None,
            &indicator.name,
            [],
        );
    }
}

/// Entered twice, they will differ.
fn same_twice(view: &View, report: &mut Report) {
    let mut seen = BTreeSet::new();
    for indicator in &view.indicators {
        let mut name = fold(&indicator.name);
        name.retain(|c| c != ' ');
        if !name.is_empty() && !seen.insert((name, unit::plain(&indicator.unit).into_owned())) {
            report.find(
                Rule::SameIndicator,
                indicator.id,
                Field::Title,
                &indicator.name,
                [],
            );
        }
    }
}

/// A code may repeat; a slip should be seen. Where repeating is the rule, the codes are of measures.
fn same_code(view: &View, report: &mut Report) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut repeated = Vec::new();
    for indicator in view.indicators.iter().filter(|k| !k.code.trim().is_empty()) {
        let code = half_width(indicator.code.trim());
        match seen.get(&code) {
            Some(other) => repeated.push((indicator, code, *other)),
            None => {
                seen.insert(code, &indicator.name);
            }
        }
    }
    if repeated.len() > 3 && repeated.len() > seen.len() / 4 {
        return;
    }
    for (indicator, code, other) in repeated {
        let facts = [Fact::Text(code), Fact::Text(other.to_owned())];
        report.find(
            Rule::SameCode,
            indicator.id,
            Field::Code,
            &indicator.name,
            facts,
        );
    }
}

/// Up, down or keep: nothing is judged without. Where baseline and target show it, it is proposed.
fn no_way(view: &View, report: &mut Report) {
    let mut shown: BTreeMap<Id<Indicator>, Option<Way>> = BTreeMap::new();
    for row in view.rows.iter().filter(|r| r.indicator.desired.is_none()) {
        let way = shown.entry(row.indicator.id).or_insert(row.way);
        if *way != row.way {
            *way = None;
        }
    }
    for indicator in view.indicators.iter().filter(|k| k.desired.is_none()) {
        let way = shown.get(&indicator.id).copied().flatten();
        let desired = way.map_or(Vec::new(), |way| ways_said(view, indicator, way));
        report
            .find(
                Rule::NoWay,
                indicator.id,
                Field::Desired,
                &indicator.name,
                [],
            )
            .fixes = desired;
    }
}

/// Said outright what was seen from the figures.
fn ways_said(view: &View, indicator: &Indicator, way: Way) -> Vec<Fix> {
    let desired = match way {
        Way::Up => Desired::Increase,
        Way::Down => Desired::Decrease,
        Way::Keep => {
            let mut rows = view.rows.iter().filter(|r| r.indicator.id == indicator.id);
            if let (Some(row), None) = (rows.next(), rows.next())
                && let Some(value) = row.without_side
            {
                return sides(indicator.id, value);
            }
            Desired::Keep {
                lower: None,
                upper: None,
            }
        }
    };
    vec![Fix::SetDesired(indicator.id, desired)]
}

/// 以上, 以下 or ちょうど: which of them 保つ means at one value, only a person knows.
fn keep_without_side(view: &View, report: &mut Report) {
    for rows in view.rows.chunk_by(|a, b| a.indicator.id == b.indicator.id) {
        for row in rows.iter().filter(|r| r.indicator.desired.is_some()) {
            let Some(value) = row.without_side else {
                continue;
            };
            let facts = [Fact::Value(value, row.unit.to_string())];
            let (rule, id) = (Rule::KeepWithoutSide, row.indicator.id);
            let finding = report.find(rule, id, Field::Desired, row.name(), facts);
            if rows.len() == 1 {
                finding.fixes = sides(id, value);
            }
        }
    }
}

/// The bounds that 保つ at one value may mean.
pub(super) fn sides(id: Id<Indicator>, value: Decimal) -> Vec<Fix> {
    let bounds = [(true, false), (false, true), (true, true)];
    let keep = |(lower, upper): (bool, bool)| Desired::Keep {
        lower: lower.then_some(value),
        upper: upper.then_some(value),
    };
    bounds.map(|one| Fix::SetDesired(id, keep(one))).into()
}

/// 増やす with 以下 or ↘: one of the two is wrong. Which, only a person knows.
fn way_against_target(view: &View, report: &mut Report) {
    for row in &view.rows {
        let (Some(target), Some(desired)) = (&row.target, row.indicator.desired) else {
            continue;
        };
        let points = match &target.aim {
            Aim::Directional(
                DirectionalTarget::Up
                | DirectionalTarget::NotBelow
                | DirectionalTarget::AboveLastYear
                | DirectionalTarget::NotBelowLastYear
                | DirectionalTarget::AboveOthers,
            ) => Way::Up,
            Aim::Directional(
                DirectionalTarget::Down
                | DirectionalTarget::NotAbove
                | DirectionalTarget::BelowLastYear
                | DirectionalTarget::NotAboveLastYear
                | DirectionalTarget::BelowOthers,
            ) => Way::Down,
            Aim::Value {
                bound: Bound::AtLeast | Bound::MoreThan,
                ..
            } => Way::Up,
            Aim::Value {
                bound: Bound::AtMost | Bound::LessThan,
                ..
            } => Way::Down,
            _ => continue,
        };
        let against = matches!(
            (desired, points),
            (Desired::Increase, Way::Down) | (Desired::Decrease, Way::Up)
        );
        if against && row.indicator.counting != Counting::Rank {
            let printed = row
                .series
                .targets
                .get(&target.year)
                .map_or("", Figure::text);
            let facts = [Fact::Text(printed.to_owned())];
            report.find(
                Rule::WayAgainstTarget,
                row.indicator.id,
                Field::Desired,
                row.name(),
                facts,
            );
        }
    }
}

/// A total or a mean is reached by totals or means only.
fn counting_against_target(view: &View, report: &mut Report) {
    for row in &view.rows {
        let Some(figure) = row
            .target
            .as_ref()
            .and_then(|t| row.series.targets.get(&t.year))
        else {
            continue;
        };
        let counting = match figure.number().map(|n| n.span) {
            Some(Span::Cumulative) => Counting::Cumulative { from: None },
            Some(Span::Average) => Counting::Average,
            _ => continue,
        };
        let same =
            std::mem::discriminant(&counting) == std::mem::discriminant(&row.indicator.counting);
        if !same {
            let facts = [
                Fact::Text(figure.text().to_owned()),
                Fact::Counting(counting),
            ];
            let rule = Rule::CountingAgainstTarget;
            report
                .find(rule, row.indicator.id, Field::Counting, row.name(), facts)
                .fixes = vec![Fix::SetCounting(row.indicator.id, counting)];
        }
    }
}

/// No value lies between.
fn reversed_limits(view: &View, report: &mut Report) {
    for k in &view.indicators {
        if let Some(Desired::Keep {
            lower: Some(lower),
            upper: Some(upper),
        }) = k.desired
            && lower > upper
        {
            let facts = [lower, upper].map(|value| Fact::Value(value, k.unit.clone()));
            let fixed = Desired::Keep {
                lower: Some(upper),
                upper: Some(lower),
            };
            report
                .find(Rule::LimitsReversed, k.id, Field::Desired, &k.name, facts)
                .fixes = vec![Fix::SetDesired(k.id, fixed)];
        }
    }
}

/// Finds indicators without a unit; proposes the one that the figures carry.
fn no_unit(view: &View, report: &mut Report) {
    let mut printed: BTreeMap<Id<Indicator>, &str> = BTreeMap::new();
    for row in view.rows.iter().filter(|r| !r.unit.is_empty()) {
        printed.entry(row.indicator.id).or_insert(&row.unit);
    }
    for indicator in view.indicators.iter().filter(|k| k.unit.trim().is_empty()) {
        let unit = printed.get(&indicator.id);
        report
            .find(Rule::NoUnit, indicator.id, Field::Unit, &indicator.name, [])
            .fixes = unit
            .map(|unit| Fix::SetUnit(indicator.id, (*unit).to_owned()))
            .into_iter()
            .collect();
    }
}

/// Reports the indicators of which this has not been said.
fn unsaid(
    view: &View,
    report: &mut Report,
    (rule, field): (Rule, Field),
    said: fn(&Indicator) -> bool,
) {
    for k in view.indicators.iter().filter(|k| !said(k)) {
        report.find(rule, k.id, field, &k.name, []);
    }
}

fn is_said(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The next person in the office must find the figure again.
fn no_source(view: &View, report: &mut Report) {
    let what = (Rule::NoSource, Field::Source);
    unsaid(view, report, what, |k| is_said(&k.source));
}

/// Somebody must enter the figure.
fn no_owner(view: &View, report: &mut Report) {
    let what = (Rule::NoOwner, Field::Owner);
    unsaid(view, report, what, |k| is_said(&k.owner));
}

/// Without a definition, the count would depend on the person who counts.
fn no_definition(view: &View, report: &mut Report) {
    let what = (Rule::NoDefinition, Field::Definition);
    unsaid(view, report, what, |k| {
        is_said(&k.definition) || is_said(&k.method)
    });
}

/// The council will ask why that much.
fn no_rationale(view: &View, report: &mut Report) {
    let what = (Rule::NoRationale, Field::Rationale);
    unsaid(view, report, what, |k| is_said(&k.rationale));
}
