//! States without a 進捗率: kept or not, moved or not, unknown.

use super::*;
use crate::YearForms;
use crate::answer::apart;

/// 当初値なし: only says if the target is reached, and how much is missing.
pub(super) fn no_baseline_text(s: &ProgressStatus, reached: bool) -> String {
    let gap = match (&s.actual, s.target_value()) {
        (Ok(actual), Some(target)) if !reached => arithmetic::difference(target, actual.value),
        _ => None,
    };
    let missing = match gap.filter(|gap| !gap.is_zero()) {
        Some(gap) => text::missing(apart(gap.abs(), &s.unit)),
        None => String::new(),
    };
    text::no_baseline(target_text(s), actual_text(s), missing)
}

pub(super) fn kept_text(s: &ProgressStatus, limits: Limits) -> String {
    let shown = |value| amount(value, &s.unit);
    let aim = match limits {
        Limits::Between {
            lower: None,
            upper: None,
            ..
        } => text::kept_bare().to_owned(),
        // For 15位を上回る, the smaller number is the better place.
        limits if is_rank(&s.unit) => text::kept_within(limited(limits, &s.unit)),
        Limits::NotBelow(value) => text::kept_not_below(shown(value)),
        Limits::NotAbove(value) => text::kept_not_above(shown(value)),
        limits => text::kept_within(limited(limits, &s.unit)),
    };
    let tolerance = match limits {
        Limits::Between { .. } => String::new(),
        _ => tolerance_text(s),
    };
    text::kept(aim, actual_text(s), tolerance)
}

/// True if the target is set against the year before.
pub(super) fn is_of_last_year(s: &ProgressStatus) -> bool {
    matches!(
        s.target.as_ref().map(|t| &t.aim),
        Some(Aim::Directional(
            DirectionalTarget::AboveLastYear
                | DirectionalTarget::BelowLastYear
                | DirectionalTarget::NotBelowLastYear
                | DirectionalTarget::NotAboveLastYear
        ))
    )
}

pub(super) fn moved_text(s: &ProgressStatus, from: Decimal, since: Option<FiscalYear>) -> String {
    let direction = match s.target.as_ref().map(|t| &t.aim) {
        Some(Aim::Directional(target)) => direction_text(target, &s.unit),
        _ => text::wish_move().to_owned(),
    };
    let year = since.map_or(String::new(), |y| text::moved_since(y.short()));
    let origin = if is_of_last_year(s) {
        text::from_last_year()
    } else {
        text::from_baseline()
    };
    text::moved(
        origin,
        amount(from, &s.unit),
        year,
        direction,
        actual_text(s),
        tolerance_text(s),
    )
}

pub(super) fn softened_text(s: &ProgressStatus) -> String {
    let start = s
        .baseline
        .map_or(String::new(), |start| start_text(s, start));
    let expected = s.expected_shown().map_or(String::new(), |expected| {
        text::softened_expected(s.year.short(), amount(expected, &s.unit))
    });
    text::softened(start, target_text(s), actual_text(s), expected)
}

pub(super) fn unknown_text(s: &ProgressStatus, why: Unknown) -> String {
    let year = s.year.short();
    match why {
        Unknown::NoActual(why) => text::no_actual(year, blank_text(why)),
        Unknown::NoTarget => text::no_target(actual_text(s)),
        Unknown::NoWay => text::no_way(target_text(s), actual_text(s)),
        Unknown::NoSide => {
            let value = s.target_value().or(s.baseline.map(|start| start.value));
            let value = value.map_or(String::new(), |value| amount(value, &s.unit));
            text::no_side(value, actual_text(s), tolerance_text(s))
        }
        Unknown::NoBaseline => text::nothing_before(target_text(s), actual_text(s)),
        Unknown::NoLastYear => text::no_last_year(target_text(s), actual_text(s)),
        Unknown::Redefined(from) => text::redefined(actual_text(s), from.short()),
        Unknown::UnitsDiffer => text::units_differ().to_owned(),
        Unknown::NeedsOthers => text::needs_others(target_text(s), actual_text(s)),
        Unknown::InWords => text::in_words(target_text(s)),
        Unknown::TooLarge => text::too_large().to_owned(),
    }
}

pub(super) fn blank_text(why: NoActual) -> &'static str {
    match why {
        NoActual::Missing(Missing::Unset) => text::blank_unset(),
        NoActual::Missing(Missing::Dash) => text::blank_dash(),
        NoActual::Missing(Missing::Counting) => text::blank_counting(),
        NoActual::Missing(Missing::Unpublished) => text::blank_unpublished(),
        NoActual::Missing(Missing::NotSurveyed) => text::blank_not_surveyed(),
        NoActual::Missing(Missing::Stopped) => text::blank_stopped(),
        NoActual::Missing(Missing::Unknown) => text::blank_unknown(),
        NoActual::Missing(Missing::Ditto) => text::blank_ditto(),
        NoActual::NotANumber => text::blank_unread(),
    }
}
