//! 交付金・寄附: the table 開始前 | 各年度増加分 | 累計 (I106 to I110), and the values of forms (I111).

use std::collections::BTreeMap;

use insight::grants::{FormFacts, FormValue, KpiValue, NoIncrement, Taken, increments_of};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use proptest::strategy::Strategy as Generator;
use rust_decimal::Decimal;
use strategy::*;

const PLAN: Period = Period {
    first: FiscalYear(2025),
    last: FiscalYear(2029),
};

fn years(texts: &[(i32, &str)]) -> BTreeMap<FiscalYear, Figure> {
    let figure = |(year, text): &(i32, &str)| (FiscalYear(*year), Figure::read(text));
    texts.iter().map(figure).collect()
}

/// An indicator of the plan, in a project of its first three years.
struct Kpi {
    indicator: Indicator,
    series: Series,
}

const PROJECT: Period = Period {
    first: FiscalYear(2025),
    last: FiscalYear(2027),
};

fn kpi(unit: &str, baseline: &str, targets: &[(i32, &str)]) -> Kpi {
    Kpi {
        indicator: Indicator {
            id: Id::new(1),
            name: "数".to_owned(),
            unit: unit.to_owned(),
            ..Indicator::default()
        },
        series: Series {
            id: Id::new(1),
            indicator: Id::new(1),
            baseline: (!baseline.is_empty()).then(|| Baseline {
                figure: Figure::read(baseline),
                at: Some(At("R6".to_owned())),
            }),
            targets: years(targets),
            ..Series::default()
        },
    }
}

const TARGETS: [(i32, &str); 3] = [(2025, "110"), (2026, "130"), (2027, "160")];

impl Kpi {
    fn table(&self) -> insight::grants::Increments {
        increments_of(&self.indicator, &self.series, PLAN, PROJECT).expect("no mean")
    }

    /// The start, the increments and the total of the targets, as texts; of what is not told the reason.
    fn shown(&self) -> String {
        let table = self.table();
        let told = |value: Result<Decimal, NoIncrement>| match value {
            Ok(value) => value.normalize().to_string(),
            Err(why) => format!("{why:?}"),
        };
        let start = table.start.map(|one| one.value);
        let mut all = vec![told(start.ok_or(NoIncrement::NoStart))];
        all.extend(table.planned.steps.iter().map(|step| told(*step)));
        all.push(told(table.planned.total.map(|(_, total)| total)));
        all.join(" ")
    }
}

#[test]
fn i107_what_each_year_adds_is_told_with_its_sign() {
    assert_eq!(kpi("人", "100", &TARGETS).shown(), "100 10 20 30 60");
    let falls = [(2025, "90"), (2026, "70"), (2027, "75")];
    let mut fall = kpi("人", "100", &falls);
    fall.indicator.desired = Some(Desired::Decrease);
    assert_eq!(fall.shown(), "100 -10 -20 5 -25");
    let mut rank = kpi("位", "40", &[(2025, "38"), (2026, "35"), (2027, "30")]);
    rank.indicator.counting = Counting::Rank;
    assert_eq!(rank.shown(), "40 -2 -3 -5 -10");
    let units = [(2025, "6.5万人"), (2026, "66000人"), (2027, "6.7万人")];
    assert_eq!(
        kpi("人", "6.4万人", &units).shown(),
        "64000 1000 1000 1000 3000"
    );
}

#[test]
fn i106_the_start_is_the_latest_figure_before_the_project() {
    let mut one = kpi("人", "100", &TARGETS);
    one.series.actuals = years(&[(2023, "80"), (2024, "105"), (2025, "112")]);
    assert_eq!(one.shown(), "105 5 20 30 55");
    one.series.actuals = years(&[(2023, "80"), (2024, "集計中")]);
    assert_eq!(one.shown(), "100 10 20 30 60", "the baseline is of 2024");
    one.series.baseline = None;
    assert_eq!(one.shown(), "80 30 20 30 80");
    one.series.actuals.clear();
    assert_eq!(one.shown(), "NoStart NoStart 20 30 NoStart");
    let mut total = kpi("件", "", &[(2025, "3"), (2026, "7"), (2027, "12")]);
    total.indicator.counting = Counting::Cumulative { from: None };
    assert_eq!(
        total.shown(),
        "0 3 4 5 12",
        "a running total starts at zero"
    );
}

#[test]
fn i108_a_missing_year_is_said_and_never_zero() {
    let gap = kpi("人", "100", &[(2025, "110"), (2027, "160")]);
    let missing = "NoFigure(FiscalYear(2026))";
    assert_eq!(gap.shown(), format!("100 10 {missing} {missing} 60"));
    let open = kpi("人", "100", &[(2025, "110")]);
    let (second, third) = (missing, "NoFigure(FiscalYear(2027))");
    assert_eq!(open.shown(), format!("100 10 {second} {third} {third}"));
    let mut actual = kpi("人", "100", &TARGETS);
    actual.series.actuals = years(&[(2025, "108"), (2026, "集計中")]);
    let line = actual.table().actual;
    assert_eq!(line.total, Ok((FiscalYear(2025), Decimal::from(8))));
    assert_eq!(line.steps[1], Err(NoIncrement::NoFigure(FiscalYear(2026))));
}

