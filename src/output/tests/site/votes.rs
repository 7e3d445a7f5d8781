//! Votes on the page of ideas: with their unit, how many voted so, and the session.

use super::*;

/// A plan with an idea for each kind of votes, given at a session that opened them, and one with stickers of no session.
fn voted() -> Strategy {
    let mut s = Strategy::default();
    choose(
        &mut s,
        Publishing {
            shown_fields: vec!["Idea.text".to_owned()],
            ..all_languages()
        },
    );
    let session = Id::new(1);
    s.sessions.insert(Session {
        id: session,
        title: "まちのこれからを話す会".to_owned(),
        date: Some(day("2026-11-22")),
        opened: true,
        voting: Voting::Points,
        ..Session::default()
    });
    for (number, text) in [
        (1, "道が暗い"),
        (2, "夜も開いている図書館"),
        (3, "畑を貸せます"),
    ] {
        s.ideas.insert(Idea {
            id: Id::new(number),
            order: Order::nth(number as usize),
            text: text.to_owned(),
            session: (number < 3).then_some(session),
            votes: [0, 0, 12][number as usize - 1],
            ..Idea::default()
        });
    }
    let ballots = [
        (Some(Voting::Points), [100, 0, 0]),
        (Some(Voting::Dots), [3, 0, 0]),
        (Some(Voting::Dots), [2, 0, 0]),
        (Some(Voting::Opinions), [1, 0, 0]),
        (Some(Voting::Opinions), [0, 0, 1]),
    ];
    for (at, (voting, [dots, unsure, disagree])) in ballots.into_iter().enumerate() {
        s.ballots.insert(Ballot {
            id: Id::new(at as u64),
            session,
            voting,
            choices: vec![BallotChoice {
                idea: Id::new(1),
                dots,
                unsure,
                disagree,
            }],
            ..Ballot::default()
        });
    }
    s
}

#[test]
fn w32_the_page_of_ideas_tells_each_kind_of_votes_with_n_and_the_session() {
    let made = folder(&site(&voted(), None, "2026-11-23"));
    let page = |path: &str| told(text(&made, path));
    let evening = "まちのこれからを話す会（令和8年11月22日）：";
    for said in [
        "シール5枚（2人が投票）",
        "100点（1人が投票）",
        "賛成1・分からない0・反対1（2人が投票）",
    ] {
        let said = [evening, said].concat();
        assert!(page("ideas.html").contains(&said), "{said}");
    }
    assert!(page("ideas.html").contains("紙のシール12枚"));
    assert!(!page("ideas.html").contains("賛同"));
    for said in [
        "5 dots (2 people voted)",
        "100 points (1 person voted)",
        "12 stickers on paper",
    ] {
        assert!(page("en/ideas.html").contains(said), "{said}");
    }
    for said in ["シール 5まい（2人が えらびました）", "紙の シール 12まい"] {
        assert!(page("easy/ideas.html").contains(said), "{said}");
    }
    let sums = [106, 105, 101, 108];
    let json = text(&made, "strategy.json");
    assert!(
        sums.iter()
            .all(|sum| !json.contains(&format!("\"votes\": {sum}")))
    );
}

#[test]
fn w32_ideas_of_one_kind_of_votes_stand_together_most_votes_first() {
    let mut s = voted();
    for (ballot, idea, points) in [(10, 2, 100), (11, 1, 1)] {
        s.ballots.insert(Ballot {
            id: Id::new(ballot),
            session: Id::new(1),
            voting: Some(Voting::Dots),
            choices: vec![BallotChoice {
                idea: Id::new(idea),
                dots: points,
                ..BallotChoice::default()
            }],
            ..Ballot::default()
        });
    }
    let made = folder(&site(&s, None, "2026-11-23"));
    let page = told(text(&made, "ideas.html"));
    let at = |text| page.find(text).unwrap();
    assert!(at("夜も開いている図書館") < at("道が暗い"));
    assert!(at("道が暗い") < at("畑を貸せます"));
}
