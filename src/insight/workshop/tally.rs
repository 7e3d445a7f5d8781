//! The count of votes: every vote once, every person once, each kind of votes apart.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::board::heads;
use super::vote_count::{VoteCount, by_idea, kind_by, kind_of};
use strategy::*;

/// Number of voters of a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupCount {
    /// The position, or the table where no position was asked.
    pub name: String,
    /// Number of people whose votes are known one by one, or were counted.
    pub people: u32,
}

/// Number of people of a position who are for an idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupVotes {
    /// The position.
    pub name: String,
    /// For it.
    pub agree: u32,
    /// Of so many.
    pub people: u32,
}

/// Votes of one kind for an idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyRow {
    /// The idea.
    pub idea: Id<Idea>,
    /// Its votes.
    pub count: VoteCount,
    /// Number of ideas merged into it.
    pub merged: usize,
    /// Number of people of each position who are for it.
    pub groups: Vec<GroupVotes>,
    /// True if all positions agree (W22).
    pub is_consensus: bool,
}

/// The count of one kind of votes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteTally {
    /// The kind.
    pub kind: VoteKind,
    /// n: how many voted so. Of paper stickers: how many were counted, 0 where nobody counted them.
    pub people: u32,
    /// Of these, on paper.
    pub on_paper: u32,
    /// Everything that was given.
    pub given: u32,
    /// Positions that voted.
    pub groups: Vec<GroupCount>,
    /// The rows: those that all positions agree on first, then by votes, then in the order of ideas.
    pub rows: Vec<TallyRow>,
}

/// Counts the votes of a session, a tally for each kind that was given (W31): that of its present voting method first,
/// paper stickers last. The first holds a row for every idea, the others for those with votes. Where nobody voted, the
/// only tally is one without votes.
pub fn tallies(strategy: &Strategy, session: Id<Session>) -> Vec<VoteTally> {
    let Some(record) = strategy.get(session) else {
        return Vec::new();
    };
    let ideas = Ideas::of(strategy, session);
    let mut by_kind: BTreeMap<VoteKind, Vec<&Arc<Ballot>>> = BTreeMap::new();
    for ballot in strategy.ballots.under(session) {
        let ballots = by_kind.entry(kind_of(ballot, record)).or_default();
        ballots.push(ballot);
    }
    let first = kind_by(record.voting);
    let others = VoteKind::ALL.iter().copied().filter(|kind| *kind != first);
    let count = |kind| {
        let ballots = by_kind.get(&kind).map(Vec::as_slice);
        ideas.count(kind, ballots.unwrap_or_default())
    };
    let kinds = [first].into_iter().chain(others);
    let mut all: Vec<VoteTally> = kinds.map(count).filter(VoteTally::is_given).collect();
    if all.is_empty() {
        all.push(ideas.count(first, &[]));
    }
    for other in all.iter_mut().skip(1) {
        other.rows.retain(|row| row.count.all() > 0);
    }
    all
}

impl VoteTally {
    fn is_given(&self) -> bool {
        self.people > 0 || self.given > 0
    }
}

/// Ideas of a session that were not merged, and those that were merged into them.
struct Ideas<'a> {
    heads: Vec<&'a Arc<Idea>>,
    /// The ideas merged into each.
    merged: BTreeMap<Id<Idea>, Vec<&'a Arc<Idea>>>,
    /// The idea at which an idea counts: itself, or that it was merged into.
    counts_for: BTreeMap<Id<Idea>, Id<Idea>>,
}

impl<'a> Ideas<'a> {
    fn of(strategy: &'a Strategy, session: Id<Session>) -> Self {
        let heads = heads(strategy, session);
        let mut counts_for: BTreeMap<_, _> = heads.iter().map(|one| (one.id, one.id)).collect();
        let mut merged: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for idea in strategy.ideas.iter() {
            if let Some(head) = idea.merged
                && counts_for.get(&head) == Some(&head)
            {
                counts_for.insert(idea.id, head);
                merged.entry(head).or_default().push(idea);
            }
        }
        Self {
            heads,
            merged,
            counts_for,
        }
    }

