//! Laws of judging, on figures of all kinds.

use proptest::prelude::*;
use proptest::strategy::Strategy;
use rust_decimal::Decimal;

use insight::presets::presets;
use insight::progress::cases::{Case, case};
use insight::progress::*;
use insight::rating::{find, rate};
use strategy::*;
use words::why::why;

fn small() -> impl Strategy<Value = Decimal> {
    (-5000i64..5000, 0u32..3).prop_map(|(n, scale)| Decimal::new(n, scale))
}

fn figure(value: Decimal) -> Figure {
    let number = Number {
        value,
        ..Number::default()
    };
    Figure::corrected(&value.to_string(), Reading::Number(number))
}

#[derive(Debug, Clone)]
pub struct Given {
    desired: usize,
    counting: usize,
    baseline: Option<Decimal>,
    target: Option<Decimal>,
    yearly: Option<Decimal>,
    actuals: Vec<Option<Decimal>>,
    tolerance: Option<Decimal>,
    year: i32,
}

prop_compose! {
    pub fn given()(
        desired in 0usize..4,
        counting in 0usize..4,
        baseline in prop::option::weighted(0.8, small()),
        target in prop::option::weighted(0.9, small()),
        yearly in prop::option::weighted(0.3, small()),
        actuals in prop::collection::vec(prop::option::weighted(0.8, small()), 5),
        tolerance in prop::option::weighted(0.2, (0i64..100).prop_map(Decimal::from)),
        year in 2019i32..2027,
    ) -> Given {
        Given { desired, counting, baseline, target, yearly, actuals, tolerance, year }
    }
}

impl Given {
    pub fn case(&self) -> Case {
        let mut case = case("", "-", "-", "-");
        case.year = FiscalYear(self.year);
        case.indicator.desired = [
            None,
            Some(Desired::Increase),
            Some(Desired::Decrease),
            Some(Desired::Keep {
                lower: None,
                upper: None,
            }),
        ][self.desired];
        case.indicator.counting = [
            Counting::Year,
            Counting::YearEnd,
            Counting::Average,
            Counting::Cumulative { from: None },
        ][self.counting];
        case.indicator.tolerance = self.tolerance;
        let baseline = |value| Baseline {
            figure: figure(value),
            at: None,
        };
        case.series.baseline = self.baseline.map(baseline);
        let targets = [(self.year, self.yearly), (2024, self.target)];
        case.series.targets = targets
            .into_iter()
            .filter_map(|(year, value)| Some((FiscalYear(year), figure(value?))))
            .collect();
        case.series.actuals = (2020..)
            .zip(&self.actuals)
            .filter_map(|(year, value)| Some((FiscalYear(year), figure((*value)?))))
            .collect();
        case
    }

    /// Every value changed by the same rule.
    fn map(&self, change: impl Fn(Decimal) -> Decimal) -> Self {
        Self {
            baseline: self.baseline.map(&change),
            target: self.target.map(&change),
            yearly: self.yearly.map(&change),
            actuals: self.actuals.iter().map(|v| v.map(&change)).collect(),
            tolerance: self.tolerance.map(|t| change(t).abs()),
            ..self.clone()
        }
    }
}

/// Returns the result, without the values that went in.
fn outcome(status: &ProgressStatus) -> String {
    let near = |d: Decimal| d.round_dp(12).normalize();
    match &status.progress {
        Progress::Rate {
            rate,
            pace,
            on_path,
            reached,
            moved,
        } => format!(
            "{} {:?} {on_path} {reached} {moved:?}",
            near(*rate),
            pace.map(near)
        ),
        Progress::Kept { kept, nearing, .. } => format!("kept {kept} {nearing}"),
        Progress::Moved { moved, .. } => format!("{moved:?}"),
        Progress::NoBaseline { reached, on_path } => format!("alone {reached} {on_path:?}"),
        Progress::Softened { on_path, reached } => format!("softened {on_path} {reached}"),
        Progress::Unknown(why) => format!("{why:?}"),
    }
}

