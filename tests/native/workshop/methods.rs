//! Votes of several voting methods at one session (W15, W23, W31).

use proptest::collection::vec;
use proptest::prelude::{Just, any, prop, prop_oneof};
use proptest::strategy::Strategy as _;
use proptest::{prop_assert, prop_assert_eq};

use super::*;
use edit::Gather;
use insight::workshop::{VoteCount, VoteTally, opinion_map, tallies};

/// Returns a session with a voting method.
pub fn by(voting: Voting) -> Strategy {
    let mut s = table("A", 0, 3, 0);
    set_session(&mut s, |one| one.voting = voting);
    s
}

fn set_session(s: &mut Strategy, change: impl FnOnce(&mut Session)) {
    let mut session = Session::clone(s.get(SESSION).unwrap());
    change(&mut session);
    s.sessions.insert(session);
}

/// Returns the ballot of a person: dots or points or agreement, not sure, disagreement, by idea.
pub fn person(number: u64, choices: &[(u64, [u32; 3])]) -> Ballot {
    let choice = |(idea, [dots, unsure, disagree]): &(u64, [u32; 3])| BallotChoice {
        idea: Id::new(*idea),
        dots: *dots,
        unsure: *unsure,
        disagree: *disagree,
    };
    Ballot {
        id: Id::new(number),
        session: SESSION,
        choices: choices.iter().map(choice).collect(),
        ..Ballot::default()
    }
}

/// Casts a ballot.
pub fn cast(s: &mut Strategy, ballot: Ballot) {
    edit::cast(s, ballot).unwrap().apply(s).unwrap();
}

/// Changes the voting method of the session.
pub fn change(s: &mut Strategy, voting: Voting) {
    edit::set_voting(s, SESSION, voting)
        .unwrap()
        .apply(s)
        .unwrap();
}

fn method(s: &Strategy, ballot: u64) -> Voting {
    let ballot = s.get(Id::<Ballot>::new(ballot)).unwrap();
    ballot.method(s.get(SESSION).unwrap())
}

#[test]
fn w15_a_ballot_carries_the_method_it_was_given_by_and_keeps_it_when_the_session_changes() {
    for first in Voting::ALL {
        for then in Voting::ALL.iter().filter(|one| *one != first) {
            let mut s = by(*first);
            cast(&mut s, person(1, &[(1, [1, 0, 0])]));
            assert_eq!(s.get(Id::<Ballot>::new(1)).unwrap().voting, Some(*first));
            change(&mut s, *then);
            cast(&mut s, person(2, &[(1, [1, 0, 0])]));
            assert_eq!((method(&s, 1), method(&s, 2)), (*first, *then));
            let read = as_read(&s);
            assert_eq!((method(&read, 1), method(&read, 2)), (*first, *then));
        }
    }
}

#[test]
fn w15_a_ballot_of_an_older_file_keeps_the_method_of_its_session_when_that_changes() {
    for first in Voting::ALL {
        let mut s = by(*first);
        s.ballots.insert(person(1, &[(1, [1, 0, 0])]));
        assert_eq!(method(&as_read(&s), 1), *first);
        let then = Voting::ALL.iter().find(|one| *one != first).unwrap();
        let edit = edit::set_voting(&s, SESSION, *then).unwrap();
        edit.apply(&mut s).unwrap();
        assert_eq!(method(&s, 1), *first);
        edit.reverse().apply(&mut s).unwrap();
        assert_eq!(method(&s, 1), *first);
    }
}

#[test]
fn w15_a_ballot_of_a_tables_older_file_keeps_the_method_of_that_file() {
    let mut here = by(Voting::Points);
    let mut file = by(Voting::Dots);
    file.ballots.insert(person(1, &[(1, [3, 0, 0])]));
    for at in 0..2 {
        let mut gather = Gather::new(&here, SESSION);
        let told = gather.take(&as_read(&file)).unwrap();
        assert_eq!((told.new_ballots, told.known_ballots), (1 - at, at));
        if let Ok(edit) = gather.finish() {
            edit.apply(&mut here).unwrap();
        }
        assert_eq!(method(&here, 1), Voting::Dots);
    }
}

#[test]
fn w15_what_was_counted_on_paper_by_another_method_stays_as_it_is() {
    let mut s = by(Voting::Opinions);
    let paper = Ballot {
        source: IdeaSource::Paper,
        people: 5,
        ..person(1, &[(1, [4, 0, 1])])
    };
    let counted = edit::count_on_paper(&s, paper.clone()).unwrap();
    counted.apply(&mut s).unwrap();
    change(&mut s, Voting::Dots);
    let again = Ballot { people: 6, ..paper };
    let counted = edit::count_on_paper(&s, again.clone()).unwrap();
    counted.apply(&mut s).unwrap();
    assert_eq!(method(&s, 1), Voting::Opinions);
    // It is still limited to valid opinions.
    let more = Ballot {
        choices: person(1, &[(1, [7, 0, 0])]).choices,
        ..again
    };
    let refused = edit::Refusal::TooManyVotes { given: 7, most: 6 };
    assert_eq!(edit::count_on_paper(&s, more), Err(refused));
}

