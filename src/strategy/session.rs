//! 対話: a session with residents, and the votes given at it.

use std::collections::BTreeMap;

use super::record::{described, words};
use super::{Date, Figure, FiscalYear, Goal, Id, Idea, IdeaSource, Indicator, Order};

described! {
    /// 対話の会: one session with residents around tables.
    pub struct Session {
        /// Identity.
        Must Open id: Id<Session>,
        /// Place among the sessions.
        Place Open order: Order,
        /// 会の名称.
        Must Inner title: String,
        /// 開催日.
        May Inner date: Option<Date>,
        /// 会場.
        May Inner place: String,
        /// 問い: what the session asks.
        May Inner question: String,
        /// 進行: what is done, in order.
        May Inner activities: Vec<Activity>,
        /// 目標 that are spoken about.
        May Inner goals: Vec<Id<Goal>>,
        /// 指標 that are shown.
        May Inner indicators: Vec<Id<Indicator>>,
        /// テーブル, in order.
        May Inner tables: Vec<SessionTable>,
        /// Voting method.
        May Inner voting: Voting,
        /// Number of dots for each person; 0: the usual three.
        May Inner dots: u32,
        /// 立場: as what people vote, where that is asked.
        May Inner groups: Vec<String>,
        /// True if the votes may be seen.
        May Inner opened: bool,
        /// The table whose file this is; empty: it is the facilitator's.
        May Inner at_table: String,
    }
    lists {
        ballots: Ballot,
        guesses: Guess,
    }
}

described! {
    /// 進行の一つ: one part of a session.
    #[derive(Eq)]
    pub struct Activity {
        /// Kind of activity.
        Must Inner kind: ActivityKind,
        /// 分.
        May Inner minutes: u32,
        /// Question or instruction to the participants.
        May Inner prompt: String,
    }
}

words! {
    /// Kind of activity in a session.
    pub enum ActivityKind: Learn {
        /// 知る.
        Learn = "learn",
        /// 出し合う.
        Share = "share",
        /// 選ぶ.
        Choose = "choose",
        /// 振り返る.
        LookBack = "look-back",
    }
}

described! {
    /// テーブル.
    #[derive(Eq)]
    pub struct SessionTable {
        /// 名前: 「A」「1」.
        Always Inner name: String,
        /// Number of people at the table.
        May Inner people: u32,
    }
}

words! {
    /// Voting method.
    pub enum Voting: Dots {
        /// シール: so many dots each.
        Dots = "dots",
        /// 100点を分ける.
        Points = "points",
        /// 賛成・分からない・反対.
        Opinions = "opinions",
    }
}

impl Session {
    /// Largest number of dots for a person that the app offers.
    pub const MOST_DOTS: u32 = 20;

    /// Returns the number of dots or points that a person may give in all; `None`: one opinion on each idea.
    pub fn budget(&self) -> Option<u32> {
        self.budget_by(self.voting)
    }

    /// Returns the same for a voting method, whether the session uses it or not.
    pub fn budget_by(&self, voting: Voting) -> Option<u32> {
        match voting {
            Voting::Dots if self.dots == 0 => Some(3),
            Voting::Dots => Some(self.dots),
            Voting::Points => Some(100),
            Voting::Opinions => None,
        }
    }

    /// Returns its duration, in minutes.
    pub fn minutes(&self) -> u32 {
        let minutes = self.activities.iter().map(|one| one.minutes);
        minutes.fold(0, u32::saturating_add)
    }
}

described! {
    /// 投票: what one person chose, or what was counted from the paper of several. No name stands on it.
    pub struct Ballot {
        /// Identity.
        Must Open id: Id<Ballot>,
        /// The session it was given at.
        Place Open session: Id<Session>,
        /// Place among the session's.
        Place Open order: Order,
        /// テーブル.
        May Inner table: String,
        /// 立場.
        May Inner group: String,
        /// Source: a device or paper.
        May Inner source: IdeaSource,
        /// On paper: how many people it is of. On a device it is of one.
        May Inner people: u32,
        /// 選び方: the voting method it was given by. Older files leave it out: it is then that of the session,
        /// see [`Ballot::method`].
        May Inner voting: Option<Voting>,
        /// The choices.
        May Inner choices: Vec<BallotChoice>,
    }
}

described! {
    /// Vote of a ballot on one idea.
    #[derive(Eq)]
    pub struct BallotChoice {
        /// The idea.
        Must Inner idea: Id<Idea>,
        /// Dots, points, or how many agree.
        May Inner dots: u32,
        /// Number of people who are not sure.
        May Inner unsure: u32,
        /// Number of people who disagree.
        May Inner disagree: u32,
    }
}

described! {
    /// 予想: how somebody at a table thought an indicator went, before its figures were shown. No name stands on it.
    pub struct Guess {
        /// Identity.
        Must Open id: Id<Guess>,
        /// The session it was made at.
        Place Open session: Id<Session>,
        /// Place among the session's.
        Place Open order: Order,
        /// The indicator.
        May Inner indicator: Option<Id<Indicator>>,
        /// テーブル.
        May Inner table: String,
        /// The figures, by year.
        May Inner values: BTreeMap<FiscalYear, Figure>,
        /// Why it went otherwise: what was said once the figures were seen.
        May Inner reasons: Vec<String>,
    }
}

