//! The algebra of edits, and that no edit breaks a strategy.

use edit::{Changes, Edit, History, Refusal};
use format::json::{read, write};
use proptest::prelude::*;
use strategy::Moment;
use strategy::Strategy;
use strategy::*;
use words::Say;

use super::intents;
use fixtures::arbitrary::{self, Dice, seeds};

/// A run of edits on a strategy: each with the strategy before it.
pub fn run(seed: u64, size: usize, count: usize) -> (Vec<(Strategy, Edit)>, Strategy) {
    let mut now = arbitrary::strategy(seed, size);
    let mut dice = Dice::new(!seed);
    let mut steps = Vec::new();
    for _ in 0..count {
        if let Ok(edit) = intents::any(&now, &mut dice) {
            let before = now.clone();
            edit.apply(&mut now).unwrap();
            steps.push((before, edit));
        }
    }
    (steps, now)
}

/// The ids of every list that has an order, as read.
fn lists(s: &Strategy) -> Vec<String> {
    fn ids<T: Record>(s: &Strategy) -> Vec<String> {
        let groups = T::table(s).by_parent();
        groups
            .iter()
            .flatten()
            .map(|record| record.id().to_string())
            .collect()
    }
    [
        ids::<Goal>(s),
        ids::<Measure>(s),
        ids::<Initiative>(s),
        ids::<Line>(s),
        ids::<Indicator>(s),
        ids::<Series>(s),
    ]
    .concat()
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(300))]

    /// E2, E3, E5: back again, twice turned the same, never empty. And an edit survives the journal.
    #[test]
    fn e2_e3_e5_an_edit_can_be_taken_back((seed, size) in seeds(4)) {
        let (steps, _) = run(seed, size, 10);
        for (before, edit) in steps {
            prop_assert!(!edit.changes.is_empty());
            let mut now = before.clone();
            edit.apply(&mut now).unwrap();
            prop_assert!(now != before);
            edit.reverse().apply(&mut now).unwrap();
            prop_assert!(now == before);
            prop_assert!(edit.reverse().reverse() == edit);
            let journal = serde_json::to_string(&edit).unwrap();
            let back: Edit = serde_json::from_str(&journal).unwrap();
            prop_assert!(back == edit, "{journal}");
        }
    }

    /// E8, E10: nothing an intent does leaves a mention of what is not there, and what results can be saved.
    #[test]
    fn e8_e10_the_strategy_holds_together_after_every_edit((seed, size) in seeds(5)) {
        let (steps, end) = run(seed, size, 20);
        for (now, edit) in &steps {
            prop_assert_eq!(now.integrity(), [], "before {:?}", edit.label);
        }
        prop_assert_eq!(end.integrity(), []);
        let text = write(&end);
        let back = read(text.as_bytes());
        prop_assert!(back.is_ok(), "{:?}", back.unwrap_err());
        let again = write(&back.unwrap());
        for (again, line) in again.lines().zip(text.lines()) {
            prop_assert_eq!(again, line);
        }
        prop_assert_eq!(again.len(), text.len());
    }

    /// E4: two edits as one do the same, and nothing is in the one that came to nothing.
    #[test]
    fn e4_joined_edits_do_what_they_did_one_by_one((seed, size) in seeds(4)) {
        let (steps, end) = run(seed, size, 12);
        let Some((start, _)) = steps.first().cloned() else { return Ok(()) };
        let whole = steps.iter().fold(Changes::default(), |all, (_, edit)| all.squash(edit.changes.clone()));
        let mut now = start.clone();
        prop_assert!(whole.apply(&mut now).is_ok());
        prop_assert!(now == end);
        prop_assert!(whole == Changes::between(&start, &end));
        prop_assert!(whole.clone().squash(whole.reverse()).is_empty());
        let (left, right) = steps.split_at(steps.len() / 2);
        let join = |part: &[(Strategy, Edit)]| {
            part.iter().fold(Changes::default(), |all, (_, edit)| all.squash(edit.changes.clone()))
        };
        prop_assert!(join(left).squash(join(right)) == whole);
    }

    /// Lists that are followed by shape miss nothing: an edit that moves nothing leaves every list as it was.
    #[test]
    fn an_edit_that_moves_nothing_leaves_every_list_as_it_was((seed, size) in seeds(5)) {
        let (steps, end) = run(seed, size, 15);
        let after = steps.iter().skip(1).map(|(before, _)| before).chain([&end]);
        for ((before, edit), after) in steps.iter().zip(after) {
            prop_assert!(edit.changes.moves() || lists(before) == lists(after), "{:?}", edit.label);
        }
    }

    /// E1: where something else is there by now, nothing at all changes.
    #[test]
    fn e1_an_edit_that_does_not_fit_changes_nothing((seed, size) in seeds(4)) {
        let (steps, end) = run(seed, size, 12);
        for (before, edit) in &steps {
            let mut later = end.clone();
            let fits = Changes::between(before, &end);
            if edit.apply(&mut later).is_err() {
                prop_assert!(later == end);
                prop_assert!(!fits.is_empty());
            } else {
                edit.reverse().apply(&mut later).unwrap();
                prop_assert!(later == end);
            }
            let mut done = before.clone();
            edit.apply(&mut done).unwrap();
            let once = done.clone();
            prop_assert!(edit.apply(&mut done).is_err());
            prop_assert!(done == once);
        }
    }

    /// E2, E7: everything undone gives back the same bytes, everything redone the same bytes again.
    #[test]
    fn e2_e7_undo_and_redo_give_back_every_byte((seed, size) in seeds(4)) {
        let mut now = arbitrary::strategy(seed, size);
        let mut dice = Dice::new(!seed);
        let mut history = History::default();
        let mut texts = vec![write(&now)];
        for _ in 0..12 {
            if let Ok(edit) = intents::any(&now, &mut dice) {
                history.seal();
                history.commit(&mut now, edit, Moment::default()).unwrap();
                texts.push(write(&now));
            }
        }
        prop_assert_eq!(history.done().len(), texts.len() - 1);
        for text in texts.iter().rev().skip(1) {
            history.undo(&mut now).unwrap().unwrap();
            prop_assert!(write(&now) == *text);
        }
        prop_assert!(history.undo(&mut now).unwrap().is_none());
        for text in &texts[1..] {
            history.redo(&mut now).unwrap().unwrap();
            prop_assert!(write(&now) == *text);
        }
        prop_assert!(history.redo(&mut now).unwrap().is_none());
    }
}

