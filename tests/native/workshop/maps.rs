//! The map of opinions (W27, W28).

use insight::workshop::{NoMap, OpinionMap, opinion_map};
use proptest::prelude::{Just, ProptestConfig, prop_assert, prop_assert_eq, proptest};
use proptest::strategy::Strategy as _;
use strategy::*;

use super::{SESSION, table};

const IDEAS: u64 = 10;

/// Ten ideas; people of two camps, who agree with one half of the ideas and disagree with the other.
fn camps(first: u64, second: u64, each: usize) -> Strategy {
    let mut s = table("A", 0, IDEAS as usize, 0);
    let session = Session {
        voting: Voting::Opinions,
        ..Session::clone(s.get(SESSION).unwrap())
    };
    s.sessions.insert(session);
    for person in 0..first + second {
        let is_first = person < first;
        let choices = (1..=IDEAS).take(each).map(|idea| {
            // Everybody has one opinion that differs from their camp.
            let agrees = ((idea <= 5) == is_first) != (idea == 1 + person % IDEAS);
            let (dots, disagree) = if agrees { (1, 0) } else { (0, 1) };
            BallotChoice {
                idea: Id::new(idea),
                dots,
                disagree,
                unsure: 0,
            }
        });
        let ballot = Ballot {
            id: Id::new(1_000 + person),
            session: SESSION,
            group: if is_first { "高校生" } else { "事業者" }.to_owned(),
            choices: choices.collect(),
            ..Ballot::default()
        };
        edit::cast(&s, ballot).unwrap().apply(&mut s).unwrap();
    }
    s
}

fn map(s: &Strategy) -> Result<OpinionMap, NoMap> {
    opinion_map(s, SESSION)
}

#[test]
fn w27_below_thirty_people_of_seven_opinions_there_is_no_map_and_it_says_why() {
    assert_eq!(map(&camps(15, 14, 10)), Err(NoMap::TooFew(29)));
    assert_eq!(map(&camps(20, 20, 6)), Err(NoMap::TooFew(0)));
    let mut dots = camps(15, 15, 7);
    assert!(map(&dots).is_ok());
    let session = Session {
        voting: Voting::Dots,
        ..Session::clone(dots.get(SESSION).unwrap())
    };
    dots.sessions.insert(session);
    // Opinions given before the change remain opinions.
    assert!(map(&dots).is_ok());
    let ballots: Vec<_> = dots.ballots.iter().cloned().collect();
    for ballot in ballots {
        dots.ballots.insert(Ballot {
            voting: Some(Voting::Dots),
            ..Ballot::clone(&ballot)
        });
    }
    assert_eq!(map(&dots), Err(NoMap::NotOpinions));
    let mut alike = camps(0, 0, 7);
    for person in 0..30 {
        let choice = |idea| BallotChoice {
            idea: Id::new(idea),
            dots: 1,
            ..BallotChoice::default()
        };
        let ballot = Ballot {
            id: Id::new(person),
            session: SESSION,
            choices: (1..=7).map(choice).collect(),
            ..Ballot::default()
        };
        edit::cast(&alike, ballot)
            .unwrap()
            .apply(&mut alike)
            .unwrap();
    }
    assert_eq!(map(&alike), Err(NoMap::AllAlike));
}

#[test]
fn w28_two_camps_stand_apart_and_what_parts_them_is_named() {
    let mut s = camps(20, 15, 10);
    let paper = Ballot {
        id: Id::new(9),
        session: SESSION,
        people: 4,
        ..Ballot::default()
    };
    edit::count_on_paper(&s, paper)
        .unwrap()
        .apply(&mut s)
        .unwrap();
    let map = map(&s).unwrap();
    assert_eq!((map.points.len(), map.left_out), (35, 4));
    let first: Vec<f64> = map
        .points
        .iter()
        .filter(|one| one.group == "高校生")
        .map(|one| one.x)
        .collect();
    let second: Vec<f64> = map
        .points
        .iter()
        .filter(|one| one.group == "事業者")
        .map(|one| one.x)
        .collect();
    assert!(first.iter().all(|x| x.signum() == first[0].signum()));
    assert!(second.iter().all(|x| x.signum() == -first[0].signum()));
    assert!(
        map.points
            .iter()
            .all(|one| one.x.abs() <= 1.0 && one.y.abs() <= 1.0)
    );
    assert!(map.axes[0].percent > 50 && map.axes[0].percent >= map.axes[1].percent);
    assert!(map.axes[0].percent + map.axes[1].percent <= 100);
    let sides = [&map.axes[0].low, &map.axes[0].high];
    for side in sides {
        let of_first = side.iter().filter(|id| id.number() <= 5).count();
        assert!(
            !side.is_empty() && (of_first == 0 || of_first == side.len()),
            "{side:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    #[test]
    fn w28_the_order_ballots_came_in_changes_nothing(order in Just((0_u64..32).collect::<Vec<_>>()).prop_shuffle()) {
        let s = camps(17, 15, 9);
        let straight = map(&s).unwrap();
        let mut other = s.clone();
        let all: Vec<_> = s.ballots.sorted().into_iter().cloned().collect();
        for (at, place) in order.iter().enumerate() {
            let ballot = Ballot { order: Order::at(*place as i64), ..Ballot::clone(&all[at]) };
            other.ballots.insert(ballot);
        }
        prop_assert_eq!(&straight, &map(&other).unwrap());
        let middle: f64 = straight.points.iter().map(|one| one.x).sum();
        prop_assert!(middle.abs() < 1e-6, "{middle}");
    }
}
