//! Merging the files of tables (W1 to W6, W8, W9).

use edit::{Field, Gather, Gathered, NewIdea, NotGathered, OtherSession, Refusal};
use format::json;
use insight::workshop::{Theme, merged_with, same_texts, tallies, themes};
use proptest::prelude::{Just, ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use proptest::strategy::Strategy as _;
use recognise::paper_notes;
use strategy::*;

use super::{SESSION, arrival, plan, table};

/// Returns the plan with files merged one by one.
fn gathered(mut plan: Strategy, files: &[&Strategy]) -> (Strategy, Vec<Gathered>) {
    let mut told = Vec::new();
    for file in files {
        let mut gather = Gather::new(&plan, SESSION);
        told.push(gather.take(file).unwrap());
        match gather.finish() {
            Ok(edit) => edit.apply(&mut plan).unwrap(),
            Err(why) => assert_eq!(why, Refusal::Nothing),
        }
    }
    assert_eq!(plan.integrity(), []);
    (plan, told)
}

/// Returns the plan with the files merged at once.
fn at_once(mut plan: Strategy, files: &[&Strategy]) -> Strategy {
    let mut gather = Gather::new(&plan, SESSION);
    for file in files {
        gather.take(file).unwrap();
    }
    match gather.finish() {
        Ok(edit) => edit.apply(&mut plan).unwrap(),
        Err(why) => assert_eq!(why, Refusal::Nothing),
    }
    plan
}

/// Returns a copy in which some ideas were reworded, removed, or given other stickers.
fn edited(file: &Strategy, choices: &[(usize, u8)]) -> Strategy {
    let mut copy = file.clone();
    let ids: Vec<_> = copy.ideas.ids().collect();
    for (at, what) in choices {
        let id = ids[at % ids.len()];
        let Some(idea) = copy.ideas.get(id).cloned() else {
            continue;
        };
        let mut idea = Idea::clone(&idea);
        match what % 6 {
            0 => idea.text.push_str("（追記）"),
            1 => idea.written += i64::from(*what),
            2 => idea.votes += 2,
            3 => idea.kind = IdeaKind::Question,
            4 => idea.goal = None,
            _ => {
                idea.wordings.push(format!("前の書き方{what}"));
            }
        }
        copy.ideas.insert(idea);
    }
    for (at, what) in choices {
        let ballots: Vec<_> = copy.ballots.ids().collect();
        if *what % 2 == 0
            && let Some(id) = ballots.get(at % ballots.len().max(1))
        {
            let mut ballot = Ballot::clone(copy.ballots.get(*id).unwrap());
            for choice in &mut ballot.choices {
                choice.dots = 1 + u32::from(what % 3);
            }
            copy.ballots.insert(ballot);
        }
    }
    copy
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn w1_any_order_of_tables_comes_to_the_same(
        order in Just([0_usize, 1, 2, 3, 4]).prop_shuffle(),
        choices in proptest::collection::vec((0_usize..9, any::<u8>()), 0..6),
        others in proptest::collection::vec((0_usize..9, any::<u8>()), 0..6),
        cut in 0_usize..=5,
    ) {
        let tables = [table("A", 1_000, 4, 5), table("B", 2_000, 3, 4), table("C", 3_000, 5, 2)];
        let files = [&tables[0], &tables[1], &tables[2], &edited(&tables[0], &choices), &edited(&tables[0], &others)];
        let (straight, _) = gathered(plan(), &files);
        let shuffled: Vec<&Strategy> = order.iter().map(|at| files[*at]).collect();
        let (other, _) = gathered(plan(), &shuffled);
        prop_assert_eq!(&straight, &other);
        prop_assert_eq!(&straight, &at_once(plan(), &shuffled));
        // In two places first, and then together.
        let (first, _) = gathered(plan(), &shuffled[..cut]);
        let (second, _) = gathered(plan(), &shuffled[cut..]);
        let (both, _) = gathered(first, &[&second]);
        prop_assert_eq!(&straight, &both);
        // W2: a second time.
        let (again, told) = gathered(straight.clone(), &shuffled);
        prop_assert_eq!(&straight, &again);
        prop_assert!(told.iter().all(|one| one.new_ideas == 0 && one.new_ballots == 0));
        // Nothing twice, nothing lost: no wording, no idea, no ballot.
        prop_assert_eq!(straight.ideas.len(), 12);
        prop_assert_eq!(straight.ballots.len(), 11);
        for file in files {
            for idea in file.ideas.iter() {
                let here = straight.ideas.get(idea.id).unwrap();
                for said in idea.wordings.iter().chain([&idea.text]) {
                    prop_assert!(here.text == *said || here.wordings.contains(said));
                }
                prop_assert!(here.votes >= idea.votes);
            }
        }
    }
}

#[test]
fn w2_the_same_file_twice_adds_nothing_and_says_so() {
    let file = table("A", 1_000, 3, 2);
    let (once, told) = gathered(plan(), &[&file]);
    assert_eq!(
        told,
        [Gathered {
            table: "A".to_owned(),
            new_ideas: 3,
            new_ballots: 2,
            ..Gathered::default()
        }]
    );
    let (twice, told) = gathered(once.clone(), &[&file]);
    assert_eq!(once, twice);
    assert!(told[0].is_known());
    assert_eq!((told[0].known_ideas, told[0].known_ballots), (3, 2));
}

#[test]
fn w3_of_two_wordings_the_later_stands_and_the_other_is_kept() {
    let file = table("A", 1_000, 1, 0);
    let id = file.ideas.ids().next().unwrap();
    let mut copy = file.clone();
    let text = |idea: &mut Idea| idea.text = "直した考え".to_owned();
    let rewritten = edit::rewrite_idea(&copy, id, Field::Text, 5_000, text).unwrap();
    rewritten.apply(&mut copy).unwrap();
    for files in [[&file, &copy], [&copy, &file]] {
        let (here, _) = gathered(plan(), &files);
        let idea = here.ideas.get(id).unwrap();
        assert_eq!(idea.text, "直した考え");
        assert_eq!(idea.wordings, ["Aの考え0"]);
    }
    let (_, told) = gathered(plan(), &[&file, &copy]);
    assert_eq!((told[1].reworded, told[1].new_ideas), (1, 0));
}

#[test]
fn w4_what_the_facilitator_said_of_an_idea_stays() {
    let file = table("A", 1_000, 2, 0);
    let (mut here, _) = gathered(plan(), &[&file]);
    let ids: Vec<_> = here.ideas.ids().collect();
    let put = edit::move_to_theme(&here, &ids, "移動").unwrap();
    put.apply(&mut here).unwrap();
    let answered = edit::set(&here, ids[0], Field::Answer, |idea| {
        idea.answer = "来年度から行います。".to_owned();
        idea.state = Some(IdeaState::Adopted);
        idea.changed_goals = vec![Id::new(2)];
    });
    answered.unwrap().apply(&mut here).unwrap();
    let merged = edit::merge_ideas(&here, ids[1], ids[0]).unwrap();
    merged.apply(&mut here).unwrap();
    let (again, _) = gathered(here.clone(), &[&file, &edited(&file, &[(0, 2), (1, 0)])]);
    for id in ids {
        let (before, after) = (here.ideas.get(id).unwrap(), again.ideas.get(id).unwrap());
        assert_eq!(before.theme, after.theme);
        assert_eq!(before.answer, after.answer);
        assert_eq!(before.state, after.state);
        assert_eq!(before.merged, after.merged);
        assert_eq!(before.changed_goals, after.changed_goals);
    }
}

#[test]
fn w3_a_table_whose_clock_is_off_by_years_wrote_on_the_day_of_the_session() {
    let day = |text: &str| Some(Date(text.to_owned()));
    let mut here = plan();
    let session = Session {
        date: day("2026-11-24"),
        ..Session::clone(here.get(SESSION).unwrap())
    };
    here.sessions.insert(session);
    let mut file = table("A", 1_000, 3, 0);
    let all: Vec<Idea> = file.ideas.iter().map(|idea| Idea::clone(idea)).collect();
    for (idea, date) in all
        .into_iter()
        .zip(["1999-01-01", "2099-12-31", "2026-11-30"])
    {
        let date = day(date);
        file.ideas.insert(Idea { date, ..idea });
    }
    let (after, _) = gathered(here, &[&file, &file]);
    let dates: Vec<_> = after.ideas.iter().map(|idea| idea.date.clone()).collect();
    assert_eq!(
        dates,
        [day("2026-11-24"), day("2026-11-24"), day("2026-11-30")]
    );
}

#[test]
fn w5_a_file_of_another_session_or_of_none_adds_nothing() {
    let here = plan();
    let mut gather = Gather::new(&here, SESSION);
    assert_eq!(
        gather.take(&Strategy::default()),
        Err(NotGathered::NoSession)
    );
    let mut other = Strategy::default();
    other.sessions.insert(Session {
        id: Id::new(7),
        title: "別の会".to_owned(),
        ..Session::default()
    });
    assert_eq!(
        gather.take(&other),
        Err(NotGathered::OtherSession(OtherSession {
            id: Id::new(7),
            title: "別の会".to_owned(),
            date: None,
            place: String::new(),
            is_namesake: false,
        }))
    );
    assert_eq!(gather.finish(), Err(Refusal::Nothing));
}

/// Returns a table's file of a session of the same name that was made on another device.
fn of_namesake(table: &str) -> Strategy {
    let other = Id::new(7);
    let mut file = super::table(table, 1_000, 2, 2);
    let session = Session {
        id: other,
        date: Some(Date("2026-11-20".to_owned())),
        place: "町民センター".to_owned(),
        ..Session::clone(file.get(SESSION).unwrap())
    };
    let goal = file.goals.iter().next().unwrap().id;
    for id in file.ideas.ids().collect::<Vec<_>>() {
        let idea = Idea::clone(file.get(id).unwrap());
        file.ideas.insert(Idea {
            session: Some(other),
            goal: Some(goal),
            ..idea
        });
    }
    for id in file.ballots.ids().collect::<Vec<_>>() {
        let ballot = Ballot::clone(file.get(id).unwrap());
        file.ballots.insert(Ballot {
            session: other,
            ..ballot
        });
    }
    file.sessions.remove(SESSION);
    file.sessions.insert(session);
    file
}

#[test]
fn w16_a_file_of_a_session_of_the_same_name_is_told_apart_and_comes_in_on_request() {
    let here = plan();
    let file = of_namesake("A");
    let mut gather = Gather::new(&here, SESSION);
    let Err(NotGathered::OtherSession(other)) = gather.take(&file) else {
        panic!("it is of another session");
    };
    assert!(other.is_namesake);
    assert_eq!((&*other.place, other.id), ("町民センター", Id::new(7)));

    let told = gather.take_as_own(&file, other.id).unwrap();
    assert_eq!((told.new_ideas, told.new_ballots), (2, 2));
    let mut after = here.clone();
    gather.finish().unwrap().apply(&mut after).unwrap();
    assert_eq!(after.integrity(), []);
    assert!(after.ideas.iter().all(|one| one.session == Some(SESSION)));
    assert!(after.ideas.iter().all(|one| one.goal.is_some()));
    assert_eq!(tallies(&after, SESSION)[0].people, 2);
    assert_eq!(after.sessions.len(), 1);

    // A second time it adds nothing.
    let mut again = Gather::new(&after, SESSION);
    assert!(again.take_as_own(&file, other.id).unwrap().is_known());

    // An idea loses its goal if the goal of that number is another one here.
    let mut elsewhere = plan();
    let goal = elsewhere.goals.ids().next().unwrap();
    let renamed = Goal {
        title: "別の目標".to_owned(),
        ..Goal::clone(elsewhere.get(goal).unwrap())
    };
    elsewhere.goals.insert(renamed);
    let mut gather = Gather::new(&elsewhere, SESSION);
    gather.take_as_own(&file, other.id).unwrap();
    gather.finish().unwrap().apply(&mut elsewhere).unwrap();
    assert!(elsewhere.ideas.iter().all(|one| one.goal.is_none()));
}

#[test]
fn w17_two_sessions_of_a_plan_become_one_and_nothing_is_lost() {
    let (mut here, _) = gathered(plan(), &[&table("A", 1_000, 2, 2)]);
    let other = Id::new(7);
    here.sessions.insert(Session {
        id: other,
        voting: Voting::Opinions,
        tables: vec![SessionTable {
            name: "B".to_owned(),
            people: 4,
        }],
        ..Session::clone(here.get(SESSION).unwrap())
    });
    here.ideas.insert(Idea {
        id: Id::new(5_000),
        session: Some(other),
        text: "もう一つの会の意見".to_owned(),
        ..Idea::default()
    });
    here.ballots.insert(Ballot {
        id: Id::new(6_000),
        session: other,
        choices: vec![BallotChoice {
            idea: Id::new(5_000),
            dots: 1,
            unsure: 0,
            disagree: 0,
        }],
        ..Ballot::default()
    });
    let before = here.clone();
    let edit = edit::join_sessions(&here, other, SESSION).unwrap();
    edit.apply(&mut here).unwrap();
    assert_eq!(here.integrity(), []);
    assert_eq!((here.sessions.len(), here.ideas.len()), (1, 3));
    assert!(here.ideas.iter().all(|one| one.session == Some(SESSION)));
    let kinds: Vec<_> = tallies(&here, SESSION)
        .iter()
        .map(|one| (one.kind, one.people))
        .collect();
    assert_eq!(
        kinds,
        [
            (VoteKind::Dots, 2),
            (VoteKind::Opinions, 1),
            (VoteKind::PaperStickers, 0)
        ]
    );
    let tables = here.get(SESSION).unwrap().tables.iter();
    assert_eq!(tables.map(|one| &*one.name).collect::<Vec<_>>(), ["A", "B"]);
    edit.reverse().apply(&mut here).unwrap();
    assert_eq!(here, before);
    assert_eq!(
        edit::join_sessions(&here, SESSION, SESSION),
        Err(Refusal::WrongPlace)
    );
}

#[test]
fn the_groups_named_by_hand_come_with_their_first_ideas_the_largest_first() {
    let (mut here, _) = gathered(plan(), &[&table("A", 1_000, 6, 0)]);
    let ids: Vec<_> = here.ideas.sorted().into_iter().map(|one| one.id).collect();
    for (name, ideas) in [("足の確保", &ids[..1]), ("遊ぶ場", &ids[1..4])] {
        let moved = edit::move_to_theme(&here, ideas, name).unwrap();
        moved.apply(&mut here).unwrap();
    }
    let text = |at: usize| here.get(ids[at]).unwrap().text.clone();
    let told = |name: &str, count, first: Vec<String>| Theme {
        name: name.to_owned(),
        count,
        first,
    };
    assert_eq!(
        themes(&here, SESSION),
        [
            told("遊ぶ場", 3, vec![text(1), text(2)]),
            told("足の確保", 1, vec![text(0)]),
        ]
    );
    assert_eq!(themes(&plan(), SESSION), []);
}

/// Returns the plan with these ideas, and the one step that added them.
fn with_ideas(new: Vec<NewIdea>) -> (Strategy, edit::Edit) {
    let mut here = plan();
    let mut next = 0;
    let fresh = || {
        next += 1;
        next
    };
    let edit = edit::add_ideas(&here, new, &arrival(1), fresh).unwrap();
    edit.apply(&mut here).unwrap();
    (here, edit)
}

#[test]
fn w33_ideas_that_say_the_same_are_proposed_for_merging_and_merged_in_one_step() {
    let texts = [
        "同じ意見です",
        "バスがほしい。",
        "同じ意見です！",
        "ﾊﾞｽがほしい",
        "同じ 意見です",
        "。。",
        "！",
    ];
    let new = texts.map(|text| NewIdea {
        text: text.to_owned(),
        ..NewIdea::default()
    });
    let (mut here, _) = with_ideas(new.into());
    let groups = same_texts(&here, SESSION);
    let said = |group: &Vec<Id<Idea>>| {
        let all = group.iter().map(|id| here.get(*id).unwrap().text.clone());
        all.collect::<Vec<_>>()
    };
    assert_eq!(
        groups.iter().map(said).collect::<Vec<_>>(),
        [
            vec!["同じ意見です", "同じ意見です！", "同じ 意見です"],
            vec!["バスがほしい。", "ﾊﾞｽがほしい"],
        ]
    );
    let edit = edit::merge_group(&here, &groups[0]).unwrap();
    edit.apply(&mut here).unwrap();
    assert_eq!(merged_with(&here, groups[0][0]).len(), 2);
    assert_eq!(same_texts(&here, SESSION), groups[1..]);
    assert_eq!(same_texts(&here, Id::new(7)), Vec::<Vec<_>>::new());
}

#[test]
fn w6_a_tables_file_holds_what_was_chosen_and_nothing_else_and_is_a_file_of_ours() {
    let (mut here, _) = gathered(plan(), &[&table("A", 1_000, 3, 4)]);
    let id = here.ideas.ids().next().unwrap();
    edit::set(&here, id, Field::Answer, |idea| {
        idea.answer = "まだ決めていません。".to_owned();
    })
    .unwrap()
    .apply(&mut here)
    .unwrap();
    let file = edit::table_file(&here, SESSION, "B").unwrap();
    assert_eq!(file.integrity(), []);
    let text = json::write(&file);
    for inner in ["まだ決めていません", "内部のメモ", "暮らす"] {
        assert!(!text.contains(inner), "{inner}");
    }
    assert_eq!(file.ideas.len(), 3);
    assert!(file.ballots.is_empty());
    let read = json::read(text.as_bytes()).unwrap();
    assert_eq!(json::write(&read), text);
    // Merged back at once it brings nothing.
    let (after, told) = gathered(here.clone(), &[&read]);
    assert!(told[0].is_known());
    assert_eq!(after, here);
    // A damaged file is reported with its place, and never read in part.
    let cut = text.len() / 2;
    let cut = (cut..).find(|at| text.is_char_boundary(*at)).unwrap();
    assert!(json::read(&text.as_bytes()[..cut]).is_err());
    assert_eq!(edit::table_file(&here, Id::new(1), "B"), None);
}

#[test]
fn w8_what_was_merged_goes_along_and_can_be_parted_again() {
    let (mut here, _) = gathered(plan(), &[&table("A", 1_000, 3, 0)]);
    let ids: Vec<_> = here.ideas.sorted().into_iter().map(|one| one.id).collect();
    for (id, into) in [(ids[1], ids[0]), (ids[0], ids[2])] {
        let merged = edit::merge_ideas(&here, id, into).unwrap();
        merged.apply(&mut here).unwrap();
    }
    let merged = |here: &Strategy, at: usize| here.ideas.get(ids[at]).unwrap().merged;
    assert_eq!(merged(&here, 0), Some(ids[2]));
    assert_eq!(merged(&here, 1), Some(ids[2]));
    assert_eq!(
        edit::merge_ideas(&here, ids[2], ids[1]),
        Err(Refusal::WrongPlace)
    );
    let votes: u32 = here.ideas.iter().map(|one| one.votes).sum();
    let count = tallies(&here, SESSION).remove(0);
    assert_eq!((count.rows.len(), count.rows[0].count.votes), (1, votes));
    let parted = edit::part_idea(&here, ids[1]).unwrap();
    parted.apply(&mut here).unwrap();
    assert_eq!(tallies(&here, SESSION)[0].rows.len(), 2);
}

#[test]
fn w9_a_hundred_notes_from_paper_are_one_step_each_with_its_stickers() {
    let lines: Vec<String> = (1..=100).map(|n| format!("！意見{n} ×{n}")).collect();
    let notes = paper_notes::read(&lines.join("\n"));
    let new = notes.into_iter().map(|note| NewIdea {
        text: note.text,
        kind: note.kind,
        source: IdeaSource::Paper,
        votes: note.stickers,
        ..NewIdea::default()
    });
    let (mut here, edit) = with_ideas(new.collect());
    assert_eq!(here.ideas.len(), 100);
    assert_eq!(tallies(&here, SESSION)[0].given, 5_050);
    let sorted = here.ideas.sorted();
    assert!(sorted.iter().map(|one| one.votes).eq(1..=100));
    edit.reverse().apply(&mut here).unwrap();
    assert_eq!(here, plan());
}

#[test]
fn w1_forty_tables_of_two_hundred_ideas_come_together() {
    let files: Vec<Strategy> = (0..40)
        .map(|n| table(&format!("{n:02}"), (n + 1) * 100_000, 200, 30))
        .collect();
    let begun = std::time::Instant::now();
    let here = at_once(plan(), &files.iter().collect::<Vec<_>>());
    let took = begun.elapsed();
    println!("40 tables of 200 ideas: {} ms", took.as_millis());
    assert_eq!((here.ideas.len(), here.ballots.len()), (8_000, 1_200));
    assert_eq!(here.get(SESSION).unwrap().tables.len(), 41);
    let counts = tallies(&here, SESSION);
    let stickers: u32 = here.ideas.iter().map(|one| one.votes).sum();
    let dots: u32 = here.ballots.iter().map(|one| one.choices[0].dots).sum();
    assert_eq!((counts[0].given, counts[0].people), (dots, 1_200));
    assert_eq!(counts[1].given, stickers);
}
