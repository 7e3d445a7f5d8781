//! Three-way merges in which both sides add, remove, move and rename at once: random cases, seeded.

use std::collections::{BTreeMap, BTreeSet};

use edit::merge::{Choice, Choices, Merge, merge};
use edit::{Edit, Field, Refusal};
use fixtures::arbitrary::Dice;
use strategy::*;

const CASES: u64 = 500;

/// Returns a plan of two goals, each with two measures of three initiatives.
fn plan() -> Strategy {
    let mut plan = Strategy::default();
    for goal in 0..2 {
        plan.goals.insert(Goal {
            id: Id::new(goal),
            order: Order::nth(goal as usize),
            ..Goal::default()
        });
        for measure in 2 * goal..2 * goal + 2 {
            plan.measures.insert(Measure {
                id: Id::new(measure),
                goal: Id::new(goal),
                order: Order::nth(measure as usize),
                title: format!("施策{measure}"),
                ..Measure::default()
            });
            for initiative in 3 * measure..3 * measure + 3 {
                plan.initiatives.insert(Initiative {
                    id: Id::new(initiative),
                    measure: Id::new(measure),
                    order: Order::nth(initiative as usize),
                    title: format!("取組{initiative}"),
                    ..Initiative::default()
                });
            }
        }
    }
    plan
}

fn any<T: Record>(plan: &Strategy, d: &mut Dice) -> Id<T> {
    d.pick(
        &T::table(plan)
            .iter()
            .map(|one| one.id())
            .collect::<Vec<_>>(),
    )
}

/// One thing that a person does. New records get the next number.
fn act(now: &Strategy, d: &mut Dice, next: &mut u64) -> Result<Edit, Refusal> {
    let at = d.below(4);
    *next += 1;
    match d.below(10) {
        0 => edit::remove(now, any::<Initiative>(now, d)),
        1 if d.once_in(2) => edit::remove(now, any::<Measure>(now, d)),
        1 | 2 => {
            let added = Initiative {
                id: Id::new(*next),
                measure: any(now, d),
                title: format!("取組{next}"),
                ..Initiative::default()
            };
            edit::add(now, added, at)
        }
        3 => {
            let added = Measure {
                id: Id::new(*next),
                goal: any(now, d),
                title: format!("施策{next}"),
                ..Measure::default()
            };
            edit::add(now, added, at)
        }
        4 | 5 => edit::shift(now, any::<Initiative>(now, d), at),
        6 => edit::move_initiative(now, any(now, d), any(now, d), at),
        7 => edit::move_measure(now, any(now, d), any(now, d), None, at),
        8 => edit::set(now, any::<Initiative>(now, d), Field::Title, |one| {
            one.title = format!("改{next}")
        }),
        _ => edit::set(now, any::<Measure>(now, d), Field::Title, |one| {
            one.title = format!("改{next}")
        }),
    }
}

fn worked_on(base: &Strategy, d: &mut Dice, new: u64) -> Strategy {
    let mut now = base.clone();
    let mut next = new;
    for _ in 0..1 + d.below(6) {
        if let Ok(edit) = act(&now, d, &mut next) {
            edit.apply(&mut now).unwrap();
        }
    }
    now
}

/// Moves the initiatives of a plan, one by one, into the order that another plan has.
fn ordered_as(like: &Strategy, plan: &Strategy, d: &mut Dice) -> Strategy {
    let mut now = plan.clone();
    for measure in like.measures.iter() {
        let there = like.initiatives.under(measure.id);
        let mut ids: Vec<Id<Initiative>> = there.iter().map(|one| one.id).collect();
        let is_here =
            |id: &Id<Initiative>| now.get(*id).is_some_and(|one| one.measure == measure.id);
        ids.retain(is_here);
        // From the first on, each to the end; or from the last on, each to the front.
        let end = if d.once_in(2) { 99 } else { 0 };
        if end == 0 {
            ids.reverse();
        }
        for id in ids {
            if let Ok(edit) = edit::shift(&now, id, end) {
                edit.apply(&mut now).unwrap();
            }
        }
    }
    now
}

