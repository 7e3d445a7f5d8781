//! Sentences of indicators of odd kinds, as an official reads them aloud.

use std::collections::BTreeMap;

use ::words::{Language, Voice, answer, assembly};
use insight::answer::IndicatorAnswer;
use insight::appraisal::Appraisal;
use insight::assembly::AssemblyReply;
use insight::briefing::briefing;
use insight::overview::IndicatorIndex;
use insight::presets::standard;
use output::chart::{Trend, YearlyData, spark};
use strategy::*;

/// The year judged.
const YEAR: FiscalYear = FiscalYear(2024);

fn figures(all: &[(i32, &str)]) -> BTreeMap<FiscalYear, Figure> {
    let figure = |(year, text): &(i32, &str)| (FiscalYear(*year), Figure::read(text));
    all.iter().map(figure).collect()
}

fn keep(lower: Option<i64>, upper: Option<i64>) -> Desired {
    let [lower, upper] = [lower, upper].map(|limit| limit.map(Into::into));
    Desired::Keep { lower, upper }
}

/// An indicator of a plan of 令和3～7年度 with a baseline of R2, the target of R7 and some actuals.
fn plan(
    (name, unit, desired): (&str, &str, Desired),
    start: &str,
    target: &str,
    actuals: &[(i32, &str)],
) -> Strategy {
    let mut s = Strategy::default();
    s.about.insert(About {
        period: Period {
            first: FiscalYear(2021),
            last: FiscalYear(2025),
        },
        ruleset: Some(standard()),
        ..About::default()
    });
    s.indicators.insert(Indicator {
        id: Id::new(1),
        name: name.to_owned(),
        unit: unit.to_owned(),
        desired: Some(desired),
        ..Indicator::default()
    });
    s.series.insert(Series {
        id: Id::new(1),
        indicator: Id::new(1),
        baseline: Some(Baseline {
            figure: Figure::read(start),
            at: Some(At("R2".to_owned())),
        }),
        targets: figures(&[(2025, target)]),
        actuals: figures(actuals),
        ..Series::default()
    });
    s
}

/// Question, answer, and what is said of the rating and of the years to come.
fn said(s: &Strategy, language: Language) -> [String; 3] {
    let id = Id::new(1);
    let index = IndicatorIndex::of(s);
    let seen = index
        .glance(s, &Appraisal::of(s, YEAR), id)
        .expect("it is there");
    let indicator = s.get(id).expect("it is there");
    let of = IndicatorAnswer::of(indicator, index.series(id), &seen);
    let reply = AssemblyReply::of(s, id, YEAR).expect("it is there");
    Voice::compiled_in(language).says(|| {
        [
            answer::question(&indicator.name, &of),
            answer::answer(&of),
            assembly::explained(&reply).concat(),
        ]
    })
}

fn in_japanese(s: &Strategy) -> [String; 3] {
    said(s, Language::Japanese)
}

#[test]
fn none_at_all_is_kept_not_none_or_less() {
    let children = ("待機児童数", "人", keep(None, Some(0)));
    let s = plan(children, "0", "0", &[(2023, "0"), (2024, "0")]);
    let [question, _, why] = in_japanese(&s);
    assert_eq!(question, "「待機児童数」は0人を保っていますか？");
    assert!(why.contains("目標（0人）を保っているため"), "{why}");
    // A balance may be below zero.
    let share = ("実質赤字比率", "％", keep(None, Some(0)));
    let s = plan(share, "0", "0", &[(2023, "0"), (2024, "△1")]);
    assert_eq!(
        in_japanese(&s)[0],
        "「実質赤字比率」は0％以下を保っていますか？"
    );
}

#[test]
fn i135_a_figure_in_another_unit_is_not_told_as_one_of_the_indicator() {
    let walkers = ("歩く人の数", "人", Desired::Increase);
    let s = plan(walkers, "100", "200", &[(2023, "110"), (2024, "1.2km")]);
    let [_, told, _] = in_japanese(&s);
    assert!(told.contains("単位が違い"), "{told}");
    assert!(!told.contains("1.2人"), "{told}");
}

