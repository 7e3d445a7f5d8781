//! 人口の見通し: a 試算 by hand, against another way of computing it, and the laws it obeys.

use fixtures::arbitrary::Dice;
use fixtures::prefecture::{BANDS, of_year, towns};
use insight::population::{
    AGE_GROUPS, AgeGroup, OutlookReport, YearPopulation, areas, at_year, halved_in, outlook,
    published, total_indicators, whole_by_age,
};
use proptest::prelude::*;
use strategy::{AgeShare, FiscalYear, Id, Projection, Scenario, Strategy};

/// Persons in some bands, nobody in the others.
fn people(some: &[(usize, u32)]) -> Vec<u32> {
    let mut bands = vec![0; BANDS];
    some.iter()
        .for_each(|(band, persons)| bands[*band] = *persons);
    bands
}

/// 100 women of 20–24 in 2020, 60 of whom are there in 2025 and 54 in 2030, and their children.
fn small_town() -> Projection {
    Projection {
        name: "みほん町".to_owned(),
        code: "01999".to_owned(),
        years: vec![
            of_year(2020, people(&[]), people(&[(4, 100)])),
            of_year(2025, people(&[(0, 15)]), people(&[(0, 15), (5, 60)])),
            of_year(
                2030,
                people(&[(0, 14), (1, 15)]),
                people(&[(0, 13), (1, 15), (6, 54)]),
            ),
        ],
        ..Projection::default()
    }
}

fn starting(from: i32) -> Scenario {
    Scenario::starting("試算".to_owned(), FiscalYear(from))
}

fn groups(year: &YearPopulation) -> [i64; 6] {
    AgeGroup::ALL.map(|group| year.group(group))
}

#[test]
fn a_fifth_of_those_who_leave_stays_by_hand() {
    let mut scenario = starting(2020);
    scenario.kept = vec![AgeShare {
        age: 15,
        percent: 20,
    }];
    let years = outlook(&small_town(), &scenario).unwrap();
    // 40 leave, 20 % of them stay: 8 more of 25–29.
    assert_eq!(years[1].women[5], 68);
    // 15 boys and 15 girls of 60 women are a quarter each: 2 more each of 8 more women.
    assert_eq!((years[1].men[0], years[1].women[0]), (17, 17));
    assert_eq!(years[1].group(AgeGroup::All), 90 + 12);
    // 54 of 60 stay until 2030: 7.2 of 8. Of 54 women there are 14 boys and 13 girls: 1.87 and 1.73 more of 7.2 women.
    assert_eq!(years[2].women[6], 54 + 7);
    assert_eq!((years[2].men[0], years[2].women[0]), (14 + 2, 13 + 2));
    // All children of 2025 are there five years later, the 2 and 2 more, too.
    assert_eq!((years[2].men[1], years[2].women[1]), (17, 17));
    assert_eq!(years[2].group(AgeGroup::All), 111 + 7 + 4 + 4);
    // 小学生: four fifths of 34.
    assert_eq!(years[2].group(AgeGroup::Pupils), 27);
}

#[test]
fn families_that_move_in_by_hand() {
    let mut scenario = starting(2025);
    scenario.households = 4;
    let years = outlook(&small_town(), &scenario).unwrap();
    assert_eq!(years[1], published(&small_town())[1]);
    // 20 families in five years: their parents, a child of 0–4 each, and half as many of 5–9. They have no others yet.
    assert_eq!((years[2].men[6], years[2].women[6]), (20, 54 + 20));
    assert_eq!((years[2].men[0], years[2].women[0]), (14 + 10, 13 + 10));
    assert_eq!((years[2].men[1], years[2].women[1]), (15 + 5, 15 + 5));
    assert_eq!(years[2].group(AgeGroup::All), 111 + 70);
}

#[test]
fn more_children_by_hand() {
    let mut scenario = starting(2020);
    scenario.births = 20;
    let years = outlook(&small_town(), &scenario).unwrap();
    assert_eq!((years[1].men[0], years[1].women[0]), (18, 18));
    assert_eq!(years[2].group(AgeGroup::All), 111 + 3 + 3 + 3 + 3);
}

