//! I59: the table of all works.

use super::*;
use insight::money::ListedWork;

#[test]
fn i59_the_table_of_all_works_shows_what_is_asked_for() {
    let strategy = hokuto();
    let ledger = plan(&strategy);
    let titles = |wanted: &Wanted| -> Vec<String> {
        let listed = ledger.listed(&strategy, wanted);
        listed
            .iter()
            .map(|entry| entry.line.title.clone())
            .collect()
    };
    let all = titles(&Wanted::default());
    assert_eq!(all.len(), 64);
    let new = Wanted {
        new: true,
        ..Wanted::default()
    };
    assert!(!titles(&new).is_empty());
    for entry in ledger.listed(&strategy, &new) {
        assert!(entry.line.marks.iter().any(Mark::is_new));
    }
    let ends = Wanted {
        course: Some(Course("事業終了".into())),
        ..Wanted::default()
    };
    assert_eq!(
        titles(&ends)
            .iter()
            .filter(|t| *t == "ワイン振興対策事業")
            .count(),
        1
    );
    // Each goal and each 担当課 has its own, and together they have all.
    let of_goals = strategy.goals.iter().map(|goal| Wanted {
        goal: Some(goal.id),
        ..Wanted::default()
    });
    assert_eq!(of_goals.map(|one| titles(&one).len()).sum::<usize>(), 64);
    let owners = ledger.owners(&strategy);
    let of_owners = owners.iter().map(|owner| Wanted {
        owner: Some(owner.clone()),
        ..Wanted::default()
    });
    let counts: Vec<_> = of_owners.map(|one| titles(&one).len()).collect();
    assert_eq!(counts.iter().sum::<usize>(), 64);
    assert!(counts.iter().all(|count| *count > 0), "{owners:?}");
}

#[test]
fn i59_works_are_sorted_by_any_column_and_those_without_a_value_come_last() {
    let strategy = hokuto();
    let plan_order = works(&strategy, R6, &Wanted::default(), ListedBy::PlanOrder);
    let line = |id| strategy.get(id).map(|line| &**line);
    let amount = |money: Option<&Money>| match money {
        Some(Money::Thousand(n)) => Some(*n),
        _ => None,
    };
    let settled = |work: &ListedWork| amount(line(work.done?)?.settled.as_ref());
    let budget = |work: &ListedWork| amount(line(work.planned)?.budgets.get(&R6));
    type Amount<'a> = &'a dyn Fn(&ListedWork) -> Option<i64>;
    let keys: [(WorkKey, Amount); 2] =
        [(WorkKey::Settled, &settled), (WorkKey::Budget(R6), &budget)];
    for (key, value) in keys {
        let rising = works(&strategy, R6, &Wanted::default(), ListedBy::Rising(key));
        let falling = works(&strategy, R6, &Wanted::default(), ListedBy::Falling(key));
        let values = |works: &[ListedWork]| works.iter().map_while(value).collect::<Vec<_>>();
        let count = plan_order.iter().filter_map(value).count();
        assert!(count > 20, "{key:?}");
        for (works, falls) in [(&rising, false), (&falling, true)] {
            assert_eq!(works.len(), plan_order.len());
            let mut values = values(works);
            assert_eq!(values.len(), count, "the rest have no value");
            if falls {
                values.reverse();
            }
            assert!(values.is_sorted(), "{key:?}");
            // Equal ones stay as the plan is read.
            let place = |work: &ListedWork| plan_order.iter().position(|one| one == work);
            for pair in works
                .windows(2)
                .filter(|pair| value(&pair[0]) == value(&pair[1]))
            {
                assert!(place(&pair[0]) < place(&pair[1]), "{key:?}");
            }
        }
    }
    let by_title = works(
        &strategy,
        R6,
        &Wanted::default(),
        ListedBy::Rising(WorkKey::Title),
    );
    let titles = by_title
        .iter()
        .filter_map(|work| Some(&line(work.planned)?.title));
    assert!(titles.is_sorted());
}

#[test]
fn i59_works_are_found_by_what_they_lack() {
    let strategy = hokuto();
    for gap in WorkGap::ALL {
        let wanted = Wanted {
            lacks: Some(gap),
            ..Wanted::default()
        };
        let found = works(&strategy, R6, &wanted, ListedBy::PlanOrder);
        let all = works(&strategy, R6, &Wanted::default(), ListedBy::PlanOrder);
        let ledger = plan(&strategy);
        if gap == WorkGap::Budget {
            // As many as the totals on the same page say.
            assert_eq!(found.len(), ledger.total(Scope::All).unset());
        }
        for work in all {
            let planned = strategy.get(work.planned).unwrap_or_else(|| panic!("gone"));
            let done = work.done.and_then(|id| strategy.get(id));
            let lacks = match gap {
                WorkGap::Budget => {
                    let entry = ledger.entry(work.planned);
                    entry.is_some_and(|entry| total_of([entry]).unset() > 0)
                }
                WorkGap::Course => planned.courses.is_empty(),
                WorkGap::Settled => done.is_some_and(|line| line.settled.is_none()),
            };
            assert_eq!(found.contains(&work), lacks, "{gap:?} {}", planned.title);
        }
    }
}

#[test]
fn a_planned_line_stands_beside_the_settled_one_of_its_initiative() {
    let mut strategy = measures(1);
    strategy.initiatives.insert(initiative(1, 1, None));
    strategy.initiatives.insert(initiative(2, 1, None));
    for (id, side, of) in [
        (1, Side::Planned, Some(1)),
        (2, Side::Planned, None),
        (3, Side::Done, Some(1)),
        (4, Side::Done, Some(2)),
    ] {
        let line = line(id, 1, of, None);
        strategy.lines.insert(Line { side, ..line });
    }
    let rows = works(&strategy, R6, &Wanted::default(), ListedBy::PlanOrder);
    let told: Vec<_> = rows.iter().map(|row| (row.planned, row.done)).collect();
    let id = |n| Id::<Line>::new(n);
    assert_eq!(told, [(id(1), Some(id(3))), (id(2), None)]);
    assert_eq!((rows[0].measure, rows[0].edition), (Id::new(1), R6));
    // In the plan of a whole city every initiative that was settled and goes on has both.
    let rows = works(&hokuto(), R6, &Wanted::default(), ListedBy::PlanOrder);
    assert_eq!(rows.len(), 64);
    assert!(rows.iter().filter(|row| row.done.is_some()).count() > 40);
}
