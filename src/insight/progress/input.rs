//! Input for judging one year: the parts of an indicator and a series that count.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::*;
use crate::unit;

/// One series under judgement: its indicator, the plan's years, and the unit everything is told in.
pub(crate) struct ProgressInput<'a> {
    pub indicator: &'a Indicator,
    pub series: &'a Series,
    pub period: Period,
    pub unit: Cow<'a, str>,
}

impl<'a> ProgressInput<'a> {
    pub fn new(indicator: &'a Indicator, series: &'a Series, period: Period) -> Self {
        let printed = || {
            let baseline = series.baseline.iter().map(|b| &b.figure);
            baseline
                .chain(series.targets.values().rev())
                .chain(series.actuals.values())
                .filter_map(Figure::number)
                .map(|n| unit::plain(&n.unit))
                .find(|unit| !unit.is_empty())
        };
        let said = indicator.unit.trim();
        Self {
            indicator,
            series,
            period,
            unit: match said.is_empty() {
                false => Cow::Borrowed(said),
                true => printed().unwrap_or_default(),
            },
        }
    }

    /// The number in the unit of the series. One that is not comparable keeps its value: [`Self::units_differ`] says so.
    fn value(&self, number: &Number) -> Option<Decimal> {
        unit::told_in(number.value, &number.unit, &self.unit)
    }

    /// 当初値; zero for a 累計 that starts within the plan and has none (I6).
    pub fn baseline(&self) -> Option<Start> {
        let typed = self.series.baseline.as_ref().and_then(|baseline| {
            let number = baseline.figure.number()?;
            Some(Start {
                value: self.value(number)?,
                about: number.about,
                year: baseline.year(),
                counted_from_zero: false,
            })
        });
        typed.or_else(|| {
            let Counting::Cumulative { from } = self.indicator.counting else {
                return None;
            };
            let from = from.unwrap_or(self.period.first);
            (from >= self.period.first).then(|| Start {
                value: Decimal::ZERO,
                about: false,
                year: Some(FiscalYear(from.0.saturating_sub(1))),
                counted_from_zero: true,
            })
        })
    }

    /// The year at whose end the way to the target begins: the one before the plan, or the
    /// baseline's when that is later (I4).
    pub fn start_year(&self, baseline: Option<&Start>) -> FiscalYear {
        let before = FiscalYear(self.period.first.0.saturating_sub(1));
        baseline
            .and_then(|start| start.year)
            .map_or(before, |year| year.max(before))
    }

    pub fn target(&self, baseline: Option<&Start>) -> Option<Target> {
        let (year, figure) = final_target(self.series, self.period)?;
        Some(Target {
            year,
            aim: self.aim(figure, baseline, year)?,
        })
    }

    /// 当初値 and 目標, the target seen from the side the figures come from.
    pub fn ends(&self) -> (Option<Start>, Option<Target>) {
        let baseline = self.baseline();
        let mut target = self.target(baseline.as_ref());
        let (way, _) = self.way(baseline.as_ref(), target.as_ref());
        if let (Some(target), Some(Way::Down)) = (&mut target, way) {
            from_above(&mut target.aim);
        }
        (baseline, target)
    }

    /// Returns the aim of a target figure; `None` if it has none, or has too many digits.
    fn aim(&self, figure: &Figure, baseline: Option<&Start>, year: FiscalYear) -> Option<Aim> {
        let number = match figure.reading() {
            Reading::Number(number) => number,
            Reading::Directional(target) => return Some(self.directional(target, baseline, year)),
            Reading::Missing(_) | Reading::Unread => return None,
        };
        let rank = self.indicator.counting == Counting::Rank;
        let bound = match &number.bound {
            // 10位以上 is the tenth place or a better one.
            Bound::AtLeast if rank => Bound::AtMost,
            Bound::MoreThan if rank => Bound::LessThan,
            Bound::To(upper) => Bound::To(unit::told_in(*upper, &number.unit, &self.unit)?),
            other => other.clone(),
        };
        Some(Aim::Value {
            value: self.value(number)?,
            about: number.about,
            bound,
            holds: match number.span {
                _ if self.indicator.counting == Counting::Average => Holds::OnAverage,
                Span::EveryYear => Holds::EveryYear,
                _ => Holds::AtItsYear,
            },
            directional: None,
        })
    }

