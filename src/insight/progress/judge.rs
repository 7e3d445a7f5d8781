//! From the facts to how far the series has come.

use rust_decimal::Decimal;

use super::input::ProgressInput;
use super::*;
use crate::{expected, unit};

/// Judges one series in one year (I1 to I12).
pub fn progress_status(
    indicator: &Indicator,
    series: &Series,
    period: Period,
    year: FiscalYear,
) -> ProgressStatus {
    let facts = ProgressInput::new(indicator, series, period);
    let (baseline, target) = facts.ends();
    let (way, way_guessed) = facts.way(baseline.as_ref(), target.as_ref());
    let start = facts.start_year(baseline.as_ref());
    let end = target.as_ref().map_or(period.last, |t| t.year);
    let elapsed = Elapsed::between(start, end, year);
    let mut status = ProgressStatus {
        year,
        period,
        way,
        way_guessed,
        tolerance: indicator.tolerance,
        expected: expected::of(&facts, baseline.as_ref(), target.as_ref(), year),
        baseline,
        target,
        actual: facts.actual(year),
        elapsed,
        progress: Progress::Unknown(Unknown::NoTarget),
        unit: String::new(),
    };
    status.progress = progress(&facts, &status, start).unwrap_or_else(Progress::Unknown);
    status.unit = facts.unit.into_owned();
    status
}

fn progress(
    facts: &ProgressInput,
    status: &ProgressStatus,
    start: FiscalYear,
) -> Result<Progress, Unknown> {
    let actual = match &status.actual {
        Ok(actual) => actual.value,
        Err(why) => return Err(Unknown::NoActual(*why)),
    };
    if facts.units_differ(status.year) {
        return Err(Unknown::UnitsDiffer);
    }
    if let Some(year) = facts.redefined(start, status.year) {
        return Err(Unknown::Redefined(year));
    }
    let (baseline, target) = (status.baseline, status.target.as_ref());
    if let Some(limits) = kept_limits(facts, baseline, target, status.way) {
        let kept = limits.hold(actual, status.tolerance);
        if matches!(limits, Limits::Unsided(_)) && !kept {
            return Err(Unknown::NoSide);
        }
        let from = status.baseline.and_then(|b| limits.distance(b.value));
        let now = limits.distance(actual);
        let nearing = !kept && now.zip(from).is_some_and(|(now, from)| now < from);
        return Ok(Progress::Kept {
            kept,
            nearing,
            limits,
        });
    }
    match status.target.as_ref().map(|t| &t.aim) {
        None => Err(Unknown::NoTarget),
        Some(Aim::Directional(target)) => by_direction(facts, status, actual, target),
        Some(Aim::Value { value, bound, .. }) => by_value(status, actual, *value, bound),
    }
}