/// Returns each record with its parent and its title, in the order of the lists.
fn seen(plan: &Strategy) -> Vec<(AnyId, Option<AnyId>, String)> {
    let mut seen = Vec::new();
    for goal in plan.goals.sorted() {
        seen.push((AnyId::from(goal.id), None, String::new()));
        for measure in plan.measures.under(goal.id) {
            seen.push((
                measure.id.into(),
                Some(goal.id.into()),
                measure.title.clone(),
            ));
            for one in plan.initiatives.under(measure.id) {
                seen.push((one.id.into(), Some(measure.id.into()), one.title.clone()));
            }
        }
    }
    seen
}

/// The children of each parent, in order.
fn lists(plan: &Strategy) -> BTreeMap<AnyId, Vec<AnyId>> {
    let mut lists = BTreeMap::<AnyId, Vec<AnyId>>::new();
    for (id, parent, _) in seen(plan) {
        if let Some(parent) = parent {
            lists.entry(parent).or_default().push(id);
        }
    }
    lists
}

fn by_default(merge: &Merge) -> Strategy {
    merge.outcome(&Choices::new())
}

/// The outcome with the choice of one side wherever both are asked; the same side, whichever is named first.
fn decided_for(merge: &Merge, choice: &Choice) -> Strategy {
    let asked = merge.conflicts().map(|row| (row.spot, choice.clone()));
    merge.outcome(&asked.collect())
}

fn ids(plan: &Strategy) -> BTreeSet<AnyId> {
    seen(plan).into_iter().map(|(id, ..)| id).collect()
}

/// Base and both sides. In every third case the other side puts its lists in the order of this one, by other moves.
fn case(seed: u64) -> [Strategy; 3] {
    let mut d = Dice::new(seed);
    let base = plan();
    let mine = worked_on(&base, &mut d, 100);
    let theirs = worked_on(&base, &mut d, 200);
    let theirs = match d.once_in(3) {
        true => ordered_as(&mine, &theirs, &mut d),
        false => theirs,
    };
    [base, mine, theirs]
}

#[test]
fn e114_the_sides_may_be_swapped_when_both_add_remove_and_move() {
    for seed in 0..CASES {
        let [base, mine, theirs] = case(seed);
        let (here, there) = (merge(&base, &mine, &theirs), merge(&base, &theirs, &mine));
        let spots = |merge: &Merge| {
            merge
                .conflicts()
                .map(|row| row.spot)
                .collect::<BTreeSet<_>>()
        };
        assert_eq!(spots(&here), spots(&there), "{seed}");
        for (one, other) in [
            (Choice::Mine, Choice::Theirs),
            (Choice::Theirs, Choice::Mine),
        ] {
            let [one, other] = [decided_for(&here, &one), decided_for(&there, &other)];
            assert_eq!(seen(&one), seen(&other), "{seed}");
        }
    }
}

#[test]
fn e115_nothing_that_either_side_wrote_is_lost() {
    for seed in 0..CASES {
        let [base, mine, theirs] = case(seed);
        let merge = merge(&base, &mine, &theirs);
        let after = by_default(&merge);
        assert_eq!(after.integrity(), [], "{seed}");
        let (all, first) = (ids(&after), ids(&base));
        let asked: BTreeSet<AnyId> = merge.conflicts().map(|row| row.spot.record).collect();
        for (side, other) in [(&mine, &theirs), (&theirs, &mine)] {
            for id in ids(side).difference(&first) {
                assert!(all.contains(id), "{seed}: {id} was added");
            }
            for id in ids(side).intersection(&ids(other)) {
                assert!(all.contains(id), "{seed}: {id} is on both sides");
            }
            let titles = |plan: &Strategy| -> BTreeMap<AnyId, String> {
                seen(plan)
                    .into_iter()
                    .map(|(id, _, title)| (id, title))
                    .collect()
            };
            let (before, now, there, came) =
                (titles(&base), titles(side), titles(other), titles(&after));
            for (id, title) in &now {
                let wrote = before.get(id) != Some(title);
                let alone = before.get(id) == there.get(id);
                if wrote && alone && !asked.contains(id) {
                    assert_eq!(came.get(id), Some(title), "{seed}: {id}");
                }
            }
        }
    }
}

