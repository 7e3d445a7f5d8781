//! Three-way merge: its laws over arbitrary strategies.

use std::collections::BTreeSet;

use edit::merge::{Act, Choice, Choices, Merge, Part, Row, Spot, merge, placed_as};
use edit::{Changes, Refusal};
use format::json::{read, write};
use proptest::prelude::*;
use strategy::{About, Goal, Id, Kind, Measure, Order, Series, Strategy};

use super::intents;
use fixtures::arbitrary::{self, Dice, seeds};

/// Returns a strategy after a number of random edits.
pub fn worked_on(base: &Strategy, seed: u64, steps: usize) -> Strategy {
    let mut now = base.clone();
    let mut dice = Dice::new(seed);
    for _ in 0..steps {
        if let Ok(edit) = intents::any(&now, &mut dice) {
            edit.apply(&mut now).unwrap();
        }
    }
    now
}

/// Returns a strategy, and the results of two people who edit it.
pub fn two((seed, size): (u64, usize)) -> [Strategy; 3] {
    let base = arbitrary::strategy(seed, size);
    let mine = worked_on(&base, seed ^ 0x5555, 25);
    let theirs = worked_on(&base, seed ^ 0xAAAA, 25);
    [base, mine, theirs]
}

fn spots<'a>(rows: impl Iterator<Item = &'a Row>) -> BTreeSet<Spot> {
    rows.map(|row| row.spot).collect()
}

/// Returns a choice for each conflict; `mine`: the first side is mine.
fn decided(merge: &Merge, mine: bool, dice: &mut Dice) -> Choices {
    let mut choices = Choices::new();
    for spot in spots(merge.conflicts()) {
        let first = dice.once_in(2);
        let choice = if first == mine {
            Choice::Mine
        } else {
            Choice::Theirs
        };
        choices.insert(spot, choice);
    }
    choices
}

/// Any choice for any row.
fn any_choices(merge: &Merge, dice: &mut Dice) -> Choices {
    let mut choices = Choices::new();
    for row in merge.rows() {
        let mut can = vec![Choice::Mine, Choice::Theirs];
        if merge.can_be_both(row.spot) {
            can.push(Choice::Both);
        }
        if merge.can_be_own(row.spot) {
            can.push(Choice::Own("書き直した".to_owned()));
        }
        if dice.once_in(2) {
            choices.insert(row.spot, dice.pick(&can));
        }
    }
    choices
}

fn without_closings(mut strategy: Strategy) -> Strategy {
    let mut about = About::clone(&strategy.about());
    about.closings = Vec::new();
    strategy.about.insert(about);
    strategy
}

/// Returns a strategy with the figures of another where both say the same: ― and - are one, and each side keeps its own.
fn spelled_as(like: &Strategy, strategy: &Strategy) -> Strategy {
    let mut spelled = strategy.clone();
    for ours in like.series.iter() {
        let said = |series: &Series| {
            let readings = series.figures().map(|figure| figure.reading().clone());
            (series.name.clone(), readings.collect::<Vec<_>>())
        };
        let theirs = strategy.series.get(ours.id);
        if theirs.is_some_and(|theirs| said(theirs) == said(ours)) {
            spelled.series.insert(Series::clone(ours));
        }
    }
    spelled
}

/// Merges two sides either way round, with the same decisions, and compares what comes out.
fn swapped(seeds: (u64, usize)) -> Result<(), TestCaseError> {
    let [base, one, other] = two(seeds).map(without_closings);
    let (here, there) = (merge(&base, &one, &other), merge(&base, &other, &one));
    // If only both changes together break the plan, either of them may be the one that waits (E49).
    let together = |row: &Row| {
        let series = row.spot.part == Part::Whole && row.spot.record.kind == Kind::Series;
        series || row.spot.part == Part::Field("reprise")
    };
    if here.conflicts().chain(there.conflicts()).any(together) {
        return Ok(());
    }
    prop_assert_eq!(spots(here.conflicts()), spots(there.conflicts()));
    let [mine, theirs] = [(&here, true), (&there, false)]
        .map(|(merge, mine)| merge.outcome(&decided(merge, mine, &mut Dice::new(seeds.0))));
    let theirs = spelled_as(&mine, &placed_as(&mine, &theirs));
    prop_assert!(mine == theirs, "{:#?}", Changes::between(&mine, &theirs));
    prop_assert!(write(&mine) == write(&theirs));
    Ok(())
}