/// Returns the limits of 保つ: its own bounds, else those of the target, else the target itself, else the baseline
/// (I9). `None` when this is no case of 保つ.
fn kept_limits(
    facts: &ProgressInput,
    baseline: Option<Start>,
    target: Option<&Target>,
    way: Option<Way>,
) -> Option<Limits> {
    if let Some(Desired::Keep { lower, upper }) = facts.indicator.desired
        && (lower.is_some() || upper.is_some())
    {
        let open = false;
        return Some(match lower.zip(upper) {
            Some((lower, upper)) if lower == upper => Limits::At(lower),
            _ => Limits::Between { lower, upper, open },
        });
    }
    let between = |lower, upper, open| Some(Limits::Between { lower, upper, open });
    let baseline = baseline.map(|b| b.value);
    let rank = facts.indicator.counting == Counting::Rank;
    // 減らす with 8,000人以上: the way and the limit speak against each other, and 7,900人 are not 8,000人以上.
    let against = |bound: &Bound| match way {
        Some(Way::Up) => matches!(bound, Bound::AtMost | Bound::LessThan),
        Some(Way::Down) => matches!(bound, Bound::AtLeast | Bound::MoreThan),
        _ => way.is_some(),
    };
    match (target.map(|t| &t.aim), way) {
        (Some(Aim::Value { value, bound, .. }), _) if against(bound) => match bound {
            Bound::Exact => Some(at_one_value(facts, *value)),
            Bound::AtLeast => between(Some(*value), None, false),
            Bound::MoreThan => between(Some(*value), None, true),
            Bound::AtMost => between(None, Some(*value), false),
            Bound::LessThan => between(None, Some(*value), true),
            Bound::To(upper) => between(Some(*value.min(upper)), Some(*value.max(upper)), false),
            Bound::Band => {
                next_of_its_kind(*value).and_then(|next| between(Some(*value), Some(next), false))
            }
        },
        (Some(Aim::Value { value, bound, .. }), Some(way)) if baseline == Some(*value) => {
            match (way, bound) {
                (Way::Up, Bound::MoreThan) => between(Some(*value), None, true),
                (Way::Up, _) => Some(Limits::NotBelow(*value)),
                (_, Bound::LessThan) => between(None, Some(*value), true),
                (_, _) => Some(Limits::NotAbove(*value)),
            }
        }
        // 10位以内 from the fifth place: a limit that is to hold.
        (Some(Aim::Value { value, bound, .. }), Some(Way::Down))
            if rank && baseline.is_some_and(|from| from < *value) =>
        {
            match bound {
                Bound::AtMost | Bound::To(_) => between(None, Some(*value), false),
                Bound::LessThan => between(None, Some(*value), true),
                _ => None,
            }
        }
        // 現状以上 is no worse a place.
        (Some(Aim::Directional(DirectionalTarget::NotBelow)), _) if rank => {
            baseline.map(Limits::NotAbove)
        }
        (Some(Aim::Directional(DirectionalTarget::NotBelow)), _) => baseline.map(Limits::NotBelow),
        (Some(Aim::Directional(DirectionalTarget::NotAbove)), _) => baseline.map(Limits::NotAbove),
        (Some(Aim::Directional(DirectionalTarget::Keep)), Some(Way::Up)) => {
            baseline.map(Limits::NotBelow)
        }
        (Some(Aim::Directional(DirectionalTarget::Keep)), Some(Way::Down)) => {
            baseline.map(Limits::NotAbove)
        }
        (Some(Aim::Directional(DirectionalTarget::Keep)) | None, Some(Way::Keep)) => {
            baseline.map(|value| at_one_value(facts, value))
        }
        _ => None,
    }
}

/// 保つ at one value: where the scale ends there, or a rank is kept, only one side is left to leave it by.
fn at_one_value(facts: &ProgressInput, value: Decimal) -> Limits {
    if facts.indicator.counting == Counting::Rank {
        return Limits::NotAbove(value);
    }
    if unit::whole(&facts.unit) == Some(value) {
        return Limits::NotBelow(value);
    }
    match (value.is_zero(), facts.signs()) {
        (true, (false, _)) => Limits::NotAbove(value),
        (true, (true, false)) => Limits::NotBelow(value),
        _ => Limits::Unsided(value),
    }
}

/// The value at which a series is to be kept, where the plan does not say whether more or less keeps it too.
pub(crate) fn without_side(facts: &ProgressInput) -> Option<Decimal> {
    match asked(facts)? {
        TargetTest::Keep(Limits::Unsided(value), _) => Some(value),
        _ => None,
    }
}

/// Target as a test of a value, whatever the year.
#[derive(Debug, Clone, PartialEq)]
pub enum TargetTest {
    /// To stay within these; a smaller move than the tolerance is none.
    Keep(Limits, Option<Decimal>),
    /// To reach the target.
    Reach {
        /// The target.
        value: Decimal,
        /// 以上・未満 ….
        bound: Bound,
        /// Upwards.
        up: bool,
    },
}

