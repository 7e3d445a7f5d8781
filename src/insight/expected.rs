//! 期待値: what is expected of a year, and the path from 当初値 to 目標値.

use rust_decimal::Decimal;

use super::decimal;
use super::progress::{Aim, By, Elapsed, ExpectedValue, Holds, ProgressInput, Start, Target};
use strategy::*;

/// The year's own target if typed; the target itself where it holds for every year or its year has
/// come; else the straight line from the baseline (I4).
pub(super) fn of(
    facts: &ProgressInput,
    baseline: Option<&Start>,
    target: Option<&Target>,
    year: FiscalYear,
) -> Option<ExpectedValue> {
    if let Some(value) = facts.typed(year) {
        return Some(ExpectedValue {
            value,
            by: By::Typed,
        });
    }
    let target = target?;
    let Aim::Value { value, holds, .. } = target.aim else {
        return None;
    };
    if holds != Holds::AtItsYear {
        return Some(ExpectedValue {
            value,
            by: By::EveryYear,
        });
    }
    if year >= target.year {
        return Some(ExpectedValue {
            value,
            by: By::Final,
        });
    }
    let start = baseline?;
    let elapsed = Elapsed::between(facts.start_year(Some(start)), target.year, year)?;
    Some(ExpectedValue {
        value: on_line(start.value, value, elapsed)?,
        by: By::Line,
    })
}

/// The value on the straight line after so much of the way.
fn on_line(from: Decimal, to: Decimal, elapsed: Elapsed) -> Option<Decimal> {
    let whole = decimal::times(arithmetic::difference(to, from)?, elapsed.gone)?;
    arithmetic::sum(
        from,
        arithmetic::quotient(whole, Decimal::from(elapsed.of))?,
    )
}

/// 目標の道すじ: the expected value of every year of the plan that has one, and where they come from.
/// The baseline is not among them.
pub fn path(
    indicator: &Indicator,
    series: &Series,
    period: Period,
) -> Vec<(FiscalYear, ExpectedValue)> {
    let facts = ProgressInput::new(indicator, series, period);
    let (baseline, target) = facts.ends();
    period
        .years()
        .filter_map(|year| Some((year, of(&facts, baseline.as_ref(), target.as_ref(), year)?)))
        .collect()
}
