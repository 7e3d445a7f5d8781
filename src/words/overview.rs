//! 概況のことば.

use super::text::overview as text;
pub use super::text::overview::*;
use super::year::YearForms;
use crate::text::marks;

use super::number::{self, grouped};
use crate::model;
use crate::number::percent;
use insight::contents::Contents;
use insight::overview::{GoalOverview, Overview};
use insight::rollup::{Average, Counts};
use strategy::{FiscalYear, RuleSet};

/// 「指標16件のうち10件がめざす向きに進んでいます」.
pub fn headline(facts: &Overview) -> String {
    let (total, whole) = (facts.whole.indicators.total, &facts.whole);
    match (total, facts.has_actuals) {
        (0, _) => String::new(),
        (total, false) => text::headline_no(total),
        (total, true) => text::headline_yes(total, whole.as_wished),
    }
}

/// Says which progress is not expected to last, the share of entered figures, and the elapsed share of the period.
pub fn standing(facts: &Overview) -> String {
    let mut sentence = String::new();
    if facts.has_actuals && facts.whole.leaving > 0 {
        sentence += &text::standing_yes(facts.whole.as_wished, facts.whole.leaving);
    }
    if facts.has_actuals {
        let entry = &facts.entry;
        sentence += &text::standing_yes_2(facts.year, entry.expected, entry.entered);
        if entry.unread > 0 {
            sentence += &text::standing_unread(entry.unread);
        }
    }
    if let Some(elapsed) = facts.elapsed {
        sentence += &text::standing_yes_3(facts.year, percent(elapsed));
    }
    sentence
}

/// Label of the button to the actuals of the year.
pub fn enter(year: FiscalYear) -> String {
    text::enter(year.short())
}

/// Heading of a plan without indicators: its contents.
pub fn of_contents(contents: &Contents) -> String {
    match contents {
        Contents::Indicators => counting().to_owned(),
        Contents::Sheets {
            year,
            projects,
            net,
        } => match net {
            Some(net) => text::of_contents_some(year, projects, grouped(*net)),
            None => text::of_contents_none(year, projects),
        },
        Contents::Timetable { next, items } => match next {
            Some(ahead) if ahead.begun => {
                text::of_contents_some_2(model::named(&ahead.title), ahead.to)
            }
            Some(ahead) => text::of_contents_some_3(ahead.from, model::named(&ahead.title)),
            None => text::of_contents_none_2(items),
        },
        Contents::Supports(count) => text::of_contents_supports(count),
        Contents::Outline {
            goals,
            measures,
            initiatives,
        } => text::of_contents_outline(goals, measures, initiatives),
        Contents::Nothing => nothing_yet().to_owned(),
    }
}

/// Returns the average, and says what it leaves out.
pub fn average(average: &Average) -> String {
    match average.value {
        None => String::new(),
        Some(value) => {
            let mut sentence = text::average_some(percent(value), average.of);
            if average.of_several > 0 {
                sentence += &text::average_of_several(average.of_several);
            }
            if average.above > 0 {
                sentence += &text::average_above(average.above);
            }
            if average.below > 0 {
                sentence += &text::average_below(average.below);
            }
            if average.left_out > 0 {
                sentence += &text::average_left_out(average.left_out);
            }
            sentence + text::average_end()
        }
    }
}

/// 「A 達成 1、B 順調 3」: the bands in use, as a text alternative of the bar.
pub fn bands(rules: &RuleSet, counts: &Counts) -> String {
    let bands = rules.bands.iter().zip(&counts.bands);
    let mut parts: Vec<String> = bands
        .filter(|(_, count)| **count > 0)
        .map(|(band, count)| format!("{} {} {count}", band.mark, band.word))
        .collect();
    if counts.without_band > 0 {
        parts.push(format!("{} {}", no_band(), counts.without_band));
    }
    parts.join(marks::list())
}

/// 「施策 3 ・ 取組 10 ・ 数値目標 2 ・ KPI 4」.
pub fn goal_counts(goal: &GoalOverview) -> String {
    text::goal_counts(
        goal.measures,
        goal.initiatives,
        goal.tally.targets.indicators.total,
        goal.tally.kpis.indicators.total,
    )
}

/// 「65歳健康寿命（男性）」.
pub fn named(name: &str, series: &str) -> String {
    if series.is_empty() {
        name.to_owned()
    } else {
        text::named(name, series)
    }
}

/// 「→ 438.3万円」.
pub fn towards(target: &str, unit: &str) -> String {
    format!(" → {}", number::with_unit(target, unit))
}
