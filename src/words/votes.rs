//! Votes in words: always with their unit, and the number of voters.

use super::text::votes as text;
use super::{model, time};
use insight::workshop::IdeaVotes;
use strategy::{VoteKind, VoteResult};

/// 「シール14枚」「賛成4・分からない0・反対1」: votes with their unit alone.
pub fn with_unit(kind: VoteKind, votes: u32, unsure: u32, disagree: u32) -> String {
    match kind {
        VoteKind::Dots => text::dots(votes),
        VoteKind::Points => text::points(votes),
        VoteKind::Opinions => text::opinions(votes, unsure, disagree),
        VoteKind::PaperStickers => text::stickers(votes),
    }
}

/// 「シール14枚（5人が投票）」「紙のシール12枚」.
pub fn by_people(one: &VoteResult) -> String {
    let votes = with_unit(one.kind, one.votes, one.unsure, one.disagree);
    match one.people {
        0 => votes,
        people => text::by_people(votes, people),
    }
}

/// 「まちのこれからを話す会（令和8年11月22日）：シール14枚（5人が投票）」.
pub fn at_session(one: &VoteResult) -> String {
    let votes = by_people(one);
    let day = one.date.as_ref().map(time::day);
    match (one.session.trim(), day) {
        ("", None) => votes,
        (title, None) => text::at_session(title, votes),
        (title, Some(day)) => text::at_session(text::session_on(model::named(title), day), votes),
    }
}

/// Returns the votes for an idea in a line, each with its session.
pub fn all(votes: &[IdeaVotes]) -> String {
    match votes {
        [] => text::none().to_owned(),
        votes => in_line(votes, at_session),
    }
}

/// Returns the votes for an idea in a line, with `told` for the text of each.
pub fn in_line(votes: &[IdeaVotes], told: fn(&VoteResult) -> String) -> String {
    let votes = votes.iter().map(|one| told(&one.result));
    votes.collect::<Vec<_>>().join(text::mark())
}
