//! 知る: what an indicator asks a table before its figures are shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::super::time_series::time_series;
use super::super::unit;
use strategy::arithmetic::{difference, product, quotient, sum};
use strategy::*;

/// Largest number of first years shown.
const SHOWN: usize = 3;

/// One indicator as a question: what is shown, what is to be drawn, and on which scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// Name of its series; empty for the only one.
    pub series: String,
    /// The unit of every value.
    pub unit: String,
    /// Values shown before anything is drawn, year by year; at least one.
    pub shown: Vec<(FiscalYear, Decimal)>,
    /// Values to be drawn, year by year; at least one.
    pub hidden: Vec<(FiscalYear, Decimal)>,
    /// The town's target.
    pub target: Option<(FiscalYear, Decimal)>,
    /// The scale.
    pub scale: GuessScale,
}

/// A scale that does not tell which way it went (W24).
#[derive(Debug, Clone, PartialEq)]
pub struct GuessScale {
    /// Its lower end.
    pub low: Decimal,
    /// Its upper end.
    pub high: Decimal,
    /// One press of a key.
    pub step: Decimal,
    /// Values of the lines across.
    pub marks: Vec<Decimal>,
}

/// The question of an indicator; `None` where fewer than two years have a number (W24).
pub fn lesson(strategy: &Strategy, indicator: Id<Indicator>) -> Option<Lesson> {
    let record = strategy.get(indicator)?;
    let period = strategy.about().period;
    let all = strategy.series.under(indicator).into_iter();
    all.filter_map(|series| of_series(record, series, period))
        .next()
}

fn of_series(indicator: &Indicator, series: &Series, period: Period) -> Option<Lesson> {
    let traced = time_series(indicator, series, period);
    let mut points: BTreeMap<FiscalYear, Decimal> = BTreeMap::new();
    let start = traced.baseline.iter();
    points.extend(start.map(|(year, start)| (*year, start.value)));
    let actuals = traced.actuals.iter();
    points.extend(actuals.filter_map(|(year, value)| Some((*year, (*value)?))));
    let last = *points.keys().next_back()?;
    let breaks = traced.breaks.iter().copied().filter(|year| *year <= last);
    if let Some(since) = breaks.max() {
        points = points.split_off(&since);
    }
    if points.len() < 2 {
        return None;
    }
    let points: Vec<_> = points.into_iter().collect();
    let (shown, hidden) = points.split_at((points.len() / 2).clamp(1, SHOWN));
    let target = series.targets.iter().next_back();
    let target = target.and_then(|(year, figure)| Some((*year, traced.value(figure)?)));
    let scale = GuessScale::around(
        shown.last()?.1,
        &points,
        target.map(|(_, value)| value),
        &traced.unit,
    )?;
    Some(Lesson {
        indicator: indicator.id,
        series: series.name.clone(),
        shown: shown.to_vec(),
        hidden: hidden.to_vec(),
        target,
        scale,
        unit: traced.unit,
    })
}

impl GuessScale {
    /// Returns a scale that reaches as far up as down from where the drawing begins, within the range of numbers.
    fn around(
        start: Decimal,
        points: &[(FiscalYear, Decimal)],
        target: Option<Decimal>,
        unit: &str,
    ) -> Option<Self> {
        let values = || points.iter().map(|(_, value)| *value).chain(target);
        let gaps = values().filter_map(|value| difference(value, start));
        let most = gaps.map(|gap| gap.abs()).max()?;
        let most = match most.is_zero() {
            true => quotient(start.abs(), Decimal::from(5))?.max(Decimal::ONE),
            false => most,
        };
        let reach = product(most, Decimal::new(18, 1))?;
        let apart = round(quotient(reach, Decimal::from(3))?)?;
        let mut low = floor_to(difference(start, reach)?, apart)?;
        let mut high = sum(floor_to(sum(start, reach)?, apart)?, apart)?;
        if values().all(|value| !value.is_sign_negative()) {
            low = low.max(Decimal::ZERO);
        }
        let whole = unit::whole(unit);
        if let Some(whole) = whole.filter(|whole| values().all(|value| value <= *whole)) {
            high = high.min(whole);
        }
        let mut marks = vec![low];
        while let Some(next) = marks.last().and_then(|last| sum(*last, apart))
            && next <= high
            && marks.len() < 20
        {
            marks.push(next);
        }
        let decimals = values().map(|value| value.normalize().scale()).max()?;
        let finest = Decimal::new(1, decimals.min(6));
        let step = round(quotient(difference(high, low)?, Decimal::ONE_HUNDRED)?)?;
        Some(Self {
            low,
            high,
            step: step.max(finest).normalize(),
            marks: marks.into_iter().map(|mark| mark.normalize()).collect(),
        })
    }

    /// Returns the position of a value, from 0 at the lower end to 1 at the upper.
    pub fn share(&self, value: Decimal) -> f64 {
        let above = difference(value, self.low).zip(difference(self.high, self.low));
        let share = above.and_then(|(above, whole)| quotient(above, whole));
        share.and_then(|share| share.to_f64()).unwrap_or_default()
    }

    /// The value at a height, to the step.
    pub fn at(&self, share: f64) -> Decimal {
        let whole = difference(self.high, self.low).unwrap_or_default();
        let share = Decimal::from_f64(share.clamp(0.0, 1.0)).unwrap_or_default();
        let value = product(whole, share).and_then(|above| sum(self.low, above));
        self.stepped(value.unwrap_or(self.low))
    }