fn of_kind(s: &Strategy, kind: VoteKind) -> Option<VoteTally> {
    let mut all = tallies(s, SESSION).into_iter();
    all.find(|one| one.kind == kind)
}

fn kinds(s: &Strategy) -> Vec<VoteKind> {
    tallies(s, SESSION).iter().map(|one| one.kind).collect()
}

#[test]
fn w31_two_people_with_dots_and_one_with_an_opinion_are_two_counts() {
    let mut s = by(Voting::Dots);
    cast(&mut s, person(1, &[(1, [3, 0, 0])]));
    cast(&mut s, person(2, &[(1, [1, 0, 0]), (2, [2, 0, 0])]));
    change(&mut s, Voting::Opinions);
    cast(&mut s, person(3, &[(1, [0, 0, 1])]));
    use VoteKind::{Dots, Opinions, PaperStickers};
    assert_eq!(kinds(&s), [Opinions, Dots, PaperStickers]);
    let opinions = of_kind(&s, Opinions).unwrap();
    assert_eq!((opinions.people, opinions.given), (1, 1));
    let first = |tally: &VoteTally| {
        let row = tally.rows.iter().find(|row| row.idea == Id::new(1));
        row.unwrap().count
    };
    let disagree = VoteCount {
        disagree: 1,
        ..VoteCount::default()
    };
    assert_eq!(first(&opinions), disagree);
    let dots = of_kind(&s, Dots).unwrap();
    assert_eq!((dots.people, dots.given), (2, 6));
    assert_eq!(first(&dots), VoteCount::of_votes(4));
}

#[test]
fn w31_how_many_voted_is_told_for_each_kind_of_votes() {
    use words::workshop::{how_many_voted, voted_so_far};
    let mut s = by(Voting::Dots);
    let told = |s: &Strategy| how_many_voted(&tallies(s, SESSION));
    assert_eq!(told(&s), "紙のシール 3枚（人数は数えていません）");
    cast(&mut s, person(1, &[(1, [3, 0, 0])]));
    let stickers = "ほかに紙のシール 3枚（人数は数えていません）";
    assert_eq!(told(&s), ["n = 1人、", stickers].concat());
    change(&mut s, Voting::Points);
    cast(&mut s, person(2, &[(1, [100, 0, 0])]));
    let both = ["点　n = 1人、シール　n = 1人、", stickers].concat();
    assert_eq!(told(&s), both);
    assert_eq!(
        voted_so_far(&tallies(&s, SESSION)),
        "これまでの投票：点　n = 1人、シール　n = 1人"
    );
}

#[test]
fn w31_where_nobody_voted_the_count_is_of_the_voting_method_of_the_session() {
    for voting in Voting::ALL {
        let mut s = by(*voting);
        let ideas: Vec<Id<Idea>> = s.ideas.ids().collect();
        for id in ideas {
            let blank = Idea {
                votes: 0,
                ..Idea::clone(s.get(id).unwrap())
            };
            s.ideas.insert(blank);
        }
        let all = tallies(&s, SESSION);
        assert_eq!((all.len(), all[0].people, all[0].given), (1, 0, 0));
        assert_eq!(all[0].kind.key(), voting.key());
        assert_eq!(all[0].rows.len(), 3);
    }
    assert_eq!(tallies(&by(Voting::Dots), Id::new(1)), []);
}

#[test]
fn w31_paper_stickers_are_apart_from_the_votes_of_every_method() {
    for voting in Voting::ALL {
        let mut s = by(*voting);
        cast(&mut s, person(1, &[(1, [1, 0, 0])]));
        let paper = Ballot {
            people: 4,
            choices: Vec::new(),
            ..person(2, &[])
        };
        let counted = edit::count_on_paper(&s, paper).unwrap();
        counted.apply(&mut s).unwrap();
        let stickers = of_kind(&s, VoteKind::PaperStickers).unwrap();
        let given = s.ideas.iter().map(|one| one.votes).sum::<u32>();
        assert_eq!(stickers.given, given);
        // People on paper have opinions if opinions were requested, else they used stickers.
        let (own, on_stickers) = match voting {
            Voting::Opinions => (5, 0),
            _ => (1, 4),
        };
        let first = &tallies(&s, SESSION)[0];
        assert_eq!((first.kind.key(), first.people), (voting.key(), own));
        assert_eq!(stickers.people, on_stickers);
    }
}