    /// 1.5倍, ＋3ポイント and 全員 are numbers where what they speak of is known.
    fn directional(
        &self,
        target: &DirectionalTarget,
        baseline: Option<&Start>,
        year: FiscalYear,
    ) -> Aim {
        let value = match target {
            DirectionalTarget::Times(times) if self.unit == "倍" => Some(*times),
            DirectionalTarget::Times(times) => {
                baseline.and_then(|b| arithmetic::product(b.value, *times))
            }
            DirectionalTarget::Plus { by, unit, yearly } if unit::comparable(unit, &self.unit) => {
                let years = match yearly {
                    true => year.0.saturating_sub(self.start_year(baseline).0),
                    false => 1,
                };
                unit::told_in(*by, unit, &self.unit)
                    .and_then(|by| decimal::times(by, years))
                    .and_then(|by| arithmetic::sum(baseline?.value, by))
            }
            DirectionalTarget::All => unit::whole(&self.unit),
            _ => None,
        };
        match value {
            Some(value) => Aim::Value {
                value: value.normalize(),
                about: false,
                bound: Bound::Exact,
                holds: Holds::AtItsYear,
                directional: Some(target.clone()),
            },
            None => Aim::Directional(target.clone()),
        }
    }

    /// True if any figure of the series is below zero, and if any is above.
    pub fn signs(&self) -> (bool, bool) {
        let baseline = self.series.baseline.iter().map(|b| &b.figure);
        let values = baseline
            .chain(self.series.targets.values())
            .chain(self.series.actuals.values())
            .filter_map(Figure::value);
        values.fold((false, false), |(below, above), value| {
            (
                below || value < Decimal::ZERO,
                above || value > Decimal::ZERO,
            )
        })
    }

    /// The number typed as target of this very year.
    pub fn typed(&self, year: FiscalYear) -> Option<Decimal> {
        self.value(self.series.targets.get(&year)?.number()?)
    }

    /// めざす向き, and whether it was only seen from the target (I5).
    pub fn way(&self, baseline: Option<&Start>, target: Option<&Target>) -> (Option<Way>, bool) {
        let aim = target.map(|t| &t.aim);
        let desired = self.indicator.desired.map(|desired| match desired {
            Desired::Keep { .. } => Way::Keep,
            Desired::Increase => Way::Up,
            Desired::Decrease => Way::Down,
        });
        let pointed = match aim {
            Some(Aim::Directional(target)) => pointed_way(target),
            _ => None,
        };
        if self.indicator.counting == Counting::Rank && desired != Some(Way::Keep) {
            return (Some(Way::Down), false);
        }
        match pointed.or(desired) {
            Some(way) => (Some(way), desired.is_none()),
            None => (
                aim.and_then(|aim| seen_way(aim, baseline.map(|b| b.value))),
                true,
            ),
        }
    }

    /// The figure judged (I7, I8).
    pub fn actual(&self, year: FiscalYear) -> Result<Actual, NoActual> {
        let figure = self.series.actuals.get(&year);
        let figure = figure.ok_or(NoActual::Missing(Missing::Unset))?;
        let number = match figure.reading() {
            Reading::Number(number) => number,
            Reading::Missing(why) => return Err(NoActual::Missing(*why)),
            Reading::Directional(_) | Reading::Unread => return Err(NoActual::NotANumber),
        };
        let own = self.value(number).ok_or(NoActual::NotANumber)?;
        let (value, years) = match self.indicator.counting {
            Counting::Average if number.span != Span::Average => {
                self.mean_until(year).unwrap_or((own, 1))
            }
            _ => (own, 1),
        };
        Ok(Actual {
            value,
            about: number.about && years == 1,
            provisional: number.provisional,
            years,
        })
    }

    /// 期間平均: the mean of the years of the plan that have a number, since the last change of definition.
    fn mean_until(&self, year: FiscalYear) -> Option<(Decimal, usize)> {
        let values = self.of_the_mean(year);
        Some((decimal::mean(values.iter().copied())?, values.len()))
    }

    /// The figures 期間平均 is the mean of.
    pub fn of_the_mean(&self, year: FiscalYear) -> Vec<Decimal> {
        self.years_of_the_mean(year)
            .map(|(_, value)| value)
            .collect()
    }

    /// The first year 期間平均 is the mean of.
    pub fn first_of_the_mean(&self, year: FiscalYear) -> Option<FiscalYear> {
        self.years_of_the_mean(year).map(|(year, _)| year).next()
    }

