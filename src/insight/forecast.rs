//! 見通し: where the last years' straight line leads, told with humility; and what became of 成り行き.

use rust_decimal::Decimal;

use super::decimal;
use super::progress::{Limits, ProgressInput, TargetTest, asked};
use super::time_series::time_series;
use super::unit;
use strategy::arithmetic::{difference, product, quotient, sum};
use strategy::*;

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
    pub value: Foreseen,
    /// 期間平均: the mean of the period, its years to come on the line. Where there is one, it is set against the target.
    pub mean: Option<Foreseen>,
    /// The number it is compared with: the target, or of 保つ the limit it is nearest to. `None`: no number.
    pub against: Option<Decimal>,
    /// Outlook for the target; `None`: no number or no direction, or too close to tell.
    pub outlook: Option<Outlook>,
    /// The change a year.
    pub slope: Decimal,
    /// The first and the last year the line was drawn through.
    pub through: (FiscalYear, FiscalYear),
    /// Number of years with a number.
    pub points: usize,
    /// The farthest any of them lies from the line: give or take this much at least.
    pub spread: Decimal,
    /// Caveats of the forecast.
    pub caveats: Vec<Caveat>,
}

impl Forecast {
    /// Returns the value compared with the target: the mean of the period if the target is a mean, otherwise the
    /// value of the year.
    pub fn judged(&self) -> Foreseen {
        self.mean.unwrap_or(self.value)
    }

    /// True if the forecast misses its target or leaves its limits; `None`: not known.
    pub fn misses(&self) -> Option<bool> {
        self.outlook
            .map(|outlook| matches!(outlook, Outlook::Misses | Outlook::Leaves))
    }
}

/// A value foreseen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foreseen {
    /// As it comes out of the line.
    pub exact: Decimal,
    /// With as many decimals as the figures have; with more where fewer would say the opposite of the outlook.
    pub shown: Decimal,
}

/// Outlook for the target, if the trend continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// 目標に届く.
    Reaches,
    /// 目標に届かない.
    Misses,
    /// 保つ: めざす範囲に収まる.
    Stays,
    /// 保つ: めざす範囲を外れる.
    Leaves,
}

/// Caveat of a forecast.
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
    let drawn = time_series(indicator, series, period);
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
    let line = ForecastLine::through(&points)?;
    let facts = ProgressInput::new(indicator, series, period);
    let asked = asked(&facts);
    let value = line.at(year)?;
    let mean = match is_mean(indicator, series, last) {
        true => Some(mean_at(&facts, &line, last, year)?),
        false => None,
    };
    let judged = mean.unwrap_or(value);
    let spread = line.spread(&points)?;
    let foreseen = |exact: Decimal, decimals| Foreseen {
        shown: decimal::rounded(exact, decimals, |shown| {
            exact != judged || says_the_same(asked.as_ref(), exact, shown)
        }),
        exact,
    };
    let decimals = points.iter().map(|(_, value)| value.scale());
    let decimals = decimals.max().unwrap_or_default().min(2);
    let mut forecast = Forecast {
        year,
        against: asked.as_ref().and_then(|asked| against(asked, judged)),
        outlook: outlook(asked.as_ref(), judged, spread),
        slope: line.slope()?,
        through: (first, last),
        points: points.len(),
        spread,
        caveats: Vec::new(),
        value: foreseen(value.normalize(), decimals),
        mean: mean.map(|mean| foreseen(mean, decimals + 1)),
        unit: drawn.unit,
    };
    forecast.caveats = caveats(&forecast, &points, series);
    Some(forecast)
}

/// True if the indicator asks for a mean and the figures are those of single years.
fn is_mean(indicator: &Indicator, series: &Series, last: FiscalYear) -> bool {
    let figure = series.actuals.get(&last).and_then(Figure::number);
    indicator.counting == Counting::Average && figure.is_none_or(|n| n.span != Span::Average)
}

/// 期間平均 at the end: the years that have a number, and those after the last of them on the line.
fn mean_at(
    facts: &ProgressInput,
    line: &ForecastLine,
    last: FiscalYear,
    year: FiscalYear,
) -> Option<Decimal> {
    let first = facts.period.first.max(last.next());
    let mut years = facts.of_the_mean(last);
    for ahead in (first.0..=year.0).map(FiscalYear) {
        years.push(line.at(ahead)?);
    }
    decimal::mean(years)
}

/// One odd year among those that kept leads no line out of the limits: it must lie farther out than the years are
/// off the line.
fn outlook(asked: Option<&TargetTest>, value: Decimal, spread: Decimal) -> Option<Outlook> {
    let asked = asked?;
    match (asked, asked.is_met(value)) {
        (TargetTest::Reach { .. }, true) => Some(Outlook::Reaches),
        (TargetTest::Reach { .. }, false) => Some(Outlook::Misses),
        (TargetTest::Keep(..), true) => Some(Outlook::Stays),
        (TargetTest::Keep(Limits::Unsided(_), _), false) => None,
        (TargetTest::Keep(limits, _), false) => {
            (limits.distance(value)? > spread).then_some(Outlook::Leaves)
        }
    }
}

