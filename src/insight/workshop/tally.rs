//! The count of votes: every dot once, every person once.

use std::collections::{BTreeMap, BTreeSet};

use super::board::heads;
use crate::strategy::*;

/// How many of a position voted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupCount {
    /// The position, or the table where no position was asked.
    pub name: String,
    /// How many voted whose votes are known one by one, or were counted.
    pub people: u32,
}

/// How many of a position are for an idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupVotes {
    /// The position.
    pub name: String,
    /// For it.
    pub agree: u32,
    /// Of so many.
    pub people: u32,
}

/// What an idea was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyRow {
    /// The idea.
    pub idea: Id<Idea>,
    /// Dots or points, those on paper included; of opinions: how many agree.
    pub dots: u32,
    /// Of these, stickers counted by hand.
    pub stickers: u32,
    /// Not sure.
    pub unsure: u32,
    /// Disagree.
    pub disagree: u32,
    /// How many ideas were merged into it.
    pub merged: usize,
    /// How many of each position are for it.
    pub groups: Vec<GroupVotes>,
    /// Whether all positions agree (W22).
    pub is_consensus: bool,
}

/// The whole count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// n: how many voted.
    pub people: u32,
    /// Of these, on paper.
    pub on_paper: u32,
    /// Everything that was given.
    pub given: u32,
    /// Positions that voted.
    pub groups: Vec<GroupCount>,
    /// What all positions agree on first, then by what was given, then in the order of ideas.
    pub rows: Vec<TallyRow>,
}

/// Counts the votes of a session.
pub fn tally(strategy: &Strategy, session: Id<Session>) -> Tally {
    let voting = strategy.get(session).map(|one| one.voting);
    let voting = voting.unwrap_or_default();
    let ballots = strategy.ballots.under(session);
    let counted = Counted::of(&ballots, voting);
    let mut rows: Vec<TallyRow> = heads(strategy, session)
        .into_iter()
        .map(|head| counted.row(strategy, head, &ballots))
        .collect();
    let given = rows
        .iter()
        .map(|row| row.dots + row.unsure + row.disagree)
        .fold(0, u32::saturating_add);
    sort::by(&mut rows, |a, b| {
        (b.is_consensus, b.dots).cmp(&(a.is_consensus, a.dots))
    });
    let people = |paper: bool| {
        let of = ballots
            .iter()
            .filter(|one| (one.source == IdeaSource::Paper) == paper);
        of.map(|one| one.voters()).fold(0, u32::saturating_add)
    };
    Tally {
        people: people(true).saturating_add(people(false)),
        on_paper: people(true),
        given,
        groups: counted.counts(),
        rows,
    }
}

/// What an idea was given in all, whatever it was merged with: what is published of it.
pub fn total_votes(strategy: &Strategy, idea: &Idea) -> u32 {
    let choices = strategy.ballots.iter().flat_map(|one| &one.choices);
    let dots = choices
        .filter(|choice| choice.idea == idea.id)
        .map(|choice| choice.dots);
    dots.fold(idea.votes, u32::saturating_add)
}

/// What is counted, and as what.
struct Counted {
    by_position: bool,
    voting: Voting,
    groups: BTreeMap<String, u32>,
}

impl Counted {
    fn of(ballots: &[&std::sync::Arc<Ballot>], voting: Voting) -> Self {
        let mut counted = Self {
            by_position: ballots.iter().any(|one| !one.group.is_empty()),
            voting,
            groups: BTreeMap::new(),
        };
        let mut groups = BTreeMap::<String, u32>::new();
        for ballot in ballots.iter().filter(|one| counted.tells_people(one)) {
            let people = groups.entry(counted.name(ballot).to_owned()).or_default();
            *people = people.saturating_add(ballot.voters());
        }
        counted.groups = groups;
        counted
    }

    /// Of stickers on paper nobody knows how many people they are of.
    fn tells_people(&self, ballot: &Ballot) -> bool {
        ballot.source == IdeaSource::Device || self.voting == Voting::Opinions
    }

    fn name<'a>(&self, ballot: &'a Ballot) -> &'a str {
        match self.by_position {
            true => &ballot.group,
            false => &ballot.table,
        }
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

    fn row(
        &self,
        strategy: &Strategy,
        head: &Idea,
        ballots: &[&std::sync::Arc<Ballot>],
    ) -> TallyRow {
        let with = super::merged_with(strategy, head.id);
        let ids: BTreeSet<Id<Idea>> = sort::set(with.iter().map(|one| one.id).chain([head.id]));
        let stickers = with.iter().map(|one| one.votes);
        let stickers = stickers.fold(head.votes, u32::saturating_add);
        let mut row = TallyRow {
            idea: head.id,
            dots: stickers,
            stickers,
            unsure: 0,
            disagree: 0,
            merged: with.len(),
            groups: Vec::new(),
            is_consensus: false,
        };
        let mut agree: BTreeMap<&str, u32> = BTreeMap::new();
        for ballot in ballots {
            let mut most = 0;
            for choice in ballot.choices.iter().filter(|one| ids.contains(&one.idea)) {
                row.dots = row.dots.saturating_add(choice.dots);
                row.unsure = row.unsure.saturating_add(choice.unsure);
                row.disagree = row.disagree.saturating_add(choice.disagree);
                most = most.max(choice.dots);
            }
            if self.tells_people(ballot) {
                let sum = agree.entry(self.name(ballot)).or_default();
                *sum = sum.saturating_add(most.min(ballot.voters()));
            }
        }
        let groups = self.groups.iter();
        row.groups = groups
            .map(|(name, people)| GroupVotes {
                name: name.clone(),
                agree: agree.get(name.as_str()).copied().unwrap_or_default(),
                people: *people,
            })
            .collect();
        let is_for = |one: &GroupVotes| one.agree.saturating_mul(2) >= one.people;
        row.is_consensus = row.groups.len() > 1 && row.groups.iter().all(is_for);
        row
    }
}
