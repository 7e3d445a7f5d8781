//! Votes of one ballot, by idea.

use std::collections::BTreeMap;

use strategy::*;

/// Votes of one kind for an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct VoteCount {
    /// Dots, points or stickers; of opinions: how many agree.
    pub votes: u32,
    /// Number of people who are not sure.
    pub unsure: u32,
    /// Number of people who disagree.
    pub disagree: u32,
}

impl VoteCount {
    /// Votes without opinions.
    pub fn of_votes(votes: u32) -> Self {
        Self {
            votes,
            ..Self::default()
        }
    }

    /// Returns their number; of opinions, that of all answers.
    pub fn all(&self) -> u32 {
        let all = [self.votes, self.unsure, self.disagree];
        all.into_iter().fold(0, u32::saturating_add)
    }

    /// Adds votes of the same kind.
    pub(super) fn add(&mut self, other: Self) {
        self.votes = self.votes.saturating_add(other.votes);
        self.unsure = self.unsure.saturating_add(other.unsure);
        self.disagree = self.disagree.saturating_add(other.disagree);
    }

    /// Opinions of the same people on an idea and on another that was merged into it: each person has one answer, and
    /// agrees with both who agrees with either.
    fn join(&mut self, other: Self, people: u32) {
        let agree = self.votes.max(other.votes);
        let rest = people.saturating_sub(agree);
        let unsure = self.unsure.max(other.unsure).min(rest);
        let disagree = self.disagree.max(other.disagree).min(rest - unsure);
        *self = Self {
            votes: agree,
            unsure,
            disagree,
        };
    }
}

/// Returns the kind of a ballot's votes. People who stuck paper stickers are not known one by one.
pub(super) fn kind_of(ballot: &Ballot, session: &Session) -> VoteKind {
    match (ballot.method(session), ballot.source) {
        (Voting::Opinions, _) => VoteKind::Opinions,
        (Voting::Points, IdeaSource::Device) => VoteKind::Points,
        (Voting::Points, IdeaSource::Paper) if !ballot.choices.is_empty() => VoteKind::Points,
        (Voting::Dots, IdeaSource::Device) => VoteKind::Dots,
        (_, IdeaSource::Paper) => VoteKind::PaperStickers,
    }
}

/// Returns the kind of votes that a voting method makes on a device.
pub(super) fn kind_by(voting: Voting) -> VoteKind {
    match voting {
        Voting::Dots => VoteKind::Dots,
        Voting::Points => VoteKind::Points,
        Voting::Opinions => VoteKind::Opinions,
    }
}

/// Returns the votes of a ballot by the idea they count for, as `counts_for` names it.
pub(super) fn by_idea(
    ballot: &Ballot,
    kind: VoteKind,
    counts_for: &dyn Fn(Id<Idea>) -> Option<Id<Idea>>,
) -> BTreeMap<Id<Idea>, VoteCount> {
    let mut counts: BTreeMap<Id<Idea>, VoteCount> = BTreeMap::new();
    for choice in &ballot.choices {
        let Some(idea) = counts_for(choice.idea) else {
            continue;
        };
        let count = VoteCount {
            votes: choice.dots,
            unsure: choice.unsure,
            disagree: choice.disagree,
        };
        match counts.get_mut(&idea) {
            None => {
                counts.insert(idea, count);
            }
            Some(before) if kind == VoteKind::Opinions => before.join(count, ballot.voters()),
            Some(before) => before.add(count),
        }
    }
    counts
}
