//! A moved record is told with the place it leaves and the one it goes to (E45, E53).

use edit::merge::{ChoicesOf, Part, Returned, gather};
use fixtures::arbitrary::Dice;
use insight::Numbers;
use strategy::*;
use words::hands::told;

const COUNT: usize = 6;

/// A plan with initiatives in this order.
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

/// Moves some of a list to other places.
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
