//! ワークショップで出た意見・アイデア.

use super::record::{described, words};
use super::{AnyId, Date, Goal, Id, Indicator, Measure, Order, Session, VoteResult};

described! {
    /// アイデア: what somebody said at a table.
    pub struct Idea {
        /// Identity.
        Must Open id: Id<Idea>,
        /// Place among the ideas.
        Place Open order: Order,
        /// 内容.
        Must Inner text: String,
        /// ほかの書き方: what was written for it before, or on a copy.
        May Inner wordings: Vec<String>,
        /// When its words were last written, in milliseconds since 1970: of two wordings, the later stands.
        May Inner written: i64,
        /// Kind of contribution.
        May Open kind: IdeaKind,
        /// Source: a device or paper.
        May Open source: IdeaSource,
        /// The session at which it was said.
        May Open session: Option<Id<Session>>,
        /// The goal it speaks to.
        May Open goal: Option<Id<Goal>>,
        /// The measure it speaks to.
        May Open measure: Option<Id<Measure>>,
        /// The indicator it speaks to.
        May Open indicator: Option<Id<Indicator>>,
        /// テーブル・班.
        May Inner table: String,
        /// When it was left.
        May Open date: Option<Date>,
        /// 票: stickers counted by hand. What was voted on a device stands in the [`Ballot`](super::Ballot)s.
        May Open votes: u32,
        /// 投票の結果, in what is published: those of ideas that were merged into it included.
        May Open results: Vec<VoteResult>,
        /// まとまり: what it was put under, together with others.
        May Open theme: String,
        /// The idea it was merged with, because it says the same.
        May Open merged: Option<Id<Idea>>,
        /// 対応: what becomes of it.
        May Open state: Option<IdeaState>,
        /// 町の考え方・反映: what became of it.
        May Open answer: String,
        /// 目標 that changed because of it.
        May Open changed_goals: Vec<Id<Goal>>,
        /// 施策 that changed because of it.
        May Open changed_measures: Vec<Id<Measure>>,
        /// 指標 that changed because of it.
        May Open changed_indicators: Vec<Id<Indicator>>,
    }
}

words! {
    /// Kind of contribution.
    pub enum IdeaKind: Idea {
        /// アイデア.
        Idea = "idea",
        /// 困りごと.
        Trouble = "trouble",
        /// できること.
        Offer = "offer",
        /// 質問.
        Question = "question",
    }
}

words! {
    /// Source of a contribution.
    pub enum IdeaSource: Device {
        /// Typed where it was said.
        Device = "device",
        /// 紙.
        Paper = "paper",
    }
}

words! {
    /// 対応: what the town does with an idea.
    pub enum IdeaState: Adopted {
        /// 反映する.
        Adopted = "adopted",
        /// 検討する.
        Considered = "considered",
        /// すでに実施.
        AlreadyDone = "already-done",
        /// 難しい.
        NotPossible = "not-possible",
        /// 所管へ.
        Forwarded = "forwarded",
    }
}

impl Idea {
    /// True if the town still owes an answer; an idea that was merged with another is answered there.
    pub fn is_unanswered(&self) -> bool {
        self.merged.is_none() && self.answer.trim().is_empty()
    }

    /// Returns what changed because of it: goals, measures, indicators.
    pub fn changed(&self) -> Vec<AnyId> {
        let goals = self.changed_goals.iter().map(|id| AnyId::from(*id));
        let measures = self.changed_measures.iter().map(|id| AnyId::from(*id));
        let indicators = self.changed_indicators.iter().map(|id| AnyId::from(*id));
        goals.chain(measures).chain(indicators).collect()
    }
}