#[test]
fn p1_a_scenario_without_assumptions_is_the_projection_of_every_town() {
    for town in towns(20_231_222, 43, 45) {
        for from in [2020, 2025, 2045] {
            let years = outlook(&town, &starting(from)).unwrap();
            assert_eq!(years, published(&town));
            for (year, printed) in years.iter().zip(&town.years) {
                let printed = [
                    printed.total,
                    printed.children,
                    printed.working,
                    printed.elderly,
                    printed.oldest,
                ];
                assert_eq!(groups(year)[..5], printed.map(i64::from));
            }
        }
    }
}

#[test]
fn p2_a_printed_total_stands_where_its_ages_add_up_to_another() {
    let mut town = small_town();
    town.years[1].total += 3;
    let mut scenario = starting(2020);
    assert_eq!(published(&town)[1].group(AgeGroup::All), 93);
    scenario.kept = vec![AgeShare {
        age: 15,
        percent: 20,
    }];
    let years = outlook(&town, &scenario).unwrap();
    assert_eq!(years[1].group(AgeGroup::All), 93 + 12);
}

#[test]
fn p4_between_two_years_there_is_a_straight_line() {
    let years = published(&small_town());
    let at = |year| at_year(&years, AgeGroup::All, FiscalYear(year));
    assert_eq!(
        [at(2019), at(2020), at(2025), at(2031)],
        [None, Some(100), Some(90), None]
    );
    assert_eq!(
        [at(2021), at(2024), at(2026)],
        [Some(98), Some(92), Some(94)]
    );
    assert_eq!(halved_in(&years), None);
    let mut town = small_town();
    town.years[2].total = 10;
    assert_eq!(halved_in(&published(&town)), Some(FiscalYear(2028)));
}

#[test]
fn the_indicators_of_the_population_are_found() {
    let mut strategy = Strategy::default();
    for (nth, (name, unit)) in [("人口増減率", "％"), ("定住人口", "人"), ("総 人口", "人")]
        .into_iter()
        .enumerate()
    {
        let id = Id::new(nth as u64 + 1);
        let edit = edit::add_indicator(&strategy, id, Id::new(nth as u64 + 1), name, None).unwrap();
        edit.apply(&mut strategy).unwrap();
        let edit = edit::set(&strategy, id, edit::Field::Unit, |k| {
            k.unit = unit.to_owned()
        });
        edit.unwrap().apply(&mut strategy).unwrap();
    }
    assert_eq!(total_indicators(&strategy), [Id::new(3), Id::new(2)]);
}

/// Any assumptions.
fn scenario(seed: u64) -> Scenario {
    let mut dice = Dice::new(seed);
    let percent = |dice: &mut Dice| dice.below(201) as i64 - 100;
    let mut scenario = starting(2020 + 5 * dice.below(6) as i32);
    scenario.kept = AGE_GROUPS
        .iter()
        .map(|(age, _)| AgeShare {
            age: *age,
            percent: percent(&mut dice),
        })
        .collect();
    scenario.births = percent(&mut dice);
    scenario.households = dice.below(40) as u32;
    scenario.parents = 20 + 5 * dice.below(5) as u32;
    scenario.infants = dice.below(20) as u32;
    scenario.pupils = dice.below(20) as u32;
    scenario
}