    fn years_of_the_mean(&self, year: FiscalYear) -> impl Iterator<Item = (FiscalYear, Decimal)> {
        let since = self.last_break(year).unwrap_or(self.period.first);
        let first = since.max(self.period.first).min(year);
        let figures = self.series.actuals.range(first..=year);
        figures.filter_map(|(year, figure)| {
            Some((*year, unit::value_in(figure.number()?, &self.unit)?))
        })
    }

    fn last_break(&self, year: FiscalYear) -> Option<FiscalYear> {
        let breaks = self.indicator.breaks.iter().copied();
        breaks.filter(|b| *b <= year).max()
    }

    /// The change of definition that lies between the start and the year judged.
    pub fn redefined(&self, start: FiscalYear, year: FiscalYear) -> Option<FiscalYear> {
        self.last_break(year).filter(|b| *b > start)
    }

    /// True if a share is set against an amount anywhere in this judgement, a length against an area, or 週1回 against 月1回.
    pub fn units_differ(&self, year: FiscalYear) -> bool {
        let baseline = self.series.baseline.as_ref().map(|b| &b.figure);
        let target = final_target(self.series, self.period).map(|(_, figure)| figure);
        let actual = self.series.actuals.get(&year);
        let figures = [baseline, target, actual].into_iter().flatten();
        let numbers: Vec<&Number> = figures.filter_map(Figure::number).collect();
        let mut rhythms = numbers.iter().filter_map(|n| unit::rhythm(n));
        let first = rhythms.next();
        rhythms.any(|rhythm| Some(rhythm) != first)
            || numbers
                .iter()
                .any(|n| !unit::comparable(&n.unit, &self.unit))
    }
}

/// The target the series is judged by: the last one in the period that says something, else the
/// first after it, else the last before it.
pub fn final_target(series: &Series, period: Period) -> Option<(FiscalYear, &Figure)> {
    let says = |(_, figure): &(&FiscalYear, &Figure)| {
        matches!(
            figure.reading(),
            Reading::Number(_) | Reading::Directional(_)
        )
    };
    let typed = || series.targets.iter().filter(says);
    let within = typed().rfind(|(year, _)| period.contains(**year));
    within
        .or_else(|| typed().find(|(year, _)| **year > period.last))
        .or_else(|| typed().next_back())
        .map(|(year, figure)| (*year, figure))
}

/// Of a range, what is come upon first from above.
fn from_above(aim: &mut Aim) {
    if let Aim::Value {
        value,
        bound: Bound::To(upper),
        ..
    } = aim
        && *upper > *value
    {
        std::mem::swap(value, upper);
    }
}

/// The way a directional target points that names one. It is what the plan says, whatever else is said of the indicator.
fn pointed_way(target: &DirectionalTarget) -> Option<Way> {
    match target {
        DirectionalTarget::Up
        | DirectionalTarget::NotBelow
        | DirectionalTarget::AboveLastYear
        | DirectionalTarget::NotBelowLastYear
        | DirectionalTarget::AboveOthers => Some(Way::Up),
        DirectionalTarget::Down
        | DirectionalTarget::NotAbove
        | DirectionalTarget::BelowLastYear
        | DirectionalTarget::NotAboveLastYear
        | DirectionalTarget::BelowOthers => Some(Way::Down),
        DirectionalTarget::Keep
        | DirectionalTarget::Times(_)
        | DirectionalTarget::Plus { .. }
        | DirectionalTarget::All
        | DirectionalTarget::Words => None,
    }
}

/// The way to be seen from a target when nobody said one.
fn seen_way(aim: &Aim, baseline: Option<Decimal>) -> Option<Way> {
    let (value, bound) = match aim {
        Aim::Directional(DirectionalTarget::Keep) => return Some(Way::Keep),
        Aim::Directional(target) => return pointed_way(target),
        Aim::Value { value, bound, .. } => (*value, bound),
    };
    match (baseline, bound) {
        (Some(b), Bound::To(upper)) if value <= b && b <= *upper => Some(Way::Keep),
        (None, Bound::To(_)) => Some(Way::Keep),
        (Some(b), _) if value > b => Some(Way::Up),
        (Some(b), _) if value < b => Some(Way::Down),
        (_, Bound::AtLeast | Bound::MoreThan) => Some(Way::Up),
        (_, Bound::AtMost | Bound::LessThan) => Some(Way::Down),
        (Some(_), _) => Some(Way::Keep),
        (None, _) => None,
    }
}
