//! E9: a move touches the moved record alone.

use edit::{Changes, Edit, Refusal};
use proptest::prelude::*;
use strategy::Moment;
use strategy::Strategy;
use strategy::*;

use super::intents;
use fixtures::arbitrary::{self, Dice, plan, seeds};

fn lanes(count: u64) -> Strategy {
    let mut strategy = Strategy::default();
    for n in 0..count {
        strategy.lanes.insert(Lane {
            id: Id::new(n),
            order: Order::nth(n as usize),
            ..Default::default()
        });
    }
    strategy
}

fn order(strategy: &Strategy) -> Vec<u64> {
    let lanes = strategy.lanes.sorted();
    lanes.iter().map(|l| l.id.number()).collect()
}

/// Takes one out and puts it back at a place, as a list of numbers does.
fn moved(mut list: Vec<u64>, what: u64, to: usize) -> Vec<u64> {
    list.retain(|n| *n != what);
    list.insert(to.min(list.len()), what);
    list
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn e9_a_move_does_what_a_list_does(moves in proptest::collection::vec((0u64..6, 0usize..8), 0..60)) {
        let mut strategy = lanes(6);
        for (what, to) in moves {
            let wanted = moved(order(&strategy), what, to);
            match edit::shift(&strategy, Id::<Lane>::new(what), to) {
                Ok(edit) => {
                    prop_assert!(wanted != order(&strategy));
                    edit.apply(&mut strategy).unwrap();
                }
                Err(why) => {
                    prop_assert_eq!(why, Refusal::Nothing);
                    prop_assert_eq!(&wanted, &order(&strategy));
                }
            }
            prop_assert_eq!(order(&strategy), wanted);
        }
    }

    #[test]
    fn e9_moves_touch_one_record_on_fresh_lists((seed, size) in seeds(5)) {
        let strategy = arbitrary::strategy(seed, size);
        let mut dice = Dice::new(seed);
        for _ in 0..20 {
            if let Ok(edit) = intents::place(&strategy, &mut dice) {
                prop_assert_eq!(edit.changes.len(), 1);
            }
        }
    }

    #[test]
    fn e9_measures_and_lines_move_within_their_own_list((seed, size) in seeds(5), at in 0usize..4) {
        let strategy = arbitrary::strategy(seed, size);
        let mut dice = Dice::new(seed);
        for id in plan::ids::<Measure>(&strategy) {
            let goal = dice.pick(&plan::ids::<Goal>(&strategy));
            let headings: Vec<_> = strategy.divisions.under(goal).iter().map(|h| h.id).collect();
            let heading = dice.maybe(&headings);
            let Ok(edit) = edit::move_measure(&strategy, id, goal, heading, at) else { continue };
            let after = applied(&strategy, &edit);
            let list = after.measures_of(goal).into_iter().filter(|m| m.division == heading);
            let list: Vec<_> = list.map(|m| m.id).collect();
            prop_assert_eq!(list[at.min(list.len() - 1)], id);
        }
        for id in plan::ids::<Line>(&strategy) {
            let Ok(edit) = edit::shift(&strategy, id, at) else { continue };
            let after = applied(&strategy, &edit);
            let line = after.get(id).unwrap();
            let list = after.lines.under(line.sheet).into_iter().filter(|l| l.side == line.side);
            let list: Vec<_> = list.map(|l| l.id).collect();
            prop_assert_eq!(list[at.min(list.len() - 1)], id);
        }
    }
}

fn applied(strategy: &Strategy, edit: &Edit) -> Strategy {
    let mut after = strategy.clone();
    edit.apply(&mut after).unwrap();
    after
}

#[test]
fn e9_there_is_always_room_at_one_place() {
    let mut strategy = lanes(3);
    for n in 0..200 {
        // Each new one goes right after the first.
        let lane = Lane {
            id: Id::new(100 + n),
            ..Default::default()
        };
        let mut wanted = order(&strategy);
        wanted.insert(1, 100 + n);
        let edit = edit::add(&strategy, lane, 1).unwrap();
        assert_eq!(edit.changes.len(), 1);
        edit.apply(&mut strategy).unwrap();
        assert_eq!(order(&strategy), wanted);
    }
}

#[test]
fn e9_where_several_stand_at_one_place_those_behind_it_are_moved_on_and_no_other() {
    let mut strategy = lanes(6);
    for n in 1..5 {
        let mut lane = Lane::clone(strategy.get(Id::<Lane>::new(n)).unwrap());
        lane.order = Order::nth(1);
        strategy.lanes.insert(lane);
    }
    let edit = edit::shift(&strategy, Id::<Lane>::new(5), 3).unwrap();
    assert_eq!(edit.changes.len(), 3);
    assert_eq!(order(&applied(&strategy, &edit)), [0, 1, 2, 5, 3, 4]);
}

