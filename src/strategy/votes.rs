//! Kinds of votes, and results of voting. Votes of two kinds are never added.

use super::Date;
use super::record::{described, words};

words! {
    /// Kind of votes: each has its own unit, and people of its own who voted so.
    pub enum VoteKind: Dots {
        /// シール, on a device.
        Dots = "dots",
        /// 点: shares of 100 points.
        Points = "points",
        /// 賛成・分からない・反対.
        Opinions = "opinions",
        /// 紙のシール, counted by hand.
        PaperStickers = "paper-stickers",
    }
}

described! {
    /// 投票の結果: votes of one kind for an idea at one session, as they are published. The ballots stay inside.
    #[derive(Eq)]
    pub struct VoteResult {
        /// 会の名称.
        May Open session: String,
        /// 開催日.
        May Open date: Option<Date>,
        /// Kind of votes: their unit.
        Always Open kind: VoteKind,
        /// Dots, points or stickers; of opinions: how many agree.
        May Open votes: u32,
        /// Number of people who are not sure.
        May Open unsure: u32,
        /// Number of people who disagree.
        May Open disagree: u32,
        /// Number of people who voted so at the session; of paper stickers 0 where nobody counted them.
        May Open people: u32,
    }
}