/// The same by multiplying cohorts, in floating point: persons of each sex in 19 bands, by year.
fn multiplied(town: &Projection, scenario: &Scenario) -> Vec<[Vec<f64>; 2]> {
    let joined = |people: &[u32]| -> Vec<f64> {
        let mut bands: Vec<f64> = people[..18].iter().map(|one| f64::from(*one)).collect();
        bands.push(people[18..].iter().map(|one| f64::from(*one)).sum());
        bands
    };
    let base: Vec<[Vec<f64>; 2]> = town
        .years
        .iter()
        .map(|year| [joined(&year.men), joined(&year.women)])
        .collect();
    let mut all = vec![base[0].clone()];
    for at in 1..base.len() {
        if town.years[at - 1].year < scenario.from {
            all.push(base[at].clone());
            continue;
        }
        let mut now = [vec![0.0; 19], vec![0.0; 19]];
        for sex in 0..2 {
            let (was, then, is) = (&base[at - 1][sex], &all[at - 1][sex], &base[at][sex]);
            for band in 0..17 {
                let ratio = if was[band] > 0.0 {
                    is[band + 1] / was[band]
                } else {
                    1.0
                };
                let group = AGE_GROUPS
                    .iter()
                    .find(|(a, b)| (*a..=*b).contains(&(band as u32 * 5)));
                let percent = group.map_or(0, |(age, _)| {
                    scenario
                        .kept
                        .iter()
                        .find(|one| one.age == *age)
                        .unwrap()
                        .percent
                });
                let ratio = if ratio < 1.0 {
                    ratio + (1.0 - ratio) * percent as f64 / 100.0
                } else {
                    ratio
                };
                let fresh = if was[band] > 0.0 { 0.0 } else { is[band + 1] };
                now[sex][band + 1] = (ratio * then[band] + fresh).max(0.0);
            }
            let old = was[17] + was[18];
            let ratio = if old > 0.0 { is[18] / old } else { 1.0 };
            now[sex][18] = (ratio * (then[17] + then[18])).max(0.0);
        }
        let (base_mothers, mothers): (f64, f64) =
            (base[at][1][3..10].iter().sum(), now[1][3..10].iter().sum());
        for sex in 0..2 {
            let births = 1.0 + scenario.births as f64 / 100.0;
            let each = if base_mothers > 0.0 {
                base[at][sex][0] / base_mothers
            } else {
                0.0
            };
            now[sex][0] = births * each * mothers;
            let families = f64::from(scenario.households) * 5.0;
            now[sex][0] += families * f64::from(scenario.infants) / 20.0;
            now[sex][1] += families * f64::from(scenario.pupils) / 20.0;
            now[sex][scenario.parents as usize / 5] += families;
        }
        all.push(now);
    }
    all
}

proptest! {
    #[test]
    fn every_age_is_what_multiplied_cohorts_come_to(seed in any::<u64>()) {
        let town = &towns(seed, 43, 1)[0];
        let scenario = scenario(seed);
        let years = outlook(town, &scenario).unwrap();
        for (year, other) in years.iter().zip(multiplied(town, &scenario)) {
            for (people, other) in [(&year.men, &other[0]), (&year.women, &other[1])] {
                let open: i64 = people[18..].iter().sum();
                for (own, other) in people[..18].iter().chain([&open]).zip(other) {
                    prop_assert!((*own as f64 - other).abs() <= 0.500_001, "{own} {other}");
                }
            }
        }
    }

    #[test]
    fn p2_sums_by_age_and_by_sex_are_one(seed in any::<u64>()) {
        let town = &towns(seed, 43, 1)[0];
        for year in outlook(town, &scenario(seed)).unwrap() {
            let [all, children, working, elderly, oldest, _] = groups(&year);
            let sexes: i64 = year.men.iter().chain(&year.women).sum();
            prop_assert_eq!(all, children + working + elderly);
            prop_assert_eq!(all, sexes);
            prop_assert!(oldest <= elderly);
        }
    }

    #[test]
    fn p3_nobody_is_below_nobody_and_the_past_stays(seed in any::<u64>()) {
        let town = &towns(seed, 43, 1)[0];
        let scenario = scenario(seed);
        let (base, years) = (published(town), outlook(town, &scenario).unwrap());
        for (year, base) in years.iter().zip(base) {
            prop_assert!(year.men.iter().chain(&year.women).all(|one| *one >= 0));
            if year.year <= scenario.from {
                prop_assert_eq!(year, &base);
            }
        }
    }

    #[test]
    fn p3_whatever_a_file_holds_an_answer_comes_back(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let mut strategy = Strategy::default();
        fixtures::arbitrary::plan::fill(&mut strategy, &mut dice, 1);
        let Some(population) = &strategy.about().population else { return Ok(()) };
        let Some(projection) = &population.projection else { return Ok(()) };
        for scenario in &population.scenarios {
            let _ = outlook(projection, scenario);
        }
        let years = published(projection);
        let _ = (halved_in(&years), years.iter().map(groups).count());
    }
}

