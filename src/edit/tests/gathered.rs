//! Files that come together in steps: the same outcome, progress that only grows, and steps in proportion to what changed.

use edit::merge::{ChoicesOf, Returned, gather, gathered};
use format::json::write;
use proptest::prelude::*;
use strategy::{Goal, Id, Initiative, Measure, Order, Strategy};

use super::merge::{two, worked_on};
use fixtures::arbitrary::seeds;
use fixtures::stepped;

fn returned(base: &Strategy, strategy: &Strategy) -> Returned {
    Returned {
        from: "課".to_owned(),
        base: Some(base.clone()),
        strategy: strategy.clone(),
        scope: None,
        offered: Default::default(),
    }
}

/// A plan with one measure, and the same with so many new initiatives under it.
fn with_new(count: u64) -> [Strategy; 2] {
    let mut base = Strategy::default();
    let measure = Measure {
        id: Id::new(1),
        goal: Id::new(1),
        ..Measure::default()
    };
    base.goals.insert(Goal {
        id: Id::new(1),
        ..Goal::default()
    });
    base.measures.insert(measure);
    let mut theirs = base.clone();
    for at in 0..count {
        theirs.initiatives.insert(Initiative {
            id: Id::new(100 + at),
            measure: Id::new(1),
            order: Order::nth(at as usize),
            title: format!("取組{at}"),
            ..Initiative::default()
        });
    }
    [base, theirs]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn e58_in_steps_comes_the_same_as_in_one_piece(seeds in seeds(4)) {
        let [base, mine, theirs] = two(seeds);
        let other = worked_on(&base, seeds.0 ^ 0x7777, 25);
        let files = [returned(&base, &theirs), returned(&base, &other)];
        let choices = ChoicesOf::new();
        let whole = gather(&mine, &files, &choices);
        let (outcome, _) = stepped(gathered(&mine, &files, &choices));
        prop_assert_eq!(outcome.rows(), whole.rows());
        prop_assert_eq!(outcome.tallies(), whole.tallies());
        prop_assert!(outcome.after() == whole.after());
        prop_assert!(write(outcome.after()) == write(whole.after()));
    }

    #[test]
    fn e58_cancelled_it_leaves_the_plan_and_the_files_as_they_are(seeds in seeds(4), taken in 0_usize..200) {
        let [base, mine, theirs] = two(seeds);
        let (plan, file) = (write(&mine), write(&theirs));
        let files = [returned(&base, &theirs)];
        let choices = ChoicesOf::new();
        let steps = gathered(&mine, &files, &choices).take(taken).count();
        prop_assert!(steps <= taken);
        prop_assert!(write(&mine) == plan);
        prop_assert!(write(&files[0].strategy) == file);
        let again = stepped(gathered(&mine, &files, &choices)).0;
        let whole = gather(&mine, &files, &choices);
        prop_assert_eq!(again.rows(), whole.rows());
    }
}

#[test]
fn e58_twice_as_many_new_records_take_twice_as_many_steps() {
    let steps = |count: u64| {
        let [base, theirs] = with_new(count);
        let files = [returned(&base, &theirs)];
        let (outcome, steps) = stepped(gathered(&base, &files, &ChoicesOf::new()));
        assert_eq!(outcome.tallies()[0].added, count as usize);
        steps
    };
    let (one, two) = (steps(500), steps(1000));
    assert!(two > one && two <= 2 * one + 10, "{one} {two}");
}
