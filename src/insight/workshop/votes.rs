//! Votes of each idea, by session and kind (W31).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::board::merged_with;
use super::vote_count::{VoteCount, by_idea, kind_of};
use strategy::*;

/// Votes of one kind for an idea at one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdeaVotes {
    /// The session. `None`: stickers that were counted at none, or votes that are known only as they were published.
    pub session: Option<Id<Session>>,
    /// The votes.
    pub result: VoteResult,
}

/// A session, by its place among all, and a kind of votes. Place 0 is that of no session.
type Ballotings<T> = BTreeMap<(usize, VoteKind), T>;

/// Votes for ideas, to look up many of them.
#[derive(Debug, Clone)]
pub struct Votes {
    sessions: Vec<Option<Arc<Session>>>,
    by_idea: BTreeMap<Id<Idea>, Ballotings<VoteCount>>,
    people: Ballotings<u32>,
    published: BTreeMap<Id<Idea>, Vec<VoteResult>>,
}

impl Votes {
    /// Votes for each idea itself, without those for ideas merged into it.
    pub fn of(strategy: &Strategy) -> Self {
        Self::counted(strategy, &|id| Some(id))
    }

    /// Votes for each idea that was not merged, those for ideas merged into it included.
    pub fn with_merged(strategy: &Strategy) -> Self {
        Self::merged_as_in(strategy, strategy)
    }

    /// The same, where ideas were merged as in another strategy; of ideas that are not in it there are none.
    pub fn merged_as_in(strategy: &Strategy, other: &Strategy) -> Self {
        Self::counted(strategy, &|id| {
            other.get(id).map(|one| one.merged.unwrap_or(id))
        })
    }

    /// Votes for one idea, those for ideas merged into it included.
    pub fn for_one(strategy: &Strategy, idea: Id<Idea>) -> Vec<IdeaVotes> {
        let merged = merged_with(strategy, idea);
        let mut all: Vec<Id<Idea>> = merged.iter().map(|one| one.id).collect();
        all.push(idea);
        Self::counted(strategy, &|id| all.contains(&id).then_some(idea)).get(idea)
    }

    fn counted(strategy: &Strategy, counts_for: &dyn Fn(Id<Idea>) -> Option<Id<Idea>>) -> Self {
        let all = strategy.sessions.sorted().into_iter();
        let sessions: Vec<_> = [None].into_iter().chain(all.cloned().map(Some)).collect();
        let places = sessions.iter().enumerate();
        let places: BTreeMap<Id<Session>, usize> = places
            .filter_map(|(at, one)| Some((one.as_ref()?.id, at)))
            .collect();
        let mut votes = Self {
            sessions,
            by_idea: BTreeMap::new(),
            people: BTreeMap::new(),
            published: BTreeMap::new(),
        };
        for ballot in strategy.ballots.iter() {
            if let Some(at) = places.get(&ballot.session) {
                votes.ballot(*at, ballot, counts_for);
            }
        }
        for idea in strategy.ideas.iter() {
            if let Some(id) = counts_for(idea.id) {
                let at = idea.session.and_then(|id| places.get(&id));
                votes.stickers(at.copied().unwrap_or_default(), id, idea.votes);
                let published = votes.published.entry(id).or_default();
                published.extend(idea.results.iter().cloned());
            }
        }
        votes
    }

    fn ballot(
        &mut self,
        at: usize,
        ballot: &Ballot,
        counts_for: &dyn Fn(Id<Idea>) -> Option<Id<Idea>>,
    ) {
        let Some(Some(session)) = self.sessions.get(at) else {
            return;
        };
        let kind = kind_of(ballot, session);
        let people = self.people.entry((at, kind)).or_default();
        *people = people.saturating_add(ballot.voters());
        for (idea, count) in by_idea(ballot, kind, counts_for) {
            let all = self.by_idea.entry(idea).or_default();
            all.entry((at, kind)).or_default().add(count);
        }
    }

    fn stickers(&mut self, at: usize, idea: Id<Idea>, count: u32) {
        if count > 0 {
            let all = self.by_idea.entry(idea).or_default();
            let stickers = all.entry((at, VoteKind::PaperStickers)).or_default();
            stickers.add(VoteCount::of_votes(count));
        }
    }

    /// Returns the votes for an idea, by session and kind. Where there is no ballot for it, those that were published.
    pub fn get(&self, idea: Id<Idea>) -> Vec<IdeaVotes> {
        let all = self.by_idea.get(&idea).into_iter().flatten();
        let all = all.filter(|(_, count)| count.all() > 0);
        let counted: Vec<IdeaVotes> = all.map(|(at, count)| self.result(*at, count)).collect();
        let is_ballot = |one: &IdeaVotes| one.result.kind != VoteKind::PaperStickers;
        let published = self.published.get(&idea).into_iter().flatten();
        let published = published.map(|result| IdeaVotes {
            session: None,
            result: result.clone(),
        });
        match published.collect::<Vec<_>>() {
            published if published.is_empty() || counted.iter().any(is_ballot) => counted,
            published => published,
        }
    }

    fn result(&self, (at, kind): (usize, VoteKind), count: &VoteCount) -> IdeaVotes {
        let session = self.sessions.get(at).and_then(Option::as_ref);
        IdeaVotes {
            session: session.map(|one| one.id),
            result: VoteResult {
                session: session.map(|one| one.title.clone()).unwrap_or_default(),
                date: session.and_then(|one| one.date.clone()),
                kind,
                votes: count.votes,
                unsure: count.unsure,
                disagree: count.disagree,
                people: self.people.get(&(at, kind)).copied().unwrap_or_default(),
            },
        }
    }
}