    /// A value on a step and on the scale.
    pub fn stepped(&self, value: Decimal) -> Decimal {
        let steps = quotient(value, self.step).map(|steps| steps.round());
        let value = steps.and_then(|steps| product(steps, self.step));
        let value = value.unwrap_or(self.low).clamp(self.low, self.high);
        value.normalize()
    }
}

/// The nearest of 1, 2 and 5 times a power of ten, not below.
fn round(value: Decimal) -> Option<Decimal> {
    let mut unit = Decimal::ONE;
    while unit > value && unit.scale() < 12 {
        unit = quotient(unit, Decimal::TEN)?;
    }
    while product(unit, Decimal::TEN)? <= value {
        unit = product(unit, Decimal::TEN)?;
    }
    let steps = [1, 2, 5, 10].into_iter();
    let mut steps = steps.filter_map(|times| product(unit, Decimal::from(times)));
    steps.find(|step| *step >= value)
}

/// The next multiple of `step` at or below.
fn floor_to(value: Decimal, step: Decimal) -> Option<Decimal> {
    product(quotient(value, step)?.floor(), step)
}

/// The line drawn so far: a value for each hidden year, or none yet (W25).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GuessDrawing {
    values: Vec<Option<Decimal>>,
}

impl GuessDrawing {
    /// Nothing drawn yet.
    pub fn blank(lesson: &Lesson) -> Self {
        Self {
            values: vec![None; lesson.hidden.len()],
        }
    }

    /// Returns the value drawn for a hidden year.
    pub fn at(&self, at: usize) -> Option<Decimal> {
        self.values.get(at).copied().flatten()
    }

    /// True if a value is drawn for at least one year.
    pub fn is_begun(&self) -> bool {
        self.values.iter().any(Option::is_some)
    }

    /// True if every hidden year has a value.
    pub fn is_whole(&self) -> bool {
        self.values.iter().all(Option::is_some)
    }

    /// Draws to a hidden year: what is left out before it becomes a straight line (W25).
    pub fn draw(&mut self, lesson: &Lesson, at: usize, value: Decimal) {
        if at >= self.values.len() {
            return;
        }
        self.values[at] = Some(lesson.scale.stepped(value));
        let before = self.values[..at].iter().rposition(Option::is_some);
        let place = |at: usize| lesson.hidden.get(at).map(|(year, _)| *year);
        let (from, start) = match (before, lesson.shown.last()) {
            (Some(before), _) => (place(before), self.values[before]),
            (None, Some((year, value))) => (Some(*year), Some(*value)),
            (None, None) => return,
        };
        let first = before.map_or(0, |before| before + 1);
        for between in first..at {
            let years = from.zip(place(between)).zip(place(at));
            let value = years.and_then(|((from, here), to)| {
                let way = Decimal::from(to.0 - from.0);
                let done = quotient(Decimal::from(here.0 - from.0), way)?;
                let rise = product(difference(self.values[at]?, start?)?, done)?;
                sum(start?, rise)
            });
            self.values[between] = value.map(|value| lesson.scale.stepped(value));
        }
    }

    /// Moves the value of a year up or down by a number of steps, starting from the value before it.
    pub fn nudge(&mut self, lesson: &Lesson, at: usize, steps: i32) {
        let before = self.values.iter().take(at + 1).rev().flatten().next();
        let before = before.copied().or(lesson.shown.last().map(|one| one.1));
        let moved = product(lesson.scale.step, Decimal::from(steps));
        if let Some(value) = before
            .zip(moved)
            .and_then(|(before, moved)| sum(before, moved))
        {
            self.draw(lesson, at, value);
        }
    }

    /// As it is kept: by year.
    pub fn figures(&self, lesson: &Lesson) -> BTreeMap<FiscalYear, Figure> {
        let years = lesson.hidden.iter().map(|(year, _)| *year);
        let drawn = years.zip(&self.values);
        drawn
            .filter_map(|(year, value)| Some((year, Figure::read(&(*value)?.to_string()))))
            .collect()
    }
}

/// Comparison of a guess with the actual, at the last year that was guessed (W26).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// The year.
    pub year: FiscalYear,
    /// The guess.
    pub guessed: Decimal,
    /// The actual.
    pub actual: Decimal,
    /// Guessed − came.
    pub gap: Decimal,
}

/// A guess beside the figures.
pub fn beside(lesson: &Lesson, guess: &Guess) -> Option<Beside> {
    let mut last = lesson.hidden.iter().rev();
    last.find_map(|(year, actual)| {
        let guessed = guess.values.get(year)?.value()?;
        Some(Beside {
            year: *year,
            guessed,
            actual: *actual,
            gap: difference(guessed, *actual)?,
        })
    })
}

/// The guesses of a session at an indicator, in order.
pub fn guesses(
    strategy: &Strategy,
    session: Id<Session>,
    indicator: Id<Indicator>,
) -> Vec<&Arc<Guess>> {
    let all = strategy.guesses.under(session).into_iter();
    all.filter(|one| one.indicator == Some(indicator)).collect()
}

/// The lowest and the highest of what was guessed of the last hidden year.
pub fn spread(lesson: &Lesson, guesses: &[&Arc<Guess>]) -> Option<(Decimal, Decimal)> {
    let (year, _) = lesson.hidden.last()?;
    let values = || {
        let each = guesses.iter();
        each.filter_map(|one| one.values.get(year)?.value())
    };
    values().min().zip(values().max())
}