#[test]
fn e113_the_sides_may_be_swapped_whatever_either_took_out_or_moved() {
    // Each side takes out one of two headings of a goal; moves beside what is to be decided; a model without content.
    for (seed, size) in [
        (13_428_693_147_797_819_971, 3),
        (13_219_205_845_979_909_884, 3),
        (9_398_807_185_999_324_557, 2),
        (18_029_007_448_783_805_598, 2),
        (1_210_198_962_431_777_258, 4),
        (5_679_461_682_587_646_580, 3),
    ] {
        swapped((seed, size)).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn e40_what_one_side_did_is_the_outcome(seeds in seeds(4)) {
        let [base, one, _] = two(seeds);
        let base = without_closings(base);
        let one = without_closings(one);
        for (mine, theirs) in [(&one, &base), (&one, &one), (&base, &one)] {
            let merge = merge(&base, mine, theirs);
            prop_assert_eq!(merge.conflicts().count(), 0);
            let after = merge.outcome(&Choices::new());
            // A move away and back may leave another key, never another order (E105).
            let one = placed_as(&after, &one);
            prop_assert!(after == one, "{:#?}", Changes::between(&one, &after));
            prop_assert!(write(&after) == write(&one));
        }
        prop_assert!(merge(&base, &one, &base).rows().is_empty());
        prop_assert!(merge(&base, &one, &one).rows().is_empty());
        let nothing = merge(&base, &one, &one).edit(&Choices::new());
        prop_assert_eq!(nothing.unwrap_err(), Refusal::Nothing);
    }

    #[test]
    fn e40_the_sides_may_be_swapped(seeds in seeds(4)) {
        swapped(seeds)?;
    }

    #[test]
    fn e41_only_what_both_changed_is_to_be_decided(seeds in seeds(4)) {
        let [base, mine, theirs] = two(seeds);
        let merge = merge(&base, &mine, &theirs);
        let [here, there] = [&mine, &theirs].map(|side| {
            Changes::between(&base, side).ids().into_iter().collect::<BTreeSet<_>>()
        });
        for row in merge.conflicts() {
            let record = row.spot.record;
            let both = here.contains(&record) && there.contains(&record);
            // Of a record that one side took out, the other may have changed what stands under it.
            let either = row.spot.part == Part::Whole && (here.contains(&record) || there.contains(&record));
            // A flaw that only both changes together make may be in a record that one of them did not touch (E49).
            let in_a_circle = row.spot.part == Part::Field("reprise") && there.contains(&record);
            prop_assert!(both || either || in_a_circle, "{row:?}");
        }
        for row in merge.rows() {
            prop_assert!(there.contains(&row.spot.record) || here.contains(&row.spot.record));
        }
    }

    #[test]
    fn e47_whatever_is_chosen_holds_together_and_can_be_undone(seeds in seeds(4)) {
        let [base, mine, theirs] = two(seeds);
        let merge = merge(&base, &mine, &theirs);
        let mut dice = Dice::new(seeds.0);
        for choices in [Choices::new(), any_choices(&merge, &mut dice), any_choices(&merge, &mut dice)] {
            let after = merge.outcome(&choices);
            prop_assert_eq!(after.integrity(), []);
            match merge.edit(&choices) {
                Ok(edit) => {
                    let mut now = mine.clone();
                    edit.apply(&mut now).unwrap();
                    prop_assert!(now == after);
                    edit.reverse().apply(&mut now).unwrap();
                    prop_assert!(write(&now) == write(&mine));
                }
                Err(why) => prop_assert!(matches!(why, Refusal::Nothing | Refusal::Closed(_)), "{why:?}"),
            }
        }
    }

    #[test]
    fn e53_what_came_back_in_a_file_stands_where_it_stood(seeds in seeds(4)) {
        let size = 25;
        let base = without_closings(arbitrary::strategy(seeds.0, seeds.1));
        let base = worked_on(&base, seeds.0 ^ 0x1111, size);
        let file = |strategy: &Strategy| read(write(strategy).as_bytes()).unwrap();
        prop_assert!(placed_as(&base, &file(&base)) == base);
        let after = worked_on(&base, seeds.0 ^ 0x2222, size);
        let placed = placed_as(&base, &file(&after));
        prop_assert!(write(&placed) == write(&after));
        let merge = merge(&base, &base, &placed);
        prop_assert!(write(&merge.outcome(&Choices::new())) == write(&after));
        // Additions move no other record, except one of two with the same key if a record came between them.
        let mut added = base.clone();
        let mut dice = Dice::new(seeds.0 ^ 0x3333);
        for _ in 0..10 {
            if let Ok(edit) = intents::add(&added, &mut dice) {
                edit.apply(&mut added).unwrap();
            }
        }
        let merge = edit::merge::merge(&base, &base, &placed_as(&base, &file(&added)));
        let gave_way = Changes::between(&base, &added).ids();
        let gave_way = |row: &Row| gave_way.contains(&row.spot.record);
        prop_assert!(merge.rows().iter().all(|row| row.act != Act::Moved || gave_way(row)));
    }

    #[test]
    fn e46_without_a_base_nothing_is_taken_out(seeds in seeds(3)) {
        let [_, mine, theirs] = two(seeds).map(without_closings);
        let merge = merge(&Strategy::default(), &mine, &theirs);
        let after = merge.outcome(&Choices::new());
        for id in Changes::between(&Strategy::default(), &mine).ids() {
            prop_assert!(id.is_in(&after), "{id}");
        }
        for id in Changes::between(&Strategy::default(), &theirs).ids() {
            prop_assert!(id.is_in(&after), "{id}");
        }
    }
}

/// Two measures with one key, one of which goes to the end of the list, behind a new one: found by chance.
#[test]
fn e53_of_two_with_one_key_each_stands_where_the_file_says() {
    let goal = Id::new(2);
    let measure = |number: u64, order: usize| Measure {
        id: Id::new(number),
        goal,
        order: Order::nth(order),
        title: format!("施策{number}"),
        ..Measure::default()
    };
    let with = |all: &[(u64, usize)]| {
        let mut one = Strategy::default();
        one.about.insert(About::default());
        one.goals.insert(Goal {
            id: goal,
            ..Goal::default()
        });
        for (number, order) in all {
            one.measures.insert(measure(*number, *order));
        }
        one
    };
    let base = with(&[(5, 0), (6, 0), (7, 1)]);
    let after = with(&[(5, 0), (1, 1), (7, 2), (6, 3)]);
    let back = read(write(&after).as_bytes()).unwrap();
    assert!(write(&placed_as(&base, &back)) == write(&after));
    assert!(placed_as(&base, &read(write(&base).as_bytes()).unwrap()) == base);
}

#[test]
fn the_merges_tried_have_conflicts_of_every_sort() {
    let mut sorts = std::collections::BTreeMap::new();
    for seed in 0..400 {
        let [base, mine, theirs] = two((seed, 4));
        for row in merge(&base, &mine, &theirs).rows() {
            let part = match row.spot.part {
                Part::Whole => "whole",
                Part::Place => "place",
                Part::Field(_) => "field",
                Part::Year(..) => "year",
                Part::Together(_) => "together",
            };
            *sorts.entry((part, row.clashes)).or_insert(0) += 1;
        }
    }
    for sort in ["whole", "place", "field", "year"] {
        for clashes in [true, false] {
            // Two that move one record under two others are rare by chance; it has a case of its own.
            if (sort, clashes) == ("place", true) {
                continue;
            }
            let count = sorts.get(&(sort, clashes)).copied().unwrap_or(0);
            assert!(count > 3, "{sort} {clashes}: {sorts:?}");
        }
    }
}
