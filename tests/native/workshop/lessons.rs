//! 知る: the question about an indicator, the drawn guesses, and their results (W14, W24 to W26).

use std::collections::BTreeMap;

use edit::{Gather, Refusal};
use insight::workshop::{GuessDrawing, beside, guesses, lesson, spread};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use strategy::*;

use super::{SESSION, plan};

const BIRTHS: Id<Indicator> = Id::new(1);

/// Returns the plan, with these figures of the indicator.
fn with(figures: &[(i32, &str)], unit: &str) -> Strategy {
    let mut s = plan();
    let mut indicator = Indicator::clone(s.get(BIRTHS).unwrap());
    indicator.unit = unit.to_owned();
    s.indicators.insert(indicator);
    let mut series = Series::clone(s.series.under(BIRTHS)[0]);
    let each = figures.iter();
    series.actuals = each
        .map(|(year, text)| (FiscalYear(*year), Figure::read(text)))
        .collect();
    s.series.insert(series);
    s
}

fn births() -> Strategy {
    with(
        &[
            (2019, "68"),
            (2020, "60"),
            (2021, "集計中"),
            (2022, "52"),
            (2023, "50"),
            (2024, "42"),
        ],
        "人",
    )
}

#[test]
fn w24_the_first_years_are_shown_and_the_scale_does_not_tell_the_way() {
    let lesson = lesson(&births(), BIRTHS).unwrap();
    let years = |all: &[(FiscalYear, Decimal)]| all.iter().map(|one| one.0.0).collect::<Vec<_>>();
    assert_eq!(years(&lesson.shown), [2019, 2020]);
    assert_eq!(years(&lesson.hidden), [2022, 2023, 2024]);
    let start = lesson.shown[1].1;
    let (up, down) = (lesson.scale.high - start, start - lesson.scale.low);
    assert!((up - down).abs() <= Decimal::from(20), "{lesson:?}");
    for (_, value) in lesson.shown.iter().chain(&lesson.hidden) {
        assert!((lesson.scale.low..=lesson.scale.high).contains(value));
    }
    assert_eq!(lesson.scale.step, Decimal::ONE);
}