#[test]
fn w23_of_two_ideas_that_were_merged_a_person_has_one_opinion() {
    let mut s = by(Voting::Opinions);
    cast(&mut s, person(1, &[(1, [1, 0, 0]), (2, [0, 0, 1])]));
    cast(&mut s, person(2, &[(1, [0, 1, 0]), (2, [0, 0, 1])]));
    cast(&mut s, person(3, &[(1, [1, 0, 0]), (2, [1, 0, 0])]));
    let paper = Ballot {
        source: IdeaSource::Paper,
        people: 5,
        ..person(4, &[(1, [3, 0, 2]), (2, [4, 1, 0])])
    };
    let counted = edit::count_on_paper(&s, paper).unwrap();
    counted.apply(&mut s).unwrap();
    let merged = edit::merge_ideas(&s, Id::new(2), Id::new(1)).unwrap();
    merged.apply(&mut s).unwrap();
    let tally = of_kind(&s, VoteKind::Opinions).unwrap();
    let row = tally.rows.iter().find(|row| row.idea == Id::new(1));
    let count = row.unwrap().count;
    assert_eq!((count.votes, count.unsure, count.disagree), (6, 2, 0));
    assert_eq!((tally.people, count.all()), (8, 8));
}

#[test]
fn w27_a_map_is_of_opinions_alone() {
    let mut s = by(Voting::Opinions);
    cast(&mut s, person(1, &[(1, [1, 0, 0])]));
    change(&mut s, Voting::Dots);
    cast(&mut s, person(2, &[(1, [1, 0, 0])]));
    // One person gave opinions, which are too few; dots are not opinions.
    let too_few = Err(insight::workshop::NoMap::TooFew(0));
    assert_eq!(opinion_map(&s, SESSION), too_few);
}

/// Returns a ballot of each method, on each of three ideas.
fn choices(voting: Voting) -> impl proptest::strategy::Strategy<Value = [[u32; 3]; 3]> {
    let opinion = prop_oneof![Just([1, 0, 0]), Just([0, 1, 0]), Just([0, 0, 1])];
    match voting {
        Voting::Dots => prop::array::uniform3((0..2_u32).prop_map(|n| [n, 0, 0])).boxed(),
        Voting::Points => prop::array::uniform3((0..34_u32).prop_map(|n| [n, 0, 0])).boxed(),
        Voting::Opinions => prop::array::uniform3(opinion).boxed(),
    }
}

fn votes() -> impl proptest::strategy::Strategy<Value = Vec<(Voting, [[u32; 3]; 3])>> {
    let one = prop::sample::select(Voting::ALL);
    vec(
        one.prop_flat_map(|voting| (Just(voting), choices(voting))),
        1..20,
    )
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    #[test]
    fn w31_no_count_adds_over_voting_methods(votes in votes(), stickers in 0_u32..9, merges in any::<bool>()) {
        let mut s = by(Voting::Dots);
        let first = Idea { votes: stickers, ..Idea::clone(s.get(Id::<Idea>::new(1)).unwrap()) };
        s.ideas.insert(first);
        for (at, (voting, [a, b, c])) in votes.iter().enumerate() {
            if s.get(SESSION).unwrap().voting != *voting {
                change(&mut s, *voting);
            }
            cast(&mut s, person(at as u64 + 10, &[(1, *a), (2, *b), (3, *c)]));
        }
        if merges {
            let merged = edit::merge_ideas(&s, Id::new(3), Id::new(1)).unwrap();
            merged.apply(&mut s).unwrap();
        }
        let all = tallies(&as_read(&s), SESSION);
        for (voting, kind) in Voting::ALL.iter().zip(VoteKind::ALL) {
            let own: Vec<_> = votes.iter().filter(|(one, _)| one == voting).collect();
            let tally = all.iter().find(|one| one.kind == *kind);
            prop_assert_eq!(tally.map_or(0, |one| one.people) as usize, own.len());
            let Some(tally) = tally else { continue };
            let given = own.iter().flat_map(|(_, ideas)| ideas.iter().flatten()).sum::<u32>();
            match (voting, merges) {
                // Of the two ideas merged into one, each person has one opinion.
                (Voting::Opinions, true) => prop_assert_eq!(tally.given as usize, own.len() * 2),
                _ => prop_assert_eq!(tally.given, given),
            }
            if *voting == Voting::Opinions {
                prop_assert!(tally.rows.iter().all(|row| row.count.all() <= tally.people));
            }
        }
        let paper = all.iter().find(|one| one.kind == VoteKind::PaperStickers);
        let others: u32 = s.ideas.iter().filter(|one| one.id != Id::new(1)).map(|one| one.votes).sum();
        prop_assert_eq!(paper.map_or(0, |one| one.given), stickers + others);
    }
}
