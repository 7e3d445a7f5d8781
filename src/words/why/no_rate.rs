//! Standings that have no 進捗率: kept or not, moved or not, not known.

use super::*;

/// 当初値なし: only whether the target is reached, and how much is missing.
pub(super) fn no_baseline_told(s: &ProgressStatus, reached: bool) -> String {
    let gap = match (&s.actual, s.target_value()) {
        (Ok(actual), Some(target)) if !reached => arithmetic::difference(target, actual.value),
        _ => None,
    };
    let missing = match gap.filter(|gap| !gap.is_zero()) {
        Some(gap) => text::missing(amount(gap.abs(), &s.unit)),
        None => String::new(),
    };
    text::no_baseline(target_told(s), actual_told(s), missing)
}

pub(super) fn kept_told(s: &ProgressStatus, limits: Limits) -> String {
    let told = |value| amount(value, &s.unit);
    let aim = match limits {
        Limits::Between {
            lower: Some(l),
            upper: Some(u),
            ..
        } => text::kept_between(figures(l), told(u)),
        Limits::Between {
            lower: Some(l),
            upper: None,
            open,
        } => text::kept_within(match open {
            true => number::more_than(told(l)),
            false => number::at_least(told(l)),
        }),
        Limits::Between {
            lower: None,
            upper: Some(u),
            open,
        } => text::kept_within(match open {
            true => number::less_than(told(u)),
            false => number::at_most(told(u)),
        }),
        Limits::Between { .. } => text::kept_bare().to_owned(),
        Limits::At(value) => text::kept_at(told(value)),
        Limits::NotBelow(value) => text::kept_not_below(told(value)),
        Limits::NotAbove(value) => text::kept_not_above(told(value)),
    };
    let tolerance = match limits {
        Limits::Between { .. } => String::new(),
        _ => tolerance_told(s),
    };
    text::kept(aim, actual_told(s), tolerance)
}

pub(super) fn moved_told(s: &ProgressStatus, from: Decimal, since: Option<FiscalYear>) -> String {
    let direction = match s.target.as_ref().map(|t| &t.aim) {
        Some(Aim::Directional(target)) => direction_text(target),
        _ => text::wish_move(),
    };
    let year = since.map_or(String::new(), |y| text::moved_since(y.short()));
    let last = matches!(
        s.target.as_ref().map(|t| &t.aim),
        Some(Aim::Directional(
            DirectionalTarget::AboveLastYear | DirectionalTarget::BelowLastYear
        ))
    );
    let origin = if last {
        text::from_last_year()
    } else {
        text::from_baseline()
    };
    text::moved(
        origin,
        amount(from, &s.unit),
        year,
        direction,
        actual_told(s),
        tolerance_told(s),
    )
}

pub(super) fn softened_told(s: &ProgressStatus) -> String {
    let start = s
        .baseline
        .map_or(String::new(), |start| start_told(s, start));
    let expected = s.expected.map_or(String::new(), |e| {
        text::softened_expected(s.year.short(), amount(e.value, &s.unit))
    });
    text::softened(start, target_told(s), actual_told(s), expected)
}

pub(super) fn unknown_told(s: &ProgressStatus, why: Unknown) -> String {
    let year = s.year.short();
    match why {
        Unknown::NoActual(why) => text::no_actual(year, blank_told(why)),
        Unknown::NoTarget => text::no_target(actual_told(s)),
        Unknown::NoWay => text::no_way(target_told(s), actual_told(s)),
        Unknown::NoBaseline => text::nothing_before(target_told(s), actual_told(s)),
        Unknown::NoLastYear => text::no_last_year(target_told(s), actual_told(s)),
        Unknown::Redefined(from) => text::redefined(actual_told(s), from.short()),
        Unknown::UnitsDiffer => text::units_differ().to_owned(),
        Unknown::NeedsOthers => text::needs_others(target_told(s), actual_told(s)),
        Unknown::InWords => text::in_words(target_told(s)),
        Unknown::TooLarge => text::too_large().to_owned(),
    }
}

pub(super) fn blank_told(why: NoActual) -> &'static str {
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