proptest! {
    /// Telling everything in another unit changes no rate.
    #[test]
    fn i11_scaling_changes_nothing(given in given(), by in prop::sample::select(vec![2i64, 3, 10, 1000])) {
        let scaled = given.map(|v| v * Decimal::from(by));
        prop_assert_eq!(outcome(&given.case().status()), outcome(&scaled.case().status()));
    }

    /// Turning every sign and the way round changes nothing.
    #[test]
    fn i11_mirroring_mirrors(given in given()) {
        prop_assume!(given.counting != 3 || given.baseline.is_some());
        let mut mirrored = given.map(|v| -v);
        mirrored.desired = [0, 2, 1, 3][given.desired];
        prop_assert_eq!(outcome(&given.case().status()), outcome(&mirrored.case().status()));
    }

    /// The same plan so many years later reads the same.
    #[test]
    fn i11_shifting_the_years_changes_nothing(given in given(), by in -30i32..30, at in prop::option::of(2015i32..2024)) {
        let mut before = given.case();
        let mut after = given.case();
        let later = |year: FiscalYear| FiscalYear(year.0 + by);
        if let (Some(a), Some(b), Some(at)) = (&mut before.series.baseline, &mut after.series.baseline, at) {
            a.at = Some(At(at.to_string()));
            b.at = Some(At((at + by).to_string()));
        }
        after.year = later(after.year);
        after.period = Period { first: later(after.period.first), last: later(after.period.last) };
        let shift = |figures: &std::collections::BTreeMap<FiscalYear, Figure>| {
            figures.iter().map(|(year, figure)| (later(*year), figure.clone())).collect()
        };
        after.series.targets = shift(&after.series.targets);
        after.series.actuals = shift(&after.series.actuals);
        prop_assert_eq!(outcome(&before.status()), outcome(&after.status()));
    }

    /// Entering a blank for another year moves nothing, not even an average.
    #[test]
    fn i8_a_blank_never_moves_an_average(given in given(), year in 2015i32..2030, blank in prop::sample::select(vec!["－", "集計中", ""])) {
        let before = given.case();
        let mut after = given.case();
        after.series.actuals.entry(FiscalYear(year)).or_insert_with(|| Figure::read(blank));
        prop_assume!(year != given.year);
        prop_assert_eq!(outcome(&before.status()), outcome(&after.status()));
    }

    /// Any figures at all are judged, rated by every rule set, and answered for, without a panic;
    /// a band that is given holds.
    #[test]
    fn i1_judging_and_rating_are_total(
        values in prop::collection::vec((any::<i128>(), 0u32..29), 4),
        years in prop::collection::vec(any::<i32>(), 5),
        given in given(),
    ) {
        let any = |index: usize| {
            let (n, scale) = values[index];
            let n = n % 79_228_162_514_264_337_593_543_950_335i128;
            Decimal::from_i128_with_scale(n, scale)
        };
        let mut wild = given.clone();
        wild.baseline = Some(any(0));
        wild.target = Some(any(1));
        wild.yearly = Some(any(2));
        wild.actuals = vec![Some(any(3)); 5];
        wild.tolerance = Some(any(1));
        let mut case = wild.case();
        case.period = Period { first: FiscalYear(2020), last: FiscalYear(2024) };
        for (first, last, year) in [(2020, 2024, 2022), (2024, 2020, 2022), (years[2] / 2, years[3] / 2, years[4])] {
            case.period = Period { first: FiscalYear(first), last: FiscalYear(last) };
            case.year = FiscalYear(year);
            case.series.actuals.insert(case.year, figure(any(3)));
            let status = case.status();
            let _ = insight::expected::path(&case.indicator, &case.series, Period { first: FiscalYear(2020), last: FiscalYear(2024) });
            for rules in presets() {
                let (place, _) = find(&status, &rules);
                prop_assert!(place.is_none_or(|p| p < rules.bands.len()));
                prop_assert!(!why(&rate(status.clone(), &rules)).is_empty());
            }
        }
    }

    /// On the line is a pace of exactly 100, past it more.
    #[test]
    fn i12_on_the_line_is_a_hundred(b in small(), step in 1i64..1000, gone in 1i32..5) {
        let mut case = case("増", "-", "-", "-");
        case.year = FiscalYear(2019 + gone);
        let at = |n: i32| b + Decimal::from(step) * Decimal::from(n);
        case.series.baseline = Some(Baseline { figure: figure(b), at: None });
        case.series.targets.insert(FiscalYear(2024), figure(at(5)));
        case.series.actuals.insert(case.year, figure(at(gone)));
        prop_assert_eq!(case.status().pace(), Some(Decimal::ONE_HUNDRED));
    }
}
