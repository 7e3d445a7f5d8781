//! 人口の見通し: a projection that is taken, 試算, and a target from one of them.

use edit::{PopulationAim, Refusal};
use fixtures::prefecture::towns;
use strategy::*;

fn with_projection() -> Strategy {
    let mut plan = Strategy::default();
    let town = towns(1, 43, 1).remove(0);
    let edit = edit::take_projection(&plan, town).unwrap();
    edit.apply(&mut plan).unwrap();
    plan
}

fn aim() -> PopulationAim {
    PopulationAim {
        year: FiscalYear(2030),
        persons: 12_345,
        without_policy: vec![(FiscalYear(2030), 11_000), (FiscalYear(2050), 9_876)],
        reason: "試算1".to_owned(),
    }
}

#[test]
fn e2_a_projection_and_scenarios_come_and_go() {
    let mut plan = with_projection();
    let before = plan.clone();
    let scenario = Scenario::starting("試算1".to_owned(), FiscalYear(2025));
    let add = edit::add_scenario(&plan, scenario).unwrap();
    add.apply(&mut plan).unwrap();
    let set = edit::set_scenario(&plan, 0, |one| one.births = 10).unwrap();
    set.apply(&mut plan).unwrap();
    let kept = |plan: &Strategy| plan.about().population.clone().unwrap();
    assert_eq!(kept(&plan).scenarios[0].births, 10);
    assert!(kept(&plan).projection.is_some());
    assert_eq!(
        edit::set_scenario(&plan, 1, |one| one.births = 1),
        Err(Refusal::NotThere)
    );
    let remove = edit::remove_scenario(&plan, 0).unwrap();
    remove.apply(&mut plan).unwrap();
    assert_eq!(plan, before);
    for edit in [remove, set, add] {
        edit.reverse().apply(&mut plan).unwrap();
    }
    assert_eq!(plan, before);
}

#[test]
fn an_aim_is_a_target_with_its_reason_and_what_is_expected_without_policy() {
    let mut plan = with_projection();
    let id = Id::new(1);
    let indicator = edit::empty_indicator(id, "総人口");
    let series = edit::empty_series(Id::new(1), id, "");
    let edit = edit::add_aim(&plan, indicator, series, &aim()).unwrap();
    edit.apply(&mut plan).unwrap();
    let series = plan.series.under(id)[0].clone();
    assert_eq!(series.targets[&FiscalYear(2030)].text(), "12,345");
    assert_eq!(series.without_policy[&FiscalYear(2050)].text(), "9,876");
    assert_eq!(plan.get(id).unwrap().rationale, "試算1");
    // Again: nothing changes. Another one: its reason is added.
    assert_eq!(edit::aim_at(&plan, id, &aim()), Err(Refusal::Nothing));
    let other = PopulationAim {
        persons: 13_000,
        reason: "試算2".to_owned(),
        ..aim()
    };
    edit::aim_at(&plan, id, &other)
        .unwrap()
        .apply(&mut plan)
        .unwrap();
    assert_eq!(plan.get(id).unwrap().rationale, "試算1\n試算2");
    // A decided target is changed with its day and decider only.
    let decide = edit::set(&plan, About::ID, edit::Field::Stage, |a| {
        a.stage = Stage::Decided
    });
    decide.unwrap().apply(&mut plan).unwrap();
    assert_eq!(
        edit::aim_at(&plan, id, &aim()),
        Err(Refusal::TargetWithoutReason)
    );
}

#[test]
fn e90_a_register_takes_the_place_of_that_of_its_day() {
    let mut plan = Strategy::default();
    let before = plan.clone();
    let day = |date: &str, total: u32| Register {
        date: Date(date.to_owned()),
        areas: vec![RegisterArea {
            total,
            ..RegisterArea::default()
        }],
        ..Register::default()
    };
    let mut edits = Vec::new();
    for one in [
        day("2025-04-01", 1),
        day("2024-04-01", 2),
        day("2025-04-01", 3),
    ] {
        let edit = edit::take_registers(&plan, vec![one]).unwrap();
        edit.apply(&mut plan).unwrap();
        edits.push(edit);
    }
    let kept = plan.about().population.clone().unwrap().registers;
    let kept: Vec<_> = kept
        .iter()
        .map(|one| (one.date.0.as_str(), one.areas[0].total))
        .collect();
    assert_eq!(kept, [("2024-04-01", 2), ("2025-04-01", 3)]);
    let gone = Date("2023-04-01".to_owned());
    assert_eq!(edit::remove_register(&plan, &gone), Err(Refusal::NotThere));
    let remove = edit::remove_register(&plan, &Date("2024-04-01".to_owned())).unwrap();
    remove.apply(&mut plan).unwrap();
    edits.push(remove);
    for edit in edits.into_iter().rev() {
        edit.reverse().apply(&mut plan).unwrap();
    }
    assert_eq!(plan, before);
}