#[test]
fn e9_two_people_who_put_something_at_one_place_touch_no_record_of_each_other() {
    let strategy = lanes(3);
    let put = |n| {
        let lane = Lane {
            id: Id::new(n),
            ..Default::default()
        };
        edit::add(&strategy, lane, 1).unwrap()
    };
    let mut both = strategy.clone();
    for n in [100, 200] {
        put(n).apply(&mut both).unwrap();
    }
    let mut middle = order(&both)[1..3].to_vec();
    middle.sort_unstable();
    assert_eq!(middle, [100, 200]);
    // And there is room between what they put there.
    let lane = Lane {
        id: Id::new(300),
        ..Default::default()
    };
    let between = edit::add(&both, lane, 2).unwrap();
    assert_eq!(between.changes.len(), 1);
    assert_eq!(order(&applied(&both, &between))[2], 300);
}

#[test]
fn e8_a_heading_goes_and_its_measures_stay_in_order() {
    let file = include_bytes!("../../../tests/data/v2/small.json");
    let mut strategy = format::json::read(file).unwrap();
    let before = strategy.clone();
    let edit = edit::remove(&strategy, Id::<Division>::new(2)).unwrap();
    edit.apply(&mut strategy).unwrap();
    let list: Vec<_> = strategy
        .measures_of(Id::new(1))
        .iter()
        .map(|m| m.id.number())
        .collect();
    assert_eq!(list, [2, 1, 3]);
    assert_eq!(
        strategy.measures.under(Id::new(1)).last().unwrap().division,
        None
    );
    let changes = Changes::between(&before, &strategy);
    assert_eq!(
        (
            changes.measures.len(),
            changes.divisions.len(),
            changes.len()
        ),
        (1, 1, 2)
    );
}

/// Measures m1 to m3 under the first heading of a goal, m4 and m5 under the second.
fn two_headings() -> Strategy {
    let mut strategy = Strategy::default();
    strategy.about.insert(About::default());
    strategy
        .goals
        .insert(edit::empty_goal(Id::new(1), GoalKind::Basic));
    for n in 1..=2 {
        strategy.divisions.insert(Division {
            id: Id::new(n),
            goal: Id::new(1),
            order: Order::nth(n as usize),
            ..Default::default()
        });
    }
    for (n, heading) in [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2)] {
        let mut measure = edit::empty_measure(Id::new(n), Id::new(1), Some(Id::new(heading)));
        measure.order = Order::nth(n as usize);
        strategy.measures.insert(measure);
    }
    strategy
}

fn under(strategy: &Strategy, heading: u64) -> Vec<u64> {
    let measures = strategy.measures.under(Id::new(1)).into_iter();
    let here = measures.filter(|m| m.division == Some(Id::new(heading)));
    here.map(|m| m.id.number()).collect()
}

#[test]
fn e26_a_measure_added_after_one_under_a_second_heading_stands_right_behind_it() {
    let strategy = two_headings();
    for (sibling, heading, wanted) in [
        (4, 2, vec![4, 9, 5]),
        (5, 2, vec![4, 5, 9]),
        (1, 1, vec![1, 9, 2, 3]),
    ] {
        let new = edit::empty_measure(Id::new(9), Id::new(1), Some(Id::new(heading)));
        let edit = edit::add_after(&strategy, new, Id::new(sibling)).unwrap();
        assert_eq!(under(&applied(&strategy, &edit), heading), wanted);
    }
    let elsewhere = edit::empty_measure(Id::new(9), Id::new(1), Some(Id::new(1)));
    let refused = edit::add_after(&strategy, elsewhere, Id::new(4));
    assert_eq!(refused, Err(Refusal::WrongPlace));
}

#[test]
fn e26_a_step_up_or_down_stays_under_the_heading_and_ends_at_its_ends() {
    let strategy = two_headings();
    let by = |id, places| edit::shift_by(&strategy, Id::<Measure>::new(id), places);
    assert_eq!(under(&applied(&strategy, &by(5, -1).unwrap()), 2), [5, 4]);
    assert_eq!(under(&applied(&strategy, &by(1, 1).unwrap()), 1), [2, 1, 3]);
    for (id, places) in [(4, -1), (5, 1), (3, 1), (1, -1)] {
        assert_eq!(by(id, places), Err(Refusal::Nothing), "m{id}");
    }
}

