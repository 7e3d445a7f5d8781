//! A moved record is reported with its old place and its new one (E45, E53, E105).

use edit::merge::{ChoicesOf, Part, Returned, gather};
use fixtures::arbitrary::Dice;
use insight::Numbers;
use strategy::*;
use words::hands::told;

const COUNT: usize = 6;

/// Returns a plan with initiatives in this order.
fn plan(order: &[usize]) -> Strategy {
    let mut plan = Strategy::default();
    plan.goals.insert(Goal {
        id: Id::new(1),
        ..Goal::default()
    });
    plan.measures.insert(Measure {
        id: Id::new(1),
        goal: Id::new(1),
        ..Measure::default()
    });
    for (at, nth) in order.iter().enumerate() {
        plan.initiatives.insert(Initiative {
            id: Id::new(10 + *nth as u64),
            measure: Id::new(1),
            order: Order::nth(at),
            title: format!("取組{nth}"),
            ..Initiative::default()
        });
    }
    plan
}

/// Moves some items of a list to other places.
fn moved(order: &[usize], d: &mut Dice) -> Vec<usize> {
    let mut order = order.to_vec();
    for _ in 0..d.below(3) {
        let one = order.remove(d.below(COUNT));
        order.insert(d.below(COUNT), one);
    }
    order
}

#[test]
fn e45_no_record_is_told_to_move_to_the_place_where_it_stands() {
    let first: Vec<usize> = (0..COUNT).collect();
    let mut rows = 0;
    for seed in 0..600 {
        let mut d = Dice::new(seed);
        let (base, theirs) = (plan(&first), plan(&moved(&first, &mut d)));
        let mine = base.clone();
        let returned = Returned {
            from: "課".to_owned(),
            base: Some(base),
            strategy: theirs,
            scope: None,
            offered: Default::default(),
        };
        let gathering = gather(&mine, &[returned], &ChoicesOf::new());
        let merge = &gathering.merges()[0];
        let numbers = Numbers::of(&mine);
        for row in merge
            .rows()
            .iter()
            .filter(|row| row.spot.part == Part::Place)
        {
            let told = told(merge, row, &numbers);
            assert_ne!(told.mine, told.theirs, "{seed} {}", told.title);
            rows += 1;
        }
    }
    assert!(rows > 200, "{rows}");
}

/// Moves, removes and adds some items of a list, one step after the other, as a person does.
fn worked_on(base: &Strategy, d: &mut Dice, new: u64) -> Strategy {
    let mut now = base.clone();
    for step in 0..d.below(4) as u64 {
        let all: Vec<Id<Initiative>> = now.initiatives.iter().map(|one| one.id).collect();
        let one = d.pick(&all);
        let made = match d.below(6) {
            0 => edit::remove(&now, one),
            1 => {
                let added = Initiative {
                    id: Id::new(new + step),
                    measure: Id::new(1),
                    title: format!("取組{}", new + step),
                    ..Initiative::default()
                };
                edit::add(&now, added, d.below(COUNT))
            }
            _ => edit::shift(&now, one, d.below(COUNT)),
        };
        if let Ok(edit) = made {
            edit.apply(&mut now).unwrap();
        }
    }
    now
}

fn order(plan: &Strategy) -> Vec<u64> {
    let all = plan.initiatives.sorted().into_iter();
    all.map(|one| one.id.number()).collect()
}

#[test]
fn e105_what_both_moved_is_there_once_undisputed_and_truly_told() {
    let base = plan(&(0..COUNT).collect::<Vec<_>>());
    let (mut rows, mut alike) = (0, 0);
    for seed in 0..2500 {
        let mut d = Dice::new(seed);
        let mine = worked_on(&base, &mut d, 100);
        let theirs = match d.once_in(3) {
            // The same place reached in another way: with other keys.
            true => edit::merge::placed_as(&base, &mine),
            false => worked_on(&base, &mut d, 200),
        };
        let returned = Returned {
            from: "課".to_owned(),
            base: Some(base.clone()),
            strategy: theirs.clone(),
            scope: None,
            offered: Default::default(),
        };
        let gathering = gather(&mine, &[returned], &ChoicesOf::new());
        let merge = &gathering.merges()[0];
        let after = order(&merge.outcome(&Default::default()));
        let [here, there] = [(&mine, &theirs), (&theirs, &mine)]
            .map(|(mine, theirs)| edit::merge::merge(&base, mine, theirs));
        let [here, there] = [here, there].map(|merge| order(&merge.outcome(&Default::default())));
        assert_eq!(here, there, "{seed}");
        let sides = [order(&mine), order(&theirs)];
        // A record that one side removed stays where the other side kept it (E46).
        let may_be = |id: &u64| sides.iter().any(|side| side.contains(id));
        let must_be =
            |id: &u64| !order(&base).contains(id) || sides.iter().all(|side| side.contains(id));
        let once = |id: &u64| after.iter().filter(|other| *other == id).count() == 1;
        assert!(after.iter().all(|id| may_be(id) && once(id)), "{seed}");
        let all = sides.iter().flatten();
        assert!(all.filter(|id| must_be(id)).all(once), "{seed}");
        let numbers = Numbers::of(&mine);
        let moves = merge
            .rows()
            .iter()
            .filter(|row| row.spot.part == Part::Place);
        for row in moves.clone() {
            assert!(!row.clashes, "{seed} {row:?}");
            let told = told(merge, row, &numbers);
            assert_ne!(told.mine, told.theirs, "{seed} {}", told.title);
            rows += 1;
        }
        if order(&mine) == order(&theirs) && mine != theirs {
            assert_eq!(moves.count(), 0, "{seed}");
            alike += 1;
        }
    }
    assert!(rows > 500 && alike > 100, "{rows} {alike}");
}