#[test]
fn w24_of_one_year_or_across_a_change_of_definition_nothing_is_asked() {
    assert_eq!(lesson(&with(&[(2020, "5")], "人"), BIRTHS), None);
    let mut s = births();
    let mut indicator = Indicator::clone(s.get(BIRTHS).unwrap());
    indicator.breaks = vec![FiscalYear(2022)];
    s.indicators.insert(indicator.clone());
    let since = lesson(&s, BIRTHS).unwrap();
    assert_eq!(since.shown[0].0, FiscalYear(2022));
    indicator.breaks = vec![FiscalYear(2024)];
    s.indicators.insert(indicator);
    assert_eq!(lesson(&s, BIRTHS), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn w25_whatever_is_drawn_is_on_a_step_and_on_the_scale(
        figures in proptest::collection::btree_map(2010_i32..2025, -5_000_i64..90_000, 2..9),
        scale in 0_u32..4,
        drawn in proptest::collection::vec((any::<usize>(), -0.2_f64..1.2, -30_i32..30), 1..8),
    ) {
        let texts: Vec<(i32, String)> = figures
            .iter()
            .map(|(year, value)| (*year, Decimal::new(*value, scale).to_string()))
            .collect();
        let texts: Vec<(i32, &str)> = texts.iter().map(|(year, text)| (*year, text.as_str())).collect();
        let s = with(&texts, "");
        let lesson = lesson(&s, BIRTHS).unwrap();
        prop_assert!(!lesson.shown.is_empty() && !lesson.hidden.is_empty());
        prop_assert!(lesson.scale.low < lesson.scale.high && !lesson.scale.step.is_zero());
        prop_assert!((3..=12).contains(&lesson.scale.marks.len()), "{:?}", lesson.scale);
        for (_, value) in lesson.shown.iter().chain(&lesson.hidden) {
            let share = lesson.scale.share(*value);
            prop_assert!((0.0..=1.0).contains(&share));
        }
        let mut drawing = GuessDrawing::blank(&lesson);
        let mut furthest = 0;
        for (at, share, steps) in drawn {
            let at = at % lesson.hidden.len();
            furthest = furthest.max(at);
            drawing.draw(&lesson, at, lesson.scale.at(share));
            drawing.nudge(&lesson, at, steps);
            for year in 0..lesson.hidden.len() {
                prop_assert_eq!(drawing.at(year).is_some(), year <= furthest);
                if let Some(value) = drawing.at(year) {
                    prop_assert!(value >= lesson.scale.low && value <= lesson.scale.high);
                    let again = lesson.scale.at(lesson.scale.share(value));
                    let off = (again - value).abs();
                    prop_assert!(off <= lesson.scale.step, "{value} {again}");
                }
            }
        }
        prop_assert_eq!(drawing.is_whole(), furthest + 1 == lesson.hidden.len());
    }
}

#[test]
fn w25_what_is_left_out_is_a_straight_line() {
    let lesson = lesson(&births(), BIRTHS).unwrap();
    let mut drawing = GuessDrawing::blank(&lesson);
    assert!(!drawing.is_begun());
    drawing.draw(&lesson, 2, Decimal::from(40));
    let drawn: Vec<_> = (0..3).map(|at| drawing.at(at).unwrap().to_i64()).collect();
    // From 60 in 2020: five fewer a year.
    assert_eq!(drawn, [Some(50), Some(45), Some(40)]);
    drawing.nudge(&lesson, 2, -3);
    assert_eq!(drawing.at(2), Some(Decimal::from(37)));
    assert!(drawing.is_whole());
}

/// Returns a guess of the last year.
fn guess(id: u64, table: &str, value: &str, reasons: &[&str]) -> Guess {
    Guess {
        id: Id::new(id),
        session: SESSION,
        order: Order::at(id as i64),
        indicator: Some(BIRTHS),
        table: table.to_owned(),
        values: BTreeMap::from([(FiscalYear(2024), Figure::read(value))]),
        reasons: reasons.iter().map(|one| (*one).to_owned()).collect(),
    }
}

#[test]
fn w26_a_guess_is_told_beside_what_came_and_all_together() {
    let mut s = births();
    for one in [guess(1, "A", "48", &[]), guess(2, "A", "30", &[])] {
        edit::add_guess(&s, one, 5).unwrap().apply(&mut s).unwrap();
    }
    let lesson = lesson(&s, BIRTHS).unwrap();
    let all = guesses(&s, SESSION, BIRTHS);
    let told = beside(&lesson, all[0]).unwrap();
    assert_eq!((told.year.0, told.gap), (2024, Decimal::from(6)));
    assert_eq!(
        spread(&lesson, &all),
        Some((Decimal::from(30), Decimal::from(48)))
    );
    let blank = Guess {
        values: BTreeMap::new(),
        ..guess(3, "A", "1", &[])
    };
    assert_eq!(edit::add_guess(&s, blank, 5), Err(Refusal::Nothing));
    // They are removed with the indicator, and come back with it.
    let removed = edit::remove(&s, BIRTHS).unwrap();
    let before = s.clone();
    removed.apply(&mut s).unwrap();
    assert!(s.guesses.is_empty());
    removed.reverse().apply(&mut s).unwrap();
    assert_eq!(s, before);
}

#[test]
fn w14_guesses_come_together_once_in_any_order_with_all_that_was_said() {
    let here = births();
    let file = |table: &str, all: &[Guess]| {
        let mut file = edit::table_file(&here, SESSION, table).unwrap();
        for one in all {
            file.guesses.insert(one.clone());
        }
        file
    };
    let files = [
        file("A", &[guess(1, "A", "48", &["仕事が減った"])]),
        file("B", &[guess(2, "B", "50", &[])]),
        file("A", &[guess(1, "A", "48", &["若い人が出た"])]),
    ];
    let gathered = |order: [usize; 3]| {
        let mut gather = Gather::new(&here, SESSION);
        let told: Vec<_> = order
            .iter()
            .map(|at| gather.take(&files[*at]).unwrap())
            .collect();
        let mut all = here.clone();
        gather.finish().unwrap().apply(&mut all).unwrap();
        (all, told)
    };
    let (straight, told) = gathered([0, 1, 2]);
    let changes: Vec<_> = told
        .iter()
        .map(|one| (one.new_guesses, one.changed_guesses))
        .collect();
    assert_eq!(changes, [(1, 0), (1, 0), (0, 1)]);
    let (other, _) = gathered([2, 1, 0]);
    assert_eq!(straight, other);
    assert_eq!(straight.guesses.len(), 2);
    let one = straight.guesses.get(Id::new(1)).unwrap();
    assert_eq!(one.reasons, ["仕事が減った", "若い人が出た"]);
    let mut again = Gather::new(&straight, SESSION);
    assert!(again.take(&files[0]).unwrap().is_known());
}

#[test]
fn w6_a_tables_file_tells_by_title_what_the_town_does_about_what_is_shown() {
    let mut s = births();
    let goal = Goal {
        targets: vec![BIRTHS],
        ..Goal::clone(s.get(Id::new(2)).unwrap())
    };
    s.goals.insert(goal);
    s.measures.insert(Measure {
        id: Id::new(1),
        goal: Id::new(2),
        title: "産む前から支える".to_owned(),
        direction: "くわしい方向".to_owned(),
        ..Measure::default()
    });
    let file = edit::table_file(&s, SESSION, "A").unwrap();
    assert_eq!(file.integrity(), []);
    assert_eq!(file.measures_for(BIRTHS), [Id::new(1)]);
    assert!(file.measures.get(Id::new(1)).unwrap().direction.is_empty());
    assert_eq!(file.goals.len(), 2);
    assert!(lesson(&file, BIRTHS).is_some());
}