    /// Counts one kind of votes.
    fn count(&self, kind: VoteKind, ballots: &[&Arc<Ballot>]) -> VoteTally {
        let mut sums: BTreeMap<Id<Idea>, VoteSum> = BTreeMap::new();
        if kind == VoteKind::PaperStickers {
            for head in &self.heads {
                sums.entry(head.id).or_default().count = self.stickers(head);
            }
        }
        let voters = Voters::of(ballots, kind);
        let counts_for = |idea| self.counts_for.get(&idea).copied();
        for ballot in ballots {
            let position = voters.position(ballot);
            for (idea, count) in by_idea(ballot, kind, &counts_for) {
                let people = count.votes.min(ballot.voters());
                let sum = sums.entry(idea).or_default();
                sum.add(count, position, people);
            }
        }
        let row = |head: &&Arc<Idea>| {
            let sum = sums.remove(&head.id).unwrap_or_default();
            voters.row(head.id, self.merged.get(&head.id).map_or(0, Vec::len), sum)
        };
        let mut rows: Vec<TallyRow> = self.heads.iter().map(row).collect();
        sort::by(&mut rows, |a, b| {
            (b.is_consensus, b.count.votes).cmp(&(a.is_consensus, a.count.votes))
        });
        let on_paper = ballots.iter().filter(|one| one.source == IdeaSource::Paper);
        VoteTally {
            kind,
            people: people(ballots.iter()),
            on_paper: people(on_paper),
            given: sum(rows.iter().map(|row| row.count.all())),
            groups: voters.counts(),
            rows,
        }
    }

    /// Stickers counted by hand on an idea and on those merged into it.
    fn stickers(&self, head: &Idea) -> VoteCount {
        let merged = self.merged.get(&head.id).into_iter().flatten();
        let merged = merged.map(|one| one.votes);
        VoteCount::of_votes(sum(merged.chain([head.votes])))
    }
}

fn sum(numbers: impl Iterator<Item = u32>) -> u32 {
    numbers.fold(0, u32::saturating_add)
}

fn people<'a>(ballots: impl Iterator<Item = &'a &'a Arc<Ballot>>) -> u32 {
    sum(ballots.map(|one| one.voters()))
}

/// Votes for an idea, before they are compared.
#[derive(Default)]
struct VoteSum {
    count: VoteCount,
    /// For it, by position.
    agree: BTreeMap<String, u32>,
}

impl VoteSum {
    /// Adds votes, of so many people of a position, if that is known.
    fn add(&mut self, count: VoteCount, position: Option<&str>, people: u32) {
        self.count.add(count);
        if let Some(position) = position {
            let agree = self.agree.entry(position.to_owned()).or_default();
            *agree = agree.saturating_add(people);
        }
    }
}

/// The voters, by position.
struct Voters {
    by_position: bool,
    kind: VoteKind,
    groups: BTreeMap<String, u32>,
}

impl Voters {
    fn of(ballots: &[&Arc<Ballot>], kind: VoteKind) -> Self {
        let mut voters = Self {
            by_position: ballots.iter().any(|one| !one.group.is_empty()),
            kind,
            groups: BTreeMap::new(),
        };
        let mut groups = BTreeMap::<String, u32>::new();
        for ballot in ballots {
            if let Some(position) = voters.position(ballot) {
                let people = groups.entry(position.to_owned()).or_default();
                *people = people.saturating_add(ballot.voters());
            }
        }
        voters.groups = groups;
        voters
    }

    /// Returns the position of a ballot's people, or their table. `None`: nobody knows how many people gave each idea
    /// what was counted from paper; of opinions, each person gives one.
    fn position<'a>(&self, ballot: &'a Ballot) -> Option<&'a str> {
        let is_known = ballot.source == IdeaSource::Device || self.kind == VoteKind::Opinions;
        is_known.then_some(match self.by_position {
            true => &*ballot.group,
            false => &*ballot.table,
        })
    }

    fn counts(&self) -> Vec<GroupCount> {
        let groups = self.groups.iter();
        groups
            .map(|(name, people)| GroupCount {
                name: name.clone(),
                people: *people,
            })
            .collect()
    }

    /// A row with how many of each position are for it.
    fn row(&self, idea: Id<Idea>, merged: usize, VoteSum { count, agree }: VoteSum) -> TallyRow {
        let groups = self.groups.iter();
        let groups: Vec<GroupVotes> = groups
            .map(|(name, people)| GroupVotes {
                name: name.clone(),
                agree: agree.get(name.as_str()).copied().unwrap_or_default(),
                people: *people,
            })
            .collect();
        let is_for = |one: &GroupVotes| one.agree.saturating_mul(2) >= one.people;
        TallyRow {
            idea,
            count,
            merged,
            is_consensus: groups.len() > 1 && groups.iter().all(is_for),
            groups,
        }
    }
}