impl TargetTest {
    /// True if a value meets the target.
    pub fn is_met(&self, by: Decimal) -> bool {
        match self {
            TargetTest::Keep(limits, tolerance) => limits.hold(by, *tolerance),
            TargetTest::Reach { value, bound, up } => meets(by, *value, bound, *up),
        }
    }
}

/// Returns the target of a series as a test; `None` if no number says it.
pub(crate) fn asked(facts: &ProgressInput) -> Option<TargetTest> {
    let (baseline, target) = facts.ends();
    let (way, _) = facts.way(baseline.as_ref(), target.as_ref());
    if let Some(limits) = kept_limits(facts, baseline, target.as_ref(), way) {
        return Some(TargetTest::Keep(limits, facts.indicator.tolerance));
    }
    let up = match way? {
        Way::Up => true,
        Way::Down => false,
        Way::Keep => return None,
    };
    match target?.aim {
        Aim::Value { value, bound, .. } => Some(TargetTest::Reach { value, bound, up }),
        Aim::Directional(_) => None,
    }
}

/// 90台 ends where 100 begins, 3.7台 where 3.8 does: one more of the last digit that is not zero.
fn next_of_its_kind(value: Decimal) -> Option<Decimal> {
    let plain = value.normalize();
    let mut step = Decimal::new(1, plain.scale());
    if plain.scale() == 0 && !plain.is_zero() {
        while (plain % arithmetic::product(step, Decimal::TEN)?).is_zero() {
            step = arithmetic::product(step, Decimal::TEN)?;
        }
    }
    arithmetic::sum(value, step)
}

/// 方向のみ, and directional targets that need somebody else's figures.
fn by_direction(
    facts: &ProgressInput,
    status: &ProgressStatus,
    actual: Decimal,
    target: &DirectionalTarget,
) -> Result<Progress, Unknown> {
    let from_baseline = || {
        let start = status.baseline.ok_or(Unknown::NoBaseline)?;
        Ok((start.value, start.year))
    };
    let (from, since) = match target {
        DirectionalTarget::Up | DirectionalTarget::Down => from_baseline()?,
        DirectionalTarget::AboveLastYear
        | DirectionalTarget::BelowLastYear
        | DirectionalTarget::NotBelowLastYear
        | DirectionalTarget::NotAboveLastYear => last_year(facts, status)?,
        DirectionalTarget::Plus { unit, .. } if !unit::comparable(unit, &facts.unit) => {
            return Err(Unknown::UnitsDiffer);
        }
        DirectionalTarget::Keep | DirectionalTarget::NotBelow | DirectionalTarget::NotAbove => {
            return Err(Unknown::NoBaseline);
        }
        DirectionalTarget::Times(_) | DirectionalTarget::Plus { .. } => {
            return Err(Unknown::NoBaseline);
        }
        DirectionalTarget::AboveOthers | DirectionalTarget::BelowOthers => {
            return Err(Unknown::NeedsOthers);
        }
        DirectionalTarget::All | DirectionalTarget::Words => return Err(Unknown::InWords),
    };
    let up = status.way == Some(Way::Up);
    if matches!(
        target,
        DirectionalTarget::NotBelowLastYear | DirectionalTarget::NotAboveLastYear
    ) {
        let limits = match up {
            true => Limits::NotBelow(from),
            false => Limits::NotAbove(from),
        };
        return Ok(Progress::Kept {
            kept: limits.hold(actual, status.tolerance),
            nearing: false,
            limits,
        });
    }
    let moved = moved(actual, from, up, status.tolerance);
    Ok(Progress::Moved { moved, from, since })
}

/// The figure of the year before; in the plan's first year the baseline will do when it is that year's.
fn last_year(
    facts: &ProgressInput,
    status: &ProgressStatus,
) -> Result<(Decimal, Option<FiscalYear>), Unknown> {
    let before = FiscalYear(status.year.0.saturating_sub(1));
    if let Some(year) = facts.redefined(before, status.year) {
        return Err(Unknown::Redefined(year));
    }
    if let Ok(actual) = facts.actual(before) {
        return match facts.units_differ(before) {
            true => Err(Unknown::UnitsDiffer),
            false => Ok((actual.value, Some(before))),
        };
    }
    status
        .baseline
        .filter(|b| match b.year {
            Some(year) => year == before,
            None => status.year == facts.period.first,
        })
        .map(|b| (b.value, Some(before)))
        .ok_or(Unknown::NoLastYear)
}

