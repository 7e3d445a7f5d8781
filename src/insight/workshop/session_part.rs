//! Parts of the life of a session: which there are, and which is next.

use strategy::*;

/// A part of a session's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionPart {
    /// 準備.
    Prepare,
    /// 知る.
    Learn,
    /// 出し合う.
    Share,
    /// 選ぶ.
    Choose,
    /// 振り返る.
    LookBack,
    /// 答える.
    Answer,
}

use SessionPart::{Answer, Choose, Learn, LookBack, Prepare, Share};

impl SessionPart {
    /// Returns the part for an activity.
    pub fn of(kind: ActivityKind) -> Self {
        match kind {
            ActivityKind::Learn => Learn,
            ActivityKind::Share => Share,
            ActivityKind::Choose => Choose,
            ActivityKind::LookBack => LookBack,
        }
    }

    /// Returns the activity of this part at the session itself.
    pub fn activity(self) -> ActivityKind {
        match self {
            Prepare | Learn => ActivityKind::Learn,
            Share => ActivityKind::Share,
            Choose => ActivityKind::Choose,
            LookBack | Answer => ActivityKind::LookBack,
        }
    }

    /// Its name among the words.
    pub fn name(self) -> &'static str {
        match self {
            Prepare => "prepare",
            Learn => "learn",
            Share => "share",
            Choose => "choose",
            LookBack => "look-back",
            Answer => "answer",
        }
    }

    /// Returns the parts to choose from: a table's file is for sharing and choosing; without a session there are only
    /// answers, and nothing to choose.
    pub fn all_of(session: Option<&Session>) -> &'static [Self] {
        match session {
            None => &[],
            Some(one) if !one.at_table.is_empty() => &[Learn, Share, Choose],
            Some(_) => &[Prepare, Learn, Share, Choose, LookBack, Answer],
        }
    }

    /// Returns the part that a user goes on with: a table looks at figures before its first idea; a facilitator looks
    /// back once there are ideas.
    pub fn next(strategy: &Strategy, session: Option<&Session>) -> Self {
        let Some(session) = session else {
            return Answer;
        };
        let mut ideas = strategy.ideas.iter();
        let has_ideas = ideas.any(|idea| idea.session == Some(session.id));
        match (session.at_table.is_empty(), has_ideas) {
            (false, false) if !session.indicators.is_empty() => Learn,
            (false, _) => Share,
            (true, true) => LookBack,
            (true, false) => Prepare,
        }
    }
}

/// Returns the session that opens: the one that is asked for, else the last.
pub fn session_to_open(strategy: &Strategy, asked: Option<Id<Session>>) -> Option<Id<Session>> {
    let asked = asked.filter(|id| strategy.sessions.contains(*id));
    asked.or_else(|| strategy.sessions.sorted().last().map(|one| one.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(id: u64, at_table: &str) -> Session {
        Session {
            id: Id::new(id),
            at_table: at_table.to_owned(),
            ..Session::default()
        }
    }

    fn plan(session: Session, ideas: &[Option<u64>]) -> Strategy {
        let mut plan = Strategy::default();
        plan.sessions.insert(session);
        for (at, of) in ideas.iter().enumerate() {
            plan.ideas.insert(Idea {
                id: Id::new(100 + at as u64),
                session: of.map(Id::new),
                ..Idea::default()
            });
        }
        plan
    }

    #[test]
    fn a_session_opens_at_the_part_that_is_next() {
        let with_figures = |mut one: Session| {
            one.indicators.push(Id::new(9));
            one
        };
        let cases = [
            (session(1, ""), &[][..], Prepare),
            // The ideas of another session, and those of none, are not its own.
            (session(1, ""), &[None, Some(2)][..], Prepare),
            (session(1, ""), &[Some(1)][..], LookBack),
            (session(1, "1班"), &[][..], Share),
            (with_figures(session(1, "1班")), &[][..], Learn),
            (with_figures(session(1, "1班")), &[Some(1)][..], Share),
        ];
        for (session, ideas, part) in cases {
            let plan = plan(session, ideas);
            let session = plan.get(Id::<Session>::new(1)).map(|one| &**one);
            assert_eq!(SessionPart::next(&plan, session), part, "{ideas:?}");
        }
        assert_eq!(SessionPart::next(&Strategy::default(), None), Answer);
    }

    #[test]
    fn a_table_shares_and_chooses_and_a_facilitator_has_every_part() {
        assert_eq!(SessionPart::all_of(None), &[]);
        let table = session(1, "1班");
        assert_eq!(SessionPart::all_of(Some(&table)), &[Learn, Share, Choose]);
        assert_eq!(SessionPart::all_of(Some(&session(1, ""))).len(), 6);
    }

    #[test]
    fn the_session_that_is_asked_for_opens_and_else_the_last() {
        let mut plan = Strategy::default();
        for (id, place) in [(1, 0), (2, 1)] {
            plan.sessions.insert(Session {
                order: Order::nth(place),
                ..session(id, "")
            });
        }
        let opens = |asked: Option<u64>| session_to_open(&plan, asked.map(Id::new));
        assert_eq!(opens(Some(1)), Some(Id::new(1)));
        assert_eq!(opens(Some(7)), Some(Id::new(2)));
        assert_eq!(opens(None), Some(Id::new(2)));
        assert_eq!(session_to_open(&Strategy::default(), None), None);
    }
}