#[test]
fn i138_what_passed_through_its_range_is_not_said_to_be_on_the_way_there() {
    let deer = ("シカの密度", "頭", keep(Some(3), Some(5)));
    let s = plan(deer, "11.8", "3～5", &[(2023, "7.2"), (2024, "2.5")]);
    assert_eq!(
        in_japanese(&s)[1],
        "いいえ。令和6年度は2.5頭で、はじめの11.8頭（R2）より9.3頭減りました。めざす範囲を下回りました。"
    );
    let s = plan(deer, "11.8", "3～5", &[(2023, "7.2"), (2024, "5.6")]);
    assert!(in_japanese(&s)[1].ends_with("めざす範囲に近づいています。"));
}

#[test]
fn i139_slowed_growth_as_good_as_expected_is_not_put_before_the_mayor_as_worse() {
    let waste = ("ごみ排出量", "g", Desired::Decrease);
    let years = |last| [(2021, "860"), (2022, "870"), (2023, "880"), (2024, last)];
    let s = plan(waste, "850", "900", &years("890"));
    assert!(in_japanese(&s)[2].contains("目標 900g（R7）に向けて見込む範囲に収まっている"));
    assert!(briefing(&s, YEAR).worse.is_empty());
    let s = plan(waste, "850", "900", &years("895"));
    assert_eq!(briefing(&s, YEAR).worse.len(), 1);
}

#[test]
fn i140_what_is_expected_of_a_year_has_the_decimals_of_its_figures() {
    let houses = ("空き家の数", "戸", Desired::Decrease);
    let s = plan(houses, "486", "521", &[(2024, "541")]);
    let told = &in_japanese(&s)[1];
    assert!(told.ends_with("この年度の目安は514戸です。"), "{told}");
}

#[test]
fn a_forecast_beyond_what_can_be_names_the_limit() {
    let served = ("水洗化率", "%", Desired::Increase);
    let years = [
        (2021, "98.9"),
        (2022, "99.2"),
        (2023, "99.6"),
        (2024, "99.9"),
    ];
    let why = &in_japanese(&plan(served, "98.5", "99.5", &years))[2];
    assert!(
        why.ends_with("このままの動きならR7は100％で、目標に届く見込み（実績の年数が少ない、計算上は約100.3％となるため、この動きは続かない）。"),
        "{why}"
    );
    let lost = ("自殺者数", "人", Desired::Decrease);
    let years = [(2021, "2"), (2022, "1"), (2023, "0"), (2024, "0")];
    let why = &in_japanese(&plan(lost, "3", "0", &years))[2];
    assert!(why.contains("R7は0人で、目標に届く見込み"), "{why}");
}

#[test]
fn a_difference_from_a_rough_figure_is_rough() {
    let visitors = ("来場者数", "人", Desired::Increase);
    let s = plan(visitors, "約100", "約200", &[(2024, "約180")]);
    assert!(in_japanese(&s)[1].ends_with("はじめの約100人（R2）より約80人増えました。"));
}

#[test]
fn a_rate_in_thousandths_rises_and_a_minus_in_english_is_no_triangle() {
    let moved = ("転入超過率", "‰", Desired::Increase);
    let s = plan(moved, "△3.2", "0", &[(2024, "△1.1")]);
    let [question, told, _] = in_japanese(&s);
    assert_eq!(question, "「転入超過率」は上がっていますか？");
    assert!(
        told.ends_with("△1.1‰で、はじめの△3.2‰（R2）より2.1‰上がりました。"),
        "{told}"
    );
    let told = said(&s, Language::English).concat();
    assert!(told.contains("−1.1‰") && !told.contains('△'), "{told}");
}