#[test]
fn e116_no_change_is_said_only_where_nothing_differs() {
    let mut none = 0;
    for seed in 0..CASES {
        let [base, mine, theirs] = case(seed);
        let merge = merge(&base, &mine, &theirs);
        let after = by_default(&merge);
        if merge.rows().is_empty() {
            none += 1;
            assert_eq!(seen(&after), seen(&mine), "{seed}");
        }
        // Each row does something; and what a row does not tell does not happen.
        let told: BTreeSet<AnyId> = merge.rows().iter().map(|row| row.spot.record).collect();
        let before: BTreeMap<AnyId, (Option<AnyId>, String)> = seen(&mine)
            .into_iter()
            .map(|(id, above, title)| (id, (above, title)))
            .collect();
        for (id, above, title) in seen(&after) {
            if let Some(was) = before.get(&id)
                && *was != (above, title)
            {
                assert!(told.contains(&id), "{seed}: {id} changed in silence");
            }
        }
        if seen(&mine) == seen(&theirs) {
            assert!(merge.rows().is_empty(), "{seed}: {:?}", merge.rows());
        }
    }
    assert!(none > 10, "{none}");
}

#[test]
fn e117_where_both_sides_agree_on_an_order_it_is_that_of_the_outcome() {
    let mut checked = 0;
    for seed in 0..CASES {
        let [base, mine, theirs] = case(seed);
        let merge = merge(&base, &mine, &theirs);
        let after = lists(&by_default(&merge));
        let (ours, others) = (lists(&mine), lists(&theirs));
        for (parent, list) in &after {
            let place = |lists: &BTreeMap<AnyId, Vec<AnyId>>, id: &AnyId| {
                lists
                    .get(parent)
                    .and_then(|list| list.iter().position(|one| one == id))
            };
            for (at, one) in list.iter().enumerate() {
                for other in &list[at + 1..] {
                    let all =
                        [&ours, &others].map(|lists| place(lists, one).zip(place(lists, other)));
                    if let [Some(a), Some(b)] = all
                        && (a.0 < a.1) == (b.0 < b.1)
                    {
                        checked += 1;
                        assert!(
                            a.0 < a.1,
                            "{seed}: {one} {other} {:?} {:?} {list:?}",
                            ours[parent],
                            others[parent]
                        );
                    }
                }
            }
        }
    }
    assert!(checked > 4_000, "{checked}");
}

#[test]
fn e118_an_order_that_both_sides_reached_is_that_of_the_outcome() {
    let mut tried = 0;
    for seed in 0..CASES {
        let mut d = Dice::new(seed);
        let base = plan();
        let mut mine = base.clone();
        for _ in 0..1 + d.below(4) {
            let one = any::<Initiative>(&mine, &mut d);
            if let Ok(edit) = edit::shift(&mine, one, d.below(4)) {
                edit.apply(&mut mine).unwrap();
            }
        }
        let mut theirs = ordered_as(&mine, &base, &mut d);
        let order = lists(&mine);
        assert_eq!(lists(&theirs), order, "{seed}");
        // Each side adds one, and this one takes one out that the other did not move.
        let gone = any::<Initiative>(&base, &mut d);
        for (side, number) in [(&mut mine, 100), (&mut theirs, 200)] {
            let added = Initiative {
                id: Id::new(number),
                measure: any(&base, &mut d),
                ..Initiative::default()
            };
            let edit = edit::add(side, added, d.below(4)).unwrap();
            edit.apply(side).unwrap();
        }
        let stands = theirs.get(gone).map(|one| &one.order) == base.get(gone).map(|one| &one.order);
        if stands {
            edit::remove(&mine, gone).unwrap().apply(&mut mine).unwrap();
        }
        let merge = merge(&base, &mine, &theirs);
        if merge.conflicts().next().is_some() {
            continue;
        }
        tried += 1;
        let after = lists(&by_default(&merge));
        for (parent, list) in order {
            let gone = AnyId::from(gone);
            let old: Vec<_> = list
                .into_iter()
                .filter(|id| !stands || *id != gone)
                .collect();
            let now = after.get(&parent).into_iter().flatten();
            let now: Vec<_> = now.copied().filter(|id| old.contains(id)).collect();
            assert_eq!(now, old, "{seed}");
        }
    }
    assert!(tried > 350, "{tried}");
}
