//! The target, and the actual.

use super::*;
use crate::YearForms;

/// 当初値 340人（R2）
pub(super) fn start_text(s: &ProgressStatus, start: Start) -> String {
    let value = roughly(start.about, amount(start.value, &s.unit));
    match (start.counted_from_zero, start.year) {
        (true, _) => text::start_counted(value),
        (false, Some(year)) => text::start_of_year(value, year.short()),
        (false, None) => text::start(value),
    }
}

/// Returns 約340人 if the figure was printed so.
fn roughly(about: bool, value: String) -> String {
    match about {
        true => text::about(value),
        false => value,
    }
}

/// 380人（R7）
pub(super) fn target_text(s: &ProgressStatus) -> String {
    let Some(target) = &s.target else {
        return text::target_unknown().to_owned();
    };
    let year = target.year.short();
    match &target.aim {
        Aim::Value {
            value,
            about,
            bound,
            holds,
            directional,
        } => {
            let every = match holds {
                Holds::AtItsYear => "",
                Holds::EveryYear => text::target_every_year(),
                Holds::OnAverage => text::target_on_average(),
            };
            let from = match directional {
                Some(_) => text::target_computed(),
                None => "",
            };
            let value = roughly(*about, bounded(*value, bound, &s.unit));
            text::target(every, value, from, year)
        }
        Aim::Directional(target) => text::target_wish(direction_text(target, &s.unit), year),
    }
}

/// 「8,200人以上」: a value with its bound.
pub(crate) fn bounded(value: Decimal, bound: &Bound, unit: &str) -> String {
    let printed = amount(value, unit);
    match bound {
        Bound::Exact => printed,
        Bound::AtLeast => number::at_least(printed),
        Bound::MoreThan => number::more_than(printed),
        Bound::AtMost => at_most(printed, unit),
        Bound::LessThan => number::less_than(printed),
        Bound::Band => number::band(printed),
        Bound::To(other) => {
            let (low, high) = (value.min(*other), value.max(*other));
            number::between(figures(low), amount(high, unit))
        }
    }
}

/// 「8,200人以上」, 「3～5頭」: the range to keep; empty without a limit.
pub(crate) fn limited(limits: Limits, unit: &str) -> String {
    let shown = |value| amount(value, unit);
    match limits {
        Limits::Between {
            lower: Some(lower),
            upper: Some(upper),
            ..
        } => number::between(figures(lower), shown(upper)),
        Limits::Between {
            lower: Some(value),
            open: true,
            ..
        } => number::more_than(shown(value)),
        Limits::Between {
            upper: Some(value),
            open: true,
            ..
        } => number::less_than(shown(value)),
        Limits::Between {
            lower: Some(value), ..
        }
        | Limits::NotBelow(value) => number::at_least(shown(value)),
        // For counts 0人, not 0人以下.
        Limits::Between {
            upper: Some(value), ..
        }
        | Limits::NotAbove(value)
            if value.is_zero() && !is_level(unit) && !unit.trim().is_empty() =>
        {
            shown(value)
        }
        Limits::Between {
            upper: Some(value), ..
        }
        | Limits::NotAbove(value) => at_most(shown(value), unit),
        Limits::At(value) | Limits::Unsided(value) => shown(value),
        Limits::Between { .. } => String::new(),
    }
}

pub(super) fn direction_text(target: &DirectionalTarget, unit: &str) -> String {
    let wish = match target {
        DirectionalTarget::Up | DirectionalTarget::Down if is_rank(unit) => {
            text::wish_better_place()
        }
        DirectionalTarget::Up => text::wish_up(),
        DirectionalTarget::Down => text::wish_down(),
        DirectionalTarget::Keep => text::wish_keep(),
        DirectionalTarget::NotBelow => text::wish_not_below(),
        DirectionalTarget::NotAbove => text::wish_not_above(),
        DirectionalTarget::AboveLastYear => text::wish_above_last_year(),
        DirectionalTarget::BelowLastYear => text::wish_below_last_year(),
        DirectionalTarget::NotBelowLastYear => text::wish_not_below_last_year(),
        DirectionalTarget::NotAboveLastYear => text::wish_not_above_last_year(),
        DirectionalTarget::AboveOthers => text::wish_above_others(),
        DirectionalTarget::BelowOthers => text::wish_below_others(),
        DirectionalTarget::Times(times) => return text::wish_times(figures(*times)),
        DirectionalTarget::Plus {
            by,
            unit: own,
            yearly,
        } => {
            let by_how_much = amount(by.abs(), if own.is_empty() { unit } else { own });
            return match (by.is_sign_negative(), yearly) {
                (false, false) => text::wish_more(by_how_much),
                (false, true) => text::wish_more_yearly(by_how_much),
                (true, false) => text::wish_less(by_how_much),
                (true, true) => text::wish_less_yearly(by_how_much),
            };
        }
        DirectionalTarget::All => text::wish_all(),
        DirectionalTarget::Words => text::wish_words(),
    };
    wish.to_owned()
}

/// （速報）; empty if the figure is final.
pub(crate) fn provisional(firmness: Option<Provisional>) -> &'static str {
    match firmness {
        Some(Provisional::Flash) => text::flash(),
        Some(Provisional::Interim) => text::interim(),
        Some(Provisional::Estimate) => text::estimate(),
        Some(Provisional::Expected) => text::expected(),
        None => "",
    }
}

/// R6の実績は 309人
pub(super) fn actual_text(s: &ProgressStatus) -> String {
    let year = s.year.short();
    let Ok(actual) = &s.actual else {
        return text::actual_none(year);
    };
    let value = roughly(actual.about, amount(s.shown(actual, None), &s.unit));
    let firm = provisional(actual.provisional);
    match actual.years {
        1 => text::actual(year, value, firm),
        years => text::actual_mean(year, years, value, firm),
    }
}

/// （3.5ポイントより小さい動きは誤差とみなす）: shown wherever a tolerance was used.
pub(super) fn tolerance_text(s: &ProgressStatus) -> String {
    let Some(tolerance) = s.tolerance else {
        return String::new();
    };
    let value = match counts_same(&s.unit, "%") && !s.unit.is_empty() {
        true => number::points(figures(tolerance.abs())),
        false => amount(tolerance.abs(), &s.unit),
    };
    text::tolerance(value)
}

/// 、期間は75％経過
pub(super) fn elapsed_text(s: &ProgressStatus) -> String {
    let Some(elapsed) = s.elapsed else {
        return String::new();
    };
    let share = percent(elapsed.percent());
    let whole = Elapsed::of_period(s.period, s.year);
    match whole.is_some_and(|whole| (whole.from, whole.to) == (elapsed.from, elapsed.to)) {
        true => text::elapsed(share),
        false => text::elapsed_between(elapsed.from.short(), elapsed.to.short(), share),
    }
}
