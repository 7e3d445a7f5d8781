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
    /// Returns the number of dots or points that a person may give in all; `None`: one opinion on each idea.
    pub fn budget(&self) -> Option<u32> {
        match self.voting {
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
    /// Returns the number of people it stands for.
    pub fn voters(&self) -> u32 {
        match self.source {
            IdeaSource::Device => 1,
            IdeaSource::Paper => self.people,
        }
    }
}
