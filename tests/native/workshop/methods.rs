//! Votes of several voting methods at one session (W15).

use super::*;
use edit::Gather;

/// A session by a voting method.
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

/// A person's ballot: dots or points or who agrees, not sure, disagrees, by idea.
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
    // It is still held to what opinions can be.
    let more = Ballot {
        choices: person(1, &[(1, [7, 0, 0])]).choices,
        ..again
    };
    let refused = edit::Refusal::TooManyVotes { given: 7, most: 6 };
    assert_eq!(edit::count_on_paper(&s, more), Err(refused));
}