fn against(asked: &TargetTest, value: Decimal) -> Option<Decimal> {
    match asked {
        TargetTest::Reach { value: target, .. } => Some(*target),
        TargetTest::Keep(limits, _) => limits.nearest(value),
    }
}

/// True if the rounded value meets the target exactly when the exact value does.
fn says_the_same(asked: Option<&TargetTest>, exact: Decimal, shown: Decimal) -> bool {
    asked.is_none_or(|asked| asked.is_met(exact) == asked.is_met(shown))
}

fn caveats(forecast: &Forecast, points: &[(FiscalYear, Decimal)], series: &Series) -> Vec<Caveat> {
    let (first, last) = forecast.through;
    let span = last.0.saturating_sub(first.0);
    let whole = unit::whole(&forecast.unit);
    let never_below = points.iter().all(|(_, value)| *value >= Decimal::ZERO);
    let provisional = series
        .actuals
        .get(&last)
        .and_then(Figure::number)
        .is_some_and(|n| n.provisional.is_some());
    let value = forecast.value.exact;
    let impossible =
        (never_below && value < Decimal::ZERO) || whole.is_some_and(|whole| value > whole);
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
struct ForecastLine {
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

impl ForecastLine {
    fn through(points: &[(FiscalYear, Decimal)]) -> Option<Self> {
        let origin = points.first()?.0;
        let (mut x, mut y, mut xx, mut xy) =
            (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
        for (year, value) in points {
            let at = Decimal::from(year.0.saturating_sub(origin.0));
            x = sum(x, at)?;
            y = sum(y, *value)?;
            xx = sum(xx, product(at, at)?)?;
            xy = sum(xy, product(at, *value)?)?;
        }
        let n = Decimal::from(points.len() as u64);
        let rise = difference(product(n, xy)?, product(x, y)?)?;
        let run = difference(product(n, xx)?, product(x, x)?)?;
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
        let lever = difference(product(self.count, x)?, self.years)?;
        let level = product(self.sum, self.run)?;
        let whole = sum(level, product(self.rise, lever)?)?;
        quotient(whole, product(self.count, self.run)?)
    }

    fn slope(&self) -> Option<Decimal> {
        quotient(self.rise, self.run)
    }

    fn spread(&self, points: &[(FiscalYear, Decimal)]) -> Option<Decimal> {
        let mut spread = Decimal::ZERO;
        for (year, value) in points {
            spread = spread.max(difference(*value, self.at(*year)?)?.abs());
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
    /// Actual less 成り行き, in the unit.
    pub gain: Decimal,
}

/// 成り行きとの差 of a year; `None` where either number is missing (I25).
pub fn effect(
    indicator: &Indicator,
    series: &Series,
    period: Period,
    year: FiscalYear,
) -> Option<Effect> {
    let status = super::progress::progress_status(indicator, series, period, year);
    let drawn = time_series(indicator, series, period);
    let actual = status.actual.as_ref().ok()?.value;
    let of_year = |figures: &[(FiscalYear, Option<Decimal>)]| {
        let mut own = figures.iter().filter(|(own, _)| *own == year);
        own.next()?.1
    };
    of_year(&drawn.actuals)?;
    let without = of_year(&drawn.without_policy)?;
    Some(Effect {
        actual,
        without,
        gain: difference(actual, without)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::cases::{Case, case};

    fn of(c: &Case, until: i32) -> Option<Forecast> {
        forecast(&c.indicator, &c.series, c.period, FiscalYear(until))
    }

    fn outcome(how: &str, targets: &str, actuals: &str) -> Option<(Decimal, Option<Outlook>)> {
        of(&case(how, "100@2019", targets, actuals), 2022).map(|f| (f.value.exact, f.outlook))
    }

    #[test]
    fn i23_no_forecast_of_too_little_or_across_a_change_of_definition() {
        assert_eq!(outcome("増", "200", "2020:110 2021:120"), None);
        assert_eq!(outcome("増", "200", "2020:110 2021:集計中 2022:120"), None);
        assert_eq!(
            outcome("増 変更=2021", "200", "2020:110 2021:120 2022:130"),
            None
        );
        assert_eq!(
            outcome("増 変更=2023", "200", "2020:110 2021:120 2022:130"),
            None
        );
        assert_eq!(
            outcome("増", "2022:200", "2020:110 2021:120 2022:130"),
            None,
            "the target's year has come"
        );
        assert!(outcome("増 変更=2020", "200", "2020:110 2021:120 2022:130").is_some());
    }

    #[test]
    fn i24_a_line_through_the_actuals_leads_to_the_targets_year() {
        let whole = |n: i64| Decimal::from(n);
        assert_eq!(
            outcome("増", "200", "2020:120 2021:140 2022:160"),
            Some((whole(200), Some(Outlook::Reaches)))
        );
        assert_eq!(
            outcome("増", "200", "2020:110 2021:120 2022:130"),
            Some((whole(150), Some(Outlook::Misses)))
        );
        assert_eq!(
            outcome("減", "50", "2020:90 2021:80 2022:70"),
            Some((whole(50), Some(Outlook::Reaches)))
        );
        assert_eq!(
            outcome("増", "↗", "2020:110 2021:120 2022:130"),
            Some((whole(150), None))
        );
        assert_eq!(
            outcome("保", "100", "2020:100 2021:100 2022:100"),
            Some((whole(100), Some(Outlook::Stays)))
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
    fn i24_a_mean_of_the_period_is_foreseen_as_a_mean() {
        // R2 to R4 △55, △50, △45: the line leads to △35 in R6, the mean of the five years is △45.
        let c = case(
            "増 平均 単位=人",
            "-72",
            "-40",
            "2020:-55 2021:-50 2022:-45",
        );
        let f = of(&c, 2022).unwrap_or_else(|| panic!("three years are enough"));
        assert_eq!(f.value.exact, Decimal::from(-35));
        assert_eq!(f.mean.map(|mean| mean.exact), Some(Decimal::from(-45)));
        assert_eq!(
            f.outlook,
            Some(Outlook::Misses),
            "though △35 alone would do"
        );
        let c = case(
            "増 平均",
            "-72",
            "-40",
            "2020:-45 2021:集計中 2022:-41 2023:-39",
        );
        let f = of(&c, 2023).unwrap_or_else(|| panic!("three years are enough"));
        assert_eq!(
            f.mean.map(|mean| mean.shown.to_string()).as_deref(),
            Some("-40.5")
        );
        assert_eq!(f.outlook, Some(Outlook::Misses));
    }

    #[test]
    fn i24_what_is_kept_is_foreseen_within_its_limits_or_outside() {
        let outlook = |how: &str, actuals: &str| {
            let c = case(how, "8642", "≥8200", actuals);
            of(&c, 2022).and_then(|f| f.outlook)
        };
        assert_eq!(
            outlook("保", "2020:8500 2021:8400 2022:8300"),
            Some(Outlook::Leaves)
        );
        assert_eq!(
            outlook("保", "2020:8500 2021:8450 2022:8400"),
            Some(Outlook::Stays)
        );
        assert_eq!(
            outlook("保=..9000", "2020:8500 2021:8400 2022:8300"),
            Some(Outlook::Stays)
        );
        assert_eq!(
            outlook("保=8300..9000", "2020:8500 2021:8400 2022:8300"),
            Some(Outlook::Leaves)
        );
        assert_eq!(
            outlook("保=..8400", "2020:8390 2021:8450 2022:8390"),
            None,
            "one odd year leads nowhere"
        );
    }

    #[test]
    fn i30_a_forecast_is_not_rounded_into_the_opposite_of_what_is_said() {
        let shown = |how: &str, target: &str, actuals: &str| {
            let f = of(&case(how, "3", target, actuals), 2022);
            f.map(|f| (f.value.shown.to_string(), f.outlook))
        };
        let expected = |text: &str, outlook| Some((text.to_owned(), Some(outlook)));
        assert_eq!(
            shown("増", "2023:≥2", "2020:2 2021:1 2022:2"),
            expected("1.7", Outlook::Misses)
        );
        assert_eq!(
            shown("増", "2023:5", "2020:2 2021:1 2022:2"),
            expected("2", Outlook::Misses)
        );
        assert_eq!(
            shown("減", "2023:1", "2020:1 2021:2 2022:1"),
            expected("1.3", Outlook::Misses)
        );
        assert_eq!(
            shown("保=2..", "2023:2", "2020:4 2021:3 2022:2.4"),
            expected("1.5", Outlook::Leaves)
        );
        assert_eq!(
            shown("増", "2023:>2", "2020:2 2021:2 2022:2"),
            expected("2", Outlook::Misses)
        );
    }

    #[test]
    fn i25_what_the_policy_gained_against_no_policy() {
        let mut c = case("増", "100", "200", "150");
        c.series
            .without_policy
            .insert(FiscalYear(2022), Figure::read("90"));
        let at = |c: &Case, year| effect(&c.indicator, &c.series, c.period, FiscalYear(year));
        assert_eq!(at(&c, 2022).map(|e| e.gain), Some(60.into()));
        assert_eq!(at(&c, 2021), None);
    }
}