fn moved(actual: Decimal, from: Decimal, up: bool, tolerance: Option<Decimal>) -> Moved {
    if decimal::same(actual, from, tolerance) {
        Moved::Same
    } else if (actual > from) == up {
        Moved::Wished
    } else {
        Moved::Against
    }
}

/// True if the target is met (I10).
fn meets(actual: Decimal, value: Decimal, bound: &Bound, up: bool) -> bool {
    match (up, bound) {
        (true, Bound::MoreThan) => actual > value,
        (true, _) => actual >= value,
        (false, Bound::LessThan) => actual < value,
        (false, Bound::Band) => next_of_its_kind(value).is_none_or(|next| actual < next),
        (false, _) => actual <= value,
    }
}

fn by_value(
    status: &ProgressStatus,
    actual: Decimal,
    value: Decimal,
    bound: &Bound,
) -> Result<Progress, Unknown> {
    let up = match status.way {
        Some(Way::Up) => true,
        Some(Way::Down) => false,
        // 保つ has been dealt with, unless what it asks for has too many digits.
        Some(Way::Keep) => return Err(Unknown::TooLarge),
        None => return Err(Unknown::NoWay),
    };
    let reached = meets(actual, value, bound, up);
    let as_good = |expected: Decimal| {
        if up {
            actual >= expected
        } else {
            actual <= expected
        }
    };
    let Some(start) = status.baseline else {
        let early = status.expected.filter(|e| e.by == By::Typed);
        let on_path = early.map(|e| as_good(e.value));
        return Ok(Progress::NoBaseline { reached, on_path });
    };
    let way_to_go = arithmetic::difference(value, start.value).ok_or(Unknown::TooLarge)?;
    let gone = arithmetic::difference(actual, start.value).ok_or(Unknown::TooLarge)?;
    if way_to_go.is_sign_positive() != up {
        let expected = status.expected.map_or(start.value, |e| e.value);
        let on_path = as_good(expected);
        let ended = status
            .target
            .as_ref()
            .is_some_and(|t| status.year >= t.year);
        let reached = ended && reached;
        return Ok(Progress::Softened { on_path, reached });
    }
    let rate = decimal::percent(gone, way_to_go).ok_or(Unknown::TooLarge)?;
    let (pace, on_path) = pace(status, gone, way_to_go, up).ok_or(Unknown::TooLarge)?;
    Ok(Progress::Rate {
        rate,
        pace,
        on_path,
        reached,
        moved: moved(actual, start.value, up, status.tolerance),
    })
}

/// ペース, and whether the actual is as good as expected; with one division only, so that an
/// actual on the line is at 100 exactly.
fn pace(
    status: &ProgressStatus,
    gone: Decimal,
    way_to_go: Decimal,
    up: bool,
) -> Option<(Option<Decimal>, bool)> {
    let start = status.baseline?.value;
    let line = status.elapsed.filter(|_| {
        status
            .expected
            .is_none_or(|expected| expected.by == By::Line)
    });
    let (part, whole) = match (line, status.expected) {
        (Some(elapsed), _) => (
            decimal::times(gone, elapsed.of)?,
            decimal::times(way_to_go, elapsed.gone)?,
        ),
        (None, Some(expected)) => (gone, arithmetic::difference(expected.value, start)?),
        (None, None) => return Some((None, false)),
    };
    let on_path = if up { part >= whole } else { part <= whole };
    let asked = !whole.is_zero() && whole.is_sign_positive() == up;
    let pace = if asked {
        Some(decimal::percent(part, whole)?)
    } else {
        None
    };
    Some((pace, on_path))
}
