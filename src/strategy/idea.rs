//! ワークショップで出た意見・アイデア.

use super::record::described;
use super::{Date, Goal, Id, Order};

described! {
    /// アイデア: what somebody said at a table.
    pub struct Idea {
        /// Identity.
        Must Open id: Id<Idea>,
        /// Place among the ideas.
        Place Open order: Order,
        /// 内容.
        Must Inner text: String,
        /// The goal it speaks to.
        May Open goal: Option<Id<Goal>>,
        /// テーブル・班.
        May Inner table: String,
        /// When it was left.
        May Open date: Option<Date>,
        /// 票.
        May Open votes: u32,
        /// 町の考え方・反映: what became of it.
        May Open answer: String,
    }
}