#[test]
fn e27_a_row_is_dropped_only_while_nothing_is_in_it_under_it_or_of_it() {
    let mut strategy = two_headings();
    let blank = |s: &Strategy, n| edit::drop_blank(s, Id::<Measure>::new(n)).is_ok();
    assert!(blank(&strategy, 4));
    assert!(edit::drop_blank(&strategy, Id::<Goal>::new(1)).is_err());
    let child = edit::empty_initiative(Id::new(1), Id::new(4));
    strategy.initiatives.insert(child);
    assert!(!blank(&strategy, 4), "something stands under it");
    assert!(edit::drop_blank(&strategy, Id::<Initiative>::new(1)).is_ok());
    let mut named = edit::empty_measure(Id::new(5), Id::new(1), Some(Id::new(2)));
    named.priority = true;
    strategy.measures.insert(named);
    assert!(!blank(&strategy, 5), "it is marked");
    let mut other = edit::empty_measure(Id::new(1), Id::new(1), Some(Id::new(1)));
    other.related.push(Related {
        code: "1-2".to_owned(),
        measure: Some(Id::new(2)),
    });
    strategy.measures.insert(other);
    assert!(!blank(&strategy, 2), "another names it");
}

#[test]
fn e27_a_row_that_came_and_went_empty_leaves_no_step_behind() {
    let mut strategy = two_headings();
    let mut history = edit::History::default();
    let new = || edit::empty_initiative(Id::new(1), Id::new(4));
    let add = edit::add(&strategy, new(), 0).unwrap();
    history
        .commit(&mut strategy, add, Moment::default())
        .unwrap();
    let drop = edit::drop_blank(&strategy, Id::<Initiative>::new(1)).unwrap();
    history
        .withdraw(&mut strategy, drop, Moment::default())
        .unwrap();
    assert_eq!((history.done().len(), strategy.initiatives.len()), (0, 0));

    let add = edit::add(&strategy, new(), 0).unwrap();
    history
        .commit(&mut strategy, add, Moment::default())
        .unwrap();
    let mark = edit::set(&strategy, Id::<Measure>::new(1), edit::Field::Mark, |m| {
        m.priority = true;
    });
    history
        .commit(&mut strategy, mark.unwrap(), Moment::default())
        .unwrap();
    let drop = edit::drop_blank(&strategy, Id::<Initiative>::new(1)).unwrap();
    history
        .withdraw(&mut strategy, drop, Moment::default())
        .unwrap();
    assert_eq!(history.done().len(), 3, "something else was done between");
    history.undo(&mut strategy).unwrap();
    assert_eq!(strategy.initiatives.len(), 1);
}

/// Two goals with two measures each, and an initiative under the first of all.
fn two_goals() -> Strategy {
    let mut strategy = Strategy::default();
    for n in 0..2 {
        strategy.goals.insert(Goal {
            id: Id::new(n),
            order: Order::nth(n as usize),
            ..Goal::default()
        });
    }
    for n in 0..4 {
        strategy.measures.insert(Measure {
            id: Id::new(n),
            goal: Id::new(n / 2),
            order: Order::nth(n as usize),
            ..Measure::default()
        });
    }
    for n in 0..2 {
        strategy.initiatives.insert(Initiative {
            id: Id::new(n),
            measure: Id::new(n),
            order: Order::nth(n as usize),
            ..Initiative::default()
        });
    }
    strategy
}

#[test]
fn a_measure_moves_to_the_end_of_the_next_goal_and_no_further() {
    let mut strategy = two_goals();
    let first = Id::<Measure>::new(0);
    edit::move_measure_by(&strategy, first, 1)
        .unwrap()
        .apply(&mut strategy)
        .unwrap();
    let under = strategy.measures_of(Id::new(1));
    let under: Vec<_> = under.iter().map(|one| one.id.number()).collect();
    assert_eq!(under, [2, 3, 0]);
    for (id, places, why) in [
        (0, 1, Refusal::Nothing),
        (0, -2, Refusal::Nothing),
        (9, 1, Refusal::NotThere),
    ] {
        let refused = edit::move_measure_by(&strategy, Id::new(id), places);
        assert_eq!(refused.unwrap_err(), why, "{id} {places}");
    }
}

#[test]
fn an_initiative_moves_to_the_next_measure_of_its_goal_and_no_further() {
    let mut strategy = two_goals();
    let id = Id::<Initiative>::new(0);
    edit::move_initiative_by(&strategy, id, 1)
        .unwrap()
        .apply(&mut strategy)
        .unwrap();
    let under = strategy.initiatives.under(Id::<Measure>::new(1));
    assert_eq!(
        under.iter().map(|i| i.id.number()).collect::<Vec<_>>(),
        [1, 0]
    );
    for (id, places, why) in [
        (0, 1, Refusal::Nothing),
        (0, -2, Refusal::Nothing),
        (9, 1, Refusal::NotThere),
    ] {
        let refused = edit::move_initiative_by(&strategy, Id::new(id), places);
        assert_eq!(refused.unwrap_err(), why, "{id} {places}");
    }
    edit::move_initiative_by(&strategy, id, -1)
        .unwrap()
        .apply(&mut strategy)
        .unwrap();
    assert_eq!(strategy.get(id).unwrap().measure, Id::new(0));
}
