//! ワークショップで出た意見・アイデア.

use super::record::described;
use super::{Date, Goal, Id, Order};

described! {
    /// アイデア: what somebody said at a table.
    pub struct Idea {
        /// Identity.
        Must id: Id<Idea>,
        /// Place among the ideas.
        Place order: Order,
        /// 内容.
        Must text: String,
        /// The goal it speaks to.
        May goal: Option<Id<Goal>>,
        /// テーブル・班.
        May table: String,
        /// When it was left.
        May date: Option<Date>,
        /// 票.
        May votes: u32,
        /// 町の考え方・反映: what became of it.
        May answer: String,
    }
}