/// The small town with the target of an indicator of 総人口, and 試算 in this order.
fn aiming(persons: &str, scenarios: Vec<Scenario>) -> Strategy {
    let mut s = Strategy::default();
    let mut about = strategy::About::clone(&s.about());
    about.population = Some(strategy::Population {
        projection: Some(small_town()),
        scenarios,
        ..strategy::Population::default()
    });
    s.about.insert(about);
    s.indicators.insert(strategy::Indicator {
        id: Id::new(1),
        name: "総人口".to_owned(),
        ..strategy::Indicator::default()
    });
    let mut series = strategy::Series {
        id: Id::new(1),
        indicator: Id::new(1),
        ..strategy::Series::default()
    };
    let figure = strategy::Figure::read(persons);
    series.targets.insert(FiscalYear(2025), figure);
    s.series.insert(series);
    s
}

#[test]
fn i114_the_report_has_the_scenario_that_the_aim_comes_from() {
    let mut stays = starting(2020);
    stays.name = "転出を減らす".to_owned();
    stays.kept = vec![AgeShare {
        age: 15,
        percent: 20,
    }];
    let both = vec![starting(2020), stays];
    let chosen = |persons: &str, scenarios: &[Scenario]| {
        let s = aiming(persons, scenarios.to_vec());
        let report = OutlookReport::of(&s).unwrap();
        report.scenario.map(|(scenario, _)| scenario.name)
    };
    assert_eq!(chosen("102", &both).as_deref(), Some("転出を減らす"));
    // No scenario comes to it: the first.
    assert_eq!(chosen("500", &both).as_deref(), Some("試算"));
    // The projection itself comes to it.
    assert_eq!(chosen("90", &both[1..]), None);
    assert_eq!(chosen("102", &[]), None);
    assert_eq!(OutlookReport::of(&Strategy::default()), None);
    let report = OutlookReport::of(&aiming("102", both)).unwrap();
    assert_eq!(report.known.aim(), Some((FiscalYear(2025), 102)));
    let (first, second) = report.pair(FiscalYear(2023)).unwrap();
    assert_eq!((first.year.0, second.year.0), (2020, 2025));
    let (_, last) = report.pair(FiscalYear(2099)).unwrap();
    assert_eq!(last.year.0, 2030);
}

#[test]
fn i116_the_whole_town_is_its_own_row_or_the_sum_of_its_areas() {
    let area = |name: &str, persons: u32| strategy::RegisterArea {
        name: name.to_owned(),
        total: persons * 36 + 1,
        men: vec![persons; 18],
        women: vec![persons; 18],
        households: Some(9),
        ..strategy::RegisterArea::default()
    };
    let mut register = strategy::Register {
        areas: vec![area("南", 2), area("北", 1)],
        ..strategy::Register::default()
    };
    assert_eq!(
        whole_by_age(&register.areas),
        Some((vec![3; 18], vec![3; 18]))
    );
    let all = areas(&register);
    let seen: Vec<_> = all
        .iter()
        .map(|one| (one.name.as_str(), one.total))
        .collect();
    assert_eq!(seen, [("", 110), ("南", 73), ("北", 37)]);
    // Three, ten, five and three bands of two sexes.
    assert_eq!(all[1].groups, Some([12, 40, 20, 12]));
    assert_eq!(all[0].groups, Some([18, 60, 30, 18]));
    assert_eq!(all[0].households, Some(18));

    register.areas[1].men.clear();
    register.areas[1].households = None;
    assert_eq!(whole_by_age(&register.areas), None);
    let all = areas(&register);
    assert_eq!(
        (all[0].total, all[0].groups, all[0].households),
        (110, None, None)
    );

    register.areas.push(area("", 5));
    assert_eq!(areas(&register)[0].total, 181);
    let own = Some((vec![5; 18], vec![5; 18]));
    assert_eq!(whole_by_age(&register.areas), own);
}
