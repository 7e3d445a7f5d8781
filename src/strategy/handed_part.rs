//! 課へ渡した部分: the parts of a plan handed out to sections, and their returns. None of it is published.

use super::record::{described, words};
use super::{Date, FiscalYear};

described! {
    /// 渡した部分: a line of the ledger, and what a part that was handed out carries of itself.
    #[derive(Eq)]
    pub struct HandedPart {
        /// Its number, never used twice.
        Must Inner id: String as Entry,
        /// 渡した先.
        May Inner to: String as Entry,
        /// When, as a time stamp.
        Must Inner at: String as Entry,
        /// 締切.
        May Inner until: Option<Date> as Entry,
        /// 渡した施策・指標: the ids of records, each with all that stands under it.
        May Inner records: Vec<String> as Entry,
        /// The years whose figures may be written; none: all of them.
        May Inner years: Vec<FiscalYear> as Entry,
        /// Kinds of content that may be edited; none: all.
        May Inner work: Vec<Work> as Entry,
        /// Number of times that parts of this plan had been handed out by then.
        May Inner revision: u32 as Entry,
        /// The kept version in which the part is found again as it was.
        May Inner version: String as Entry,
        /// SHA-256 of the part as our file.
        May Inner hash: String as Entry,
        /// 受け取り: what came back of it, oldest first.
        May Inner returns: Vec<PartReturn> as Entry,
        /// True if nothing more is awaited.
        May Inner ended: bool as Entry,
    }
}

words! {
    /// Kind of content that may be edited in a handed-out part.
    pub enum Work: Actuals {
        /// 指標の実績.
        Actuals = "actuals",
        /// 評価・決算.
        Reviews = "reviews",
        /// 取組・計画・予算.
        Plans = "plans",
        /// 名称・文章・目標値など.
        Texts = "texts",
    }
}

described! {
    /// 受け取り: a file that came back and was brought together with the plan.
    #[derive(Eq)]
    pub struct PartReturn {
        /// When it was brought together, as a time stamp.
        Must Inner at: String as Entry,
        /// SHA-256 of what came back, as our file.
        May Inner hash: String as Entry,
        /// 変更.
        May Inner changed: u32 as Entry,
        /// 新規.
        May Inner added: u32 as Entry,
        /// 削除.
        May Inner removed: u32 as Entry,
        /// 範囲外.
        May Inner outside: u32 as Entry,
        /// 食い違い.
        May Inner conflicts: u32 as Entry,
        /// 取り込めなかった記入: what was written in it and is not in the plan.
        May Inner unread: u32 as Entry,
    }
}

described! {
    /// 取らなかった内容: what somebody wrote and did not prevail when several came together.
    #[derive(Eq)]
    pub struct UntakenValue {
        /// When it was decided, as a time stamp.
        Must Inner at: String as Entry,
        /// The person who wrote it; empty: the plan's own.
        May Inner from: String as Entry,
        /// The record, by its id.
        Must Inner record: String as Entry,
        /// Title of the record at that time.
        May Inner title: String as Entry,
        /// Name of the part of the record.
        May Inner part: String as Entry,
        /// The rejected value, as text.
        May Inner text: String as Entry,
        /// Kept until this year is closed.
        Must Inner year: FiscalYear as Entry,
    }
}
