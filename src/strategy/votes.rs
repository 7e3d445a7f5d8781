//! Kinds of votes. Votes of two kinds are never added.

use super::record::words;

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