#[test]
fn i109_a_mean_has_no_increments_and_a_share_grows_by_points() {
    let mut mean = kpi("人", "100", &TARGETS);
    mean.indicator.counting = Counting::Average;
    let refused = increments_of(&mean.indicator, &mean.series, PLAN, PROJECT);
    assert_eq!(refused, None);
    for (unit, points) in [
        ("%", true),
        ("％", true),
        ("ポイント", false),
        ("人", false),
    ] {
        assert_eq!(
            kpi(unit, "10", &TARGETS).table().adds_points,
            points,
            "{unit}"
        );
    }
    let mixed = kpi("%", "10", &[(2025, "12"), (2026, "300人"), (2027, "15")]);
    let missing = "NoFigure(FiscalYear(2026))";
    assert_eq!(mixed.shown(), format!("10 2 {missing} {missing} 5"));
}

#[test]
fn i110_nothing_is_added_across_a_change_of_definition() {
    let mut one = kpi("人", "100", &TARGETS);
    one.indicator.breaks = vec![FiscalYear(2026)];
    let changed = "Redefined(FiscalYear(2026))";
    assert_eq!(one.shown(), format!("100 10 {changed} 30 {changed}"));
    one.indicator.breaks = vec![FiscalYear(2020), FiscalYear(2028)];
    assert_eq!(one.shown(), "100 10 20 30 60");
}

/// A generated indicator: whole numbers of the year before and of each year of a project, and its tenths.
fn generated() -> impl Generator<Value = (i64, Vec<Option<i64>>, u32)> {
    let year = proptest::option::weighted(0.85, -9_999i64..99_999);
    (
        -9_999i64..99_999,
        proptest::collection::vec(year, 1..6),
        0u32..3,
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// The naive computation: differences of the typed numbers, one after another.
    #[test]
    fn i108_the_table_is_that_of_a_naive_computation((before, values, scale) in generated()) {
        let number = |value: i64| Decimal::new(value, scale);
        let mut one = kpi("件", "", &[]);
        one.series.actuals.insert(FiscalYear(2024), Figure::read(&number(before).to_string()));
        for (year, value) in (2025..).zip(&values) {
            if let Some(value) = value {
                let figure = Figure::read(&number(*value).to_string());
                one.series.targets.insert(FiscalYear(year), figure);
            }
        }
        let project = Period { first: FiscalYear(2025), last: FiscalYear(2024 + values.len() as i32) };
        let table = increments_of(&one.indicator, &one.series, PLAN, project).expect("no mean");
        let mut last = Some(before);
        let mut sum = Some(0i64);
        for (step, value) in table.planned.steps.iter().zip(&values) {
            let naive = last.zip(*value).map(|(last, value)| value - last);
            prop_assert_eq!(step.ok(), naive.map(number));
            sum = sum.zip(naive).map(|(sum, naive)| sum + naive);
            last = *value;
        }
        let total = table.planned.total.ok().map(|(_, total)| total);
        if let Some(sum) = sum {
            prop_assert_eq!(total, Some(number(sum)));
        }
        prop_assert_eq!(total, last.map(|last| number(last - before)));
    }
}

#[test]
fn i111_every_value_of_a_form_has_its_name_and_a_content() {
    let one = kpi("%", "100", &TARGETS);
    let mut s = Strategy::default();
    s.about.insert(About {
        period: PLAN,
        ..About::default()
    });
    let mut mean = Indicator::clone(&one.indicator);
    (mean.id, mean.counting) = (Id::new(2), Counting::Average);
    s.indicators.insert(one.indicator);
    s.indicators.insert(mean);
    let mut of_mean = Series::clone(&one.series);
    (of_mean.id, of_mean.indicator) = (Id::new(2), Id::new(2));
    of_mean.actuals = years(&[(2026, "集計中")]);
    s.series.insert(one.series);
    s.series.insert(of_mean);
    let mut project = GrantProject {
        period: PROJECT,
        kpis: vec![Id::new(1), Id::new(2)],
        ..GrantProject::default()
    };
    let review = GrantReview {
        cause: "要因".to_owned(),
        ..GrantReview::default()
    };
    project.reviews.insert(FiscalYear(2025), review);
    let facts = FormFacts::of(&s, &project, None);
    for value in FormValue::all(2, 3) {
        assert_eq!(value.to_string().parse(), Ok(value), "{value}");
        assert_ne!(facts.taken(value), Taken::Outside, "{value}");
    }
    let taken = |name: &str| facts.taken(name.parse().expect(name));
    assert_eq!(taken("title"), Taken::Empty);
    assert_eq!(taken("kpi.1.increment.3"), Taken::Number(Decimal::from(30)));
    assert_eq!(taken("kpi.1.total"), Taken::Number(Decimal::from(60)));
    assert_eq!(taken("kpi.1.actual.1"), Taken::Empty);
    assert_eq!(taken("kpi.2.start"), Taken::Average);
    assert_eq!(taken("kpi.2.target.1"), Taken::Number(Decimal::from(110)));
    assert_eq!(taken("kpi.2.actual.2"), Taken::Text("集計中".to_owned()));
    assert_eq!(taken("kpi.3.start"), Taken::Outside);
    assert_eq!(taken("kpi.1.target.4"), Taken::Outside);
    assert_eq!(taken("cause"), Taken::Text("要因".to_owned()));
    assert_eq!(taken("review_year"), Taken::Year(FiscalYear(2025)));
    assert_eq!(
        facts.taken(FormValue::Kpi(0, KpiValue::Name)),
        Taken::Outside
    );
    for name in [
        "",
        "kpi",
        "kpi.0.start",
        "kpi.x.start",
        "kpi.1.increment.0",
        "kpi.1.start.1",
    ] {
        assert!(name.parse::<FormValue>().is_err(), "{name}");
    }
}
