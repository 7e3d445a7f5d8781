//! 見通し: where the last years' straight line leads, told with humility; and what became of 成り行き.

use rust_decimal::Decimal;

use super::exact;
use super::progress::{Aim, Facts, Way};
use super::trace::trace;
use crate::strategy::*;

/// A forecast is told from this many years on.
pub const LEAST_POINTS: usize = 3;

/// 見通し: the least-squares line through the actuals since the last change of definition.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// The unit of every value.
    pub unit: String,
    /// The year forecast: the target's, or the plan's last.
    pub year: FiscalYear,
    /// The value the line has in that year.
    pub value: Decimal,
    /// The value wanted then, when it is a number.
    pub target: Option<Decimal>,
    /// Whether the line reaches the target; `None`: no number or no way to go by.
    pub reaches: Option<bool>,
    /// The change a year.
    pub slope: Decimal,
    /// The first and the last year the line was drawn through.
    pub through: (FiscalYear, FiscalYear),
    /// How many years had a number.
    pub points: usize,
    /// The farthest any of them lies from the line: give or take this much at least.
    pub spread: Decimal,
    /// What should be borne in mind.
    pub caveats: Vec<Caveat>,
}

/// What should be borne in mind with a forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caveat {
    /// Drawn through so few years (fewer than five).
    FewPoints(usize),
    /// The forecast reaches farther ahead than the years it is drawn through.
    FarAhead,
    /// The last figure is 速報・見込 and may change.
    Provisional,
    /// Some years between have no number.
    Gaps,
    /// A share below 0 % or above 100 %, or less than nothing where there never was: it cannot go on so.
    Impossible,
}

/// 見通し for one series. `None` with fewer than three years' numbers since the last change of
/// definition, or when a change lies ahead (I23).
pub fn forecast(
    indicator: &Indicator,
    series: &Series,
    period: Period,
    until: FiscalYear,
) -> Option<Forecast> {
    let drawn = trace(indicator, series, period);
    let year = drawn.target.as_ref().map_or(period.last, |t| t.year);
    let since = drawn.breaks.iter().copied().filter(|b| *b <= until).max();
    let points: Vec<(FiscalYear, Decimal)> = drawn
        .actuals
        .iter()
        .filter(|(y, _)| *y <= until && since.is_none_or(|since| *y >= since))
        .filter_map(|(y, value)| Some((*y, (*value)?)))
        .collect();
    let (first, last) = (points.first()?.0, points.last()?.0);
    let ahead = drawn.breaks.iter().any(|b| *b > last && *b <= year);
    if points.len() < LEAST_POINTS || ahead || last >= year {
        return None;
    }
    let line = Line::through(&points)?;
    let value = line.at(year)?;
    let target = drawn.target.as_ref().and_then(|t| match t.aim {
        Aim::Value { value, .. } => Some(value),
        Aim::Wish(_) => None,
    });
    let mut forecast = Forecast {
        year,
        target,
        reaches: target.and_then(|target| reaches(indicator, series, period, value, target)),
        slope: line.slope()?,
        through: (first, last),
        points: points.len(),
        spread: line.spread(&points)?,
        caveats: Vec::new(),
        value: value.normalize(),
        unit: drawn.unit,
    };
    forecast.caveats = caveats(&forecast, &points, series);
    Some(forecast)
}

fn reaches(
    indicator: &Indicator,
    series: &Series,
    period: Period,
    value: Decimal,
    target: Decimal,
) -> Option<bool> {
    let facts = Facts::new(indicator, series, period);
    let (baseline, goal) = facts.ends();
    match facts.way(baseline.as_ref(), goal.as_ref()).0? {
        Way::Up => Some(value >= target),
        Way::Down => Some(value <= target),
        Way::Keep => None,
    }
}

