//! The session that a new one begins as.

use edit::{SessionTexts, usual_session};
use strategy::{Date, Goal, GoalKind, Id, Order, Strategy};

const TEXTS: SessionTexts = SessionTexts {
    title: "title",
    question: "question",
    prompts: ["learn", "share", "choose", "look back"],
};

#[test]
fn a_usual_session_is_of_the_basic_goals_and_shows_four_indicators_each_once() {
    let mut s = Strategy::default();
    let targets: [&[u64]; 6] = [&[1, 9], &[1], &[2], &[], &[3], &[4]];
    for (at, targets) in targets.into_iter().enumerate() {
        s.goals.insert(Goal {
            id: Id::new(at as u64 + 1),
            order: Order::nth(at),
            kind: match at {
                2 => GoalKind::CrossCutting,
                _ => GoalKind::Basic,
            },
            targets: targets.iter().map(|id| Id::new(*id)).collect(),
            ..Goal::default()
        });
    }
    s.goals.insert(Goal {
        id: Id::new(7),
        order: Order::nth(7),
        targets: vec![Id::new(5)],
        ..Goal::default()
    });
    let session = usual_session(&s, Id::new(20), Date("2026-05-10".to_owned()), &TEXTS);
    let goals: Vec<u64> = session.goals.iter().map(|id| id.number()).collect();
    let shown: Vec<u64> = session.indicators.iter().map(|id| id.number()).collect();
    assert_eq!(goals, [1, 2, 4, 5, 6, 7]);
    assert_eq!(shown, [1, 2, 3, 4]);
    assert_eq!(session.minutes(), 90);
    let prompts: Vec<&str> = session
        .activities
        .iter()
        .map(|one| one.prompt.as_str())
        .collect();
    assert_eq!(prompts, TEXTS.prompts);
    let tables: Vec<&str> = session.tables.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(tables, ["A", "B", "C"]);
}
