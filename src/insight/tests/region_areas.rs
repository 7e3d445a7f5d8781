//! 広域: the measures of areas, their ties, how they are kept, and the steps back.

use std::sync::Arc;

use insight::region::{
    AreaHistory, AreaMeasure, AreaPlans, Digest, MeasureTie, PlanUse, TieStanding, TownGroup,
    read_groups, write_groups,
};
use strategy::*;

/// A plan of a town with measures of these titles.
fn plan(town: &str, measures: &[&str]) -> Arc<Digest> {
    let mut s = Strategy::default();
    let mut about = (*s.about()).clone();
    town.clone_into(&mut about.town.name);
    s.about.insert(about);
    let goal = edit::empty_goal(Id::new(1), GoalKind::Basic);
    s.goals.insert(goal);
    for (at, title) in measures.iter().enumerate() {
        let id = Id::new(at as u64 + 1);
        let mut measure = edit::empty_measure(id, Id::new(1), None);
        (*title).clone_into(&mut measure.title);
        s.measures.insert(measure);
    }
    Arc::new(Digest::of(&s, FiscalYear(2026)))
}

fn tie(code: &str, title: &str) -> MeasureTie {
    MeasureTie {
        code: code.to_owned(),
        title: title.to_owned(),
    }
}

fn area(codes: &[&str], measures: Vec<AreaMeasure>) -> TownGroup {
    TownGroup {
        name: "渡島".to_owned(),
        direction: "港と温泉を\n\nつなぐ。".to_owned(),
        codes: codes.iter().map(|&code| code.to_owned()).collect(),
        measures,
    }
}

fn measure(title: &str, ties: &[MeasureTie]) -> AreaMeasure {
    AreaMeasure {
        title: title.to_owned(),
        ties: ties.to_vec(),
    }
}

const HAKODATE: &str = "012025";
const HOKUTO: &str = "012360";

#[test]
fn r33_a_tie_finds_its_measure_in_the_plan_that_counts_and_none_is_dropped() {
    let digests = [
        plan("北斗市", &["前の計画の施策"]),
        plan("北斗市", &["周遊観光の推進", "移住ＰＲ"]),
        plan("みほん町", &["周遊観光の推進"]),
    ];
    let codes = [HOKUTO, HOKUTO, ""].map(str::to_owned);
    let uses = [PlanUse::Listed, PlanUse::Used, PlanUse::Only];
    let plans = AreaPlans::of(&codes, &digests, &uses);
    let standing = |code: &str, title: &str| plans.standing(&tie(code, title));
    assert_eq!(standing(HOKUTO, "移住 PR"), TieStanding::Found(1, 1));
    assert_eq!(standing(HOKUTO, "前の計画の施策"), TieStanding::Absent(1));
    assert_eq!(standing(HAKODATE, "周遊観光の推進"), TieStanding::NoPlan);
    // A plan of no known municipality is of no tie.
    assert_eq!(standing("", "周遊観光の推進"), TieStanding::NoPlan);
    // The towns with the measure are counted, each once.
    let ties = [
        tie(HOKUTO, "移住PR"),
        tie(HOKUTO, "周遊観光の推進"),
        tie(HAKODATE, "周遊観光の推進"),
    ];
    assert_eq!(plans.tied_towns(&measure("観光", &ties)), 1);
    // No plan at all: each tie stays and says so.
    let none = AreaPlans::of(&[], &[], &[]);
    assert!(
        ties.iter()
            .all(|tie| none.standing(tie) == TieStanding::NoPlan)
    );
}

#[test]
fn r33_two_towns_of_one_code_are_both_asked() {
    let digests = [plan("北斗市", &["観光"]), plan("ほかの町", &["移住"])];
    let codes = [HOKUTO, HOKUTO].map(str::to_owned);
    let plans = AreaPlans::of(&codes, &digests, &[PlanUse::Only; 2]);
    assert_eq!(
        plans.standing(&tie(HOKUTO, "観光")),
        TieStanding::Found(0, 0)
    );
    assert_eq!(
        plans.standing(&tie(HOKUTO, "移住")),
        TieStanding::Found(1, 0)
    );
    assert_eq!(plans.standing(&tie(HOKUTO, "福祉")), TieStanding::Absent(0));
}

#[test]
fn r33_what_can_be_tied_is_each_measure_of_the_area_once_until_it_is_tied() {
    let digests = [
        plan("北斗市", &["観光", "観 光", "移住", ""]),
        plan("函館市", &["観光"]),
        plan("森町", &["観光"]),
    ];
    let codes = [HOKUTO, HAKODATE, "013455"].map(str::to_owned);
    let plans = AreaPlans::of(&codes, &digests, &[PlanUse::Only; 3]);
    let group = area(&[HAKODATE, HOKUTO, "013323"], Vec::new());
    let open = plans.open(&group, &AreaMeasure::default());
    let expected = [
        (1, vec![tie(HAKODATE, "観光")]),
        (0, vec![tie(HOKUTO, "観光"), tie(HOKUTO, "移住")]),
    ];
    assert_eq!(open, expected);
    let tied = measure("周遊", &[tie(HAKODATE, "観光"), tie(HOKUTO, "観光")]);
    assert_eq!(plans.open(&group, &tied), [(0, vec![tie(HOKUTO, "移住")])]);
}

#[test]
fn r34_areas_are_kept_with_their_measures_and_those_of_before_are_read() {
    let measures = vec![
        measure(
            "周遊\t観光\nの推進",
            &[tie(HOKUTO, "観光 と 移住"), tie(HAKODATE, "")],
        ),
        measure("", &[]),
    ];
    let groups = vec![area(&[HOKUTO, HAKODATE], measures), area(&[], Vec::new())];
    let read = read_groups(&write_groups(&groups));
    assert_eq!(read[0].measures[0].title, "周遊 観光 の推進");
    assert_eq!(read[0].measures[0].ties, groups[0].measures[0].ties);
    assert_eq!(read[0].measures[1], groups[0].measures[1]);
    assert_eq!((&read[0].codes, &read[1]), (&groups[0].codes, &groups[1]));
    // As the version before wrote them.
    let before = read_groups("渡島\t=港と温泉を\u{b}\u{b}つなぐ。\t012360\t012025\n檜山\t013617");
    assert_eq!(before[0], area(&[HOKUTO, HAKODATE], Vec::new()));
    assert_eq!((before.len(), before[1].codes.len()), (2, 1));
    // A tie before any measure is of none.
    assert!(read_groups("渡島\t>012360 観光")[0].measures.is_empty());
}

#[test]
fn r35_each_change_of_areas_is_a_step_back_and_forth() {
    let states: Vec<Vec<TownGroup>> = (0..4)
        .map(|count| vec![area(&[HOKUTO], vec![AreaMeasure::default(); count])])
        .collect();
    let mut history = AreaHistory::default();
    let mut areas = states[0].clone();
    for after in &states[1..] {
        history.note(std::mem::replace(&mut areas, after.clone()));
    }
    for before in states[..3].iter().rev() {
        assert!(history.can_undo());
        history.undo(&mut areas);
        assert_eq!(&areas, before);
    }
    assert!(!history.can_undo());
    history.undo(&mut areas);
    assert_eq!(areas, states[0]);
    history.redo(&mut areas);
    history.redo(&mut areas);
    assert_eq!(areas, states[2]);
    // A new change ends what could be redone.
    history.note(std::mem::replace(&mut areas, states[1].clone()));
    assert!(!history.can_redo());
    history.undo(&mut areas);
    assert_eq!(areas, states[2]);
}
