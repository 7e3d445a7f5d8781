//! ワークショップで出た意見・アイデア.

use super::record::described;
use super::{Date, Goal, Id, Order};

described! {
    /// アイデア: what somebody said at a table.
    pub struct Idea {
        /// Identity.
        Must Open id: Id<Idea> as "識別番号",
        /// Place among the ideas.
        Place Open order: Order as "並び順",
        /// 内容.
        Must Inner text: String as "内容",
        /// The goal it speaks to.
        May Open goal: Option<Id<Goal>> as "目標",
        /// テーブル・班.
        May Inner table: String as "テーブル・班",
        /// When it was left.
        May Open date: Option<Date> as "日付",
        /// 票.
        May Open votes: u32 as "票",
        /// 町の考え方・反映: what became of it.
        May Open answer: String as "町の考え方",
    }
}