/// Every intent is taken often enough for the laws above to mean something, and refused for good reasons only.
#[test]
fn the_edits_tried_are_of_every_sort() {
    let (mut made, mut refused, mut broken) = (0, 0, 0);
    let mut acts = std::collections::BTreeMap::new();
    for seed in 0..150 {
        let mut now = arbitrary::strategy(seed, 5);
        let mut dice = Dice::new(seed);
        for _ in 0..20 {
            match intents::any(&now, &mut dice) {
                Ok(edit) => {
                    made += 1;
                    let act = serde_json::to_value(&edit.label.operation).unwrap();
                    let act = match act {
                        serde_json::Value::Object(act) => act.keys().next().unwrap().clone(),
                        act => act.to_string(),
                    };
                    *acts.entry((act, edit.label.kind.clone())).or_insert(0) += 1;
                    edit.apply(&mut now).unwrap();
                }
                Err(why) => {
                    refused += 1;
                    broken += usize::from(matches!(why, Refusal::Breaks(_)));
                    assert!(why.say().ends_with('。'), "{why:?}");
                }
            }
        }
    }
    assert!(
        made > 2000 && refused > 100 && broken > 50,
        "{made} {refused} {broken}"
    );
    let of = |act: &str| {
        acts.keys()
            .filter(|(a, _)| a.trim_matches('"') == act)
            .count()
    };
    assert_eq!(
        (of("add"), of("remove"), of("move")),
        (21, 21, 7),
        "{acts:?}"
    );
}