fn caveats(forecast: &Forecast, points: &[(FiscalYear, Decimal)], series: &Series) -> Vec<Caveat> {
    let (first, last) = forecast.through;
    let span = last.0.saturating_sub(first.0);
    let share = forecast.unit.contains(['%', '％']);
    let never_below = points.iter().all(|(_, value)| *value >= Decimal::ZERO);
    let provisional = series
        .actuals
        .get(&last)
        .and_then(Figure::number)
        .is_some_and(|n| n.provisional.is_some());
    let impossible = (never_below && forecast.value < Decimal::ZERO)
        || (share && forecast.value > Decimal::ONE_HUNDRED);
    [
        (forecast.points < 5).then_some(Caveat::FewPoints(forecast.points)),
        (forecast.year.0.saturating_sub(last.0) > span).then_some(Caveat::FarAhead),
        provisional.then_some(Caveat::Provisional),
        (span as usize + 1 > forecast.points).then_some(Caveat::Gaps),
        impossible.then_some(Caveat::Impossible),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A straight line kept as whole sums, so that a year's value takes one division.
struct Line {
    origin: FiscalYear,
    count: Decimal,
    sum: Decimal,
    /// Sum of the years counted from the origin.
    years: Decimal,
    /// n·Σxy − Σx·Σy
    rise: Decimal,
    /// n·Σx² − (Σx)²
    run: Decimal,
}

impl Line {
    fn through(points: &[(FiscalYear, Decimal)]) -> Option<Self> {
        let origin = points.first()?.0;
        let (mut x, mut y, mut xx, mut xy) =
            (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
        for (year, value) in points {
            let at = Decimal::from(year.0.saturating_sub(origin.0));
            x = x.checked_add(at)?;
            y = y.checked_add(*value)?;
            xx = xx.checked_add(at.checked_mul(at)?)?;
            xy = xy.checked_add(at.checked_mul(*value)?)?;
        }
        let n = Decimal::from(points.len() as u64);
        let rise = n.checked_mul(xy)?.checked_sub(x.checked_mul(y)?)?;
        let run = n.checked_mul(xx)?.checked_sub(x.checked_mul(x)?)?;
        (!run.is_zero()).then_some(Self {
            origin,
            count: n,
            sum: y,
            years: x,
            rise,
            run,
        })
    }

    /// ȳ + slope × (x − x̄), over one denominator.
    fn at(&self, year: FiscalYear) -> Option<Decimal> {
        let x = Decimal::from(year.0.saturating_sub(self.origin.0));
        let lever = self.count.checked_mul(x)?.checked_sub(self.years)?;
        let level = self.sum.checked_mul(self.run)?;
        let whole = level.checked_add(self.rise.checked_mul(lever)?)?;
        whole.checked_div(self.count.checked_mul(self.run)?)
    }

    fn slope(&self) -> Option<Decimal> {
        self.rise.checked_div(self.run)
    }

    fn spread(&self, points: &[(FiscalYear, Decimal)]) -> Option<Decimal> {
        let mut spread = Decimal::ZERO;
        for (year, value) in points {
            spread = spread.max(exact::minus(*value, self.at(*year)?)?.abs());
        }
        Some(spread.normalize())
    }
}

/// 成り行きとの差: what the year brought against what was expected without the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// 実績.
    pub actual: Decimal,
    /// 成り行き値.
    pub without: Decimal,
    /// How much better than 成り行き, in the unit; below zero: worse. Without a way to go by, actual less 成り行き.
    pub gain: Decimal,
    /// Whether a way was there to go by.
    pub judged: bool,
}

/// 成り行きとの差 of a year; `None` where either number is missing (I25).
pub fn effect(
    indicator: &Indicator,
    series: &Series,
    period: Period,
    year: FiscalYear,
) -> Option<Effect> {
    let standing = super::progress::standing(indicator, series, period, year);
    let drawn = trace(indicator, series, period);
    let actual = standing.actual.as_ref().ok()?.value;
    let (_, without) = drawn.without_policy.iter().find(|(y, _)| *y == year)?;
    let without = (*without)?;
    let more = exact::minus(actual, without)?;
    Some(Effect {
        actual,
        without,
        gain: if standing.way == Some(Way::Down) {
            -more
        } else {
            more
        },
        judged: matches!(standing.way, Some(Way::Up | Way::Down)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::progress::cases::{Case, case};

    fn of(c: &Case, until: i32) -> Option<Forecast> {
        forecast(&c.indicator, &c.series, c.period, FiscalYear(until))
    }

    fn told(how: &str, targets: &str, actuals: &str) -> Option<(Decimal, Option<bool>)> {
        of(&case(how, "100@2019", targets, actuals), 2022).map(|f| (f.value, f.reaches))
    }

    #[test]
    fn i23_no_forecast_of_too_little_or_across_a_change_of_definition() {
        assert_eq!(told("増", "200", "2020:110 2021:120"), None);
        assert_eq!(told("増", "200", "2020:110 2021:集計中 2022:120"), None);
        assert_eq!(
            told("増 変更=2021", "200", "2020:110 2021:120 2022:130"),
            None
        );
        assert_eq!(
            told("増 変更=2023", "200", "2020:110 2021:120 2022:130"),
            None
        );
        assert_eq!(
            told("増", "2022:200", "2020:110 2021:120 2022:130"),
            None,
            "the target's year has come"
        );
        assert!(told("増 変更=2020", "200", "2020:110 2021:120 2022:130").is_some());
    }

    #[test]
    fn i24_a_line_through_the_actuals_leads_to_the_targets_year() {
        let whole = |n: i64| Decimal::from(n);
        assert_eq!(
            told("増", "200", "2020:120 2021:140 2022:160"),
            Some((whole(200), Some(true)))
        );
        assert_eq!(
            told("増", "200", "2020:110 2021:120 2022:130"),
            Some((whole(150), Some(false)))
        );
        assert_eq!(
            told("減", "50", "2020:90 2021:80 2022:70"),
            Some((whole(50), Some(true)))
        );
        assert_eq!(
            told("増", "↗", "2020:110 2021:120 2022:130"),
            Some((whole(150), None))
        );
        assert_eq!(
            told("保", "100", "2020:100 2021:100 2022:100"),
            Some((whole(100), None))
        );
        let f = of(
            &case("増", "100", "200", "2020:110 2021:100 2022:速報120"),
            2022,
        );
        let f = f.unwrap_or_else(|| panic!("three years are enough"));
        assert_eq!((f.slope, f.spread.round_dp(2)), (whole(5), whole(10)));
        assert_eq!(f.through, (FiscalYear(2020), FiscalYear(2022)));
        assert_eq!(f.caveats, [Caveat::FewPoints(3), Caveat::Provisional]);
        let falling = case("減 単位=件", "30", "5", "2018:30 2020:20 2022:2");
        let f = of(&falling, 2022).unwrap_or_else(|| panic!("three years are enough"));
        assert_eq!(
            f.caveats,
            [Caveat::FewPoints(3), Caveat::Gaps, Caveat::Impossible]
        );
    }

    #[test]
    fn i25_what_the_policy_gained_against_no_policy() {
        let mut c = case("増", "100", "200", "150");
        c.series
            .without_policy
            .insert(FiscalYear(2022), Figure::read("90"));
        let at = |c: &Case, year| effect(&c.indicator, &c.series, c.period, FiscalYear(year));
        assert_eq!(
            at(&c, 2022).map(|e| (e.gain, e.judged)),
            Some((60.into(), true))
        );
        c.indicator.desired = Some(Desired::Decrease);
        assert_eq!(at(&c, 2022).map(|e| e.gain), Some((-60).into()));
        assert_eq!(at(&c, 2021), None);
    }
}