#[test]
fn i142_words_in_the_place_of_a_figure_are_told_as_they_are_printed() {
    let made = ("防災計画の策定", "", Desired::Increase);
    let answers = |target: &str, actual: &str| {
        let s = plan(made, "未実施", target, &[(2024, actual)]);
        Language::ALL.map(|language| said(&s, language)[1].clone())
    };
    let [told, ..] = answers("実施", "実施");
    assert!(
        told.ends_with("令和6年度は「実施」です（めざす値は「実施」）。"),
        "{told}"
    );
    // 未実施 is a reason for a missing number, but not where the target is in words.
    let [told, ..] = answers("実施", "未実施");
    assert!(
        told.ends_with("令和6年度は「未実施」です（めざす値は「実施」）。"),
        "{told}"
    );
    let [told, ..] = answers("100", "未実施");
    assert!(told.ends_with("令和6年度は調査がありません。"), "{told}");
    let [told, ..] = answers("100", "検討中");
    assert!(told.ends_with("令和6年度は「検討中」です。"), "{told}");
    for told in answers("実施", "検討中") {
        assert!(told.contains("検討中") && told.contains("実施"), "{told}");
    }
}

#[test]
fn an_indicator_without_series_says_that_there_are_no_figures() {
    let mut s = plan(("出生数", "人", Desired::Increase), "40", "50", &[]);
    s.series = Strategy::default().series;
    for language in Language::ALL {
        assert_ne!(said(&s, language)[1], "", "{language:?}");
    }
    assert_eq!(in_japanese(&s)[1], "数字はまだありません。");
}

#[test]
fn a_series_without_a_figure_is_named_beside_one_with_a_figure() {
    let mut s = plan(
        ("就業率", "％", Desired::Increase),
        "60",
        "70",
        &[(2024, "69")],
    );
    let mut other = Series::clone(s.get(Id::new(1)).expect("it is there"));
    other.id = Id::new(2);
    other.name = "男性".to_owned();
    other.actuals = figures(&[(2024, "未公表")]);
    s.series.insert(other);
    assert_eq!(
        in_japanese(&s)[1],
        "はい。全体 60％（R2） → 69％（R6）。男性：令和6年度の数字はまだ公表されていません。"
    );
}

#[test]
fn a_tenth_is_ten_points_and_no_point() {
    let s = plan(
        ("賛成の割合", "割", Desired::Increase),
        "3",
        "4",
        &[(2024, "4")],
    );
    assert!(in_japanese(&s)[1].contains("より1割上がりました"));
}

#[test]
fn i141_charts_draw_each_figure_at_its_height_in_the_unit_and_none_of_another_unit() {
    let of = |target: &str, actuals: &[(i32, &str)]| {
        let s = plan(
            ("来訪者数", "人", Desired::Increase),
            "9千人",
            target,
            actuals,
        );
        let seen = IndicatorIndex::of(&s)
            .glance(&s, &Appraisal::of(&s, YEAR), Id::new(1))
            .expect("it is there");
        let trend = Trend::of(&s, Id::new(1), &seen);
        let values = |data: &YearlyData| -> Vec<Option<f64>> {
            data.iter().map(|(_, datum)| datum.value).collect()
        };
        let line = &trend.lines[0];
        let notes = Voice::compiled_in(Language::Japanese).says(|| trend.notes());
        (
            values(&line.targets),
            values(&line.actuals),
            spark(&seen.rows[0]),
            notes,
        )
    };
    let (targets, actuals, small, _) = of("1.2万人", &[(2023, "9,500"), (2024, "1万人")]);
    assert_eq!(targets, [Some(12_000.0)]);
    assert_eq!(actuals, [Some(9_500.0), Some(10_000.0)]);
    assert_eq!(small.target, Some((FiscalYear(2025), 12_000.0)));
    let (targets, actuals, small, notes) = of("120百万円", &[(2023, "9,500"), (2024, "1.2km")]);
    assert_eq!((targets, small.target), (vec![None], None));
    assert_eq!(actuals, [Some(9_500.0), None]);
    assert!(notes[0].contains("1.2km"), "{notes:?}");
}
