//! Votes (W7, W20 to W23, W32).

use edit::Refusal;
use insight::workshop::{BoardSubject, Grouping, VoteTally, board, tallies};
use output::site::public_subset;
use strategy::*;

use super::{SESSION, table};

fn chosen(choices: &[(u64, u32)]) -> Vec<BallotChoice> {
    let each = choices.iter();
    each.map(|(idea, dots)| BallotChoice {
        idea: Id::new(*idea),
        dots: *dots,
        ..BallotChoice::default()
    })
    .collect()
}

/// Three ideas with stickers, and ballots of two positions.
fn voted() -> Strategy {
    let mut s = table("A", 0, 3, 0);
    let ballots = [
        ("高校生", vec![(1, 2), (2, 1)]),
        ("高校生", vec![(1, 1)]),
        ("事業者", vec![(1, 1), (3, 1)]),
        ("事業者", vec![(3, 3)]),
    ];
    for (at, (group, choices)) in ballots.into_iter().enumerate() {
        let ballot = Ballot {
            id: Id::new(at as u64),
            session: SESSION,
            group: group.to_owned(),
            choices: chosen(&choices),
            ..Ballot::default()
        };
        edit::cast(&s, ballot).unwrap().apply(&mut s).unwrap();
    }
    s
}

/// Returns the count of the dots that people gave on devices.
fn tally(s: &Strategy) -> VoteTally {
    let all = tallies(s, SESSION).into_iter();
    let mut dots = all.filter(|one| one.kind == VoteKind::Dots);
    dots.next().unwrap()
}

/// Returns the count of paper stickers.
fn stickers(s: &Strategy) -> VoteTally {
    let all = tallies(s, SESSION).into_iter();
    let mut stickers = all.filter(|one| one.kind == VoteKind::PaperStickers);
    stickers.next().unwrap()
}

#[test]
fn w7_nobody_gives_more_than_they_have() {
    let s = table("A", 0, 3, 0);
    let ballot = |people, choices: &[(u64, u32)]| Ballot {
        id: Id::new(1),
        session: SESSION,
        people,
        choices: chosen(choices),
        ..Ballot::default()
    };
    let too_many = |given, most| Err(Refusal::TooManyVotes { given, most });
    assert_eq!(edit::cast(&s, ballot(1, &[(1, 3), (2, 1)])), too_many(4, 3));
    assert_eq!(edit::cast(&s, ballot(1, &[])), Err(Refusal::Nothing));
    assert!(edit::cast(&s, ballot(1, &[(1, 2), (2, 1)])).is_ok());
    assert_eq!(
        edit::count_on_paper(&s, ballot(2, &[(1, 7)])),
        too_many(7, 6)
    );
    let mut opinions = s.clone();
    let session = Session {
        voting: Voting::Opinions,
        ..Session::clone(s.get(SESSION).unwrap())
    };
    opinions.sessions.insert(session);
    assert_eq!(
        edit::count_on_paper(&opinions, ballot(5, &[(1, 6)])),
        too_many(6, 5)
    );
    assert!(edit::count_on_paper(&opinions, ballot(5, &[(1, 5), (2, 5)])).is_ok());
}

#[test]
fn w20_every_vote_is_counted_once_and_w21_people_on_paper_too() {
    let mut s = voted();
    let paper = Ballot {
        id: Id::new(50),
        session: SESSION,
        people: 18,
        choices: Vec::new(),
        ..Ballot::default()
    };
    edit::count_on_paper(&s, paper.clone())
        .unwrap()
        .apply(&mut s)
        .unwrap();
    let (dots, paper_count) = (tally(&s), stickers(&s));
    assert_eq!((dots.people, dots.on_paper), (4, 0));
    assert_eq!((paper_count.people, paper_count.on_paper), (18, 18));
    let on_ideas: u32 = s.ideas.iter().map(|one| one.votes).sum();
    assert_eq!((on_ideas, paper_count.given, dots.given), (3, 3, 9));
    for count in [&dots, &paper_count] {
        let rows = count.rows.iter().map(|row| row.count.votes);
        assert_eq!(rows.sum::<u32>(), count.given);
    }
    // A new count replaces the earlier one.
    let again = Ballot {
        people: 20,
        ..paper.clone()
    };
    edit::count_on_paper(&s, again)
        .unwrap()
        .apply(&mut s)
        .unwrap();
    assert_eq!(stickers(&s).people, 20);
    let none = Ballot { people: 0, ..paper };
    edit::count_on_paper(&s, none)
        .unwrap()
        .apply(&mut s)
        .unwrap();
    assert_eq!((tally(&s).people, stickers(&s).people), (4, 0));
}

