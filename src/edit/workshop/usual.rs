//! The session that a new one begins as: it can be held as it is.

use strategy::*;

/// Largest number of indicators shown: one can speak of three or four in twenty minutes.
const SHOWN: usize = 4;

/// Texts of the session, in the language of the screen.
pub struct SessionTexts {
    /// 会の名称.
    pub title: &'static str,
    /// 問い.
    pub question: &'static str,
    /// The prompts while the guests learn, share, choose and look back.
    pub prompts: [&'static str; 4],
}

/// Returns the session: about the basic goals, the first target of each goal, and three tables.
pub fn usual_session(s: &Strategy, id: Id<Session>, day: Date, texts: &SessionTexts) -> Session {
    let goals = s.goals.sorted();
    let mut shown: Vec<Id<Indicator>> = Vec::new();
    for one in goals.iter().filter_map(|goal| goal.targets.first()) {
        if !shown.contains(one) && shown.len() < SHOWN {
            shown.push(*one);
        }
    }
    let basic = goals.iter().filter(|goal| goal.kind == GoalKind::Basic);
    let parts = [
        (ActivityKind::Learn, 20),
        (ActivityKind::Share, 30),
        (ActivityKind::Choose, 20),
        (ActivityKind::LookBack, 20),
    ];
    let part = |((kind, minutes), prompt): ((ActivityKind, u32), &str)| Activity {
        kind,
        minutes,
        prompt: prompt.to_owned(),
    };
    Session {
        id,
        title: texts.title.to_owned(),
        date: Some(day),
        question: texts.question.to_owned(),
        activities: parts.into_iter().zip(texts.prompts).map(part).collect(),
        goals: basic.map(|goal| goal.id).collect(),
        indicators: shown,
        tables: ["A", "B", "C"].map(usual_table).into(),
        ..Session::default()
    }
}

/// A table of this name, nobody counted yet.
pub fn usual_table(name: &str) -> SessionTable {
    SessionTable {
        name: name.to_owned(),
        people: 0,
    }
}
