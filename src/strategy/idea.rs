//! ワークショップで出た意見・アイデア.

use serde::{Deserialize, Serialize};

use super::{Date, Goal, Id, Order};

/// アイデア: what somebody said at a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Idea {
    /// Identity.
    pub id: Id<Idea>,
    /// Place among the ideas.
    pub order: Order,
    /// 内容.
    pub text: String,
    /// The goal it speaks to.
    pub goal: Option<Id<Goal>>,
    /// テーブル・班.
    pub table: String,
    /// When it was left.
    pub date: Option<Date>,
    /// 票.
    pub votes: u32,
    /// 町の考え方・反映: what became of it.
    pub answer: String,
}