#[test]
fn w22_all_positions_agree_where_half_of_each_do() {
    let count = tally(&voted());
    let first = &count.rows[0];
    assert_eq!((first.idea, first.is_consensus), (Id::new(1), true));
    let of: Vec<_> = first
        .groups
        .iter()
        .map(|one| (one.agree, one.people))
        .collect();
    assert_eq!(of, [(1, 2), (2, 2)]);
    assert!(count.rows[1..].iter().all(|row| !row.is_consensus));
    // Nothing is shown about a single position.
    let mut one = voted();
    for id in [2, 3] {
        one.ballots.remove(Id::new(id));
    }
    assert!(tally(&one).rows.iter().all(|row| !row.is_consensus));
}

#[test]
fn w23_who_voted_for_two_that_were_merged_is_one_person() {
    let mut s = voted();
    let before = tally(&s);
    edit::merge_ideas(&s, Id::new(2), Id::new(1))
        .unwrap()
        .apply(&mut s)
        .unwrap();
    let count = tally(&s);
    assert_eq!((count.rows.len(), count.given), (2, before.given));
    let row = count
        .rows
        .iter()
        .find(|row| row.idea == Id::new(1))
        .unwrap();
    assert_eq!((row.merged, row.groups[1].agree), (1, 2));
}

#[test]
fn every_idea_is_in_one_column_however_they_are_put_together() {
    let mut s = voted();
    edit::move_to_theme(&s, &[Id::new(1)], "移動")
        .unwrap()
        .apply(&mut s)
        .unwrap();
    for by in [
        Grouping::Theme,
        Grouping::Goal,
        Grouping::Kind,
        Grouping::Table,
    ] {
        let board = board(&s, SESSION, by);
        let mut all: Vec<_> = board.iter().flat_map(|(_, ideas)| ideas).collect();
        all.sort();
        assert_eq!(all, [&Id::new(1), &Id::new(2), &Id::new(3)], "{by:?}");
    }
    let by_hand = board(&s, SESSION, Grouping::Theme);
    assert_eq!(
        by_hand[1],
        (BoardSubject::Theme("移動".to_owned()), vec![Id::new(1)])
    );
}

#[test]
fn w32_votes_are_published_with_their_unit_once_opened_and_nothing_of_who_voted() {
    let mut s = voted();
    let choices = Publishing {
        shown_fields: vec!["Idea.text".to_owned()],
        ..Publishing::default()
    };
    let id = Id::new(2);
    let stickers = |s: &Strategy| s.ideas.get(id).unwrap().votes;
    let closed = public_subset(&s, &choices);
    assert!(closed.sessions.is_empty() && closed.ballots.is_empty());
    assert_eq!(closed.ideas.get(id).unwrap().results, []);
    assert_eq!(stickers(&closed), stickers(&s));
    let opened = Session {
        opened: true,
        date: Some(Date("2026-11-22".to_owned())),
        ..Session::clone(s.get(SESSION).unwrap())
    };
    s.sessions.insert(opened);
    let shown = public_subset(&s, &choices);
    let session = "町民の話し合い".to_owned();
    let date = Some(Date("2026-11-22".to_owned()));
    let dots = VoteResult {
        session: session.clone(),
        date: date.clone(),
        votes: 1,
        people: 4,
        ..VoteResult::default()
    };
    let stuck = VoteResult {
        session,
        date,
        kind: VoteKind::PaperStickers,
        votes: stickers(&s),
        ..VoteResult::default()
    };
    assert_eq!(shown.ideas.get(id).unwrap().results, [dots, stuck]);
    assert_eq!(stickers(&shown), stickers(&s));
    assert_eq!(shown.ideas.get(id).unwrap().session, None);
    assert_eq!(shown.integrity(), []);
    // Published again from the published data, it is the same.
    assert_eq!(public_subset(&shown, &choices).ideas, shown.ideas);
}