impl Ballot {
    /// Returns the number of people whose votes it holds.
    pub fn voters(&self) -> u32 {
        match self.source {
            IdeaSource::Device => 1,
            IdeaSource::Paper => self.people,
        }
    }

    /// Returns the voting method of the ballot. A ballot of an older file does not carry it: it counts as one of its
    /// session's method, or of the first other method that allows its votes.
    pub fn method(&self, session: &Session) -> Voting {
        self.voting.unwrap_or_else(|| {
            let methods = [session.voting].into_iter();
            let mut methods = methods.chain(Voting::ALL.iter().copied());
            let possible = methods.find(|voting| self.could_be(*voting, session));
            possible.unwrap_or(match self.has_opinions() {
                true => Voting::Opinions,
                false => session.voting,
            })
        })
    }

    /// True if a voting method allows its votes. The number of dots for each person may have been another at the
    /// time.
    fn could_be(&self, voting: Voting, session: &Session) -> bool {
        let voters = self.voters().max(1);
        let most = match voting {
            Voting::Dots => session.dots.max(Session::MOST_DOTS),
            Voting::Points => 100,
            Voting::Opinions => {
                let mut choices = self.choices.iter();
                return choices.all(|choice| choice.all() <= voters);
            }
        };
        let given = self.choices.iter().map(|choice| choice.dots);
        let given = given.fold(0, u32::saturating_add);
        !self.has_opinions() && given <= most.saturating_mul(voters)
    }

    /// True if somebody is not sure or disagrees: only opinions hold that.
    fn has_opinions(&self) -> bool {
        let mut choices = self.choices.iter();
        choices.any(|choice| choice.unsure > 0 || choice.disagree > 0)
    }
}

impl BallotChoice {
    /// Returns the number of its votes; of opinions, of its answers.
    pub fn all(&self) -> u32 {
        let all = [self.dots, self.unsure, self.disagree];
        all.into_iter().fold(0, u32::saturating_add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ballot(choices: &[[u32; 3]]) -> Ballot {
        let choice = |(at, [dots, unsure, disagree]): (usize, &[u32; 3])| BallotChoice {
            idea: Id::new(at as u64),
            dots: *dots,
            unsure: *unsure,
            disagree: *disagree,
        };
        Ballot {
            choices: choices.iter().enumerate().map(choice).collect(),
            ..Ballot::default()
        }
    }

    fn read(ballot: &Ballot, session: Voting) -> Voting {
        ballot.method(&Session {
            voting: session,
            ..Session::default()
        })
    }

    #[test]
    fn a_ballot_keeps_its_voting_method_whatever_becomes_of_its_session() {
        for given in Voting::ALL {
            for session in Voting::ALL {
                let ballot = Ballot {
                    voting: Some(*given),
                    ..ballot(&[[1, 0, 0]])
                };
                assert_eq!(read(&ballot, *session), *given);
            }
        }
    }

    #[test]
    fn a_ballot_of_an_older_file_is_read_in_the_method_of_its_session_or_one_that_it_can_be() {
        use Voting::{Dots, Opinions, Points};
        for (choices, expected) in [
            // Allowed by the method of the session: dots, points, opinions.
            (&[[1, 0, 0], [1, 0, 0]][..], [Dots, Points, Opinions]),
            (&[[2, 0, 0], [1, 0, 0]], [Dots, Points, Dots]),
            (&[[20, 0, 0]], [Dots, Points, Dots]),
            (&[[60, 0, 0], [40, 0, 0]], [Points, Points, Points]),
            (&[[1, 0, 0], [0, 1, 0]], [Opinions, Opinions, Opinions]),
            (&[[0, 0, 1]], [Opinions, Opinions, Opinions]),
            // Allowed by no method.
            (&[[101, 0, 0]], [Dots, Points, Opinions]),
            (&[[5, 0, 3]], [Opinions, Opinions, Opinions]),
        ] {
            let ballot = ballot(choices);
            let found = [Dots, Points, Opinions].map(|session| read(&ballot, session));
            assert_eq!(found, expected, "{choices:?}");
        }
    }

    #[test]
    fn on_paper_a_ballot_of_an_older_file_is_of_so_many_people() {
        let paper = |people, choices: &[[u32; 3]]| Ballot {
            source: IdeaSource::Paper,
            people,
            ..ballot(choices)
        };
        assert_eq!(
            read(&paper(5, &[[4, 0, 0]]), Voting::Opinions),
            Voting::Opinions
        );
        assert_eq!(
            read(&paper(5, &[[9, 0, 0]]), Voting::Opinions),
            Voting::Dots
        );
        assert_eq!(read(&paper(2, &[[41, 0, 0]]), Voting::Dots), Voting::Points);
        for session in Voting::ALL {
            assert_eq!(read(&paper(5, &[]), *session), *session);
        }
    }
}
